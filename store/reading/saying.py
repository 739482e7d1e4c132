"""Who says something with a cue, and who nothing: agencies that only relay, analysts, a deal, a report."""

from __future__ import annotations

from store.reading.cues import BASE, PRESENT, Form
from store.reading.phrase import BODY, COUNTRY, GROUP, MAYBE, NOUN, PRONOUN
from store.reading.subjects import Subject
from store.reading.tables import classes
from store.reading.walking import Walk

_NOUNS = classes("nouns")
_ALSO_DOCUMENTS = frozenset({"report", "report on", "call", "call for", "request", "address", "demand"})
_PACTS = frozenset({"deal", "agreement", "accord", "pact", "memorandum", "treaty", "terms"})
_NAMED = 4  # words with which *experts of the ministry* are somebody's
_OUTSIDERS = _NOUNS["outsider"]  # neither officials, nor a body or side: *analysts warn*
_CONDITIONS = frozenset({"if", "whether", "unless", "than", "what"})
_TOPICAL = frozenset(
    {"speak about", "talk about", "speak of", "speak on"}
)  # of several: a topic, no statement
_ASKING_HOW = (["how"], ["why"])  # … but *they spoke about how minerals can help*
_STANCES = (["the", "need"], ["the", "importance"], ["their", "shared"], ["their", "common"])
_AGENCIES = _NOUNS["agency"]
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "responding", "reacting", "referring"})


class Saying(Walk):
    """Tells whether a subject attributes anything with its cue."""

    @staticmethod
    def _is_report(subject: Subject, form: Form) -> bool:
        """Tell *the IAEA report*, a noun after one body's name, from *the ministers report*."""
        one = len(subject.phrases) == 1 and subject.phrases[0].kind in (BODY, COUNTRY)
        return one and form.form == BASE and form.cue.name in _ALSO_DOCUMENTS

    def _nobody(self, at: int, subject: Subject) -> bool:
        """Tell whether a subject only relays (an agency), is hypothetical (*if X says*), or long past (*who had*)."""
        first = subject.phrases[0]
        if subject.left > self.sentence.first and self.low[subject.left - 1] in ("what", "nor", "neither"):
            return True  # *what Russia says is a flow of weapons*, *neither X nor Y said*
        if self.low[first.first] in _AGENCIES or first.word in _AGENCIES:
            return True
        if first.kind == MAYBE and first.last - first.first == 1 and self.low[at] == "reports":
            return True  # *Rudaw reports …*
        described = self.low[first.first : first.last]
        if described[-2:] == ["news", "agency"]:
            return True
        if first.kind in (NOUN, MAYBE) and len(described) < _NAMED and not _OUTSIDERS.isdisjoint(described):
            return True
        if self.low[self.sentence.first] == "under" and self.low[self.sentence.first + 2] in _PACTS:
            return True  # *Under the deal, Iran agreed to …* tells of the deal
        inner = not self.found and subject.left > self.sentence.first
        before = self.low[subject.left - 1]
        if inner and (
            before in _CONDITIONS or (before == "that" and self.low[self.sentence.first] in _ASKED)
        ):
            return True
        return self.low[subject.left] == "who" and "had" in self.low[subject.left : at]

    def _may_say(self, end: int, subject: Subject, form: Form) -> bool:
        """Tell whether a cue can be said of such a subject: *the deal presents …* attributes nothing."""
        kinds, frames, first = (
            {phrase.kind for phrase in subject.phrases},
            form.cue.frames,
            subject.phrases[0],
        )
        if "label" in form.cue.frames and not self._labels(end):
            return False
        if form.cue.name == "hope" and form.form == PRESENT and first.kind == COUNTRY:
            return False  # *Japan hopes the talks will help* is the reporter's
        if form.cue.name == "back" and form.form in (PRESENT, BASE):
            return False  # *Russia backs Assad* tells where it stands, and nothing that it said
        if form.cue.name in ("back", "slam") and self._ends_with(end):
            return False  # *slammed the Congress saying …*
        if "weak" in frames and not kinds.isdisjoint((MAYBE, NOUN)):
            return False
        several = len(subject.phrases) > 1 or first.kind == GROUP or self.low[first.first] == "they"
        content = self.low[end : end + 1] in _ASKING_HOW or self.low[end : end + 2] in _STANCES
        if form.cue.name in _TOPICAL and several and not content:
            return False
        return "only-body" not in frames or kinds <= {BODY, PRONOUN}

    def _ends_with(self, at: int) -> bool:
        """Tell whether nothing but somebody's name stands at ``at`` before *saying*, *and* or the end."""
        phrase = self.subjects.first.get(at)
        return phrase is not None and self.low[phrase.last] in ("saying", "and", "for", ".", ",")
