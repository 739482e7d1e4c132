"""How agencies and newspapers tell who said what."""

import pytest

from tests.reading.vienna import ANA, TOMAS, said


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
            "She noted that while Chile waits, President Rivera, in his speech, affirmed in no vague "
            "words his care.",
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


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rivera's courage was praised by Foreign Minister Keller.", [(ANA, "praised", "Rivera's courage")]),
        (
            "Senate Leader Augustus Finch of New Mexico said time was short.",
            [("Augustus Finch", "said", "time was short")],
        ),
        ("By her own account, Keller had waited.", [(ANA, "By her own account", "Keller had waited")]),
        ("Keller demanded to know who had signed.", [(ANA, "demanded", "to know who had signed")]),
        (
            'Keller called it "a gift," and President Rivera, whose party lost, vowed to wait.',
            [(ANA, "called", 'it "a gift'), (TOMAS, "vowed", "to wait")],
        ),
    ],
)
def test_passives_states_and_accounts(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The Paramount Chief of the Lake Area, Nana Kwame Enimil, has cautioned small miners "
            "against digging.",
            [("Kwame Enimil", "cautioned", "digging")],
        ),
        (
            "The Ranking Member on the Committee, Dr Yaw Nkansah, described the seizures as late.",
            [("Yaw Nkansah", "described", "the seizures as late")],
        ),
        ("Keller wondered why nobody had come.", [(ANA, "wondered", "why nobody had come")]),
        (
            "Some residents who spoke to us bemoaned the lack of water.",
            [("residents", "bemoaned", "the lack of water")],
        ),
        ('"We buy water," Madam Esi Arthur, a trader, said.', [("Esi Arthur", "said", "We buy water")]),
        (
            "Asked about reports that Chile had sought a waiver, Keller said it had not.",
            [(ANA, "said", "it had not")],
        ),
    ],
)
def test_chiefs_residents_and_questions(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller called the meeting a success.", [(ANA, "called", "the meeting a success")]),
        ("Keller called the envoy on a whim.", []),
        (
            "Talking to Rivera, who called on him at the old House, Keller maintained that Austria "
            "is tied to Chile.",
            [(ANA, "maintained", "Austria is tied to Chile")],
        ),
    ],
)
def test_labels_and_calls(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            'Keller told ABC radio the plan would "fall", while crossbencher Jo Hart said it was early.',
            [(ANA, "told", 'the plan would "fall"'), ("Jo Hart", "said", "it was early")],
        ),
        (
            "The bill would ban it, its sponsor, Rep. Lee Dunn, said.",
            [("Lee Dunn", "said", "The bill would ban it")],
        ),
        (
            "Keller has said she will wait. She is due to address parliament on Thursday.",
            [(ANA, "said", "she will wait")],
        ),
        (
            "Foreign Minister Keller's allies insist she was right.",
            [("Foreign Minister Keller's allies", "insist", "she was right")],
        ),
        (
            '"She has to go," one minister told us, asking not to be named.',
            [("minister", "told", "She has to go")],
        ),
    ],
)
def test_radio_sponsors_and_allies(sentence, found):
    assert said(sentence) == found


def test_an_office_of_the_same_name_elsewhere_is_its_own():
    assert said("The German Foreign Office said it was late.") == [
        ("German Foreign Office", "said", "it was late")
    ]


def test_that_views_were_expressed_says_nothing():
    assert said("Keller expressed these views in a meeting with Senator Max Hollen.") == []


def test_whose_post_it_is_says_it():
    assert said("President Rivera left. “The road is long,” his post read.") == [
        (TOMAS, "read", "The road is long")
    ]


def test_an_agency_that_cites_says_nothing():
    assert said("Keller met Rivera, Kazinform cites the press service of the palace.") == []
