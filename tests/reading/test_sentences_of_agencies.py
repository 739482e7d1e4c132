"""Sentences as agencies build them: what belongs to a statement, what begins another, who is behind it."""

import pytest

from store.model import BOTH_SIDES, Source
from store.reading import read
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
            "For his part, Rivera spoke highly of the progress made, and said Chile firmly adheres "
            "to the pact.",
            [(TOMAS, "the progress made"), (TOMAS, "Chile firmly adheres to the pact")],
        ),
        ("Keller took to Twitter to say the talks went well.", [(ANA, "the talks went well")]),
        ("Rivera drew Keller's attention to the delay.", [(TOMAS, "the delay")]),
        (
            "Keller drove the point home, saying that while Vienna was ready, results took time.",
            [(ANA, "while Vienna was ready, results took time")],
        ),
        (
            "“The rush left little room,” Rico Moser, spokesman of Vice President Jo Binay, has said.",
            [("Rico Moser", "The rush left little room")],
        ),
        (
            "Rivera said Peru would win, stepping up his criticism of Lima.",
            [(TOMAS, "Peru would win")],
        ),
        (
            "Rivera did not name Otto Brandt, but he urged Peru to respect the pact.",
            [(TOMAS, "Peru to respect the pact")],
        ),
        ("The WHO said trade had grown.", [("World Health Organization", "trade had grown")]),
        (
            "Rivera thanked the Cabinet for its work and gave instructions to sign the pact.",
            [(TOMAS, "the Cabinet for its work"), (TOMAS, "to sign the pact")],
        ),
    ],
)
def test_who_says_what(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    "sentence", ["“It is late,” von der Leyen said.", "It is late, von der Leyen told reporters."]
)
def test_a_family_name_may_begin_with_a_small_word(sentence):
    lead = "Commission President Ursula von der Leyen met President Otto Brandt of Peru in Brussels.\n\n"
    assert said(sentence, lead=lead) == [("Ursula von der Leyen", "It is late")]


def test_the_one_of_two_whose_office_is_not_told_holds_the_office():
    lead = "Tomas Rivera received a telephone call from the President of Peru, Mr. Otto Brandt.\n\n"
    assert said("Prime Minister conveyed his thanks.", lead=lead) == [(TOMAS, "his thanks")]


def test_agencies_write_abbreviations_as_names():
    assert said("Nato Secretary General Jens Holt said allies reject it.") == [
        ("Jens Holt", "allies reject it")
    ]


def test_the_release_of_the_united_states_speaks_for_itself():
    text = (
        "Office of the Spokesperson\n\nSecretary Holt's Meeting with President Rivera\n\n"
        "Secretary of State John Holt met today with Chilean President Tomas Rivera.\n\n"
        "Secretary Holt emphasized that Chile is a partner. The United States welcomes its efforts to reform.\n"
    )
    found = read(Source.of(text)).quotes
    assert [(one.speaker, one.text) for one in found] == [
        ("John Holt", "Chile is a partner"),
        ("United States", "its efforts to reform"),
    ]


def test_nobody_is_named_after_an_assembly():
    lead = "President Tomas Rivera met President Otto Brandt at the UN General Assembly High-level Week.\n\n"
    assert [one.name for one in reading("", lead=lead).meeting.officials] == [TOMAS, "Otto Brandt"]


def test_he_is_who_is_called_by_one_name_and_spoke_last():
    lead = "Anifah said he met President Otto Brandt of Peru in Lima on Tuesday.\n\n"
    assert said("“Trade has grown,” he told reporters.", lead=lead)[-1] == ("Anifah", "Trade has grown")


def test_a_city_in_capitals_and_its_colon_are_the_dateline():
    text = "MELAKA: Trade will grow, says Foreign Minister Ana Keller."
    assert said(text, lead="") == [(ANA, "Trade will grow")]


@pytest.mark.parametrize(
    "where",
    [
        "In Paris ",
        "On Monday in Malaysia ",
        "In Paris Peruvian ",
        "In Geneva Peruvian ",
        "LIMA, Chile Peruvian ",
    ],
)
def test_the_place_of_the_sentence_is_no_part_of_the_office_behind_it(where):
    (quote,) = read(Source.of(f"Talks\n\n{where}Foreign Minister Ann Hill said trade had grown.\n")).quotes
    assert (quote.speaker, quote.text) == ("Ann Hill", "trade had grown")


def test_an_abbreviated_country_stays_with_its_office():
    text = "Talks\n\nThere is trust in US Secretary of State Ann Hill. Hill said trade had grown.\n"
    assert read(Source.of(text)).meeting.officials[0].country == "United States"


@pytest.mark.parametrize(
    "body",
    [
        "World Intellectual Property Organization (WIPO)",
        "Commission on Peace (COP)",
        "Federal Agency for Nuclear Regulation",
        "National Agency for Food Safety (NAFS)",
        "Islamic Revolutionary Guard Corps",
        "Institute of Strategic Studies",
        "Russian Space Agency Roscosmos",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "The head of the {}, Ann Hill, said trade had grown.",
        "The Director General of the {}, Dr. Ann Hill, said trade had grown.",
        "Ann Hill, head of the {}, said trade had grown.",
    ],
)
def test_the_holder_of_an_office_is_named_after_its_body(body, sentence):
    reading = read(Source.of(f"Talks\n\n{sentence.format(body)}\n"))
    assert [(quote.speaker, quote.text) for quote in reading.quotes] == [("Ann Hill", "trade had grown")]
    assert [official.name for official in reading.meeting.officials] == ["Ann Hill"]


def test_a_list_after_a_family_name_does_not_take_it_for_a_body():
    lead = "Secretary of State Kerry, Ann Hill, and Paul Tan met. Kerry said trade grew."
    (quote,) = read(Source.of(f"Talks\n\n{lead}\n")).quotes
    assert quote.speaker == "Kerry"
