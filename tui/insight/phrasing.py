"""Formulas set in lines, and a quote told apart into what is formula and what is new."""

from __future__ import annotations

from store.insight.formulas import Formula, Formulas
from store.insight.phrasebook import Phrasebook
from store.model import Quote
from store.wording import attribution, counted

from .lines import BLANK, Goal, Line, Part, flow, part, sentences

MOST_SPEAKERS = 3
MOST_VARIANTS = 3


def goal_of(formula: Formula) -> Goal:
    """Return the way to the quotes that hold a formula."""
    meetings = dict.fromkeys(int(quote.partition(".")[0]) for quote in formula.quotes)
    return Goal(tuple(meetings), formula.quotes)


def _formula(formula: Formula, width: int) -> list[Line]:
    often = f"{counted(formula.meetings, 'meeting')} · {counted(len(formula.quotes), 'quote')}"
    dates = f" · {formula.first} – {formula.last}" if formula.first else ""
    named = [
        f"{usage.speaker or 'speaker unknown'} {usage.quotes}" for usage in formula.usages[:MOST_SPEAKERS]
    ]
    more = len(formula.usages) - MOST_SPEAKERS
    who = ", ".join([*named, *([f"{more} more"] if more > 0 else [])])
    lines = flow([part(formula.text, "formula", goal_of(formula))], width, 2)
    lines += flow([Part("  "), part(f"{often}{dates}", "strong"), Part("  "), part(who, "muted")], width, 2)
    for variant in formula.variants[1 : 1 + MOST_VARIANTS]:
        lines += flow(
            [Part("  also: ", "muted"), part(f"{variant.text} ({variant.quotes})", "muted")], width, 4
        )
    return lines


def lay_out(formulas: Formulas, width: int) -> list[Line]:
    """Set formulas at a width in cells; each leads to the quotes that hold it."""
    heard = f"{counted(formulas.quotes, 'quote')} of {counted(formulas.meetings, 'meeting')}"
    title = f"{counted(len(formulas.found), 'formula')} in {heard}"
    lines: list[Line] = [
        (part(title, "heading"),),
        *sentences([formulas.remark] if formulas.remark else [], width),
    ]
    for formula in formulas.found:
        lines += [BLANK, *_formula(formula, width)]
    return lines


def lay_out_quote(quote: Quote, book: Phrasebook, width: int) -> list[Line]:
    """Set a quote with its formulas between angle brackets, and say how much of it is new."""
    goal = Goal((quote.meeting,), (quote.id,))
    cue = attribution(None, quote.cue)
    parts = [part(f"{cue}:", "muted"), Part(" ")] if cue else []
    at = 0
    for stretch in book.stretches(quote.text):
        parts += [_new(quote.text[at : stretch.start], goal), Part("‹", "formula")]
        parts += [part(quote.text[stretch.start : stretch.end], "formula", goal), Part("›", "formula")]
        at = stretch.end
    parts.append(_new(quote.text[at:], goal))
    share = round(100 * book.new_share(quote.text))
    return [*flow(parts, width), (part(f"{share} % of the words are new.", "muted"),)]


def _new(text: str, goal: Goal) -> Part:
    """Keep the blanks at the edges, which `part` would take away."""
    inner = part(text, goal=goal)
    before, after = (
        (" " * text[:1].isspace(), " " * text[-1:].isspace()) if inner.text else ("", " " * bool(text))
    )
    return inner._replace(text=f"{before}{inner.text}{after}")
