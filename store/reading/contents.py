"""Where the content of a cue begins."""

from __future__ import annotations

from itertools import takewhile

from store.reading.between import ADDRESSED, INTRODUCING, Between
from store.reading.cues import Cue
from store.reading.phrase import PERSON, ROLE
from store.reading.sentences import Sentence
from store.reading.subjects import is_finite
from store.reading.tables import classes, word_class

_PREPOSITIONS, _DETERMINERS = word_class("preposition"), word_class("determiner")
_AUXILIARIES = word_class("auxiliary") - {"being", "been", "be"} | word_class("modal")
_NOUNS = classes("nouns")
_NEVER_FIRST = frozenset(
    {",", ";", ".", ":", "!", "?", ")", "]", "–", "—", "--", "’", "”", "and", "or", "but", "by"}
)
_CIRCUMSTANCES = frozenset(
    {"when", "while", "as", "after", "before", "because", "since", "though", "although", "until"}
)
_LOOK = 16  # tokens looked ahead
_PHONE = frozenset({"phone", "telephone"})
_AGREED = frozenset({"that", "on", "to", "upon", "about", "over"})
_ASKING = frozenset({"whether", "why", "how"})
_NOT_SAID = frozenset({"nothing", "goodbye", "farewell", "so", "little", "much", "yes", "prayers"})
_THESE, _VIEWED = (
    frozenset({"these", "this", "such"}),
    frozenset({"views", "sentiments", "remarks", "comments"}),
)
_LITTLE, _DETAILS = frozenset({"few", "no", "little", "any"}), frozenset({"details", "detail", "information"})
_QUANTIFIERS = frozenset({"every", "any", "all", "most", "many"})
_VIEWS = frozenset({"views", "assessments", "opinions"})
_INVITED = frozenset({"invitation", "invite"})
_HANDED, _OVER = (
    frozenset({"credentials", "credence", "gift", "medal", "award", "bouquet", "souvenir", "letters"}),
    6,
)
_OF_NOTHING = _PREPOSITIONS | {".", ",", "more", "else", "new"}
_CLAUSE = 3  # tokens that a clause has at least, with its full stop
_RELATIVE = frozenset({"that", "which", "who"})  # *said on Tuesday, the first sign that has …* says nothing
_APPROXIMATE = frozenset({"over", "about", "around", "under", "near"})


class Contents(Between):
    """Finds contents in the sentences of one text."""

    def begin(self, at: int, cue: Cue, sentence: Sentence) -> int | None:
        """Return the token where the content after a cue begins; ``None`` when the cue has none here."""
        low, frames, last = self.tokens.low, cue.frames, sentence.last
        if cue.name == "comment" and low[at : at + 1] == ["on"]:
            return None  # *commenting on reports that …*
        whole = self._amount(at) or (at < last and low[at] in _PREPOSITIONS and self._general(at, last))
        at = at if whole else self._over_adverbial(at, sentence, frames)
        if cue.name == "warn" and "against" in low[at + 1 : min(at + _OVER, last)]:
            return at  # *warned both countries against joining*
        if "tell" in frames and at < last and low[at] not in frames and low[at] not in INTRODUCING:
            at = self._over_addressee(at, sentence, frames)
        at = self._over_aside(at, sentence)
        if at >= last:
            return None
        word = low[at]
        if (
            word == "not"
            and low[at + 1 : at + 2] == ["to"]
            and cue.name in ("warn", "caution", "tell", "advise")
        ):
            return at  # *warned them not to shut the road*
        if word == "not" and low[at + 1 : at + 2] == ["to"] and cue.name == "ask":
            return None  # *asking not to be named*
        if word in _THESE and low[at + 1 : at + 2] and low[at + 1] in _VIEWED:
            return None  # *expressed these views in a meeting with …*
        if word in _LITTLE and low[at + 1 : at + 2] and low[at + 1] in _DETAILS:
            return None  # *revealed few details*
        if low[at : at + 4] == ["to", "the", "effect", "that"] and at + 4 < last:
            return at + 4
        if "that" in frames and (self._amount(at) or (word in _PREPOSITIONS and self._general(at, last))):
            return at
        if word == "that" and at + 1 < last and low[at + 1] in _AUXILIARIES and "that" in frames:
            return at  # *critics said that was too late*
        if word == "that" and at + 1 < last and frames & {"that", "that!", "np", "say"}:
            return at + (not self._points(at, last) or not frames.isdisjoint({"that", "that!", "say"}))
        if (
            word == ","
            and cue.name != "conclude"  # *After the session concluded, …*
            and frames & {"say", "that"}
            and at + 1 not in self.opened
            and self._after_comma(at + 1, last)
        ):
            return at + 1
        if word in (":", ",") and "say" in frames:
            return at + 1 if at + 1 < last and (word == ":" or at + 1 in self.opened) else None
        if word in _ASKING and cue.name != "say" and frames & {"that", "that!", "np"}:
            return at  # *wondered why …*
        if at in self.opened and frames & {"say", "np", "that"}:
            return at
        if word == "as" and cue.name in ("describe", "characterise", "characterize"):
            return at
        if word == "to":
            return self._after_to(at, cue, sentence)
        if cue.name == "back" and word in _PREPOSITIONS:
            return None  # *expected them back in Doha*
        agreeing = word == "with" and cue.name in ("agree", "concur")
        other = self.subjects.first.get(at + 1) if agreeing else None
        if other is not None and low[other.last : other.last + 1] != ["'s"]:
            # *agreed with X that …*; *agreed with X.* tells nothing
            onward = low[other.last] in _AGREED and other.last + 1 < last
            return self.begin(other.last, cue, sentence) if onward else None
        if word in frames and word in _PREPOSITIONS and at + 1 < last:
            return at + 1
        if (
            word in ("with", "together")
            and (phrase := self.subjects.first.get(at + 1))
            and phrase.last < last
        ):
            return self.begin(phrase.last, cue, sentence) if phrase.last > at else None
        if cue.name == "welcome" and word == "to":
            return None  # *welcomed today to the palace …*
        if cue.name in ("welcome", "call on", "receive") and self._only_met(at, cue.name, last):
            return None
        if cue.name == "accept" and not _INVITED.isdisjoint(low[at : min(at + 3, last)]):
            return None  # *accepted the invitation*
        if cue.name == "present" and not _HANDED.isdisjoint(low[at : min(at + _OVER, last)]):
            return None  # *presented his letter of credence*
        if cue.name == "claim" and word == "of":
            return None  # *claims of responsibility*
        if cue.name == "share" and not _VIEWS.isdisjoint(low[at : at + 4]):
            return None  # *shared their views* tells none of them
        if (
            cue.name == "say"
            and word == "nothing"
            and low[at + 1 : at + 2]
            and low[at + 1] not in _OF_NOTHING
        ):
            return at  # *said nothing surprising happened*
        if cue.name == "say" and word in _NOT_SAID:
            return None
        unknown = (
            cue.name == "say" and last - at > _CLAUSE and word not in _NOT_SAID and word not in _NEVER_FIRST
        )
        if (
            unknown
            and word not in _PREPOSITIONS
            and word not in _CIRCUMSTANCES
            and self.tokens.words[at].islower()
        ):
            return at  # *said visits build trust*: not every verb is known
        return self._plain(at, frames, sentence)

    def _general(self, at: int, last: int) -> bool:
        """Tell *says in every vote there is a loser*, where the preposition belongs to what is said."""
        low = self.tokens.low
        if low[at + 1 : at + 2] == [] or low[at + 1] not in _QUANTIFIERS:
            return False
        return any(low[place] in _AUXILIARIES for place in range(at + 2, last))

    def _amount(self, at: int) -> bool:
        """Tell whether a preposition opens an amount: *said at least thirteen were hurt*, *said over 400 came*."""
        following = self.tokens.low[at + 1 : at + 2]
        if at >= len(self.tokens.low):
            return False
        if self.tokens.low[at] == "at":
            return following in (["least"], ["most"])
        return self.tokens.low[at] in _APPROXIMATE and bool(following) and following[0][0].isdigit()

    def _points(self, that: int, last: int) -> bool:
        """Tell *praised that country's patience* from *cited that the country is patient*."""
        return not any(map(is_finite, self.tokens.low[that + 2 : last]))

    def _after_comma(self, at: int, last: int) -> bool:
        """*Lin said, China is …*; *Europe, he noted, had grown rich*: a clause goes on after the comma."""
        low, words = self.tokens.low, self.tokens.words
        if at >= last:
            return False
        begins = (
            at in self.subjects.first or low[at] in _DETERMINERS or low[at] == "it" or low[at] in _AUXILIARIES
        )
        verb = next((place for place in range(at, last) if self._verb(place)), 0)
        if verb and low[verb - 1] in _RELATIVE:
            return False
        return begins and words[at] != "who" and any(is_finite(low[place]) for place in range(at, last))

    def _only_met(self, at: int, name: str, last: int) -> bool:
        """*welcomed X to Downing Street*, *called on the Prime Minister today*: a person met, nothing said."""
        phrase = self.subjects.first.get(at)
        if name == "call on" and self.tokens.low[at] in ("him", "her", "them"):
            return not self._asked_to(at, last)
        if phrase is None or phrase.kind not in (PERSON, ROLE, "maybe"):
            return False
        if name == "call on":
            return not self._asked_to(phrase.last, last)
        if self.tokens.low[phrase.last : phrase.last + 1] == ["and"]:
            return (
                self.tokens.low[phrase.last + 1] not in _DETERMINERS
            )  # *his guest and the delegation* are greeted
        return phrase.last >= last or self.tokens.low[phrase.last] in (
            *_PREPOSITIONS,
            ",",
            ".",
            "today",
        )

    def _asked_to(self, at: int, last: int) -> bool:
        """Tell whether somebody called on is asked *to* do something, before the clause ends at a comma."""
        return "to" in takewhile(lambda low: low != ",", self.tokens.low[at:last])

    def _plain(self, at: int, frames: frozenset[str], sentence: Sentence) -> int | None:
        """Content without an introducing word: a noun phrase, the one addressed, or a clause without *that*."""
        low, last = self.tokens.low, sentence.last
        word = low[at]
        if (
            word in _NEVER_FIRST
            or not _PHONE.isdisjoint(low[at : at + 2])
            or word == "condition"
            or (word in _CIRCUMSTANCES and not self._as_somebody(at, last))
        ):
            return None
        if word in _PREPOSITIONS and not ("that" in frames and self._comma_then_clause(at, last)):
            return None
        if frames & {"person", "np", "as"}:
            return at
        if "that" in frames and (at in self.subjects.first or any(map(is_finite, low[at:last]))):
            return at
        if "speech" in frames and any(
            low[place] in _NOUNS["speech"] for place in range(at, min(at + 7, last))
        ):
            return at
        return None

    def _as_somebody(self, at: int, last: int) -> bool:
        """*said as partners, the two should …*: no clause of its own follows *as*, but one the comma after it."""
        comma = next(
            (place for place in range(at + 1, min(at + _LOOK, last)) if self.tokens.low[place] == ","), 0
        )
        alone = comma and self.tokens.low[at] == "as" and not any(map(is_finite, self.tokens.low[at:comma]))
        return bool(alone) and self._comma_then_clause(at, last)

    def _comma_then_clause(self, at: int, last: int) -> bool:
        """*said despite the risks, the plan would go on*: a clause after its own opening phrase."""
        low = self.tokens.low
        for place in range(at + 1, min(at + _LOOK, last)):
            if low[place] == ",":
                return any(is_finite(low[after]) for after in range(place + 1, min(place + _LOOK, last)))
            if low[place] == ".":
                return False
        return False

    def _after_to(self, at: int, cue: Cue, sentence: Sentence) -> int | None:
        """*agreed to meet* keeps its *to*, *agreed to a meeting* does not; *expressed to X his thanks* skips X."""
        low, last = self.tokens.low, sentence.last
        if at + 1 >= last:
            return None
        following = low[at + 1]
        if (following in ADDRESSED and following != "press") and at + 2 < last:  # *to press*
            return at + 3 if low[at + 2] == "that" else self._plain(at + 2, cue.frames, sentence)
        phrase = self.subjects.first.get(at + 1)
        noun = phrase is not None or following in _DETERMINERS
        if "to" in cue.frames:
            return at + 1 if noun and cue.name in ("agree", "appeal", "commit", "recommit") else at
        if phrase is not None and phrase.last < last and cue.frames & {"np", "that", "that!", "speech"}:
            inner = phrase.last
            return inner + 1 if low[inner] == "that" else self._plain(inner, cue.frames, sentence)
        return None
