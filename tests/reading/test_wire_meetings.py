"""Who met, when and where, in news as agencies print them: who is only named beside, menus, hopes of visits."""

import pytest

from store.model import Source
from store.reading import read

LEAD = "President Tomas Rivera of Chile met with Foreign Minister Ana Keller of Austria in Vienna on 3 May 2021.\n\n"


def reading(sentences, lead=LEAD):
    return read(Source.of("Talks in Vienna\n\n" + lead + sentences))


def test_a_letter_of_another_script_does_not_hide_an_office():
    found = reading(
        "",
        "Minister of National Defenсe of Chile Helena Rivera met with Foreign Minister Ana Keller in "
        "Vienna.\n\n",
    )
    assert [o.name for o in found.meeting.officials] == ["Helena Rivera", "Ana Keller"]


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
    "beside",
    [
        "Keller also hosted Rivera and his wife, Datin Norlin Bahri, to lunch.",
        "It was the first meeting since the new cabinet in Tokyo under Prime Minister Norlin Bahri.",
        "They met amid doubts over whether President Norlin Bahri will hold a summit.",
    ],
)
def test_who_is_named_beside_the_meeting(beside):
    assert "Norlin Bahri" not in [o.name for o in reading(beside).meeting.officials]


def test_a_decree_that_is_signed_is_no_meeting():
    found = read(
        Source.of("Decree signed\n\nAli Demir, the Prime Minister of Tunisia, signed a decree on Friday.")
    )
    assert (found.meeting.kind, found.meeting.officials) == (None, ())


def test_nobody_is_of_a_pact_by_guess():
    found = reading(
        "He spoke to members of the ASEAN council and the ASEAN chairs.",
        "Prime Minister Ali Rahmat met with Foreign Minister Ana Keller of Austria.\n\n",
    )
    assert found.meeting.officials[0].country is None


def test_today_comes_before_a_day_that_was_spoken_of():
    found = read(
        Source.of(
            "Call\n\nApril 17, 2017\n\nPresident Ana Keller spoke today with President Tomas Rivera "
            "of Chile about the "
            "attack of April 4th."
        )
    ).meeting
    assert found.date == "2017-04-17"


def test_where_an_encounter_took_place():
    found = read(
        Source.of(
            "Ministers meet\n\nForeign Minister Ana Keller of Austria met briefly with Minister "
            "Tomas Rivera of Chile on "
            "Saturday.\n\nThe encounter took place on the Indonesian resort island of Bali before a forum."
        )
    ).meeting
    assert found.place == "Bali"


def test_who_is_met_in_the_lead_of_what_somebody_said():
    found = read(
        Source.of(
            "Meeting was fruitful\n\nForeign Minister Ana Keller of Austria said Saturday she "
            "considers her meeting with "
            "with Chilean Foreign Minister Eva Lang as fruitful."
        )
    ).meeting
    assert [o.name for o in found.officials] == ["Ana Keller", "Eva Lang"]


def test_whom_a_speaker_says_she_met_took_part():
    found = reading(
        "",
        "Foreign Minister Ana Keller of Austria said on Friday that she met her Chilean counterpart, "
        "Luis Soto, to "
        "discuss trade.",
    )
    assert [one.name for one in found.meeting.officials] == ["Ana Keller", "Luis Soto"]


def test_a_counterpart_from_a_third_country_who_speaks_up_took_part():
    found = reading(
        "",
        "President Tomas Rivera of Chile met Foreign Minister Ana Keller of Austria in Vienna on "
        "Monday.\n\nHer German "
        "counterpart Max Gabriel told reporters that Rivera was glad.",
    )
    assert [one.name for one in found.meeting.officials] == ["Tomas Rivera", "Ana Keller", "Max Gabriel"]
