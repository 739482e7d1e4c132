"""Attributions by a preposition: *according to X, …*, *…, according to X*, *in X's view, …*, *in the words of X*."""

from __future__ import annotations

from store.reading.endings import SPEAKING
from store.reading.phrase import COUNTRY, NOUN, PERSON, PRONOUN, ROLE, Phrase
from store.reading.tables import classes, word_class
from store.reading.trailing import WHOSE, Trailing
from store.reading.walking import OBJECTS, Clause

_NOUNS = classes("nouns")
_AUXILIARIES = word_class("auxiliary") | word_class("modal")
_ASSESSMENTS = frozenset({"assessment", "account", "words", "opinion", "view", "estimate", "estimates"})
_OWNED = frozenset({"view", "opinion", "words", "account"})
_REPORTS, _PRESS = frozenset({"reports", "report"}), frozenset({"media", "press", "news", "local", "some"})
_THEREFORE = (["therefore", ","], ["thus", ","], ["however", ","], ["also", ","], ["moreover", ","])
_POSTS = frozenset({"statement", "statements", "tweet", "post", "letter", "remarks", "comments"})
_ANONYMOUS = frozenset({"people", "sources", "officials", "diplomats", "insiders", "aides"})


class According(Trailing):
    """Reads what a preposition and a noun of telling attribute."""

    def _in_view(self, at: int) -> Clause | None:
        """Read *In her view, …*, *In X's words, …* and *In the words of X, …* at the start of a sentence."""
        low, last = self.low, self.sentence.last
        if at != self.sentence.first or at + 4 >= last:
            return None
        if low[at + 1] in WHOSE and low[at + 2] in _OWNED:
            owner: Phrase | None = Phrase(at + 1, at + 2, PRONOUN, word=WHOSE[low[at + 1]])
            cue = end = at + 3
        elif low[at + 1] == "the" and low[at + 2] in _ASSESSMENTS and low[at + 3] == "of":
            owner = self.subjects.first.get(at + 4)
            cue, end = at + 4, owner.last if owner else at
        else:
            owner = self.subjects.first.get(at + 1)
            owned = owner is not None and low[owner.last] == "'s" and low[owner.last + 1] in _OWNED
            cue = end = owner.last + 2 if owner and owned else at
        if owner is None or end == at or end + 1 >= last or low[end] != ",":
            return None
        return Clause(at, (at, cue), (owner,), (end + 1, last), clausal=True)

    def _according(self, at: int) -> Clause | None:
        """Read *According to X, …* and *…, according to X*."""
        low, last = self.low, self.sentence.last
        if low[at] == "in":
            return self._in_view(at)
        if at + 2 >= last or low[at + 1] != "to":
            return None
        if at == self.sentence.first and low[at + 2] in WHOSE and low[at + 4 : at + 5] == [","]:
            pronoun = Phrase(
                at + 2, at + 3, PRONOUN, word=WHOSE[low[at + 2]]
            )  # *According to his assessment, …*
            told = at + 5 < last and low[at + 3] in _ASSESSMENTS
            return Clause(at, (at, at + 2), (pronoun,), (at + 5, last), clausal=True) if told else None
        stop = next(
            (place for place in range(at + 2, min(at + 30, last)) if low[place] in (",", ".", ";", ":")), last
        )
        phrase = self._source(at, stop)
        if phrase is None:
            return None
        if at == self.sentence.first or self.low[self.sentence.first : at] in _THEREFORE:
            if low[last - 1] == ":":
                return Clause(at, (at, at + 2), (phrase,), (last, last), clausal=True)
            if stop + 1 >= last or low[stop] != ",":
                return None
            return Clause(at, (at, at + 2), (phrase,), (stop + 1, last), clausal=True)
        if low[at - 1] == "," and stop + 1 < last and low[stop] == "," and low[stop + 1] in _AUXILIARIES:
            return Clause(
                at, (at, at + 2), (phrase,), (stop + 1, last), clausal=True
            )  # *X, according to Y, was Z*
        follows = low[at - 1] == "," or at - 1 in self.quoted
        return self._before(at, at + 2, at - 1, (phrase,)) if follows else None

    def _source(self, at: int, stop: int) -> Phrase | None:
        """Return who is named between *according to* at ``at`` and the comma or stop at ``stop``."""
        low = self.low
        phrase: Phrase | None = self.subjects.first.get(at + 2)
        if low[at + 2] in OBJECTS:
            phrase = Phrase(at + 2, at + 3, PRONOUN, word=OBJECTS[low[at + 2]])
        posted = phrase is None and not _POSTS.isdisjoint(low[at + 2 : stop])
        if posted and (by := next((p for p in range(at + 3, stop) if low[p] == "by"), 0)):
            phrase = self.subjects.first.get(by + 1)  # *according to a tweet on Monday by X*
            phrase = phrase if phrase is not None and phrase.kind in (PERSON, ROLE) else None
        owned = phrase is not None and low[phrase.last : phrase.last + 1] == ["'s"]
        if phrase is not None and phrase.kind == COUNTRY and owned and low[stop - 1] in _NOUNS["body"]:
            phrase = Phrase(at + 2, stop, NOUN, word=low[stop - 1])  # *according to Iran's health ministry*
        if phrase is None or phrase.kind not in SPEAKING | {NOUN}:
            heads = _NOUNS["person"] | _NOUNS["relay"] | _NOUNS["body"] | _ANONYMOUS
            head = next((low[place] for place in (stop - 1, at + 2) if low[place] in heads), "")
            if not head or (low[stop - 1] in _REPORTS and low[stop - 2] in _NOUNS["media"] | _PRESS):
                return None  # *according to media reports*
            return Phrase(at + 2, stop, NOUN, word=head)
        return phrase
