"""Quoted words that only retell what officials said: *“He stressed that …,” the press release reads*.

Agencies quote releases, and spokespersons, who tell of others in the third person. Such words are read as if they
stood without marks: what *He stressed* is his, and not the release's.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from store.reading.cues import PAST, forms
from store.reading.quotation import Quotation
from store.reading.relaying import spokespersons
from store.reading.sentences import Sentence, sentences
from store.reading.subjects import is_finite
from store.reading.tokens import Tokens

_SAYING = frozenset(
    {"said", "says", "added", "adds", "reads", "read", "reported", "reports", "stated", "tweeted"}
)
_PAPERS = frozenset({"readout", "release", "communique", "communiqué"})
_RELAYS = _PAPERS | {"service"}  # but not ministries and their statements, which speak for themselves
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
_BEFORE = 200  # tokens before *it* in which a release is named
_REST, _VERB = 24, 26  # tokens after the marks; before the verb in them


def retold(
    tokens: Tokens, told: list[Sentence], opened: dict[int, Quotation], signs: list[int]
) -> tuple[list[Sentence], dict[int, Quotation]]:
    """Read the quotations that only retell and open a sentence as sentences of their own, without who retells.

    Return the sentences and the quotations (by their first tokens) that are left; ``signs`` are as for `sentences`.
    """
    if not any(sentence.first in opened for sentence in told):
        return told, opened
    names, left = spokespersons(tokens), dict(opened)
    inner: list[tuple[int, int]] = []
    outer: dict[int, int] = {}  # the place of a sentence that is left out → that of its words in ``inner``
    for place, sentence in enumerate(told):
        quotation = opened.get(sentence.first)
        told_by_another = quotation is not None and _relayed(tokens, quotation, sentence.last, names)
        if quotation is not None and told_by_another and _retells(tokens, quotation):
            del left[sentence.first]
            outer[place] = len(inner)
            inner.append((quotation.first + 1, quotation.last - 1))
    words: dict[int, list[Sentence]] = {}
    for one in sentences(tokens, inner, left, signs) if inner else ():
        words.setdefault(one.block, []).append(one)
    found: list[Sentence] = []
    for place, sentence in enumerate(told):
        within = words.get(outer[place], []) if place in outer else [sentence]
        found += (replace(one, block=sentence.block) for one in within)
    return found, left


def _relayed(tokens: Tokens, quotation: Quotation, last: int, names: frozenset[str]) -> bool:
    """Tell whether the rest of a sentence up to token ``last`` only tells who retells: a spokesperson, a release."""
    if not quotation.closed or not 0 < last - quotation.last <= _REST:
        return False
    rest = tokens.low[quotation.last : last]
    rest = rest[rest[:1] == [","] :]
    verb = next((at for at, low in enumerate(rest) if low in _SAYING), -1)
    if verb < 0 or any(low.endswith("ing") for low in rest[verb:]):
        return False
    who = rest[:verb] if verb else rest[1 : rest.index("in") if "in" in rest else len(rest)]
    if who == ["it"]:  # a release that was named before
        return not _PAPERS.isdisjoint(tokens.low[max(quotation.first - _BEFORE, 0) : quotation.first])
    return any(low in _RELAYS or low in names or low.startswith("spokes") for low in who)


def _retells(tokens: Tokens, quotation: Quotation) -> bool:
    """Tell whether quoted words begin with what others said, in the third person."""
    first, last = quotation.first + 1, quotation.last
    low = tokens.low[first:last]
    if not _FIRST_PERSON.isdisjoint(low):
        return False
    verb = next((at for at in range(first, min(first + _VERB, last)) if _is_verb(tokens.low[at])), last)
    return first < verb < last and tokens.low[verb] in _telling()


def _is_verb(low: str) -> bool:
    return low in _telling() or is_finite(low)


@cache
def _telling() -> frozenset[str]:
    """Return the past forms of the cues that can be of nobody but who speaks."""
    return frozenset(
        low
        for low, found in forms().items()
        if any(form.form == PAST and not form.cue.tail and "weak" not in form.cue.frames for form in found)
    )
