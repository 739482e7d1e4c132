"""What the elements of a noun phrase make: a person, an office, a body, a group, a place."""

from __future__ import annotations

from store.reading.cues import forms
from store.reading.elements import Elements
from store.reading.gazetteer import Match, Place, known
from store.reading.links import Element
from store.reading.offices import LANDS
from store.reading.phrase import (
    BARE,
    BODY,
    CITY,
    COUNTRY,
    GROUP,
    MAYBE,
    PEOPLE,
    PERSON,
    PRONOUN,
    ROLE,
    Phrase,
)
from store.reading.tables import classes, office_class, word_class

_NOUNS = classes("nouns")
_HEADS, _GROUPS = office_class("head"), office_class("group")
_BODIES, _THINGS, _SIDES = _NOUNS["body"], _NOUNS["thing"], _NOUNS["side"]
_ALSO_FAMILIES = frozenset({"park", "hall", "rivers", "bridges"})  # … names of things as well
_POSTNOMINALS = word_class("suffix") - {"jr", "sr", "ii", "iii", "iv"}
_SENT = frozenset({"for", "on", "to"})
_MEMBERS = frozenset({"mp", "mep", "mla"})  # … in capitals, where *AC* may be a name's
_DETERMINERS = word_class("before-noun")
_NUMBERS = frozenset({"two", "three", "four"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our"})
_INSTITUTIONS = _NOUNS["institution"]
_ABSTRACT = ("tion", "sion", "ility", "ology", "ivity", "opment", "agement", "ronment", "culture", "ness")
_HONORIFICS = word_class("honorific")
_STOOD_IN = frozenset({"country", "city", "capital"})
_ADVERBS = word_class("adverb")
_VERBS = word_class("verb") | word_class("auxiliary") | word_class("modal")
_ALSO_ADJECTIVES = frozenset({"official", "expert", "chief", "lead"})
_DESCRIBED = _NOUNS["relay"] | _NOUNS["talks"] | _NOUNS["body"] - {"mission"} | _NOUNS["described"]


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


def _plain(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


class Making(Elements):
    """Makes the phrase that begins at a token of one text."""

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
        if word == "office" and low[at - 1] == "'s":
            return (
                None  # *the Head of the President's Office and Secretary of State X*: the office of another
            )
        if (
            word == "head"
            and low[at + 1 : at + 3] == ["of", "the"]
            and low[at + 3 : at + 4]
            and low[at + 3] in LANDS
        ):
            return Phrase(first, at + 4, ROLE, office=(at, at + 4), word="head", own=own)
        if word == "host" and low[at + 1 : at + 3] == ["and", "guest"]:
            return Phrase(first, at + 3, GROUP, word="two sides")
        if word in ("latter", "former") and (of_two := self._of_two(first, at)):
            return of_two
        if word in ("men", "women") and (determiner == "both" or low[first : first + 2] == ["the", "two"]):
            return Phrase(first, at + 1, GROUP, word="two leaders")
        elements = self.elements(at)
        if not elements:
            return self._the_two(first, at) if determiner in _NUMBERS else None
        if not determiner and (stood := self._stood_in(elements)):
            return self._place(first, elements[0].last, stood)
        return self._made(first, determiner, own, elements)

    def _stood_in(self, elements: list[Element]) -> Place | None:
        """Return the place of *In Paris | President X*, *Paris | Chinese President X*: the office is not of it."""
        place, first = elements[0].place, elements[0].first
        if place is None or place.kind not in _STOOD_IN or len(elements) < 3 or elements[-1].kind != "name":
            return None
        other, at = elements[1].place, elements[0].last
        if first and self.tokens.low[first - 1] == "in" and not self.tokens.words[first].isupper():
            return place if elements[1].first == at and (other or elements[1].kind == "office") else None
        if elements[1].first != at or other is None or place.country == other.country:
            return None
        return None if self.tokens.low[elements[1].last : elements[1].last + 1] == ["affairs"] else place

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
        headed = self.tokens.low[elements[names - 1].first] in _HEADS
        if len(elements) - names == 1 and not headed and self._of_body(elements):
            return 1
        between = self.tokens.low[elements[names - 1].last : elements[names].first]
        if not between or between[0] not in ("of", "for", "to", "on"):
            return 0
        return len(elements) - names if "the" in between or len(elements) - names < 3 else 1

    def _of_body(self, elements: list[Element]) -> bool:
        """Tell *the head of the Agency for Nuclear Regulation*, also by who holds it: *the Corps, Ann Hill, said*."""
        low, capital, at = self.tokens.low, self.tokens.capital, elements[-1].last
        if low[at - 1].endswith(_ABSTRACT):
            return True
        at = self._over_bracket(at)
        if "of" not in low[elements[0].first : elements[-1].first] or low[at : at + 1] != [","]:
            return False
        if self.apposed:
            return True  # *Ann Hill, head of the Corps, said*
        at += 1
        while at < self.last - 1 and (low[at] in _HONORIFICS or low[at] == "."):
            at += 1
        end = at
        while end < self.last and self._plain_capital(end):
            end += 1
        return end - at > 1 and low[end : end + 1] == [","] and capital[at]

    def _person(self, first: int, own: str, elements: list[Element], names: int) -> Phrase | None:
        tokens = self.tokens
        before, last = elements[:names], elements[-1].last
        end = self._name_end(elements[names].first, last)
        name = (elements[names].first, end)
        last = max(last, end)  # the stop of *Jr.*
        if (
            end == name[0] + 1
            and "-" in tokens.words[name[0]]
            and tokens.words[name[0]].isupper()
            and not before
        ):
            return None  # *ASEAN-IORA*
        _, places, heads = self._sorted(before)
        titled = bool(heads) or any(e.kind == "honorific" for e in before)
        family = len(elements) == 1 and tokens.low[first] in _ALSO_FAMILIES
        if not titled and not family and any(tokens.low[e.first] in _THINGS for e in elements[names:]):
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
                portfolio = self.tokens.low[element.last : element.last + 1] == ["affairs"]
                european = portfolio and element.place.country == "European Union"
                if not european and not (heads and self._sent_to(element)):
                    places.append(element.place)
            elif element.kind == "office":
                office.append(element)
                if self.tokens.low[element.first] in _HEADS:
                    heads.append(self.tokens.low[element.first])
        return office, places, heads

    def _sent_to(self, place: Element) -> bool:
        """Tell the country of *Special Envoy for Syria*, where nobody comes from, by the word before it."""
        before = place.first - 1 - (self.tokens.low[place.first - 1] == "the")
        return place.place is not None and place.place.kind == "country" and self.tokens.low[before] in _SENT

    def _name_end(self, first: int, last: int) -> int:
        """Return where a name ends: before *MP*, after *Jr.*, and before it starts again (*Han Bo Han*)."""
        low = self.tokens.low
        for at in range(first + 2, last):  # … but *Ko Ko Hlaing*
            if len(low[at]) > 1 and low[at] in low[first:at]:
                return at
        shouted = self.tokens.words[first].isupper()
        for at in range(first + 2, last):
            if low[at] in (_MEMBERS if shouted else _POSTNOMINALS) and self.tokens.words[at].isupper():
                return at - (low[at - 1] == ",")  # *John Howard MP Joint Press Conference*
        end = last
        while end > first + 1 and (low[end - 1] in _POSTNOMINALS or low[end - 1] == ","):
            end -= 1
        return (
            end + 1 if end == last < self.last and low[end - 1] in ("jr", "sr") and low[end] == "." else end
        )

    def _unnamed(self, first: int, determiner: str, own: str, elements: list[Element]) -> Phrase | None:
        tokens, last = self.tokens, elements[-1].last
        office, places, heads = self._sorted(elements)
        if not office:
            if (
                len(places) > 1
                and places[-1].kind == "body"
                and places[-1].country not in (None, places[-2].country)
            ):
                # *the German Foreign Office* is not the British one
                return Phrase(first, last, BODY, name=(elements[0].first, last), country=places[-2].country)
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
        if heads and tokens.words[last - 1] == "Office" and last - 1 > office[0].first:
            return Phrase(first, last, BODY, name=span, country=country)  # *the PM Office*
        if heads:
            named = determiner or country or tokens.capital[office[0].first]
            end = self._over_bracket(last)
            return Phrase(first, end, ROLE if named else BARE, (0, 0), span, country, heads[0], own)
        return None

    def _over_bracket(self, at: int) -> int:
        """Step over the short name of what an office is of: *the head of the Peace Agency (PA), Ann Hill, said*."""
        words = self.tokens.words[at : at + 3]
        short = len(words) == 3 and words[0] == "(" and words[2] == ")" and words[1].isupper()
        return at + 3 if short and len(words[1]) > 1 else at

    def _describes(self, head: str, at: int) -> bool:
        """Tell whether *official* describes the noun at ``at``: *the UAE's official news agency*."""
        low = self.tokens.low
        if head not in _ALSO_ADJECTIVES or at + 1 >= self.last:
            return False
        return low[at] in _DESCRIBED or (low[at] not in forms() and low[at + 1] in _DESCRIBED)

    def _place(self, first: int, last: int, place: Place) -> Phrase:
        tokens = self.tokens
        side = last < self.last and tokens.low[last] in _SIDES
        if side and tokens.low[last] == "sides" and place.kind in ("people", "country"):
            return Phrase(first, last + 1, GROUP, word="two sides")  # *the U.S. and ROK sides*
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
