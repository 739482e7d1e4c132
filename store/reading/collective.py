"""Who is meant by more than one: *the two sides*, *both ministers*, *the leaders*, *they*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from store.model import ALL_PARTICIPANTS, BOTH_SIDES, GROUPS
from store.reading.abbreviations import abbreviations
from store.reading.gazetteer import capitals
from store.reading.holding import fits
from store.reading.offices import office_words, singular
from store.reading.persons import People, Person
from store.reading.phrase import GROUP, Phrase
from store.reading.quotation import Quotation
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

# Persons a role is looked for among; more would make the time grow with the square of a text.
_CANDIDATES = 120
_LOOK_BACK = (
    20  # mentions looked at for the last two; more would make the time grow with the square of a text
)
_SIDES = classes("nouns")["sides"]
_DETERMINERS = word_class("before-noun") | word_class("determiner")
_THREE = frozenset({"all", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_JOINING = frozenset({"and", "but", "while", "as", "when", "where"})
_OTHERS = frozenset({"officials", "diplomats", "members", "politicians", "representatives", "lawmakers"})
_KNOWN = frozenset({"the", "both", "these", "their"})
_COUNTRIES = frozenset({"countries", "nations", "states", "leaders", "ministers"})
_OF_A_STATE = frozenset(
    {
        "government",
        "ministry",
        "state",
        "senior",
        "defence",
        "defense",
        "military",
        "security",
        "intelligence",
    }
)
_TWO = frozenset({"both", "two"})


class Collective:
    """What is remembered of a text's speakers, and the groups among them.

    ``met`` are the persons who met, the principal ones first; ``house`` is the country whose release this is;
    ``many`` tells of a summit, where a group is everyone, ``several`` of a lead that names more than two of them,
    ``call`` of a call.
    Names within ``quoted`` words are nobody's mention.
    """

    def __init__(
        self,
        tokens: Tokens,
        people: People,
        met: list[Person],
        house: str | None,
        *,
        many: bool = False,
        several: bool = False,
        call: bool = False,
        quoted: Iterable[Quotation] = (),
    ) -> None:
        self.tokens, self.people, self.met, self.house = tokens, people, met, house
        self.many, self.several, self.call = many, several, call
        self.sure = True  # whether the last answer came from safe rules
        self.last: str | None = None
        self.person: Person | None = None
        self._alone = False  # the last speaker is one holder of an office or one country: *they* are more
        self.paragraph = 0  # the token where the paragraph begins
        self._said_at = 0  # the token where the last subject that is a person was named
        self._nameless: str | None = None  # an office whose holder the text never names, spoken of last
        self._unnamed: set[frozenset[str]] = set()  # offices of the house that the text gives no name
        self._only_offices: set[str] = set()  # what those are called whose names the text never gives
        inside = {at for quotation in quoted for at in range(quotation.first, quotation.last)}
        self._mentions = sorted(at for at in people.of if at not in inside)
        known = {id(person) for person in met}
        self._order = [*met, *(person for person in people.all if id(person) not in known)][:_CANDIDATES]
        self._countries = {person.country for person in met}
        self.first_met = met[:_CANDIDATES]
        self._places = {person.name: at for at, person in reversed([*enumerate(met)])}
        self._here: dict[
            str, None
        ] = {}  # who was named in this paragraph or, until somebody is, in the one before
        self._settled: dict[int, str | None] = {}  # the phrases resolved so far, by their first token
        self._bodies: dict[str, str] = {}  # the last word of each body → its full name
        self._short = abbreviations(tokens)
        self._names = {person.name for person in people.all}
        self._ends = {end: first for first, end in people.ends.items()}

    def begin(self, first: int, last: int) -> None:
        """Begin a paragraph: tokens ``first`` to ``last``."""
        self.paragraph = first
        named = self._mentions[bisect_left(self._mentions, first) : bisect_left(self._mentions, last)]
        if named:
            self._here = dict.fromkeys(self.people.of[at].name for at in named)

    def everyone(self) -> str:
        """Return who agrees when the text does not say: *it was noted that …*."""
        self.last = ALL_PARTICIPANTS if self.many or self.several else BOTH_SIDES
        return self.last

    def _several(self, names: list[str]) -> str:
        unique = list(dict.fromkeys(one for name in names for one in name.split("; ")))
        if set(unique) & set(GROUPS):
            alone = self.many and len(self.met) < 2  # *X and her counterparts*, none of them named
            return ALL_PARTICIPANTS if alone or len(self.met) > 2 else BOTH_SIDES
        if len(unique) == 1:
            return unique[0]
        persons = [name for name in unique if name in self._names]
        lands = capitals().keys()  # *Denmark and Estonia said*, who did not meet
        apart = not persons and self._countries.isdisjoint(unique) and not lands.isdisjoint(unique)
        if (
            len(unique) == 2
            and not apart
            and (len(self.met) <= 2 or (not persons and set(unique) == self._countries))
        ):
            return BOTH_SIDES
        if len(unique) == 2 and self._principals(unique):
            return BOTH_SIDES
        if len(unique) >= 3 and len(unique) >= len(self.met):
            return ALL_PARTICIPANTS
        return "; ".join(unique)

    def _principals(self, names: list[str]) -> bool:
        """Tell whether two are those who met first, of the only two countries or the two of a call."""
        sides = {person.country for person in self.met[:2]} - {None}
        alone = sides == self._countries or self._of_a_call()  # the others were with them
        return len(sides) == 2 and alone and {p.name for p in self.met[:2]} == set(names)

    def _of_a_call(self) -> bool:
        """Tell whether two alone spoke, whoever else is named: a call of which the lead names no more."""
        return self.call and not (self.many or self.several)

    def _group(self, size: int) -> str:
        return ALL_PARTICIPANTS if self.many or size > 2 else BOTH_SIDES

    def _collective(self, phrase: Phrase) -> str:
        """Resolve *the two sides*, *both ministers*, *the leaders*, *the foreign ministers*."""
        determiner, _, noun = phrase.word.rpartition(" ")
        two = determiner in _TWO or noun in ("pair", "duo")
        two |= not _TWO.isdisjoint(self.tokens.low[phrase.first : phrase.last])
        before = self.tokens.low[phrase.first - 1] if phrase.first else "."
        if before == "'s" and (owned := self._owned(phrase)):
            return owned
        opened = self.tokens.low[phrase.first]
        if noun in _OTHERS and determiner and opened not in _KNOWN:
            return (
                self._literal(phrase) or BOTH_SIDES
            )  # *some diplomats*, *two officials who asked not to be named*
        apart = phrase.first and self.tokens.capital[phrase.first - 1] and noun in _COUNTRIES
        if apart and self.many:
            return ALL_PARTICIPANTS  # *the Nordic countries*, *Pacific leaders*
        if not determiner and (noun in _OTHERS or (before.isalpha() and before not in _JOINING)):
            return self._literal(phrase) or BOTH_SIDES
        if determiner in _THREE:
            return ALL_PARTICIPANTS
        if len(self.met) <= 2:
            return BOTH_SIDES if two else self._group(len(self.met))
        if (self.many or self.several) and not two and noun in ("leaders", "participants"):
            return ALL_PARTICIPANTS
        if noun in _SIDES:
            if two or len(self._countries) <= 2:
                return BOTH_SIDES
            pair = [] if self.many or self.several else self._last_sides(phrase.first)
            return "; ".join(sorted(pair, key=self._place)) or ALL_PARTICIPANTS
        return self._pair(self._holders(phrase, noun), phrase.first, two=two)

    def _owned(self, phrase: Phrase) -> str | None:
        """Return *Hill's allies* whole."""
        owner = self._ends.get(phrase.first - 1)
        self.sure = False
        return None if owner is None else self.tokens.slice(owner, phrase.last)

    def _holders(self, phrase: Phrase, noun: str) -> list[str]:
        """Return who of those who met hold the office of *the foreign ministers*."""
        wanted = frozenset(map(singular, office_words(self.tokens, *phrase.office) | {noun}))
        return [person.name for person in self.first_met if fits(person, wanted)]

    def _pair(self, holders: list[str], at: int, *, two: bool) -> str:
        """Return the two that a group of more than two means: its only holders, else those of the paragraph."""
        here = [name for name in self._here if name in (holders or self._places)]
        for names in (here, holders, self._last_two(at) if two else []):
            if len(names) == 2:
                joined = "; ".join(sorted(names, key=self._place))
                return BOTH_SIDES if self._of_a_call() and self._principals(names) else joined
        return "; ".join(person.name for person in self.met[:2]) if two else ALL_PARTICIPANTS

    def _last_two(self, at: int) -> list[str]:
        """Return the two of those who met that were named last before token ``at`` in its paragraph."""
        here = (mention for mention in self._before(at) if mention >= self.paragraph)
        found = list(dict.fromkeys(self.people.of[mention].name for mention in here))[:2]
        return found if len(found) == 2 else []

    def _last_sides(self, at: int) -> list[str]:
        """Return who was named last before token ``at`` and who before that is of the other side.

        In a day of meetings one side is the house's own: *He also met X. The parties agreed …*.
        """
        named = [self.people.of[mention] for mention in self._before(at)]
        ours = self.house if any(person.country == self.house for person in named) else None
        for person in named[1:]:
            apart = {person.country, named[0].country}
            if len(apart) == 2 and (ours is None or ours in apart):
                return [named[0].name, person.name]
        return []

    def _before(self, at: int) -> Iterator[int]:
        """Yield the last mentions before token ``at`` of those who met, the nearest first."""
        before = bisect_left(self._mentions, at)
        near = reversed(self._mentions[max(before - _LOOK_BACK, 0) : before])
        return (mention for mention in near if self.people.of[mention].name in self._places)

    def _place(self, name: str) -> int:
        return self._places.get(name, len(self.met))

    def _describes(self, at: int) -> bool:
        """Tell whether a word belongs to *officials* after it."""
        return self.tokens.words[at].isalpha() and (
            self.tokens.capital[at] or self.tokens.low[at] in _OF_A_STATE
        )

    def _literal(self, phrase: Phrase) -> str | None:
        self.sure = False
        first = phrase.first
        if phrase.kind == GROUP:
            while first > self.paragraph and self._describes(first - 1):
                first -= 1  # *Afghan government officials*
        while first < phrase.last - 1 and self.tokens.low[first] in _DETERMINERS:
            first += 1
        return self.tokens.slice(first, phrase.last) or None
