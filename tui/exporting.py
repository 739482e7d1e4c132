"""How an export is made: what a person can turn in the dialog, as one value. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from store.export.options import GROUPS, GroupName
from store.export.templates import TEMPLATES
from store.wording import counted

CONTEXTS = (0, 15, 40)
"""Words on either side of a quote that can be shown."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What Markdown, pages and plain text can be made like. ``own`` is the template of the settings, if any.

    ``template`` names the one in force: ``own``, one of the built-in ones, or nothing for the usual layout.
    """

    group: GroupName = GROUPS[0]
    context: int = CONTEXTS[0]
    front_matter: bool = False
    template: str = ""
    own: str | None = None

    @property
    def template_text(self) -> str | None:
        """The text of the template in force."""
        return self.own if self.template == "own" else TEMPLATES.get(self.template)

    def told(self) -> Mapping[str, str]:
        """Say how everything is set, by the name of what can be turned."""
        return {
            "group": "no headings" if self.template else f"by {self.group}",
            "context": f"{counted(self.context, 'word')} around",
            "template": f"template {self.template}" if self.template else "no template",
            "front_matter": "front matter" if self.front_matter else "no front matter",
        }


def whole_meetings(meetings: int, quotes: int) -> str:
    """Say how much is written by a format that takes more than the quotes asked for."""
    return f"{counted(meetings, 'meeting')} with all that was said there, {counted(quotes, 'quote')}"


def turned(manner: Manner, what: str) -> Manner:
    """Turn one thing to its next value, round and round."""
    values: Mapping[str, Sequence[Any]] = {
        "group": GROUPS,
        "context": CONTEXTS,
        "template": ("", *(("own",) if manner.own else ()), *TEMPLATES),
        "front_matter": (False, True),
    }
    at = values[what].index(getattr(manner, what))
    return replace(manner, **{what: values[what][(at + 1) % len(values[what])]})
