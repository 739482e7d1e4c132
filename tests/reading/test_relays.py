"""Who really said it: relays looked through, short names of bodies, and clauses inside what somebody said."""

import pytest

from store.model import Source
from store.reading import read

LEAD = "Foreign Minister Ana Keller of Austria met with President Tomas Rivera of Chile in Vienna on 3 May 2021.\n\n"
ANA, TOMAS = "Ana Keller", "Tomas Rivera"


def said(sentences):
    found = read(Source.of("Talks in Vienna\n\n" + LEAD + sentences)).quotes
    return [(q.speaker, q.cue, q.text) for q in found]


@pytest.mark.parametrize(
    "relay",
    [
        "A statement by the foreign ministry said that",
        "The White House said",
        "The Austrian foreign ministry said that during the meeting,",
        "The spokesperson said",
    ],
)
def test_what_a_body_or_statement_passes_on_is_the_officials(relay):
    assert said(f"{relay} Keller stressed the need to act.") == [(ANA, "stressed", "the need to act")]


def test_what_an_official_passes_on_is_the_officials_own():
    assert said("Rivera said that Keller stressed the need to act.") == [
        (TOMAS, "said", "Keller stressed the need to act")
    ]


def test_a_body_is_meant_by_its_noun_alone():
    assert said(
        "The Alpine Observatory for Mines said the mine is deep.\n\nThe Observatory said it is wet."
    ) == [
        ("Alpine Observatory for Mines", "said", "the mine is deep"),
        ("Alpine Observatory for Mines", "said", "it is wet"),
    ]


def test_a_countrys_statement_is_the_countrys():
    assert said("A Chilean statement added that time was short.") == [("Chile", "added", "time was short")]


def test_an_official_news_agency_is_no_official():
    assert said("They discussed the mine, according to Chile's official news agency.") == []


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
    "paragraph",
    ["By Friday, Keller said, the two had agreed on a date.", "The White House said the date was set."],
)
def test_a_sentence_is_no_furniture_though_it_begins_like_it(paragraph):
    assert said(paragraph)


def test_who_is_met_in_passing():
    text = "In his meeting with Foreign Minister Eva Ruiz of Peru, Rivera said that time was short."
    found = read(Source.of("Talks in Vienna\n\n" + LEAD + text)).meeting
    assert [one.name for one in found.officials] == [ANA, TOMAS, "Eva Ruiz"]


def test_a_dated_line_under_a_title_is_not_part_of_it():
    text = (
        "Keller: Austria is willing to buy 'more copper'\nUpdated 13:12, 28-May-2021\n\n"
        "Austria is willing to buy copper, Foreign Minister Ana Keller told President Tomas Rivera during a phone "
        "conversation on Thursday."
    )
    found = read(Source.of(text)).meeting
    assert (found.title, found.date, found.kind) == (
        "Keller: Austria is willing to buy 'more copper'",
        "2021-05-27",
        "call",
    )


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
        ("The rebels said they would wait.", [("rebels", "said", "they would wait")]),
        (
            '"Time is short," said the rebels. "We will wait."',
            [("rebels", "said", "Time is short"), ("rebels", "", "We will wait.")],
        ),
        (
            "The mountain rebels urged Chile to sign, the rebels said in a statement.",
            [("mountain rebels", "urged", "Chile to sign")],
        ),
        (
            "On the other hand, the police said at least three left.",
            [("police", "said", "at least three left")],
        ),
        ("On Friday the government said it was late.", [("government", "said", "it was late")]),
        ("But Keller in a speech on Sunday said it was late.", [(ANA, "said", "it was late")]),
        ("Host and guest agreed to meet again.", [("both sides", "agreed", "to meet again")]),
        (
            "Peace has waited long. Keller said this during a visit to Oslo.",
            [(ANA, "said", "Peace has waited long")],
        ),
        (
            "Peace has waited long. This was stated by Keller in Oslo.",
            [(ANA, "stated", "Peace has waited long")],
        ),
        (
            "Keller informed her counterpart about the strike, noting that Austria sees no end.",
            [(ANA, "informed", "the strike"), (ANA, "noting", "Austria sees no end")],
        ),
        (
            "Keller made clear Austria was sorry: “While we wait,” she said, “we hope.”",
            [
                (ANA, "made clear", "Austria was sorry"),
                (ANA, "said", "While we wait"),
                (ANA, "said", "we hope."),
            ],
        ),
        (
            "Keller noted that Chile has, in fact, urged its miners to wait.",
            [(ANA, "noted", "Chile has, in fact, urged its miners to wait")],
        ),
        (
            "She noted that while Chile waits, President Rivera, in his speech, affirmed in no vague words his care.",
            [
                (
                    ANA,
                    "noted",
                    "while Chile waits, President Rivera, in his speech, affirmed in no vague words his care",
                )
            ],
        ),
        ("Keller cited that the road is long.", [(ANA, "cited", "the road is long")]),
        ("Keller stressed trade.They also discussed copper.", [(ANA, "stressed", "trade")]),
    ],
)
def test_constructions_of_agencies(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The two also met the press, and concurred in opposing the plan.",
            [("both sides", "concurred", "opposing the plan")],
        ),
        ("Keller warned against steps that could hurt.", [(ANA, "warned", "steps that could hurt")]),
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
        ("“This is no game,” Keller thundered.", [(ANA, "thundered", "This is no game")]),
        ("Keller shrugged off the critics: “I have heard worse.”", [(ANA, ":", "I have heard worse.")]),
        ("Keller branded the plan “a shambles”.", [(ANA, "branded", "the plan “a shambles”")]),
        ("Keller branded the cattle.", []),
        (
            "According to people familiar with the matter, the pact is close.",
            [("people familiar with the matter", "According to", "the pact is close")],
        ),
        ("The archbishop, in his sermon, decried the haste.", [("archbishop", "decried", "the haste")]),
    ],
)
def test_news(sentence, found):
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
            "A spokesperson for the Mining Commission confirmed it was late.",
            [("Mining Commission", "confirmed", "it was late")],
        ),
        ("Appreciation was expressed by him for the aid.", [(ANA, "expressed", "the aid")]),
        ("Media reports earlier this month said it was late.", []),
        ("Keller welcomed today to the palace the Chilean minister.", []),
        (
            "The road was closed; a new one, she made clear, was not on the table.",
            [(ANA, "made clear", "was not on the table")],
        ),
        (
            "They agreed on the importance of training: a fund of ten million is to be made available.",
            [("both sides", "agreed", "the importance of training")],
        ),
        (
            "Both of them were of the opinion that it was late.",
            [("both sides", "were of the opinion", "it was late")],
        ),
        ("For Keller, the price mattered: she hoped that it would fall.", [(ANA, "hoped", "it would fall")]),
    ],
)
def test_who_and_where(sentence, found):
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


def test_speech_in_paragraphs_of_its_own():
    paragraphs = (
        "Foreign Minister Ana Keller said:\n\nAustria gets its power from the sun.\n\nWe can put money there.\n\n"
        "President Tomas Rivera said:\n\nOur pact is firm.\n\nThe pact was signed in 2020."
    )
    assert said(paragraphs) == [
        (ANA, ":", "Austria gets its power from the sun.\n\nWe can put money there."),
        (TOMAS, ":", "Our pact is firm."),
    ]


def test_his_majesty_is_the_king():
    lead = "Prime Minister Ana Keller of Austria met King Omar Fadl of Jordan in Vienna on 3 May 2021.\n\n"
    found = read(Source.of("Talks\n\n" + lead + "His Majesty warned that time was short.")).quotes
    assert [(q.speaker, q.text) for q in found] == [("Omar Fadl", "time was short")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller — who had come by train — called for patience.", [(ANA, "called for", "patience")]),
        ("The latter underlined the need for patience.", [(TOMAS, "underlined", "the need for patience")]),
        ("The former thanked Rivera.", [(ANA, "thanked", "Rivera")]),
        ("The Austrian said she would wait.", [(ANA, "said", "she would wait")]),
        ("Rivera himself proposed a truce.", [(TOMAS, "proposed", "a truce")]),
        ("War, warned Rivera, will follow.", [(TOMAS, "warned", "will follow")]),
        ('The plan, which Keller called "a gift", was rejected.', [(ANA, "called", "a gift")]),
        ("Rivera was told by Keller that the mine was safe.", [(ANA, "told", "the mine was safe")]),
        ("It was Keller's view that time was short.", [(ANA, "view", "time was short")]),
        ("It was the shared view of both sides that it was late.", [("both sides", "view", "it was late")]),
        ("Keller's message was that time was short.", [(ANA, "message", "time was short")]),
        ("Keller was pleased to note that trade had doubled.", [(ANA, "note", "trade had doubled")]),
        (
            "Keller wrote in a letter to Rivera dated 2 May that time was short.",
            [(ANA, "wrote", "time was short")],
        ),
        (
            "Both welcomed the pact, with Keller describing it as historic and Rivera hailing its speed.",
            [
                ("both sides", "welcomed", "the pact"),
                (ANA, "describing", "it as historic"),
                (TOMAS, "hailing", "its speed"),
            ],
        ),
        (
            "His rival, Nasreen Pickard, said that Austria would wait.",
            [("Nasreen Pickard", "said", "Austria would wait")],
        ),
        (
            "The plan was shelved after Keller conceded that it was late.",
            [(ANA, "conceded", "it was late")],
        ),
        (
            "Keller said trade would grow, though Rivera cautioned that it was early.",
            [(ANA, "said", "trade would grow"), (TOMAS, "cautioned", "it was early")],
        ),
        (
            "A Ministry of Justice spokesperson said it was late.",
            [("Ministry of Justice", "said", "it was late")],
        ),
        ("They agreed to meet, officials said.", [("both sides", "agreed", "to meet")]),
        (
            "Sources said Rivera, who was away, had sought time.",
            [("Sources", "said", "Rivera, who was away, had sought time")],
        ),
    ],
)
def test_views_and_forms_of_speakers(sentence, found):
    assert said(sentence) == found
