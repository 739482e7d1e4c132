"""Who met: the persons of the title, of the first sentence, and of every sentence that tells of meeting."""

from __future__ import annotations

from store.reading.clauses import Clause
from store.reading.persons import People, Person
from store.reading.sentences import Sentence
from store.reading.tables import classes
from store.reading.tokens import Tokens

_MEETING = classes("nouns")["meeting-verb"]
_RELAYING = frozenset({"spokesperson", "spokesman", "spokeswoman", "press"})
_LOOK = 12  # tokens after the beginning of a sentence within which its verb is looked for
_OFFICIAL = frozenset(
    {
        "president",
        "minister",
        "secretary",
        "chancellor",
        "king",
        "commissioner",
        "chairman",
        "representative",
        "leader",
    }
)


def who_met(
    tokens: Tokens,
    people: People,
    told: list[tuple[Sentence, list[Clause]]],
    titles: list[tuple[int, int]],
    summit: bool,
) -> list[Person]:
    """Return who took part, in the order of the text.

    ``told`` are the sentences with their attributions, ``titles`` the tokens of titles. Who is only mentioned inside
    a statement did not meet, nor did spokespersons.
    """
    mentions = sorted(people.of.items())
    met: set[int] = set()
    for number, (sentence, clauses) in enumerate(told):
        if number and not _tells_of_meeting(tokens, sentence):
            continue
        for at, person in mentions:
            if sentence.first <= at < sentence.last and not _aside(tokens, at, sentence, clauses):
                met.add(id(person))
    for first, last in titles:
        met.update(id(person) for at, person in mentions if first <= at < last)
    if summit or len(met) < 2:
        speaking = {phrase.first for _, clauses in told for clause in clauses for phrase in clause.subject}
        met.update(id(p) for at, p in mentions if at in speaking and p.office_words & _OFFICIAL)
    return [person for person in people.all if id(person) in met and not person.office_words & _RELAYING]


def _tells_of_meeting(tokens: Tokens, sentence: Sentence) -> bool:
    return any(
        low in _MEETING for low in tokens.low[sentence.first : min(sentence.first + _LOOK, sentence.last)]
    )


def _aside(tokens: Tokens, at: int, sentence: Sentence, clauses: list[Clause]) -> bool:
    """Tell whether a mention stands inside a statement, owns something, or is in a relative clause."""
    if any(clause.content[0] <= at < clause.content[1] for clause in clauses):
        return True
    end = at
    while end < sentence.last and tokens.words[end][0].isupper():
        end += 1
    if end < sentence.last and tokens.low[end] == "'s":
        return True
    comma = next((place for place in range(at, sentence.first, -1) if tokens.low[place] == ","), -1)
    return 0 <= comma < at and tokens.low[comma + 1] in ("who", "whose", "after", "ahead")
