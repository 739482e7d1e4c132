"""The stages one after the other: from a source to its Reading."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain

from store.model import FoundMeeting, FoundOfficial, Reading, Source
from store.reading.attributing import Attributor, Told
from store.reading.clauses import Parser
from store.reading.gazetteer import known
from store.reading.header import header
from store.reading.house import give_countries, give_offices, house_of
from store.reading.kinds import kind_of
from store.reading.layout import BOILERPLATE, CAPTION, DATE, HEADING, PARAGRAPH, TITLE, Block, layout
from store.reading.meeting import anchor_day, meeting_day
from store.reading.persons import Person, gather
from store.reading.phrases import MAYBE, PERSON, Reader
from store.reading.places import dateline, from_date_line, place_titled, place_told
from store.reading.quotation import quotations
from store.reading.sentences import sentences
from store.reading.speakers import Speakers
from store.reading.subjects import Subjects
from store.reading.taking_part import who_met
from store.reading.tokens import Tokens, tokenise
from store.reading.turns import turns

_MANY = frozenset({"leaders", "ministers", "heads", "members"})
_GATHERED = frozenset(
    {"forum", "summit", "conference", "g7", "g20", "brics", "quad", "council", "communiqué", "communique"}
)
_LINE = 40  # characters of a line that can be a city alone


def read_source(source: Source) -> Reading:
    """Read a source; see `store.reading.read`."""
    text = source.text
    head = header(text)
    blocks = layout(text, head.end)
    tokens = tokenise(text, head.end)
    body = [(block, *_tokens_of(tokens, block)) for block in blocks if block.kind == PARAGRAPH]
    rest = [(block, *_tokens_of(tokens, block)) for block in blocks if block.kind in (TITLE, CAPTION)]
    datelines = [dateline(tokens, first, last) for _, first, last in body[:3]]
    ranges = [(first, last) for _, first, last in body]
    for number, line in enumerate(datelines):
        ranges[number] = (line.begin, ranges[number][1])
    opened = {found.first: found for found in quotations(tokens, ranges)}
    cut = [s for n, (first, last) in enumerate(ranges) for s in sentences(tokens, first, last, n, opened)]
    starts = frozenset(chain((s.first for s in cut), (first for _, first, _ in rest)))
    reader = Reader(tokens, starts, frozenset(word for word in tokens.words if word[0].islower()))
    found = [phrase for first, last in ranges for phrase in reader.phrases(first, last)]
    others = [phrase for _, first, last in rest for phrase in reader.phrases(first, last, title=True)]
    signed = [
        phrase
        for block in blocks
        if block.kind in (BOILERPLATE, HEADING) and "Rt Hon" in text[block.start : block.end]
        for phrase in reader.phrases(*_tokens_of(tokens, block))
    ]
    people, reach = gather(tokens, found, others, signed)
    found = [p._replace(kind=PERSON) if p.kind == MAYBE and p.first in people.of else p for p in found]
    subjects = Subjects(tokens, found, reach)
    parser = Parser(tokens, subjects, opened)
    told: list[Told] = [(sentence, *parser.clauses(sentence)) for sentence in cut]

    titles = [(block, first, last) for block, first, last in rest if block.kind == TITLE]
    title = (
        head.fields.get("Title") or source.title or next((_line(text, block) for block, _, _ in titles), "")
    )
    lead = tokens.slice(*cut[0][:2]) if cut else ""
    kind = kind_of(title, lead)
    met = who_met(
        tokens, people, [t[:2] for t in told], [(a, b) for _, a, b in titles], summit=kind == "summit"
    )
    house = house_of(
        text[head.end :],
        head.fields.get("Publisher") or source.publisher,
        head.fields.get("URL") or source.url,
    )
    give_offices(tokens, people, met, found, house)
    give_countries(people, met, house, [phrase.country for phrase in found if phrase.country])
    many = kind == "summit" or bool(
        _MANY & set(lead.lower().split()) and _GATHERED & set(lead.lower().split())
    )
    speakers = Speakers(tokens, people, met, house, many=many, quoted=opened.values())
    items = frozenset(number for number, (block, _, _) in enumerate(body) if block.item)
    attributor = Attributor(tokens, speakers, opened, subjects, items, turns(tokens, ranges, subjects.first))
    for one in told:
        attributor.read(one)

    anchor = anchor_day(text, blocks, head.fields.get("Published") or source.published)
    date, until, dated_by_release = meeting_day(tokens, cut, [block for block, _, _ in titles], anchor)
    place = None
    if kind not in ("call", "message"):
        lines = [text[block.start : block.end] for block in blocks if block.kind == DATE]
        tail = [city for block in blocks[-3:] if (city := _city(text, block))]
        candidates = (
            next((place for line in lines if (place := from_date_line(line))), None),
            place_told(tokens, cut),
            next((line.place for line in datelines if line.place), None),
            next((place for _, first, last in titles if (place := place_titled(tokens, first, last))), None),
            next(iter(tail), None),
        )
        place = next(filter(None, candidates), None)
    quoted = {quote.speaker for quote in attributor.quotes}
    present = {id(person) for person in met}
    speaking = [person for person in people.all if id(person) not in present and person.name in quoted]
    meeting = FoundMeeting(
        title or "Untitled",
        date,
        until,
        place,
        kind,
        tuple(map(_official, met)),
        tuple(map(_official, speaking)),
        unsure=("date",) if dated_by_release else (),
    )
    return Reading(meeting, tuple(attributor.quotes), "en")


def _tokens_of(tokens: Tokens, block: Block) -> tuple[int, int]:
    return bisect_left(tokens.starts, block.start + block.item), bisect_left(tokens.starts, block.end)


def _line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _city(text: str, block: Block) -> str | None:
    """Return the city that stands alone in a line, as under an Indian release."""
    line = text[block.start : block.end]
    if len(line) > _LINE:
        return None
    found = tokenise(line)
    match = known(found, 0) if found.words else None
    alone = match is not None and match.last == len(found.words) and match.place.kind in ("city", "capital")
    return line if alone else None


def _official(person: Person) -> FoundOfficial:
    aliases = tuple(form for form in person.forms if form != person.name)
    return FoundOfficial(person.name, person.office, person.country, aliases)
