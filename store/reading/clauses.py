"""Who does what in a sentence, as far as attribution needs it: each cue with its subject and its content.

A light parse. The cues of a sentence are walked from left to right. A cue counts when a speaker stands before it,
when it is coordinated with a cue that has one, when it is a participle after a comma, or when the speaker follows.
"""

from __future__ import annotations

from typing import NamedTuple

from store.reading.cues import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Cue, Form, forms
from store.reading.phrases import Phrase
from store.reading.quotation import Quotation
from store.reading.sentences import Sentence
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

Subject = tuple[Phrase, ...]
"""The phrases that together are the subject; empty: the subject of the cue before."""

_ADVERBS = word_class("adverb")
_AUXILIARIES = word_class("auxiliary")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PREPOSITIONS = word_class("preposition")
_DETERMINERS = word_class("determiner")
_BREAKS = frozenset({",", ";"})
_JOINERS = frozenset({"and", "but", "while", "whereas", "then"})
_TIMES = (
    word_class("weekday")
    | word_class("month")
    | frozenset({"today", "yesterday", "here", "earlier", "later"})
)
_NOUNS = classes("nouns")
_SPEAKING = frozenset({"person", "role", "country", "body", "group", "pronoun"})
_NO_GERUND = frozenset(
    {"raise", "present", "support", "back", "direct", "task", "set out", "draw attention to"}
)


class Clause(NamedTuple):
    """One attribution. All are token numbers, ends exclusive.

    ``left`` is where its construction begins (an open content before it ends there); ``cue`` the words of the cue;
    ``content`` what is attributed. ``passive`` and ``agentless`` tell how it was put.
    """

    left: int
    cue: tuple[int, int]
    name: str
    subject: Subject
    content: tuple[int, int]
    passive: bool = False
    before: bool = False


class Parser:
    """Finds the clauses of sentences, given the phrases and quotations of the text."""

    def __init__(
        self, tokens: Tokens, found: list[Phrase], reach: dict[int, int], opened: dict[int, Quotation]
    ) -> None:
        self.tokens = tokens
        self.opened = opened
        self.first = {phrase.first: phrase for phrase in found}
        self.ending: dict[int, Phrase] = {}
        for phrase in found:
            if phrase.kind in _SPEAKING or phrase.kind == "maybe":
                self.ending[phrase.last] = phrase
                if phrase.first in reach:
                    self.ending[reach[phrase.first]] = phrase
                    self.ending[reach[phrase.first] - 1] = phrase

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """Return the attributions of a sentence in order, contents already cut at the next one."""
        found: list[Clause] = []
        tense = ""
        at = sentence.first
        while at < sentence.last:
            quotation = self.opened.get(at)
            if quotation is not None:
                at = max(quotation.last, at + 1)
                continue
            form = self._cue(at, sentence)
            if form is None:
                at += 1
                continue
            clause = self._clause(at, form, sentence, found, tense)
            if clause is None:
                at += 1
                continue
            if form.form in (PAST, PARTICIPLE):
                tense = PAST
            elif form.form in (PRESENT, BASE):
                tense = PRESENT
            found.append(clause)
            at = max(at + 1, clause.cue[1])
        return self._cut(found, sentence)

    # -- the cue -----------------------------------------------------------------------------------------------------

    def _cue(self, at: int, sentence: Sentence) -> Form | None:
        low = self.tokens.low
        for form in forms().get(low[at], ()):
            tail = form.cue.tail
            if not tail:
                return form
            end = at + 1 + len(tail)
            if end <= sentence.last and tuple(low[at + 1 : end]) == tail:
                return form
        return None

    def _clause(
        self, at: int, form: Form, sentence: Sentence, found: list[Clause], tense: str
    ) -> Clause | None:
        _tokens, low = self.tokens, self.tokens.low
        end = at + 1 + len(form.cue.tail)
        before = at - 1
        auxiliaries: list[str] = []
        while before >= sentence.first and (
            low[before] in _ADVERBS or low[before] in _AUXILIARIES or low[before].endswith("ly")
        ):
            if low[before] in ("not", "never") and form.cue.name != "deny":
                return None
            if low[before] in _AUXILIARIES:
                auxiliaries.append(low[before])
            before -= 1
        if (
            form.form in (PAST, PARTICIPLE)
            and auxiliaries
            and auxiliaries[0] in _BE
            and not form.cue.name.startswith("be ")
        ):
            return self._passive(at, end, before, form, sentence, found)
        if form.form == GERUND:
            return self._gerund(at, end, before, form, sentence, found)
        if form.form == BASE and not self._base_allowed(before, sentence):
            return None
        modal = before >= sentence.first and low[before] in word_class("modal")
        if modal:
            return None
        subject = self._subject(before, sentence)
        if subject is not None:
            phrases, left = subject
            if found and not self._new_clause(left, sentence, found):
                return None
            content = self._content(end, form.cue, sentence)
            if content is None:
                return self._trailing(at, end, left, phrases, form, sentence, found)
            return Clause(left, (at, end), form.cue.name, phrases, content)
        if inverted := self._inverted(at, end, form, sentence, found):
            return inverted
        return self._carried(at, end, before, form, sentence, found, tense)

    def _base_allowed(self, before: int, sentence: Sentence) -> bool:
        low = self.tokens.low
        if before < sentence.first:
            return False
        if low[before] == "to":
            return before - 1 >= sentence.first and low[before - 1] in ("opportunity", "on", "occasion")
        phrase = self.ending.get(before + 1)
        return (
            phrase is not None and phrase.kind in ("group", "pronoun", "country", "person", "role")
        ) or low[before] in ("and", ",")

    # -- the subject -------------------------------------------------------------------------------------------------

    def _subject(self, before: int, sentence: Sentence) -> tuple[Subject, int] | None:
        """Return the phrases that end at token ``before`` and where they begin, when they can be a subject."""
        low = self.tokens.low
        if before < sentence.first:
            return None
        if low[before] == "who":
            phrase = self.ending.get(before) or self.ending.get(before - 1)
            if phrase and phrase.kind in ("person", "role"):
                return (phrase,), before
            return None
        phrase = self.ending.get(before + 1)
        if phrase is None and low[before] == ",":
            phrase = self._over_parenthesis(before, sentence)
        if phrase is None:
            return self._noun(before, sentence)
        together = [phrase]
        left = phrase.first
        while left - 1 > sentence.first and low[left - 1] in ("and", ",", "&"):
            other = self.ending.get(left - 1) or (self.ending.get(left - 2) if low[left - 2] == "," else None)
            if other is None or other.first < sentence.first or other.kind == "pronoun":
                break
            together.insert(0, other)
            left = other.first
        if left - 1 >= sentence.first and low[left - 1] in _PREPOSITIONS:
            head = self.ending.get(left - 1)
            if head and low[left - 1] in ("of", "from", "for", "in"):
                return (head,), head.first
            if low[left - 1] == "of":
                return self._noun(left - 2, sentence)
            return None
        return tuple(together), left

    def _over_parenthesis(self, comma: int, sentence: Sentence) -> Phrase | None:
        """*Lorenzana, who was in Beijing, said*: the phrase before the words between two commas."""
        low = self.tokens.low
        for place in range(comma - 1, max(sentence.first, comma - 40), -1):
            if low[place] == "," and (phrase := self.ending.get(place)):
                opens = phrase.first == sentence.first or low[phrase.first - 1] in (",", "and", "—", "–")
                if opens and low[place + 1] in _PARENTHETIC:
                    return phrase
        return None

    def _noun(self, before: int, sentence: Sentence) -> tuple[Subject, int] | None:
        """Find a common noun as subject: *the discussions*, *a U.S. statement*."""
        low = self.tokens.low
        if before < sentence.first or not low[before][0].isalpha():
            return None
        head = low[before]
        if head in _NOUNS["talks"]:
            kind = "group"
        elif head in _NOUNS["person"] or head in _NOUNS["relay"]:
            kind = "noun"
        else:
            return None
        left = before
        while left - 1 >= sentence.first and low[left - 1] not in _STOPS and left > before - 8:
            left -= 1
        return (Phrase(left, before + 1, kind, word=head),), left

    def _new_clause(self, left: int, sentence: Sentence, found: list[Clause]) -> bool:
        """Tell whether a subject at ``left`` opens a clause of its own rather than one inside the open content."""
        low = self.tokens.low
        place = left - 1
        while place > sentence.first and low[place] in _ADVERBS:
            place -= 1
        if place <= sentence.first:
            return True
        if found[-1].before or found[-1].content[0] >= found[-1].content[1]:
            return True
        if low[place] in (";", "while", "whereas"):
            return True
        if low[place] in ("and", "but") and low[place - 1] == ",":
            return True
        return low[place] == "," and found[-1].left == sentence.first and not found[-1].subject

    # -- the ways an attribution is put ------------------------------------------------------------------------------

    def _carried(
        self, at: int, end: int, before: int, form: Form, sentence: Sentence, found: list[Clause], tense: str
    ) -> Clause | None:
        """*…, and expressed …*: the subject of the cue before."""
        low = self.tokens.low
        if before < sentence.first or low[before] not in ("and", ",", "but", "to", "then", ";"):
            return None
        own = PAST if form.form in (PAST, PARTICIPLE) else PRESENT
        if tense and own != tense and low[before] != "to":
            return None
        if "weak" in form.cue.frames:
            return None
        if not found and not self._main(before, sentence):
            return None
        content = self._content(end, form.cue, sentence)
        if content is None:
            return None
        subject = () if found else self._main(before, sentence)
        return Clause(self._edge(before, sentence), (at, end), form.cue.name, subject or (), content)

    def _edge(self, before: int, sentence: Sentence) -> int:
        low = self.tokens.low
        while before > sentence.first and (low[before] in ("and", ",", "but", "then", "to", "while", "by")):
            before -= 1
        return before + 1

    def _main(self, before: int, sentence: Sentence) -> Subject:
        """Return the subject of the sentence: the first speaking phrase that a verb follows."""
        low = self.tokens.low
        place = sentence.first
        while place < before:
            phrase = self.first.get(place)
            if phrase and phrase.kind in _SPEAKING:
                after = phrase.last
                while after < before and low[after] in _ADVERBS:
                    after += 1
                if low[after] in _VERBS or low[after].endswith("ed") or low[after] in forms():
                    subject = self._subject(phrase.last - 1, sentence)
                    if subject:
                        return subject[0]
                place = max(phrase.last, place + 1)
            else:
                place += 1
        return ()

    def _gerund(
        self, at: int, end: int, before: int, form: Form, sentence: Sentence, found: list[Clause]
    ) -> Clause | None:
        low = self.tokens.low
        if "weak" in form.cue.frames or "speech" in form.cue.frames or form.cue.name in _NO_GERUND:
            return None
        opening = before < sentence.first
        joined = not opening and (
            low[before] in (",", "while", "by", "when") or (low[before] == "and" and found)
        )
        if not (opening or joined):
            return None
        content = self._content(end, form.cue, sentence)
        if content is None:
            return None
        left = at if opening else self._edge(before, sentence)
        if opening or left == sentence.first:
            return Clause(sentence.first, (at, end), form.cue.name, (), content)
        if found:
            return Clause(left, (at, end), form.cue.name, (), content)
        subject = self._main(before, sentence)
        return Clause(left, (at, end), form.cue.name, subject, content) if subject else None

    def _passive(
        self, at: int, end: int, before: int, form: Form, sentence: Sentence, found: list[Clause]
    ) -> Clause | None:
        low = self.tokens.low
        if before < sentence.first or form.cue.name not in _PASSIVES:
            return None
        agent: Subject = ()
        if end < sentence.last and low[end] == "by" and (phrase := self.first.get(end + 1)):
            agent = (phrase,)
        if low[before] == "it" and end < sentence.last and low[end] in ("that", "to"):
            content = self._content(end, form.cue, sentence)
            return Clause(before, (at, end), form.cue.name, agent, content, True) if content else None
        if found or low[before] in ("which", "that", "who", "and", ","):
            return None
        left = before
        while left - 1 >= sentence.first and low[left - 1] not in _CLAUSE_STOPS:
            left -= 1
        if (
            self.first.get(left)
            and self.first[left].kind in ("person", "pronoun")
            and self.first[left].last == before + 1
        ):
            return None
        return Clause(left, (at, end), form.cue.name, agent, (left, before + 1), True)

    def _inverted(
        self, at: int, end: int, form: Form, sentence: Sentence, found: list[Clause]
    ) -> Clause | None:
        """*…, said X*: the speaker after the cue, the content before it."""
        if "say" not in form.cue.frames and "that" not in form.cue.frames:
            return None
        phrase = self.first.get(end)
        place = at - 1
        if (
            phrase is None
            or (phrase.kind not in _SPEAKING and phrase.kind != "maybe")
            or place < sentence.first
        ):
            return None
        closes = self.tokens.words[place] in ",”\"’»!?—–'"
        return self._before(at, end, place, (phrase,), form, sentence, found) if closes else None

    def _trailing(
        self,
        at: int,
        end: int,
        left: int,
        subject: Subject,
        form: Form,
        sentence: Sentence,
        found: list[Clause],
    ) -> Clause | None:
        """*…, X said.*."""
        if "say" not in form.cue.frames and "that" not in form.cue.frames:
            return None
        place = left - 1
        if place < sentence.first or self.tokens.words[place] not in ",”\"’»!?—–'":
            return None
        return self._before(at, end, place, subject, form, sentence, found)

    def _before(
        self,
        at: int,
        end: int,
        place: int,
        subject: Subject,
        form: Form,
        sentence: Sentence,
        found: list[Clause],
    ) -> Clause | None:
        begin = sentence.first
        if found:
            begin = found[-1].content[0] if found[-1].before else max(found[-1].cue[1], sentence.first)
            if not found[-1].before:
                return None
        return Clause(begin, (at, end), form.cue.name, subject, (begin, place + 1), before=True)

    # -- the content -------------------------------------------------------------------------------------------------

    def _content(self, at: int, cue: Cue, sentence: Sentence) -> tuple[int, int] | None:
        """Return where the content after a cue begins, up to the end of the sentence; ``None`` when none can."""
        low, frames = self.tokens.low, cue.frames
        last = sentence.last
        at = self._over_adverbial(at, sentence)
        if at >= last:
            return None
        if "tell" in frames and low[at] not in ("that", ":", "of", "about", "on"):
            at = self._over_addressee(at, sentence)
            if at >= last:
                return None
        word = low[at]
        if word == "that" and frames & {"that", "that!", "np", "say"}:
            return at + 1, last
        if word in (":", ",") and "say" in frames:
            return (at + 1, last) if at + 1 < last and (word == ":" or at + 1 in self.opened) else None
        if word == "to":
            if "to" in frames:
                return at, last
            return None
        if word in frames and word in _PREPOSITIONS:
            return at + 1, last
        if word in ("with", "together") and (phrase := self.first.get(at + 1)) and phrase.last < last:
            return self._content(phrase.last, cue, sentence)
        if word in _PREPOSITIONS or word in _CLOSERS or word in ("and", "or", "by"):
            return None
        if "person" in frames or "np" in frames or "that" in frames or "as" in frames:
            return at, last
        if at in self.opened and "say" in frames:
            return at, last
        if "speech" in frames and any(w in _NOUNS["speech"] for w in low[at : min(at + 7, last)]):
            return at, last
        return None

    def _over_adverbial(self, at: int, sentence: Sentence) -> int:
        """Step over *again*, *on Monday*, *with satisfaction*, *in a statement* where the content follows."""
        low, last = self.tokens.low, sentence.last
        while at < last and (
            low[at] in ("again", "also", "here", "today", "yesterday", "clearly", "strongly")
            or low[at] in word_class("weekday")
            or (low[at].endswith("ly") and low[at] != "only")
        ):
            at += 1
        if at < last and low[at] in _PREPOSITIONS and low[at] not in ("to",):
            for place in range(at + 1, min(at + 14, last)):
                if low[place] in (":", "that") or place in self.opened:
                    return place
                if low[place] in forms() or low[place] in (",", ";", "."):
                    break
            if low[at] == "on" and at + 1 < last and low[at + 1] in word_class("weekday"):
                return at + 2
        return at

    def _over_addressee(self, at: int, sentence: Sentence) -> int:
        low, last = self.tokens.low, sentence.last
        phrase = self.first.get(at)
        if phrase:
            return self._over_adverbial(phrase.last, sentence)
        for place in range(at, min(at + 10, last)):
            if low[place] in ("that", "of", "about", "on", ":") or place in self.opened:
                return place
        return (
            at + 1
            if low[at] in ("him", "her", "them", "reporters", "journalists", "us", "parliament")
            else at
        )

    def _cut(self, found: list[Clause], sentence: Sentence) -> list[Clause]:
        """End each content where the next attribution begins."""
        cut: list[Clause] = []
        for number, clause in enumerate(found):
            first, last = clause.content
            if not clause.before and not (clause.passive and last <= clause.cue[0]):
                following = next((other for other in found[number + 1 :] if not other.before), None)
                if following and following.left > first:
                    last = min(last, following.left)
            first, last = self._trim(first, last)
            if first < last:
                cut.append(clause._replace(content=(first, last)))
        return cut

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        words, low = self.tokens.words, self.tokens.low
        while last > first and (words[last - 1] in _TRAILING or low[last - 1] in _JOINERS):
            last -= 1
        while first < last and words[first] in _TRAILING:
            first += 1
        return first, last


_TRAILING = frozenset({",", ";", ".", ":", "!", "?", "–", "—", "-", "--", "…"})
_CLOSERS = frozenset({",", ";", ".", ":", "!", "?", ")", "]", "–", "—", "--", "’", "”", '"'})
_PARENTHETIC = (
    frozenset(
        {
            "who",
            "in",
            "for",
            "on",
            "speaking",
            "whose",
            "along",
            "together",
            "as",
            "after",
            "during",
            "at",
            "however",
            "which",
            "while",
            "when",
            "too",
            "also",
        }
    )
    | _DETERMINERS
)
_STOPS = frozenset({",", ";", ":", "(", ")", "and", "but", "that", "—", "–", "--"})
_CLAUSE_STOPS = frozenset({",", ";", ":", "—", "–", "--"})
_VERBS = _AUXILIARIES | word_class("modal") | word_class("verb")
_PASSIVES = classes("nouns")["passive"]
