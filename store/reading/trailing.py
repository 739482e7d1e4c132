"""Attributions behind what they attribute, or apart from it: *…, said X*, *…, X said*, *according to X*."""

from __future__ import annotations

from dataclasses import replace

from store.reading.cues import GERUND, Form, cues_at
from store.reading.endings import SPEAKING
from store.reading.phrase import BODY, GROUP, MAYBE, NOUN, PERSON, PRONOUN, ROLE, Phrase
from store.reading.subjects import KNOWING, Subject, is_finite
from store.reading.tables import classes, word_class
from store.reading.walking import OBJECTS, QUOTING, Clause, Walk

_LONGEST = 120  # tokens of a quotation inside a sentence
_NEAR = 12  # tokens between a quotation and its second half
_PAUSES = frozenset({",", "!", "?"})
_CLOSING = frozenset({",", "”", '"', "’", "»", "!", "?", "—", "–", "'"})
_NOUNS = classes("nouns")
_PERSONAL = frozenset({PERSON, ROLE, PRONOUN, GROUP})
_AUXILIARIES = word_class("auxiliary") | word_class("modal")
_VIEW = classes("nouns")["view"]
WHOSE = {"his": "he", "her": "she", "their": "they"}
_TOPICS = _NOUNS["topic-verb"] | {"spoke"}
_SENTENCE = 5  # tokens that a sentence has at least
_OWN = 3  # tokens of *By her own account* before its noun
_IT_WAS = frozenset({("it", "was"), ("it", "is")})
_BELIEVING = frozenset({"believes", "believe", "thinks", "think"})
_HAVE = frozenset({"has", "have", "had"})
_DETERMINERS, _ADVERBS = word_class("determiner"), word_class("adverb")
_JOINTS = word_class("preposition") | word_class("adverb") | {"and", "who", "which", "that", "as"}


class Trailing(Walk):
    """Reads attributions whose content stands before the cue."""

    def _after_quotation(self, clause: Clause) -> int:
        """Take the second half of *"A," he said, "b."* as a statement too; return where it ends, or 0."""
        whole = self.opened.get(clause.content[0]) if clause.before else None
        if whole is None or whole.last < clause.content[1] - 1:
            return 0
        for at in range(clause.cue[1], min(clause.cue[1] + _NEAR, self.sentence.last - 1)):
            quotation = self.opened.get(at)
            if quotation is not None and "that" in self.low[clause.cue[1] : at]:
                return 0  # *…, he said, adding that “b” was c*
            if quotation is not None:
                self.found.append(replace(clause, left=at, content=(at, quotation.last)))
                return max(quotation.last, at + 1)
        return 0

    def _further(self, clause: Clause) -> int:
        """Take what goes on after *…, she said, and Chile would wait* and *…, she said; …*; return 0."""
        end, last = clause.cue[1], self.sentence.last
        if not clause.before or clause.content[0] in self.opened or end + 3 >= last:
            return 0
        begin = end + 1 if self.low[end] == ";" else end + 2
        joined = self.low[end] == ";" or (self.low[end] == "," and self.low[end + 1] in ("and", "but"))
        if joined and not _AUXILIARIES.isdisjoint(self.low[begin:last]):
            self.found.append(replace(clause, left=end, content=(begin, last), before=False))
        return 0

    def _beside_quotation(self) -> Clause | None:
        """Take whoever stands beside a quotation for its speaker, whatever the verb says.

        *“This is no game,” Carter thundered.* and *Reed shrugged it off: “I've heard worse.”*
        """
        first, last = self.sentence.first, self.sentence.last
        quotation = self.opened.get(first)
        if quotation is None:
            announced = (at for at in range(first + 1, last) if at in self.opened and self.low[at - 1] == ":")
            at = next(announced, 0)
            label = self.subjects.first.get(first)
            labelled = label is not None and label.last == at - 1 and label.kind in (PERSON, ROLE, MAYBE)
            who = (label,) if label and labelled else self.current  # *Keller: “I've heard worse.”*
            fills = at and self.opened[at].last >= last - 1 and who
            return Clause(at - 1, (at - 1, at), who, (at, self.opened[at].last)) if fills else None
        after = quotation.last + (self.low[quotation.last : quotation.last + 1] == [","])
        if owner := self._whose_words(after):
            return Clause(
                first, (after, after + 1), (owner,), (first, quotation.last), before=True, clausal=True
            )
        phrase = self.subjects.first.get(after)
        pauses = self.low[quotation.last - 2] in _PAUSES or self.low[quotation.last : after] == [","]
        if phrase is None or not pauses or phrase.kind not in SPEAKING | {MAYBE} or phrase.last >= last:
            return None
        verb = (phrase.last, phrase.last + 1)
        if not is_finite(self.low[phrase.last]):
            return None
        return Clause(first, verb, (phrase,), (first, quotation.last), before=True, clausal=True)

    def _whose_words(self, at: int) -> Phrase | None:
        """Read whose: *“A gift” was how X put it*, *“Patience” was X's advice*, *was her advice*."""
        if self.low[at : at + 1] not in (["was"], ["is"]) or at + 3 >= self.sentence.last:
            return None
        if self.low[at + 1] == "how":
            return self.subjects.first.get(at + 2)
        if self.low[at + 1] in WHOSE:
            return Phrase(at + 1, at + 2, PRONOUN, word=WHOSE[self.low[at + 1]])
        owner = self.subjects.first.get(at + 1)
        return owner if owner and self.low[owner.last] == "'s" else None

    def _quoted_inside(self, at: int, end: int, subject: Subject) -> Clause | None:
        """*X made clear it was late: “A,” he said, “b”*: the quotation is a statement of its own."""
        if not self.found or self.found[-1].before or subject.left not in self.quoted:
            return None
        quotation = next((self.opened[place] for place in self._openers(subject.left)), None)
        if quotation is None:
            return None
        if self.low[quotation.first - 1] != ":" or not self.found[-1].content[0] < quotation.first:
            return None
        last = self.found[-1]
        last.content = (last.content[0], quotation.first - 1)
        said = (quotation.first, quotation.last)
        return Clause(quotation.first, (at, end), subject.phrases, said, before=True, clausal=True)

    def _openers(self, at: int) -> list[int]:
        """Return the opening mark of the quotation that ends before token ``at``, in a list, or nothing."""
        begin = max(self.sentence.first, at - _LONGEST)
        return [place for place in range(begin, at) if place in self.opened and self.opened[place].last == at]

    def _closes_quotation(self, left: int) -> bool:
        """Tell whether the subject at ``left`` follows a quotation that opens the sentence."""
        begin = self.found[-1].cue[1] if self.found and self.found[-1].before else self.sentence.first
        first = self.opened.get(begin)
        between = self.tokens.words[first.last : left] if first else []
        return (
            first is not None
            and first.last <= left
            and all(w[0].isupper() or w in (",", "as") for w in between)
        )

    def _inverted(self, at: int, end: int, form: Form) -> Clause | None:
        """*…, said X*: the speaker after the cue, the content before it."""
        phrase, place = self._follower(end), at - 1
        if form.cue.name == "say" and place in self.quoted and (phrase is None or phrase.word in KNOWING):
            phrase = self._anybody(end) or phrase
        if phrase is None or place < self.sentence.first or not form.cue.frames & {"say", "that"}:
            return None
        if (phrase.kind not in SPEAKING and phrase.kind not in (MAYBE, NOUN)) or self.tokens.words[
            place
        ] not in _CLOSING:
            return None
        rest = (phrase.last + 1, self.sentence.last)
        first = self.sentence.first
        told = place in self.quoted or self._tells(first, place)
        if not told and self.low[phrase.last : phrase.last + 1] == [","] and rest[0] + 1 < rest[1]:
            return Clause(first, (at, end), (phrase,), rest, clausal=True)  # *War, warned X, will follow*
        if not told and (phrase.kind == PRONOUN or is_finite(self.low[phrase.last])):
            return None  # *The developer, Northgate Homes, said it was late*
        return self._before(at, end, place, (phrase,))

    def _follower(self, at: int) -> Phrase | None:
        """Return who is named at token ``at``: also *Keller's press secretary, X*, *Keller's official*."""
        phrase = self.subjects.first.get(at)
        owner = phrase.last if phrase is not None else at + 1
        if owner + 1 >= self.sentence.last or self.low[owner] != "'s":
            return phrase
        holder = owner + 1
        named = self.subjects.first.get(holder)
        if named is not None and named.kind in SPEAKING:
            return named
        if phrase is not None and self.low[holder] in _NOUNS["person"]:
            return Phrase(phrase.first, holder + 1, NOUN, word=self.low[holder])
        return phrase

    def _anybody(self, at: int) -> Phrase | None:
        """Return *the rebels* after *“…,” said*: any noun phrase up to the next stop."""
        low, last = self.low, at
        while (
            last < self.sentence.last
            and low[last].isalpha()
            and last - at < _NEAR
            and low[last] not in _JOINTS
        ):
            last += 1
        begun = last - at > 1 and low[at] in _DETERMINERS
        if begun and (known := next((low[p] for p in range(at, last) if low[p] in KNOWING), "")):
            while last < self.sentence.last - 1 and low[last].isalpha() and last - at < _NEAR:
                last += 1
            return Phrase(at, last, NOUN, word=known)  # *said a source in the palace*
        return Phrase(at, last, NOUN, word=low[last - 1]) if begun else None

    def _trailing(self, at: int, end: int, subject: Subject, form: Form) -> Clause | None:
        """Read *…, X said* and *“…,” as X put it*."""
        place = subject.left - 1
        if self.low[place] == "as" and (put := self._put(place)):
            return Clause(put[0], (at, end), subject.phrases, put, before=True, clausal=True)
        if place < self.sentence.first or not form.cue.frames & {"say", "that"}:
            return None
        return self._before(at, end, place, subject.phrases) if self.tokens.words[place] in _CLOSING else None

    def _put(self, at: int) -> tuple[int, int] | None:
        """Return the quotation before *as* at ``at`` in *“…,” as X put it*; a comma parts them."""
        last = at - (self.low[at - 1] == ",")
        parted = last < at or self.low[last - 2] in _PAUSES
        return next(((first, last) for first in self._openers(last) if parted), None)

    def _before(self, at: int, end: int, place: int, subject: tuple[Phrase, ...]) -> Clause | None:
        """Make a clause whose content ends at token ``place``; what was found inside that content is dropped."""
        if self.low[self.sentence.first] == "asked" and place not in self.quoted:
            return None  # *Asked if it was late, Keller said no*
        begin = self.sentence.first if place in self.quoted else self._clause_begin(place)
        if place not in self.quoted and not self._tells(begin, place):
            aside = self.low[end : end + 1] == [","] and end + 2 < self.sentence.last
            rest = (end + 1, self.sentence.last)
            if aside and begin:
                return Clause(begin, (at, end), subject, rest, clausal=True)
            if aside or place - begin < _SENTENCE or at > place + 1 or self.low[at] == "according":
                return None  # … but not every verb is known: *The agenda includes A, said X*
        body = subject[0].kind in (NOUN, BODY) and place not in self.quoted
        short = subject[0].kind == MAYBE and self.tokens.words[subject[0].first].isupper()  # *said MFA*
        press = (
            "press" in self.low[max(subject[0].first - 2, 0) : subject[0].last]
        )  # *X's press secretary said*
        relayed = body or ((short or press) and place not in self.quoted)
        relayed |= subject[0].word.startswith("spokes") or subject[0].word.endswith("officials")
        relayed |= self._agency(subject[0], end) or self.low[at - 1] == "office"  # *Park's office said*
        relayed |= place in self.quoted and self._quoted_of_another(place)
        own = subject[0].word  # *the rebels urged Peru …, the rebels said*
        inner = [clause.subject[0] for clause in self.found if not clause.before and clause.subject]
        if relayed and any(one.kind in _PERSONAL or (one.kind == NOUN and one.word == own) for one in inner):
            if (last := self.found[-1]).content[0] < place:
                last.content = (last.content[0], place)
            return None
        if (
            relayed
            and not press
            and not self.found
            and place not in self.quoted
            and self._only_topic(begin, place)
        ):
            return None
        if self.found and not relayed and self._holds_all(place) and not self._thought():
            return None
        while self.found and not self.found[-1].before:
            self.found.pop()
        if self.found:
            begin = self.found[-1].cue[1]
        return Clause(begin, (at, end), subject, (begin, place + 1), before=True, clausal=True)

    def _tells(self, first: int, last: int) -> bool:
        """Tell whether there is a verb: one that is known, or *strives* after *Turkey*."""
        if any(map(is_finite, self.low[first:last])):
            return True
        subject = self.subjects.first.get(first)
        at = subject.last if subject is not None else last
        while at < last - 1 and (self.low[at] in _ADVERBS or self.low[at].endswith("ly")):
            at += 1  # *Chile firmly adheres*
        verb = self.low[at] if at < last else ""
        return verb.isalpha() and verb.endswith("s")

    def _clause_begin(self, place: int) -> int:
        """Return where the clause that ends with token ``place`` begins: behind the last semicolon."""
        first = self.sentence.first
        return next((at + 1 for at in range(place, first, -1) if self.low[at] == ";"), first)

    def _quoted_of_another(self, place: int) -> bool:
        """Tell whether the quotation that ends at ``place`` is somebody's already: *X said “A,” the palace said*.

        Also of *X and Y “agreed on A,” according to Z*, where the cue is quoted with its content.
        """
        if not self.found or self.found[-1].before or self.found[-1].cue[0] <= self.sentence.first:
            return False
        cue, content = self.found[-1].cue[0], self.found[-1].content[0]
        ends = (mark for end in (place, place + 1) for mark in self._openers(end))
        return any(mark == content or mark < cue < place for mark in ends)

    def _thought(self) -> bool:
        """Tell whether the last attribution only tells of a belief: *X believes that it is late, Y said*."""
        return self.low[self.found[-1].cue[0]] in _BELIEVING

    def _holds_all(self, place: int) -> bool:
        """Tell whether *she noted that …* goes on over ``place``, so that nothing after it can attribute it."""
        last = self.found[-1]
        if not last.subject or last.subject[0].kind not in _PERSONAL - {GROUP}:
            return False
        return not last.before and place not in self.quoted and self.low[last.content[0] - 1] == "that"

    def _agency(self, phrase: Phrase, end: int) -> bool:
        """Tell whether a name nobody explains closes the sentence as agencies do: *…, UNN reports*."""
        alone = phrase.kind == MAYBE and phrase.last - phrase.first == 1
        if alone and self.low[end : end + 1] == ["citing"]:
            return True  # *…, Trend reports citing a newspaper*
        return alone and end >= self.sentence.last - 1 and self.tokens.words[phrase.first].isupper()

    def _only_topic(self, first: int, last: int) -> bool:
        """Tell whether the main verb of the words only names a topic: *They also discussed trade*."""
        no_verb = _HAVE | _NOUNS["talks"]  # *In the talks, they also discussed trade*
        verb = next((low for low in self.low[first:last] if is_finite(low) and low not in no_verb), "")
        return verb in _TOPICS

    def _view(self, at: int) -> Clause | None:
        """Read *It was Keller's view that …*, *it was the view of both that …*, *Keller's message was that …*."""
        low, last = self.low, self.sentence.last
        if low[at] not in _VIEW or at + 3 >= last:
            return None
        if low[at] == "account" and low[at + 1] == ",":
            first = self.sentence.first  # *By her own account, she won.*
            whose = WHOSE.get(low[first + 1]) if low[first] == "by" and at - first <= _OWN else None
            pronoun = Phrase(first + 1, at, PRONOUN, word=whose or "")
            return Clause(first, (first, at + 1), (pronoun,), (at + 2, last), clausal=True) if whose else None
        owner = self.subjects.ending.get(at - 1) if low[at - 1] == "'s" else None
        holder = self.subjects.first.get(at + 2) if low[at + 1] == "of" else None
        if owner is not None and low[at + 1] in ("is", "was") and low[at + 2] == "that":
            return Clause(owner.first, (at, at + 1), (owner,), (at + 3, last), clausal=True)
        who = owner or holder
        opens = self.low[self.sentence.first] == "it" or low[at - 1] == "'s" or holder is not None
        end = holder.last if holder else at + 1
        told = _IT_WAS & {
            tuple(low[place : place + 2]) for place in range(max(at - _NEAR, self.sentence.first), at)
        }
        if who is None or not opens or not told or low[end : end + 1] != ["that"] or end + 1 >= last:
            return None
        return Clause(self.sentence.first, (at, at + 1), (who,), (end + 1, last), clausal=True)

    def _as_stressing(self, at: int, cue: int, who: Phrase) -> Clause | None:
        """Read *the agency quoted X as stressing the need …*."""
        form = next(
            (form for form in cues_at(self.low, cue, self.sentence.last) if form.form == GERUND), None
        )
        end = cue + 1 + len(form.cue.tail) if form else 0
        begin = self.contents.begin(end, form.cue, self.sentence) if form else None
        return Clause(at, (at, end), (who,), (begin, self.sentence.last)) if begin else None

    def _as_saying(self, at: int) -> Clause | None:
        """Read *“…,” the agency quoted X as saying* and *the agency quoted X as saying …*."""
        phrase = self.subjects.first.get(at + 1) if self.low[at] in QUOTING else None
        if self.low[at + 1 : at + 2] and self.low[at + 1] in OBJECTS:
            phrase = Phrase(at + 1, at + 2, PRONOUN, word=OBJECTS[self.low[at + 1]])
        if phrase is None or self.low[phrase.last : phrase.last + 1] != ["as"]:
            return None
        first, end = self.sentence.first, phrase.last + 2
        ahead = range(end, min(end + _NEAR, self.sentence.last))
        if self.low[end - 1 : end] == ["telling"]:  # *as telling Keller that …*
            end = next((place for place in ahead if self.low[place] == "that"), 0)
        elif self.low[end - 1 : end] != ["saying"]:
            return self._as_stressing(at, end - 1, phrase)
        if not end:
            return None
        quotation = self.opened.get(first)
        if quotation is not None and quotation.last <= at:
            return Clause(first, (at, end), (phrase,), (first, quotation.last), before=True, clausal=True)
        begin = end + (self.low[end : end + 1] == ["that"])
        begin += self.tokens.words[begin : begin + 1] == [","]
        last = self.sentence.last
        if begin < last - 1:
            return Clause(at, (at, end), (phrase,), (begin, last), clausal=True)
        who = self.subjects.before(at - 1, self.sentence)  # *A, the embassy quoted X as saying*
        before = who is not None and self.low[who.left - 1] == ","
        return self._before(at, end, who.left - 1, (phrase,)) if who is not None and before else None
