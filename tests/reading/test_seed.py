"""One text in the manner of parliamentary news, read in full."""

from store.model import BOTH_SIDES, Source
from store.reading import read

TEXT = """Top legislator meets speaker of Marovian assembly

Yaroslv Petrenko (left) and Lin Guowei (right).

3rd March 2024 – (Beijing) Lin Guowei, the Chairman of the National People’s Congress (NPC) Standing Committee, held \
talks with Yaroslav Petrenko, Chairman of the Russian State Duma, in Beijing. During the meeting, Lin emphasised the \
importance of regular exchanges. The two sides should make better use of committees.

Petrenko reiterated Russia’s support for the one-China principle and expressed gratitude for the welcome. The State \
Duma expressed its willingness to send a delegation. They aim to conclude an agreement on legal assistance.

The leaders agreed to meet again in Moscow.
"""


def test_the_meeting():
    meeting = read(Source.of(TEXT)).meeting
    assert (meeting.date, meeting.place, meeting.kind) == ("2024-03-03", "Beijing", "talks")
    first, second = meeting.officials
    assert (first.name, first.country) == ("Lin Guowei", "China")
    assert first.office == "Chairman of the National People’s Congress (NPC) Standing Committee"
    assert (second.name, second.country) == ("Yaroslav Petrenko", "Russia")
    assert "Yaroslv Petrenko" in second.aliases


def test_who_said_what():
    found = [(quote.speaker, quote.cue, quote.text) for quote in read(Source.of(TEXT)).quotes]
    assert found == [
        ("Lin Guowei", "emphasised", "the importance of regular exchanges"),
        ("Lin Guowei", "", "The two sides should make better use of committees"),
        ("Yaroslav Petrenko", "reiterated", "Russia’s support for the one-China principle"),
        ("Yaroslav Petrenko", "expressed", "gratitude for the welcome"),
        ("Russian State Duma", "expressed", "its willingness to send a delegation"),
        ("Russian State Duma", "aim", "to conclude an agreement on legal assistance"),
        (BOTH_SIDES, "agreed", "to meet again in Moscow"),
    ]


def test_every_text_is_its_slice():
    for quote in read(Source.of(TEXT)).quotes:
        assert quote.text == TEXT[quote.start : quote.end]
