"""Statements in the passive: *the importance of X was underscored*, *it was agreed that*."""

from __future__ import annotations

from store.reading.cues import Form
from store.reading.phrase import GROUP, NOUN, PERSON, PRONOUN, ROLE, Phrase
from store.reading.tables import classes, word_class
from store.reading.walking import OBJECTS, Clause, Walk

_NOUNS = classes("nouns")
_PASSIVES, _SPEECH = _NOUNS["passive"], _NOUNS["speech"]
_DETERMINERS = word_class("determiner")
_FINITE = word_class("auxiliary") | word_class("modal") | {"met", "till", "until"}
_STOPS = frozenset({",", ";", ":", "—", "–", "--"})
_REFUSED = frozenset({"which", "that", "who", "and", ","})
_SPEAKERS = _NOUNS["relay"] | _NOUNS["body"]
_AGENT = 8  # tokens of *by his Polish counterpart to*
_CONTENT = frozenset({"that", "with", "about", "over", "for", "in"})  # after *hope was expressed*
_PERSONAL = frozenset({PERSON, ROLE})
_TOPICS = frozenset({"issue", "issues", "question", "questions", "topic", "topics", "matter", "matters"})
_SUBORDINATE = frozenset({"until", "once", "soon"})  # *almost as soon as his appointment was confirmed*
_ONLY_IT = frozenset({"recall"})  # *members were recalled* to somewhere


class Passive(Walk):
    """Reads passives, with or without *by X*."""

    def _passive(self, at: int, end: int, before: int, form: Form) -> Clause | None:
        low, sentence = self.low, self.sentence
        urged = "person" in form.cue.frames and "to" in low[end + 2 : end + _AGENT]
        if low[end : end + 1] == ["by"] and ("tell" in form.cue.frames or urged):
            return self._told_by(at, end, form)
        if before < sentence.first or low[sentence.first] == "asked":
            return None  # *Asked whether they had been resolved, she said …*
        agent: tuple[Phrase, ...] = ()
        if end < sentence.last and low[end] == "by" and (phrase := self.subjects.first.get(end + 1)):
            agent = (phrase,)
        elif end + 1 < sentence.last and low[end] == "by" and low[end + 1] in OBJECTS:
            agent = (Phrase(end + 1, end + 2, PRONOUN, word=OBJECTS[low[end + 1]]),)
        elif (
            end + 2 < sentence.last
            and low[end] == "by"
            and low[end + 1] in _DETERMINERS
            and low[end + 2] in _SPEAKERS
        ):
            agent = (Phrase(end + 1, end + 3, NOUN, word=low[end + 2]),)  # *was confirmed by the ministry*
        by_somebody = bool(agent) and agent[0].kind in _PERSONAL and "weak" not in form.cue.frames
        if form.cue.name not in _PASSIVES and not (by_somebody and "np" in form.cue.frames):
            return None
        if low[before] == "this" and before == sentence.first and agent:
            return Clause(before, (at, end), agent, (before, before + 1), clausal=True, back=True)
        if low[before] == "it":
            clause = self._made(before, at, end, agent, form)
            if clause:
                clause.passive = True
            return clause
        if low[before] == "," and not self.found and before - 1 > sentence.first:
            before -= 1
        if self.found or low[before] in _REFUSED or form.cue.name in _ONLY_IT:
            return None
        if low[before] == "following" and low[sentence.last - 1] == ":":
            return Clause(before, (at, end), agent, (end, end), passive=True)
        left = self._left(before)
        if not self._is_thing(left, before):
            return None
        if form.cue.name == "raise" and not agent and low[left + (low[left] in _DETERMINERS)] in _TOPICS:
            return None  # *The issue of visas was raised* tells nothing of it
        after = agent[0].last if agent else end
        if (
            low[before] in _SPEECH
            and before - left <= 2
            and after + 1 < sentence.last
            and low[after] in _CONTENT
        ):
            content = (after + 1, sentence.last)
            return Clause(left, (at, end), agent, content, passive=True, clausal=low[after] == "that")
        return Clause(left, (at, end), agent, (left, before + 1), passive=True)

    def _told_by(self, at: int, end: int, form: Form) -> Clause | None:
        """*Rivera was told by Keller that …*: what the agent said."""
        agent = self.subjects.first.get(end + 1)
        if agent is None:
            return None
        if self.low[agent.last : agent.last + 1] == ["to"]:  # *was urged by Keller to wait*
            return Clause(at, (at, end), (agent,), (agent.last, self.sentence.last))
        first = self.contents.begin(agent.last, form.cue, self.sentence)
        if first is None or self.low[first - 1] not in {"that", *form.cue.frames}:
            return None
        clausal = self.low[first - 1] == "that"
        return Clause(at, (at, end), (agent,), (first, self.sentence.last), clausal=clausal)

    def _left(self, before: int) -> int:
        """Return where the noun phrase that ends with token ``before`` begins."""
        low, sentence = self.low, self.sentence
        left = before
        while left - 1 >= sentence.first and low[left - 1] not in _STOPS:
            left -= 1
        if low[sentence.first] in _DETERMINERS and ";" not in low[sentence.first : left]:
            return sentence.first
        comma = next((at for at in range(sentence.first, sentence.last) if low[at] == ","), -1)
        return comma + 1 if low[before + 1] == "," and comma < before else left

    def _is_thing(self, left: int, before: int) -> bool:
        """Tell whether the words are one noun phrase and not a person or a clause: *A met B, who was told*."""
        inner = set(self.low[left:before])
        if (inner & _FINITE and not inner & {"which", "who"}) or inner & _SUBORDINATE:
            return False
        if before == left and self.low[left] in ("this", "that", "these", "they"):
            return False
        own = self.subjects.first.get(left)
        return not (own and own.kind in (PERSON, PRONOUN, GROUP) and own.last == before + 1)
