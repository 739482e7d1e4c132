"""Who is meant: roles, pronouns, sides and groups settled against the people of the text."""

from __future__ import annotations

from store.model import ALL_PARTICIPANTS, BOTH_SIDES
from store.reading.persons import People, Person
from store.reading.phrases import Phrase
from store.reading.tables import classes, office_class
from store.reading.tokens import Tokens

_MASCULINE, _FEMININE = frozenset({"he"}), frozenset({"she"})
_HEADS = office_class("head")
_WHOLE = classes("nouns")["whole"]
_SAME = {
    "premier": "minister",
    "chair": "chairman",
    "chairperson": "chairman",
    "sultan": "monarch",
    "king": "monarch",
}


class Speakers:
    """Resolves the subjects of one text in order, remembering who spoke last."""

    def __init__(self, tokens: Tokens, people: People, met: list[Person], house: str | None) -> None:
        self.tokens, self.people, self.met, self.house = tokens, people, met, house
        self.last: str | None = None
        self.last_person: Person | None = None

    def resolve(self, subject: tuple[Phrase, ...]) -> str | None:
        """Return the speaker's full name, a body's, or a group; ``None`` when it cannot be known."""
        if not subject:
            return self.last
        names = [self._one(phrase) for phrase in subject]
        if len(names) == 1:
            name = names[0]
        elif any(name is None for name in names):
            name = self._group(2)
        else:
            name = self._several([n for n in names if n])
        if name:
            self.last = name
        return name

    def _several(self, names: list[str]) -> str:
        unique = list(dict.fromkeys(names))
        met = [person.name for person in self.met]
        if len(unique) == 1:
            return unique[0]
        if len(unique) == 2 and len(met) <= 2:
            return BOTH_SIDES
        if len(unique) >= 3 and set(met) <= set(unique):
            return ALL_PARTICIPANTS
        return "; ".join(unique)

    def _group(self, size: int) -> str:
        return BOTH_SIDES if len(self.met) <= 2 or size == 2 else ALL_PARTICIPANTS

    def _one(self, phrase: Phrase) -> str | None:
        person = self.people.of.get(phrase.first)
        if person is not None:
            self.last_person = person
            return person.name
        if phrase.kind == "country":
            return phrase.country or phrase.word
        if phrase.kind == "body":
            return phrase.word or self.tokens.slice(*phrase.name)
        if phrase.kind == "group":
            return self._group(2 if phrase.word.startswith(("both", "two")) else len(self.met))
        if phrase.kind == "pronoun":
            return self._pronoun(phrase.word)
        if phrase.kind == "role":
            return self._role(phrase)
        return None

    def _pronoun(self, word: str) -> str | None:
        if word in ("he", "she"):
            if self.last_person is not None:
                return self.last_person.name
            return None
        if word in ("they", "both"):
            if self.last and not any(person.name == self.last for person in self.people.all):
                return self.last
            return self._group(len(self.met))
        if word == "it" and self.last and not any(person.name == self.last for person in self.people.all):
            return self.last
        return None

    def _role(self, phrase: Phrase) -> str | None:
        words = {
            low for low in self.tokens.low[phrase.office[0] : phrase.office[1]] if low.isalpha() or "-" in low
        } - {"the", "of", "for", "and"}
        heads = words & _HEADS
        if words & {"head", "leader", "side"} and words & {"state", "leader"} and not phrase.country:
            candidates = [
                p for p in self._order() if p.office_words & {"president", "king", "queen", "emir", "sultan"}
            ]
        else:
            candidates = [p for p in self._order() if self._holds(p, heads, words)]
        if phrase.country:
            candidates = [p for p in candidates if p.country == phrase.country] or [
                p
                for p in self._order()
                if p.country == phrase.country and heads & {"leader", "diplomat", "head"}
            ]
        if not candidates:
            return None
        if len(candidates) > 1 and self.house and not phrase.country:
            candidates = [p for p in candidates if p.country == self.house] or candidates
        self.last_person = candidates[0]
        return candidates[0].name

    def _order(self) -> list[Person]:
        rest = [person for person in self.people.all if person not in self.met]
        return self.met + rest

    @staticmethod
    def _holds(person: Person, heads: set[str], words: set[str]) -> bool:
        own = person.office_words
        mapped = {_SAME.get(word, word) for word in own} | own
        return all(head in mapped or _SAME.get(head, head) in mapped for head in heads) and bool(heads)
