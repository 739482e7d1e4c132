"""Who is meant: names, roles, pronouns, bodies and countries settled against the people of the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice

from store.folding import fold
from store.model import BOTH_SIDES, GROUPS
from store.reading.collective import Collective
from store.reading.gazetteer import known
from store.reading.holding import closeness, fits, speaks_for_others
from store.reading.offices import office_words
from store.reading.persons import Person
from store.reading.phrase import BODY, COUNTRY, GROUP, NOUN, PRONOUN, ROLE, Phrase
from store.reading.tables import classes, office_class

_HEADS, _OFFICIAL = office_class("head"), office_class("official")
_POSTS, _WHOSE = frozenset({"post", "tweet", "caption"}), {"his": "he", "her": "she"}
_POSSESSIVE = frozenset({"his", "her", "their", "its", "our"})
_UNION, _OF_THE_UNION = "European Union", frozenset({"commission", "council", "parliament"})
_STYLES = frozenset({"highness", "majesty", "excellency"})
_GUESTS = frozenset({"visiting", "guest"})
_BEHIND = frozenset({"by", "with", "to", "from", "between", "of", "for"})
_BODY_NOUNS, _DOCUMENTS = classes("nouns")["body"], classes("nouns")["document"]
_MEETING = frozenset({"met", "spoke", "called", "hosted", "received", "welcomed", "visited", "held"})
_SHORTEST, _ALIKE, _BAR = (
    5,
    3,
    80,
)  # letters of a name, of its beginning; how alike (of 100) two spellings must be
_JUST = 6  # tokens of *Ramos was told by*
_LOOK_BACK = 20  # mentions looked at for *the latter*
_GENERAL = frozenset({"diplomat", "official", "politician", "leader", "envoy"})
_GENERAL_ONLY = frozenset({"diplomat", "official", "correspondent"})
_ONES_OWN = frozenset({"report", "reports"})  # *the report says* is not what the two sides say
_MESSAGES = frozenset({"cable", "letter", "message", "telegram"})


class Speakers(Collective):
    """Resolves the subjects of one text in order, remembering who was spoken of last."""

    def resolve(self, subject: tuple[Phrase, ...]) -> str | None:
        """Return the speaker's full name, a body's, or a group; ``None`` when it cannot be known.

        An empty subject is the speaker before.
        """
        self.sure = True
        if not subject:
            return self.last
        if len(subject) == 2 and subject[1].kind == GROUP and subject[1].word.endswith("sides"):
            self.last, self._alone = BOTH_SIDES, False  # *the U.S. and ROK sides*
            return self.last
        names = [name for phrase in subject if (name := self._one(phrase))]
        if len(names) < len(subject):
            name = self._group(2) if len(subject) > 1 else None
        else:
            name = names[0] if len(names) == 1 else self._several(names)
        if name:
            self.last = name
            one = len(subject) == 1 and subject[0].kind in (ROLE, COUNTRY)
            self._alone = one and name not in GROUPS and ";" not in name
        return name

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

    def _one(self, phrase: Phrase) -> str | None:
        """Resolve one phrase; the same phrase always to the same."""
        if phrase.first not in self._settled or phrase.word == "same":
            self._settled[phrase.first] = self._found(phrase)
        return self._settled[phrase.first]

    def _found(self, phrase: Phrase) -> str | None:
        person = self.people.of.get(phrase.first)
        owns = (
            person is not None and phrase.kind == NOUN and "'s" in self.tokens.low[phrase.first : phrase.last]
        )
        if person is not None and not owns:  # *Keller's party* is not Keller
            self.person, self._said_at = person, phrase.first
            self._here[person.name] = None
            return person.name
        owner = self.tokens.low[phrase.first]
        if phrase.kind == NOUN and phrase.word in _POSTS and owner in _WHOSE:
            return self._pronoun(_WHOSE[owner], phrase.first)  # *“…,” his post read*
        if phrase.kind == COUNTRY:
            return phrase.country or phrase.word
        if phrase.kind == BODY:
            return self._body(phrase.word or self.tokens.slice(*phrase.name))
        if phrase.last - phrase.first == 1 and (body := self._short.get(self.tokens.words[phrase.first])):
            return body
        if phrase.kind == GROUP:
            return self._collective(phrase)
        if phrase.kind == PRONOUN:
            return self._pronoun(phrase.word, phrase.first)
        if phrase.kind == ROLE:
            return self._role(phrase)
        if phrase.kind == NOUN:
            return self._noun(phrase)
        if known := self._misspelt(phrase):
            return known
        name = self._literal(phrase)
        if self.tokens.low[phrase.last - 1] not in classes("nouns")["person"]:  # *sources*
            self._nameless = name  # *Anifah said … he added*: called by one name alone
        return name

    def _misspelt(self, phrase: Phrase) -> str | None:
        """Return whom *Fukada* means where only a Fukuda is named in full; ``None`` unless one alone is so alike."""
        word = fold(self.tokens.low[phrase.first])
        if phrase.last - phrase.first > 1 or len(word) < _SHORTEST:
            return None
        begun = [
            (person, name)
            for person in self._order
            for name in {person.words[0], person.words[-1]}  # Malay names are called by the first
            if name[:_ALIKE] == word[:_ALIKE]
        ]
        if not begun:
            return None
        from rapidfuzz.fuzz import ratio  # here, since most texts spell every name in one way

        alike = [person for person, name in begun if ratio(name, word) >= _BAR]
        return alike[0].name if len(alike) == 1 else None

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
        if word in ("latter", "former"):
            return self._of_two(at, former=word == "former")
        single = self.last in self._names
        if word in ("they", "both"):
            if self.last and not single and not self._alone:
                return self.last
            return (
                self._group(len(self.met)) if len(self.met) <= 2 else self._pair([], at, two=word == "both")
            )
        if word == "it" and self.last in GROUPS and self._bodies:
            return list(self._bodies.values())[-1]  # *The ministry said X and Y agreed … it said*
        thing = word == "it" and not single and self.last not in self._only_offices
        return self.last if thing else None

    def _of_two(self, at: int, *, former: bool) -> str | None:
        """Return who *the latter* or *the former* is: of the last two that were named before token ``at``."""
        before = reversed(self._mentions[: bisect_left(self._mentions, at)])
        named = list(dict.fromkeys(self.people.of[place].name for place in islice(before, _LOOK_BACK)))
        return named[former] if len(named) > 1 else None

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
        if self.last and self.last == self._nameless:
            return self.last
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
        indefinite = self.tokens.low[phrase.first] in ("a", "an", "one", "another")
        if speaks_for_others(phrase.word):
            body = self._spoken_for(phrase)
            named = self._spokesperson(phrase.country, of_a_body=body is not None) if indefinite else None
            if named or body:
                return named or body
        if indefinite:
            self._nameless = self._literal(phrase)  # *a diplomat … he added … the diplomat said*
            return self._nameless
        if self._nameless and words <= _GENERAL_ONLY and phrase.word == self._nameless.split()[-1].lower():
            return self._nameless
        if two := self._two_offices(phrase, words):
            return two
        if "counterpart" in words:
            whose = self._told_just_before(phrase.first) or self.person
            others = [p for p in self.first_met if p is not whose and phrase.country in (None, p.country)]
            person = others[0] if others else None
        else:
            person = self._holder(words, phrase.country, phrase.word)
        if person is not None and phrase.country is None and self._meets(phrase, person, words):
            person = None
        elif (
            person is None
            and self.person
            and not self.person.office
            and phrase.country in (None, self.person.country)
        ):
            person = self.person  # *the mayor* of someone whose office was not told
            person.office_words = words
        if person is None and words & _OFFICIAL and self.tokens.low[phrase.first] not in _POSSESSIVE:
            person = self._untold(phrase.country)
        person = person or self._other_of_two(phrase)
        if person is None:
            return self._without_name(phrase)
        self.person, self._said_at = person, phrase.first
        self._here[person.name] = None
        return person.name

    def _spokesperson(self, country: str | None, *, of_a_body: bool) -> str | None:
        """Return the only spokesperson the text names, when *a (ministry) spokesman* can mean that one."""
        named = [person for person in self._order if any(map(speaks_for_others, person.office_words))]
        if len(named) != 1 or country not in (None, named[0].country):
            return None
        another = of_a_body and not all(map(speaks_for_others, (named[0].office or "").lower().split()))
        return None if another else named[0].name

    def _told_just_before(self, at: int) -> Person | None:
        """Return whose counterpart is meant at token ``at`` in *Ramos was told by his counterpart*."""
        if self.tokens.low[at - 1] != "by":
            return None
        before = self._mentions[bisect_left(self._mentions, at - _JUST) : bisect_left(self._mentions, at)]
        return self.people.of[before[-1]] if before else None

    def _meets(self, phrase: Phrase, person: Person, words: frozenset[str]) -> bool:
        """Tell *The Prime Minister met Norwegian Prime Minister Jonas Stor*: two, the first never named."""
        after = (
            self.tokens.low[phrase.last : person.first] if person.first < phrase.last + _LOOK_BACK else ["."]
        )
        if after and person.country is not None and "." not in after and after[0] in _MEETING:
            self._unnamed.add(words)
        return words in self._unnamed

    def _without_name(self, phrase: Phrase) -> str | None:
        """Return *Foreign Secretary* for whom the text never names; *he* is he until another is spoken of."""
        name = self._literal(phrase)
        if name and self.tokens.low[phrase.last : phrase.last + 1] != [
            "'s"
        ]:  # *the Representative's office … it*
            self._only_offices.add(name)
        self._nameless = name if phrase.country in (None, self.house) else None
        return name

    def _spoken_for(self, phrase: Phrase) -> str | None:
        """Return the body of *a spokesperson for the Commission*."""
        low = self.tokens.low
        at = next((at for at in range(*phrase.office) if low[at] in ("for", "of")), 0)
        words = low[at + 1 : phrase.last]
        spokes = next((at for at in range(*phrase.office) if speaks_for_others(low[at])), phrase.first)
        named = self.tokens.capital[phrase.office[0]]
        if named and not _BODY_NOUNS.isdisjoint(
            low[phrase.office[0] : spokes]
        ):  # *a Ministry of Justice spokesman*
            return self._body(self.tokens.slice(phrase.office[0], spokes))
        if not at or not words or words[-1] not in _BODY_NOUNS:
            return None
        return self._body(self.tokens.slice(at + 1 + (words[0] == "the"), phrase.last))

    def _untold(self, country: str | None) -> Person | None:
        """Return the only person whose office the text never tells, when his country fits."""
        untold = [person for person in self._order if not person.office_words]
        self.sure = False
        mine = len(untold) == 1 and (country or self.house) in (None, untold[0].country)
        return untold[0] if mine else None

    def _other_of_two(self, phrase: Phrase) -> Person | None:
        """Return the one of two who met whose office the text never tells: the other's is told, and is another."""
        words = office_words(self.tokens, *phrase.office)
        untold = [one for one in self.met if not one.office or one.office_words < words]  # *Minister* of a PM
        fits_land = bool(untold) and phrase.country in (None, untold[0].country)
        return untold[0] if len(self.met) == 2 and len(untold) == 1 and fits_land else None

    def _two_offices(self, phrase: Phrase, words: frozenset[str]) -> str | None:
        """Return who *the Secretary and Foreign Minister* are when they are two of those who met.

        Two of one side are named: *the President and Vice President*.
        """
        low, (first, last) = self.tokens.low, phrase.office
        joint = next((at for at in range(first, last) if low[at] in ("and", "&")), 0)
        if not joint:
            return None  # before any words are read: from token 0 on they would be the whole text's
        halves = [office_words(self.tokens, first, joint), office_words(self.tokens, joint + 1, last)]
        if not all(half & _HEADS for half in halves):
            return None
        exact = [person for half in halves for person in self._order if half == person.office_words]
        if len(exact) == 2 and exact[0] is not exact[1] and exact[0].country == exact[1].country is not None:
            return "; ".join(person.name for person in exact)
        if any(words <= person.office_words for person in self.people.all):
            return None
        held = {id(person) for half in halves for person in self.first_met if half <= person.office_words}
        return self._group(2) if len(held) > 1 or len(self.met) == 2 else None

    def _holder(self, words: frozenset[str], country: str | None, word: str | None) -> Person | None:
        able = [person for person in self._order if fits(person, words)]
        if words & _GUESTS and self.house:
            able = [person for person in able if person.country != self.house] or able
        if self.person in able and words & _GENERAL and country in (None, self.person.country):
            return self.person
        if country:
            return next((p for p in able if p.country == country), None) or next(
                (p for p in able if p.country is None), None
            )
        if words <= _STYLES:  # *His Highness*: who was spoken of, if he can be
            if self.person and (self.person in able or not able):
                return self.person
            return next((person for person in able if person.name in self._here), next(iter(able), None))
        best = max((closeness(person, words) for person in able), default=None)
        able = [person for person in able if closeness(person, words) == best]
        so_called = [person for person in able if word in (person.office or "").lower().split()]
        able = so_called or able  # *the King* is not the Emir
        ours = [person for person in able if self.house and person.country == self.house]
        if self.person in able and not ours:
            return self.person
        near = [person for person in ours or able if person.name in self._here]
        self.sure = len(ours or able) == 1
        return next(iter(near or ours or able), None)

    def _noun(self, phrase: Phrase) -> str | None:
        if phrase.word in classes("nouns")["talks"]:
            return self._group(len(self.met))
        if phrase.word in self._bodies:
            return self._bodies[phrase.word]
        last = phrase.last - 1
        if (people := known(self.tokens, last)) and people.place.kind == "people":
            theirs = [person.name for person in self.first_met if person.country == people.place.country]
            one = len(theirs) == 1 and not phrase.word.endswith("s")  # *the Chilean*, not *the Chileans*
            return theirs[0] if one else people.place.country
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
            if self.last and self.last not in self._names and self.last not in GROUPS and not joint:
                return self.last  # *the press service … the statement said*
            if phrase.word not in _ONES_OWN and (len(self.met) > 1 or self.many):
                return self._group(len(self.met))
        if self.last and phrase.word in self.last.lower().split():
            return self.last
        return self._literal(phrase)

    def _of_country(self, phrase: Phrase) -> str | None:
        """Return whose *a U.S. statement* is; ``None`` when several are named or none."""
        places = (known(self.tokens, at) for at in range(phrase.first, phrase.last))
        found = [match.place for match in places if match and match.place.country]
        if bodies := [place.name for place in found if place.kind == "body"]:
            return bodies[0] if len(bodies) == 1 else None
        named = {place.country for place in found}
        return named.pop() if len(named) == 1 else None
