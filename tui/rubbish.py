"""Looking through memory for rubbish, for which Python stops the program: seldom through all of it.

What is there once the app stands, and what is read of a large library, are some hundred thousand things that stay. To
go through them again and again held a key up for 20 to 130 ms at a time.
"""

from __future__ import annotations

import gc

YOUNG = 50_000
"""New things after which they are gone through all the same, where Python has 700."""
OLDER = 20
"""Times that this is done before what is somewhat older is gone through too, where Python has ten."""
SELDOM = 500
"""Times that what is somewhat older is gone through before all is, where Python has ten."""


def leave_aside() -> None:
    """Leave what is there now aside, and go seldom through what has grown old since."""
    gc.freeze()
    gc.set_threshold(YOUNG, OLDER, SELDOM)


def look_at_new() -> None:
    """Look at what is new, in a moment when no key is waited for: where one is, it then is not due."""
    gc.collect(1)


def look_at_all() -> None:
    """Look at everything again, when most of it is given up."""
    gc.unfreeze()
