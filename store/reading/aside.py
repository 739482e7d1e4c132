"""Mentions of persons that are beside the meeting: inside what was said, of another time, of what it was about."""

from __future__ import annotations

from store.reading.clauses import Clause
from store.reading.phrase import BODY, NOUN
from store.reading.sentences import Sentence
from store.reading.tables import classes, word_class
from store.reading.tokens import Tokens

_TALKS = classes("nouns")["talks"]
_MET = frozenset({"met", "meets"})
_OWN, _SHE = frozenset({"his", "her", "their"}), frozenset({"he", "she", "they"})
_TODAY = frozenset({"here", "today"}) | word_class("weekday")
_EARLIER = frozenset({"before", "ahead", "prior", "accompanied", "since", "previous"})
_RECEIVING = frozenset({"receiving", "meeting", "hosting", "welcoming", "calling"})
_SPANS = frozenset({"hours", "days", "weeks", "months", "years", "day", "week", "month", "year"})
_ABOUT, _WITH = (
    frozenset({"about", "regarding", "concerning", "discuss"}),
    frozenset({"with", "between", "met"}),
)
_OF_ANOTHER = frozenset(
    {
        "behalf",
        "envoy",
        "adviser",
        "advisor",
        "spokesperson",
        "spokesman",
        "aide",
        "son",
        "wife",
        "daughter",
        "death",
    }
    | {
        "detention",
        "arrest",
        "killing",
        "release",
        "government",
        "administration",
        "cabinet",
        "greetings",
        "message",
    }
    | {
        "letter",
        "instructions",
        "remarks",
        "position",
        "successor",
        "predecessor",
        "supporters",
        "allies",
        "era",
    }
)
_ORDERED = frozenset(
    {"decision", "task", "instruction", "instructions", "order", "orders", "proposal", "message"}
)
_FAMILY = frozenset({"wife", "husband", "spouse", "partner", "daughter", "son"})
_BY_WORDS = frozenset({"call", "phone", "telephone", "letter", "message", "cable", "telegram"})
_CLAUSE = 200  # tokens of a relative clause; one quotation can hold a whole text of names, and no comma
_REST = 600  # tokens of a sentence after a mention; with a bound for the same reason
_NEAR = 8  # tokens before a mention that can put it aside


def _after_meeting(words: list[str]) -> int:
    """Return the place after *met* in *accompanied by X, met Y*: what stands before it does not put Y aside."""
    return next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at] in _MET), 0)


def _of_another_matter(near: list[str]) -> bool:
    """Tell *on behalf of X*, *about X*, *two days after X came* by the words just before a mention."""
    begin = len(near) - 1
    if near[begin:] == ["under"] or (near[begin:] == [","] and near[begin - 1] in _FAMILY):
        return True  # *the cabinet in Tokyo under X*, *Mr Hall and his wife, Y*
    if "whether" in near:
        return True  # *amid doubts whether X and Y will meet*
    by = next((at for at in range(begin, 0, -1) if near[at] in ("by", "from")), 0)
    if by and near[by - 1] in _ORDERED and "," not in near[by:]:
        return True  # *the decision by President X to …*, *pursuant to the task from Y*
    if near[begin - 1 :] == ["of", "the"] or near[begin:] == ["of"]:
        begin -= near[begin] == "the"
        return begin > 0 and near[begin - 1] in _OF_ANOTHER
    later = any(word == "after" and near[at - 1] in _SPANS for at, word in enumerate(near) if at)
    about = next((at for at in range(begin, -1, -1) if near[at] in _ABOUT), -1)
    return later or (about >= 0 and _WITH.isdisjoint(near[about:]))


def met_today(tokens: Tokens, at: int, end: int, sentence: Sentence, *, lead: bool = False) -> bool:
    """Tell *the target was discussed at his meeting with his counterpart X here today* from other mentions."""
    low = tokens.low
    own = range(max(sentence.first, at - _NEAR), at)
    with_whom = (
        any(low[place] in _OWN and low[place + 1] in _TALKS for place in own) and "with" in low[at - 3 : at]
    )
    met = any(low[place] in _SHE and low[place + 1] == "met" for place in own if place + 1 < at)
    if lead and (with_whom or met):
        return True  # *X said he considers his meeting with Y as fruitful*, *X said she met Y*
    return with_whom and not _TODAY.isdisjoint(low[end : min(sentence.last, end + _REST)])


def _releases(clause: Clause) -> bool:
    """Tell *X met Y, the ministry said*: what a body tells after the fact is the meeting itself."""
    return clause.before and bool(clause.subject) and clause.subject[0].kind in (BODY, NOUN)


def is_aside(
    tokens: Tokens, at: int, end: int, sentence: Sentence, clauses: list[Clause], *, lead: bool
) -> bool:
    """Tell whether a mention stands inside a statement, owns something, or is in a relative clause.

    ``lead`` tells that no sentence before has named who met.
    """
    inside = any(clause.content[0] <= at < clause.content[1] and not _releases(clause) for clause in clauses)
    if lead and any(clause.content[0] == at for clause in clauses):
        words = tokens.low[sentence.first : sentence.last]
        if not _BY_WORDS.isdisjoint(words):
            return False  # *X congratulated Y on her election in a phone call*
    if inside and not met_today(tokens, at, end, sentence, lead=lead):
        return True
    if end < sentence.last and tokens.low[end] == "'s":
        return True
    near = tokens.low[max(sentence.first, at - _NEAR) : at]
    if _EARLIER & set(near[_after_meeting(near) :]) or _of_another_matter(near):
        return True
    before = range(at, max(sentence.first, at - _CLAUSE), -1)
    comma = next((place for place in before if tokens.low[place] == ","), -1)
    if comma < 0 or not _RECEIVING.isdisjoint(tokens.low[comma:at]):
        return False
    if (
        tokens.low[comma + 1 + (tokens.low[comma + 1] == "and")] == "after"
    ):  # … but not *, after talks between X and Y*
        return _TALKS.isdisjoint(tokens.low[comma:at])
    return tokens.low[comma + 1] in ("who", "whose")
