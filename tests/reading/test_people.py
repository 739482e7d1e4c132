"""Who is who: offices in lists, members of bureaus, styles, adverbs that look like names."""

import pytest

from store.model import Source
from store.reading import read


def meeting(text, **known):
    return read(Source.of(text, **known)).meeting


def people(text):
    return [(o.name, o.office, o.country) for o in meeting("Talks\n\n" + text).officials]


def test_the_member_of_a_bureau_who_is_also_minister():
    text = (
        "Member of the Political Bureau of the CPC Central Committee and Foreign Minister Lin Yu met Peruvian "
        "Foreign Minister Ana Ruiz in Lima on 3 May 2021."
    )
    assert people(text)[0] == ("Lin Yu", "Foreign Minister", "China")


def test_an_apposed_name_in_a_list():
    text = (
        "The President of the European Council, Tom Berg, met the President of the Republic of "
        "Moldova, Ana Rusu, "
        "and Prime Minister Ion Bostan in Chisinau on 3 May 2021."
    )
    assert [name for name, _, _ in people(text)] == ["Tom Berg", "Ana Rusu", "Ion Bostan"]


def test_the_headline_is_the_title_and_not_the_office_before_it():
    text = (
        "Prime Minister's Office\n\nPrime Minister receives a telephone call from the King of Egypt\n\n"
        "Prime Minister Ravi Rao received a call this evening from Omar Fadl, President of Egypt."
    )
    found = meeting(text)
    assert (found.title, found.kind) == (
        "Prime Minister receives a telephone call from the King of Egypt",
        "call",
    )


def test_an_hour_does_not_end_a_sentence():
    text = "Talks\n\nOn August 26, from 3:20 p.m. (local time), Minister Ana Keller met Minister Eva Ruiz in Oslo."
    assert meeting(text, published="2022-08-30").date == "2022-08-26"


def test_a_note_ends_the_last_turn_of_a_transcript():
    text = (
        "Remarks\n\nREPORTER: Will you meet?\n\nMINISTER KELLER: We both look forward to it.\n\n"
        "(Note) The following was announced: Minister Keller condemned the launch."
    )
    assert [(q.speaker, q.text) for q in read(Source.of(text)).quotes] == [
        ("Keller", "We both look forward to it."),
        ("Keller", "the launch"),
    ]


def test_a_dateline_is_no_letterhead():
    text = "ASTANA: Security Adviser Ravi Rao on Wednesday met his Russian counterpart Oleg Orlov."
    assert people(text)[0][2] != "Kazakhstan"


def test_questions_and_answers_with_dashes():
    text = (
        "Talks\n\nMinister Ana Keller of Austria met Minister Eva Ruiz of Peru in Vienna on 3 May 2021.\n\n"
        "Q - Did she raise the case?\n\nA - She raised it.\n\nQ - Will she go?\n\nA - No date has been set."
    )
    assert [quote.text for quote in read(Source.of(text)).quotes] == [
        "She raised it.",
        "No date has been set.",
    ]


def test_an_adverb_before_an_office_is_nobody():
    text = "Minister Ana Keller met Minister Eva Ruiz in Oslo on 3 May.\n\nElsewhere, the Minister hosted a dinner."
    assert [name for name, _, _ in people(text)] == ["Ana Keller", "Eva Ruiz"]


def test_here_is_where_the_dateline_says():
    text = (
        "OSLO (NTB) - Minister Ana Keller received Minister Eva Ruiz at her office here on Monday. A "
        "pilot starts "
        "in Lima.\n\nMinister Keller held talks in Bergen in March."
    )
    assert meeting("Talks\n\n" + text).place == "Oslo"


def test_his_excellency_is_whom_the_text_speaks_of():
    text = (
        "Doha, 3 May 2021 (QNA) - HE Prime Minister Omar Misnad met with HE Foreign Minister Nabil Karam.\n\n"
        "HE Foreign Minister Karam expressed his thanks.\n\nHis Excellency pointed to the burden of debt."
    )
    assert [quote.speaker for quote in read(Source.of("Talks\n\n" + text)).quotes] == ["Nabil Karam"] * 2


def met(lead):
    return {o.name: o.country for o in meeting("Talks held\n\n" + lead).officials}


def test_two_officials_in_apposition_to_their_offices():
    assert set(
        met(
            "The Prime Minister of Estonia, Mark Rebane, and the Prime Minister of Luxembourg, Luc Bech, "
            "met Ukrainian head of diplomacy Dmytro Koval."
        )
    ) == {"Mark Rebane", "Luc Bech", "Dmytro Koval"}


def speakers(lead):
    return [(q.speaker, q.cue) for q in read(Source.of("Talks held\n\n" + lead)).quotes]


def test_the_prime_minister_who_is_never_named_is_not_his_guest():
    assert speakers(
        "The Prime Minister met Norwegian Prime Minister Jonas Storm at Downing Street. The Prime Minister "
        "welcomed the deal. He underlined the need to be firm. Prime Minister Storm agreed that "
        "unity was vital."
    ) == [("Prime Minister", "welcomed"), ("Prime Minister", "underlined"), ("Jonas Storm", "agreed")]


def test_amir_is_a_given_name_after_an_office():
    assert set(met("Foreign Minister Bilal Butt and his Afghan counterpart Amir Khan met.")) == {
        "Bilal Butt",
        "Amir Khan",
    }


def test_the_king_is_not_the_emir():
    lead = "Qatari Emir Tamim bin Hamad met Jordanian King Abdullah II. "
    assert speakers(lead + "The king expressed pride. The Emir hoped for more.") == [
        ("Abdullah II", "expressed"),
        ("Tamim bin Hamad", "hoped"),
    ]


def test_who_is_received_while_something_is_stated_takes_part():
    assert set(
        met(
            "President Bola Tunde insisted that peace was near. Tunde, who stated this while "
            "receiving the President "
            "of Guinea-Bissau, Umaro Embalo, assured that Nigeria would help."
        )
    ) == {"Bola Tunde", "Umaro Embalo"}


def test_who_stands_alongside_or_is_on_the_telephone_takes_part_and_is_no_content():
    assert set(
        met("Swiss President Alain Berg said alongside EU Commission chief Ursula Leyden that it was late.")
    ) == {
        "Alain Berg",
        "Ursula Leyden",
    }
    call = "Prime Minister Ravi Nair spoke on telephone today with Lars Holm, President of Denmark."
    assert set(met(call)) == {"Ravi Nair", "Lars Holm"}
    assert speakers(call) == []


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (
            "Undersecretary for Migrant Workers' Affairs Maria Corazon Dizon met Prime Minister Ali Haddad.",
            "Maria Corazon Dizon",
        ),
        (
            "Envoy for International Religious Freedom Rashid Hale met Prime Minister Ali Haddad.",
            "Rashid Hale",
        ),
        ("Permanent Secretary (Foreign Affairs) Albert Teo met Prime Minister Ali Haddad.", "Albert Teo"),
        ("Lord (Tariq) Hale of Winton, Minister of State, met Prime Minister Ali Haddad.", "Hale of Winton"),
        (
            "Foreign Minister Datuk Seri Utama Haji Osman Haji Rahim met Prime Minister Ali Haddad.",
            "Osman Haji Rahim",
        ),
        ("Cabinet Secretary for Defence Aden Dualo hosted Prime Minister Ali Haddad.", "Aden Dualo"),
        ("President Ana Keller met Prime Minister Ali Haddad and General Secretary To Linh.", "To Linh"),
        ("Minister for Cooperation U Ko Ko Hlain met Prime Minister Ali Haddad.", "Ko Ko Hlain"),
        ("Crown Prince Al Hasan bin Ali met Prime Minister Ali Haddad.", "Al Hasan bin Ali"),
        ("Prime Minister Ali Haddad met with a delegation led by Saleum Kommavong.", "Saleum Kommavong"),
        (
            "Prime Minister Ali Haddad met Assistant to the President of the United States for "
            "National Security "
            "Affairs Jack Sully.",
            "Jack Sully",
        ),
    ],
)
def test_names_after_long_offices_and_honorifics(lead, name):
    assert name in met(lead)


def test_who_met_in_a_later_sentence_or_inside_a_statement():
    assert "Luo Jian" in met(
        "President Ana Keller of Austria met Premier Li Wen. On the same day, Chinese Vice Premier "
        "Qiao Min and Luo Jian, "
        "chairman of the National People's Congress Standing Committee, met with Keller respectively."
    )
    assert "Levent Koru" in met(
        "Malaysia hopes to double trade, said Foreign Minister Ahmad Zaki. He said the target was "
        "discussed at his meeting "
        "with his Turkish counterpart Levent Koru at Wisma Putra here today."
    )


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Vice Premier He Limin met Prime Minister Ali Haddad.", "He Limin"),
        ("Senior General Min Aung Hla met Prime Minister Ali Haddad.", "Min Aung Hla"),
        ("Crown Princess Victoria of Sweden met Prime Minister Ali Haddad.", "Victoria"),
        ("Emperor Haruto hosted Prime Minister Ali Haddad.", "Haruto"),
        ("President Joko “Jodo” Widarto met Prime Minister Ali Haddad.", "Joko “Jodo” Widarto"),
        ("Envoy for the South Caucasus Toivo Kaar met Prime Minister Ali Haddad.", "Toivo Kaar"),
        ("Prime Minister Ali Haddad met Mawlawi Abdul Karim.", "Abdul Karim"),
        ("Tánaiste Sean Harris met Prime Minister Ali Haddad.", "Sean Harris"),
        (
            "Minister of Industry and Investment Promotion Qais bin Ali met Prime Minister Ali Haddad.",
            "Qais bin Ali",
        ),
        ("Prime Minister Ali Haddad met Wang Yin in Beijing.", "Wang Yin"),
    ],
)
def test_names_that_look_like_other_words(lead, name):
    assert name in met(lead)


@pytest.mark.parametrize(
    "beside",
    [
        " on behalf of Chancellor Karl Huber.",
        ". Rivera will meet Chancellor Karl Huber on Friday.",
        ". Last year Rivera met Chancellor Karl Huber in Santiago.",
        ", two days after Chancellor Karl Huber visited Chile.",
        " to talk about the release of Senator Karl Huber.",
        ". In Washington, President Karl Huber of the United States said he would stay away.",
    ],
)
def test_who_is_named_beside_a_meeting_did_not_meet(beside):
    found = met("Foreign Minister Ana Keller of Austria met President Tomas Rivera of Chile" + beside)
    assert set(found) == {"Ana Keller", "Tomas Rivera"}


def test_who_is_congratulated_by_telephone_is_at_the_other_end():
    assert set(
        met("President Ana Keller of Austria congratulated President Tomas Rivera of Chile in a phone call.")
    ) == {"Ana Keller", "Tomas Rivera"}


def test_the_head_of_a_government_is_its_prime_minister():
    found = read(
        Source.of(
            "Talks held\n\nPresident Oleh Marko met Prime Minister Nikola Stojan of North Macedonia. "
            "According to the head "
            "of the Macedonian government, it was late."
        )
    ).quotes
    assert [quote.speaker for quote in found] == ["Nikola Stojan"]


def test_an_initial_can_be_the_letter_that_is_an_article_or_a_pronoun():
    found = read(
        Source.of("Defence Minister A K Mehta met Foreign Minister I B Rana of Nepal in Delhi on Monday.")
    )
    assert [one.name for one in found.meeting.officials] == ["A K Mehta", "I B Rana"]


def test_a_name_with_a_hyphen_is_the_one_without():
    found = read(
        Source.of(
            "Foreign Minister Ali Bhutto-Zardari met Foreign Minister Ana Keller of Austria in "
            "Vienna on Monday.\n\n"
            "Keller thanked Ali Bhutto Zardari. “We are glad,” Bhutto Zardari said."
        )
    )
    assert len(found.meeting.officials) == 2
    assert found.quotes[-1].speaker == found.meeting.officials[0].name


def test_a_release_of_the_united_nations_names_only_the_office():
    found = read(
        Source.of(
            "Readout of the Secretary-General’s meeting with H.E. Mr. Ali Mirza, President of "
            "Pakistan\n\nChicago, 21 May "
            "2012\n\nThe Secretary-General met today with H.E. Mr. Ali Mirza. The Secretary-General "
            "stressed the value of "
            "peace."
        )
    )
    assert [quote.speaker for quote in found.quotes] == ["Ban Ki-moon"]


def test_two_offices_without_names_are_both_sides():
    found = read(
        Source.of(
            "Foreign Secretary meeting with Irish Foreign Minister\n\nThe Foreign Secretary met "
            "Tánaiste Sean Coney "
            "today.\n\nThe Foreign Secretary and the Irish Foreign Minister noted the ties."
        )
    )
    assert [quote.speaker for quote in found.quotes] == ["both sides"]
