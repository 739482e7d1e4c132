"""Keys are done one after the other, however fast they come.

Textual sends a key to the widget that has the focus and goes on with the next; what the first one does, it does
later. Typed fast or pasted, ``/ukraine`` would open the filter and do the commands *u* (undo), *k*, *r* … on top.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from textual.dom import DOMNode
from textual.events import Key
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

NO_KEY = "none_"
"""How the key begins that a command has until the settings give it one: no terminal sends such a key."""
PATIENCE = 1.0
"""Seconds after which the next key is done all the same: the program is never held up for good."""


async def rested(pump: MessagePump) -> None:
    """Wait until a widget has dealt with everything that was sent to it so far."""
    reached = asyncio.Event()
    if pump.is_running and pump.call_later(reached.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(reached.wait(), PATIENCE)


async def ready(screen: Screen[object], key: Key) -> bool:
    """Wait until a screen can take a key; tell whether it is one to be done at once, rather than to be sent.

    Letters are sent to the line they are typed in, and keys to screens that read them themselves.
    """
    if screen.focused is None:
        await rested(screen)
    focused = screen.focused
    if isinstance(focused, Input | TextArea):
        if focused.check_consume_key(key.key, key.character):
            return False
        await rested(focused)
        return True
    return not hasattr(type(screen), "on_key")


async def done(screen: Screen[object], focused: Widget | None) -> None:
    """Wait until what a key led to has reached its screen: in a line to type in, and in a card that it may close."""
    if not (screen.is_modal or isinstance(focused, Input | TextArea)):
        return
    nodes: list[DOMNode] = focused.ancestors_with_self if focused else [screen]
    for node in nodes[: nodes.index(screen) + 1] if screen in nodes else nodes[:1]:
        await rested(node)


def written_key(screen: Screen[Any], name: str) -> str:
    """Return how the first key of a binding is written, by its id; nothing where it has none."""
    live = (one.binding for one in screen.active_bindings.values())
    return next(
        (
            screen.app.get_key_display(one)
            for one in live
            if one.id == name and not one.key.startswith(NO_KEY)
        ),
        "",
    )
