"""Where statements begin, end and part from each other: asides, joined cues, what stands in between."""

import pytest

from tests.reading.vienna import ANA, TOMAS, said


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Keller said Chile and Italy enjoyed ties, adding that Italy would wait.",
            [(ANA, "said", "Chile and Italy enjoyed ties"), (ANA, "adding", "Italy would wait")],
        ),
        (
            "Keller said it is late, adding that while Chile welcomes guests, it does not invite them.",
            [
                (ANA, "said", "it is late"),
                (ANA, "adding", "while Chile welcomes guests, it does not invite them"),
            ],
        ),
        (
            '"Haste" is no virtue, Keller said, adding that "calm" leads to success.',
            [(ANA, "said", '"Haste" is no virtue'), (ANA, "adding", '"calm" leads to success')],
        ),
        ("Keller praised that country's patience.", [(ANA, "praised", "that country's patience")]),
        (
            "Keller took the opportunity to reiterate Austrian support for the plan.",
            [(ANA, "reiterate", "Austrian support for the plan")],
        ),
        ("They discussed how to make Chile and the miners it backs keep their word.", []),
    ],
)
def test_what_belongs_to_a_statement_and_what_opens_one(sentence, found):
    assert said(sentence) == found


def test_the_present_tense_goes_on_after_a_noun_phrase():
    assert said(
        "Keller said that Austria is ready. She expressed her hope for peace. Austria is also willing to wait."
    ) == [
        (ANA, "said", "Austria is ready"),
        (ANA, "expressed", "her hope for peace"),
        (ANA, "", "Austria is also willing to wait"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Keller affirmed the depth of the friendship, which, she said, is built on trust.",
            [(ANA, "affirmed", "the depth of the friendship"), (ANA, "said", "is built on trust")],
        ),
        (
            "They stressed the need to act, as well as discussed trade.",
            [("both sides", "stressed", "the need to act")],
        ),
        (
            "Later Keller met with President Rivera, where she denounced the pact.",
            [(ANA, "denounced", "the pact")],
        ),
        ("Keller was clear about the need to act.", [(ANA, "was clear", "the need to act")]),
    ],
)
def test_asides_and_pronouns(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The two also met the press, and concurred in opposing the plan.",
            [("both sides", "concurred", "opposing the plan")],
        ),
        ("Keller warned against steps that could hurt.", [(ANA, "warned against", "steps that could hurt")]),
        ("Keller was quick to add that nothing was decided.", [(ANA, "add", "nothing was decided")]),
        (
            "Keller said exports had doubled; on climate, she called for bolder targets.",
            [(ANA, "said", "exports had doubled"), (ANA, "called for", "bolder targets")],
        ),
        ("In Keller's view, the deal falls short.", [(ANA, "In Keller's view", "the deal falls short")]),
        (
            "Keller told the Herald's Today show the deal would not help.",
            [(ANA, "told", "the deal would not help")],
        ),
        ("The Chileans said they would wait.", [("Chile", "said", "they would wait")]),
        (
            "While Keller insisted on a deadline, Rivera argued for patience.",
            [(ANA, "insisted", "a deadline"), (TOMAS, "argued for", "patience")],
        ),
    ],
)
def test_light_and_joined_cues(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Keller said in Vienna on Monday after talks with Rivera that Austria would wait.",
            [(ANA, "said", "Austria would wait")],
        ),
        (
            "Keller said at a regular press briefing on Tuesday that Austria opposes the move.",
            [(ANA, "said", "Austria opposes the move")],
        ),
        (
            "Trade is growing, Keller said on Tuesday after talks that also covered cars.",
            [(ANA, "said", "Trade is growing")],
        ),
        ("Keller assured Rivera of Austria's support.", [(ANA, "assured", "Austria's support")]),
        (
            "The spokesman added that Rivera had accepted the invitation.",
            [("spokesman", "added", "Rivera had accepted the invitation")],
        ),
        (
            "Keller stressed that Austria is ready. As neighbours, they shoulder a duty.",
            [(ANA, "stressed", "Austria is ready"), (ANA, "", "As neighbours, they shoulder a duty")],
        ),
    ],
)
def test_what_stands_between_a_cue_and_its_content(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Trade mattered as much to Vienna, she said, and Austria would stand by it.",
            [(ANA, "said", "Trade mattered as much to Vienna"), (ANA, "said", "Austria would stand by it")],
        ),
        (
            "Keller stressed the need for trust, without which, she told Rivera, no pact will last.",
            [(ANA, "stressed", "the need for trust"), (ANA, "told", "no pact will last")],
        ),
        (
            "Keller today (Monday 3 May) announced ten million euros.",
            [(ANA, "announced", "ten million euros")],
        ),
        ("The pair agreed on a date.", [("both sides", "agreed", "a date")]),
        (
            "Keller called Chile the gateway to the south.",
            [(ANA, "called", "Chile the gateway to the south")],
        ),
        ("Keller welcomed Rivera and held talks.", []),
        ("Keller welcomed Rivera and his delegation.", [(ANA, "welcomed", "Rivera and his delegation")]),
        (
            "While appreciating Chile's patience, Keller stressed the need for a bank.",
            [(ANA, "appreciating", "Chile's patience"), (ANA, "stressed", "the need for a bank")],
        ),
        ("His Excellency Tom Berg, the envoy, said it was late.", [("Tom Berg", "said", "it was late")]),
    ],
)
def test_asides_pairs_and_guests(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Keller underlined the need for trust, and in this regard proposed a joint study.",
            [(ANA, "underlined", "the need for trust"), (ANA, "proposed", "a joint study")],
        ),
        (
            "The head of the Austrian diplomacy stressed the need to act.",
            [(ANA, "stressed", "the need to act")],
        ),
        ("Keller was briefed by Rivera on the floods.", [(TOMAS, "briefed", "the floods")]),
        ("Keller repeated to reporters that it was late.", [(ANA, "repeated", "it was late")]),
        (
            "State television quoted Rivera as telling Keller that it was late.",
            [(TOMAS, "quoted Rivera as telling Keller", "it was late")],
        ),
        (
            "Keller commented on the pact, calling it “void”.",
            [(ANA, "calling", "it “void”")],
        ),
        ("Commenting on the talks, Keller said it was late.", [(ANA, "said", "it was late")]),
    ],
)
def test_words_between_a_speaker_and_a_cue(sentence, found):
    assert said(sentence) == found


def test_a_noun_phrase_ends_at_a_semicolon_before_another_subject():
    assert said("Keller proposed a joint exercise; Rivera is learnt to have welcomed it.") == [
        (ANA, "proposed", "a joint exercise"),
        (TOMAS, "welcomed", "it"),
    ]


def test_a_relative_reply():
    assert said("Keller hoped that aid would go on, to which President Rivera replied that it would.") == [
        (ANA, "hoped", "aid would go on"),
        (TOMAS, "replied", "it would"),
    ]


@pytest.mark.parametrize(
    ("sentence", "cue", "text"),
    [
        ("Keller condemned in the strongest terms the coup.", "condemned", "the coup"),
        ("Rivera noted with deep concern the rise in piracy.", "noted", "the rise in piracy"),
        ("Keller dismissed as nonsense reports of a rift.", "dismissed", "nonsense reports of a rift"),
        ("Keller left open whether Vienna would send arms.", "left open", "whether Vienna would send arms"),
        ("Rivera left no doubt that Chile would vote.", "left no doubt", "Chile would vote"),
    ],
)
def test_a_mood_between_the_cue_and_the_content_is_stepped_over(sentence, cue, text):
    assert said(sentence)[0][1:] == (cue, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rivera struck a cautious tone: “We are not there yet.”",
        "“We are not there yet” was how Rivera put it.",
        "“We are not there yet” was Rivera's answer.",
    ],
)
def test_a_quotation_belongs_to_whom_the_sentence_gives_it(sentence):
    assert [(who, text.rstrip(".")) for who, _, text in said(sentence)] == [(TOMAS, "We are not there yet")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller was urged by her counterpart to wait.", [(TOMAS, "urged", "to wait")]),
        ("Rivera was asked by Keller to support the bid.", [(ANA, "asked", "to support the bid")]),
        (
            "Rivera thanked Keller. Rivera was told by his counterpart that it was late.",
            [(ANA, "told", "it was late")],
        ),
        (
            "Rivera expressed Chile's thanks during a meeting with Ambassador Kim Park at Hofburg Hall.",
            [(TOMAS, "expressed", "Chile's thanks")],
        ),
    ],
)
def test_who_urged_and_during_which_meeting(sentence, found):
    assert said(sentence)[-1:] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller warned of delay, citing a report.", [(ANA, "warned", "delay")]),
        ("Rivera rejected the claim, state media reported.", [(TOMAS, "rejected", "the claim")]),
        (
            "Keller expressed readiness to take part in the Dushanbe conference.",
            [(ANA, "expressed", "readiness to take part in the Dushanbe conference")],
        ),
        (
            "Rivera held out the prospect of a customs union.",
            [(TOMAS, "held out the prospect of", "a customs union")],
        ),
    ],
)
def test_what_is_told_after_a_statement(sentence, found):
    assert said(sentence) == found


def test_a_second_statement_is_none_of_the_first_ones_where_that_is_in_the_present():
    found = said("Keller stressed that it is wrong to delay works related to the road and outlined her plan.")
    assert [text for _, _, text in found] == ["it is wrong to delay works related to the road", "her plan"]


@pytest.mark.parametrize("cue", ["signalled", "guaranteed", "certified", "bragged", "pleaded"])
def test_cues_with_that(cue):
    assert [(who, text) for who, _, text in said(f"Keller {cue} that trade had grown.")] == [
        (ANA, "trade had grown")
    ]
