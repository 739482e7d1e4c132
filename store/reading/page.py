"""A text taken apart as far as its looks go: blocks, words, datelines, quotations and sentences."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from store.reading.dateline import Dateline, dateline
from store.reading.entities import decoded
from store.reading.layout import BOILERPLATE, CAPTION, DATE, HEADING, PARAGRAPH, TITLE, Block, layout, lines
from store.reading.quotation import MARKS, Quotation, quotations
from store.reading.read_out import unquoted
from store.reading.retold import retold
from store.reading.sentences import ENDS, SHORTS, Sentence, sentences
from store.reading.tokens import Tokens, tokenise, where

_SIGNED = "Rt Hon"  # how a byline of the British government names who answers for a release
_DATELINES = 3  # the first paragraphs, which can begin with a dateline
_STANDFIRST = 200  # characters of what an editor sets above the dateline, at the most


@dataclass(slots=True)
class Part:
    """A block and its tokens ``first`` to ``last``, exclusive; without the mark of a list item or a dateline."""

    block: Block
    first: int
    last: int


class Page(NamedTuple):
    """What the eye sees of a text.

    ``body`` are its paragraphs, ``ranges`` the tokens of each, ``titles`` and ``captions`` what stands around them,
    ``signed`` the bylines that name an official. ``opened`` maps the token of an opening mark to its quotation;
    ``told`` are the sentences.
    """

    tokens: Tokens
    blocks: list[Block]
    body: list[Part]
    ranges: list[tuple[int, int]]
    titles: list[Part]
    captions: list[Part]
    signed: list[Part]
    datelines: list[Dateline]
    opened: dict[int, Quotation]
    told: list[Sentence]

    def lines(self, kind: str) -> list[str]:
        """Return the texts of the blocks of one kind, white space folded."""
        return list(lines(self.tokens.text, self.blocks, kind))

    def title(self) -> str | None:
        """Return the first title that the text itself carries."""
        return next(map(decoded, self.lines(TITLE)), None)

    def date_lines(self) -> list[str]:
        """Return the lines that hold a date and little else."""
        return self.lines(DATE)

    def around(self) -> list[str]:
        """Return what stands around the paragraphs and can name a place: titles, captions, lines with dates."""
        places = [line.place for line in self.datelines if line.place]
        return [*places, *(line for kind in (TITLE, CAPTION, DATE, HEADING) for line in self.lines(kind))]

    def lead(self) -> str:
        """Return the first sentence."""
        return next(iter(self.first_sentences(1)), "")

    def first_sentences(self, number: int) -> list[str]:
        """Return the first sentences, white space folded."""
        return [self.tokens.slice(sentence.first, sentence.last) for sentence in self.told[:number]]


def page(text: str, start: int) -> Page:
    """Take ``text`` apart from offset ``start`` on."""
    blocks = layout(text, start)
    tokens = tokenise(text, start)
    parts = [
        Part(
            block, bisect_left(tokens.starts, block.start + block.item), bisect_left(tokens.starts, block.end)
        )
        for block in blocks
    ]
    body = [part for part in parts if part.block.kind == PARAGRAPH]
    datelines = [dateline(tokens, part.first, part.last) for part in body[:_DATELINES]]
    begins = next((number for number, line in enumerate(datelines) if line.place), 0)
    if begins and all(part.block.end - part.block.start <= _STANDFIRST for part in body[:begins]):
        body, datelines = body[begins:], datelines[begins:]  # only a standfirst is above the dateline
    for number, line in enumerate(datelines):
        body[number].first = line.begin
    ranges = [(part.first, part.last) for part in body]
    signs = where(tokens.words, MARKS | ENDS | SHORTS)
    opened = {quotation.first: quotation for quotation in quotations(tokens, ranges, signs)}
    ranges, opened = unquoted(tokens, ranges, opened)
    told, opened = retold(tokens, sentences(tokens, ranges, opened, signs), opened, signs)
    signed = [
        part
        for part in parts
        if part.block.kind in (BOILERPLATE, HEADING) and _SIGNED in text[part.block.start : part.block.end]
    ]
    titles, captions = ([part for part in parts if part.block.kind == kind] for kind in (TITLE, CAPTION))
    return Page(tokens, blocks, body, ranges, titles, captions, signed, datelines, opened, told)
