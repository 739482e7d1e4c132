"""From clauses to quotes: speakers resolved in the order of the text, quotations told apart, sentences continued."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from store.model import FoundQuote, QuoteKind
from store.reading.clauses import Clause
from store.reading.continuing import continues, tense
from store.reading.phrase import COUNTRY, GROUP, PERSON, ROLE, Phrase
from store.reading.quotation import Quotation
from store.reading.sentences import Sentence
from store.reading.speakers import Speakers
from store.reading.subjects import Subjects
from store.reading.tokens import Tokens
from store.reading.turns import Turn

_LABEL = 30  # tokens at the beginning of a sentence in which a turn of a transcript can begin
_OWN_VOICE = frozenset({"United States"})  # whose releases speak for themselves
_POINTING = frozenset({"this", "these", "such", "they", "instead"})
_REPORTING = ("present", "perfect", "norm")
Told = tuple[Sentence, list[Clause], tuple[Phrase, ...]]
"""A sentence, its attributions, and the subject of its last clause."""


class Attributor:
    """Makes the quotes of one text, sentence by sentence."""

    def __init__(
        self,
        tokens: Tokens,
        speakers: Speakers,
        opened: dict[int, Quotation],
        subjects: Subjects,
        items: frozenset[int],
        turns: list[Turn],
        ranges: list[tuple[int, int]],
    ) -> None:
        self.ranges = ranges  # the tokens of each paragraph
        self.items = items  # numbers of the blocks that are items of a list

        self.tokens, self.speakers, self.opened, self.first = tokens, speakers, opened, subjects.first
        self.ending = subjects.ending
        self.openers = sorted(opened)
        self.counterparts = sorted(p.first for p in self.first.values() if p.own and p.word == "counterpart")
        self.quotes: list[FoundQuote] = []
        self.before: Clause | None = None  # the last attribution, while its paragraph goes on
        self.untold: Sentence | None = (
            None  # the sentence before in this paragraph, when it attributes nothing
        )
        self.above: Clause | None = None  # the last attribution of the paragraph before, at the head of one
        self.block = -1
        self.pieces: list[int] = []  # the places among the quotes of the last quotation's paragraphs
        self.reported = False  # the paragraph reports in the present tense
        self.turns = {turn.first: turn for turn in turns}
        self.turned = sorted(self.turns)
        self.silent = 0  # tokens before this one belong to a turn already taken
        self.listing: Clause | None = None  # the attribution whose content is the list that follows

    def read(self, told: Told) -> None:
        """Add the quotes of one sentence."""
        sentence, clauses, subject = told
        if self._in_turn(sentence):
            return
        if sentence.block != self.block:
            self.above, self.before = self.before, None
            self.block, self.reported, self.untold = sentence.block, False, None
            self.speakers.begin(*self.ranges[sentence.block])
            if self.listing is not None and self._listed(sentence):
                return
        self._learn_sex(sentence, subject)
        if self._goes_on(sentence, clauses):
            self._whole(sentence)
            return
        if clauses:
            self.above = None
            self._attributed(clauses)
            self.untold = None
            return
        quotation = self.opened.get(sentence.first)
        if quotation is not None and quotation.last >= sentence.last - 1:
            self._quote(quotation, self.speakers.last, "")
            return
        if self._runs_on(sentence):
            self._whole(sentence)
            return
        if not self._of_somebody(sentence) and continues(
            self.tokens, sentence, self.before, self.ending, reported=self.reported
        ):
            self._whole(sentence)
            return
        if self.above is not None and self._goes_on_below(self.above, sentence):
            self.before = self.above
            self._whole(sentence)
            return
        self.above = self.before = None
        self.untold = sentence
        if subject:
            self.speakers.mention(subject)

    def _in_turn(self, sentence: Sentence) -> bool:
        """Take a turn of a transcript whole; the sentences within it attribute nothing of their own."""
        for at in _within(self.turned, sentence.first, min(sentence.last, sentence.first + _LABEL)):
            turn = self.turns[at]
            if turn.last > self.silent:
                self.silent = turn.last
                self._turn(turn)
        return sentence.first < self.silent

    def _turn(self, turn: Turn) -> None:
        if turn.question or turn.first >= turn.last:
            return
        last = turn.last
        while last > turn.first + 1 and self.tokens.words[last - 1] in ("*", "<", ">", "…"):
            last -= 1
        speaker = self.speakers.resolve((turn.who,)) if turn.who else self.speakers.answering()
        start, end = self.tokens.span(turn.first, last)
        self._add(start, end, speaker, "direct", ":")

    def _goes_on(self, sentence: Sentence, clauses: list[Clause]) -> bool:
        """*China appreciates …* after *Lin said …*: a country's present tense inside reported speech is Lin's."""
        if not clauses or not self.reported:
            return False
        if any(clause.past or clause.before or clause.passive for clause in clauses):
            return False
        subject = clauses[0].subject
        if self.speakers.house in _OWN_VOICE and subject and subject[0].country == self.speakers.house:
            return False  # *The United States welcomes …* is the release's own word
        return bool(subject) and all(phrase.kind in (COUNTRY, GROUP) for phrase in subject)

    def _goes_on_below(self, above: Clause, sentence: Sentence) -> bool:
        """Tell whether the head of a paragraph goes on with what the one before it closes with."""
        now = tense(self.tokens, sentence.first, sentence.last, self.ending)
        if self.tokens.low[sentence.first] in _POINTING and now in ("present", "perfect"):
            return True  # agencies print a paragraph a sentence: *This effort aligns with …*
        return above.clausal and now == "norm"

    def _runs_on(self, sentence: Sentence) -> bool:
        """Tell whether a sentence of the Kremlin that names nobody goes on with what one person said."""
        if self.speakers.house != "Russia" or self.before is None or not self.before.clausal:
            return False
        inside = (self.first.get(at) for at in range(sentence.first, sentence.last))
        return not any(phrase is not None and phrase.kind in (PERSON, GROUP, ROLE) for phrase in inside)

    def _of_somebody(self, sentence: Sentence) -> bool:
        """Tell whether a sentence begins with one of those who speak: *Keller is not so sure* is the narrator's."""
        phrase = self.first.get(sentence.first)
        return (
            phrase is not None
            and phrase.kind == PERSON
            and phrase.last < sentence.last
            and (self.tokens.low[phrase.last] != "'s")
        )

    def _whole(self, sentence: Sentence) -> None:
        first, last = self._without_stop(sentence)
        start, end = self.tokens.span(first, last)
        self._add(start, end, self.speakers.last, self._kind(first, last), "", sure=False)

    def _without_stop(self, sentence: Sentence) -> tuple[int, int]:
        """Return the tokens of a sentence without its full stop."""
        last = sentence.last
        while last > sentence.first + 1 and self.tokens.words[last - 1] in (".", "!", "?", ";", ":"):
            last -= 1
        return sentence.first, last

    def _attributed(self, clauses: list[Clause]) -> None:
        for clause in clauses:
            nobody = clause.passive and not clause.subject
            speaker = self.speakers.everyone() if nobody else self.speakers.resolve(clause.subject)
            first, last = clause.content
            cue = self._cue(clause)
            self.before = clause
            if first == last:
                self.listing = clause
                continue
            if clause.back:
                self._said_before(speaker, cue)
                continue
            spoken = self._spoken(first, last)
            if spoken:
                for quotation in spoken:
                    self._quote(quotation, speaker, cue)
                self.before = None
                continue
            self.reported |= (
                clause.past and clause.clausal and tense(self.tokens, first, last, self.ending) in _REPORTING
            )
            sure = self.speakers.sure and not nobody
            self._add(*self._span(first, last), speaker, self._kind(first, last), cue, sure=sure)

    def _cue(self, clause: Clause) -> str:
        """Return the words that attribute, and those besides on which their meaning hangs.

        *Warned against* sanctions says the contrary of *warned*; *hope was expressed* that less than *expressed*.
        """
        first, last = clause.cue
        last += clause.content[0] == last + 1 and self.tokens.low[last] == "against"
        nominal = clause.passive and self.tokens.low[clause.left] != "it"
        if nominal and clause.left < first and clause.content[0] >= last:
            first = clause.left  # *Hope was expressed that …*
        return self.tokens.slice(first, last)

    def _said_before(self, speaker: str | None, cue: str) -> None:
        """Take the sentence before *The President said this in Oslo*, if nobody else said it."""
        if self.untold is not None:
            first, last = self._without_stop(self.untold)
            start, end = self.tokens.span(first, last)
            self._add(start, end, speaker, self._kind(first, last), cue)

    def _spoken(self, first: int, last: int) -> list[Quotation]:
        """Return the quotations that fill a content one after the other; none when other words stand among them."""
        found: list[Quotation] = []
        while first < last:
            quotation = self.opened.get(first)
            if quotation is None:
                return []
            found.append(quotation)
            first = quotation.last
            while first < last and self.tokens.low[first] in (",", "and"):
                first += 1
        return found

    def _listed(self, sentence: Sentence) -> bool:
        """Take an item of the list that an attribution announced; anything else ends the list."""
        clause = self.listing
        if clause is None or sentence.block not in self.items:
            self.listing = None
            return False
        last = sentence.last
        while last > sentence.first + 1 and self.tokens.low[last - 1] in (".", ";", ",", "and"):
            last -= 1
        start, end = self.tokens.span(sentence.first, last)
        cue = self.tokens.slice(*clause.cue)
        self._add(start, end, self.speakers.last, self._kind(sentence.first, last), cue)
        return True

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of a content; a closing mark after a comma stays out."""
        start, end = self.tokens.span(first, last)
        for quotation in (self.opened[at] for at in _within(self.openers, first, last)):
            if quotation.last == last and quotation.closed:
                inner = self.tokens.text[quotation.start : quotation.end].rstrip()
                if inner.endswith(","):
                    end = quotation.start + len(inner) - 1
        return start, end

    def _kind(self, first: int, last: int) -> QuoteKind:
        """Return ``mixed`` for a paraphrase with quoted words, ``direct`` for what is quoted with its cue."""
        opener = self.openers[bisect_left(self.openers, first) - 1] if self.openers else first
        if opener < first and last <= self.opened[opener].last:
            return "direct"
        inside = (self.opened[at] for at in _within(self.openers, first, last))
        return "mixed" if any(not self._is_title(quotation) for quotation in inside) else "indirect"

    def _is_title(self, quotation: Quotation) -> bool:
        """Tell whether marked words are a name: all of them with capitals, but for small ones."""
        words = self.tokens.words[quotation.first + 1 : quotation.last - quotation.closed]
        return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in words)

    def _quote(self, quotation: Quotation, speaker: str | None, cue: str) -> None:
        """Add a quotation, each paragraph for itself; the attribution after the last tells who speaks in all."""
        if not quotation.carried:
            self.pieces = []
        elif cue:
            for place in self.pieces:
                self.quotes[place] = replace(self.quotes[place], speaker=speaker)
        elif self.pieces:
            speaker = self.quotes[self.pieces[-1]].speaker
        self.pieces.append(len(self.quotes))
        self.quotes.append(self._direct(quotation, speaker, cue))

    def _direct(self, quotation: Quotation, speaker: str | None, cue: str) -> FoundQuote:
        start, end = quotation.start, quotation.end
        text = self.tokens.text
        while end > start and (text[end - 1] == "," or text[end - 1].isspace()):
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return FoundQuote(start, end, text[start:end], speaker, "direct", cue)

    def _add(
        self, start: int, end: int, speaker: str | None, kind: QuoteKind, cue: str, *, sure: bool = True
    ) -> None:
        sure = sure and speaker is not None
        self.quotes.append(FoundQuote(start, end, self.tokens.text[start:end], speaker, kind, cue, sure=sure))

    def _learn_sex(self, sentence: Sentence, subject: tuple[Phrase, ...]) -> None:
        """*For her part, Minister Leclerc …*; *EAM briefed his counterpart*."""
        low, first = self.tokens.low, sentence.first
        if sentence.last - first > 3 and low[first] == "for" and low[first + 2] == "part":
            self.speakers.sex(subject, low[first + 1])
        for at in _within(self.counterparts, first, sentence.last):
            if all(phrase.first != at for phrase in subject):
                self.speakers.sex(subject, self.first[at].own)


def _within(places: list[int], first: int, last: int) -> list[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)] if places else places
