"""Who attributes what in a sentence: each cue with its subject and its content.

A light parse. The cues of a sentence are walked from left to right. A cue counts when a speaker stands before it,
when it is coordinated with a cue that has one, when it is a participle after a comma, or when the speaker follows.
"""

from __future__ import annotations

from bisect import bisect_left

from store.reading.cues import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Form, cues_at
from store.reading.phrases import BODY, GROUP, MAYBE, NOUN, PERSON, PRONOUN, Phrase
from store.reading.sentences import Sentence
from store.reading.subjects import Subject
from store.reading.tables import classes, word_class
from store.reading.trailing import Trailing
from store.reading.walking import Clause

_ADVERBS, _AUXILIARIES, _MODALS = word_class("adverb"), word_class("auxiliary"), word_class("modal")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NEGATIONS = frozenset({"not", "never", "n't"})
_CLAUSE_STOPS = frozenset({",", ";", ":", "—", "–", "--"})
_ASKING = _AUXILIARIES | _MODALS | {"what", "why", "how", "who", "when", "where", "which"}
_OCCASIONS = frozenset({"opportunity", "on", "occasion", "like"})  # … *to thank*
_CARRIERS = frozenset({"and", ",", "but", "to", "then", ";"})
_NOUNS = classes("nouns")
_CONDITIONS = frozenset({"if", "whether", "unless", "than", "what"})
_DETERMINERS = word_class("determiner")
_TOPICAL = frozenset(
    {"speak about", "talk about", "speak of", "speak on"}
)  # of several: a topic, no statement
_LEADING = _ADVERBS | {"while", "when", "by", "in"}
_PASSIVES, _SPEECH = _NOUNS["passive"], _NOUNS["speech"]
_AGENCIES = _NOUNS["agency"]
_NEVER_PARTICIPLE, _PRIVATE = _NOUNS["never-participle"], _NOUNS["private"]


__all__ = ["Clause", "Parser"]


class Parser(Trailing):
    """Finds the clauses of the sentences of one text."""

    def clauses(self, sentence: Sentence) -> tuple[list[Clause], tuple[Phrase, ...]]:
        """Return the attributions of a sentence in order, and the subject of its last clause."""
        self._begin(sentence)
        if self.low[sentence.last - 1] == "?" and self.low[sentence.first] in _ASKING:
            return [], ()
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
        if form.cue.name in _TOPICAL and (
            len(subject.phrases) > 1 or subject.phrases[0].kind == GROUP or named == "they"
        ):
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
        if low[before] == "to" and low[before - 1] not in _OCCASIONS:
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
        if low[before] == "," and not self.found and before - 1 > sentence.first:
            before -= 1
        if self.found or low[before] in ("which", "that", "who", "and", ","):
            return None
        if low[before] == "following" and low[sentence.last - 1] == ":":
            return Clause(before, (at, end), agent, (end, end), passive=True)
        left = before
        while left - 1 >= sentence.first and low[left - 1] not in _CLAUSE_STOPS:
            left -= 1
        if low[sentence.first] in _DETERMINERS and ";" not in low[sentence.first : left]:
            left = sentence.first
        elif low[before + 1] == "," and (comma := self._first_comma()) < before:
            left = comma + 1
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

    def _first_comma(self) -> int:
        return next((at for at in range(self.sentence.first, self.sentence.last) if self.low[at] == ","), -1)

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
