"""The palette: every command with its key; those impossible now are found too, and say why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from store.harmless import one_line

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
            call = partial(self.screen.call_filter, number)
            yield Offer(f"Filter: {one_line(name)}", key, one_line(query), True, call)

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
                yield DiscoveryHit(shown, offer.run, offer.title, _literal(offer.about))

    async def search(self, query: str) -> Hits:
        """Offer what fits the words, the impossible last."""
        matcher = self.matcher(query)
        for offer in self._offers():
            if (score := matcher.match(offer.title)) > 0:
                shown = _highlighted(matcher, offer.title) + Content.assemble("  ", (offer.key, "$accent"))
                score = score if offer.possible else score / 10
                yield Hit(score, shown, offer.run, offer.title, _literal(offer.about))


def _literal(text: str) -> str:
    """Keep brackets from being read as markup: Textual takes a string for such, and leaves ready content as it is."""
    return Content(text)  # type: ignore[return-value]


def _highlighted(matcher: Matcher, title: str) -> Content:
    """Mark what fits; Textual's own reads the title as markup."""
    shown = Content(title)
    for at in matcher.fuzzy_search.match(matcher.query, title)[1]:
        shown = shown.stylize(matcher.match_style, at, at + 1)
    return shown
