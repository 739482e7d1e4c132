"""The people of one text: every mention of a name gathered under the person it means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from store.reading.cues import forms
from store.reading.phrases import Phrase
from store.reading.tables import office_class, word_class
from store.reading.tokens import Tokens

_SAME_GIVEN = 72  # of 100; how alike two spellings of a given name must be before they are one name
_LINKS = frozenset({"of", "for", "the", "and", "&", ",", "to", "on", "'s"})


@dataclass(eq=False)
class Person:
    """One person: ``words`` of the fullest name, the forms seen, and what the text says of office and country."""

    words: tuple[str, ...]
    name: str
    forms: Counter[str] = field(default_factory=Counter)
    office: str | None = None
    office_words: frozenset[str] = frozenset()
    country: str | None = None
    female: bool | None = None
    first: int = 0

    @property
    def family(self) -> str:
        """The last word of the name that is not a suffix."""
        return self.words[-1] if self.words else ""


def bare(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name in lower case, without initials, suffixes and signs."""
    return tuple(
        low
        for low in tokens.low[first:last]
        if low[0].isalpha()
        and len(low) > 1
        and low not in word_class("suffix")
        and low not in word_class("honorific")
    )


class People:
    """The table of persons, filled phrase by phrase in the order of the text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.all: list[Person] = []
        self.of: dict[int, Person] = {}  # first token of a phrase → the person it means

    def add(self, phrase: Phrase) -> Person | None:
        """Find or make the person a phrase with a name means."""
        words = bare(self.tokens, *phrase.name)
        if not words:
            return None
        person = self.find(words, phrase)
        name = self.tokens.slice(*phrase.name)
        if person is None:
            person = Person(words, name, first=phrase.first)
            self.all.append(person)
        elif len(words) > len(person.words):
            person.words, person.name = words, name
        person.forms[name] += 1
        self.of[phrase.first] = person
        self.learn(person, phrase)
        return person

    def learn(self, person: Person, phrase: Phrase) -> None:
        """Take over what a phrase says of the person's office and country."""
        first, last = phrase.office
        if last > first:
            words = frozenset(self.tokens.low[first:last]) - _LINKS
            if words & office_class("head"):
                title = self.tokens.slice(first, last)
                person.office_words |= words
                if person.office is None or len(title) > len(person.office):
                    person.office = title
        low = self.tokens.low[phrase.first]
        if low in ("mr", "sir", "lord", "mrs", "ms", "miss", "dame", "lady"):
            person.female = low in ("mrs", "ms", "miss", "dame", "lady")
        if phrase.country and person.country is None:
            person.country = phrase.country

    def find(self, words: tuple[str, ...], phrase: Phrase) -> Person | None:
        """Return the person whose name holds these words, or is spelt nearly so."""
        wanted = set(words)
        for person in reversed(self.all):
            own = set(person.words)
            if wanted <= own or (
                own <= wanted and (len(own) > 1 or person.words[0] in (words[0], words[-1]))
            ):
                return person
        if len(words) < 2:
            return None
        for person in self.all:
            if len(person.words) > 1 and _alike(words, person.words):
                return person
        return None

    def settle(self) -> None:
        """Give each person the form of the name a record should carry: the fullest, then the most frequent."""
        for person in self.all:
            best = max(
                person.forms,
                key=lambda form: (len([w for w in form.split() if len(w) > 2]), person.forms[form]),
            )
            person.name = best


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are spellings of one: same family name, given names nearly the same."""
    for family, given in ((-1, 0), (0, -1)):
        if one[family] == other[family] and (
            ratio(one[given], other[given]) >= _SAME_GIVEN or one[given][:2] == other[given][:2]
        ):
            return True
    return False


def gather(tokens: Tokens, found: list[Phrase], starts: frozenset[int]) -> tuple[People, dict[int, int]]:
    """Build the table from all phrases of a text. Also return where each phrase ends with its apposition."""
    people = People(tokens)
    reach: dict[int, int] = {}
    by_first = {phrase.first: phrase for phrase in found}
    pending: list[Phrase] = []
    for phrase in found:
        if phrase.kind not in ("person", "maybe"):
            continue
        apposed = _apposition(tokens, phrase, by_first)
        if apposed:
            end = apposed.last
            reach[phrase.first] = end + 1 if end < len(tokens.words) and tokens.words[end] == "," else end
        if phrase.kind == "person" or apposed or _speaks(tokens, phrase):
            person = people.add(phrase)
            if person and apposed:
                people.learn(person, apposed)
        else:
            pending.append(phrase)
    for phrase in pending:
        words = bare(tokens, *phrase.name)
        if not words:
            continue
        person = people.find(words, phrase)
        if person and (len(words) <= len(person.words) or phrase.last - phrase.first <= 4):
            people.add(phrase)
    people.settle()
    return people, reach


def _apposition(tokens: Tokens, phrase: Phrase, by_first: dict[int, Phrase]) -> Phrase | None:
    at = phrase.last
    if at + 1 < len(tokens.words) and tokens.words[at] in (",", "("):
        role = by_first.get(at + 1)
        if role and role.kind == "role":
            return role
    return None


def _speaks(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether capitals that may be a name do what persons do: two words or more, and a verb of speech after."""
    if len(bare(tokens, *phrase.name)) < 2 or phrase.last >= len(tokens.words):
        return False
    at = phrase.last
    while at < len(tokens.words) and tokens.low[at] in word_class("adverb"):
        at += 1
    if at >= len(tokens.words):
        return False
    low = tokens.low[at]
    return low in forms() or low in _DOES


_DOES = word_class("verb") | {"who", "has", "had", "is", "was", "will"}
