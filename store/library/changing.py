"""Corrections by a person, each of them one step that says what it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from store.keeping import changing, cutting, persons, telling
from store.library.looking import Looking
from store.model import Quote, Source
from store.outcomes import Step
from store.wording import counted

Value: TypeAlias = Any
"""What a field may be changed to: what the record's own field holds."""


class Changing(Looking):
    """Quotes, meetings and officials changed. Each method raises `LibraryError` for what cannot be."""

    def change_quotes(
        self,
        quote_ids: Iterable[str],
        *,
        what: str | None = None,
        new_officials: Iterable[str] = (),
        **known: Value,
    ) -> Step:
        """Change ``speaker``, ``kind``, ``cue``, ``start``, ``end``, ``status``, ``tags`` or ``note`` of quotes.

        A change of content makes them ``corrected`` unless ``status`` is given. ``what`` names the step, with which
        ``new_officials`` of these names are made.
        """
        quote_ids = list(quote_ids)
        with self._tables.step(what or self._told(quote_ids, known)):
            persons.make_officials(self._tables, new_officials)
            changing.change_quotes(self._tables, quote_ids, known)
        return self._last()

    def tag_quotes(
        self, quote_ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> Step:
        """Add tags to quotes and remove others, as one step."""
        quote_ids, add, remove = list(quote_ids), list(add), list(remove)
        tags = (*add, *map("-{}".format, remove))
        with self._tables.step(f"Tagged {_count(quote_ids, 'quote')} {', '.join(tags)}"):
            changing.tag_quotes(self._tables, quote_ids, add, remove)
        return self._last()

    def add_quote(self, quote: Quote, *, new_officials: Iterable[str] = ()) -> Step:
        """Store a quote that a person marked; its number, text and officials are found here.

        ``new_officials`` of these names are made with it.
        """
        with self._tables.step(f"Added a quote of {quote.speaker or 'an unknown speaker'}"):
            persons.make_officials(self._tables, new_officials)
            changing.add_quote(self._tables, quote)
        return self._last()

    def split_quote(self, quote_id: str, at: int) -> Step:
        """Make two quotes of one; the second begins at ``at``, an offset in the source."""
        with self._tables.step(f"Split {telling.called(self.quote(quote_id))}"):
            cutting.split_quote(self._tables, quote_id, at)
        return self._last()

    def join_quotes(self, quote_ids: Iterable[str]) -> Step:
        """Make one quote of several that a speaker says in one source."""
        quote_ids = list(quote_ids)
        with self._tables.step(f"Joined {_count(quote_ids, 'quote')}"):
            cutting.join_quotes(self._tables, quote_ids)
        return self._last()

    def delete_quotes(self, quote_ids: Iterable[str]) -> Step:
        """Delete quotes; their numbers are not given again."""
        quote_ids = list(quote_ids)
        one = quote_ids[0] if len(quote_ids) == 1 else ""
        what = telling.called(self.quote(one)) if one else _count(quote_ids, "quote")
        with self._tables.step(f"Deleted {what}"):
            changing.delete_quotes(self._tables, quote_ids)
        return self._last()

    def change_meeting(self, meeting_id: int, **known: Value) -> Step:
        """Change any field of a meeting but its id, sources and number of quotes."""
        with self._tables.step(telling.record_told(self.meeting(meeting_id), known)):
            changing.change_meeting(self._tables, meeting_id, known)
        return self._last()

    def delete_meetings(self, meeting_ids: Iterable[int]) -> Step:
        """Delete meetings with their quotes and sources; the officials stay."""
        ids = list(meeting_ids)
        title = self.meeting(ids[0]).title if len(ids) == 1 else counted(len(ids), "meeting")
        with self._tables.step(f"Deleted {title}"):
            changing.delete_meetings(self._tables, ids)
        return self._last()

    def join_meetings(self, keep: int, others: Iterable[int]) -> Step:
        """Make one meeting of several, under the id and title of ``keep``."""
        with self._tables.step(f"Joined into {self.meeting(keep).title}"):
            changing.join_meetings(self._tables, keep, others)
        return self._last()

    def renew_source(
        self,
        meeting_id: int,
        old: int,
        new: Source,
        places: Mapping[str, tuple[int, int] | None],
        *,
        now: str | None = None,
    ) -> Step:
        """Put a later version of a source beside the old one (`store.keeping.changing.renew_source`)."""
        if new.retrieved is None and now:
            new = replace(new, retrieved=now[:10])
        missing = sum(place is None for place in places.values())
        with self._tables.step(
            f"Renewed {self.meeting(meeting_id).title} ({_count(range(missing), 'quote')} missing)"
        ):
            changing.renew_source(self._tables, meeting_id, old, new, places)
        return self._last()

    def change_official(self, official_id: int, **known: Value) -> Step:
        """Change ``name``, ``country``, ``aliases`` or ``offices`` of an official."""
        with self._tables.step(telling.record_told(self.official(official_id), known)):
            persons.change_official(self._tables, official_id, known)
        return self._last()

    def merge_officials(self, keep: int, others: Iterable[int]) -> Step:
        """Make one person of several; quotes keep their own wording of the name."""
        others = list(others)
        names = ", ".join(self.official(one).name for one in others)
        with self._tables.step(f"Merged {names} into {self.official(keep).name}"):
            persons.merge_officials(self._tables, keep, others)
        return self._last()

    def tell_apart(self, one: int, other: int) -> Step:
        """Say once and for all that two officials are two persons, however alike their names are."""
        with self._tables.step(f"Told {self.official(one).name} and {self.official(other).name} apart"):
            persons.tell_apart(self._tables, one, other)
        return self._last()

    def split_official(self, official_id: int, alias: str) -> Step:
        """Make a person of their own of another spelling of an official."""
        with self._tables.step(f"Split {alias} from {self.official(official_id).name}"):
            persons.split_official(self._tables, official_id, alias)
        return self._last()

    def _told(self, quote_ids: Sequence[str], known: Mapping[str, Value]) -> str:
        if len(quote_ids) != 1:
            return telling.quotes_told(len(quote_ids), known)
        quote = self.quote(quote_ids[0])
        return telling.quote_told(quote, known, self.source(quote.source).text)


def _count(things: Sequence[object], name: str) -> str:
    return f"1 {name}" if len(things) == 1 else f"{len(things)} {name}s"
