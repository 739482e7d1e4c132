"""Where the content of a cue begins."""

from __future__ import annotations

from itertools import takewhile

from store.reading.cues import Cue
from store.reading.ends import Ends
from store.reading.phrases import PERSON, ROLE
from store.reading.sentences import Sentence
from store.reading.subjects import is_finite
from store.reading.tables import classes, word_class

_PREPOSITIONS, _DETERMINERS = word_class("preposition"), word_class("determiner")
_AUXILIARIES = word_class("auxiliary") - {"being", "been", "be"} | word_class("modal")
_WEEKDAYS = word_class("weekday")
_NOUNS = classes("nouns")
_STEPPED = frozenset(
    {"again", "also", "here", "today", "yesterday", "jointly", "earlier", "once", "further", "too"}
    | {"only", "simply", "merely"}
)
_MANNER = frozenset(
    {
        "clearly",
        "strongly",
        "publicly",
        "privately",
        "repeatedly",
        "specifically",
        "categorically",
        "explicitly",
        "unequivocally",
    }
)
_NEVER_FIRST = frozenset(
    {",", ";", ".", ":", "!", "?", ")", "]", "–", "—", "--", "’", "”", "and", "or", "but", "by"}
)
_CIRCUMSTANCES = frozenset(
    {"when", "while", "as", "after", "before", "because", "since", "though", "although", "until"}
)
_INTRODUCING = frozenset({"that", "of", "about", "on", ":"})
_ADDRESSED = frozenset(
    {
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
        "mps",
        "media",
        "press",
        "him",
        "her",
        "them",
        "us",
    }
)
_MOODS = {"with": _NOUNS["mood"], "in": frozenset({"terms"})}
_MOOD = 6  # tokens of *in the strongest possible terms*
_LOOK, _LONG = 16, 40  # tokens looked ahead for where the content begins; at most, after *during*
_ALSO = frozenset({"also", "then", "later"})
_PHONE = frozenset({"phone", "telephone"})
_ASKING = frozenset({"whether", "why", "how"})
_MEDIA = frozenset({"radio", "news", "television", "tv", "newspaper", "magazine", "programme", "program"})
_TITLED = frozenset({"dated", "entitled", "titled", "issued", "posted", "published"})
_NOT_SAID = frozenset(
    {"nothing", "goodbye", "farewell", "so", "no", "yes", "little", "much", "more", "prayers"}
)
_CLAUSE = 3  # tokens that a clause has at least, with its full stop
_LAST = frozenset({"last", "this", "earlier"})
_PERIODS = (
    frozenset({"week", "month", "year", "night", "weekend", "morning", "afternoon", "evening"}) | _WEEKDAYS
)
_RELATIVE = frozenset({"that", "which", "who"})  # *said on Tuesday, the first sign that has …* says nothing
_SILENT = frozenset({"say", "comment", "go", "discuss", "elaborate", "answer", "confirm", "give", "disclose"})
_OWNER = 6  # tokens of the owner in *told the BBC's Today programme*
_DURING = frozenset({"during", "at", "in", "after", "following"})
_AFTER_FURTHER = _DETERMINERS | {"that", "to", ":"}
_APPROXIMATE = frozenset({"over", "about", "around", "under", "near"})


class Contents(Ends):
    """Finds contents in the sentences of one text."""

    def begin(self, at: int, cue: Cue, sentence: Sentence) -> int | None:
        """Return the token where the content after a cue begins; ``None`` when the cue has none here."""
        low, frames, last = self.tokens.low, cue.frames, sentence.last
        at = at if self._amount(at) else self._over_adverbial(at, sentence, frames)
        if "tell" in frames and at < last and low[at] not in frames and low[at] not in _INTRODUCING:
            at = self._over_addressee(at, sentence, frames)
        at = self._over_aside(at, sentence)
        if at >= last:
            return None
        word = low[at]
        if cue.name == "refuse" and word == "to" and low[at + 1 : at + 2] and low[at + 1] in _SILENT:
            return None  # *refused to go into specifics*
        if word == "not" and low[at + 1 : at + 2] == ["to"] and cue.name == "ask":
            return None  # *asking not to be named*
        if low[at : at + 4] == ["to", "the", "effect", "that"] and at + 4 < last:
            return at + 4
        if "that" in frames and self._amount(at):
            return at
        if word == "that" and at + 1 < last and low[at + 1] in _AUXILIARIES and "that" in frames:
            return at  # *critics said that was too late*
        if word == "that" and at + 1 < last and frames & {"that", "that!", "np", "say"}:
            return at + (not self._points(at, last) or not frames.isdisjoint({"that", "that!", "say"}))
        if (
            word == ","
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
        if cue.name == "say" and word in _NOT_SAID and word != "more":
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
            or word in _CIRCUMSTANCES
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
        if (following in _ADDRESSED and following != "press") and at + 2 < last:  # *to press*
            return at + 3 if low[at + 2] == "that" else self._plain(at + 2, cue.frames, sentence)
        phrase = self.subjects.first.get(at + 1)
        noun = phrase is not None or following in _DETERMINERS
        if "to" in cue.frames:
            return at + 1 if noun and cue.name in ("agree", "appeal", "commit", "recommit") else at
        if phrase is not None and phrase.last < last and cue.frames & {"np", "that", "that!", "speech"}:
            inner = phrase.last
            return inner + 1 if low[inner] == "that" else self._plain(inner, cue.frames, sentence)
        return None

    # -- what stands between the cue and the content -----------------------------------------------------------------

    def _over_adverbial(self, at: int, sentence: Sentence, own: frozenset[str] = frozenset()) -> int:
        """Step over *again*, *on Monday*, *with satisfaction*, *in a statement* where the content follows."""
        low, last = self.tokens.low, sentence.last
        while at < last and (low[at] in _STEPPED or low[at] in _WEEKDAYS or low[at] in _MANNER):
            if low[at] == "further" and low[at + 1] not in _AFTER_FURTHER:
                break  # *further talks*
            at += 1
        if at + 1 < last and low[at] == "on" and low[at + 1] in _WEEKDAYS:
            at += 2
        if at + 2 < last and low[at] in _LAST and low[at + 1] in _PERIODS:
            at += 2  # *said last week that …*
        if at < last and low[at] in _PREPOSITIONS and low[at] != "to" and low[at] not in own:
            for place in range(at + 1, min(at + _LOOK, last)):
                if low[place] == ":" or self._opens_clause(place) or place in self.opened:
                    return place if low[place - 1] != "so" else at
                participle = low[place - 1] == "," and low[place].endswith(
                    "ing"
                )  # *on the pact, calling it “void”*
                if low[place] in (";", ".") or participle or self._verb(place):
                    break
                if low[place] == "," and place + 1 in self.opened:
                    return place
            if "that" in own and low[at] in _DURING and (that := self._that_ahead(at, last)):
                return that
            if mood := self._mood(at, last):
                return mood
        return at

    def _mood(self, at: int, last: int) -> int:
        """Return what follows *with (deep) satisfaction*, *in the strongest terms*; 0 where no mood is told."""
        low, moods = self.tokens.low, _MOODS.get(self.tokens.low[at], ())
        for place in range(at + 1, min(at + _MOOD, last - 1)):
            if low[place] in moods:
                return place + 1
            if low[place] in _PREPOSITIONS or place in self.subjects.first:
                break
        return 0

    def _that_ahead(self, at: int, last: int) -> int:
        """Return the *that* after a long *during a meeting with X in Y*; 0 when a verb stands before it."""
        for place in range(at + 1, min(at + _LONG, last)):
            if self._opens_clause(place):
                return place
            if self._verb(place):
                break
        return 0

    def _opens_clause(self, at: int) -> bool:
        """Tell *that* before a clause from *talks that also covered trade*."""
        low = self.tokens.low
        if low[at] != "that" or at + 2 >= len(low):
            return low[at] == "that"
        following = at + 2 if low[at + 1] in _ALSO else at + 1
        return (
            following in self.subjects.first or not is_finite(low[following]) or low[following].endswith("s")
        )

    def _verb(self, at: int) -> bool:
        """Tell whether a word is a verb after its subject, not a noun: *at a press briefing*, *after talks*."""
        low = self.tokens.low
        if low[at] in _AUXILIARIES:
            return not low[at - 1][0].isdigit()  # *dated 2 May*
        if not is_finite(low[at]) or at in self.subjects.first or low[at] in _TITLED:
            return False
        described = low[at - 1] in _DETERMINERS or low[at - 1] in _PREPOSITIONS
        return at in self.subjects.ending or (not described and low[at].endswith("ed"))

    def _over_aside(self, at: int, sentence: Sentence) -> int:
        """Step over *, in particular,* and its like."""
        low, last = self.tokens.low, sentence.last
        if at + 2 < last and low[at] == "," and at + 1 not in self.opened:
            aside = low[at + 1] in _PREPOSITIONS or low[at + 1] in (
                "among",
                "inter",
                "however",
                "when",
                "while",
            )
            for place in range(at + 2, min(at + _LOOK, last - 1)) if aside else ():
                if low[place] == ",":
                    return place + 1
        return at

    def _over_addressee(self, at: int, sentence: Sentence, own: frozenset[str]) -> int:
        low, last = self.tokens.low, sentence.last
        phrase = self.subjects.first.get(at)
        if phrase is None and self.tokens.capital[at] and not _MEDIA.isdisjoint(low[at + 1 : at + 2]):
            return at + 2 + (low[at + 2 : at + 3] == ["that"])  # *told ABC radio the plan …*
        if phrase is not None or low[at] in _ADDRESSED:
            after = self._over_adverbial(max(phrase.last if phrase else at, at + 1), sentence, own)
            while after < last and low[after] in _MEDIA:
                after += 1  # *told ABC radio the plan …*
            if after < last and low[after] in _INTRODUCING:
                return after
        for place in range(at, min(at + _LOOK, last)):
            if low[place] == "against" and "against" in own:
                return place  # *cautioned the miners against …*
            if low[place] in ("that", ":") or place in self.opened:
                return place
            if low[place] == "," and place + 1 in self.opened:
                return place
            verb = is_finite(low[place]) and low[place] != "press"  # *told a joint press conference that*
            if place > at and verb and place not in self.subjects.first:
                break
        owned = next((place for place in range(at + 1, min(at + _OWNER, last - 1)) if low[place] == "'s"), 0)
        if owned and self.tokens.capital[owned - 1] and _PREPOSITIONS.isdisjoint(low[at:owned]):
            return self._after_owned(owned + 1, last)
        if phrase is not None or low[at] in _ADDRESSED:
            return after
        for place in range(at, min(at + _LOOK, last)):
            led = low[place] in ("of", "about", "on") or (low[place] in own and low[place] in _PREPOSITIONS)
            if led or low[place] in _ADDRESSED:
                return place + (low[place] in _ADDRESSED)
        return at

    def _after_owned(self, at: int, last: int) -> int:
        """Return where the content begins after *told the BBC's Today programme*."""
        begins = _DETERMINERS | _INTRODUCING | {"he", "she", "they", "it", "there"}
        return next(
            (
                place
                for place in range(at, min(at + _LOOK, last))
                if self.tokens.low[place] in begins or place in self.opened or self._names(place)
            ),
            at,
        )

    def _names(self, at: int) -> bool:
        """Tell whether somebody is named at ``at`` who can be the subject of a content."""
        phrase = self.subjects.first.get(at)
        return phrase is not None and phrase.kind in (PERSON, ROLE)
