"""The parts of a text: which lines belong together, and which of them are the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from store.reading.tables import rows

TITLE, DATE, PARAGRAPH, HEADING, CAPTION, BOILERPLATE = (
    "title",
    "date",
    "paragraph",
    "heading",
    "caption",
    "boilerplate",
)
_HEAD = (TITLE, HEADING, DATE, BOILERPLATE)
_WRAPPED = 120  # a text whose lines are all shorter is hard-wrapped
# One of these is in every caption; looking for them first is cheaper than the pattern.
_SIGNS = ("(", "[", "left", "right", "hoto", "icture", "mage", "aption", "center", "centre", "ile")
_CAPTIONED = 300  # the longest caption, in characters
_SHORT = 400  # characters of a block that can belong to a list of sources
_OPENING = (
    60  # characters at the beginning of a line that are looked at; no heading of a list of sources is longer
)
_FURNITURE = 80  # characters of a sentence that can stand among the lines of a menu
_SITE = 4  # words of the name of a site or an office, at the most
_TITLE = 300  # the longest title, in characters
_CLOSED = (",", ".", "“", "'", "!", "?", "”", '"', "’", "»", ":", ";", "…", ")", "]", "。")
_MARKS, _STOPS = frozenset("”\"’'»)]"), frozenset(".!?,…:")
_ITEM = re.compile(
    r"\s*(?:[-*•●▪◦–—]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)]|\((?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\))[ \t]+"
)
_ADDRESS = re.compile(r"\w\.(?:com|org|net)\b")
_DIGIT = re.compile(r"\d")
_DATE_LINE = re.compile(
    r"(?:(?-i:[A-Z])[^\W\d_]{2,15}+(?:[ -](?-i:[A-Z])[^\W\d_]{2,15}+){0,2},? )?"  # LAS VEGAS, Dec. 15, 2022
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s*)?"
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}"
    r"|[a-z]{3,9}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
    r"(?P<rest>[^.!?]{0,60})$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:left|right|centre|center|(?-i:[LRC])|from left|file photo|front|rear|l to r)\b(?!-)[^)]{0,40}\)"
    r"|,\s(?:second |third |far )?(?:from )?(?:left|right|centre|center)\b,?"
    r"|^(?:photo|photograph|picture|image|caption|file photo|file)\b\s*(?::|by\b|—|-|credit)|\[photo|\(photo|photo/",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Block:
    """A part of the text, ``text[start:end]`` without white space around it, and what it is.

    ``item`` is how many characters of it are the number or bullet of a list; 0 outside lists.
    """

    start: int
    end: int
    kind: str
    item: int = 0


def layout(text: str, start: int = 0) -> list[Block]:
    """Cut ``text`` from ``start`` into blocks, in order, never overlapping. Takes linear time."""
    parts = [part for group in _groups(text, start) for part in _paragraphs(text, group)]
    blocks: list[Block] = []
    untitled, ended = len(parts) > 1, False
    for at, to in parts:
        marker = _ITEM.match(text, at, to)
        kind = _kind(text, at, to, untitled=untitled)
        ended = ended or (at > parts[0][0] and to - at <= _OPENING and _is_tail(text[at:to]))
        if ended and to - at <= _SHORT:
            kind = BOILERPLATE
        if kind == PARAGRAPH and to - at <= _TITLE and not _closed(text, to) and at < parts[-1][0]:
            kind = HEADING if blocks and all(block.kind in _HEAD for block in blocks) else kind
        untitled = untitled and kind in (BOILERPLATE, DATE)
        blocks.append(Block(at, to, kind, marker.end() - at if marker else 0))
    return _retitled(text, blocks)


def lines(text: str, blocks: list[Block], kind: str) -> Iterator[str]:
    """Yield the texts of the blocks of one kind, white space folded."""
    return (" ".join(text[block.start : block.end].split()) for block in blocks if block.kind == kind)


def _retitled(text: str, blocks: list[Block]) -> list[Block]:
    """Take the headline for the title where the name of a site or an office stands before it."""
    begin = next((n for n, block in enumerate(blocks) if block.kind == TITLE), len(blocks))
    head = takewhile(
        lambda n: blocks[n].kind in _HEAD or blocks[n].end - blocks[n].start <= _FURNITURE,
        range(begin, len(blocks)),
    )
    lines = [n for n in head if blocks[n].kind in (TITLE, HEADING)]
    site = bool(lines) and _ADDRESS.search(text, blocks[lines[0]].start, blocks[lines[0]].end)
    if len(lines) < 2 or (len(_words(text, blocks[lines[0]])) > _SITE and not site):
        return blocks
    better = next((n for n in lines[1:] if len(_words(text, blocks[n])) > _SITE), None)
    if better is not None:
        blocks[lines[0]] = replace(blocks[lines[0]], kind=BOILERPLATE)
        blocks[better] = replace(blocks[better], kind=TITLE)
    return blocks


def _words(text: str, block: Block) -> list[str]:
    return [word for word in text[block.start : block.end].split() if word[0].isalnum()]


def _groups(text: str, start: int) -> list[list[tuple[int, int]]]:
    """Lines, as offsets without the white space around them, between blank lines."""
    groups: list[list[tuple[int, int]]] = [[]]
    at = start
    for line in text[start:].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first = at + line.index(bare[0])
            groups[-1].append((first, first + len(bare)))
        elif groups[-1]:
            groups.append([])
        at += len(line)
    return [group for group in groups if group]


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of one group where they were only wrapped."""
    if len(lines) == 1:
        return lines
    longest = max(to - at for at, to in lines)
    joined: list[tuple[int, int]] = []
    width = 0
    for at, to in lines:
        if joined and longest <= _WRAPPED and _runs_on(text, joined[-1], (at, to), width, longest):
            joined[-1] = (joined[-1][0], to)
        else:
            joined.append((at, to))
        width = to - at
    return joined


def _runs_on(text: str, part: tuple[int, int], line: tuple[int, int], width: int, longest: int) -> bool:
    """Tell whether a line continues the part whose last line is ``width`` wide."""
    at, to = line
    dated = bool(_DIGIT.search(text, at, to))  # *Updated 13:12, 28-May-2021*, but not *By Friday the two …*
    if (
        _dated(text[at:to])
        or _ITEM.match(text, at)
        or _opens_boilerplate(text[at:to], closed=not dated or _closed(text, to))
    ):
        return False
    if text[at].islower():
        return True
    closed = text[part[1] - 1] in _CLOSED
    return (
        width >= 0.6 * longest and longest >= 40 if not closed else width >= 0.75 * longest and longest >= 50
    )


def _kind(text: str, start: int, end: int, *, untitled: bool) -> str:
    size = end - start
    words = text[start:end] if size <= 400 else ""
    closed = _closed(text, end)
    if words:
        if date := _dated(words):
            if len(date["rest"]) <= 40:
                return DATE
            return BOILERPLATE
        if _opens_boilerplate(words, closed=closed) or words.count("|") >= 2:
            return BOILERPLATE
        if not any(map(str.isalpha, words)):
            return BOILERPLATE
        if size <= _CAPTIONED and any(map(words.__contains__, _SIGNS)) and _CAPTION.search(words):
            return CAPTION
    if untitled and size <= _TITLE and not text.endswith((".", "!", ","), start, end):
        return TITLE
    if words and not closed and words[-1] != "," and (size <= 100 or text[start:end].isupper()):
        return HEADING
    return PARAGRAPH


def _dated(line: str) -> re.Match[str] | None:
    """Match a line that holds a date and little else; none such ends like a sentence."""
    return None if line[-1] in ".!?" else _DATE_LINE.match(line)


def _is_tail(line: str) -> bool:
    """Tell whether only the page goes on after a heading: *Sources*, *Related news*."""
    return line.strip(" :").casefold() in _tails()


@cache
def _tails() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in rows("tails"))


def _closed(text: str, end: int) -> bool:
    """Tell whether the words before ``end`` end like a sentence; a closing mark alone does not tell."""
    last = text[end - 1]
    return last in _CLOSED and (last not in _MARKS or text[end - 2 : end - 1] in _STOPS)


def _opens_boilerplate(line: str, *, closed: bool) -> bool:
    """Tell whether a line begins like the furniture of a page; ``closed``: it ends like a sentence."""
    always, unclosed = _openings()
    low = line[:_OPENING].lower()
    return _begins(low, always) or (not closed and _begins(low, unclosed))


def _begins(line: str, openings: _Openings) -> bool:
    """Tell whether a line begins with whole words of one of ``openings``: with *By*, but not *Byelorussia*."""
    likely = openings.get(line[0], ())
    if not likely or not line.startswith(likely):
        return False
    found = (words for words in likely if line.startswith(words))
    return any(not (words[-1].isalpha() and line[len(words) : len(words) + 1].isalnum()) for words in found)


_Openings = dict[str, tuple[str, ...]]
"""Words that open a line, in lower case, by their first letter."""


@cache
def _openings() -> tuple[_Openings, _Openings]:
    """Return the words that always open the page's own lines, and those that do so only without a full stop."""
    always: _Openings = {}
    unclosed: _Openings = {}
    for words, *only_lines in rows("boilerplate"):
        low = words.lower()
        table = unclosed if only_lines else always
        table[low[0]] = (*table.get(low[0], ()), low)
    return always, unclosed
