"""Tokens into the tree of a query. Side by side binds tighter than ``OR``; parentheses group."""

from __future__ import annotations

from store.errors import QueryError
from store.folding import fold, is_letter
from store.query.fields import FIELDS
from store.query.lexer import Sign, Term, Token, tokens
from store.query.periods import is_period
from store.query.tree import And, Field, Node, Not, Or, Period, Query, Words

DEEPEST = 20
"""Parentheses within each other: more than anybody types, and what the index can still take apart."""


def parse(text: str) -> Query:
    """Understand what was typed.

    The last word sought (neither excluded nor quoted) may be the beginning of a word; if it is a lone letter it is
    left out, as somebody has only just begun to type it. A term without any letter or digit asks for nothing; a
    query of nothing but signs would find everything and is refused, but for ``""``, which is being filled.
    Raises `QueryError` with a sentence and the place of the trouble.
    """
    found = list(tokens(text))
    open_ended = next((t for t in reversed(found) if isinstance(t, Term) and _is_word(t)), None)
    parser = _Parser(found, open_ended)
    root = parser.alternatives(closing="end")
    if root is None and len(found) > 1 and not any(isinstance(t, Term) and _may_ask(t) for t in found):
        raise QueryError("There is no word here to look for.", found[0].start)
    return Query(root if root is not None else And(), text)


def _is_word(term: Term) -> bool:
    return term.field is None and not term.quoted and not term.excluded and bool(Words.of(term.value).folded)


def _may_ask(term: Term) -> bool:
    return term.quoted or any(map(str.isalnum, term.value))


class _Parser:
    """Walks the tokens once, from left to right. ``None`` stands for a part that asks for nothing."""

    def __init__(self, found: list[Token], open_ended: Term | None) -> None:
        self.found, self.at, self.open_ended, self.depth = found, 0, open_ended, 0

    def alternatives(self, closing: str, opened: int = 0) -> Node | None:
        """Read ``a b OR c`` up to the closing sign and over it."""
        parts, dangling = [], None
        while True:
            terms, part = self.side_by_side()
            sign = self.found[self.at]
            assert isinstance(sign, Sign)
            if not terms and (dangling is not None or sign.what == "OR"):
                raise QueryError(
                    "OR needs something on both of its sides.", sign.start if dangling is None else dangling
                )
            parts.append(part)
            if sign.what == "OR":
                self.at, dangling = self.at + 1, sign.start
                continue
            if sign.what != closing:
                raise self.unbalanced(sign, opened)
            self.at += 1
            known = tuple(part for part in parts if part is not None)
            return Or(known) if len(known) > 1 else known[0] if known else None

    @staticmethod
    def unbalanced(sign: Sign, opened: int) -> QueryError:
        if sign.what == ")":
            return QueryError("This parenthesis was never opened.", sign.start)
        return QueryError("The parenthesis that opens here is never closed.", opened)

    def side_by_side(self) -> tuple[int, Node | None]:
        """Read terms and groups up to ``OR``, ``)`` or the end; return how many there were, and their meaning."""
        count, parts = 0, []
        while True:
            token = self.found[self.at]
            if isinstance(token, Term):
                self.at += 1
                part = self.term(token)
            elif token.what == "(":
                part = self.group(token)
            else:
                break
            count += 1
            if part is not None:
                parts.append(Not(part) if token.excluded else part)
        return count, parts[0] if len(parts) == 1 else And(tuple(parts)) if parts else None

    def group(self, sign: Sign) -> Node | None:
        """Read what stands in parentheses, from the one sign over the other."""
        if self.depth == DEEPEST:
            raise QueryError(f"Parentheses cannot be deeper than {DEEPEST}.", sign.start)
        self.at, self.depth = self.at + 1, self.depth + 1
        first = self.found[self.at]
        if isinstance(first, Sign) and first.what == ")":
            raise QueryError("There is nothing between these parentheses.", sign.end - 1)
        inside = self.alternatives(closing=")", opened=sign.end - 1)
        self.depth -= 1
        return inside

    def term(self, term: Term) -> Node | None:
        if term.field is not None:
            return _field(term)
        value = Words.of(term.value, prefix=term is self.open_ended)
        if not value.folded or (value.prefix and len(value.folded) == 1 and is_letter(value.folded[0])):
            return None
        return value


def _field(term: Term) -> Node:
    name = fold(term.field or "")
    if name not in FIELDS:
        known = ", ".join(FIELDS)
        raise QueryError(
            f'There is no field "{term.field}": the fields are {known}. '
            "A word with a colon is sought in quotation marks.",
            term.start + term.excluded,
        )
    kind = FIELDS[name]
    if kind.period:
        if not is_period(term.value.strip()):
            raise QueryError(f"This is no date: say {kind.asks}.", term.value_at)
        return Period(name, term.value.strip())
    value = Words.of(term.value, prefix=not term.quoted)
    if not value.folded:
        raise QueryError(f"Say {kind.asks}.", term.value_at)
    if kind.values:
        value = _limited(name, value, term.value_at)
    return Field(name, value)


def _limited(name: str, value: Words, at: int) -> Words:
    values, first = FIELDS[name].values, value.folded[0]
    if len(value.folded) > 1 or not any(known.startswith(first) for known in values):
        raise QueryError(f'There is no {name} "{value.typed}": it is one of {", ".join(values)}.', at)
    return Words((first,), prefix=first not in values, typed=first)
