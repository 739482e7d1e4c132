"""The stages one after the other: from a source to its Reading."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from store.model import FoundMeeting, FoundOfficial, FoundQuote, QuoteKind, Reading, Source
from store.reading.clauses import Clause, Parser
from store.reading.header import header
from store.reading.layout import CAPTION, PARAGRAPH, TITLE, layout
from store.reading.meeting import anchor_day, kind_of, meeting_day, place_of
from store.reading.persons import Person, gather
from store.reading.phrases import phrases
from store.reading.quotation import Quotation, quotations
from store.reading.sentences import Sentence, sentences
from store.reading.speakers import Speakers
from store.reading.tokens import Tokens, tokenise


def read_source(source: Source) -> Reading:
    """Read a source; see `store.reading.read`."""
    text = source.text
    head = header(text)
    blocks = layout(text, head.end)
    tokens = tokenise(text, head.end)
    read = [b for b in blocks if b.kind in (TITLE, PARAGRAPH, CAPTION)]
    ranges = [(bisect_left(tokens.starts, b.start), bisect_left(tokens.starts, b.end)) for b in read]
    body = [(b, r) for b, r in zip(read, ranges, strict=True) if b.kind == PARAGRAPH]
    quoted = quotations(tokens, [r for _, r in body])
    opened = {q.first: q for q in quoted}
    sents = [sentences(tokens, r[0], r[1], n, opened) for n, (_, r) in enumerate(body)]
    starts = frozenset(s.first for group in sents for s in group) | {r[0] for r in ranges}
    lower = frozenset(w for w in tokens.words if w[0].islower())
    found = [p for r in ranges for p in phrases(tokens, r[0], r[1], starts, lower)]
    people, reach = gather(tokens, found, starts)
    anchor = anchor_day(text, blocks, head.fields.get("Published") or source.published)
    title = head.fields.get("Title") or next((text[b.start : b.end] for b in blocks if b.kind == TITLE), "")
    lead = " ".join(text[b.start : b.end] for b, _ in body[:1])[:600]
    met = _met(people.all, [r for _, r in body])
    house = met[0].country if met else None
    speakers = Speakers(tokens, people, met, house)
    parser = Parser(tokens, found, reach, opened)
    quotes: list[FoundQuote] = []
    for group in sents:
        previous = False
        for sentence in group:
            clauses = parser.clauses(sentence)
            here = _quotes(tokens, sentence, clauses, speakers, opened)
            if not here and previous and _continues(tokens, sentence):
                last = sentence.last
                while tokens.words[last - 1] in ".!?":
                    last -= 1
                start, end = tokens.starts[sentence.first], tokens.ends[last - 1]
                here = [FoundQuote(start, end, text[start:end], speakers.last, "indirect", "")]
            quotes += here
            previous = bool(here)
    first, until = meeting_day(text, blocks, anchor)
    place = next((p for _, r in body if (p := place_of(tokens, *r))), None)
    officials = tuple(
        FoundOfficial(p.name, p.office, p.country, tuple(f for f in p.forms if f != p.name)) for p in met
    )
    meeting = FoundMeeting(title or "Untitled", first, until, place, kind_of(title, lead), officials)
    return Reading(meeting, tuple(quotes), "en")


def _met(everyone: list[Person], body: list[tuple[int, int]]) -> list[Person]:
    if not body:
        return []
    limit = body[min(len(body), 2) - 1][1]
    return [p for p in everyone if p.first < limit] or everyone


def _continues(tokens: Tokens, sentence: Sentence) -> bool:
    low = tokens.low[sentence.first : sentence.last]
    if {"should", "must"} & set(low):
        return True
    pairs = set(itertools.pairwise(low))
    return bool({("has", "been"), ("have", "been")} & pairs) or low[0] == "this"


def _quotes(
    tokens: Tokens,
    sentence: Sentence,
    clauses: list[Clause],
    speakers: Speakers,
    opened: dict[int, Quotation],
) -> list[FoundQuote]:
    found: list[FoundQuote] = []
    if not clauses:
        quotation = opened.get(sentence.first)
        if quotation and quotation.last >= sentence.last - 1:
            return [_direct(tokens, quotation, speakers.last, "")]
        return []
    names: list[str | None] = []
    pending: list[int] = []
    for number, clause in enumerate(clauses):
        if not clause.subject and number == 0 and clause.left == sentence.first and not clause.passive:
            names.append(None)
            pending.append(number)
            continue
        name = speakers.resolve(clause.subject) if clause.subject or not clause.passive else "both sides"
        names.append(name)
        for waiting in pending:
            names[waiting] = name
        pending = []
    for clause, name in zip(clauses, names, strict=True):
        cue = tokens.slice(*clause.cue)
        first, last = clause.content
        quotation = opened.get(first)
        if quotation and quotation.last >= last:
            found.append(_direct(tokens, quotation, name, cue))
            continue
        start, end = tokens.starts[first], tokens.ends[last - 1]
        kind: QuoteKind = "mixed" if any(i in opened for i in range(first, last)) else "indirect"
        found.append(FoundQuote(start, end, tokens.text[start:end], name, kind, cue))
    return found


def _direct(tokens: Tokens, quotation: Quotation, speaker: str | None, cue: str) -> FoundQuote:
    start, end = quotation.start, quotation.end
    text = tokens.text
    while end > start and (text[end - 1] in "," or text[end - 1].isspace()):
        end -= 1
    return FoundQuote(start, end, text[start:end], speaker, "direct", cue)
