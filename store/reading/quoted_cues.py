"""Cues that are quoted with what they introduce: *The ministers “looked forward to 60 years of ties”*."""

from __future__ import annotations

from store.reading.cues import PAST, PRESENT, cues_at
from store.reading.tables import word_class
from store.reading.walking import Clause, Walk

_ADVERBS = word_class("adverb")


class QuotedCues(Walk):
    """Reads the attributions between one pair of marks."""

    def _quoted_cue(self, mark: int) -> Clause | None:
        """Read *The ministers “looked forward to 60 years of ties”*, where the cue is quoted with its content."""
        at, before, last = mark + 1, mark - 1, self.opened[mark].last - self.opened[mark].closed
        if self.low[at : at + 1] == [] or self.low[at] not in self.forms:
            return None
        while before > self.sentence.first and self.low[before] in _ADVERBS:
            before -= 1
        subject = self.subjects.before(before, self.sentence)
        finite = (form for form in cues_at(self.low, at, last) if form.form in (PAST, PRESENT))
        for form in finite if subject else ():
            end = at + 1 + len(form.cue.tail)
            begin = self.contents.begin(end, form.cue, self.sentence)
            if subject and begin and begin < last:
                return Clause(subject.left, (at, end), subject.phrases, (begin, last))
        return None

    def _quoted_further(self, quoted: Clause, last: int) -> list[Clause]:
        """Read what goes on in a quotation: *X “reiterated A and expressed B”*; the content before it ends there."""
        found = [quoted]
        last -= last - 1 in self.quoted
        for at in range(quoted.content[0] + 1, last):
            if self.low[at - 1] != "and" or self.low[at] not in self.forms:
                continue
            for form in cues_at(self.low, at, last):
                end = at + 1 + len(form.cue.tail)
                begin = self.contents.begin(end, form.cue, self.sentence) if form.form == PAST else None
                if begin and begin < last:
                    found[-1].content = (found[-1].content[0], at - 1)
                    found.append(Clause(at - 1, (at, end), quoted.subject, (begin, last)))
                    break
        return found[1:]
