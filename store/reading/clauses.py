"""Who attributes what in a sentence: each cue with its subject and its content.

A light parse. The cues of a sentence are walked from left to right. A cue counts when a speaker stands before it,
when it is coordinated with a cue that has one, when it is a participle after a comma, or when the speaker follows.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from store.reading.contents import Contents
from store.reading.cues import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Form, cues_at, forms
from store.reading.phrases import BODY, GROUP, MAYBE, NOUN, PERSON, PRONOUN, ROLE, Phrase
from store.reading.quotation import Quotation
from store.reading.sentences import Sentence
from store.reading.subjects import SPEAKING, Subject, Subjects, is_finite
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

_ADVERBS, _AUXILIARIES, _MODALS = word_class("adverb"), word_class("auxiliary"), word_class("modal")
_NEAR = 12  # tokens between a quotation and its second half
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NEGATIONS = frozenset({"not", "never", "n't"})
_CLOSING = frozenset({",", "”", '"', "’", "»", "!", "?", "—", "–", "'"})
_CLAUSE_STOPS = frozenset({",", ";", ":", "—", "–", "--"})
_OPENERS = frozenset({"and", "but", ",", ";", ":", "while", "whereas", "—", "–"})
_CARRIERS = frozenset({"and", ",", "but", "to", "then", ";"})
_NOUNS = classes("nouns")
_TIMES = word_class("weekday") | word_class("month") - {"may", "march"}
_PERSONAL = frozenset({PERSON, ROLE, PRONOUN, GROUP})
_CONDITIONS = frozenset({"if", "whether", "unless", "than", "what"})
_DETERMINERS = word_class("determiner")
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_LEADING = _ADVERBS | {"while", "when", "by", "in"}
_PASSIVES, _SPEECH = _NOUNS["passive"], _NOUNS["speech"]
_AGENCIES = _NOUNS["agency"]
_NEVER_PARTICIPLE, _PRIVATE = _NOUNS["never-participle"], _NOUNS["private"]


class Clause(NamedTuple):
    """One attribution. All are token numbers, ends exclusive.

    ``left`` is where its construction begins (an open content before it ends there); ``cue`` the words of the cue;
    ``content`` what is attributed, empty when a list follows. An empty ``subject`` is that of the next clause, or
    nobody's: ``passive``. ``before``: the content stands before its cue. ``past``: the cue tells in the past tense.
    ``clausal``: the content is a clause and not a noun phrase.
    """

    left: int
    cue: tuple[int, int]
    subject: tuple[Phrase, ...]
    content: tuple[int, int]
    passive: bool = False
    before: bool = False
    past: bool = True
    clausal: bool = False


class Parser:
    """Finds the clauses of the sentences of one text."""

    def __init__(self, tokens: Tokens, subjects: Subjects, opened: dict[int, Quotation]) -> None:
        self.tokens, self.low, self.subjects, self.opened = tokens, tokens.low, subjects, opened
        self.covered = {
            at
            for phrase in subjects.first.values()
            if phrase.kind != PRONOUN
            for at in range(phrase.first, phrase.last)
        }
        self.quoted = {quotation.last - 1 for quotation in opened.values()}
        self.quoted |= {quotation.last for quotation in opened.values()}
        self.contents = Contents(tokens, subjects, opened)
        self.forms = forms()
        hot = self.forms.keys() | {"according", "in"}
        named = subjects.first.keys() | opened.keys()
        self.hot = [at for at, low in enumerate(self.low) if low in hot or at in named]
        self._begin(Sentence(0, 0, 0))

    def _begin(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.found: list[Clause] = []
        self.current: tuple[Phrase, ...] = ()
        self.tense = ""

    def clauses(self, sentence: Sentence) -> tuple[list[Clause], tuple[Phrase, ...]]:
        """Return the attributions of a sentence in order, and the subject of its last clause."""
        self._begin(sentence)
        after = opened = sentence.first  # tokens before these are taken: by a clause, by a subject
        for at in self.hot[bisect_left(self.hot, sentence.first) : bisect_left(self.hot, sentence.last)]:
            if at < after:
                continue
            quotation = self.opened.get(at)
            if quotation is not None:
                after = quotation.last
                continue
            if at in self.subjects.first and at >= opened and self._opens(at):
                subject = self.subjects.opening(at, sentence)
                if subject:
                    self.current, opened = subject.phrases, subject.phrases[-1].last
            clause = self._according(at) if self.low[at] in ("according", "in") else None
            if clause is None and self.low[at] in self.forms and not self._named(at):
                clause = self._first_clause(at)
            if clause is not None:
                self.found.append(clause)
                self.current = clause.subject or self.current
                after = self._after_quotation(clause) or clause.cue[1]
        return self._cut(), self.current

    def _first_clause(self, at: int) -> Clause | None:
        for form in cues_at(self.low, at, self.sentence.last):
            clause = self._clause(at, form)
            if clause is not None:
                self.tense = PAST if form.form in (PAST, PARTICIPLE) else self.tense
                self.tense = PRESENT if form.form in (PRESENT, BASE) else self.tense
                return clause
        return None

    def _after_quotation(self, clause: Clause) -> int:
        """Take the second half of *"A," he said, "b."* as a statement too; return where it ends, or 0."""
        if not clause.before or clause.content[0] not in self.opened:
            return 0
        for at in range(clause.cue[1], min(clause.cue[1] + _NEAR, self.sentence.last - 1)):
            quotation = self.opened.get(at)
            if quotation is not None:
                self.found.append(clause._replace(left=at, content=(at, quotation.last)))
                return max(quotation.last, at + 1)
        return 0

    def _named(self, at: int) -> bool:
        """Tell whether a word is part of a name or office, and so no verb: *State Councilor*, *the Arab states*."""
        return at in self.covered or (at > self.sentence.first and self.tokens.words[at][0].isupper())

    def _opens(self, at: int) -> bool:
        """Tell whether a clause can begin with token ``at``."""
        place = at - 1
        while place > self.sentence.first and self.low[place] in _ADVERBS:
            place -= 1
        return place < self.sentence.first or self.low[place] in _OPENERS

    def _clause(self, at: int, form: Form) -> Clause | None:
        low, sentence = self.low, self.sentence
        end, before = at + 1 + len(form.cue.tail), at - 1
        auxiliaries: list[str] = []
        while before >= sentence.first and self._adverbial(before):
            if low[before] in _NEGATIONS:
                return None
            if low[before] in _AUXILIARIES:
                auxiliaries.append(low[before])
            before -= 1
        if (
            before >= sentence.first
            and low[before] in _MODALS
            and auxiliaries == ["be"]
            and low[before - 1] == "it"
        ):
            same = Phrase(before - 1, before, PRONOUN, word="same")
            clause = self._made(before - 1, at, end, (same,), form)
            return clause if clause and low[clause.content[0] - 1] == "that" else None
        if before >= sentence.first and (low[before] in _MODALS or low[before] in _NEGATIONS):
            return None
        participle = form.form in (PAST, PARTICIPLE)
        if participle and auxiliaries and auxiliaries[0] in _BE and not form.cue.name.startswith("be "):
            return self._passive(at, end, before, form)
        if form.form == GERUND and not (auxiliaries and auxiliaries[0] in _BE):
            return self._gerund(at, end, before, form)
        if form.form == BASE and not self._base_allowed(before):
            return None
        subject = self.subjects.before(before, sentence)
        if subject is not None:
            return self._own(at, end, subject, form)
        return self._inverted(at, end, form) or self._carried(at, end, before, form)

    def _adverbial(self, at: int) -> bool:
        low = self.low[at]
        if at in self.subjects.first:
            return False
        if (
            low in _TIMES
            or (low == "on" and self.low[at + 1] in _TIMES)
            or (low[0].isdigit() and self.low[at - 1] in _TIMES)
        ):
            return True
        return low in _ADVERBS or low in _AUXILIARIES or low.endswith("ly")

    def _base_allowed(self, before: int) -> bool:
        """Accept *the leaders reaffirm* and *took the opportunity to thank*, not *the call*."""
        low = self.low
        if before < self.sentence.first:
            return False
        if low[before] == "to":
            return before > self.sentence.first and low[before - 1] in (
                "opportunity",
                "on",
                "occasion",
                "like",
            )
        if self.low[before + 1] == "say" and self.subjects.before(before, self.sentence):
            return True
        return before + 1 in self.subjects.ending or low[before] in ("and", ",") or low[before].endswith("s")

    # -- the ways an attribution is put ------------------------------------------------------------------------------

    def _made(self, left: int, at: int, end: int, subject: tuple[Phrase, ...], form: Form) -> Clause | None:
        """Make a clause whose content follows its cue, if one does."""
        first = self.contents.begin(end, form.cue, self.sentence)
        if first is None or (first >= self.sentence.last - 1 and self.low[first] == ":"):
            if self.low[self.sentence.last - 1] == ":" and end >= self.sentence.last - 2:
                return Clause(left, (at, end), subject, (end, end), past=form.form != PRESENT)
            return None
        low = self.low
        clausal = low[first - 1] in ("that", ",") or (
            "that" in form.cue.frames and "np" not in form.cue.frames
        )
        past = form.form in (PAST, PARTICIPLE, GERUND)
        return Clause(left, (at, end), subject, (first, self.sentence.last), past=past, clausal=clausal)

    def _own(self, at: int, end: int, subject: Subject, form: Form) -> Clause | None:
        """Read a cue with its subject right before it."""
        kinds = {phrase.kind for phrase in subject.phrases}
        frames = form.cue.frames
        named = self.low[subject.phrases[0].first]
        if named in _AGENCIES or (
            not self.found
            and self.low[subject.left - 1] in _CONDITIONS
            and subject.left > self.sentence.first
        ):
            return None
        if subject.phrases[0].word in _AGENCIES or (
            self.low[subject.left] == "who" and "had" in self.low[subject.left : at]
        ):
            return None
        if self._closes_quotation(subject.left) and (clause := self._trailing(at, end, subject, form)):
            return clause
        if form.cue.name == "call" and not self._labels(end):
            return None
        if "weak" in frames and (MAYBE in kinds or NOUN in kinds):
            return None
        if "only-body" in frames and not kinds <= {BODY, PRONOUN}:
            return None
        relative = self._relative(subject.left, frames)
        if self.found and not relative and not self._new_clause(subject.left):
            return (
                None if not ("say" in frames or "that" in frames) else self._trailing(at, end, subject, form)
            )
        clause = self._made(relative or subject.left, at, end, self._with(end, subject.phrases, form), form)
        if clause is None and self.low[at - 1] != "who":
            return self._trailing(at, end, subject, form)
        return clause

    def _labels(self, end: int) -> bool:
        """Tell *called it a step back* and *called the bill "a promise"* from *called a meeting*."""
        ahead = range(end, min(end + _NEAR, self.sentence.last))
        return self.low[end : end + 1] in (["it"], ["this"], ["them"]) or any(
            at in self.opened for at in ahead
        )

    def _with(self, end: int, subject: tuple[Phrase, ...], form: Form) -> tuple[Phrase, ...]:
        """*agreed with X on …*: both agree."""
        if form.cue.name in ("agree", "concur") and end < self.sentence.last and self.low[end] == "with":
            other = self.subjects.first.get(end + 1)
            return (*subject, other) if other else subject
        return subject

    def _closes_quotation(self, left: int) -> bool:
        """Tell whether the subject at ``left`` follows a quotation that opens the sentence."""
        first = self.opened.get(
            self.found[-1].cue[1] if self.found and self.found[-1].before else self.sentence.first
        )
        return first is not None and first.last in (left, left - 1)

    def _relative(self, left: int, frames: frozenset[str]) -> int:
        """*…, which she said will help*: where the relative clause begins, or 0."""
        if "say" not in frames or left - 1 <= self.sentence.first:
            return 0
        if (self.low[left - 1] in ("which", "who", "what", "that") and self.found) or (
            self.low[left - 1] == "that"
            and (left - 2 > self.sentence.first and self.low[left - 2] not in ("said", ","))
        ):
            return left - 1
        return 0

    def _new_clause(self, left: int) -> bool:
        """Tell whether a subject at ``left`` opens a clause of its own rather than one inside the open content."""
        low, place = self.low, left - 1
        while place > self.sentence.first and low[place] in _ADVERBS:
            place -= 1
        if place <= self.sentence.first:
            return True
        open_one = self.found[-1]
        if low[open_one.cue[0]] == "according" and low[place] == ",":
            self.found.pop()  # what Bai said that Qi said is Qi's
            return True
        if open_one.before or low[place] in (";", "while", "whereas"):
            return True
        if low[place] in ("and", "but") and low[place - 1] == ",":
            return True
        if low[place] == "and" and not open_one.clausal:
            return True
        return low[place] == "," and open_one.left == self.sentence.first and not open_one.subject

    def _carried(self, at: int, end: int, before: int, form: Form) -> Clause | None:
        """*…, and expressed …*: the subject of the clause before."""
        low = self.low
        if before < self.sentence.first or low[before] not in _CARRIERS or not self.current:
            return None
        if form.cue.name in _PRIVATE and self.found and self.found[-1].clausal and low[before - 1] != ",":
            return None
        own = PAST if form.form in (PAST, PARTICIPLE) else PRESENT
        if self.tense and own != self.tense and low[before] != "to":
            return None
        if form.cue.name == "call" and not self._labels(end):
            return None
        if "weak" in form.cue.frames and not self.found and form.cue.name != "call":
            return None
        if low[before] == "," and own == PAST and not self.found:
            return None
        return self._made(self._edge(before), at, end, self.current, form)

    def _edge(self, before: int) -> int:
        """Return where the words that join a cue to what stands before it begin."""
        low = self.low
        while before > self.sentence.first and low[before] in (
            "and",
            ",",
            "but",
            "then",
            "to",
            "while",
            "by",
            "also",
        ):
            before -= 1
        return before + 1

    def _gerund(self, at: int, end: int, before: int, form: Form) -> Clause | None:
        low, name = self.low, form.cue.name
        if (
            ("weak" in form.cue.frames and name != "call")
            or "speech" in form.cue.frames
            or name.replace(" ", "-") in _NEVER_PARTICIPLE
        ):
            return None
        opening = before < self.sentence.first
        joined = low[before] in (",", "while", "by", "when", "and")
        if not opening and not joined and name not in ("say", "state"):
            return None
        if not opening and low[before] == "and" and not self.found:
            return None
        left = at if opening else self._edge(before)
        if left <= self.sentence.first + 1 and (opening or low[self.sentence.first] in _LEADING):
            return self._made(self.sentence.first, at, end, (), form)
        return self._made(left, at, end, self.current, form) if self.current else None

    def _passive(self, at: int, end: int, before: int, form: Form) -> Clause | None:
        """Read *the importance of X was underscored*, *it was agreed that*, *hope was expressed that*."""
        low, sentence = self.low, self.sentence
        if before < sentence.first or form.cue.name not in _PASSIVES:
            return None
        agent: tuple[Phrase, ...] = ()
        if end < sentence.last and low[end] == "by" and (phrase := self.subjects.first.get(end + 1)):
            agent = (phrase,)
        if low[before] == "it":
            clause = self._made(before, at, end, agent, form)
            return clause._replace(passive=True) if clause else None
        if self.found or low[before] in ("which", "that", "who", "and", ","):
            return None
        if low[before] == "following" and low[sentence.last - 1] == ":":
            return Clause(before, (at, end), agent, (end, end), passive=True)
        left = before
        while left - 1 >= sentence.first and low[left - 1] not in _CLAUSE_STOPS:
            left -= 1
        if low[sentence.first] in _DETERMINERS and ";" not in low[sentence.first : left]:
            left = sentence.first
        own = self.subjects.first.get(left)
        if before == left and low[left] in ("this", "that", "these", "they"):
            return None
        if own and own.kind in (PERSON, PRONOUN, GROUP) and own.last == before + 1:
            return None
        if (
            low[before] in _SPEECH
            and before - left <= 2
            and end + 1 < sentence.last
            and low[end] in ("that", "with", "about", "over", "for", "in")
        ):
            return Clause(
                left, (at, end), agent, (end + 1, sentence.last), passive=True, clausal=low[end] == "that"
            )
        return Clause(left, (at, end), agent, (left, before + 1), passive=True)

    def _inverted(self, at: int, end: int, form: Form) -> Clause | None:
        """*…, said X*: the speaker after the cue, the content before it."""
        phrase, place = self.subjects.first.get(end), at - 1
        if end + 2 < self.sentence.last and self.low[end + 1] == "'s":
            phrase = self.subjects.first.get(end + 2) or phrase
        if phrase is None or place < self.sentence.first or not form.cue.frames & {"say", "that"}:
            return None
        if (phrase.kind not in SPEAKING and phrase.kind != MAYBE) or self.tokens.words[place] not in _CLOSING:
            return None
        return self._before(at, end, place, (phrase,))

    def _trailing(self, at: int, end: int, subject: Subject, form: Form) -> Clause | None:
        """Read *…, X said*."""
        place = subject.left - 1
        if place < self.sentence.first or not form.cue.frames & {"say", "that"}:
            return None
        return self._before(at, end, place, subject.phrases) if self.tokens.words[place] in _CLOSING else None

    def _before(self, at: int, end: int, place: int, subject: tuple[Phrase, ...]) -> Clause | None:
        """Make a clause whose content ends at token ``place``; what was found inside that content is dropped."""
        begin = self.sentence.first
        if place not in self.quoted and not any(is_finite(low) for low in self.low[begin:place]):
            return None
        relayed = subject[0].kind == NOUN or subject[0].word.startswith("spokes")
        if relayed and any(not c.before and c.subject and c.subject[0].kind in _PERSONAL for c in self.found):
            return None
        while self.found and not self.found[-1].before:
            self.found.pop()
        if self.found:
            begin = self.found[-1].cue[1]
        return Clause(begin, (at, end), subject, (begin, place + 1), before=True, clausal=True)

    def _according(self, at: int) -> Clause | None:
        """*According to X, …* and *…, according to X*."""
        low, last = self.low, self.sentence.last
        if (
            at + 3 < last
            and low[at] == "in"
            and low[at + 2] in ("opinion", "view", "words")
            and low[at + 3] == ","
        ):
            who = {"his": "he", "her": "she", "their": "they"}.get(low[at + 1])
            opens = who and at == self.sentence.first
            pronoun = Phrase(at + 1, at + 2, PRONOUN, word=who or "")
            return Clause(at, (at, at + 3), (pronoun,), (at + 4, last), clausal=True) if opens else None
        if at + 2 >= last or low[at] == "in" or low[at + 1] != "to":
            return None
        stop = next(
            (place for place in range(at + 2, min(at + 30, last)) if low[place] in (",", ".", ";", ":")), last
        )
        phrase: Phrase | None = self.subjects.first.get(at + 2)
        if low[at + 2] in _OBJECTS:
            phrase = Phrase(at + 2, at + 3, PRONOUN, word=_OBJECTS[low[at + 2]])
        if phrase is None or phrase.kind not in SPEAKING:
            if low[stop - 1] not in _NOUNS["person"] | _NOUNS["relay"] | _NOUNS["body"]:
                return None
            phrase = Phrase(at + 2, stop, NOUN, word=low[stop - 1])
        if at == self.sentence.first:
            if low[last - 1] == ":":
                return Clause(at, (at, at + 2), (phrase,), (last, last), clausal=True)
            if stop + 1 >= last or low[stop] != ",":
                return None
            return Clause(at, (at, at + 2), (phrase,), (stop + 1, last), clausal=True)
        return self._before(at, at + 2, at - 1, (phrase,)) if low[at - 1] == "," else None

    def _cut(self) -> list[Clause]:
        """End each content where the next attribution begins, and each noun phrase where a new clause does."""
        cut: list[Clause] = []
        for number, clause in enumerate(self.found):
            first, last = clause.content
            if first == last:
                cut.append(clause)
                continue
            if first >= clause.cue[0]:
                following = next((other for other in self.found[number + 1 :] if not other.before), None)
                if following and following.left > first:
                    last = min(last, following.left)
                last = self.contents.end(first, last, clause.clausal, self.sentence)
                first = self._announced(first, last)
            first, last = self.contents.trim(first, last)
            if first < last:
                subject = clause.subject or (() if clause.passive else self._pending(number))
                cut.append(clause._replace(content=(first, last), subject=subject))
        return cut

    def _announced(self, first: int, last: int) -> int:
        """Return where the quotation begins that *opposed the idea: "…"* announces, else ``first``."""
        for at in range(first, last - 1):
            quotation = self.opened.get(at + 1)
            if self.low[at] == ":" and quotation is not None and quotation.last >= last - 1:
                return at + 1
        return first

    def _pending(self, number: int) -> tuple[Phrase, ...]:
        """Return the subject of an opening participle: that of the next clause, else of the sentence."""
        return next((other.subject for other in self.found[number + 1 :] if other.subject), self.current)
