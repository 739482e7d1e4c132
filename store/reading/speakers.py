"""Who is meant: roles, pronouns, sides and groups settled against the people of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from store.model import ALL_PARTICIPANTS, BOTH_SIDES, GROUPS
from store.reading.gazetteer import known
from store.reading.persons import People, Person, office_words
from store.reading.phrases import BODY, COUNTRY, GROUP, NOUN, PRONOUN, ROLE, Phrase
from store.reading.quotation import Quotation
from store.reading.tables import classes, office_class, rows, word_class
from store.reading.tokens import Tokens

_CANDIDATES = (
    120  # persons a role is looked for among; more would make the time grow with the square of a text
)
_RANKS = frozenset({"vice", "deputy", "assistant", "under", "former", "acting"})
_HEADS = office_class("head")
_SIDES = classes("nouns")["sides"]
_DETERMINERS = word_class("before-noun") | word_class("determiner")


@cache
def _meanings() -> list[tuple[frozenset[str], list[frozenset[str]]]]:
    return [
        (frozenset(role.split()), [frozenset(office.split()) for office in offices.split("|")])
        for role, offices in rows("roles")
    ]


class Speakers:
    """Resolves the subjects of one text in order, remembering who was spoken of last.

    ``met`` are the persons who met, the principal ones first; ``house`` is the country whose release this is;
    ``many`` tells of a summit, where a group is everyone, ``several`` of a lead that names more than two of them.
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
        quoted: Iterable[Quotation] = (),
    ) -> None:
        self.tokens, self.people, self.met, self.house = tokens, people, met, house
        self.many, self.several = many, several
        self.sure = True  # whether the last answer came from safe rules
        self.last: str | None = None
        self.person: Person | None = None
        self._alone = False  # the last speaker is one holder of an office or one country: *they* are more
        self.paragraph = 0  # the token where the paragraph begins
        self._said_at = 0  # the token where the last subject that is a person was named
        inside = {at for quotation in quoted for at in range(quotation.first, quotation.last)}
        self._mentions = sorted(at for at in people.of if at not in inside)
        known = {id(person) for person in met}
        self._order = [*met, *(person for person in people.all if id(person) not in known)][:_CANDIDATES]
        self._countries = {person.country for person in met}
        self._here: dict[
            str, None
        ] = {}  # who was named in this paragraph or, until somebody is, in the one before
        self._settled: dict[int, str | None] = {}  # the phrases resolved so far, by their first token
        self._bodies: dict[str, str] = {}  # the last word of each body → its full name
        self._names = {person.name for person in people.all}

    def resolve(self, subject: tuple[Phrase, ...]) -> str | None:
        """Return the speaker's full name, a body's, or a group; ``None`` when it cannot be known.

        An empty subject is the speaker before.
        """
        self.sure = True
        if not subject:
            return self.last
        names = [name for phrase in subject if (name := self._one(phrase))]
        if len(names) < len(subject):
            name = self._group(2) if len(subject) > 1 else None
        else:
            name = names[0] if len(names) == 1 else self._several(names)
        if name:
            self.last = name
            self._alone = len(subject) == 1 and subject[0].kind in (ROLE, COUNTRY) and name not in GROUPS
        return name

    def everyone(self) -> str:
        """Return who agrees when the text does not say: *it was noted that …*."""
        self.last = ALL_PARTICIPANTS if self.many or self.several else BOTH_SIDES
        return self.last

    def begin(self, first: int, last: int) -> None:
        """Begin a paragraph: tokens ``first`` to ``last``."""
        self.paragraph = first
        named = self._mentions[bisect_left(self._mentions, first) : bisect_left(self._mentions, last)]
        if named:
            self._here = dict.fromkeys(self.people.of[at].name for at in named)

    def mention(self, subject: tuple[Phrase, ...]) -> None:
        """Remember the subject of a sentence that attributes nothing."""
        self.resolve(subject)

    def sex(self, subject: tuple[Phrase, ...], possessive: str) -> None:
        """Learn from *For her part, Minister Leclerc*."""
        if len(subject) == 1 and possessive in ("his", "her"):
            self._one(subject[0])
            if self.person and self.person.female is None and subject[0].kind not in (COUNTRY, BODY, GROUP):
                self.person.female = possessive == "her"

    def answering(self) -> str | None:
        """Return who answers the questions of a transcript: its spokesperson, else its only or first person."""
        everyone = self.people.all
        said = [
            person for person in everyone if any(word.startswith("spokes") for word in person.office_words)
        ]
        return (said or everyone)[0].name if everyone else None

    # -- several -----------------------------------------------------------------------------------------------------

    def _several(self, names: list[str]) -> str:
        unique = list(dict.fromkeys(one for name in names for one in name.split("; ")))
        if set(unique) & set(GROUPS):
            alone = self.many and len(self.met) < 2  # *X and her counterparts*, none of them named
            return ALL_PARTICIPANTS if alone or len(self.met) > 2 else BOTH_SIDES
        if len(unique) == 1:
            return unique[0]
        persons = [name for name in unique if name in self._names]
        if len(unique) == 2 and (len(self.met) <= 2 or (not persons and set(unique) == self._countries)):
            return BOTH_SIDES
        if len(unique) >= 3 and len(unique) >= len(self.met):
            return ALL_PARTICIPANTS
        return "; ".join(unique)

    def _group(self, size: int) -> str:
        return ALL_PARTICIPANTS if self.many or size > 2 else BOTH_SIDES

    def _collective(self, phrase: Phrase) -> str:
        """Resolve *the two sides*, *both ministers*, *the leaders*, *the foreign ministers*."""
        determiner, _, noun = phrase.word.rpartition(" ")
        two = determiner in ("both", "two") or any(
            low in ("two", "both") for low in self.tokens.low[phrase.first : phrase.last]
        )
        before = self.tokens.low[phrase.first - 1] if phrase.first else "."
        if not determiner and (noun in _OTHERS or (before.isalpha() and before not in _JOINING)):
            return self._literal(phrase) or BOTH_SIDES
        if determiner in _THREE:
            return ALL_PARTICIPANTS
        if len(self.met) <= 2:
            return self._group(2 if two else len(self.met))
        if self.many and not two and noun == "leaders":
            return ALL_PARTICIPANTS
        if noun in _SIDES:
            return BOTH_SIDES if two or len(self._countries) <= 2 else ALL_PARTICIPANTS
        return self._pair(self._holders(phrase, noun), phrase.first, two=two)

    def _holders(self, phrase: Phrase, noun: str) -> list[str]:
        """Return who of those who met hold the office of *the foreign ministers*."""
        wanted = frozenset(map(_singular, office_words(self.tokens, *phrase.office) | {noun}))
        return [person.name for person in self.met if self._fits(person, wanted)]

    def _pair(self, holders: list[str], at: int, *, two: bool) -> str:
        """Return the two that a group of more than two means: its only holders, else those of the paragraph."""
        here = [name for name in self._here if not holders or name in holders]
        for names in (here, holders, list(self._here), self._last_two(at) if two else []):
            if len(names) == 2:
                return "; ".join(sorted(names, key=self._place))
        return "; ".join(person.name for person in self.met[:2]) if two else ALL_PARTICIPANTS

    def _last_two(self, at: int) -> list[str]:
        """Return the two of those who met that were named last before token ``at`` in its paragraph."""
        met, found = {person.name for person in self.met}, dict[str, None]()
        place = bisect_left(self._mentions, at) - 1
        while place >= 0 and self._mentions[place] >= self.paragraph and len(found) < 2:
            name = self.people.of[self._mentions[place]].name
            if name in met:
                found[name] = None
            place -= 1
        return list(found) if len(found) == 2 else []

    def _place(self, name: str) -> int:
        return next((at for at, person in enumerate(self.met) if person.name == name), len(self.met))

    # -- one ---------------------------------------------------------------------------------------------------------

    def _one(self, phrase: Phrase) -> str | None:
        """Resolve one phrase; the same phrase always to the same."""
        if phrase.first not in self._settled or phrase.word == "same":
            self._settled[phrase.first] = self._found(phrase)
        return self._settled[phrase.first]

    def _found(self, phrase: Phrase) -> str | None:
        person = self.people.of.get(phrase.first)
        if person is not None:
            self.person, self._said_at = person, phrase.first
            self._here[person.name] = None
            return person.name
        if phrase.kind == COUNTRY:
            return phrase.country or phrase.word
        if phrase.kind == BODY:
            return self._body(phrase.word or self.tokens.slice(*phrase.name))
        if phrase.kind == GROUP:
            return self._collective(phrase)
        if phrase.kind == PRONOUN:
            return self._pronoun(phrase.word, phrase.first)
        if phrase.kind == ROLE:
            return self._role(phrase)
        return self._noun(phrase) if phrase.kind == NOUN else self._literal(phrase)

    def _body(self, name: str) -> str:
        """Return a body's full name, and remember it by its last word and by *Observatory* or *Committee*."""
        words = name.lower().removeprefix("the ").split()
        if self.house == _UNION and len(words) == 1 and words[0] in _OF_THE_UNION:
            name = f"European {words[0].title()}"
        if len(words) == 1 and words[0] in self._bodies:
            return self._bodies[words[0]]
        for word in {words[-1], *(_BODY_NOUNS & set(words))}:
            self._bodies[word] = name
        return name

    def _pronoun(self, word: str, at: int) -> str | None:
        if word == "same":
            return self.last
        if word in ("he", "she"):
            return self._he_or_she(word == "she", at)
        single = self.last in self._names
        if word in ("they", "both"):
            if self.last and not single and not self._alone:
                return self.last
            return (
                self._group(len(self.met)) if len(self.met) <= 2 else self._pair([], at, two=word == "both")
            )
        return self.last if word == "it" and not single else None

    def _recent(self, at: int) -> list[Person]:
        """Return who was named last before token ``at``, in this paragraph, if it has had no subject yet.

        Whoever stands behind a preposition is not meant: *Lin met with Wang, where he …*.
        """
        if self._said_at >= self.paragraph:
            return []
        low = self.tokens.low
        before = self._mentions[bisect_left(self._mentions, self.paragraph) : bisect_left(self._mentions, at)]
        words = self.tokens.words  # *For Prime Minister Bostan, the price mattered: he …*
        named = (at for at in reversed(before) if low[at - 1] not in _BEHIND or words[at - 1] == "For")
        return [self.people.of[place] for place in named][:1]

    def _he_or_she(self, female: bool, at: int) -> str | None:
        recent = self._recent(at)
        if recent or self._said_at < self.paragraph:
            self.sure = self.person is not None and len(self._order) <= 2
        for person in [*recent, *([self.person] if self.person else []), *self._order]:
            if person.female in (None, female):
                person.female = female
                self.person, self._said_at = person, at
                return person.name
        return None

    def _role(self, phrase: Phrase) -> str | None:
        words = office_words(self.tokens, *phrase.office)
        if _speaks(phrase.word) and (body := self._spoken_for(phrase)):
            return body
        if self.tokens.low[phrase.first] in ("a", "an"):
            named = [
                p for p in self._order if any(map(_speaks, p.office_words))
            ]  # *a spokesman*, named later
            one = len(named) == 1 and any(map(_speaks, words)) and phrase.country in (None, named[0].country)
            return named[0].name if one else self._literal(phrase)
        if self._two_offices(phrase, words):
            return self._group(2)
        if "counterpart" in words:
            others = [p for p in self.met if p is not self.person and phrase.country in (None, p.country)]
            person = others[0] if others else None
        else:
            person = self._holder(words, phrase.country)
        if person is None and self.person and not self.person.office and phrase.country is None:
            person = self.person  # *the mayor* of someone whose office was not told
            person.office_words = words
        if person is None and words & _OFFICIAL and self.tokens.low[phrase.first] not in _POSSESSIVE:
            person = self._untold(phrase.country)
        if person is None:
            return self._literal(phrase)
        self.person, self._said_at = person, phrase.first
        self._here[person.name] = None
        return person.name

    def _spoken_for(self, phrase: Phrase) -> str | None:
        """Return the body of *a spokesperson for the Commission*."""
        low = self.tokens.low
        at = next((at for at in range(*phrase.office) if low[at] in ("for", "of")), 0)
        words = low[at + 1 : phrase.last]
        if not at or not words or words[-1] not in _BODY_NOUNS:
            return None
        return self._body(self.tokens.slice(at + 1 + (words[0] == "the"), phrase.last))

    def _untold(self, country: str | None) -> Person | None:
        """Return the only person whose office the text never tells, when his country fits."""
        untold = [person for person in self._order if not person.office_words]
        self.sure = False
        mine = len(untold) == 1 and (country or self.house) in (None, untold[0].country)
        return untold[0] if mine else None

    def _two_offices(self, phrase: Phrase, words: frozenset[str]) -> bool:
        """Tell whether *the Secretary and Foreign Minister* are two of those who met."""
        low, (first, last) = self.tokens.low, phrase.office
        joint = next((at for at in range(first, last) if low[at] in ("and", "&")), 0)
        if not joint or any(words <= person.office_words for person in self.people.all):
            return False
        halves = [office_words(self.tokens, first, joint), office_words(self.tokens, joint + 1, last)]
        if not all(half & _HEADS for half in halves):
            return False
        held = {id(person) for half in halves for person in self.met if half <= person.office_words}
        return len(held) > 1 or len(self.met) == 2

    def _holder(self, words: frozenset[str], country: str | None) -> Person | None:
        fits = [person for person in self._order if self._fits(person, words)]
        if self.person in fits and words & _GENERAL and country in (None, self.person.country):
            return self.person
        if country:
            return next((p for p in fits if p.country == country), None) or next(
                (p for p in fits if p.country is None), None
            )
        best = max((self._closeness(person, words) for person in fits), default=None)
        fits = [person for person in fits if self._closeness(person, words) == best]
        ours = [person for person in fits if self.house and person.country == self.house]
        if self.person in fits and not ours:
            return self.person
        near = [person for person in ours or fits if person.name in self._here]
        self.sure = len(ours or fits) == 1
        return next(iter(near or ours or fits), None)

    @staticmethod
    def _closeness(person: Person, words: frozenset[str]) -> tuple[bool, int, int]:
        """How well an office fits a role: no rank that the role lacks, shared words, few others that set apart."""
        own = person.office_words
        return not (own & _RANKS) - words, len(words & own), -len((own & _OF_A_BODY) - words)

    @staticmethod
    def _fits(person: Person, words: frozenset[str]) -> bool:
        heads = words & _HEADS
        own = person.office_words
        if words <= own or (
            heads and heads <= own and not (words - own) & {"prime", "vice", "foreign", "defence"}
        ):
            return True
        if heads <= own and heads:
            return False
        return any(
            role <= words and any(office <= own for office in offices) for role, offices in _meanings()
        )

    def _noun(self, phrase: Phrase) -> str | None:
        if phrase.word in classes("nouns")["talks"]:
            return self._group(len(self.met))
        if phrase.word in self._bodies:
            return self._bodies[phrase.word]
        last = phrase.last - 1
        if (people := known(self.tokens, last)) and people.place.kind == "people":
            return people.place.country  # *the Chileans*
        if phrase.word in _DOCUMENTS:
            if country := self._of_country(phrase):
                return country
            low = self.tokens.low[phrase.first : phrase.last]
            joint = "joint" in low
            if "'s" in low:  # *the foreign ministry's statement*
                return self._literal(replace(phrase, last=phrase.first + low.index("'s")))
            if phrase.word in _MESSAGES:
                return self.last
            if self._bodies and not joint:
                return list(self._bodies.values())[-1]
            if len(self.met) > 1 or self.many:
                return self._group(len(self.met))
        if self.last and phrase.word in self.last.lower().split():
            return self.last
        return self._literal(phrase)

    def _of_country(self, phrase: Phrase) -> str | None:
        """Return whose *a U.S. statement* is; ``None`` when several are named or none."""
        places = (known(self.tokens, at) for at in range(phrase.first, phrase.last))
        named = {match.place.country for match in places if match and match.place.country}
        return named.pop() if len(named) == 1 else None

    def _literal(self, phrase: Phrase) -> str | None:
        self.sure = False
        first = phrase.first
        while first < phrase.last - 1 and self.tokens.low[first] in _DETERMINERS:
            first += 1
        return self.tokens.slice(first, phrase.last) or None


_OFFICIAL = office_class("official")
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our"})
_UNION, _OF_THE_UNION = "European Union", frozenset({"commission", "council", "parliament"})
_OF_A_BODY = frozenset(
    {"prime", "first", "commission", "council", "parliament", "assembly", "senate", "bank"}
)
_BEHIND = frozenset({"by", "with", "to", "from", "between", "of", "for"})
_THREE = frozenset({"all", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_BODY_NOUNS = classes("nouns")["body"]
_DOCUMENTS = classes("nouns")["document"]
_JOINING = frozenset({"and", "but", "while", "as", "when", "where"})
_GENERAL = frozenset({"diplomat", "official", "politician", "leader"})
_OTHERS = frozenset({"officials", "diplomats", "members", "politicians", "representatives", "lawmakers"})
_MESSAGES = frozenset({"cable", "letter", "message", "telegram"})


def _speaks(word: str) -> bool:
    return word.startswith("spokes")


def _singular(word: str) -> str:
    for ending, single in (("ies", "y"), ("men", "man"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + single
    return word
