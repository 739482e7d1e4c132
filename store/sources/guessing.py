"""Which encoding a text was written in, when nothing says so and it is not UTF-8.

charset-normalizer judges how well each of the common encodings fits; its one weakness is corrected here. To it,
Western and Central European texts look alike, because the two encodings differ in a dozen letters only, and English
with a single accent has none of them.
"""

from __future__ import annotations

import re

COMMON = (
    "cp1252",  # Western Europe
    "cp1251",  # Cyrillic
    "cp1250",  # Central Europe
    "cp1253",  # Greek
    "cp1254",  # Turkish
    "cp1256",  # Arabic
    "koi8_r",  # Russian, on older sites
    "gb18030",  # Chinese
    "big5",  # Chinese in Taiwan and Hong Kong
    "shift_jis",  # Japanese
    "euc_jp",  # Japanese, on older sites
    "euc_kr",  # Korean
)
"""The encodings of government and press texts of the last thirty years, Unicode apart."""

_ALPHABETIC = ("cp", "koi8")
_LEAST = 40  # bytes below which any judgement would be arbitrary
_SAMPLE = 200_000  # bytes judged; more would not change the judgement
_MOST_CHAOS = 0.1  # share of characters that make no sense together, as charset-normalizer measures it
_CENTRAL = frozenset("ąęłśżźěřůőčňťďľşţĄĘŁŚŻŹĚŘŮŐČ")
_WESTERN_WORD = re.compile(
    r"\b(?:the|and|of|with|le|les|des|du|et|une|der|die|und|mit|el|los|las|que|del|il|di|che|og|det|til|av|och|att"
    r"|som|em|uma|dos|het|een|van)\b",
    re.I,
)


def guess(data: bytes) -> str | None:
    """Return the name of the encoding that fits ``data``, or ``None`` if none does or nobody is there to judge."""
    try:
        from charset_normalizer import from_bytes
    except ModuleNotFoundError:
        return None
    if len(data) < _LEAST:
        return None
    best = from_bytes(_sample(data), cp_isolation=list(COMMON)).best()
    if best is None or best.chaos > _MOST_CHAOS:
        return None
    if best.encoding.startswith(_ALPHABETIC) and not data.split(maxsplit=1)[1:]:
        return None  # a text in letters has blanks
    if best.encoding == "cp1250" and _looks_western(str(best)):
        return "cp1252"
    return best.encoding


def _sample(data: bytes) -> bytes:
    """Take the beginning, cut at white space: a blank is never the second half of a character."""
    if len(data) <= _SAMPLE:
        return data
    head = data[:_SAMPLE]
    return head[: max(head.rfind(b"\n"), head.rfind(b" "), _SAMPLE // 2)]


def _looks_western(read_as_central: str) -> bool:
    return not _CENTRAL & set(read_as_central) or _WESTERN_WORD.search(read_as_central) is not None
