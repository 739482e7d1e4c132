"""Fixed phrases that recur across meetings and speakers, found without a list: who says them, how often, since when.

A formula is a run of four words or more that recurs in three meetings or more (`store.insight.recurring`). Two
wordings are variants of one formula when they have the same content words in the same order, whatever the function
words, inflection and hyphens; or when they have five content words or more and differ in one of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.insight.corpus import Corpus
from store.insight.evidence import STRIDE, Progress, quiet
from store.insight.recurring import Run, recurring_runs
from store.insight.words import content_stems
from store.model import Meeting, Quote
from store.wording import counted

LEAST_MEETINGS = 3
LEAST_QUOTES = 20
"""Quotes below which a library is too small to speak of formulas without a warning."""
FOLDED_FROM = 5
"""Content words from which wordings that differ in one of them are variants of one another."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """How one speaker uses a formula: number of quotes, first and last day (``None``: no dated meeting)."""

    speaker: str | None
    quotes: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording of a formula and in how many quotes it stands."""

    text: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A fixed phrase. ``text`` is its most frequent wording; ``quotes`` are ids, oldest first, undated ones last."""

    text: str
    meetings: int
    quotes: tuple[str, ...]
    usages: tuple[Usage, ...]
    variants: tuple[Variant, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Formulas:
    """What was found, most widespread first, in how many quotes and meetings; ``remark`` when there is too little."""

    found: tuple[Formula, ...]
    quotes: int
    meetings: int
    remark: str | None = None


@dataclass(slots=True)
class _Family:
    """Runs that are variants of one another, while they are collected."""

    runs: list[Run] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(len(run.places) for run in self.runs)


def _key(text: str) -> Key:
    return tuple(part for stem in content_stems(text) for part in stem.split("-"))


def _families(corpus: Corpus, runs: Iterable[Run]) -> dict[Key, _Family]:
    families: dict[Key, _Family] = defaultdict(_Family)
    for run in runs:
        families[_key(corpus.text(run.places[0], run.length))].runs.append(run)
    return families


def _fold_near(families: dict[Key, _Family]) -> list[_Family]:
    """Join families whose keys differ in one word; the larger takes the smaller in, and no chains are made.

    Two keys that differ in one word become equal when that word is left out of both, so those shortened keys are
    looked up instead of comparing each with each.
    """
    heads: dict[Key, _Family] = {}
    result: list[_Family] = []
    for key, family in sorted(families.items(), key=lambda item: (-item[1].size, item[0])):
        if len(key) < FOLDED_FROM:
            result.append(family)
            continue
        forms = [key, *(key[:i] + key[i + 1 :] for i in range(len(key)))]
        head = next((heads[form] for form in forms if form in heads), None)
        if head is not None:
            head.runs.extend(family.runs)
            continue
        result.append(family)
        for form in forms:
            heads.setdefault(form, family)
    return result


def _quotes_of(corpus: Corpus, places: Iterable[int]) -> list[int]:
    """Return the ranks of the quotes that hold these places (ascending), each once."""
    starts = corpus.quote_starts
    ranks: list[int] = []
    quote = -1
    for place in places:
        if not ranks or place >= starts[quote + 1]:
            quote = bisect_right(starts, place) - 1
            ranks.append(quote)
    return ranks


def _when(day: str | None) -> tuple[bool, str]:
    return day is None, day or ""


def _usages(corpus: Corpus, quotes: Sequence[int]) -> tuple[Usage, ...]:
    """Return who says it, most frequent first; ``quotes`` are in order of date."""
    by_speaker: dict[int, list[int]] = defaultdict(list)
    for quote in quotes:
        by_speaker[corpus.quote_speaker[quote]].append(quote)
    usages = []
    for speaker, spoken in by_speaker.items():
        days = [day for day in map(corpus.date, spoken) if day]
        first, last = (days[0], days[-1]) if days else (None, None)
        usages.append(Usage(corpus.speakers[speaker], len(spoken), first, last))
    return tuple(sorted(usages, key=lambda usage: (-usage.quotes, usage.speaker or "")))


def _wordings(corpus: Corpus, family: _Family) -> Counter[str]:
    """Count how often each wording stands, telling wordings apart by their words' numbers before spelling them."""
    result = Counter[str]()
    for run in family.runs:
        forms = Counter(corpus.words[place : place + run.length].tobytes() for place in run.places)
        seen: dict[bytes, int] = {}
        for place in run.places:
            seen.setdefault(corpus.words[place : place + run.length].tobytes(), place)
            if len(seen) == len(forms):
                break
        for form, count in forms.items():
            result[corpus.text(seen[form], run.length)] += count
    return result


def _formula(corpus: Corpus, family: _Family) -> Formula:
    wordings = _wordings(corpus, family)
    places = sorted({place for run in family.runs for place in run.places})
    quotes = _quotes_of(corpus, places)
    quotes.sort(key=lambda quote: (_when(corpus.date(quote)), quote))
    days = [day for day in map(corpus.date, quotes) if day]
    ranked = sorted(wordings.items(), key=lambda item: (-item[1], item[0]))
    return Formula(
        text=ranked[0][0],
        meetings=len({corpus.quote_meeting[quote] for quote in quotes}),
        quotes=tuple(map(corpus.quote_id, quotes)),
        usages=_usages(corpus, quotes),
        variants=tuple(Variant(text, count) for text, count in ranked),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def formulas(
    heard: Iterable[tuple[Meeting, Sequence[Quote]]],
    *,
    least: int = LEAST_MEETINGS,
    limit: int | None = None,
    progress: Progress = quiet,
) -> Formulas:
    """Return the phrases that recur in ``least`` meetings or more, those heard in most meetings first.

    ``heard`` is gone through once. Memory is bounded by about 20 bytes a word, whatever recurs. ``limit`` keeps only
    the most widespread, which saves the time to describe the others.
    """
    corpus = Corpus(heard)
    families = _fold_near(_families(corpus, recurring_runs(corpus, least, progress)))
    families.sort(key=lambda family: -family.size)
    described = []
    chosen = families[: 2 * limit if limit else None]
    for done, family in enumerate(chosen):
        if done % STRIDE == 0:
            progress(done, len(chosen))
        described.append(_formula(corpus, family))
    described.sort(key=lambda formula: (-formula.meetings, -len(formula.text.split()), formula.text))
    remark = None
    if corpus.quotes < LEAST_QUOTES:
        found = "Only " * bool(corpus.quotes) + counted(corpus.quotes, "quote")
        remark = f"{found[0].upper()}{found[1:]}: too few to tell a formula from chance."
    return Formulas(tuple(described[:limit]), corpus.quotes, len(corpus.meeting_ids), remark)
