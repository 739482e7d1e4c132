"""What a person may choose for an export, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

GroupName = Literal["meeting", "official", "topic", "date"]
GROUPS: tuple[GroupName, ...] = get_args(GroupName)


@dataclass(frozen=True, slots=True)
class Options:
    """The choices; a format ignores those that mean nothing to it.

    ``exported`` is the day of the export (ISO) and ``query`` the filter it came from: both are only told, in the
    front matter. ``template`` is the text of a template, see `store.export.templates`.
    """

    title: str = "Quotes"
    group: GroupName = "meeting"
    front_matter: bool = False
    query: str = ""
    exported: str | None = None
    template: str | None = None
