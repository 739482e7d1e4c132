"""What kind of meeting a title or a first sentence tells of."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from store.model import MeetingKind
from store.reading.tables import classes, rows

# All patterns are for lower case: to ignore case is slow where there are many alternatives.
_ASIDE = re.compile(
    r"\b(?:sidelines?|ahead|in advance|margins?|before|attend\w*|eve"
    r"|expects|hopes|awaits|plans|planning|whether|meeting (?:room|hall|place|point)"
    r"|during (?!(?:his|her|their|an?|the) (?:\w+ )?(?:meeting|talks|call|conversation)\b))\b[^.,;]{0,80}",
)
_COURTESY = re.compile(
    r"\bcourtesy call\b|\b(?<!phone )(?<!video )(?<!conference )call(?:ed|s|ing)? (?:on|upon)\b"
    r"(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day| \w+ \d| \d)"  # *a call on Friday* is one by telephone
)
_MANY, _GATHERED = classes("nouns")["many"], classes("nouns")["gathered"]
_SIGNED = re.compile(
    r"\b(?:agreements?|memorand\w+|mous?|treat(?:y|ies)|pacts?|deals?|accords?|protocols?|contracts?|declarations?"
    r"|conventions?|documents?|compacts?|signing)\b"
)
_MEETING_OF_MANY = re.compile(
    r"\b(?:ministers|leaders|presidents|speakers|chiefs|heads of (?:state|government))['’]?"
    r" (?:\w+ )?(?:meeting|retreat|conference)\b"
)
_INTERVIEW = "interview"
_LONGEST = 600  # characters of a first sentence that are looked at


@cache
def _pattern() -> re.Pattern[str]:
    """One alternative for each kind, its phrases longest first."""
    kinds = []
    for kind, phrases in rows("kinds"):
        ordered = sorted(phrases.split("|"), key=len, reverse=True)
        kinds.append(f"(?P<{kind}>{'|'.join(map(re.escape, ordered))})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)")


def is_gathering(lead: str) -> bool:
    """Tell whether a first sentence tells of many who met: *Leaders of the Forum …*."""
    words = set(lead[:_LONGEST].lower().split())
    return bool(words & _MANY and words & _GATHERED)


def is_meeting_of_many(lead: str) -> bool:
    """Tell whether a first sentence names a meeting of ministers: *attended the ASEAN Foreign Ministers' Meeting*."""
    return bool(_MEETING_OF_MANY.search(lead[:_LONGEST].lower()))


def kind_of(*texts: str) -> MeetingKind | None:
    """Return the kind of meeting that the first of ``texts`` to tell one tells: titles, then the first sentences."""
    for text in texts:
        plain = text[:_LONGEST].lower().replace("’", "'")
        if "call" in plain and _COURTESY.search(plain) and not re.search(r"\btalks\b", plain):
            return "visit"
        found = _pattern().search(_ASIDE.sub(" ", plain))
        if found and found.lastgroup == _INTERVIEW and text is not texts[0]:
            continue  # *he told the BBC in an interview* is news, and no meeting
        if found and found.lastgroup == "signing" and not _SIGNED.search(plain):
            continue  # *signed a decree* is no meeting
        if found and found.lastgroup:
            return cast(MeetingKind, found.lastgroup)
    return None
