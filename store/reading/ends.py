"""Where the content of a cue ends."""

from __future__ import annotations

from store.reading.quotation import Quotation
from store.reading.sentences import Sentence
from store.reading.subjects import Subjects, is_finite
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

_PREPOSITIONS = word_class("preposition")
_AUXILIARIES = word_class("auxiliary") - {"being", "been", "be"} | word_class("modal")
_NOUNS = classes("nouns")
_RELATIVES = frozenset({"which", "that", "who", "whose", "whether", "how"})
_COORDINATING = frozenset({"and", "but", "while", "whereas"})
_GOING_ON = _PREPOSITIONS | word_class("adverb") | {"not", "only", "rather", "to", "if", "when", "because"}
_TRAILING = frozenset({",", ";", ".", ":", "!", "?", "–", "—", "-", "--", "…"})
_JOINERS = _COORDINATING | {"then", "when", "as", "or", "though", "although"}
_PRONOUNS = frozenset({"he", "she", "they"})
_ARTICLES = frozenset({"the", "a", "an"})
_JOINTS = frozenset({",", "and", "but", ":", ";", "as", "when"})
_KEPT_SILENT = frozenset({"refused", "declined", "stopped"})  # *said it was late but declined to say why*
_WHOSE = _ARTICLES | {"his", "her", "their"}  # before *meeting*, *statement*
_MET = frozenset({"meeting", "talks", "call", "conversation", "audience"})
_QUOTED = frozenset({"”", '"', "’", "»"})
_DURING = frozenset({"during", "phone"})
_MEETING = 20  # tokens at the end in which *during a meeting with …* is looked for
# Participles in which a reporter tells what it means: *vowed to talk, accelerating a thaw*.
_NARRATING = frozenset(
    {
        "accelerating",
        "capping",
        "defying",
        "envisaging",
        "escalating",
        "marking",
        "moving",
        "stepping",
        "sparking",
    }
    | {"fuelling", "fueling", "heightening", "signaling", "signalling"}
)
_LIST = (
    12  # tokens in which a list of such participles goes on: *tackling it, accelerating …, and upholding …*
)
_VENUE = 8  # tokens at the end in which *in a statement* is looked for


class Ends:
    """Finds the ends of contents in the sentences of one text."""

    def __init__(self, tokens: Tokens, subjects: Subjects, opened: dict[int, Quotation]) -> None:
        self.tokens, self.subjects, self.opened = tokens, subjects, opened

    def end(self, first: int, last: int, clausal: bool, sentence: Sentence) -> int:
        """Return where a content that begins at ``first`` and could run to ``last`` ends.

        A noun phrase (not ``clausal``) ends where a new clause is coordinated: *…, and the U.S. will do so*.
        """
        for place in [at for at in range(first + 1, last - 2) if self.tokens.low[at] in _JOINTS]:
            if self._breaks_off(place) or (not clausal and self._new_clause(place, last, sentence)):
                return place
        return self._before_venue(first, last)

    def _breaks_off(self, at: int) -> bool:
        """Tell whether narration begins at the comma ``at``: *, and signed …*, *, a claim that …*."""
        low = self.tokens.low
        if low[at] == "but":
            return low[at + 1] in _KEPT_SILENT
        if low[at] == "as" or (low[at] == "when" and low[at - 1] in _QUOTED):
            met = self.subjects.first.get(at + 1)  # *… as Prime Minister X met Y*
            return met is not None and met.last < len(low) and low[met.last] in _NOUNS["meeting-verb"]
        if low[at] != ",":
            return False
        word, following = low[at + 1], low[at + 2]
        if word == "citing" or (low[at + 3 : at + 4] == ["reported"] and following in _NOUNS["media"]):
            return True  # *…, citing a report*, *…, state media reported*
        if word in ("but", "and") and following in _NOUNS["breaking-off"]:
            return True
        if (
            word in ("as", "when", "while")
            and following in _PRONOUNS
            and low[at + 3] in _NOUNS["meeting-verb"]
        ):
            return True
        person = self.subjects.first.get(at + 2) if word in ("as", "when", "after") else None
        if person is not None and person.last < len(low) and low[person.last] in _NOUNS["meeting-verb"]:
            return True  # *…, as Prime Minister X held talks with …*
        if word == "which" and "accepted" in low[at + 2 : at + 6]:
            return True
        if word in _NARRATING:
            ahead = range(at + 2, min(at + _LIST, len(low)))
            return not any(low[place].endswith("ing") and low[place - 1] == "and" for place in ahead)
        return word in ("a", "an") and not _NOUNS["comment"].isdisjoint(low[at + 2 : at + 4])

    def _new_clause(self, at: int, last: int, sentence: Sentence) -> bool:
        """Tell whether a clause is coordinated at ``at``: *and discussed trade*, *, and the U.S. will do so*."""
        low = self.tokens.low
        if low[at] == ";":
            return self.subjects.opening(at + 1, sentence) is not None
        if low[at] == "," and low[at + 1] == "despite":
            return "," not in low[at + 1 : last] and low[at - 1] != "that"
        if low[at] == ":":
            return low[at + 1] in _ARTICLES and not _AUXILIARIES.isdisjoint(low[at + 1 : last])
        if low[at] == "and" and low[at + 1 + (low[at + 1] in ("also", "then"))] in _NOUNS["topic-verb"]:
            return True
        if low[at : at + 4] == [",", "as", "well", "as"] and low[min(at + 4, last)] in _NOUNS["topic-verb"]:
            return True
        if low[at] != "," or low[at + 1] not in _COORDINATING or low[at + 2] in _RELATIVES:
            return False
        if low[at + 1] == "but" and low[at + 2] not in _GOING_ON and any(map(is_finite, low[at + 3 : last])):
            return True  # *to exchange prisoners, but five days of talks ended without …*
        return self.subjects.opening(at + 2, sentence) is not None or self._clause_ahead(at + 2, last)

    def _before_venue(self, first: int, last: int) -> int:
        """Cut *in a statement*, *at a press conference*, *in a post on social media* from the end."""
        low = self.tokens.low
        stop = last - 1 if low[last - 1] in (".", ",") else last
        begin = max(first + 1, stop - _VENUE)
        for at in range(begin, stop - 2) if not _WHOSE.isdisjoint(low[begin:stop]) else ():
            opens = low[at] in ("in", "at", "on", "during") and low[at + 1] in _WHOSE
            if (
                opens
                and low[at - 1] != "part"
                and any(word in _NOUNS["venue"] for word in low[at + 2 : at + 5])
            ):
                return at
        return self._before_meeting(first, stop) or last

    def _before_meeting(self, first: int, stop: int) -> int:
        """Return where *during a meeting with Ambassador Chen at Singha Durbar* begins at the end, else 0.

        What was *made during a meeting* is told of that meeting, and stays.
        """
        low = self.tokens.low
        begin = max(first + 1, stop - _MEETING)
        for at in range(begin, stop - 3) if not _DURING.isdisjoint(low[begin:stop]) else ():
            called = low[at] == "in" and "phone" in low[at + 1 : at + 4]
            if (
                (low[at] == "during" or called)
                and low[at + 1] in _WHOSE
                and not low[at - 1].endswith(("ed", "made"))
            ):
                met = next((p for p in range(at + 2, min(at + 5, stop)) if low[p] in _MET), 0)
                if met and (met + 1 == stop or low[met + 1] in ("with", "in", "at", "here", "between")):
                    return at if "," not in low[at:stop] and "and" not in low[at:stop] else 0
        return 0

    def _clause_ahead(self, at: int, last: int) -> bool:
        """Tell whether a subject of common nouns and its verb begin at token ``at``: *Indian media have …*."""
        low = self.tokens.low
        for place in range(at + 1, min(at + 6, last)):
            if low[place] in _AUXILIARIES:
                return True
            if low[place] in _PREPOSITIONS or low[place] in (",", "that", "which", "who", "and", "to"):
                return False
        return False

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Cut stops and joining words from both ends."""
        words, low = self.tokens.words, self.tokens.low
        while last > first and (words[last - 1] in _TRAILING or low[last - 1] in _JOINERS):
            last -= 1
        while first < last and words[first] in _TRAILING:
            first += 1
        return first, last
