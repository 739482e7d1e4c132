"""The stages one after the other: from a source to its Reading."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from store.model import FoundMeeting, FoundOfficial, FoundQuote, MeetingKind, Reading, Source
from store.reading.announced import announced
from store.reading.attributing import Attributor, Told
from store.reading.clauses import Parser
from store.reading.countries import beside, countries_in, give_countries, sole_country, weighed
from store.reading.entities import decoded
from store.reading.gazetteer import capitals
from store.reading.header import header
from store.reading.house import give_offices, house_of, named_in
from store.reading.incumbents import name_incumbents
from store.reading.kinds import is_gathering, is_meeting_of_many, kind_of
from store.reading.language import language_of, name_of
from store.reading.layout import TITLE, layout, lines
from store.reading.meeting import anchor_day, meeting_day
from store.reading.opposite import Opposite
from store.reading.page import Page, page
from store.reading.persons import People, Person, gather
from store.reading.phrase import CITY, COUNTRY, GROUP, MAYBE, PERSON, Phrase
from store.reading.phrases import Reader
from store.reading.places import in_person, place_of
from store.reading.repeated import without_repeats
from store.reading.speakers import Speakers
from store.reading.speech import speech
from store.reading.subjects import Subjects
from store.reading.taking_part import who_met
from store.reading.tokens import where
from store.reading.topics import tags_of, topics
from store.reading.turns import turns

NO_MEETING = "No meeting was found in this text."
NO_QUOTES = "No statement was found in this text."
_PERHAPS = (MAYBE, COUNTRY, CITY)  # kinds of phrases that turn out to be persons
_PHONE = frozenset({"phone", "telephone", "call", "called", "video", "virtual"})
_UNTITLED = "Untitled"
_LEADING = 4  # the first sentences, one of which tells what kind of meeting it was
_TOLD_FIRST = 2  # sentences in which a release names its own official
_TWO = 2  # who a meeting is between, unless its lead names more
_NO_PLACE = ("call", "message")  # kinds of meetings that are nowhere


class _Cast(NamedTuple):
    """Who occurs in a text: the phrases of its paragraphs, the persons they mean, and subjects to be found."""

    found: list[Phrase]
    people: People
    subjects: Subjects


def read_source(source: Source, extra_topics: str = "") -> Reading:
    """Read a source; see `store.reading.read`."""
    head = header(source.text)
    title = head.fields.get("Title") or source.title
    language = language_of(source.text[head.end :])
    if language not in (None, "en"):
        return _unread(source.text, head.end, title, language)
    seen = page(source.text, head.end)
    title = title or seen.title()
    cast = _cast(seen)
    parser = Parser(seen.tokens, cast.subjects, seen.opened)
    told: list[Told] = [(sentence, *parser.clauses(sentence)) for sentence in seen.told]
    kind = kind_of(title or "", *seen.first_sentences(_LEADING))
    if kind == "call" and _PHONE.isdisjoint(seen.lead().lower().split()) and in_person(seen):
        kind = "talks"  # *Putin spoke with X* at *The Kremlin, Moscow*
    house = house_of(
        source.text[head.end :],
        head.fields.get("Publisher") or source.publisher,
        head.fields.get("URL") or source.url,
    )
    anchor = anchor_day(source.text, seen.blocks, head.fields.get("Published") or source.published)
    lead = seen.told[:_TOLD_FIRST][-1].last if seen.told else 0
    name_incumbents(seen.tokens, cast.people, [p for p in cast.found if p.first < lead], house, anchor)
    met = _met(seen, cast, told, kind)
    give_offices(seen.tokens, cast.people, met, cast.found, house)
    place = (None, True) if kind in _NO_PLACE else place_of(seen, cast.people.of)
    host = next(iter(countries_in(place[0] or "")), None) if kind else None
    named = weighed(seen.tokens, cast.found)
    give_countries(
        cast.people,
        met,
        house,
        countries_in(title or ""),
        named,
        beside(seen, cast.people, cast.found, house),
        host,
        Opposite(seen.tokens, cast.people, seen.told, cast.found, met),
        visit=host == place[0],
        sole=None if house else sole_country(named, seen.around()),
    )
    quotes = _quotes(
        seen,
        cast,
        told,
        met,
        house or named_in(source.text[head.end :], {person.country for person in met}),
        many=_many(seen, cast, met, kind),
        call=kind == "call",
    )
    organised = {person.country for person in met if person.country not in capitals()}
    if kind is None and len({person.country for person in met} - organised) < 2:
        met = []  # news of one country's politics: whoever speaks in it only speaks
    meeting = _meeting(seen, title, anchor, kind, met, place)
    quoted = {quote.speaker for quote in quotes} - {person.name for person in met}
    speaking = (_official(person) for person in cast.people.all if person.name in quoted)
    return Reading(
        FoundMeeting(**meeting, speakers=tuple(speaking)),
        _tagged(seen, quotes, extra_topics),
        language,
        _remarks(meeting["kind"], met, quotes),
    )


def _unread(text: str, start: int, title: str | None, language: str) -> Reading:
    """Return the reading of a text in another language: its title, and why there is no more."""
    titles = map(decoded, lines(text, layout(text, start), TITLE))
    remark = f"This text is in {name_of(language)}, which the reader does not read; nothing was sought in it."
    return Reading(FoundMeeting(title or next(titles, _UNTITLED)), language=language, remarks=(remark,))


def _many(seen: Page, cast: _Cast, met: list[Person], kind: MeetingKind | None) -> bool:
    """Tell whether more than two sides met: a summit, a forum, *the ministers of X, Y and Z*."""
    alone = len(met) < 2 and is_meeting_of_many(seen.lead())
    if alone or is_gathering(seen.lead()) or (kind == "summit" and len(met) != 2):
        return True
    last = seen.told[0].last if seen.told else 0
    lead = [phrase for phrase in cast.found if phrase.first < last]
    if kind == "summit" and any(phrase.kind == GROUP for phrase in lead):
        return True
    plural = next((phrase.first for phrase in lead if phrase.kind == GROUP), last)
    return (
        len({phrase.country for phrase in lead if phrase.first >= plural and phrase.kind in (GROUP, COUNTRY)})
        > 2
    )


def _cast(seen: Page) -> _Cast:
    tokens = seen.tokens
    around = [*seen.titles, *seen.captions]
    starts = frozenset(chain((sentence.first for sentence in seen.told), (part.first for part in around)))
    written = Counter(tokens.words)
    reader = Reader(tokens, starts, written)
    found = [phrase for first, last in seen.ranges for phrase in reader.phrases(first, last)]
    rest = [phrase for part in around for phrase in reader.phrases(part.first, part.last, title=True)]
    signed = [phrase for part in seen.signed for phrase in reader.phrases(part.first, part.last)]
    people, reach = gather(tokens, written, found, rest, signed)
    for phrase in found:
        if phrase.kind in _PERHAPS and phrase.first in people.of:
            phrase.kind = PERSON
    return _Cast(found, people, Subjects(tokens, found, reach))


def _met(seen: Page, cast: _Cast, told: list[Told], kind: MeetingKind | None) -> list[Person]:
    titles = [(part.first, part.last) for part in seen.titles]
    return who_met(seen.tokens, cast.people, [one[:2] for one in told], titles, kind)


def _quotes(
    seen: Page, cast: _Cast, told: list[Told], met: list[Person], house: str | None, *, many: bool, call: bool
) -> list[FoundQuote]:
    between = [person for person in met if not person.attending]
    if len(between) < 2:
        between = met
    lead = seen.told[0].last if seen.told else 0
    speakers = Speakers(
        seen.tokens,
        cast.people,
        between,
        house or (between[0].country if between else None),  # a release names its own official first
        many=many,
        call=call,
        several=len(_leading(seen, cast, lead) & set(map(id, between))) > _TWO,
        quoted=seen.opened.values(),
    )
    items = frozenset(number for number, part in enumerate(seen.body) if part.block.item)
    first = cast.subjects.first
    titles = [(part.first, part.last) for part in seen.titles]
    spoken = (
        turns(seen.tokens, seen.ranges, first)
        or announced(seen.tokens, seen.ranges, first, seen.opened, items)
        or speech(seen.tokens, titles, seen.ranges, cast.people, seen.opened)
    )
    attributor = Attributor(seen.tokens, speakers, seen.opened, cast.subjects, items, spoken, seen.ranges)
    for one in told:
        attributor.read(one)
    quotes = [quote for quote in attributor.quotes if any(map(str.isalnum, quote.text))]
    return without_repeats(seen.tokens.text, seen.blocks[0].start if seen.blocks else 0, quotes)


def _leading(seen: Page, cast: _Cast, lead: int) -> set[int]:
    """Return the persons (by identity) that the first sentence or a title names."""
    spans = [(0, lead), *((part.first, part.last) for part in seen.titles)]
    firsts = sorted(cast.people.of)
    inside = (firsts[bisect_left(firsts, first) : bisect_left(firsts, last)] for first, last in spans)
    return {id(cast.people.of[at]) for at in chain.from_iterable(inside)}


def _meeting(
    seen: Page,
    title: str | None,
    anchor: str | None,
    kind: MeetingKind | None,
    met: list[Person],
    where_met: tuple[str | None, bool],
) -> dict[str, Any]:
    date, until, guessed = meeting_day(seen.tokens, seen.told, [part.block for part in seen.titles], anchor)
    place, sure = where_met
    doubts = {"date": guessed, "place": not sure, "kind": kind is None and bool(met)}
    return {
        "title": title or " – ".join(person.name for person in met[:2]) or _UNTITLED,
        "date": date,
        "end_date": until,
        "place": place,
        "kind": kind,
        "officials": tuple(map(_official, met)),
        "unsure": tuple(name for name, doubt in doubts.items() if doubt),
    }


def _tagged(seen: Page, quotes: list[FoundQuote], extra: str) -> tuple[FoundQuote, ...]:
    known, tokens = topics(extra), seen.tokens
    places = where(tokens.low, known)
    starts = [tokens.starts[at] for at in places]
    tagged: list[FoundQuote] = []
    for quote in quotes:
        inside = places[bisect_left(starts, quote.start) : bisect_left(starts, quote.end)]
        tags = tags_of(tokens, inside, quote.end, known) if inside else ()
        tagged.append(replace(quote, tags=tags) if tags else quote)
    return tuple(tagged)


def _remarks(kind: MeetingKind | None, met: list[Person], quotes: list[FoundQuote]) -> tuple[str, ...]:
    found = {NO_MEETING: kind is not None or len(met) > 1, NO_QUOTES: bool(quotes)}
    return tuple(remark for remark, there in found.items() if not there)


def _official(person: Person) -> FoundOfficial:
    aliases = tuple(form for form in person.forms if form != person.name)
    return FoundOfficial(person.name, person.office, person.country, aliases)
