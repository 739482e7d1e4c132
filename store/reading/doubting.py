"""Doubts about a cue: nouns that look like verbs, verbs inside what is said, verbs parted from their subject."""

from __future__ import annotations

from store.reading.cues import PAST, PRESENT, Form
from store.reading.phrase import BODY, COUNTRY, GROUP, MAYBE, NOUN, PERSON, PRONOUN, ROLE, Phrase
from store.reading.subjects import Subject, is_finite
from store.reading.tables import classes, word_class
from store.reading.walking import Clause, Walk

_ADVERBS, _MODALS = word_class("adverb"), word_class("modal")
_FINITE = word_class("auxiliary") | _MODALS | {"met"}
_COMPOUND, _RELATIVES = classes("nouns")["compound"], word_class("relative")
_RELAY = classes("nouns")["relay"]
_TOPICS, _HAVE = classes("nouns")["topic-verb"] | {"spoke"}, frozenset({"has", "have", "had"})
_MEETING = frozenset({PERSON, ROLE, PRONOUN, GROUP})
_PERSONAL = frozenset({PERSON, ROLE, PRONOUN})
_CHANCES, _LIKING = frozenset({"opportunity", "occasion"}), frozenset({"on", "like"})  # … *to thank*
_PRESS = frozenset({"media", "news", "press"})  # *media reports*
_MOVED = classes("nouns")["moved-to"]  # was quick *to add*
_TAKEN = frozenset({"took", "take", "takes", "taking", "taken", "used", "using", "seized"})
_BEFORE_CLAUSE = (
    _ADVERBS
    | word_class("conjunction")
    | word_class("subordinator")
    | word_class("preposition")
    | word_class("weekday")
    | word_class("month")
    | {"what"}
)
_OPENING = 8  # tokens of *; on climate,* before a subject
_WHICH = frozenset({"which", "who", "whose", "whom"})
_ASIDE = 5  # tokens of *, without which,*
PARTING_WORDS = frozenset({";", "while", "whereas", "though", "although"})
_HELD = 5  # tokens before *to thank* within which somebody takes the opportunity
_PARTING = frozenset({"during", "at", "in", "on", "after", "before", "following", "ahead", "for", "by"})
_JOINING = frozenset({"and", "that", "who", "which", ","})
_PERFECT = frozenset({"had", "has", "have", "would", "will"})
_MET = frozenset({"met", "spoke", "called", "phoned", "telephoned"})
_PURPOSES = frozenset({"underscore", "reaffirm", "reiterate", "affirm", "stress", "emphasise", "emphasize"})
_TOLD = frozenset({"that", "the", "his", "her", "their", "its"})
_GREETING = frozenset({"congratulate", "thank"})
_ALSO = frozenset({"and", "but"})
_TOOK_TO, _MEDIUM = frozenset({"took", "takes", "taking"}), 7  # tokens of *took to his official X account*
_FORETOLD = frozenset({"expected", "set", "due"})
_WITHIN, _CALLS = frozenset({"in", "during", "at"}), classes("nouns")["talks"]
_HELD_CALL = frozenset({"held", "had", "conducted", "placed", "made"})
_HE = frozenset({"he", "she", "they"})
_NOW = frozenset({"is", "are", "has", "have", "does"})


class Doubting(Walk):
    """Tells whether a word attributes where it stands."""

    def _base_allowed(self, before: int) -> bool:
        """Accept *the leaders reaffirm* and *took the opportunity to thank*, not *the call*."""
        low = self.low
        if before < self.sentence.first:
            return False
        if low[before] == "to":
            return before > self.sentence.first and self._occasion(before)
        if low[before + 1] == "say" and self.subjects.before(before, self.sentence):
            return True
        return before + 1 in self.subjects.ending or low[before] in ("and", ",") or low[before].endswith("s")

    def _occasion(self, to: int) -> bool:
        """Tell *took the opportunity to thank* from *an opportunity to thank*."""
        if self.low[to - 1] in _CHANCES:
            return not _TAKEN.isdisjoint(self.low[max(self.sentence.first, to - _HELD) : to])
        if not _TOOK_TO.isdisjoint(begun := self.low[max(to - _MEDIUM, self.sentence.first) : to]):
            took = next(at for at, low in enumerate(begun) if low in _TOOK_TO)
            if begun[took + 1 : took + 2] == ["to"]:
                return True  # *took to Twitter to say …*
        if self.low[to - 1] in _FORETOLD:
            return self._quotes(to + 2)
        return self.low[to - 1] in _LIKING or self.low[to - 1] in _MOVED or self._purpose(to)

    def _purpose(self, to: int) -> bool:
        """Tell *X met with Y in Vienna to underscore that …*: what they met for was said there."""
        low = self.low
        told = low[to + 1] in _PURPOSES and low[to + 2] in _TOLD
        if self.found or not self.current or not (told or low[to + 1] in _GREETING):
            return False
        verb = next((at for at in range(self.current[-1].last, to) if is_finite(low[at])), 0)
        called = low[verb] in _HELD_CALL and not _CALLS.isdisjoint(low[verb + 1 : verb + _HELD])
        others = (word for word in low[verb + 1 : to] if is_finite(word) and word not in _CALLS)
        return verb > 0 and (low[verb] in _MET or called) and next(others, None) is None

    def _is_noun(self, before: int, end: int) -> bool:
        """Tell whether a base form is a noun: *the press service*, *the advocate Lars Holm argued*."""
        if end < self.sentence.last and self.low[end] in _COMPOUND:
            return True
        if before >= self.sentence.first and self.low[before] == "to":
            return False
        if self.low[max(before, 0)] in _PRESS:
            return True
        if self.low[end : end + 1] in (["said"], ["say"], ["suggested"]):
            return True  # *news reports said*
        phrase = self.subjects.first.get(end)
        if phrase is None or phrase.last >= self.sentence.last or phrase.kind == PRONOUN:
            return False  # *allies insist she was right*
        return self.low[before + 1] not in ("say", "says") and self.low[phrase.last] in self.forms

    def _parted(self, before: int) -> Subject | None:
        """Return the subject that opens the sentence when a phrase parts it from its verb: *X during talks said*."""
        low, first = self.low, self.sentence.first
        while first < before and (low[first] in _ADVERBS or low[first] in _ALSO or low[first] == ","):
            first += 1
        phrase = self.subjects.first.get(first)
        if (
            self.found
            or phrase is None
            or phrase.kind not in (PERSON, ROLE, PRONOUN)
            or phrase.last >= before
        ):
            return None
        between = self.low[phrase.last : before + 1]
        parted = between[0] in _PARTING and (_FINITE | _JOINING).isdisjoint(between)
        return Subject((phrase,), phrase.first) if parted else None

    def _behind_quotation(self, before: int) -> Subject | None:
        """Return the long office between a quotation and its cue: *“…,” the Head of the President's Office said*."""
        quotation = self.opened.get(self.sentence.first)
        if quotation is None or quotation.last > before:
            return None
        at = quotation.last + (self.low[quotation.last] in ("–", "—", "-", ","))
        phrase = self.subjects.first.get(at)
        if phrase is None or phrase.kind not in (PERSON, ROLE) or phrase.last > before:
            return None
        between = self.low[phrase.last : before + 1]
        joins = between[0] in ("of", "for", "to", "'s") and (_FINITE | {","}).isdisjoint(between)
        return Subject((phrase,), at) if joins else None

    def _relative(self, left: int, frames: frozenset[str]) -> int:
        """*…, which she said will help*: where the relative clause begins, or 0."""
        low = self.low
        if low[left - 3 : left] == [",", "to", "which"]:
            return left - 3  # *…, to which Rivera expressed his support*
        if "say" not in frames or left - 1 <= self.sentence.first or low[left - 1] not in _RELATIVES:
            return 0
        opened = bool(self.found) and self.found[-1].content[0] == left  # *Bai said that Qi said …*
        if low[left - 1] == "that" and (low[left - 2] in _ALSO or opened):
            return 0  # *…, and that Latvia said …* goes on with the open content
        inside = left - 2 > self.sentence.first and low[left - 2] not in ("said", ",")
        if not self.found and not (low[left - 1] == "that" and inside):
            return 0
        led = low[left - 2] in _BEFORE_CLAUSE and low[left - 3] == ","  # *…, to which she replied that …*
        return left - 3 if led else left - 1

    def _aside(self, left: int) -> int:
        """Return where *…, without which, he told her, “…”* begins: at the comma before the relative; 0 elsewhere."""
        low = self.low
        if not self.found or self.found[-1].before or low[left - 1] != ",":
            return 0
        begin = max(self.found[-1].content[0] + 1, left - _ASIDE)
        relative = next((at for at in range(left - 2, begin, -1) if low[at] in _WHICH), 0)
        return next((at for at in range(relative, begin, -1) if low[at] == ","), relative)

    def _new_clause(self, left: int) -> bool:
        """Tell whether a subject at ``left`` opens a clause of its own rather than one inside the open content."""
        low, place = self.low, left - 1
        while place > self.sentence.first and low[place] in _ADVERBS:
            place -= 1
        if place <= self.sentence.first:
            return True
        open_one = self.found[-1]
        if self._relays(open_one, left):
            self.found.pop()
            return True
        if low[open_one.cue[0]] == "according" and low[place] == ",":
            return self._overrides(left)
        if place == open_one.content[0]:
            return False  # *adding that while X welcomed …, it did not …*
        described = (
            low[place].isalpha() and low[place - 1] in PARTING_WORDS
        )  # *while crossbencher Jo Hart said*
        if open_one.before or low[place] in PARTING_WORDS or described:
            return True
        if low[place] == "," and (stop := self._after_semicolon(place)) > open_one.content[0]:
            open_one.content = (open_one.content[0], stop)
            return True
        if low[place] in _ALSO and "," in (
            low[place - 1],
            low[place - 2] if place - 1 in self.quoted else "",
        ):
            return True
        if low[place] == "and" and not open_one.clausal:
            return True
        if low[place] == "when" and not open_one.clausal and low[left - 1] == "when":
            return True  # *committed to closer ties when X congratulated Y*
        if low[place] == "as" and low[place - 1] == "," and low[left] in _HE:
            return True  # *reiterated the claim, as he defended the silence on it*
        return low[place] == "," and open_one.left == self.sentence.first and not open_one.subject

    def _after_semicolon(self, comma: int) -> int:
        """Return the semicolon before *on climate,* when the comma closes such an opening phrase; 0 otherwise."""
        for at in range(comma - 1, max(self.sentence.first, comma - _OPENING), -1):
            if self.low[at] == ";":
                return at if self.low[at + 1] in _BEFORE_CLAUSE else 0
        return 0

    def _same_as_opener(self, subject: Subject) -> tuple[Phrase, ...]:
        """Return who *he* is in *Rivera did not name Biden, but he urged …*: the subject before; else nothing."""
        who = subject.phrases[0]
        alone = (
            not self.found and self.low[subject.left - 1] == "but" and self.low[who.first] in ("he", "she")
        )
        named = len(self.opener) == 1 and self.opener[0].kind in (PERSON, ROLE, MAYBE)
        return self.opener if alone and named else ()

    def _within(self, subject: Subject) -> bool:
        """Tell whether a pronoun's clause hangs on the noun before it: *the militants it backs*."""
        at, phrase = subject.left - 1, subject.phrases[0]
        if phrase.kind != PRONOUN or at <= self.sentence.first or self.found:
            return False
        if not any(map(is_finite, self.low[self.sentence.first : at])):
            return False  # *To this end they decided …*
        word = self.tokens.words[at]
        return word[0].islower() and word.isalpha() and self.low[at] not in _BEFORE_CLAUSE

    def _relays(self, outer: Clause, left: int) -> bool:
        """Tell whether an open attribution only passes on what the subject at ``left`` said.

        *The ministry said that Qi stressed …* is Qi's; *Bai said that Qi stressed …* is Bai's.
        """
        inner, relay = self.subjects.first.get(left), outer.subject[0] if outer.subject else None
        if inner is None or inner.kind not in (PERSON, ROLE, GROUP) or relay is None or outer.before:
            return False
        if "accepted" in self.low[inner.last : inner.last + 2]:
            return False  # *the spokesman added that Rivera accepted*: nothing was said
        begins = left == outer.content[0] or self.low[left - 1] == ","
        passes_on = relay.kind == BODY or self._speaks_for_others(relay)
        passes_on |= (
            relay.kind == MAYBE and self.tokens.words[relay.first].isupper()
        )  # *NPR reported X urged …*
        passes_on |= relay.kind == NOUN and relay.word in _RELAY
        passes_on |= relay.kind == PRONOUN and relay.word == "it"
        return begins and outer.clausal and passes_on

    def _still_told(self, subject: Subject, form: Form) -> bool:
        """Tell whether *and Chile looks forward to it* goes on with what *he said that …*."""
        if not self.found or form.form != PRESENT or self.low[subject.left - 1] != "and":
            return False
        told = self.found[-1]
        return told.clausal and told.past and not told.before and told.content[0] < subject.left

    def _only_where(self, clause: Clause, first: int, last: int) -> bool:
        """Tell the *in their call* left of *the palace said that in their call, X and Y affirmed …*."""
        if not clause.clausal or clause.before or first >= last or self.low[last : last + 1] != [","]:
            return False
        verbs = (low for low in self.low[first:last] if is_finite(low) and low not in _CALLS)
        return self.low[first] in _WITHIN and next(verbs, None) is None

    def _passes_on(self, clause: Clause, first: int, last: int) -> bool:
        """Tell whether a body or spokesperson only tells who met: *the ministry said the two met in Oslo*."""
        if not clause.clausal or clause.before or not clause.subject or first in self.opened:
            return False
        relay, who = clause.subject[0], self.subjects.first.get(first)
        passes = relay.kind == BODY or self._speaks_for_others(relay)
        passes |= relay.kind == NOUN and relay.word in _RELAY
        if not passes or who is None or who.kind not in _MEETING or "not" in self.low[first:last]:
            return False
        if any(at in self.opened for at in range(first, last)):
            return False  # *the palace said the two met to “discuss the next steps”*
        verb = next((low for low in self.low[who.last : last] if is_finite(low) and low not in _HAVE), "")
        return verb in _TOPICS

    def _speaks_for_others(self, relay: Phrase) -> bool:
        """Tell whether a phrase means a spokesperson: *the spokeswoman*, *Kremlin press secretary X*, *Miller*."""
        if relay.word == "secretary" and "press" in self.low[relay.first : relay.last]:
            return True
        return relay.word.startswith("spokes") or self.low[relay.last - 1] in self.spokespersons

    def _known(self, clause: Clause) -> bool:
        """Tell whether somebody in particular speaks: *Keller* or *Peru*, not *some critics*."""
        return bool(clause.subject) and clause.subject[0].kind in _PERSONAL | {COUNTRY}

    def _overrides(self, left: int) -> bool:
        """Drop *According to the palace* before what Qi said, which is Qi's; *According to Lin* keeps it."""
        outer = self.found[-1].subject
        if outer and outer[0].kind in _PERSONAL and not self._speaks_for_others(outer[0]):
            return False
        self.found.pop()
        return True

    def _interrupted(self, comma: int) -> bool:
        """Tell whether words between commas part a verb here: *Peru has, in fact, urged …*."""
        low = self.low
        other = next(
            (at for at in range(comma - 1, max(self.sentence.first, comma - _HELD), -1) if low[at] == ","), 0
        )
        return other > 0 and low[other - 1] in _FINITE - {"met"}

    def _inside(self, joint: int, at: int) -> bool:
        """Tell whether *and* at ``joint`` goes on inside the open content: *said the pact did X and had done Y*."""
        low, begin = self.low, self.found[-1].content[0]
        if low[joint - 1] == ",":
            return False
        if not _PERFECT.isdisjoint(low[joint:at]):
            return True
        subject = self.subjects.opening(begin, self.sentence)
        if subject is None or subject.phrases[0].kind not in (GROUP, PRONOUN):
            return False
        if low[subject.phrases[-1].last] in _NOW or not _MODALS.isdisjoint(low[begin:joint]):
            return False  # *said it is late and asked …*
        verbs = (form for place in range(begin, joint) for form in self.forms.get(low[place], ()))
        return any(form.form == PAST for form in verbs)
