"""A text in, a Reading out: the meeting it tells of and every statement it attributes. Pure: no clock, no files kept.

The stages, one module each: layout → tokens → sentences → names → cues → spans → speakers → meeting → topics.
"""

from __future__ import annotations
