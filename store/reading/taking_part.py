"""Who met: the persons of the title, of the first sentence, and of every sentence that tells of meeting."""

from __future__ import annotations

from bisect import bisect_left

from store.model import MeetingKind
from store.reading.aside import is_aside, met_today
from store.reading.clauses import Clause
from store.reading.persons import People, Person
from store.reading.sentences import Sentence
from store.reading.tables import classes, office_class
from store.reading.tokens import Tokens

_MEETING, _TALKS = classes("nouns")["meeting-verb"], classes("nouns")["talks"]
_MET = frozenset({"met", "meets"})
_EARLIER = frozenset({"before", "ahead", "prior", "accompanied", "since", "previous"})
_APART = frozenset(
    {"opposition", "spokesperson", "spokesman", "spokeswoman", "press", "correspondent", "reporter"}
)
_OFFICIAL = office_class("official") | {"counterpart"}
_TO_MEET = frozenset({"meet", "visit", "hold", "receive", "host", "travel"})
_ATTENDING = frozenset({"joined", "attended", "attendance", "present", "accompanied", "flanked"})
_WHILE = frozenset({"while", "when", "after", "upon"})
_RECEIVING = frozenset({"receiving", "meeting", "hosting", "welcoming", "calling"})
_DURING = frozenset({"in", "during", "at"})
_AGO = (["last", "year"], ["last", "month"])
_LOOK = 14  # tokens after the beginning of a sentence within which its verb is looked for
_NEAR = 8  # tokens before a mention that can put it aside


def who_met(
    tokens: Tokens,
    people: People,
    told: list[tuple[Sentence, list[Clause]]],
    titles: list[tuple[int, int]],
    kind: MeetingKind | None,
) -> list[Person]:
    """Return who took part, in the order of the text.

    ``told`` are the sentences with their attributions, ``titles`` the tokens of titles. Who is only mentioned inside
    a statement did not meet, nor did spokespersons. ``kind`` is the kind of the meeting, if one is told of.
    """
    firsts = sorted(people.of)
    met: set[int] = set()
    lead = True
    for sentence, clauses in told:
        inside = firsts[bisect_left(firsts, sentence.first) : bisect_left(firsts, sentence.last)]
        if not inside or _announces(tokens, sentence):
            continue
        begin = (
            sentence.first
            if lead or _tells_of_meeting(tokens, sentence, clauses)
            else _between(tokens, sentence)
        )
        leading = lead
        beside = not lead and not _ATTENDING.isdisjoint(tokens.low[sentence.first : sentence.last])
        for at in inside:
            if at < begin and not met_today(tokens, at, people.ends[at], sentence):
                continue
            people.of[at].attending |= beside and id(people.of[at]) not in met
            if not is_aside(tokens, at, people.ends[at], sentence, clauses, lead=leading):
                met.add(id(people.of[at]))
                lead = False
    for first, last in titles:
        for at in firsts[bisect_left(firsts, first) : bisect_left(firsts, last)]:
            if not _EARLIER & set(tokens.low[max(first, at - _NEAR) : at]):
                met.add(id(people.of[at]))
    speaking = {
        phrase.first
        for sentence, clauses in told
        if clauses and not _elsewhere(tokens, sentence)
        for clause in clauses
        for phrase in clause.subject
    }
    if kind and (kind == "summit" or len(met) < 2):
        met.update(
            id(person)
            for at, person in people.of.items()
            if (at in speaking or _is_label(tokens, people.ends[at])) and person.office_words & _OFFICIAL
        )
    represented = {person.country for person in people.all if id(person) in met} | {None}
    met.update(
        id(person)  # another country's official who speaks up came for it, where there was a meeting
        for at, person in people.of.items()
        if kind and at in speaking and person.office_words & _OFFICIAL and person.country not in represented
    )
    met.update(id(person) for person in people.all if person.signed)
    return [person for person in people.all if id(person) in met and not person.office_words & _APART]


def _is_label(tokens: Tokens, end: int) -> bool:
    """Tell whether a mention labels a turn of a transcript: *President Vladimir Putin: Welcome*."""
    return tokens.words[end : end + 1] == [":"]


def _announces(tokens: Tokens, sentence: Sentence) -> bool:
    """Tell *The press secretary provided the following readout:*."""
    announces = "following" in tokens.low[sentence.first : sentence.last]
    return announces and tokens.low[sentence.last - 1] == ":"


def _elsewhere(tokens: Tokens, sentence: Sentence) -> bool:
    """Tell of *In Washington, President X said …*, which puts the speaker in another place."""
    at = sentence.first
    while at < sentence.last and at < sentence.first + 3 and (at == sentence.first or tokens.capital[at]):
        at += 1
    return tokens.low[sentence.first] == "in" and at > sentence.first + 1 and tokens.low[at : at + 1] == [","]


def _tells_of_meeting(tokens: Tokens, sentence: Sentence, clauses: list[Clause]) -> bool:
    low = tokens.low[sentence.first : sentence.last]
    if _at_another_time(low):
        return False
    if not clauses and not _MET.isdisjoint(low):
        return True  # nothing is said in it: *X and Y, chairman of the …, met with Z*
    return not _MEETING.isdisjoint(low[:_LOOK]) or "flanked" in low or ("part" in low and "took" in low)


def _at_another_time(low: list[str]) -> bool:
    """Tell of *X will meet Y on Friday* and *Last year X met Y*."""
    verb = next((at for at, word in enumerate(low[:_LOOK]) if word in _TO_MEET), 0)
    return low[:2] == ["last", "year"] or (verb > 0 and low[verb - 1] in ("will", "would"))


def _between(tokens: Tokens, sentence: Sentence) -> int:
    """Return where those who met are named: *talks between X and Y*, *In his meeting with X, Y said*.

    The end of the sentence when it has no such words.
    """
    low = tokens.low
    if low[sentence.first] in _DURING:  # *In his meeting with Wang, Anwar said …*
        for at in range(sentence.first + 1, min(sentence.first + _NEAR, sentence.last)):
            if low[at] == "with" and not _TALKS.isdisjoint(low[sentence.first : at]):
                return at
    words = low[sentence.first : sentence.last]
    while_receiving = "alongside" in words or not _WHILE.isdisjoint(words)
    for at in range(sentence.first, sentence.last - 1) if while_receiving else ():
        # *stated this while receiving X*, *said alongside X*
        if (low[at] in _WHILE and low[at + 1] in _RECEIVING) or low[at] == "alongside":
            return at
    if "discussed" in words and "with" in words:
        at = sentence.first + words.index("with")  # *The whole range of issues was discussed with X*
        if at > sentence.first + words.index("discussed"):
            return at
    if "between" not in words or any(words[at : at + 2] in _AGO for at in range(len(words))):
        return sentence.last  # *a plan adopted at a summit between X and Y in May last year*
    for at in range(sentence.first, sentence.last):
        if low[at] == "between" and _TALKS & set(low[max(sentence.first, at - 10) : at]):
            return at
    return sentence.last
