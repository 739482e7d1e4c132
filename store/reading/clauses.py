"""Who attributes what in a sentence: each cue with its subject and its content.

A light parse. The cues of a sentence are walked from left to right. A cue counts when a speaker stands before it,
when it is coordinated with a cue that has one, when it is a participle after a comma, or when the speaker follows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from store.reading.according import According
from store.reading.cues import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Form, cues_at
from store.reading.doubting import PARTING_WORDS, Doubting
from store.reading.giving import VERBS, giving
from store.reading.passive import Passive
from store.reading.phrase import PRONOUN, Phrase
from store.reading.quoted_cues import QuotedCues
from store.reading.saying import Saying
from store.reading.sentences import Sentence
from store.reading.subjects import Subject, is_finite
from store.reading.tables import classes, word_class
from store.reading.times import time_before
from store.reading.walking import QUOTING, Clause

_ADVERBS, _AUXILIARIES, _MODALS = word_class("adverb"), word_class("auxiliary"), word_class("modal")
_CLOSED = frozenset({"”", '"', "’", "'"})
_HELD = frozenset({"learnt", "learned", "understood", "believed", "reported", "said", "thought"})
_FAR = 40  # tokens of *, meeting X …* before *and calling for Y*
_ASIDE = 6  # tokens of *and, when asked,*
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NEGATIONS = frozenset({"not", "never", "n't"})
_ASKING = _AUXILIARIES | _MODALS | {"what", "why", "how", "who", "when", "where", "which"}
_CARRIERS = frozenset({"and", ",", "but", "to", "then", ";"})
_NOUNS = classes("nouns")
_CONCEDING = frozenset({"although", "though", "while", "whereas", "when", "if", "because"})
_LEADING = _ADVERBS | {"while", "when", "by", "in"}
_APART = QUOTING | {"according", "in"} | _NOUNS["view"]
_PERFECT = frozenset({"had", "has", "have", "would", "will"})
_SPOKEN = _NOUNS["spoken"]
_NEVER_PARTICIPLE, _PRIVATE = _NOUNS["never-participle"], _NOUNS["private"]


__all__ = ["Clause", "Parser"]


class Parser(Doubting, Saying, Passive, According, QuotedCues):
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
            if at in self.opened:
                after = self.opened[at].last
                if quoted := self._quoted_cue(at):
                    if self.found and self._relays(self.found[-1], quoted.left):
                        self.found.pop()  # *the spokesman said that X “welcomed the pact”*
                    self.found += [quoted, *self._quoted_further(quoted, after)]
                continue
            if at in self.subjects.first and at >= opened and self._opens(at):
                subject = self.subjects.opening(at, sentence)
                if subject:
                    self.current, opened = subject.phrases, subject.phrases[-1].last
                    self.opener = self.opener or subject.phrases
            word, clause = self.low[at], None
            if word in _APART:
                clause = self._as_saying(at) if word in QUOTING else self._according(at) or self._view(at)
            if clause is None and (word in self.forms or word in VERBS) and not self._named(at):
                clause = self._first_clause(at)
            if clause is not None:
                if self.found and self.found[-1].content == clause.content:
                    self.found.pop()  # *responded by saying that …*: said once
                self.found.append(clause)
                self.current = clause.subject or self.current
                after = self._after_quotation(clause) or self._further(clause) or clause.cue[1]
        if not self.found and (clause := self._beside_quotation()):
            self.found.append(clause)
        return self._cut(), self.current

    def _first_clause(self, at: int) -> Clause | None:
        found = cues_at(self.low, at, self.sentence.last)
        if self.low[at] in VERBS:
            found = giving(self.low, at, self.sentence.last) + found
        for form in found:
            clause = self._clause(at, form)
            if clause is not None:
                self.tense = PAST if form.form in (PAST, PARTICIPLE) else self.tense
                self.tense = PRESENT if form.form in (PRESENT, BASE) else self.tense
                if self.low[at - 1] == "to":
                    self.tense = ""  # *was pleased to note the progress and suggested …*
                return clause
        return None

    def _clause(self, at: int, form: Form) -> Clause | None:
        low, sentence = self.low, self.sentence
        end, before = at + 1 + len(form.cue.tail), at - 1
        auxiliaries: list[str] = []
        while before >= sentence.first:
            timed = time_before(low, before + 1, sentence.first)
            if timed <= before and timed > sentence.first:
                before = timed - 1  # *Keller on Monday, May 3 said*
                continue
            if not self._adverbial(before):
                break
            if low[before] in _NEGATIONS and low[before + 1] != "only":
                return None
            if low[before] in _AUXILIARIES:
                auxiliaries.append(low[before])
            before -= 1
        if (
            auxiliaries == ["have"]
            and low[before] == "to"
            and low[before - 1] in _HELD
            and before > sentence.first
        ):
            before -= 2 + (low[before - 2] in _BE)  # *is learnt to have sought …*
        if (
            before >= sentence.first
            and low[before] in _MODALS
            and auxiliaries == ["be"]
            and low[before - 1] == "it"
        ):
            same = Phrase(before - 1, before, PRONOUN, word="same")
            clause = self._made(before - 1, at, end, (same,), form)
            return clause if clause and low[clause.content[0] - 1] == "that" else None
        later = low[before] == "would" and "later" in low[before:at]  # *X would later say that …*
        if before >= sentence.first and (later or (low[before] == "will" and self._quotes(end))):
            before -= 1  # *He will stress that “…”*: the words are there already
            while before >= sentence.first and self._adverbial(before):
                before -= 1
        barred = before >= sentence.first and (low[before] in _MODALS or low[before] in _NEGATIONS)
        if barred and before not in self.covered:  # … but *Mrs May said*
            return None
        if auxiliaries == ["having"] and before < sentence.first:
            return self._made(sentence.first, at, end, (), form)
        participle = form.form in (PAST, PARTICIPLE)
        agreed = form.cue.name == "agree" and low[end : end + 1] in (["that"], ["on"])
        if agreed and auxiliaries and auxiliaries[0] in _BE and before in self.covered:
            auxiliaries = []  # *The two leaders were agreed that …*
        if participle and auxiliaries and auxiliaries[0] in _BE and not form.cue.name.startswith("be "):
            return self._passive(at, end, before, form)
        if form.form == GERUND and not (auxiliaries and auxiliaries[0] in _BE):
            return self._gerund(at, end, before, form)
        if form.form in (BASE, PRESENT) and self._is_noun(before, end):
            return None
        if form.form == BASE and not self._base_allowed(before):
            return None
        subject = self._behind_quotation(before) or self.subjects.before(before, sentence)
        if subject is not None:
            return self._own(at, end, subject, form)
        if form.cue.name in _SPOKEN and form.form in (PAST, PRESENT):
            subject = self.subjects.common(before, sentence)
        if subject is not None:
            return self._own(at, end, subject, form)
        opener = self._parted(before) if form.form == PAST else None
        clause = self._made(opener.left, at, end, opener.phrases, form) if opener else None
        return clause or self._inverted(at, end, form) or self._carried(at, end, before, form)

    def _own(self, at: int, end: int, subject: Subject, form: Form) -> Clause | None:
        """Read a cue with its subject right before it."""
        frames, low = form.cue.frames, self.low
        if self._nobody(at, subject):
            self._close_before(subject.left, end)
            return None
        if self._within(subject) or self._is_report(subject, form):
            return None
        if inner := self._quoted_inside(at, end, subject):
            return inner
        if self._closes_quotation(subject.left) and (clause := self._trailing(at, end, subject, form)):
            return clause
        if not self._may_say(end, subject, form):
            return None
        phrases = self._with(end, self._same_as_opener(subject) or subject.phrases, form)
        conceding = low[self.sentence.first] in _CONCEDING and low[subject.left - 1] == ","
        if conceding and (clause := self._made(subject.left, at, end, phrases, form)):
            self.found = [one for one in self.found if one.before or not one.subject or self._known(one)]
            return clause
        relative = self._relative(subject.left, frames)
        if aside := self._aside(subject.left):
            return self._made(aside, at, end, phrases, form)
        if self._still_told(subject, form):
            return None
        relaying = self.found[-1:]
        if self.found and not relative and not self._new_clause(subject.left):
            follows = self.contents.begin(end, form.cue, self.sentence)
            aside = follows is None or self.low[end] == ","
            return self._trailing(at, end, subject, form) if aside else None
        described = low[subject.left - 1].isalpha() and low[subject.left - 2] in PARTING_WORDS
        begin = subject.left - described  # *while crossbencher Jo Hart said*
        clause = self._made(relative or begin, at, end, phrases, form)
        if clause is None and relaying != self.found[-1:]:
            self.found += relaying  # *the spokesman said the president was pleased*: nothing is passed on
        if clause is None and low[at - 1] != "who":
            return self._trailing(at, end, subject, form)
        return clause

    def _close_before(self, left: int, end: int) -> None:
        """End what is said before *…, the state news agency reported.* that closes the sentence."""
        closes = self.low[left - 1] == "," and self.sentence.last - end <= 1
        if closes and self.found and not self.found[-1].before and self.found[-1].content[0] < left - 1:
            self.found[-1].content = (self.found[-1].content[0], left - 1)

    def _carried(self, at: int, end: int, before: int, form: Form) -> Clause | None:
        """*…, and expressed …*: the subject of the clause before."""
        low = self.low
        before = self._over_aside(before)
        joined = low[before] in _CARRIERS or (
            low[before] == "as" and low[before - 2 : before] == ["as", "well"]
        )
        if before < self.sentence.first or not joined or not self.current:
            return None
        if low[before] == "," and low[before + 1] in _PERFECT and self.found and self.found[-1].clausal:
            return None  # *said X, who was away, had sought time*
        if form.cue.name in _PRIVATE and self.found and self.found[-1].clausal and low[before - 1] != ",":
            return None
        if low[before] == "to" and not self._occasion(before):
            return None
        named = form.cue.name == "say" and end in self.subjects.first
        if named and not self._tells(end, self.sentence.last):
            return None  # *They expressed thanks, said MFA*
        if low[before] == "and" and self.found and self.found[-1].clausal and self._inside(before, at):
            return None
        own = PAST if form.form in (PAST, PARTICIPLE) else PRESENT
        if self.tense and own != self.tense and low[before] != "to":
            return None
        if "label" in form.cue.frames and not self._labels(end):
            return None
        if "weak" in form.cue.frames and not self.found and "label" not in form.cue.frames:
            return None
        if low[before] == "," and (self._interrupted(before) or (own == PAST and not self.found)):
            return None
        return self._made(self._edge(before), at, end, self.current, form)

    def _over_aside(self, before: int) -> int:
        """Return the *and* of *and, when asked, said* in place of the comma ``before`` the verb; else ``before``."""
        if self.low[before] != ",":
            return before
        near = range(before - 1, max(before - _ASIDE, 0) - 1, -1)
        return next((at for at in near if self.low[at : at + 2] == ["and", ","]), before)

    def _gerund(self, at: int, end: int, before: int, form: Form) -> Clause | None:
        low, name = self.low, form.cue.name
        opening = before < self.sentence.first
        announces = name == "announce" and (opening or low[before] in ("before", "when"))
        never = name.replace(" ", "-") in _NEVER_PARTICIPLE and not announces
        if never or ("weak" in form.cue.frames and "label" not in form.cue.frames):
            return None
        if not opening and (owner := self._absolute(before)):
            return self._made(owner.left, at, end, owner.phrases, form)
        before -= low[before] in _CLOSED and low[before - 1] == ","  # *called it “a gift,” adding …*
        joined = low[before] in (",", "while", "by", "when", "and", "before") or low[before : before + 2] == [
            "but",
            "also",
        ]
        said = low[before] in ("said", "says") and bool(self.found) and self.found[-1].before
        if (
            not opening and not joined and not said and name not in ("say", "state")
        ):  # *“…,” he said adding …*
            return None
        alone = not opening and low[before] == "and" and not self.found
        if alone and not self._participle_before(before):
            return None
        left = at if opening else self._edge(before)
        if left <= self.sentence.first + 1 and (opening or low[self.sentence.first] in _LEADING):
            return self._made(self.sentence.first, at, end, (), form)
        return self._made(left, at, end, self.current, form) if self.current else None

    def _participle_before(self, joint: int) -> bool:
        """Tell whether *and* at ``joint`` goes on after a participle: *arrived, meeting X and calling for Y*."""
        low = self.low
        begin = max(self.sentence.first, joint - _FAR)
        commas = (at for at in range(joint - 1, begin, -1) if low[at] in (",", ";"))
        comma = next(commas, 0)
        return comma > 0 and low[comma] == "," and low[comma + 1].endswith("ing") and bool(self.current)

    def _absolute(self, before: int) -> Subject | None:
        """Return the subject of *…, with Keller thanking Chile*."""
        phrase = self.subjects.ending.get(before + 1)
        if phrase is None:
            return None
        last = self.found[-1] if self.found else None
        if (
            self.low[phrase.first - 1] == "and"
            and last
            and self.low[last.left : last.left + 2] == [",", "with"]
        ):
            return Subject(
                (phrase,), phrase.first - 1
            )  # *…, with Keller describing it and Rivera hailing it*
        if self.low[phrase.first - 1] == "with" and phrase.first - 1 == self.sentence.first:
            return Subject((phrase,), phrase.first - 1)  # *With the U.S. urging firms to leave, …*
        if self.low[phrase.first - 1] != "with" or self.low[phrase.first - 2] != ",":
            return None
        return Subject((phrase,), phrase.first - 2)

    def _cut(self) -> list[Clause]:
        """End each content where the next attribution begins, and each noun phrase where a new clause does."""
        cut: list[Clause] = []
        for number, clause in enumerate(self.found):
            (first, last), further = clause.content, None
            if first == last:
                cut.append(clause)
                continue
            if first >= clause.cue[0]:
                following = next((other for other in self._after(number) if not other.before), None)
                if following and following.left > first:
                    last = min(last, following.left)
                elif following and following.left <= clause.left:
                    last = min(last, self._parenthesis_end(first, following.cue[0]))
                elif following is None and clause.left == self.sentence.first and not clause.clausal:
                    last = self._before_main(clause, last)
                last = self.contents.end(first, last, clause.clausal, self.sentence)
                named = self.opened.get(first)  # *which X called “a gift”, was rejected*
                if (
                    named
                    and self.low[named.last : named.last + 1] == [","]
                    and any(map(is_finite, self.low[named.last + 1 : named.last + 2]))
                ):
                    last = min(last, named.last)
                if named and self.low[named.last : named.last + 1] == ["and"] and self._gave(named.last + 1):
                    last = min(last, named.last)  # *said “we're brothers” and gave him a book*
                quoted = self._announced(first, last)
                told = clause.clausal and any(map(is_finite, self.low[first : quoted - 1]))
                if quoted > first and told:
                    further, last = (quoted, last), quoted - 1  # *said that it was late: “…”*
                first = quoted if further is None else first
            first, last = self.contents.trim(first, last)
            if first < last and not self._empty(number, first, last):
                subject = clause.subject or (() if clause.passive else self._pending(number))
                clause.content, clause.subject = (first, last), subject
                cut.append(clause)
                cut += [] if further is None else [replace(clause, content=further)]
        return cut

    def _empty(self, number: int, first: int, last: int) -> bool:
        """Tell whether nothing is said in a content: only who met, or where, or that something will be said."""
        clause = self.found[number]
        nothing = self._passes_on(clause, first, last) or self._only_where(clause, first, last)
        return nothing or self._takes_opportunity(number, last)

    def _before_main(self, clause: Clause, last: int) -> int:
        """Return where the content of an opening participle ends: *Underlining the need for talks, X called on Y*."""
        first = clause.content[0]
        if not self.low[clause.cue[0]].endswith("ing"):
            return last
        commas = (at for at in range(first + 1, last - 2) if self.low[at] == ",")
        return next((at for at in commas if self.subjects.opening(at + 1, self.sentence)), last)

    def _gave(self, at: int) -> bool:
        return at < self.sentence.last and self.low[at] in _NOUNS["breaking-off"]

    def _takes_opportunity(self, number: int, last: int) -> bool:
        """Tell the empty content of *said he took the opportunity to thank …*, where the thanks are what is said."""
        following = self.found[number + 1 : number + 2]
        return self.low[last - 1] == "opportunity" and any(one.cue[0] <= last + 1 for one in following)

    def _parenthesis_end(self, first: int, cue: int) -> int:
        """Return where *, welcoming his visit,* ends before the cue of the sentence at token ``cue``."""
        at = cue - 1
        while at > first and self.low[at] in _ADVERBS:
            at -= 1
        return at if at > first and self.low[at] == "," else cue

    def _announced(self, first: int, last: int) -> int:
        """Return where the quotation begins that *opposed the idea: "…"* announces, else ``first``."""
        for at in range(first, last - 1) if ":" in self.low[first : last - 1] else ():
            quotation = self.opened.get(at + 1)
            if self.low[at] == ":" and quotation is not None and quotation.last >= last - 1:
                return at + 1
        return first

    def _after(self, number: int) -> Iterator[Clause]:
        """Yield the clauses after one. A copy would make the time grow with the square of a sentence."""
        return (self.found[at] for at in range(number + 1, len(self.found)))

    def _pending(self, number: int) -> tuple[Phrase, ...]:
        """Return the subject of an opening participle: that of the next clause, else of the sentence."""
        return next((other.subject for other in self._after(number) if other.subject), self.current)
