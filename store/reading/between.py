"""What stands between a cue and its content: *on Monday*, *with satisfaction*, *in a statement*, who is told."""

from __future__ import annotations

from store.reading.ends import Ends
from store.reading.phrase import PERSON, ROLE
from store.reading.sentences import Sentence
from store.reading.subjects import is_finite
from store.reading.tables import classes, word_class
from store.reading.times import over_time

_PREPOSITIONS, _DETERMINERS = word_class("preposition"), word_class("determiner")
_AUXILIARIES = word_class("auxiliary") - {"being", "been", "be"} | word_class("modal")
_WEEKDAYS, _MONTHS = word_class("weekday"), word_class("month")
_NOUNS = classes("nouns")
_STEPPED = frozenset(
    {"again", "also", "here", "today", "yesterday", "jointly", "earlier", "once", "further", "too"}
    | {"only", "simply", "merely"}
)
_LOOSE = frozenset(
    {"then", "later", "meanwhile", "however", "instead", "recently", "subsequently", "tonight"}
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
INTRODUCING = frozenset({"that", "of", "about", "on", ":"})
ADDRESSED = frozenset(
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
_MOODS = {"with": _NOUNS["mood"], "in": frozenset({"terms", "past", "principle", "detail"})}
_MOOD = 6  # tokens of *in the strongest possible terms*
_LOOK, _LONG = 16, 40  # tokens looked ahead for where the content begins; at most, after *during*
_ALSO = frozenset({"also", "then", "later"})
_MEDIA = frozenset({"radio", "news", "television", "tv", "newspaper", "magazine", "programme", "program"})
_TITLED = frozenset({"dated", "entitled", "titled", "issued", "posted", "published"})
_LAST = frozenset({"last", "this", "earlier"})
_PERIODS = (
    frozenset({"week", "month", "year", "night", "weekend", "morning", "afternoon", "evening"}) | _WEEKDAYS
)
_OWNER = 6  # tokens of the owner in *told the BBC's Today programme*
_DURING = frozenset({"during", "at", "in", "after", "following"})
_DASHES = frozenset({"–", "—", "--", "-"})
_AGENCIES = classes("nouns")["agency"]
_VENUES = frozenset({"in", "on", "at", "during", "via"})
_COMMA_OR_STOP = frozenset({",", ";", ":", "."})
_NO_END = _PREPOSITIONS | _DETERMINERS | {"and", "or", "both"}  # of a noun phrase
_PRONOUNS = frozenset({"he", "she", "it", "they", "there", "we"})
_WHERE = frozenset({"in", "at", "after", "before", "during", "following"})
_AUDIENCES = (
    _NOUNS["venue"] | _MEDIA | {"newspaper", "daily", "agency", "rally", "programme", "program", "forum"}
)
_VENUE = 6  # tokens of *in a joint statement*
_CLAUSE = 14  # tokens in which the verb of a clause stands
_TOLD = 5  # tokens of *his own government to*
_AFTER_FURTHER = _DETERMINERS | {"that", "to", ":"}


class Between(Ends):
    """Steps over it in the sentences of one text."""

    def _over_adverbial(self, at: int, sentence: Sentence, own: frozenset[str] = frozenset()) -> int:
        """Step over *again*, *on Monday*, *with satisfaction*, *in a statement* where the content follows."""
        low, last = self.tokens.low, sentence.last
        at = self._over_time(at, last)
        while at < last and (low[at] in _STEPPED or low[at] in _WEEKDAYS or low[at] in _MANNER):
            if low[at] == "further" and low[at + 1] not in _AFTER_FURTHER:
                break  # *further talks*
            if low[at] in _WEEKDAYS and at + 1 < last and is_finite(low[at + 1]):
                break  # *Monday was a holiday*
            at += 1
        at = self._over_venue(self._over_time(at, last), last, own)
        if at + 1 < last and low[at] in _LOOSE and low[at + 1] == "that":
            at += 1
        if at + 2 < last and low[at] == "in" and low[at + 1] in _MONTHS and "np" in own:
            at += 2 + low[at + 2].isdigit()  # *announced in June another million*
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
            if "that" in own and low[at] in _VENUES and (begin := self._clause_after(at + 1, last)):
                return begin
        return at

    def _over_time(self, at: int, last: int) -> int:
        """Step over *on Monday, May 3*; but *said Monday was a holiday*, *said today's talks were good*."""
        low = self.tokens.low
        end = over_time(low, at, last) if at < last else at
        return at if end < last and (low[end] == "'s" or is_finite(low[end])) else end

    def _over_venue(self, at: int, last: int, own: frozenset[str]) -> int:
        """Step over *in a statement on Monday* where the content follows at once: *the growth*, *trade had grown*."""
        low = self.tokens.low
        if at + 2 >= last or low[at] not in _VENUES or low[at] in own or low[at + 1] not in _DETERMINERS:
            return at
        for place in range(at + 2, min(at + _VENUE, last - 1)):
            if low[place] not in _NOUNS["venue"]:
                continue
            end = self._over_time(place + 1 + (low[place + 1] in _NOUNS["venue"]), last)
            word = low[end] if end + 1 < last else "."
            if word in _PREPOSITIONS or not word.isalpha() or word.endswith("ed"):
                return at  # *in a statement issued on Monday*
            tells = "that" in own and any(map(self._verb, range(end + 1, min(end + _CLAUSE, last))))
            return end if low[end] in _DETERMINERS or tells else at
        return at

    def _clause_after(self, at: int, last: int) -> int:
        """Return where a clause begins behind a noun phrase: *in a statement the road was shut*; 0 where none does.

        It begins with a word that begins noun phrases and stands behind a noun, and has a verb.
        """
        low = self.tokens.low
        for place in range(at + 1, min(at + _LOOK, last - 1)):
            if low[place] in _COMMA_OR_STOP or self._verb(place):
                return 0
            named = place in self.subjects.first and not self.tokens.capital[place - 1]
            opens = named or low[place] in _DETERMINERS or low[place] in _PRONOUNS
            if opens and low[place - 1].isalpha() and low[place - 1] not in _NO_END:
                ahead = range(place + 1, min(place + _CLAUSE, last))
                if any(low[verb] in _AUXILIARIES or self._verb(verb) for verb in ahead):
                    return place
        return 0

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
        if at + 2 < last and low[at] in _DASHES and at + 1 not in self.opened:
            for place in range(at + 2, min(at + _LOOK, last - 1)):
                if low[place] in _DASHES and place + 1 in self.opened:
                    return place + 1  # *said — as the agency reports — “…”*
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
        if low[at] in _AGENCIES and at + 1 < last:
            at += 2 * (low[at + 1 : at + 3] == ["news", "agency"] and at + 3 < last)
            timed = low[at + 1] == "on" or low[at + 1] in _WEEKDAYS
            after = self._over_adverbial(at + 1, sentence, own) if timed else at + 1
            return after + (low[after : after + 1] == ["that"])  # *told Reuters on Friday the road was shut*
        if phrase is None and self.tokens.capital[at] and not _MEDIA.isdisjoint(low[at + 1 : at + 2]):
            return at + 2 + (low[at + 2 : at + 3] == ["that"])  # *told ABC radio the plan …*
        if phrase is not None or low[at] in ADDRESSED:
            after = self._over_adverbial(max(phrase.last if phrase else at, at + 1), sentence, own)
            while after < last and low[after] in _MEDIA:
                after += 1  # *told ABC radio the plan …*
            if after < last and low[after] in INTRODUCING:
                return after
        if low[at] in _DETERMINERS and "to" in low[at + 1 : at + _TOLD]:
            to = low.index("to", at + 1)
            if low[to - 1] not in _PREPOSITIONS and _PREPOSITIONS.isdisjoint(low[at:to]):
                return to  # *told his government to prepare*
        if begin := self._over_audience(at, last):
            return begin
        if low[at] in _DETERMINERS and (begin := self._clause_after(at, last)):
            return begin  # *told a news conference the road was shut*
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
        if phrase is not None or low[at] in ADDRESSED:
            return after
        for place in range(at, min(at + _LOOK, last)):
            led = low[place] in ("of", "about", "on") or (low[place] in own and low[place] in _PREPOSITIONS)
            if led or low[place] in ADDRESSED:
                return place + (low[place] in ADDRESSED)
        return at

    def _over_audience(self, at: int, last: int) -> int:
        """Step over *a daily briefing* and *reporters in Vienna*, *… after talks* where a clause follows; else 0."""
        low = self.tokens.low
        if low[at] in ADDRESSED and at + 3 < last and low[at + 1] in _WHERE:
            place = self.subjects.first.get(at + 2)
            end = (
                place.last
                if place is not None
                else self._over_noun(at + 2, last, _NOUNS["talks"] | _NOUNS["venue"])
            )
        else:
            end = self._over_noun(at, last, _AUDIENCES)
        if (
            not end
            or end + 1 >= last
            or low[end] in _PREPOSITIONS
            or not low[end].isalpha()
            or low[end] == "that"
        ):
            return 0
        told = any(map(self._verb, range(end + 1, min(end + _CLAUSE, last)))) and not self._verb(end)
        return end if told else 0

    def _over_noun(self, at: int, last: int, nouns: frozenset[str]) -> int:
        """Return the token after *a daily briefing*, one of ``nouns`` with what describes it; 0 where none stands."""
        low = self.tokens.low
        for place in range(at, min(at + _VENUE, last)):
            if low[place] in nouns:
                return place + 1 + (place + 1 < last and low[place + 1] in nouns)
            if not low[place].isalpha() or low[place] in _PREPOSITIONS or low[place] in INTRODUCING:
                break
        return 0

    def _after_owned(self, at: int, last: int) -> int:
        """Return where the content begins after *told the BBC's Today programme*."""
        begins = _DETERMINERS | INTRODUCING | {"he", "she", "they", "it", "there"}
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
