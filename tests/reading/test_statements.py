"""What is attributed to whom: one construction of the register after the other."""

import pytest

from store.model import ALL_PARTICIPANTS, BOTH_SIDES, Source
from store.reading import read
from tests.reading.vienna import LEAD, said


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller said that the road is long.", [("Ana Keller", "said", "the road is long")]),
        ("Keller said on Monday the road is long.", [("Ana Keller", "said", "the road is long")]),
        ("Keller said, the road is long.", [("Ana Keller", "said", "the road is long")]),
        ("The road is long, Keller said.", [("Ana Keller", "said", "The road is long")]),
        ("The road is long, said Keller.", [("Ana Keller", "said", "The road is long")]),
        ("According to Keller, the road is long.", [("Ana Keller", "According to", "the road is long")]),
        ("The road is long, according to Keller.", [("Ana Keller", "according to", "The road is long")]),
        (
            "In her speech to the Council, Keller noted the need to act.",
            [("Ana Keller", "noted", "the need to act")],
        ),
        ("Keller told Rivera here that time is short.", [("Ana Keller", "told", "time is short")]),
        (
            "Keller informed Rivera about the talks in Rome.",
            [("Ana Keller", "informed", "the talks in Rome")],
        ),
        ("Keller thanked Rivera for the welcome.", [("Ana Keller", "thanked", "Rivera for the welcome")]),
        ("Keller called on Chile to sign.", [("Ana Keller", "called on", "Chile to sign")]),
        ("Keller called for restraint.", [("Ana Keller", "called for", "restraint")]),
        ("Keller agreed to a visit in May.", [("Ana Keller", "agreed", "a visit in May")]),
        ("Keller agreed to visit Chile in May.", [("Ana Keller", "agreed", "to visit Chile in May")]),
        ("Keller made clear that Austria would wait.", [("Ana Keller", "made clear", "Austria would wait")]),
        ("Keller expressed to Rivera her condolences.", [("Ana Keller", "expressed", "her condolences")]),
        (
            "Keller, who had come by train, stressed the need for rest.",
            [("Ana Keller", "stressed", "the need for rest")],
        ),
        (
            "For her part, Keller, in turn, raised the price of grain.",
            [("Ana Keller", "raised", "the price of grain")],
        ),
        ("Keller described the talks as frank.", [("Ana Keller", "described", "the talks as frank")]),
    ],
)
def test_one_cue(sentence, found):
    assert said(sentence) == found


def test_coordinated_cues_share_the_speaker_and_end_each_other():
    assert said(
        "Keller welcomed the pact and called for its signing, adding that Austria was ready, and thanked Chile."
    ) == [
        ("Ana Keller", "welcomed", "the pact"),
        ("Ana Keller", "called for", "its signing"),
        ("Ana Keller", "adding", "Austria was ready"),
        ("Ana Keller", "thanked", "Chile"),
    ]


def test_a_participle_before_its_speaker():
    assert said("Hailing the pact, Rivera said it would last.") == [
        ("Tomas Rivera", "Hailing", "the pact"),
        ("Tomas Rivera", "said", "it would last"),
    ]


def test_a_noun_phrase_ends_where_another_clause_begins():
    assert said("Keller welcomed the pact, and Rivera left for Rome.") == [
        ("Ana Keller", "welcomed", "the pact")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Keller and Rivera discussed the need for reform.",
        "The ministers exchanged views on trade.",
        "Keller did not say when she would return.",
        "Keller welcomed Rivera to Vienna on Monday.",
        "Keller called on the President on Monday.",
        "The agreed text was signed at noon.",
        "The measures announced last week cost much.",
        "If Keller rejected the plan, it would fail.",
        "Would Keller speak of it?",
    ],
)
def test_no_statement(sentence):
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The minister noted the delay.", "Ana Keller"),
        ("The President noted the delay.", "Tomas Rivera"),
        ("The Austrian minister noted the delay.", "Ana Keller"),
        ("The Chilean leader noted the delay.", "Tomas Rivera"),
        ("The head of state noted the delay.", "Tomas Rivera"),
        ("The Chilean side noted the delay.", "Chile"),
        ("Vienna noted the delay.", "Austria"),
        ("The two sides noted the delay.", BOTH_SIDES),
        ("Both noted the delay.", BOTH_SIDES),
        ("Keller and Rivera noted the delay.", BOTH_SIDES),
        ("It was noted that the delay was long.", BOTH_SIDES),
        ("Keller spoke first. Her counterpart noted the delay.", "Tomas Rivera"),
        ("The European Commission noted the delay.", "European Commission"),
        ("Keller's office noted the delay.", "Ana Keller"),
        ("Keller arrived late. She noted the delay.", "Ana Keller"),
        ("A tired porter noted the delay. The Kremlin said that it was small.", "Kremlin"),
    ],
)
def test_who_is_meant(sentence, speaker):
    assert [name for name, _, _ in said(sentence)] == [speaker]


def test_three_who_met():
    lead = (
        "Prime Minister Ana Keller of Austria, President Tomas Rivera of Chile and Foreign Minister "
        "Lena Moe of "
        "Norway met in Vienna.\n\n"
    )
    found = said("The three leaders welcomed the pact.\n\nKeller and Moe welcomed the plan.", lead)
    assert [name for name, _, _ in found] == [ALL_PARTICIPANTS, "Ana Keller; Lena Moe"]


def test_relayed_speech_belongs_to_who_spoke():
    assert said("Xinhua said Rivera repeated the offer.") == [("Tomas Rivera", "repeated", "the offer")]
    assert said("Rivera rejected the offer, sources said.") == [("Tomas Rivera", "rejected", "the offer")]


def test_reported_speech_goes_on_in_the_present_tense():
    found = said(
        "Rivera said that Chile is a friend. Chile supports the plan and will sign it. Then the "
        "lights went out."
    )
    assert [(name, cue) for name, cue, _ in found] == [("Tomas Rivera", "said"), ("Tomas Rivera", "")]
    assert found[1][2] == "Chile supports the plan and will sign it"


def test_a_list_that_an_attribution_announces():
    assert said("The two sides agreed:\n\n1. to meet in May;\n2. to open a school.") == [
        (BOTH_SIDES, "agreed", "to meet in May"),
        (BOTH_SIDES, "agreed", "to open a school"),
    ]


def test_tags_and_doubts():
    reading = read(
        Source.of(LEAD + "Keller stressed the one-China principle. A diplomat said that it rained.")
    )
    first, second = reading.quotes
    assert "one-china" in first.tags
    assert first.sure
    assert not second.sure


def test_what_is_said_may_hold_a_verb_that_no_table_knows():
    assert said("Rivera said meetings of this sort build trust.") == [
        ("Tomas Rivera", "said", "meetings of this sort build trust")
    ]
    assert said("Rivera said nothing of substance afterwards.") == []


def test_words_left_out_of_a_transcript_end_a_turn():
    found = said(
        "Tomas Rivera: We are glad to be here.\n\nAna Keller: Thank you.\n\n<…>\n\nFollowing the "
        "talks, Rivera invited "
        "Ms Keller to Santiago."
    )
    assert found == [
        ("Tomas Rivera", ":", "We are glad to be here."),
        ("Ana Keller", ":", "Thank you."),
        ("Tomas Rivera", "invited", "Ms Keller to Santiago"),
    ]


def test_the_foreign_minister_is_not_the_secretary_of_state():
    lead = (
        "Secretary of State Carol Marlow met today with Kenya's Deputy Prime Minister and Foreign "
        "Minister Ali Otieno "
        "in Nairobi.\n\n"
    )
    assert said(
        "The Secretary raised the matter. The Foreign Minister assured her that it was settled.", lead
    ) == [
        ("Carol Marlow", "raised", "the matter"),
        ("Ali Otieno", "assured", "it was settled"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rivera told a joint press conference that it was late.", [("Tomas Rivera", "told", "it was late")]),
        ("Rivera stated to the effect that it was late.", [("Tomas Rivera", "stated", "it was late")]),
        (
            '"It is late," a person familiar with the talks said.',
            [("person familiar with the talks", "said", "It is late")],
        ),
        ("The 54-year-old president said it was late.", [("Tomas Rivera", "said", "it was late")]),
        (
            "A Chilean diplomat said that it was late. It would get later, he added.",
            [
                ("Chilean diplomat", "said", "it was late"),
                ("Chilean diplomat", "added", "It would get later"),
            ],
        ),
        (
            "Lee Harker, Horn of Africa analyst at the Nile Basin Group, said it was late.",
            [("Lee Harker", "said", "it was late")],
        ),
        ("Kajiado Senator Gideon Lema said it was late.", [("Gideon Lema", "said", "it was late")]),
    ],
)
def test_who_speaks_in_the_news(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Rivera and Keller sat down. He told her that it was late. She replied that it was early.",
            [("Tomas Rivera", "told", "it was late"), ("Ana Keller", "replied", "it was early")],
        ),
        ("Some diplomats said that it was late.", [("diplomats", "said", "it was late")]),
        (
            "Two officials, who asked not to be named, said it was late.",
            [("officials", "said", "it was late")],
        ),
        (
            "It was late, according to opposition leader Max Gruber.",
            [("Max Gruber", "according to", "It was late")],
        ),
        ("Rivera said last week that it was late.", [("Tomas Rivera", "said", "it was late")]),
        ("A joint statement issued after the talks said it was late.", [(BOTH_SIDES, "said", "it was late")]),
    ],
)
def test_more_of_who_speaks_in_the_news(sentence, found):
    assert said(sentence) == found
