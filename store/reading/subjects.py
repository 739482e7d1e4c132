"""Who a verb belongs to: the noun phrase before it, coordinated, apposed, or parted from it by a parenthesis."""

from __future__ import annotations

from dataclasses import dataclass

from store.reading.cues import forms
from store.reading.endings import DETERMINERS, OPENERS, PARENTHESIS, PARENTHETIC, SPEAKING, Endings
from store.reading.phrase import BODY, COUNTRY, GROUP, MAYBE, NOUN, PERSON, PRONOUN, ROLE, Phrase
from store.reading.sentences import Sentence
from store.reading.tables import classes, word_class

_ADVERBS, _PREPOSITIONS = word_class("adverb"), word_class("preposition")
_NOUNS = classes("nouns")
_FINITE = (
    word_class("verb")
    | word_class("modal")
    | {"is", "are", "was", "were", "has", "have", "had", "did", "does"}
)
_STOPS = frozenset(
    {
        "“",
        "”",
        '"',
        "‘",
        "«",
        "»",
        ",",
        ";",
        ":",
        "(",
        ")",
        "and",
        "but",
        "that",
        "—",
        "–",
        "--",
        "or",
        "which",
        "while",
        "as",
    }
)
_ISSUED, _DOCUMENTS = frozenset({"issued", "released", "published"}), _NOUNS["document"]
_MATTERS = frozenset({"matter", "situation", "issue", "discussions", "plans", "negotiations", "case", "plan"})
_LINKING = frozenset({"is", "was", "also"})
_LONGEST = 8  # words of a common noun phrase
_RELATIVE = 14  # words of a relative clause


@dataclass(slots=True)
class Subject:
    """The phrases that are the subject together, and the token where they begin."""

    phrases: tuple[Phrase, ...]
    left: int


def is_finite(low: str) -> bool:
    """Tell whether a word can be the verb of a clause, as far as its form goes."""
    return low in _FINITE or low.endswith("ed") or (low in forms() and not low.endswith("ing"))


class Subjects(Endings):
    """Finds subjects in the sentences of one text, given its phrases."""

    def before(self, at: int, sentence: Sentence) -> Subject | None:
        """Return the subject that ends with token ``at``, if one does."""
        low = self.tokens.low
        if at < sentence.first:
            return None
        if low[at] == "who" and at + 1 not in self.ending:  # … but *the WHO said*
            phrase = self.ending.get(at) or (self.ending.get(at - 1) if low[at - 1] == "," else None)
            return Subject((phrase,), at) if phrase and phrase.kind in (PERSON, ROLE) else None
        if low[at] in ("which", "that") and (issuer := self._issuer(at - 1, sentence)):
            return issuer
        phrase = self.ending.get(at + 1)
        if phrase is not None and phrase.kind == PRONOUN and phrase.word == "both":
            phrase = (
                self.ending.get(phrase.first) or phrase
            )  # *the President and Vice President both thanked*
        inner = phrase is not None and phrase.kind in (MAYBE, BODY) and phrase.first > sentence.first
        if (
            phrase
            and inner
            and low[phrase.first - 1] not in OPENERS
            and (other := self._over_relative(at, sentence))
        ):
            return other
        if phrase is None and low[at] in _DASHES:
            phrase = self._over_parenthesis(at, sentence)
        if phrase is None and low[at] == "," and (named := self._apposed(at)):
            return Subject((named,), self._described(named.first, sentence))
        if phrase is None and low[at] == ",":
            phrase = self._holder(at) or self._over_parenthesis(at, sentence)
        if phrase is None and low[at] in _MATTERS and (knowing := self._familiar(at, sentence)):
            return knowing
        if phrase is None or phrase.first < sentence.first:
            return self._noun(at, sentence) or self._over_relative(at, sentence)
        together, left = self._coordinated(phrase, sentence)
        if low[left - 1] in _LINKING and (other := self._over_relative(left - 1, sentence)):
            return other  # *Rivera who is also the member for Lima said*
        if low[left - 1 : left + 1] == ["'s", "press"] and (owner := self.ending.get(left - 1)):
            return Subject(tuple(together), owner.first)  # *Keller's press secretary Eva Lang*
        if low[left - 1] == "by" and low[left - 2] in _DOCUMENTS and left - 2 > sentence.first:
            return Subject(tuple(together), left - 2)  # *a readout by X said*
        head = self._governor(left, sentence)
        if head is not None:
            return head
        if (
            left - 1 >= sentence.first
            and low[left - 1] in _PREPOSITIONS
            and low[left - 1] not in _SUBORDINATING
        ):
            return None
        return Subject(tuple(together), left)

    def _issuer(self, at: int, sentence: Sentence) -> Subject | None:
        """Return who speaks in *They released a statement which said …*, whose statement ends with token ``at``."""
        low = self.tokens.low
        if at <= sentence.first or low[at] not in _DOCUMENTS:
            return None
        for place in range(at - 1, max(sentence.first, at - _LONGEST), -1):
            if low[place] in _ISSUED:
                return self.before(place - 1, sentence)
        return None

    def _coordinated(self, phrase: Phrase, sentence: Sentence) -> tuple[list[Phrase], int]:
        """Return the phrases coordinated with one, leftwards: *A, B and C*."""
        low, together, left = self.tokens.low, [phrase], phrase.first
        joined = False
        while left - 1 > sentence.first and (
            low[left - 1] in ("and", "&") or (joined and low[left - 1] == ",")
        ):
            place = left - 1
            other = self.ending.get(place) or (self.ending.get(place - 1) if low[place - 1] == "," else None)
            if other is None or other.first < sentence.first or other.word in ("it", "they", "both", "we"):
                break
            if self._is_object(other, sentence):
                break
            together.insert(0, other)
            left, joined = other.first, True
        return together, left

    def _is_object(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Tell whether a verb or preposition stands before a phrase, so that *and* after it opens a new clause."""
        place = phrase.first - 1
        if place < sentence.first:
            return False
        low = self.tokens.low[place]
        if low in ("said", "says"):
            return False  # *the ministry said X and Y affirmed …*
        head = self.ending.get(place) if low in ("of", "from") and phrase.kind == COUNTRY else None
        if head is not None and head.kind == GROUP:
            return False  # *Defense chiefs from Chile and Peru vowed …*
        return low in forms() or low in _PREPOSITIONS or low in ("met", "received")

    def _governor(self, left: int, sentence: Sentence) -> Subject | None:
        """Return what a phrase at ``left`` hangs on: *the leaders of X*, *Nadia Ferchichi of the group X*."""
        low = self.tokens.low
        if low[left - 1] in ("to", "with") and (near := self._knowing(left, sentence)):
            return near
        for place in range(left - 1, max(sentence.first, left - _LONGEST), -1):
            if low[place] in ("of", "from", "for"):
                head = self.ending.get(place)
                document = low[place] == "from" and low[place - 1] in _DOCUMENTS
                if document and self.first[left].kind in SPEAKING:
                    begun = place - 1 - (low[place - 2] in _ARTICLES)
                    return Subject((self.first[left],), begun)  # *a statement from the palace said*
                if head is not None and head.first >= sentence.first:
                    together, begin = self._coordinated(head, sentence)
                    return Subject(tuple(together), begin)
                return self._noun(place - 1, sentence)
            group = self.ending.get(place) if low[place] in ("in", "on", "at") else None
            grouped = group is not None and group.kind == GROUP and group.first >= sentence.first
            if low[place] in ("in", "on", "at") and (grouped or low[place - 1] in _SEVERAL):
                noun = self._noun(place - 1, sentence)
                if noun is None and group is not None and grouped:
                    whole = Phrase(group.first, self.first[left].last, NOUN, word=low[place - 1])
                    return Subject((whole,), group.first)  # *politicians in the United States*
                if noun is not None and noun.phrases[0].word.removesuffix("s") in KNOWING:
                    whole = Phrase(noun.left, self.first[left].last, NOUN, word=noun.phrases[0].word)
                    return Subject((whole,), noun.left)  # *sources in the delegation said*
                return noun
            if low[place] in _STOPS or low[place] in _PREPOSITIONS or is_finite(low[place]):
                return None
        return None

    def _knowing(self, left: int, sentence: Sentence) -> Subject | None:
        """Return *a person close to Rivera*, whose name begins at token ``left``."""
        low = self.tokens.low
        for at in range(left - 2, max(sentence.first - 1, left - 5), -1):
            if low[at] in KNOWING:
                begin = at - (at > sentence.first and low[at - 1] in _ARTICLES)
                return Subject((Phrase(begin, self.first[left].last, NOUN, word=low[at]),), begin)
        return None

    def _familiar(self, at: int, sentence: Sentence) -> Subject | None:
        """Return *officials familiar with the matter*, which ends with token ``at``."""
        low = self.tokens.low
        for place in range(at - 1, max(sentence.first, at - _LONGEST), -1):
            if low[place] == "familiar":
                group = self.ending.get(place)
                begin = group.first if group is not None else place - 1
                return Subject((Phrase(begin, at + 1, NOUN, word=low[place - 1]),), begin)
        return None

    def _over_relative(self, at: int, sentence: Sentence) -> Subject | None:
        """*Mahdi Hadi who heads a research group says*, *the statement, issued late, said*."""
        low = self.tokens.low
        for place in range(at, max(sentence.first, at - _RELATIVE), -1):
            if low[place] == "who" and (phrase := self.ending.get(place)) and phrase.first >= sentence.first:
                return Subject((phrase,), phrase.first)
            if low[place] == "who" and low[place - 1] != "," and (noun := self._noun(place - 1, sentence)):
                return noun  # *Some residents who spoke to us bemoaned …*
            if low[place] == "," and place < at and low[at] == "," and low[place - 1] in _SPEAKERS:
                group = self.ending.get(place)  # *the two leaders, both of them wary, announced*
                return Subject((group,), group.first) if group else self._noun(place - 1, sentence)
            if low[place] in (";", ":"):
                break
        return None

    def _noun(self, at: int, sentence: Sentence) -> Subject | None:
        """Find a common noun as subject: *the discussions*, *a U.S. statement*."""
        low = self.tokens.low
        if at < sentence.first:
            return None
        head = low[at]
        if head not in _SPEAKERS and not (head.endswith("s") and head[:-1] in _SPEAKERS):
            return None
        left = at
        while left - 1 >= sentence.first and left > at - _LONGEST:
            before = low[left - 1]
            if (
                before in _STOPS
                or before in _PREPOSITIONS
                or (is_finite(before) and before not in ("united", "press"))
            ):
                break
            left -= 1
            if before in _ARTICLES:
                break
        issuer = self.ending.get(left) if head in _DOCUMENTS else None
        if issuer is not None and issuer.kind == BODY:
            return Subject((issuer,), issuer.first)  # *a Ministry of Trade (MTI) press statement*
        if head in _TRANSPARENT and low[at - 1] == "'s" and (owner := self.ending.get(at - 1)):
            return Subject((owner,), owner.first)
        owner = self.ending.get(at - 2) if low[at - 2 : at + 1] == ["'s", "press", "service"] else None
        if owner is not None and owner.kind in (BODY, COUNTRY):
            return Subject((owner,), owner.first)  # *the Kremlin's press service*
        if head in _TRANSPARENT and at + 1 < sentence.last and low[at + 1] in ("for", "of"):
            onward = self.first.get(at + 2)
            if onward is not None and onward.kind in SPEAKING:
                return Subject((onward,), left)
        phrase = Phrase(left, at + 1, NOUN, word=head)
        if left - 1 > sentence.first and low[left - 1] == "by" and low[left - 2] in _DOCUMENTS:
            return Subject((phrase,), left - 2)  # *a report by the watchdog said*
        if left - 1 > sentence.first and low[left - 1] in ("of", "for", "from"):
            return self.before(left - 2, sentence)
        issued = (
            left - 3 >= sentence.first
            and low[left - 2] in ("issued", "released")
            and low[left - 3] in _SPEAKERS
        )
        if issued and low[left - 1] in _PREPOSITIONS:
            return self._noun(left - 3, sentence)  # *A joint statement issued after the talks said …*
        close = next(
            (
                place
                for place in range(left - 1, max(sentence.first, left - 5), -1)
                if low[place] in _PLURALS or low[place] in KNOWING
            ),
            -1,
        )
        if close >= 0 and low[left - 1] in ("to", "with") and low[close] in KNOWING:
            begin = close - (low[close - 1] in _ARTICLES)
            return Subject((Phrase(begin, at + 1, NOUN, word=low[close]),), begin)
        if left - 1 > sentence.first and low[left - 1] in ("in", "on", "at") and low[left - 2] in _PLURALS:
            return self.before(left - 2, sentence)
        if left - 1 >= sentence.first and low[left - 1] in _PREPOSITIONS:
            return None
        return Subject((phrase,), left)

    def common(self, at: int, sentence: Sentence) -> Subject | None:
        """Find any noun phrase as the subject of a verb of speaking: *the rebels*, *two of the captains*."""
        low, left = self.tokens.low, at
        if not low[at].isalpha() or low[at] in _NOBODY:
            return None
        while left > sentence.first and left > at - _LONGEST and low[left] not in _ARTICLES:
            before = low[left - 1]
            if before in _STOPS or (before in _PREPOSITIONS and before != "of") or is_finite(before):
                break
            left -= 1
        begins = left == sentence.first or low[left - 1] in OPENERS
        if not begins or (low[left] not in DETERMINERS and not low[at].endswith("s")):
            return None
        return Subject((Phrase(left, at + 1, NOUN, word=low[at]),), left)

    def opening(self, at: int, sentence: Sentence) -> Subject | None:
        """Return the subject that begins with token ``at`` and is followed by a verb, if one does."""
        low, phrase = self.tokens.low, self.first.get(at)
        if phrase is None or phrase.kind not in SPEAKING:
            return None
        if self._owns(phrase, sentence):
            return None
        together = [phrase]
        end = self._end(phrase, sentence)
        while (
            end + 1 < sentence.last and low[end] in ("and", "&", ",") and (other := self.first.get(end + 1))
        ):
            if other.kind not in SPEAKING or other.kind == PRONOUN:
                break
            if self._owns(other, sentence):
                return None
            together.append(other)
            end = self._end(other, sentence)
        if end < sentence.last and low[end] == ",":
            end = self._closing_comma(end, sentence)
        end = self._over_time(end, sentence)
        while end < sentence.last and (low[end] in _ADVERBS or low[end].endswith("ly")):
            end += 1
        if end < sentence.last and is_finite(low[end]) and not self.tokens.capital[end]:
            return Subject(tuple(together), at)
        return None

    def _owns(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Tell whether a phrase is a possessor: *Estonia's deep and shared roots*."""
        return phrase.kind == COUNTRY and phrase.last < sentence.last and self.tokens.low[phrase.last] == "'s"

    def _end(self, phrase: Phrase, sentence: Sentence) -> int:
        """Where a phrase ends with its apposition and the words that hang on it with *of*."""
        low, end = self.tokens.low, min(self._reach.get(phrase.first, phrase.last), sentence.last)
        if end < sentence.last and low[end] in ("of", "from", "'s"):
            for place in range(end + 1, min(end + _LONGEST + 2, sentence.last)):
                if is_finite(low[place]) or low[place] in (",", ";"):
                    return place
        return end

    def _over_time(self, at: int, sentence: Sentence) -> int:
        """Step over *on Monday, October 31, 2022*."""
        low = self.tokens.low
        if at + 1 < sentence.last and (
            low[at] in _TIMES
            or (low[at] in ("on", "in") and low[at + 1] in _TIMES)
            or (low[at] in ("last", "this") and low[at + 1] in ("week", "month", "year"))
        ):
            at += 1
            while at < sentence.last and (low[at] in _TIMES or low[at][0].isdigit() or low[at] == ","):
                at += 1
        return at

    def _closing_comma(self, comma: int, sentence: Sentence) -> int:
        low = self.tokens.low
        if comma + 1 < sentence.last and is_finite(low[comma + 1]) and low[comma + 1][-2:] != "ed":
            return comma + 1
        if comma + 1 < sentence.last and (
            low[comma + 1] in PARENTHETIC or low[comma + 1][-2:] in ("ed", "ng")
        ):
            for place in range(comma + 1, min(comma + PARENTHESIS, sentence.last)):
                if low[place] == ",":
                    return place + 1
        return comma


_DASHES = frozenset({"—", "–", "-", "--"})
_SUBORDINATING = frozenset({"as", "like", "given", "after", "before", "since", "until"})
_TIMES = word_class("weekday") | word_class("month") | {"today", "yesterday"}
_NOBODY = (
    _ADVERBS
    | word_class("pronoun")
    | word_class("weekday")
    | word_class("month")
    | {"this", "that", "what", "year"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_TRANSPARENT = frozenset({"office", "spokesman", "spokeswoman", "spokesperson"})
KNOWING = frozenset({"source", "sources", "person", "people"})  # *a person familiar with the talks*
_PLURALS = frozenset({"officials", "diplomats", "sources", "leaders"})
_SPEAKERS = _NOUNS["talks"] | _NOUNS["person"] | _NOUNS["relay"] | _NOUNS["body"]
_SEVERAL = _SPEAKERS | _PLURALS
