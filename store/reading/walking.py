"""One attribution of a sentence, and what the walk from cue to cue has to know at each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain

from store.reading.contents import Contents
from store.reading.cues import GERUND, PARTICIPLE, PAST, PRESENT, Form, forms
from store.reading.giving import VERBS
from store.reading.phrase import MAYBE, PRONOUN, Phrase
from store.reading.quotation import Quotation
from store.reading.relaying import spokespersons
from store.reading.sentences import Sentence
from store.reading.subjects import Subjects
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens, where

_ADVERBS, _AUXILIARIES = word_class("adverb"), word_class("auxiliary")
_BRACKET = 6  # tokens of a day in brackets
_LIST, _FOLLOWING = 6, frozenset({"following", "follows", "below"})  # *agreed on the following points:*
_NEAR = 12  # tokens between a quotation and its second half
QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_THIS, _REGARD_LENGTH = (["this"], ["that"]), 3  # tokens of *in this regard*
_REGARD = frozenset({"regard", "context", "connection", "respect", "vein", "way", "spirit"})
OBJECTS = {"him": "he", "her": "she", "them": "they"}
_OPENERS = frozenset({"and", "but", ",", ";", ":", "while", "whereas", "—", "–"})
_DEFINITE = (["the"], ["his"], ["her"], ["its"], ["their"])
_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_PREPOSITIONS = word_class("preposition")
_MONTHS = word_class("month")
_TIMES = word_class("weekday") | _MONTHS - {"may", "march"}
_DATES, _DAYS = _TIMES | _MONTHS, _TIMES | {"today", "yesterday"}


_LAST, _PERIODS = (
    frozenset({"last", "this"}),
    frozenset({"week", "month", "year"}),
)  # *Peru last week urged …*
_JOINTS = frozenset({"and", ",", "but", "then", "to", "while", "by", "also", "before"})


@cache
def _hot() -> frozenset[str]:
    return frozenset((*forms(), *VERBS)) | QUOTING | {"according", "in"} | classes("nouns")["view"]


@dataclass(slots=True)
class Clause:
    """One attribution. All are token numbers, ends exclusive.

    ``left`` is where its construction begins (an open content before it ends there); ``cue`` the words of the cue;
    ``content`` what is attributed, empty when a list follows. An empty ``subject`` is that of the next clause, or
    nobody's: ``passive``. ``before``: the content stands before its cue. ``past``: the cue tells in the past tense.
    ``clausal``: the content is a clause and not a noun phrase. ``back``: the content is *this*, the sentence before.
    """

    left: int
    cue: tuple[int, int]
    subject: tuple[Phrase, ...]
    content: tuple[int, int]
    passive: bool = False
    before: bool = False
    past: bool = True
    clausal: bool = False
    back: bool = False


class Walk:
    """The sentence being walked, what was found in it so far, and questions about its tokens."""

    def __init__(self, tokens: Tokens, subjects: Subjects, opened: dict[int, Quotation]) -> None:
        self.tokens, self.low, self.subjects, self.opened = tokens, tokens.low, subjects, opened
        named = (range(p.first, p.last) for p in subjects.first.values() if p.kind != PRONOUN)
        self.covered = set(chain.from_iterable(named))
        self.quoted = {quotation.last - 1 for quotation in opened.values()}
        self.quoted |= {quotation.last for quotation in opened.values()}
        self.spokespersons = spokespersons(tokens)
        self.contents = Contents(tokens, subjects, opened)
        self.forms = forms()
        # Where a clause, its subject or a quotation can begin.
        self.hot = sorted({*where(self.low, _hot()), *subjects.first, *opened})
        self._begin(Sentence(0, 0, 0))

    def _begin(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.found: list[Clause] = []
        self.current: tuple[Phrase, ...] = ()
        self.opener: tuple[Phrase, ...] = ()  # the first subject
        self.tense = ""

    def _named(self, at: int) -> bool:
        """Tell whether a word is part of a name or office, and so no verb: *State Councilor*, *the Arab states*."""
        return at in self.covered or (at > self.sentence.first and self.tokens.capital[at])

    def _opens(self, at: int) -> bool:
        """Tell whether a clause can begin with token ``at``."""
        place = at - 1
        while place > self.sentence.first and self.low[place] in _ADVERBS:
            place -= 1
        if self.low[place] == "and" and place in self.subjects.ending:
            return False  # the second of *said Chile and Italy enjoyed …*
        return place < self.sentence.first or self.low[place] in _OPENERS

    def _adverbial(self, at: int) -> bool:
        low = self.low[at]
        if low in ("(", ")"):
            return self._dated(at)
        if at in self.subjects.first:
            return False
        if (
            low in _TIMES
            or (low == "on" and self.low[at + 1] in _DATES)
            or (low in _PERIODS and self.low[at - 1] in _LAST)
            or (low in _LAST and self.low[at + 1] in _PERIODS)
            or (low[0].isdigit() and self.low[at - 1] in _DATES)
            or (low in _MONTHS and self.low[at + 1][0].isdigit())
        ):
            return True
        return (
            low in _ADVERBS
            or low in _AUXILIARIES
            or low in _SELVES
            or low.endswith("ly")
            or self._in_phrase(at)
        )

    def _in_phrase(self, at: int) -> bool:
        """Tell whether a token stands inside *today (Tuesday 14 March)* or *in this regard*."""
        low = self.low
        begin = max(at + 1 - _REGARD_LENGTH, 0)
        for first in range(begin, at + 1) if "in" in low[begin : at + 1] else ():
            if low[first] == "in" and low[first + 1 : first + 2] in _THIS and low[first + 2] in _REGARD:
                return True
        ahead = self.low[at : at + _BRACKET]
        return ")" in ahead and self._dated(at + ahead.index(")"))

    def _dated(self, at: int) -> bool:
        """Tell whether token ``at`` is in the bracket of *on Thursday (Oct 18)*."""
        opened = next((place for place in range(at, max(at - _BRACKET, 0), -1) if self.low[place] == "("), 0)
        return opened > 0 and self.low[opened - 1] in _DAYS

    def _made(self, left: int, at: int, end: int, subject: tuple[Phrase, ...], form: Form) -> Clause | None:
        """Make a clause whose content follows its cue, if one does."""
        if "say" in form.cue.frames and self._points_back(end):
            return Clause(left, (at, end), subject, (end, end + 1), clausal=True, back=True)
        ahead = self.low[end : self.sentence.last]
        if ahead[-1:] == [":"] and len(ahead) <= _LIST and not _FOLLOWING.isdisjoint(ahead):
            return Clause(left, (at, end), subject, (end, end), past=form.form != PRESENT)
        first = self.contents.begin(end, form.cue, self.sentence)
        if first is None or (first >= self.sentence.last - 1 and self.low[first] == ":"):
            named = not subject or subject[0].kind != MAYBE  # *Key points:*
            if self.low[self.sentence.last - 1] == ":" and end >= self.sentence.last - 2 and named:
                return Clause(left, (at, end), subject, (end, end), past=form.form != PRESENT)
            return None
        low = self.low
        clausal = low[first - 1] in ("that", ",") or (
            "that" in form.cue.frames and "np" not in form.cue.frames
        )
        past = form.form in (PAST, PARTICIPLE, GERUND)
        return Clause(left, (at, end), subject, (first, self.sentence.last), past=past, clausal=clausal)

    def _quotes(self, at: int) -> bool:
        """Tell whether a quotation begins at token ``at``, perhaps after *that* or a colon."""
        return at in self.opened or (self.low[at : at + 1] in (["that"], [":"]) and at + 1 in self.opened)

    def _points_back(self, at: int) -> bool:
        """Tell whether *this* at ``at`` is all that is said here: *She said this during a visit to Oslo*."""
        after = self.low[at + 1] if at + 1 < self.sentence.last else "."
        return self.low[at : at + 1] == ["this"] and (
            after in _PREPOSITIONS or after in (".", ",", "when", "while")
        )

    def _labels(self, end: int) -> bool:
        """Tell *called it a step back* and *called the bill "a promise"* from *called a meeting*."""
        ahead = range(end, min(end + _NEAR, self.sentence.last))
        named = self.subjects.first.get(end)  # *called Germany the most important gateway*
        if named is not None and self.low[named.last : named.last + 1] and self.low[named.last] in _ARTICLES:
            return True
        if (
            self.low[end : end + 1] in _DEFINITE
        ):  # *termed the diaspora an asset*, and not *called the envoy on a whim*
            within = range(end + 2, min(end + _NEAR // 2, self.sentence.last))
            label = next((at for at in within if self.low[at] in ("a", "an")), 0)
            if label and self.low[label - 1] not in _PREPOSITIONS:
                return True
        return self.low[end : end + 1] in (["it"], ["this"], ["them"]) or any(
            at in self.opened for at in ahead
        )

    def _with(self, end: int, subject: tuple[Phrase, ...], form: Form) -> tuple[Phrase, ...]:
        """*agreed with X on …*: both agree."""
        if form.cue.name in ("agree", "concur") and end < self.sentence.last and self.low[end] == "with":
            other = self.subjects.first.get(end + 1)
            owns = other is not None and self.low[other.last : other.last + 1] == ["'s"]
            return (*subject, other) if other and not owns else subject
        return subject

    def _edge(self, before: int) -> int:
        """Return where the words that join a cue to what stands before it begin."""
        low = self.low
        if low[before] == "as" and low[before - 2 : before] == ["as", "well"]:
            before -= 3
        while before > self.sentence.first and low[before] in _JOINTS:
            before -= 1
        return before + 1
