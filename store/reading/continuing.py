"""Sentences without a cue that go on with what somebody said.

Readouts report in the present tense and go on in it: *Lin said that China and Nepal are good neighbours. China
is ready to import more.* Narration is in the past tense. So a sentence continues the speaker when it stands in
the same paragraph, right after an attributed one, and its verb is normative or in the present tense.
"""

from __future__ import annotations

from collections.abc import Container

from store.reading.clauses import Clause
from store.reading.sentences import Sentence
from store.reading.tables import word_class
from store.reading.tokens import Tokens

_NORMS = frozenset({"should", "must"})
_PRESENT = frozenset(
    {"is", "are", "has", "have", "will", "can", "needs", "need", "remains", "remain", "may", "does", "do"}
)
_PAST = frozenset({"was", "were", "had", "did", "would", "could", "might"}) | {
    "met",
    "held",
    "took",
    "gave",
    "made",
}
_BACKSHIFTED = frozenset({"was", "were", "had", "would", "could", "might", "did", "wanted", "needed"})
_RELATIVE = frozenset({"which", "who"})
_YEARS = frozenset({"this", "next"})
_DUE, _LOOK = frozenset({"due", "scheduled", "slated"}), 12  # tokens in which the verb stands
_THEY = frozenset({"they", "it", "this", "these", "he", "she"})
_THIS, _HEAD = frozenset({"this", "these", "such", "that"}), 4  # tokens in which its verb stands
_MEANING = frozenset({"includes", "include", "means", "requires", "require"})
_WE = frozenset({"they", "we"})
_THEIR, _NATION = frozenset({"his", "her", "its", "their"}), frozenset({"country", "government", "nation"})
_ORDINALS = frozenset(
    {"first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fifth", "finally"}
)
_ADDING = frozenset({"moreover", "furthermore", "besides", "additionally"})
_SCENES = frozenset({"as", "after", "amid", "days", "weeks", "hours", "ahead", "before", "against"})
_POINTING = frozenset({"this", "these", "that", "it", "such"})
_ADVERBS = word_class("adverb")
_NO_PRESENT = _ADVERBS | {"was"}  # words in -s that are no verb in the present tense
_AGENTS = frozenset({"by", "between", "among", "under", "during", "since"})


def tense(tokens: Tokens, first: int, last: int, ending: Container[int] = ()) -> str:
    """Return ``norm``, ``present``, ``perfect`` or ``past`` after the first sure verb, or nothing.

    ``ending`` holds the tokens before which a noun phrase ends: *Nepal cherishes …*.
    """
    low, after = tokens.low, False  # whether a noun phrase ended just before
    if (
        low[first] in _THEIR
        and first + 2 < last
        and low[first + 1] in _NATION
        and low[first + 2].endswith("s")
    ):
        return "present"  # *His country stands ready …*
    if (
        low[first] in _YEARS
        and first + 2 < last
        and low[first + 1] == "year"
        and low[first + 2].endswith("s")
    ):
        return "present"  # *This year marks …*
    for at in range(first, last):
        word = low[at]
        if low[at - 1] in _RELATIVE and at - 1 > first:
            continue  # the verb of *…, which is linked to …, claimed …* comes later
        if word in _WE and at + 1 < last and _base(low[at + 1]):
            return "present"  # *As major countries, they shoulder …*
        if low[at - 1].endswith("ly") and at - 2 >= first and low[at - 2].endswith("s") and _base(word):
            return "present"  # *Battalions regularly shell …*
        after = at in ending or (after and (low[at - 1] in _ADVERBS or low[at - 1].endswith("ly")))
        if word in _NORMS:
            return "norm"
        if word in ("has", "have") and at + 1 < last:
            return "perfect"
        if word in _PRESENT or (
            after and at > first and word.endswith("s") and word.isalpha() and word not in _NO_PRESENT
        ):
            return "present"
        if word in _PAST or (word.endswith("ed") and at > first and not _adjective(low, at, last)):
            return "past"
    return ""


def _awaits(low: list[str], sentence: Sentence) -> bool:
    """Tell of the narrator's outlook: *She is due to address parliament on Thursday*."""
    verbs = range(sentence.first, min(sentence.last - 1, sentence.first + _LOOK))
    return any(low[at] in ("is", "are") and low[at + 1] in _DUE for at in verbs)


def _foretells(tokens: Tokens, sentence: Sentence) -> bool:
    """Tell of *They would discuss trade*: after *he said that they would meet* it is still what he said."""
    low = tokens.low[sentence.first : sentence.first + _LOOK]
    return low[0] in _THEY and "would" in low and _PAST.isdisjoint(low[: low.index("would")])


def _points_back(tokens: Tokens, sentence: Sentence) -> bool:
    """Tell of *This includes …*, *Such effort means …*: it goes on with what was just said, whatever that was."""
    low = tokens.low[sentence.first : sentence.first + _HEAD]
    return low[0] in _THIS and not _MEANING.isdisjoint(low[1:])


def _comes_as(low: list[str], sentence: Sentence) -> bool:
    """Tell of news that sets a scene: *The visit comes as both countries face troubles*."""
    return any(
        low[at] in ("comes", "come", "came") and low[at + 1] in _SCENES
        for at in range(sentence.first, sentence.last - 1)
    )


def _base(word: str) -> bool:
    """Tell whether a word after *they* can be a verb in the present tense."""
    return word.isalpha() and not (word.endswith("ed") or word in _PAST or word in _ADVERBS or word in _NORMS)


def _adjective(low: list[str], at: int, last: int) -> bool:
    """Tell whether *-ed* is a participle with a noun: *the agreed plan*, *measures taken by …*."""
    return low[at - 1] in ("the", "a", "of", "and", ",", "an") or (at + 1 < last and low[at + 1] in _AGENTS)


def continues(
    tokens: Tokens,
    sentence: Sentence,
    before: Clause | None,
    ending: Container[int] = (),
    *,
    reported: bool = False,
) -> bool:
    """Tell whether a sentence without a cue goes on with ``before``, the last attribution of the sentence before.

    ``reported``: the paragraph reports in the present tense.
    """
    if before is None or _awaits(tokens.low, sentence) or _comes_as(tokens.low, sentence):
        return False
    now = tense(tokens, sentence.first, sentence.last, ending)
    if now == "norm" or _points_back(tokens, sentence):
        return True
    if before.clausal:
        if _foretells(tokens, sentence) and "would" in tokens.low[slice(*before.content)]:
            return True
        told = tense(tokens, *before.content, ending)
        if told == "past":
            if tokens.low[sentence.first] in _ADDING and "had" in tokens.low[sentence.first : sentence.last]:
                return True  # *Moreover, they had closed their eyes to it*
            if now in ("present", "perfect") and _BACKSHIFTED.isdisjoint(tokens.low[slice(*before.content)]):
                return True  # *Yang said that Xi visited Laos last year. Relations have entered a new stage*
            return tokens.low[sentence.first] in _POINTING | _ORDINALS and now != "past"
        return now in ("present", "perfect") or (now == "past" and tokens.low[sentence.first] == "this")
    if reported and now == "present":
        return True
    return now == "perfect" and "been" in tokens.low[sentence.first : sentence.last]
