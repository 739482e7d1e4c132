"""Sentences as agencies build them: what belongs to a statement, what opens a clause of its own, "
"who is behind it."""

import pytest

from store.model import BOTH_SIDES
from tests.reading.vienna import ANA, LEAD, TOMAS, reading


def said(sentences, lead=LEAD):
    return [(quote.speaker, quote.text) for quote in reading(sentences, lead).quotes]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "“Peace is near,” she said adding that Chile’s part is being hailed.",
            [(ANA, "Peace is near"), (ANA, "Chile’s part is being hailed")],
        ),
        (
            "The leaders closed the road when announcing they had removed the guards.",
            [(BOTH_SIDES, "they had removed the guards")],
        ),
        (
            "Officials familiar with the matter say that no decision was made.",
            [("Officials familiar with the matter", "no decision was made")],
        ),
        (
            "Rivera, in turn, said that he was aware of the delay: “I know that you came through Peru.”",
            [(TOMAS, "he was aware of the delay"), (TOMAS, "I know that you came through Peru.")],
        ),
        (
            "Handing over the list to the President of Peru, Clara von Berg noted that it takes years.",
            [("Clara von Berg", "it takes years")],
        ),
        (
            "According to the President, ties with Austria are important, and he appreciates contacts with it.",
            [(TOMAS, "ties with Austria are important, and he appreciates contacts with it")],
        ),
        (
            "She added that the road is open, and Chile looks forward to working with Peru.",
            [(ANA, "the road is open, and Chile looks forward to working with Peru")],
        ),
        ("The President urged to support Chile.", [(TOMAS, "to support Chile")]),
        (
            "Peru has warned both countries against joining the pact.",
            [("Peru", "both countries against joining the pact")],
        ),
        (
            "The agenda includes the release of prisoners, said Keller on Monday.",
            [(ANA, "The agenda includes the release of prisoners")],
        ),
        ("The developer, Northgate Homes, said it was late.", []),
        (
            "“Trade grew,” a Ministry of Trade (MTI) press statement said.",
            [("Ministry of Trade", "Trade grew")],
        ),
        (
            "They committed to deepen ties when Rivera congratulated Keller on her victory.",
            [(BOTH_SIDES, "to deepen ties"), (TOMAS, "Keller on her victory")],
        ),
        (
            "Rivera thanked the Cabinet for its work and gave instructions to sign the pact.",
            [(TOMAS, "the Cabinet for its work"), (TOMAS, "to sign the pact")],
        ),
    ],
)
def test_who_says_what(sentence, found):
    assert said(sentence) == found
