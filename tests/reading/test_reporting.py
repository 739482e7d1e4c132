"""How wires and ministries report: asides, replies, sentences that go on, long offices."""

import pytest

from store.model import BOTH_SIDES, Source
from store.reading import read
from tests.reading.vienna import said


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Austria and Chile agreed to exchange prisoners, but five days of talks ended without a truce.",
            [(BOTH_SIDES, "agreed", "to exchange prisoners")],
        ),
        (
            "The ministers agreed to meet again, as Foreign Minister Ana Keller held talks in Graz.",
            [(BOTH_SIDES, "agreed", "to meet again")],
        ),
        (
            "The pact was late, Keller said on Tuesday, the first sign of movement in a dispute that "
            "has hit sales.",
            [("Ana Keller", "said", "The pact was late")],
        ),
        (
            "Announcing a line of credit, Keller said it was late.",
            [("Ana Keller", "Announcing", "a line of credit"), ("Ana Keller", "said", "it was late")],
        ),
        (
            "The UN resident coordinator in Dili, Clara Mbeki-Ross, congratulated both countries.",
            [("Clara Mbeki-Ross", "congratulated", "both countries")],
        ),
        (
            'Qatari Minister of State Nasser al-Mahmoud told reporters it was late. "It is late," '
            "al-Mahmoud said.",
            [("Nasser al-Mahmoud", "told", "it was late"), ("Nasser al-Mahmoud", "said", "It is late")],
        ),
        (
            "Chilean government spokesman Vicente Haba, reacting to the talks, said it was late.",
            [("Vicente Haba", "said", "it was late")],
        ),
        (
            "Keller said it was late but refused to go into specifics.",
            [("Ana Keller", "said", "it was late")],
        ),
    ],
)
def test_reports_of_the_wires(sentence, found):
    assert said(sentence) == found


def test_a_name_that_ends_like_a_participle():
    lead = "French Trade Minister Helene Castaing met Vice Premier Zheng Ping of China in Paris.\n\n"
    assert said("Castaing also met students. Castaing said it was late.", lead) == [
        ("Helene Castaing", "said", "it was late")
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "During the talks with President Tomas Rivera, the Foreign Minister thanked for the programme.",
            [("Ana Keller", "thanked", "the programme")],
        ),
        (
            "Rivera's aide quoted the minister as stressing the need.",
            [("Ana Keller", "quoted the minister as stressing", "the need")],
        ),
        ("Keller said she also took the opportunity to thank Chile.", [("Ana Keller", "thank", "Chile")]),
        ("Keller spoke in detail about the road.", [("Ana Keller", "spoke in detail about", "the road")]),
        (
            "Rivera said that Chile is a friend. His country stands ready to help.",
            [
                ("Tomas Rivera", "said", "Chile is a friend"),
                ("Tomas Rivera", "", "His country stands ready to help"),
            ],
        ),
        (
            "Rivera said that the two sides had agreed on two points. First, they will meet. Second, "
            "they will sign.",
            [
                ("Tomas Rivera", "said", "the two sides had agreed on two points"),
                ("Tomas Rivera", "", "First, they will meet"),
                ("Tomas Rivera", "", "Second, they will sign"),
            ],
        ),
        (
            "Rivera said that the road is long.\n\nThe two sides should walk it together.",
            [
                ("Tomas Rivera", "said", "the road is long"),
                ("Tomas Rivera", "", "The two sides should walk it together"),
            ],
        ),
        ("Nora Awang, 41, a nurse from Graz, said it was late.", [("Nora Awang", "said", "it was late")]),
    ],
)
def test_how_foreign_ministries_go_on(sentence, found):
    assert said(sentence) == found


def test_the_sides_of_a_day_of_meetings_are_the_two_last_named():
    lead = "In Munich, President of Ukraine Oleh Marko met with the leaders of partner states.\n\n"
    day = (
        "Oleh Marko met with Prime Minister of Norway Marit Aasen and thanked her.\n\nHe also met "
        "with Prime Minister of "
        "Denmark Mette Holm. The parties agreed to meet again."
    )
    assert said(day, lead)[-1] == ("Oleh Marko; Mette Holm", "agreed", "to meet again")


def test_malaysian_styles_and_interpretation():
    lead = (
        "Foreign Minister Yang Berhormat Kamal Tahir met Minister Otabek Niyoz of Uzbekistan in Tashkent.\n\n"
    )
    assert said("Kamal Tahir said it was late.", lead) == [("Kamal Tahir", "said", "it was late")]
    found = said(
        "Ana Keller: We are glad to be here.\n\nTomas Rivera, President of Chile (interpretation): Thank you."
    )
    assert [name for name, _, _ in found] == ["Ana Keller", "Tomas Rivera"]


def test_a_long_office_between_a_quotation_and_its_cue():
    lead = "Adviser to the Head of the Office of the President Ivan Petrenko met Minister Ali Haddad.\n\n"
    assert said('"We are ready," the Adviser to the Head of the President\'s Office said.', lead) == [
        ("Ivan Petrenko", "said", "We are ready")
    ]


def test_what_somebody_is_learnt_to_have_said_and_was_pleased_to_note():
    assert said("The President is learnt to have sought more time.") == [
        ("Tomas Rivera", "sought", "more time")
    ]
    assert said("Keller was pleased to note the progress and suggested that they meet.") == [
        ("Ana Keller", "note", "the progress"),
        ("Ana Keller", "suggested", "they meet"),
    ]


def test_replies_and_asides_of_japanese_readouts():
    assert said("Minister Keller, welcoming the visit of President Rivera, stated that it was late.") == [
        ("Ana Keller", "welcoming", "the visit of President Rivera"),
        ("Ana Keller", "stated", "it was late"),
    ]
    assert said("Keller sought cooperation on trade, to which President Rivera expressed his support.") == [
        ("Ana Keller", "sought", "cooperation on trade"),
        ("Tomas Rivera", "expressed", "his support"),
    ]
    assert said("The report, published on Monday, says it is late.") == [("report", "says", "it is late")]


def test_what_stands_between_a_speaker_and_the_verb():
    assert said("Rivera avoided the word and, when asked, said only that it was late.") == [
        ("Tomas Rivera", "said", "it was late")
    ]
    assert said("Rivera promised work. He in turn requested that Chile wait.")[-1] == (
        "Tomas Rivera",
        "requested",
        "Chile wait",
    )


def test_a_house_before_a_name():
    lead = (
        "Hamad Falasi of Qatar has received at Qasr Al Watan Sanzhar Abil, Prime Minister of Kazakhstan.\n\n"
    )
    assert said("Abil passed his warm greetings to Falasi.", lead) == [
        ("Sanzhar Abil", "passed", "his warm greetings to Falasi")
    ]


def test_an_ambassador_to_a_body_and_what_somebody_calls_a_thing():
    assert said("Members rejected the draft, and Turkey's U.N. ambassador said it was late.") == [
        ("Members", "rejected", "the draft"),
        ("Turkey's U.N. ambassador", "said", "it was late"),
    ]
    assert said("The plan would stop what Chile says is a flow of weapons.") == []


def test_the_leaders_of_many_are_all_of_them():
    lead = (
        "President Ana Keller of Austria spoke by video with Prime Ministers Jan Berg of Norway, "
        "Mette Holm of Denmark and "
        "Sam Tan of Singapore.\n\n"
    )
    assert said("Keller and Berg thanked the hosts. The leaders agreed to meet again.", lead)[-1] == (
        "all participants",
        "agreed",
        "to meet again",
    )


def test_who_talked_before_something_happened_met():
    found = read(
        Source.of(
            "Accord signed\n\nThe Gambia and Senegal signed an accord in Banjul, the capital of The "
            "Gambia, after talks "
            "between President Adama Jallow and President Ousmane Fall of Senegal."
        )
    ).meeting
    assert [(one.name, one.country) for one in found.officials] == [
        ("Adama Jallow", "Gambia"),
        ("Ousmane Fall", "Senegal"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Rivera disputed the account, saying no offer had been made.",
            [
                ("Tomas Rivera", "disputed", "the account"),
                ("Tomas Rivera", "saying", "no offer had been made"),
            ],
        ),
        ("Rivera said more talks were needed.", [("Tomas Rivera", "said", "more talks were needed")]),
        ("Keller was commenting on reports that it was late.", []),
        ("“We will wait,” Keller continued.", [("Ana Keller", "continued", "We will wait")]),
    ],
)
def test_what_is_said_and_what_is_only_spoken_of(sentence, found):
    assert said(sentence) == found


def test_a_spokesman_who_passes_nothing_on_speaks_himself():
    assert said("Rivera's spokesman, Juan Vera, said the president was pleased.") == [
        ("Juan Vera", "said", "the president was pleased")
    ]
    assert said("Rivera's spokesman said the president urged restraint.")[-1][0] == "Tomas Rivera"


def test_lists_in_a_line_and_in_lines_of_their_own():
    assert said("They agreed on the following: (a) to meet; (b) to sign; and (c) to wait.") == [
        (BOTH_SIDES, "agreed", "the following: (a) to meet; (b) to sign; and (c) to wait")
    ]
    assert said("They agreed on the following:\n\n(a) to meet in May;\n\n(b) to sign in June.") == [
        (BOTH_SIDES, "agreed", "to meet in May"),
        (BOTH_SIDES, "agreed", "to sign in June"),
    ]


def test_a_body_as_agent_and_a_sentence_about_another():
    assert said("The visit was confirmed by the ministry.") == [("ministry", "confirmed", "The visit")]
    assert said("Rivera believes that peace is near. Keller is not so sure.") == [
        ("Tomas Rivera", "believes", "peace is near")
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("An aide to Rivera said it was late.", [("aide to Rivera", "said", "it was late")]),
        ("A person close to Rivera said it was late.", [("person close to Rivera", "said", "it was late")]),
        ("Key points:\n\n- Keller said it was late.", [("Ana Keller", "said", "it was late")]),
        ("Keller and Rivera agreed to meet, Keller's office said.", [(BOTH_SIDES, "agreed", "to meet")]),
    ],
)
def test_aides_and_offices(sentence, found):
    assert said(sentence) == found


def test_a_family_name_that_is_also_a_thing():
    lead = "South Korean President Park Min-ho met Kenyan President Ali Otieno in Seoul.\n\n"
    assert said("“Kenya is a key partner,” Park was quoted as saying by Kim.", lead) == [
        ("Park Min-ho", "was quoted as saying", "Kenya is a key partner")
    ]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Keller warned against new sanctions.", "warned against"),
        ("Hope was expressed that it would end.", "Hope was expressed"),
        ("Keller insisted on a truce.", "insisted"),
        ("It was agreed to meet.", "agreed"),
    ],
)
def test_a_cue_keeps_the_words_that_its_meaning_hangs_on(sentence, cue):
    assert [found for _, found, _ in said(sentence)] == [cue]
