"""Looking through memory for rubbish, for which Python stops the program: seldom through all of it.

What is there once the app stands, and what is read of a large library, are some hundred thousand things that stay. To
go through them again and again held a key up for 20 to 130 ms at a time.
"""

from __future__ import annotations

import gc

YOUNG = 5_000
"""New things after which they are gone through, where Python has 700: a meeting of 1,000 quotes makes several."""
SELDOM = 500
"""Times that what is somewhat older is gone through before all is, where Python has ten."""


def leave_aside() -> None:
    """Leave what is there now aside, and go seldom through what has grown old since."""
    gc.freeze()
    _, older, _ = gc.get_threshold()
    gc.set_threshold(YOUNG, older, SELDOM)


def look_at_all() -> None:
    """Look at everything again, when most of it is given up."""
    gc.unfreeze()
