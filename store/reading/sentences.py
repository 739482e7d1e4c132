"""Where sentences begin and end, given the tokens of a block and what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import count

from store.reading.cues import forms
from store.reading.quotation import Quotation
from store.reading.tables import word_class
from store.reading.tokens import Tokens

ENDS = frozenset({".", "!", "?", "…", "...", "。", "！", "？"})
SHORTS = frozenset({"D.C.", "U.S.", "U.K.", "U.N.", "U.S.A.", "U.A.E."})  # whose stop may also end a sentence
_LONGEST = 600  # tokens; what runs on without a stop is cut here, so that no text can take long
_OPENING = word_class("determiner") | frozenset({"he", "she", "they", "it", "we", "in", "on", "at", "both"})
_ABBREVIATIONS = word_class("abbreviation")
_NUMBERED = frozenset({"art", "no", "nos", "fig", "para"})
_CLOSERS = frozenset({"”", '"', "’", "»", ")", "]", "'"})


@dataclass(slots=True)
class Sentence:
    """Tokens ``first`` to ``last``, exclusive, of block number ``block``."""

    first: int
    last: int
    block: int


def sentences(
    tokens: Tokens, ranges: list[tuple[int, int]], opened: dict[int, Quotation], signs: list[int]
) -> list[Sentence]:
    """Cut the blocks, tokens ``ranges``; ``opened`` maps the opening mark's token to its quotation.

    ``signs`` are the tokens that are `ENDS` or `SHORTS`, and perhaps others.

    What stands between marks is never cut. A sentence ends after a quotation that ends like one, unless what follows
    tells who said it.
    """
    ending = ENDS | SHORTS
    stops = sorted({*opened, *(at for at in signs if tokens.words[at] in ending)})
    inside = [stops[bisect_left(stops, first) : bisect_left(stops, last)] for first, last in ranges]
    blocks = zip(count(), ranges, inside)
    return [
        sentence
        for block, (first, last), within in blocks
        for sentence in _sentences(tokens, first, last, block, opened, within)
    ]


def _sentences(
    tokens: Tokens, first: int, last: int, block: int, opened: dict[int, Quotation], stops: list[int]
) -> list[Sentence]:
    """Cut one block from stop to stop: a mark that opens a quotation, or a word that can end a sentence."""
    found: list[Sentence] = []
    begin = after = first
    for at in stops:
        if at < after:
            continue
        quotation = opened.get(at)
        if at - begin >= _LONGEST - 1:
            begin = _cut_long(found, begin, after, at if quotation else at + 1, block)
        if quotation is not None:
            after = min(quotation.last, last)
            ended = after < last and _ends_with_quotation(tokens, quotation, begin, after, last)
        else:
            after = at + 1
            ended = after < last and _ends(tokens, at, begin, last)
            while ended and after < last and _closes(tokens, after):
                after += 1
        if ended and begin < after:
            found.append(Sentence(begin, after, block))
            begin = after
    begin = _cut_long(found, begin, after, last, block)
    if begin < last:
        found.append(Sentence(begin, last, block))
    return found


def _cut_long(found: list[Sentence], begin: int, after: int, last: int, block: int) -> int:
    """Cut what runs on from ``begin`` to ``last``, but not before ``after``; return where the rest begins."""
    for end in range(max(after + 1, begin + _LONGEST), last + 1, _LONGEST):
        found.append(Sentence(begin, end, block))
        begin = end
    return begin


def _closes(tokens: Tokens, at: int) -> bool:
    """Tell whether a closing mark stands right after the token before."""
    return tokens.words[at] in _CLOSERS and tokens.starts[at] == tokens.end(at - 1)


def _ends(tokens: Tokens, at: int, begin: int, last: int) -> bool:
    """Tell whether the full stop at ``at`` ends a sentence."""
    following = tokens.words[at + 1]
    if tokens.words[at] in SHORTS:
        named = tokens.words[at] == "D.C." and not forms().keys().isdisjoint(tokens.low[at + 2 : at + 4])
        return following[0].isupper() and (tokens.low[at + 1] in _OPENING or named)
    if tokens.words[at] == ".":
        before = tokens.low[at - 1] if at > begin else ""
        if before in _NUMBERED and not following[0].isdigit():
            return following[0].isupper()  # *Nazi-Confiscated Art. Serbia …* is no *Art. 5*
        if before in _ABBREVIATIONS and not (following[0].isupper() and before in ("inc", "etc", "ltd")):
            return False
        if before == "m" and tokens.low[at - 3 : at - 1] in (["a", "."], ["p", "."]):
            return following[0].isupper()  # *at 3:20 p.m. (local time)* goes on
        if len(before) == 1 and tokens.words[at - 1].isupper() and tokens.starts[at] == tokens.end(at - 1):
            return False
        if tokens.starts[at + 1] == tokens.end(at) and (following[0].isalnum() or following[0] in ".,;"):
            return _blank_lost(tokens, at)
    return not (following[0].islower() or following[0] in ",;:")


def _blank_lost(tokens: Tokens, at: int) -> bool:
    """Tell the end of *the Indo-Pacific.They also …*, printed without its blank, from *example.Org*."""
    before, following = tokens.words[at - 1], tokens.words[at + 1]
    opens = tokens.low[at + 1] in _OPENING or (before.islower() and following[0].isupper())
    return len(before) > 2 and not before.isupper() and opens


def _ends_with_quotation(tokens: Tokens, quotation: Quotation, begin: int, at: int, last: int) -> bool:
    """Tell whether the sentence that began at ``begin`` ends with the quotation that ends before ``at``."""
    inner = tokens.words[quotation.last - 2] if quotation.last - 2 > quotation.first else ""
    following = tokens.words[at]
    if inner not in ENDS or following[0].islower() or following in ".,;:)—–-":
        return False
    introduced = quotation.first > begin
    return introduced or inner not in ("!", "?") or not _tells_who(tokens, at, last)


def _tells_who(tokens: Tokens, at: int, last: int) -> bool:
    cues = forms()
    for place in range(at, min(at + 8, last)):
        if tokens.words[place] in ENDS:
            return False
        if any("say" in form.cue.frames for form in cues.get(tokens.low[place], ())):
            return True
    return False
