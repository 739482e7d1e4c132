"""When and where a meeting was."""

import pytest

from store.model import Source
from store.reading import read
from store.reading.dates import days


def meeting(text, **known):
    return read(Source.of(text, **known)).meeting


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The ministers met on 5 March 2024.", "2024-03-05"),
        ("The ministers met on March 5.", "2024-03-05"),
        ("The ministers met today.", "2024-03-07"),
        ("The ministers met yesterday.", "2024-03-06"),
        ("The ministers met on Tuesday.", "2024-03-05"),
        ("The ministers met in a hall.", "2024-03-07"),
        ("The ministers met on Tuesday, ahead of a fair next week.", "2024-03-05"),
        ("OSLO, March 5 (NTB) -- The ministers said Tuesday their ties were good.", "2024-03-05"),
    ],
)
def test_the_day(sentence, day):
    assert meeting(f"A title\n\n{sentence}", published="2024-03-07").date == day


def test_a_period():
    for text in (
        "Visit of the Minister, 10-12 July 2022\n\nThe minister visited Muscat.",
        "A visit\n\nOn July 10-12, 2022, the minister visited Muscat.",
    ):
        found = meeting(text)
        assert (found.date, found.end_date) == ("2022-07-10", "2022-07-12")


def test_the_day_of_publication_is_only_a_guess():
    assert "date" in meeting("A title\n\nThe ministers met in a hall.", published="2024-03-07").unsure


@pytest.mark.parametrize(
    "written",
    ["2024-03-05", "5 March 2024", "March 5, 2024", "5th of March 2024", "05.03.2024", "05/03/2024"],
)
def test_days_as_they_are_written(written):
    assert [day.iso(None) for day in days(f"On {written} it rained.")] == ["2024-03-05"]


def test_days_that_are_none():
    assert days("On 45 March 2024, 2024-13-01 and 99/99/2024.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ministers met in Vienna.", "Vienna"),
        ("The ministers met in the Austrian capital.", "Vienna"),
        ("Minister Keller received Minister Moe at Wisma Putra, Putrajaya.", "Putrajaya"),
        ("ROME, May 3 (ANSA) -- The ministers met here.", "Rome"),
        ("The minister paid a visit to Oman.", "Oman"),
        ("The ministers spoke by phone. They will meet in Rome.", None),
        ("OSLO, 3 May 2021 – The ministers met at the castle, a day after a visit to Rome.", "Oslo"),
        ("Oslo - The ministers met on Monday.", "Oslo"),
        ("San Francisco, Calif. – The ministers met on Monday.", "San Francisco"),
        ("OSLO, May 3 (NTB) -- The ministers met.", "Oslo"),
    ],
)
def test_the_place(text, place):
    assert meeting("A title\n\n" + text).place == place


def test_the_day_of_a_lead_that_tells_of_no_meeting():
    text = (
        "A title\n\nOn Tuesday, Minister Ana Keller praised the pact. She wants copper. She likes it.\n\n"
        "The signing took place on January 2."
    )
    assert meeting(text, published="2020-01-10").date == "2020-01-07"


def test_a_missing_year_is_that_of_another_day_of_the_text():
    text = "A title\n\nMinister Ana Keller met Minister Eva Ruiz in Oslo on January 6. They part on January 7, 2024."
    assert meeting(text).date == "2024-01-06"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("King Charles received President Adam Nowak of Poland at Windsor Castle.", "Windsor Castle"),
        (
            "The Secretary General welcomed the President of Poland, Adam Nowak, to NATO Headquarters.",
            "NATO Headquarters",
        ),
        (
            "President Smith and Prime Minister Kenji Mori of Japan met in the Oval Office of the White House.",
            "White House",
        ),
        ("On the margins of the Munich Security Conference, Minister Lars Holm met Oleh Bondar.", "Munich"),
    ],
)
def test_a_meeting_in_a_building_or_beside_a_conference(lead, place):
    assert read(Source.of("Talks held\n\n" + lead)).meeting.place == place


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("in the southern city of Graz on Monday", "Graz"),
        ("in the Black Sea resort of Varna", "Varna"),
        ("in Saint-Denys", "Saint-Denys"),
        ("in Wadi al-Seer", "Wadi al-Seer"),
        ("in Buenos Aires Tuesday", "Buenos Aires"),
        ("at 10 Downing Street", "10 Downing Street"),
        ("at the State Department", "State Department"),
        ("at the Old Granary", "Old Granary"),
        ("at the Harbour Forum", None),
        ("at Sapta Bhavan", "Sapta Bhavan"),
        ("at the Zavidovo residence", "Zavidovo"),
    ],
)
def test_places_that_no_table_lists(lead, place):
    found = meeting(f"Talks held\n\nForeign Minister Ana Keller met President Tomas Rivera of Chile {lead}.")
    assert found.place == place


def test_a_city_and_a_day_at_the_foot():
    found = meeting(
        "A visit\n\nForeign Minister Ana Keller of Brazil met Minister Ravi Nair.\n\nNew Delhi August 27, 2024"
    )
    assert (found.place, found.date) == ("New Delhi", "2024-08-27")


def test_periods_over_months():
    for written in ("from 30 April to 2 May 2021", "from April 30 to May 2, 2021"):
        found = meeting(f"A visit\n\nForeign Minister Ana Keller visited Chile {written}.")
        assert (found.date, found.end_date) == ("2021-04-30", "2021-05-02")


def test_the_day_of_a_press_conference_is_not_that_of_the_meeting():
    found = meeting(
        "Spokesperson's Regular Press Conference on March 5, 2024\n\nMarch 5, 2024\n\nQ: Foreign "
        "Minister Ana Keller of "
        "Brazil met with President Tomas Rivera of Chile yesterday. Can you tell us more?\n\nA: They "
        "had a good talk."
    )
    assert found.date == "2024-03-04"


def test_a_house_and_its_city_in_a_line_of_their_own():
    found = meeting(
        "News conference following talks\n\nNikolai Zhukov and Tarek Ben Hamou gave a news "
        "conference.\n\nMay 24, 2023\n"
        "16:25\nThe Kremlin, Moscow\n\nEarlier, Nikolai Zhukov and Tarek Ben Hamou held talks."
    )
    assert found.place == "The Kremlin, Moscow"


def test_what_was_struck_is_not_where_they_met():
    found = meeting(
        "Talks held\n\nPresident Luc Moreau of France and Chancellor Karl Weber of Germany called "
        "for restraint after strikes "
        "on the port of Hodeida, in a statement issued after a dinner at the Elysee Palace."
    )
    assert found.place == "Elysee Palace"


def test_the_day_of_a_dateline_comes_before_that_of_publication():
    found = meeting(
        "Talks held\n\nBEIJING, Nov. 21, 2023 -- Foreign Minister Ana Keller met President Tomas "
        "Rivera of Chile here.",
        published="2023-11-22",
    )
    assert found.date == "2023-11-21"


def test_a_day_written_in_full_is_sure_though_nobody_met():
    found = meeting(
        "Message\n\nOctober 3, 2024\n\nOn October 2, 2024, President Ana Keller congratulated "
        "President Tomas Rivera of Chile."
    )
    assert (found.date, "date" in found.unsure) == ("2024-10-02", False)


def test_the_city_that_hosted_it():
    found = meeting(
        "Summit opens\n\nAstana hosted the sixth summit on 3 May 2021. President Ana Keller of Austria met "
        "President Tomas Rivera of Chile."
    )
    assert found.place == "Astana"


def test_a_region_is_no_venue():
    found = Source.of(
        "Premier Li Hua met President Ali Tan on Thursday.\n\nLi said a visit to the Southeast Asian "
        "country was due."
    )
    assert read(found).meeting.place is None


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in Washington, D.C.", "Washington, D.C."),
        ("at the Munich Security Conference.", "Munich"),
        ("in Lima before flying to Berlin.", "Lima"),
    ],
)
def test_where_it_was_when_another_sentence_follows(where, place):
    lead = f"Peruvian Foreign Minister Ann Hill met Chilean Foreign Minister Paul Tan {where}"
    reading = read(Source.of(f"Talks\n\n{lead} Hill said the road was shut.\n"))
    assert reading.meeting.place == place
    assert [(quote.speaker, quote.text) for quote in reading.quotes] == [("Ann Hill", "the road was shut")]


def test_the_place_stands_before_who_was_met():
    lead = "Peruvian Foreign Minister Ann Hill met in Vienna Chilean Foreign Minister Paul Tan."
    assert read(Source.of(f"Talks\n\n{lead}\n")).meeting.place == "Vienna"
