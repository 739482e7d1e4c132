"""Noun phrases that can name someone: offices, names, countries, bodies, groups and pronouns, as they stand.

The phrases are raw: who a role or a pronoun stands for is settled later, against the people of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace

from store.reading.cues import forms
from store.reading.elements import NEVER_OPENING, OPENING, Element, Elements, without_article
from store.reading.gazetteer import Match, Place, known
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens, joined

PERSON, MAYBE, ROLE, BARE, COUNTRY, BODY, GROUP, PRONOUN, PEOPLE, CITY, NOUN = (
    "person",
    "maybe",
    "role",
    "bare",
    "country",
    "body",
    "group",
    "pronoun",
    "people",
    "city",
    "noun",
)
_NOUNS = classes("nouns")
_HEADS, _GROUPS = office_class("head"), office_class("group")
_INNER = office_class("modifier") | office_class("portfolio")
_BODIES, _THINGS, _SIDES = _NOUNS["body"], _NOUNS["thing"], _NOUNS["side"]
_POSTNOMINALS = word_class("suffix") - {"jr", "sr", "ii", "iii", "iv"}
_DETERMINERS = word_class("before-noun")
_HOUSES_FIRST = frozenset({"qasr", "villa", "palazzo", "palais", "schloss", "casa", "dar", "bayt"})
_NUMBERS = frozenset({"two", "three", "four"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "both", "we", "i"})
_INSTITUTIONS = _NOUNS["institution"]
_ADVERBS = word_class("adverb")
_VERBS = word_class("verb") | word_class("auxiliary") | word_class("modal")
_ALSO_ADJECTIVES = frozenset({"official", "expert", "chief", "lead"})
_DESCRIBED = _NOUNS["relay"] | _NOUNS["talks"] | _NOUNS["body"] - {"mission"} | _NOUNS["described"]
_GAP = 7  # words between an office and its holder: *the head of the army's delegation, Admiral X*


_STARTS = _DETERMINERS | _HEADS | _GROUPS
_ANY = _STARTS | _PRONOUNS | _INNER  # what a phrase can begin with, beside capitals
_NEVER = NEVER_OPENING - _ANY
_DETERMINED = OPENING | _DETERMINERS | {"latter", "former", "host"}


@dataclass(slots=True)
class Phrase:
    """A noun phrase, tokens ``first`` to ``last``, exclusive.

    ``kind`` is one of the constants above; ``maybe`` are capitals that may be a name, ``bare``
    an office without article (*general secretary*). ``name`` and ``office`` are the
    tokens of the name and of the office (ranges; empty where there is none); ``country`` is the country named with
    them; ``word`` the word that decides: a head, a pronoun, a known name; ``own`` a possessive before it (*his*).
    """

    first: int
    last: int
    kind: str
    name: tuple[int, int] = (0, 0)
    office: tuple[int, int] = (0, 0)
    country: str | None = None
    word: str = ""
    own: str = ""


def _country(places: list[Place]) -> str | None:
    """Return the country of an office: of *Greek Cypriot* the last, of *French European Affairs* the first.

    *Foreign and European Affairs of France* is of France.
    """
    named = [place for place in places if place.country]
    if (
        len(named) > 1
        and all(place.kind == "people" for place in named)
        and named[-1].country != "European Union"
    ):
        return named[-1].country
    european = bool(named) and named[0].kind == "people" and named[0].country == "European Union"
    return named[-1 if european else 0].country if named else None


def _with_article(word: str) -> bool:
    """Tell a name that begins with its article in small letters: *al-Mahmeed*."""
    return "-" in word and word[0] in "ae" and without_article(word)[:1].isupper()


def _plain(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


class Reader(Elements):
    """Reads the phrases of a text."""

    def __init__(self, tokens: Tokens, starts: frozenset[int], written: Counter[str]) -> None:
        super().__init__(tokens, starts, written)
        low = tokens.low  # a phrase can begin with these:
        places = [at for at, capital in enumerate(tokens.capital) if capital or low[at] in _ANY]
        with_article = [at for at in joined(tokens) if _with_article(tokens.words[at])]
        self.places = sorted({*places, *with_article}) if with_article else places

    def phrases(self, first: int, last: int, *, title: bool = False) -> list[Phrase]:
        """Find the phrases of tokens ``first`` to ``last``, in order, never overlapping.

        In a ``title`` verbs have capitals too and are no names: *President Biden Meets …*.
        """
        found: list[Phrase] = []
        low, capital = self.tokens.low, self.tokens.capital
        self.last, self.title, after, apposed = last, title, first, False
        for at in self.places[bisect_left(self.places, first) : bisect_left(self.places, last)]:
            if at < after:
                continue
            if low[at] in _PRONOUNS and not self._counts(at):
                after = at + 3 if low[at : at + 3] == ["both", "of", "them"] else at + 1
                found.append(Phrase(at, after, PRONOUN, word=low[at]))
                continue
            if self._hopeless(at):
                continue
            if low[at] in _HOUSES_FIRST and low[at - 1] == "at":
                after = (
                    at + 2 + (low[at + 1 : at + 2] == ["al"])
                )  # *received at Qasr Al Watan X, Prime Minister of …*
                continue
            self.apposed = self._follows_name(found, at)
            named = capital[at] or _with_article(self.tokens.words[at])
            opens = named or low[at] in _STARTS or self._head_follows(at)
            phrase = self._phrase(at) if opens else None
            if phrase is None:
                continue
            joined = self._member(found[-1], phrase) if found else None
            if joined is None and found and (not apposed or self._has_office(found[:-1])):
                at_post = len(found) > 1 and self._posted(found[-2], found[-1])
                joined = self._named(found[-2 if at_post else -1], phrase)
                if joined is not None and at_post:
                    found.pop()  # *the UN coordinator in Dili, Catherine Mbeki,*
            if joined is not None:
                found[-1] = joined
            else:
                found.append(phrase)
            apposed, after = self.apposed, phrase.last
        return found

    def _posted(self, role: Phrase, place: Phrase) -> bool:
        """Tell an office and where it is held: *the UN coordinator in Dili*."""
        between = self.tokens.low[role.last : place.first]
        return (
            role.kind in (ROLE, BARE)
            and place.kind in (CITY, COUNTRY)
            and between in (["in"], ["to"], ["at"])
        )

    @staticmethod
    def _has_office(found: list[Phrase]) -> bool:
        """Tell whether the name before an office has its own: *Prime Minister X, the President of Peru, Y, met*."""
        return bool(found) and found[-1].office[0] < found[-1].office[1]

    def _hopeless(self, at: int) -> bool:
        """Tell at a glance that no name follows, as after most articles: *the importance*, *In a word*."""
        tokens, following = self.tokens, at + 1
        if tokens.low[at] not in _DETERMINERS:
            return tokens.low[at] in _NEVER and tokens.words[at] not in self.known
        if following >= self.last or tokens.capital[following]:
            return following >= self.last
        word = tokens.words[following]
        return tokens.low[following] not in _DETERMINED and "-" not in word and not word.isdigit()

    def _counts(self, at: int) -> bool:
        """Tell whether *both* stands before a noun here."""
        return self.tokens.low[at] == "both" and at + 1 < self.last and self._noun_ahead(at + 1)

    def _noun_ahead(self, at: int) -> bool:
        low = self.tokens.low
        return any(low[place] in _GROUPS for place in range(at, min(at + 4, self.last)))

    def _member(self, role: Phrase, name: Phrase) -> Phrase | None:
        """Join *Member of the Political Bureau and Foreign Minister Shao Yunfei*: both are his."""
        joins = role.kind in (ROLE, BARE) and role.word == "member" and role.own == ""
        if not joins or name.kind != PERSON or self.tokens.low[role.last : name.first] != ["and"]:
            return None
        return replace(name, first=role.first, country=name.country or role.country)

    def _follows_name(self, found: list[Phrase], at: int) -> bool:
        """Tell whether what begins at ``at`` is the office of the name before: *X, President of Peru, Y, …*."""
        if not found or found[-1].last != at - 1 or self.tokens.words[at - 1] != ",":
            return False
        return found[-1].kind in (PERSON, MAYBE)

    def _named(self, role: Phrase, name: Phrase) -> Phrase | None:
        """Join *the finance minister, Marijke van Dalen*: an office and, after a comma, who holds it."""
        tokens = self.tokens
        if role.kind not in (ROLE, BARE, BODY) or tokens.words[name.first - 1] != ",":
            return None
        if tokens.low[max(role.first - 2, 0) : role.first] == ["according", "to"]:
            return None
        if role.kind == BODY and tokens.low[role.first - 1] in ("on", "of", "for", "in"):
            return None  # *the ranking member on the Committee, Yaw Nkansah*
        between = tokens.low[role.last : name.first - 1]
        if between and not (
            between[0] in ("of", "for", "at", "in", "on") and len(between) <= _GAP and "," not in between
        ):
            return None
        if name.kind == MAYBE:
            if name.name[1] - name.name[0] < 2 or role.kind == BODY:
                return None
        elif name.kind != PERSON or (role.kind == BODY and name.office[0] < name.office[1]):
            return None
        after = tokens.low[name.last] if name.last < self.last else "."
        further = tokens.low[name.last + 1] if name.last + 1 < self.last else "."
        another = name.last + 2
        another += not _DETERMINERS.isdisjoint(tokens.low[another : another + 1])
        if after in ("and", "'s") or (after == "," and further == "as"):
            return None
        titled = name.office[0] < name.office[1]
        if after == "," and further == "and" and (titled or not self._office_at(another)):
            return None  # *the minister, Ana Keller, and …* lists three, unless a title follows
        office = name.office if "counterpart" in tokens.low[slice(*role.office)] else role.office
        country = role.country or name.country
        return Phrase(role.first, name.last, PERSON, name.name, office, country, role.word, role.own)

    def _phrase(self, first: int) -> Phrase | None:
        low, words, at = self.tokens.low, self.tokens.words, first
        determiner = own = ""
        while at < self.last and at < first + 3 and low[at] in _DETERMINERS:
            if words[at] in self.known and known(self.tokens, at):
                break
            determiner = low[at]
            own = determiner if determiner in _POSSESSIVES else own
            at += 1
        if determiner and low[at + 1 : at + 3] == ["-", "year-old"] and at + 3 < self.last:
            at += 3  # *the 54-year-old minister*
        word = low[at] if at < self.last else ""
        if word == "host" and low[at + 1 : at + 3] == ["and", "guest"]:
            return Phrase(first, at + 3, GROUP, word="two sides")
        if word in ("latter", "former") and (of_two := self._of_two(first, at)):
            return of_two
        elements = self.elements(at)
        if not elements:
            return self._the_two(first, at) if determiner in _NUMBERS else None
        return self._made(first, determiner, own, elements)

    def _of_two(self, first: int, at: int) -> Phrase | None:
        """Read *the latter* before a verb, and not *the former minister*."""
        low = self.tokens.low
        if low[first:at] != ["the"] or at + 1 >= self.last:
            return None
        verb = low[at + 1] in _VERBS or low[at + 1] in forms() or low[at + 1] in _ADVERBS
        return Phrase(first, at + 1, PRONOUN, word=low[at]) if verb else None

    def _the_two(self, first: int, last: int) -> Phrase | None:
        """Read *the two described the talks*: a number that stands for those who met."""
        low = self.tokens.low
        if last - first != 2 or low[first] != "the" or last >= self.last:
            return None
        while last + 1 < self.last and low[last] in _ADVERBS:
            last += 1
        verb = low[last] in _VERBS or low[last] in forms() or low[last].endswith("ed")
        return Phrase(first, first + 2, GROUP, word=f"{low[first + 1]} leaders") if verb else None

    def _made(self, first: int, determiner: str, own: str, elements: list[Element]) -> Phrase | None:
        names = len(elements)
        while names and elements[names - 1].kind == "name":
            names -= 1
        if names < len(elements):
            names += self._qualifiers(elements, names)
        if names < len(elements):
            return self._person(first, own, elements, names)
        return self._unnamed(first, determiner, own, elements)

    def _qualifiers(self, elements: list[Element], names: int) -> int:
        """Return how many capitals right after *of* still belong to the office (*Minister of the Transition*)."""
        if not names or elements[names - 1].kind != "office":
            return 0
        between = self.tokens.low[elements[names - 1].last : elements[names].first]
        if not between or between[0] not in ("of", "for", "to", "on"):
            return 0
        return len(elements) - names if "the" in between or len(elements) - names < 3 else 1

    def _person(self, first: int, own: str, elements: list[Element], names: int) -> Phrase | None:
        tokens = self.tokens
        before, last = elements[:names], elements[-1].last
        end = self._name_end(elements[names].first, last)
        name = (elements[names].first, end)
        _, places, heads = self._sorted(before)
        titled = bool(heads) or any(e.kind == "honorific" for e in before)
        if not titled and any(tokens.low[e.first] in _THINGS for e in elements[names:]):
            return None
        country = _country(places)
        after = self._of_country(last)
        if after:  # *AU chairperson X of Egypt* is of Egypt
            named = country if any(place.kind != "body" for place in places) else None
            last, country = after.last, named or after.place.country
        titles = [e for e in before if e.kind in ("office", "place")] if heads else []
        span = (titles[0].first, titles[-1].last) if titles else (0, 0)
        return Phrase(
            first, last, PERSON if titled else MAYBE, name, span, country, heads[0] if heads else "", own
        )

    def _sorted(self, elements: list[Element]) -> tuple[list[Element], list[Place], list[str]]:
        """Return the words of offices, the known places, and those of the offices that somebody holds, in order."""
        office: list[Element] = []
        places: list[Place] = []
        heads: list[str] = []
        for element in elements:
            if element.place is not None:
                places.append(element.place)
            elif element.kind == "office":
                office.append(element)
                if self.tokens.low[element.first] in _HEADS:
                    heads.append(self.tokens.low[element.first])
        return office, places, heads

    def _name_end(self, first: int, last: int) -> int:
        """Return where a name ends: before *MP*, after *Jr.*, and before it starts again (*Han Bo Han*)."""
        low = self.tokens.low
        for at in range(first + 2, last):  # … but *Ko Ko Hlaing*
            if len(low[at]) > 1 and low[at] in low[first:at]:
                return at
        end = last
        while end > first + 1 and low[end - 1] in _POSTNOMINALS:
            end -= 1
        return (
            end + 1 if end == last < self.last and low[end - 1] in ("jr", "sr") and low[end] == "." else end
        )

    def _unnamed(self, first: int, determiner: str, own: str, elements: list[Element]) -> Phrase | None:
        tokens, last = self.tokens, elements[-1].last
        office, places, heads = self._sorted(elements)
        if not office:
            return self._place(first, last, places[-1]) if places else None
        span = (elements[0].first, last)
        country = _country(places)
        group = next((tokens.low[e.first] for e in office if tokens.low[e.first] in _GROUPS), "")
        if group and (not heads or group in heads):
            word = f"{determiner} {group}".strip()
            return Phrase(first, last, GROUP, office=span, country=country, word=word, own=own)
        if not heads and any(tokens.low[e.first] in _BODIES for e in office):
            return Phrase(first, last, BODY, name=span, country=country)
        if heads and self._describes(heads[-1], last):
            return None
        if heads:
            named = determiner or country or tokens.capital[office[0].first]
            return Phrase(first, last, ROLE if named else BARE, (0, 0), span, country, heads[0], own)
        return None

    def _describes(self, head: str, at: int) -> bool:
        """Tell whether *official* describes the noun at ``at``: *the UAE's official news agency*."""
        low = self.tokens.low
        if head not in _ALSO_ADJECTIVES or at + 1 >= self.last:
            return False
        return low[at] in _DESCRIBED or (low[at] not in forms() and low[at + 1] in _DESCRIBED)

    def _place(self, first: int, last: int, place: Place) -> Phrase:
        tokens = self.tokens
        side = last < self.last and tokens.low[last] in _SIDES
        if side and place.kind in ("people", "country"):
            return Phrase(first, last + 1, COUNTRY, country=place.country, word=place.name)
        if last + 1 < self.last and tokens.low[last] == "'s" and tokens.low[last + 1] in _SIDES:
            return Phrase(first, last + 2, COUNTRY, country=place.country, word=place.name)
        if place.kind == "people":
            return Phrase(first, last, PEOPLE, country=place.country, word=place.name)
        if place.kind == "body":
            end = self._of_country(last)
            return Phrase(first, end.last if end else last, BODY, country=place.country, word=place.name)
        if place.kind == "metonym" and tokens.low[last - 1] in _INSTITUTIONS:
            return Phrase(first, last, BODY, country=place.country, word=_plain(tokens.slice(first, last)))
        kind = CITY if place.kind == "city" else COUNTRY
        return Phrase(first, last, kind, country=place.country, word=place.name)

    def _of_country(self, at: int) -> Match | None:
        tokens = self.tokens
        if at + 1 >= self.last or tokens.low[at] != "of":
            return None
        onward = at + 2 if tokens.low[at + 1] == "the" and at + 2 < self.last else at + 1
        match = known(tokens, onward)
        owns = match is not None and tokens.low[match.last : match.last + 1] == [
            "'s"
        ]  # *Rivera of Chile's support*
        return match if match and match.place.kind == "country" and not owns else None
