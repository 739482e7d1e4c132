"""The palette: every command with its key; those impossible now are found too, and say why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from .commands.registry import ALL, command
from .keys import written_key
from .screens.browser import Browser


class Offer(NamedTuple):
    """A line of the palette: ``about`` is the command's help, or why it cannot be done now."""

    title: str
    key: str
    about: str
    possible: bool
    run: Callable[[], object]


class Commands(Provider):
    """Offers the registry and the saved filters to Textual's palette; on other screens, what their keys do."""

    def _offers(self) -> Iterator[Offer]:
        if not isinstance(self.screen, Browser):
            yield from self._keys_here()
            return
        now = self.screen.situation()
        for kind in sorted(ALL, key=lambda kind: kind.group == "Moving"):
            why = command(kind.id).why_not(now)
            about = f"Not now: {why}" if why else f"{kind.help()}  ({kind.id})"
            run = partial(self.screen.action_command, kind.id)
            yield Offer(kind.title, written_key(self.screen, kind.id), about, not why, run)
        for number, (name, query) in enumerate(self.screen.memory.filters, start=1):
            key = str(number) if number < 10 else ""
            yield Offer(f"Filter: {name}", key, query, True, partial(self.screen.call_filter, number))

    def _keys_here(self) -> Iterator[Offer]:
        """Offer what the keys do that the screen itself has."""
        seen = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.node is self.screen and binding.id and binding.action not in seen:
                seen.add(binding.action)
                run = partial(self.screen.run_action, binding.action)
                key = self.app.get_key_display(binding)
                yield Offer(binding.description, key, binding.tooltip, active.enabled, run)

    async def discover(self) -> Hits:
        """Offer what is possible."""
        for offer in self._offers():
            if offer.possible:
                shown = Content.assemble(offer.title, "  ", (offer.key, "$accent"))
                yield DiscoveryHit(shown, offer.run, offer.title, offer.about)

    async def search(self, query: str) -> Hits:
        """Offer what fits the words, the impossible last."""
        matcher = self.matcher(query)
        for offer in self._offers():
            if (score := matcher.match(offer.title)) > 0:
                shown = matcher.highlight(offer.title) + Content.assemble("  ", (offer.key, "$accent"))
                yield Hit(score if offer.possible else score / 10, shown, offer.run, offer.title, offer.about)
