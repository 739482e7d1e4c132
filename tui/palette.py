"""The palette: every command with its key; those impossible now are found too, and say why."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from .commands.registry import ALL, command
from .screens.browser import Browser


class Commands(Provider):
    """Offers the registry to Textual's palette."""

    def _all(self, *, possible: bool) -> list[tuple[str, str, str]]:
        """Return id, title and help of the commands that are possible now, or of the others."""
        if not isinstance(self.screen, Browser):
            return []
        now = self.screen.situation()
        listed = []
        for kind in sorted(ALL, key=lambda kind: kind.group == "Moving"):
            why = command(kind.id).why_not(now)
            if bool(why) != possible:
                listed.append((kind.id, kind.title, f"Not now: {why}" if why else kind.help()))
        return listed

    def _key(self, name: str) -> str:
        keys = [one.binding for one in self.screen.active_bindings.values() if one.binding.id == name]
        return self.app.get_key_display(keys[0]) if keys else ""

    async def discover(self) -> Hits:
        """Offer what is possible."""
        for name, title, about in self._all(possible=True):
            shown = Content.assemble(title, "  ", (self._key(name), "$accent"))
            yield DiscoveryHit(shown, partial(self.screen.action_command, name), title, about)  # type: ignore[attr-defined]

    async def search(self, query: str) -> Hits:
        """Offer what fits the words, the impossible last."""
        matcher = self.matcher(query)
        for possible in (True, False):
            for name, title, about in self._all(possible=possible):
                if (score := matcher.match(title)) > 0:
                    shown = matcher.highlight(title) + Content.assemble("  ", (self._key(name), "$accent"))
                    run = partial(self.screen.action_command, name)  # type: ignore[attr-defined]
                    yield Hit(score if possible else score / 10, shown, run, title, about)
