"""What agencies and ministries print: asides, abbreviations, marks the wrong way round, letters of "
"two scripts."""

import pytest

from store.model import ALL_PARTICIPANTS, BOTH_SIDES, Source
from store.reading import read

LEAD = "President Tomas Rivera of Chile met with Foreign Minister Ana Keller of Austria in Vienna on 3 May 2021.\n\n"
TOMAS, ANA = "Tomas Rivera", "Ana Keller"


def reading(sentences, lead=LEAD):
    return read(Source.of("Talks in Vienna\n\n" + lead + sentences))


def said(sentences, lead=LEAD):
    return [(q.speaker, q.text) for q in reading(sentences, lead).quotes]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller gave a detailed account of the talks.", [(ANA, "the talks")]),
        ("Rivera provided assurances that the road would open.", [(TOMAS, "the road would open")]),
        ("Keller gave her assessment of the situation.", []),
        ("Rivera put forth the terms of a pact.", [(TOMAS, "the terms of a pact")]),
        (
            "Rivera told his government to prepare for a flood.",
            [(TOMAS, "to prepare for a flood")],
        ),
        (
            "Keller announced in June another loan for the port.",
            [(ANA, "another loan for the port")],
        ),
        ("The issue of visas was raised.", []),
        ("Keller vowed to seek a truce, accelerating a thaw in ties.", [(ANA, "to seek a truce")]),
        (
            "Rivera announced it would host the games, a significant step for it.",
            [(TOMAS, "it would host the games")],
        ),
        (
            "Keller voiced support for the port, despite criticism at home.",
            [(ANA, "support for the port")],
        ),
    ],
)
def test_where_statements_are_and_end(sentence, found):
    assert said(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The plan is late, but Keller – the minister for roads, rail, ports – said on Friday the "
            "road is open.",
            [(ANA, "the road is open")],
        ),
        ("They released a statement which said the road was open.", [(BOTH_SIDES, "the road was open")]),
        ("Analysts warn that the debt is too high.", []),
        ("According to media reports, the road is shut.", []),
        ("The Austrian and Chilean sides agreed to wait.", [(BOTH_SIDES, "to wait")]),
        ("Niger's military rulers denounced the ban.", [("Niger's military rulers", "the ban")]),
        ("Therefore, according to Keller, lists were made.", [(ANA, "lists were made")]),
        (
            "A report by the nuclear watchdog said the stock had grown.",
            [("nuclear watchdog", "the stock had grown")],
        ),
    ],
)
def test_who_speaks(sentence, found):
    assert said(sentence) == found


def test_what_they_met_for_was_said_there():
    lead = (
        "President Tomas Rivera of Chile met yesterday with Foreign Minister Ana Keller of Austria "
        "in Vienna to "
        "underscore that trade benefits both. "
    )
    assert said("", lead) == [(TOMAS, "trade benefits both")]


def test_an_abbreviation_is_the_body_that_it_was_made_of():
    found = said(
        "The road will open, said the Ministry of Rural Affairs (MRA) in a note.\n\n"
        "“Both sides are glad,” said MRA."
    )
    assert [speaker for speaker, _ in found] == ["Ministry of Rural Affairs", "Ministry of Rural Affairs"]


def test_a_spokesman_is_the_one_who_is_named_later():
    lead = (
        "BEIJING, Sept. 23 -- China expects an early visit, a Foreign Ministry spokesman said on Friday.\n\n"
    )
    found = said("The spokesman Lu Wen told a briefing that there was time.", lead)
    assert [speaker for speaker, _ in found] == ["Lu Wen", "Lu Wen"]


def test_two_spellings_of_a_name_are_one_person():
    found = reading(
        "Turkish President Recep Erdoğan said it was late. Erdogan added that it would be mended."
    )
    assert {q.speaker for q in found.quotes} == {"Recep Erdoğan"}


def test_a_letter_of_another_script_does_not_hide_an_office():
    found = reading(
        "",
        "Minister of National Defenсe of Chile Helena Rivera met with Foreign Minister Ana Keller in "
        "Vienna.\n\n",
    )
    assert [o.name for o in found.meeting.officials] == ["Helena Rivera", "Ana Keller"]


def test_a_closing_mark_that_opens():
    assert said("”The road is open today. We are glad of it,” Keller said.") == [
        (ANA, "The road is open today. We are glad of it")
    ]


def test_words_added_after_a_quotation_with_its_comma_inside():
    assert said('Keller called the port "invaluable," adding it would grow.') == [
        (ANA, 'the port "invaluable'),
        (ANA, "it would grow"),
    ]


def test_what_moreover_had_happened_was_told_by_the_same():
    found = said(
        "Rivera noted that Keller had not mentioned the flood. Moreover, they had closed their eyes to it."
    )
    assert found[1] == (TOMAS, "Moreover, they had closed their eyes to it")


def test_countries_of_a_region_that_met_are_all_of_them():
    found = read(
        Source.of(
            "Readout of the Nordic Leaders' Summit\n\nThe Presidents of Finland and the United "
            "States and the Prime "
            "Ministers of Denmark, Iceland and Norway met in Helsinki. The Nordic countries welcomed the pact."
        )
    )
    assert [q.speaker for q in found.quotes] == [ALL_PARTICIPANTS]


def test_a_sentence_ends_with_what_looks_like_an_abbreviation():
    found = said("Keller welcomed the return of Art. Chile announced a show.")
    assert found == [(ANA, "the return of Art"), ("Chile", "a show")]


def test_news_in_which_nobody_met_has_speakers_and_no_officials():
    found = read(
        Source.of(
            "Turkey's president proposes a change\n\nTurkish President Ali Demir pledged to change the law."
            "\n\nGreek Foreign Minister George Kato stressed that it was wrong."
        )
    ).meeting
    assert (found.officials, {o.name for o in found.speakers}) == ((), {"Ali Demir", "George Kato"})


def test_nobody_is_met_in_a_person():
    news = "Talks\n\nTalks went on. Asked if he would place his trust in Rivera, President Ali Rivera met nobody."
    assert read(Source.of(news)).meeting.place is None


def test_the_day_of_an_address_is_not_that_of_the_meeting():
    found = read(
        Source.of(
            "Talks\n\n2023-07-18\n\nToday, President Ana Keller welcomed President Tomas Rivera of "
            "Chile. The two "
            "discussed Rivera's July 19 address to the Congress, at which they will meet."
        )
    ).meeting
    assert found.date == "2023-07-18"


def test_with_whom_all_was_discussed_took_part():
    found = reading("The whole range of issues was discussed with Minister of Finance of Austria Eva Lang.")
    assert "Eva Lang" in [o.name for o in found.meeting.officials]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller revealed few details of the talks.", []),
        ("Right after the session concluded, the Speaker rose.", []),
        ("Keller enquired about the state of emergency.", [(ANA, "the state of emergency")]),
        ("Chile backs the rebels.", []),
        ("The newspaper reported that the road was shut.", []),
        ("Rivera's party says the court is late.", [("Rivera's party", "the court is late")]),
        (
            "Electoral officials in Chile say President Tomas Rivera has won.",
            [("Electoral officials", "President Tomas Rivera has won")],
        ),
        (
            "Keller says in every vote there is one who loses.",
            [(ANA, "in every vote there is one who loses")],
        ),
        ("Rivera said “we are brothers” and gave her a book.", [(TOMAS, "we are brothers")]),
        (
            "Keller thanked her staff before wishing Rivera well.",
            [(ANA, "her staff"), (ANA, "Rivera well")],
        ),
    ],
)
def test_what_papers_tell(sentence, found):
    assert said(sentence) == found


def test_a_standfirst_above_the_dateline_is_no_statement():
    found = read(
        Source.of(
            "Talks held\n\nShe also hopes the road can be opened soon.\n\n"
            "VIENNA: Foreign Minister Ana Keller met President Tomas Rivera of Chile today. She said "
            "it was late."
        )
    )
    assert [q.text for q in found.quotes] == ["it was late"]


def test_the_headline_among_the_lines_of_a_menu():
    found = read(
        Source.of(
            "Politics\nWorld\nSport\n\nYou can filter the feed.\n\nMore news\n\n"
            "Keller says results of talks with Rivera may show after a while\n\nPolitics\n\n"
            "VIENNA, April 13. The results may show after a while, Foreign Minister Ana Keller said "
            "on Thursday."
        )
    )
    assert found.meeting.title == "Keller says results of talks with Rivera may show after a while"


def test_who_decided_on_a_meeting_did_not_take_part():
    found = reading(
        "",
        "In line with the decision by President Tomas Rivera, Deputy Minister Eva Lang of Chile met "
        "with Foreign "
        "Minister Ana Keller of Austria in Vienna.",
    )
    assert [o.name for o in found.meeting.officials] == ["Eva Lang", "Ana Keller"]


def test_a_visit_that_is_hoped_for_is_no_meeting():
    found = read(
        Source.of("China expects an early visit\n\nChina expects an early visit by President Tomas Rivera.")
    )
    assert (found.meeting.kind, found.meeting.officials) == (None, ())


def test_where_a_visit_leads_to():
    found = read(
        Source.of("Rivera leaves\n\nPresident Tomas Rivera left on Wednesday for Hanoi for a working visit.")
    )
    assert found.meeting.place == "Hanoi"


def test_a_body_between_brackets_belongs_to_the_office():
    found = reading(
        "", "African Union Commission (AUC) Chairperson Eva Lang met with Minister Ana Keller of Austria."
    )
    assert next((o.name, o.country) for o in found.meeting.officials) == ("Eva Lang", "African Union")


def test_who_was_met_is_named_after_the_office_and_a_comma():
    found = reading(
        "Keller also held a meeting with the prime minister of Vietnam, Pham Van Minh, and expressed "
        "her thanks."
    )
    assert "Pham Van Minh" in [o.name for o in found.meeting.officials]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Austrian officials told Reuters the road was shut.", [("Austrian officials", "the road was shut")]),
        (
            "“We keep our hopes,” said a source in the Austrian palace.",
            [("source in the Austrian palace", "We keep our hopes")],
        ),
        (
            "“The road helps,” according to a tweet on Monday by Chilean Minister Eva Lang.",
            [("Eva Lang", "The road helps")],
        ),
        ("“Both met,” the Kremlin's press service said.", [("Kremlin", "Both met")]),
        ("Rudaw reports the road was shut.", []),
        ("Keller spoke positively of the reform.", [(ANA, "the reform")]),
        (
            "Underlining the need for talks, Foreign Minister Ana Keller called on her guests today.",
            [(ANA, "the need for talks")],
        ),
        ("Kellar added that it was late.", [(ANA, "it was late")]),
        ("The guests refused to sign the pact.", []),
    ],
)
def test_more_of_what_papers_tell(sentence, found):
    assert said(sentence) == found


def test_a_statement_said_what_the_body_before_it_says():
    found = said("“Both met,” the Kremlin's press service said.\n\n“They are glad,” the statement said.")
    assert [speaker for speaker, _ in found] == ["Kremlin", "Kremlin"]


def test_that_two_met_is_no_statement_of_the_ministry():
    found = said(
        "",
        "Foreign Minister Ana Keller and President Tomas Rivera have held talks, the ministry said Friday.\n\n",
    )
    assert found == []


@pytest.mark.parametrize(
    "beside",
    [
        "Keller also hosted Rivera and his wife, Datin Norlin Bahri, to lunch.",
        "It was the first meeting since the new cabinet in Tokyo under Prime Minister Norlin Bahri.",
        "They met amid doubts over whether President Norlin Bahri will hold a summit.",
    ],
)
def test_who_is_named_beside_the_meeting(beside):
    assert "Norlin Bahri" not in [o.name for o in reading(beside).meeting.officials]


def test_what_was_said_as_two_met_is_what_was_said():
    found = reading(
        "",
        'VIENNA: Austria and Chile reaffirmed "longstanding ties" as Foreign Minister Ana Keller met '
        "President Tomas "
        "Rivera.",
    )
    assert [q.text for q in found.quotes] == ["longstanding ties"]
    assert [o.name for o in found.meeting.officials] == [ANA, TOMAS]
