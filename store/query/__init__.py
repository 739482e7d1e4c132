"""The filter language, the same in the app and on the command line.

Words must all occur, in any order, case and accents folded; the last may be the beginning of a word. ``"a phrase"``
stands as it is; ``-word`` must not occur; ``OR`` and parentheses give alternatives; ``field:value`` asks one thing.
"""

from store.query.completing import Suggestion, Vocabulary, complete
from store.query.editing import FilterStep, add_term, peel, steps, term
from store.query.fields import FIELDS
from store.query.parser import parse
from store.query.render import render
from store.query.tree import And, Field, Node, Not, Or, Period, Query, Words

__all__ = [
    "FIELDS",
    "And",
    "Field",
    "FilterStep",
    "Node",
    "Not",
    "Or",
    "Period",
    "Query",
    "Suggestion",
    "Vocabulary",
    "Words",
    "add_term",
    "complete",
    "parse",
    "peel",
    "render",
    "steps",
    "term",
]
