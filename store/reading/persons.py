"""The people of one text: every mention of a name gathered under the person it means."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from store.folding import fold
from store.reading.cues import forms
from store.reading.elements import without_article
from store.reading.lands import Lands
from store.reading.listed import Listed, title_of_one
from store.reading.offices import office_words
from store.reading.phrase import BARE, CITY, COUNTRY, MAYBE, PERSON, ROLE, Phrase
from store.reading.tables import classes, office_class, rows, word_class
from store.reading.tokens import Tokens

_SAME_GIVEN = 72  # of 100: how alike two spellings of a given name must be
_SAME_FAMILY = 86  # of 100: the same for family names of two full names whose given names are equal
_RECENT = 40  # namesakes looked at; more would make the time grow with the square of a strange text
_HEADS, _SUFFIXES = office_class("head"), word_class("suffix")
_ADVERBS = word_class("adverb")
_DOES = word_class("verb") | word_class("auxiliary") | word_class("modal") | {"who", "'s"}
_LED = frozenset({"led", "headed", "chaired", "represented"})
_MET_WITH = (["met", "with"], ["talks", "with"], ["spoke", "with"])
_ABOUT = frozenset({"on", "regarding", "concerning", "about"})
_TALKING = (["speaking", "to"], ["talking", "to"], ["spoke", "to"], ["speaking", "with"], ["talking", "with"])
_FULL_STOPS = frozenset({".", "!", "?", ":", "”", '"', "…", ")"})
_SHORT_PART = 3  # letters of a part of a name that its hyphen does not part
_STYLES = {"H.H.": "highness", "H.R.H.": "highness", "H.M.": "majesty", "H.E.": "excellency"}
_STYLES |= {style.replace(".", ""): word for style, word in _STYLES.items()}
_WOMEN, _MEN = frozenset({"mrs", "ms", "miss", "dame", "lady"}), frozenset({"mr", "sir", "lord"})


@dataclass(eq=False)
class Person:
    """One person: ``words`` of the fullest name, how often each form was seen, and what the text tells of them."""

    words: tuple[str, ...]
    name: str
    first: int
    forms: dict[str, int] = field(default_factory=dict)
    office: str | None = None
    office_words: frozenset[str] = frozenset()
    country: str | None = None
    female: bool | None = None
    honoured: str | None = None  # the only country that gives the title of honour before the name: *Datuk*
    signed: bool = False  # named in the byline of a government's release
    attending: bool = False  # there, but not one of those the talks were between


@cache
def _honours() -> dict[str, str]:
    return {word: country for country, words in rows("honours") for word in words.split()}


def bare(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name without case and accents, initials, suffixes and signs: *erdogan* for *Erdoğan*."""
    words = [
        fold(without_article(low)) if "-" in low or not low.isascii() else low
        for low in tokens.low[first:last]
        if low[0].isalpha() and len(low) > 1 and low not in _SUFFIXES
    ]
    if any("-" in word for word in words):
        words = [part for word in words for part in _parted(word)]
    return tuple(words)


def _parted(word: str) -> list[str]:
    """Part *bhutto-zardari*, which is also written as two names; *jae-in* is one."""
    parts = word.split("-")
    return parts if all(part.isalpha() and len(part) > _SHORT_PART for part in parts) else [word]


class People:
    """The table of persons, filled phrase by phrase in the order of the text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.all: list[Person] = []
        self.of: dict[int, Person] = {}  # first token of a phrase → the person it means
        self.ends: dict[int, int] = {}  # first token of such a phrase → where it ends
        self._by_word: dict[str, list[Person]] = {}

    def add(self, phrase: Phrase) -> Person | None:
        """Find or make the person a phrase with a name means."""
        words = bare(self.tokens, *phrase.name)
        if not words:
            return None
        person = self.find(words, phrase)
        name = self.tokens.slice(*phrase.name)
        if person is None:
            person = Person(words, name, phrase.first)
            self.all.append(person)
        elif len(words) > len(person.words):
            person.words = words
        for word in words:
            same = self._by_word.setdefault(word, [])
            if person not in same[-_RECENT:]:
                same.append(person)
        person.forms[name] = person.forms.get(name, 0) + 1
        self.of[phrase.first] = person
        self.ends[phrase.first] = phrase.last
        self.learn(person, phrase)
        return person

    def place_or_person(self, phrase: Phrase) -> None:
        """Take *Lima* for the person when one of that name was met: *President Paulo Lima … Lima thanked*."""
        if phrase.last - phrase.first == 1 and phrase.first not in self.of:
            word = fold(self.tokens.low[phrase.first])
            named = self._by_word.get(word)
            if named and named[0].first < phrase.first and named[0].words[-1] == word:
                self.of[phrase.first], self.ends[phrase.first] = named[0], phrase.last

    def learn(self, person: Person, phrase: Phrase) -> None:
        """Take over what a phrase says of the person's office, country and sex."""
        first, last = phrase.office
        words = office_words(self.tokens, first, last)
        if words & _HEADS:
            title = title_of_one(self.tokens, phrase)
            person.office_words |= words
            if person.office is None or len(title) > len(person.office):
                person.office = title
        for at in range(phrase.first, phrase.name[0]):
            low, word = self.tokens.low[at], self.tokens.words[at]
            if low in _WOMEN or low in _MEN:
                person.female = low in _WOMEN
            person.honoured = person.honoured or _honours().get(low)
            if word in _STYLES:
                person.office_words |= {_STYLES[word]}
        if phrase.country and person.country is None:
            person.country = phrase.country

    def find(self, words: tuple[str, ...], phrase: Phrase) -> Person | None:
        """Return the person whose name holds these words, or is spelt nearly so."""
        if self._by_word.keys().isdisjoint(words):
            return None
        recent = (self._by_word.get(word, ())[-_RECENT:] for word in words)
        near = list(dict.fromkeys(chain.from_iterable(recent)))  # each once
        wanted = set(words)
        fits = [person for person in near if wanted.issubset(person.words)]
        if len(fits) == 1:
            return fits[0]
        office = office_words(self.tokens, *phrase.office)
        if not fits:
            fits = [
                p
                for p in near
                if wanted.issuperset(p.words) and (len(p.words) > 1 or self._same_office(p, office))
            ]
        if len(fits) > 1:
            fits = [person for person in fits if self._same_office(person, office)] or fits
            fits.sort(key=lambda person: words[-1] != person.words[-1] and words[0] != person.words[0])
        if fits:
            return fits[0]
        if len(words) > 1:
            return next(
                (person for person in near if len(person.words) > 1 and _alike(words, person.words)), None
            )
        return None

    @staticmethod
    def _same_office(person: Person, office: frozenset[str]) -> bool:
        return not office or not person.office_words or bool(office & person.office_words & _HEADS)

    def settle(self) -> None:
        """Order the persons as the text does, each with the fullest form of the name, then the most frequent."""
        self.all.sort(key=lambda person: person.first)
        for person in self.all:
            best = max(person.forms, key=lambda form: (_fullness(form), person.forms[form]))
            person.name = " ".join(map(_usual, best.split()))
            if person.female is None:
                person.female = _sex_of(person.words)


def _sex_of(words: tuple[str, ...]) -> bool | None:
    """Tell whether given names are a woman's; ``None`` where they do not tell. The last word is a family's name."""
    given = _given_names()
    women, men = not given["f"].isdisjoint(words[:-1]), not given["m"].isdisjoint(words[:-1])
    return women if women != men else None


@cache
def _given_names() -> dict[str, frozenset[str]]:
    return {sex: frozenset(map(fold, names)) for sex, names in classes("given_names").items()}


def _usual(word: str) -> str:
    """Return *Motegi* for *MOTEGI*, and *Jr.*, *III* and *J.* as they are."""
    return (
        word.title()
        if word.isupper() and len(word) > 2 and word.lower().strip(".") not in _SUFFIXES
        else word
    )


def _fullness(form: str) -> int:
    return sum(len(word.strip(".,")) > 1 for word in form.split())


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are spellings of one: one half the same, the other nearly so."""
    for family, given in ((-1, 0), (0, -1)):
        if one[family] == other[family] and one[given] != other[given]:
            from rapidfuzz.fuzz import ratio  # here, since most texts spell every name in one way

            bar = _SAME_GIVEN if family == -1 else _SAME_FAMILY
            return ratio(one[given], other[given]) >= bar or (
                family == -1 and one[given][:2] == other[given][:2]
            )
    return False


def gather(
    tokens: Tokens,
    written: Counter[str],
    body: list[Phrase],
    rest: list[Phrase],
    signed: list[Phrase],
) -> tuple[People, dict[int, int]]:
    """Build the table from the phrases of a text. Also return where each phrase ends with its apposition.

    ``written`` counts its words; ``body`` are the phrases of its paragraphs; those of titles and captions
    (``rest``) mostly add spellings, those of bylines (``signed``) who answers for a release.
    """
    people = People(tokens)
    reach: dict[int, int] = {}
    by_first = {phrase.first: phrase for phrase in body}
    left: list[tuple[tuple[str, ...], Phrase]] = []  # what may be names, with their words
    lands, listed = Lands(tokens, body), Listed(tokens, body)
    for phrase in body:
        if phrase.kind not in (PERSON, MAYBE):
            continue
        apposed = _apposition(tokens, phrase, by_first)
        if apposed and _opens_sentence(tokens, phrase) and written[tokens.words[phrase.first]] == 1:
            continue  # *Elsewhere, the Minister …*: a name would come again
        if apposed:
            reach[phrase.first] = apposed.last
        one, land = listed.of.get(phrase.name[0]), lands.bracketed(phrase) or lands.owning(phrase)
        if phrase.kind == PERSON or apposed or one or land or _is_person(tokens, phrase, by_first):
            country = (one and one.country) or phrase.country or land
            person = people.add(phrase if phrase.country == country else replace(phrase, country=country))
            if person and one and not person.office_words & _HEADS:
                person.office, person.office_words = one.office, one.words
            if person and apposed:
                people.learn(person, apposed)
            if person and person.country is None:
                before = people.all[-2].country if phrase.own == "its" and len(people.all) > 1 else None
                person.country = lands.led(phrase) or before  # *Kenya's X and its trade minister, Y*
        elif phrase.first == phrase.name[0]:  # *the Annapolis Mideast …* is no name
            left.append((bare(tokens, *phrase.name), phrase))
    around = {phrase.first: phrase for phrase in rest}
    alone = {words[0] for words, _ in left if len(words) == 1}
    for words, phrase in left:
        if len(words) > 1 and (words[-1] in alone or words[0] in alone) and not people.find(words, phrase):
            people.add(phrase)
    left += [(bare(tokens, *phrase.name), phrase) for phrase in rest if phrase.kind in (PERSON, MAYBE)]
    for words, phrase in left:
        person = people.find(words, phrase) if words else None
        if person is None and len(words) > 2 and people.find(words[1:], phrase):
            continue  # a verb with a capital: *Envoy Corrects Al Hussein*
        if (person and len(words) <= len(person.words)) or (phrase.kind == PERSON and len(words) > 1):
            person = people.add(phrase)
            titled = _apposition(tokens, phrase, around) if person and not person.office else None
            if person and titled:
                people.learn(person, titled)  # *Meeting with Mr. X, President of Peru*
    for phrase in body:
        if phrase.kind in (COUNTRY, CITY):
            people.place_or_person(phrase)
    for phrase in signed:
        if phrase.kind == PERSON and (person := people.add(phrase)):
            person.signed = True
    people.settle()
    return people, reach


def _opens_sentence(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a phrase is one capital word at the start of a sentence, where capitals say nothing."""
    alone = phrase.kind == MAYBE and phrase.last - phrase.first == 1
    return alone and (phrase.first == 0 or tokens.words[phrase.first - 1] in _FULL_STOPS)


def _apposition(tokens: Tokens, phrase: Phrase, by_first: dict[int, Phrase]) -> Phrase | None:
    """Return the office after a name: *Zhao Leji, the Chairman of …*."""
    at = phrase.last
    if phrase.kind == MAYBE and phrase.first and tokens.low[phrase.first - 1] in _ABOUT:
        return None  # *On Crimea, the Secretary …*
    if tokens.low[phrase.first - 2 : phrase.first] in _TALKING:
        return None  # *Speaking to Agence Presse, the president of the league, X, said …*
    if at + 1 < len(tokens.words) and tokens.words[at] in (",", "("):
        role = by_first.get(at + 1)
        if role and role.kind in (ROLE, BARE):
            last = _clause_end(tokens, role)
            if tokens.low[role.first] == "the" and last < len(tokens.low) and tokens.low[last] in forms():
                return None  # *During the meeting with X, the President thanked …*
            within = (by_first[place] for place in range(role.last, last) if place in by_first)
            named = [place.country for place in within if place.country] if role.country is None else []
            return replace(role, last=last, country=named[-1] if named else role.country)
    return None


def _clause_end(tokens: Tokens, role: Phrase) -> int:
    """Return where an apposition ends: at the comma after *general secretary of the rail union*."""
    if role.last < len(tokens.words) and tokens.low[role.last] in ("of", "for", "at", "in", "and", "who"):
        for at in range(role.last, min(role.last + 14, len(tokens.words))):
            if tokens.words[at] == ",":
                return at
            if tokens.words[at] in (".", ";"):
                break
    return role.last


def _is_person(tokens: Tokens, phrase: Phrase, by_first: dict[int, Phrase]) -> bool:
    """Tell whether capitals that may be a name are a full one, of a country, beside a person, or acting like one."""
    if len(bare(tokens, *phrase.name)) < 2:
        return False
    if phrase.country is not None:
        return True
    beside = by_first.get(phrase.last + 1)
    paired = beside is not None and beside.kind == PERSON and tokens.low[phrase.last] == "and"
    return paired or _acts(tokens, phrase)


def _acts(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a full name does what persons do: says or does something, or was just quoted."""
    before = tokens.low[phrase.first - 1] if phrase.first else ""
    if before == "by" and tokens.low[phrase.first - 2] in _LED:
        return True  # *met with a delegation led by X*
    if before == "met" or tokens.low[phrase.first - 2 : phrase.first] in _MET_WITH:
        return True
    if any("say" in form.cue.frames for form in forms().get(before, ())):
        return True
    at = phrase.last
    while at < len(tokens.words) and tokens.low[at] in _ADVERBS:
        at += 1
    low = tokens.low[at] if at < len(tokens.words) else ""
    if low == "," and at + 1 < len(tokens.words):
        after = tokens.low[at + 1]
        party = tokens.words[at + 1].isupper() and tokens.words[at + 2 : at + 3] == [
            ","
        ]  # *Asha Rao, INC, asked*
        apposed = phrase.first > 0 and tokens.low[phrase.first - 1] == ","  # *His rival, Ann Hill, said*
        part = after == "for" and tokens.low[at + 3 : at + 4] == ["part"]  # *Abdul Qandeel, for his part, …*
        return party or part or after in ("who", "whose", "of", "from") or (apposed and after in forms())
    if low == "of" and at + 1 < len(tokens.words) and tokens.low[at + 1] in ("the", "a"):
        return any(low in forms() for low in tokens.low[at + 2 : at + 10])
    return low in _DOES or low in forms()
