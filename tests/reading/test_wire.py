"""What agencies print: asides, abbreviations, marks the wrong way round, letters of two scripts."""

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


def test_what_was_said_as_two_met_is_what_was_said():
    found = reading(
        "",
        'VIENNA: Austria and Chile reaffirmed "longstanding ties" as Foreign Minister Ana Keller met '
        "President Tomas "
        "Rivera.",
    )
    assert [q.text for q in found.quotes] == ["longstanding ties"]
    assert [o.name for o in found.meeting.officials] == [ANA, TOMAS]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Asked if Rivera had spoken of it, Keller said no.", []),
        ("Asked whether they had been resolved, Keller said it was late.", [(ANA, "it was late")]),
        ("Keller slammed the Congress saying it was late.", [(ANA, "it was late")]),
        ("Keller has said in the past it was late.", [(ANA, "it was late")]),
        (
            "Asha Rao, INC, asked for a vote. “It is late,” she said.",
            [("Asha Rao", "a vote"), ("Asha Rao", "It is late")],
        ),
        (
            "Ms Clark says that the ban is late. “It is,” Ms Clark said.",
            [("Clark", "the ban is late"), ("Clark", "It is")],
        ),
    ],
)
def test_yet_more_of_what_papers_tell(sentence, found):
    assert said(sentence) == found


def test_to_whom_somebody_speaks_does_not_hold_the_office_after_it():
    found = said("Speaking to Agence Presse, the president of the league, Jamel Salem, said it was late.")
    assert found == [("Jamel Salem", "it was late")]


def test_captions_that_name_themselves_and_headings_in_marks():
    found = said(
        "'Red lines'\n\nImage caption Rivera is opposing the pact\nImage copyright Presse\n\nKeller "
        "said it was late."
    )
    assert found == [(ANA, "it was late")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller said in a statement the road was open.", [(ANA, "the road was open")]),
        ("Keller said in an interview with the BBC the road was open.", [(ANA, "the road was open")]),
        ("Keller told a news conference the road was open.", [(ANA, "the road was open")]),
        ("Keller warned Rivera not to shut the road.", [(ANA, "not to shut the road")]),
        ("The ministry said both leaders welcomed the pact.", [(BOTH_SIDES, "the pact")]),
        ("The ministry said Rivera and Keller welcomed the pact.", [(BOTH_SIDES, "the pact")]),
        ("They expressed thanks for the help, said MRA.", [(BOTH_SIDES, "thanks for the help")]),
        ("They shared their overall views on the war.", []),
        ("Under the deal, Chile agreed to open the road.", []),
        (
            "The road was shut, according to Chile's health ministry.",
            [("Chile's health ministry", "The road was shut")],
        ),
        ("“It is late,” said President Rivera's press secretary, Eva Lang.", [("Eva Lang", "It is late")]),
    ],
)
def test_what_stands_between_a_cue_and_its_content(sentence, found):
    assert said(sentence) == found


def test_a_sentence_ends_where_its_blank_was_lost():
    assert said("Keller hoped for talks.According to Rivera, it is late.") == [
        (ANA, "talks"),
        (TOMAS, "it is late"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Both men reaffirmed their ties.", [(BOTH_SIDES, "their ties")]),
        (
            "A readout by spokesperson Eva Lang said that the road is open.",
            [("Eva Lang", "the road is open")],
        ),
        ("Chile hopes the talks will open the road.", []),
        (
            "Keller reaffirmed her “firm ties” to Chile in a phone call with Rivera.",
            [(ANA, "her “firm ties” to Chile")],
        ),
        (
            "Mr Rivera and Ms Keller affirmed their ties, Mr Rivera's press secretary Eva Lang said.",
            [(BOTH_SIDES, "their ties")],
        ),
    ],
)
def test_who_is_behind_what_papers_tell(sentence, found):
    assert said(sentence) == found


def test_a_readout_before_a_colon_has_not_the_floor():
    found = read(
        Source.of(
            "Official Readout: This is a readout that was sent to us, and we are hosting it here as "
            "our own source, "
            "since it cannot be found in any other place today.\n\n"
            "Readout of the Call with President Tomas Rivera of Chile\n\n"
            "President Ana Keller spoke today with President Tomas Rivera of Chile to congratulate him on his "
            "victory. President Keller thanked President Rivera for his help."
        )
    )
    assert [(q.speaker, q.text) for q in found.quotes] == [
        (ANA, "him on his victory"),
        (ANA, "President Rivera for his help"),
    ]


def test_a_given_name_that_is_misspelt():
    found = reading(
        "Zamry said it was late.",
        "Foreign Minister Zambry Abdul Kadir met Foreign Minister Ana Keller of Austria.\n\n",
    )
    assert [q.speaker for q in found.quotes] == ["Zambry Abdul Kadir"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rivera gave Keller detailed information on the flood.", [(TOMAS, "the flood")]),
        ("Keller said nothing surprising happened.", [(ANA, "nothing surprising happened")]),
        ("Keller said nothing about the war.", []),
        ("Rivera who is also the member for Lima said it was late.", [(TOMAS, "it was late")]),
        (
            "“It is late,” sources in the Austrian delegation said.",
            [("sources in the Austrian delegation", "It is late")],
        ),
        ("Claims of responsibility were made.", []),
        ("Rivera is also convinced that the war will end.", [(TOMAS, "the war will end")]),
        (
            'Rivera hailed Austria as a "friend" when he received Ambassador Eva Lang.',
            [(TOMAS, 'Austria as a "friend"')],
        ),
    ],
)
def test_what_stands_between_who_and_what(sentence, found):
    assert said(sentence) == found


def test_a_cue_that_is_quoted_with_what_it_attributes():
    found = reading('The ministers also "looked forward to 60 years of ties".').quotes
    assert [(q.speaker, q.kind, q.text) for q in found] == [(BOTH_SIDES, "direct", "60 years of ties")]


def test_two_offices_of_one_side_are_two_persons():
    lead = (
        "Austrian President Ana Keller joined Austrian Vice President Eva Lang's meeting with "
        "Chilean Prime Minister "
        "Tomas Rivera.\n\n"
    )
    found = said("The President and Vice President both thanked the Prime Minister.", lead)
    assert [speaker for speaker, _ in found] == ["Ana Keller; Eva Lang"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("“It is late,” added Keller's official.", [("Keller's official", "It is late")]),
        ("Keller informed the senators in detail about the flood.", [(ANA, "the flood")]),
        (
            "Rivera believes that the road is shut, Keller said.",
            [(ANA, "Rivera believes that the road is shut")],
        ),
        ("Keller urged against talks with the rebels.", [(ANA, "talks with the rebels")]),
        ("Stay updated with the latest news on floods.", []),
    ],
)
def test_the_last_of_what_papers_tell(sentence, found):
    assert said(sentence) == found
