"""Many sources into a library: read by several processes, stored in few steps, told as it goes.

The face is `add_all`; what it yields is in `store.importing.tasks`.
"""

from __future__ import annotations

from store.importing.adding import add_all
from store.importing.tasks import Outcome, Progress

__all__ = ["Outcome", "Progress", "add_all"]
