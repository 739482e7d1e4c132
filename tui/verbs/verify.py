"""``diplo-tui verify``: re-check every quote of an export against its source."""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import DiploError, ExportError
from store.export import FORMATS
from store.export.claims import claims
from store.export.verify import Verdict, verify
from store.harmless import one_line
from store.wording import counted
from tui.output import put, put_json, say
from tui.verbs.common import json_argument, library

if TYPE_CHECKING:
    from store.library import Library

PROOFS = (
    f"Exports as {', '.join(form.name for form in FORMATS.values() if form.proves)} can be verified; "
    f"{' and '.join(form.name for form in FORMATS.values() if not form.proves)} hold no places to check."
)
_LARGEST = 200_000_000  # bytes of an exported file
_SHOWN = 60  # characters of a quote


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    command.epilog = (
        "It proves the words of a quote and their place in the source, not the names written around them. "
        + PROOFS
    )
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="Markdown, CSV, JSON or HTML made by export"
    )
    command.add_argument(
        "--source",
        action="append",
        metavar="SOURCE",
        help="check against this file or URL, not against the library",
    )
    json_argument(command)


def run(options: argparse.Namespace) -> int:
    """Print a verdict a quote; return 0 if every quote of every file is verified, and each file has one."""
    if options.source:
        return _check(options, *_given(options.source))
    with library(options.folder) as shelf:
        return _check(options, _library_texts(shelf), [])


def _check(options: argparse.Namespace, text_of: Callable[[str], str | None], others: list[str]) -> int:
    outcomes: Counter[str] = Counter()
    failed = False
    for path in options.files:
        try:
            verdicts = _verdicts(path, text_of, others)
        except ExportError as error:
            say(str(error))
            failed = True
            continue
        if not verdicts:
            say(f"{path} holds no quote that could be checked. {PROOFS}")
            failed = True
        for verdict in verdicts:
            outcomes[verdict.outcome] += 1
            _report(path, verdict, as_json=options.json)
    say(summed(outcomes.elements()))
    return int(failed or outcomes.total() != outcomes["verified"])


def _verdicts(path: Path, text_of: Callable[[str], str | None], others: list[str]) -> list[Verdict]:
    return [verify(claim, text_of, others) for claim in claims(str(path), _content(path))]


def verdicts_of(shelf: Library, path: Path) -> list[Verdict]:
    """Check each quote of a file against a library. Raises `ExportError`."""
    return _verdicts(path, _library_texts(shelf), [])


def summed(outcomes: Iterable[str]) -> str:
    """Say how many quotes have which outcome."""
    counts = Counter(outcomes)
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items(), reverse=True))
    return f"{counted(counts.total(), 'quote')}: {told}" if told else "nothing was checked"


def _report(path: Path, verdict: Verdict, *, as_json: bool) -> None:
    claim, place = verdict.claim, verdict.claim.place
    if as_json:
        put_json(
            {
                "path": str(path),
                "line": claim.line,
                "id": claim.id or None,
                "outcome": verdict.outcome,
                "reason": verdict.reason or None,
                "difference": verdict.difference or None,
                "start": place.start if place else None,
                "end": place.end if place else None,
                "sha256": place.sha256 if place else None,
            }
        )
        return
    words = one_line(claim.texts[0] if claim.texts else "")
    shown = words[:_SHOWN] + ("…" if words[_SHOWN:] else "")
    put(f"{verdict.outcome:<8}  {one_line(str(path))}:{claim.line}  {claim.id:<6}  {shown}")
    for remark in filter(None, (verdict.reason, verdict.difference)):
        put(f"          {one_line(remark)}")


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # to open a pipe may wait for ever
            raise ExportError(f"{path} is not a file.")
        if path.stat().st_size > _LARGEST:
            raise ExportError(f"{path} is larger than {_LARGEST // 1_000_000} MB.")
        return path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path} cannot be read: {error.strerror or error}.") from error


def _library_texts(shelf: Library) -> Callable[[str], str | None]:
    """Return a look-up of texts by hash in the library; a beginning of a hash will do."""
    known = sorted((label.sha256, label.id) for meeting in shelf.meetings() for label in meeting.sources)

    @lru_cache(maxsize=32)
    def text_of(digest: str) -> str | None:
        at = bisect_left(known, (digest, 0))
        found = at < len(known) and known[at][0].startswith(digest)
        return shelf.source(known[at][1]).text if found else None

    return text_of


def _given(wheres: list[str]) -> tuple[Callable[[str], str | None], list[str]]:
    """Return a look-up in the sources named, and their texts. Raises `ExportError` where none could be read."""
    texts = dict(_loaded(wheres))
    if not texts:
        raise ExportError("None of the sources could be read.")

    def text_of(digest: str) -> str | None:
        return next((text for full, text in texts.items() if full.startswith(digest)), None)

    return text_of, list(texts.values())


def _loaded(wheres: list[str]) -> Iterator[tuple[str, str]]:
    from store.sources import load

    for where in wheres:
        try:
            source = load(where)
        except DiploError as error:
            say(str(error))
        else:
            yield source.sha256, source.text
