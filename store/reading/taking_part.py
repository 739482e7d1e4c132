"""Who met: the persons of the title, of the first sentence, and of every sentence that tells of meeting."""

from __future__ import annotations

from bisect import bisect_left

from store.reading.clauses import Clause
from store.reading.persons import People, Person
from store.reading.phrases import BODY, NOUN
from store.reading.sentences import Sentence
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens

_MEETING, _TALKS = classes("nouns")["meeting-verb"], classes("nouns")["talks"]
_MET = frozenset({"met", "meets"})
_OWN, _TODAY = frozenset({"his", "her", "their"}), frozenset({"here", "today"}) | word_class("weekday")
_EARLIER = frozenset({"before", "ahead", "prior", "accompanied", "since", "previous"})
_RELAYING = frozenset({"spokesperson", "spokesman", "spokeswoman", "press", "correspondent", "reporter"})
_OFFICIAL = office_class("official")
_ATTENDING = frozenset({"joined", "attended", "attendance", "present", "accompanied", "flanked"})
_WHILE = frozenset({"while", "when", "after", "upon"})
_RECEIVING = frozenset({"receiving", "meeting", "hosting", "welcoming", "calling"})
_DURING = frozenset({"in", "during", "at"})
_LOOK = 14  # tokens after the beginning of a sentence within which its verb is looked for
_CLAUSE = 200  # tokens of a relative clause; one quotation can hold a whole text of names, and no comma
_NEAR = 8  # tokens before a mention that can put it aside


def who_met(
    tokens: Tokens,
    people: People,
    told: list[tuple[Sentence, list[Clause]]],
    titles: list[tuple[int, int]],
    *,
    summit: bool,
) -> list[Person]:
    """Return who took part, in the order of the text.

    ``told`` are the sentences with their attributions, ``titles`` the tokens of titles. Who is only mentioned inside
    a statement did not meet, nor did spokespersons.
    """
    firsts = sorted(people.of)
    met: set[int] = set()
    lead = True
    for sentence, clauses in told:
        inside = firsts[bisect_left(firsts, sentence.first) : bisect_left(firsts, sentence.last)]
        if not inside:
            continue
        begin = (
            sentence.first
            if lead or _tells_of_meeting(tokens, sentence, clauses)
            else _between(tokens, sentence)
        )
        beside = not lead and not _ATTENDING.isdisjoint(tokens.low[sentence.first : sentence.last])
        for at in inside:
            if at < begin and not _met_today(tokens, at, people.ends[at], sentence):
                continue
            people.of[at].attending |= beside and id(people.of[at]) not in met
            if not _aside(tokens, at, people.ends[at], sentence, clauses):
                met.add(id(people.of[at]))
                lead = False
    for first, last in titles:
        for at in firsts[bisect_left(firsts, first) : bisect_left(firsts, last)]:
            if not _EARLIER & set(tokens.low[max(first, at - _NEAR) : at]):
                met.add(id(people.of[at]))
    speaking = {phrase.first for _, clauses in told for clause in clauses for phrase in clause.subject}
    if summit or len(met) < 2:
        met.update(
            id(person)
            for at, person in people.of.items()
            if at in speaking and person.office_words & _OFFICIAL
        )
    represented = {person.country for person in people.all if id(person) in met} | {None}
    met.update(
        id(person)  # another country's official who speaks up came for it
        for at, person in people.of.items()
        if at in speaking and person.office_words & _OFFICIAL and person.country not in represented
    )
    met.update(id(person) for person in people.all if person.signed)
    return [person for person in people.all if id(person) in met and not person.office_words & _RELAYING]


def _tells_of_meeting(tokens: Tokens, sentence: Sentence, clauses: list[Clause]) -> bool:
    low = tokens.low[sentence.first : sentence.last]
    if not clauses and not _MET.isdisjoint(low):
        return True  # nothing is said in it: *X and Y, chairman of the …, met with Z*
    return not _MEETING.isdisjoint(low[:_LOOK]) or ("part" in low and "took" in low)


def _between(tokens: Tokens, sentence: Sentence) -> int:
    """Return where those who met are named: *talks between X and Y*, *In his meeting with X, Y said*.

    The end of the sentence when it has no such words.
    """
    low = tokens.low
    if low[sentence.first] in _DURING:  # *In his meeting with Wang, Anwar said …*
        for at in range(sentence.first + 1, min(sentence.first + _NEAR, sentence.last)):
            if low[at] == "with" and not _TALKS.isdisjoint(low[sentence.first : at]):
                return at
    for at in range(sentence.first, sentence.last - 1):  # *stated this while receiving X*, *said alongside X*
        if (low[at] in _WHILE and low[at + 1] in _RECEIVING) or low[at] == "alongside":
            return at
    if "between" not in low[sentence.first : sentence.last]:
        return sentence.last
    for at in range(sentence.first, sentence.last):
        if low[at] == "between" and _TALKS & set(low[max(sentence.first, at - 10) : at]):
            return at
    return sentence.last


def _after_meeting(words: list[str]) -> int:
    """Return the place after *met* in *accompanied by X, met Y*: what stands before it does not put Y aside."""
    return next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at] in _MET), 0)


def _met_today(tokens: Tokens, at: int, end: int, sentence: Sentence) -> bool:
    """Tell *the target was discussed at his meeting with his counterpart X here today* from other mentions."""
    low = tokens.low
    own = range(max(sentence.first, at - _NEAR), at)
    with_whom = (
        any(low[place] in _OWN and low[place + 1] in _TALKS for place in own) and "with" in low[at - 3 : at]
    )
    return with_whom and not _TODAY.isdisjoint(low[end : sentence.last])


def _releases(clause: Clause) -> bool:
    """Tell *X met Y, the ministry said*: what a body tells after the fact is the meeting itself."""
    return clause.before and bool(clause.subject) and clause.subject[0].kind in (BODY, NOUN)


def _aside(tokens: Tokens, at: int, end: int, sentence: Sentence, clauses: list[Clause]) -> bool:
    """Tell whether a mention stands inside a statement, owns something, or is in a relative clause."""
    inside = any(clause.content[0] <= at < clause.content[1] and not _releases(clause) for clause in clauses)
    if inside and not _met_today(tokens, at, end, sentence):
        return True
    if end < sentence.last and tokens.low[end] == "'s":
        return True
    near = tokens.low[max(sentence.first, at - _NEAR) : at]
    if _EARLIER & set(near[_after_meeting(near) :]):
        return True
    before = range(at, max(sentence.first, at - _CLAUSE), -1)
    comma = next((place for place in before if tokens.low[place] == ","), -1)
    if comma < 0 or not _RECEIVING.isdisjoint(tokens.low[comma:at]):
        return False
    return tokens.low[comma + 1] in ("who", "whose", "after")
