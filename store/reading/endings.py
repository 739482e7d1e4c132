"""Where phrases end with what stands beside them: brackets, appositions, words between commas or dashes."""

from __future__ import annotations

from store.reading.phrase import BODY, COUNTRY, GROUP, MAYBE, PERSON, PRONOUN, ROLE, Phrase
from store.reading.sentences import Sentence
from store.reading.tables import classes, office_class, word_class
from store.reading.tokens import Tokens

SPEAKING = frozenset({PERSON, ROLE, COUNTRY, BODY, GROUP, PRONOUN})
_NOUNS = classes("nouns")
_ADVERBS, _PREPOSITIONS = word_class("adverb"), word_class("preposition")
_LONGEST = 8  # words of a description before a name
_STATE = 3  # words of a state after a name
_ASIDE = 5  # tokens of an aside that needs no opening word: *Whitaker, R-Neb., said*
_BRACKET = 7  # tokens of a bracket after a name
PARENTHESIS = 40  # words between two commas
_DASHES = frozenset({"–", "—", "--"})
_MARKS = frozenset({"”", '"', "’", "»"})
_RANKED = office_class("head") | _NOUNS["body"] | _NOUNS["person"] | {"sponsor", "founder"}
_RANKED |= {"number", "rival", "deputy", "predecessor", "successor", "aide", "ally"}
DETERMINERS = word_class("determiner") | {"one", "two", "three", "four", "five", "most", "both"}
OPENERS = frozenset({",", "and", "but", "while", "whereas", "that", "—", "–", ";", ":"})
_AGAIN = (["once", "again"], ["once", "more"])
_BEFORE_ASIDE = OPENERS | _MARKS
PARENTHETIC = (
    _PREPOSITIONS
    | word_class("determiner")
    | _ADVERBS
    | {
        "who",
        "whose",
        "which",
        "while",
        "when",
        "speaking",
        "too",
        "along",
        "together",
        "citing",
        "himself",
        "herself",
    }
)


class Endings:
    """The phrases of one text by where they begin, and by where they end with what belongs to them."""

    def __init__(self, tokens: Tokens, found: list[Phrase], reach: dict[int, int]) -> None:
        self.tokens = tokens
        self.first = {phrase.first: phrase for phrase in found}
        self.ending: dict[int, Phrase] = {}
        self._reach: dict[int, int] = {}
        for phrase in found:
            if phrase.kind in SPEAKING or phrase.kind == MAYBE:
                end = reach.get(phrase.first, phrase.last)
                self.ending[phrase.last] = self.ending[end] = phrase
                if end > phrase.last and end < len(tokens.words) and tokens.words[end] in (",", ")"):
                    end += 1
                    self.ending[end] = phrase
                if phrase.kind == PERSON and (close := self._of_state(end)):
                    self.ending.setdefault(close, phrase)
                if phrase.kind in (PERSON, MAYBE, BODY) and (close := self._bracket(end)):
                    end = close
                    self.ending[end] = phrase
                self._reach[phrase.first] = end

    def _of_state(self, at: int) -> int:
        """Return where *of New Mexico* after a name ends; 0 without it."""
        end, capital = at + 1, self.tokens.capital
        if self.tokens.low[at : at + 1] != ["of"]:
            return 0
        while end < len(capital) and capital[end] and end - at <= _STATE:
            end += 1
        return end if end > at + 1 else 0

    def _bracket(self, at: int) -> int:
        """Return where the bracket at ``at`` ends that belongs to a name (*(D-Maine)*, *(54)*); 0 without one."""
        words = self.tokens.words[at : at + _BRACKET]
        return at + words.index(")") + 1 if words[:1] == ["("] and ")" in words else 0

    def _holder(self, comma: int) -> Phrase | None:
        """Return *the finance minister, Marijke van Dalen* before the comma that closes it."""
        phrase = self.ending.get(comma)
        inner = phrase is not None and "," in self.tokens.low[phrase.first : phrase.last]
        return phrase if inner else None

    def _apposed(self, comma: int) -> Phrase | None:
        """Return the name in *His opposite number, Ann Hill,* before the comma that closes it."""
        phrase = self.ending.get(comma)
        if phrase is None or phrase.kind not in (PERSON, MAYBE) or phrase.last != comma or phrase.first < 2:
            return None
        before = self.tokens.low[phrase.first - 2]
        return phrase if self.tokens.low[phrase.first - 1] == "," and before in _RANKED else None

    def _described(self, first: int, sentence: Sentence) -> int:
        """Return where *its sponsor, Lee Dunn,* begins, whose name begins at ``first``."""
        low = self.tokens.low
        for at in range(first - 2, max(sentence.first - 1, first - _LONGEST), -1):
            if low[at] in DETERMINERS or not low[at].isalpha():
                return at + (not low[at].isalpha())
        return first

    def _over_adverbs(self, at: int) -> Phrase | None:
        """Return the phrase that ends before ``at``, or before *once again* there."""
        again = self.tokens.low[at - 2 : at] in _AGAIN
        return self.ending.get(at - 2 if again else at)

    def _over_parenthesis(self, comma: int, sentence: Sentence) -> Phrase | None:
        """*Lorenzana, who was in Beijing, said*: the phrase before the words between two commas."""
        low, sign = self.tokens.low, self.tokens.low[comma]
        for place in range(comma - 1, max(sentence.first, comma - PARENTHESIS), -1):
            if low[place] == sign and (phrase := self._over_adverbs(place)):
                opens = phrase.first <= sentence.first or low[phrase.first - 1] in _BEFORE_ASIDE
                named = phrase.kind in (PERSON, MAYBE) and phrase.first == sentence.first
                if (
                    opens
                    and (
                        comma - place <= _ASIDE
                        or sign in _DASHES
                        or (named and low[place + 1 : comma].count(",") <= low[place + 1].isdigit())
                        or low[place + 1] in PARENTHETIC
                        or (
                            phrase.kind in (PERSON, MAYBE) and low[place + 1] in _RANKED
                        )  # *X, spokesman of Y, said*
                        or low[place + 1][-2:] in ("ed", "ng")
                    )
                ):
                    return phrase
        return None
