"""The meeting a text tells of: day, place, kind, who met and in which office."""

import pytest

from store.model import Source
from store.reading import read
from store.reading.dates import days
from store.reading.kinds import kind_of
from store.reading.language import language_of


def meeting(text, **known):
    return read(Source.of(text, **known)).meeting


def people(text):
    return [(o.name, o.office, o.country) for o in meeting("Talks\n\n" + text).officials]


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


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Readout of President Rivera's Call with Chancellor Keller", "call"),
        ("Telephone conversation with President Rivera", "call"),
        ("Courtesy call by the Minister on the Prime Minister", "visit"),
        ("State visit of President Rivera", "visit"),
        ("Rivera meets Keller on the sidelines of the summit", "talks"),
        ("Leaders gather for climate summit", "summit"),
        ("President sends congratulatory message", "message"),
        ("Rivera and Keller exchange messages on the jubilee", "message"),
        ("Ministers hold telephonic conversation", "call"),
        ("Rivera, in a phone call on Friday, thanks Keller", "call"),
        ("Rivera speaks during his meeting with Keller", "talks"),
        ("Rivera speaks with Keller on telephone", "call"),
        ("Rivera received the credentials of five ambassadors", "ceremony"),
    ],
)
def test_the_kind(title, kind):
    assert kind_of(title, "") == kind


def test_a_later_sentence_can_tell_the_kind():
    assert meeting("A title\n\nIt rained on Oslo. Minister Keller received Minister Moe.").kind == "talks"


def test_an_illness_is_no_official():
    assert people("Ana Keller met Jon Moe. On COVID-19, the Secretary asked for care.") == people(
        "Ana Keller met Jon Moe. The Secretary asked for care."
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Lin Bo, the Chairman of the National Assembly, met with Ana Keller, Speaker of the "
            "Austrian Parliament.",
            [
                ("Lin Bo", "Chairman of the National Assembly"),
                ("Ana Keller", "Speaker of the Austrian Parliament"),
            ],
        ),
        (
            "State Councilor and Foreign Minister Lin Bo met with Minister of Justice Mori Kenji.",
            [("Lin Bo", "State Councilor and Foreign Minister"), ("Mori Kenji", "Minister of Justice")],
        ),
        (
            "The finance minister, Marijke van Loon, met H.E. Dr. Sheikh Omar bin Said Al Harthy.",
            [("Marijke van Loon", "finance minister"), ("Omar bin Said Al Harthy", None)],
        ),
        (
            "Mr. MORI Kenji, Minister for Foreign Affairs of Japan, met with Senator the Hon. Claire Whit.",
            [("Mori Kenji", "Minister for Foreign Affairs of Japan"), ("Claire Whit", "Senator")],
        ),
    ],
)
def test_names_and_offices(sentence, found):
    assert [(name, office) for name, office, _ in people(sentence)] == found


def test_countries_from_offices_demonyms_and_names():
    text = "French President Luc Arnaud met Kenya's Grace Otieno and Prime Minister Joon Ito of the Republic of Fiji."
    assert [country for _, _, country in people(text)] == ["France", "Kenya", "Fiji"]


def countries(title, text):
    return [(official.name, official.country) for official in meeting(f"{title}\n\n{text}").officials]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Lin Bo met Ali Nur, Secretary of the High National Council of Oman.", "Ali Nur", "Oman"),
        ("The Omani side was led by Minister Ali Nur. Lin Bo spoke.", "Ali Nur", "Oman"),
        ("Minister Lin Bo led the Chinese delegation. Ali Nur spoke.", "Lin Bo", "China"),
        (
            "Minister Mori Kenji met John Smith, Secretary of State of the United States of America.",
            "Mori Kenji",
            "Japan",
        ),
    ],
)
def test_a_country_told_apart_from_the_name(text, name, country):
    assert (name, country) in countries("Japan-U.S. talks", text)


def test_a_misspelt_name_is_an_alias():
    found = meeting(
        "Talks\n\nYacheslav Orlov (left) and Lin Bo.\n\nPresident Lin Bo met Chairman Vyacheslav Orlov in Rome."
    )
    assert [o.aliases for o in found.officials if o.name == "Vyacheslav Orlov"] == [("Yacheslav Orlov",)]


def test_who_is_only_mentioned_or_quoted_did_not_meet():
    text = (
        "Minister Ana Keller met President Tomas Rivera in Rome. Keller praised President Lin Bo for "
        "his help.\n\n"
        "“It is too late,” said Ruth Moe, an analyst."
    )
    found = meeting("Talks\n\n" + text)
    assert [o.name for o in found.officials] == ["Ana Keller", "Tomas Rivera"]
    assert [o.name for o in found.speakers] == ["Ruth Moe"]


def test_the_header_of_a_file_is_not_its_text():
    text = "Title: Talks in Rome\nPublished: 2024-03-07\n\nMinister Ana Keller said that it rained."
    reading = read(Source.of(text))
    assert (reading.meeting.title, reading.meeting.date) == ("Talks in Rome", "2024-03-07")
    assert [text[q.start : q.end] for q in reading.quotes] == ["it rained"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that the talks were long and that he was tired of them.", "en"),
        (
            "Le ministre a dit que les entretiens ont été longs et que la France est prête pour la suite.",
            "fr",
        ),
        (
            "Der Minister sagte, dass die Gespräche lang waren und dass er mit dem Ergebnis nicht "
            "zufrieden ist.",
            "de",
        ),
        ("Президент заявил, что переговоры были долгими.", "ru"),
        ("外交部长王毅同他举行会谈。", "zh"),
        ("両首脳は会談を行いました。", "ja"),
        ("", None),
        ("Zhao Leji", None),
    ],
)
def test_languages(text, code):
    assert language_of(text) == code


def test_a_text_in_another_language_is_said_to_be_so():
    reading = read(Source.of("Президент заявил, что переговоры были долгими."))
    assert reading.quotes == ()
    assert "Russian" in reading.remarks[0]


def test_topics_can_be_extended():
    text = "Talks\n\nMinister Ana Keller stressed the Padma rail link."
    (quote,) = read(Source.of(text), topics="padma\tpadma rail link").quotes
    assert "padma" in quote.tags


def test_another_countrys_official_who_speaks_took_part():
    text = (
        "Minister Ana Keller of Austria met Minister Jon Moe of Norway in Oslo.\n\n"
        "Peruvian Trade Minister Luz Vega said that copper was dear. Oslo mayor Per Dahl said that he was glad."
    )
    assert countries("A fair", text) == [
        ("Ana Keller", "Austria"),
        ("Jon Moe", "Norway"),
        ("Luz Vega", "Peru"),
    ]


def test_a_chair_of_a_union_is_of_a_country():
    text = "African Union chairperson President Sami Nur of Chad met Jon Moe, Minister of Norway."
    assert countries("Talks", text)[0] == ("Sami Nur", "Chad")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister Ana Keller met President-designate Omar al-Rashid.", ["Ana Keller", "Omar al-Rashid"]),
        ("Met FM Jon Moe in Oslo. Minister Ana Keller met FM Jon Moe.", ["Jon Moe", "Ana Keller"]),
        ("Minister Ana Keller met FM Jon Moe. Time Magazine said that it rained.", ["Ana Keller", "Jon Moe"]),
    ],
)
def test_only_names_are_names(text, names):
    assert [name for name, _ in countries("President Rivera Visits Oslo", text)] == names


def test_only_others_call_a_minister_by_the_country():
    text = (
        "Prime Minister Le Van Minh of the host received U.S. Secretary of State Ann Cole. Vietnam was glad."
    )
    assert countries("A visit", text) == [("Le Van Minh", "Vietnam"), ("Ann Cole", "United States")]


def test_the_day_of_a_lead_that_tells_of_no_meeting():
    text = (
        "A title\n\nOn Tuesday, Minister Ana Keller praised the pact. She wants copper. She likes it.\n\n"
        "The signing took place on January 2."
    )
    assert meeting(text, published="2020-01-10").date == "2020-01-07"


def test_a_missing_year_is_that_of_another_day_of_the_text():
    text = "A title\n\nMinister Ana Keller met Minister Eva Ruiz in Oslo on January 6. They part on January 7, 2024."
    assert meeting(text).date == "2024-01-06"


def test_who_attends_is_there_but_not_one_of_the_two():
    text = (
        "OSLO [Norway], March 5 (NTB): Foreign Minister Ana Keller of Austria met Foreign Minister "
        "Eva Ruiz of Peru. "
        "They praised the pact.\n\nThe meeting was attended by Ambassador Tom Berg."
    )
    found = read(Source.of("Talks\n\n" + text))
    assert [one.name for one in found.meeting.officials] == ["Ana Keller", "Eva Ruiz", "Tom Berg"]
    assert [quote.speaker for quote in found.quotes] == ["both sides"]
    assert found.meeting.place == "Oslo"


def test_an_agency_tells_whose_minister_it_is():
    text = (
        "LONDON, March 5 (ANI/WAM): Sheikh Omar Al Farsi, Minister of Foreign Affairs, met the US "
        "Secretary of State "
        "Paul Brand in London."
    )
    assert people(text) == [
        ("Omar Al Farsi", "Minister of Foreign Affairs", "United Arab Emirates"),
        ("Paul Brand", "US Secretary of State", "United States"),
    ]


def test_news_of_no_meeting_has_speakers_and_nobody_who_met():
    found = meeting("A title\n\nSenator Ana Keller said the tax was too high.")
    assert (found.kind, found.officials) == (None, ())
    assert [one.name for one in found.speakers] == ["Ana Keller"]


def test_the_office_after_a_name_is_not_that_of_the_next_name():
    text = (
        "H.E. Mr. Tomas Berg, Prime Minister of Norway, H.E. Ms. Ana Keller, President of the "
        "European Council, and "
        "H.E. Dr. Eva Ruiz, President of the European Commission, met in Oslo on 3 May 2021."
    )
    assert people(text) == [
        ("Tomas Berg", "Prime Minister of Norway", "Norway"),
        ("Ana Keller", "President of the European Council", "European Union"),
        ("Eva Ruiz", "President of the European Commission", "European Union"),
    ]


def test_the_only_one_without_an_office_is_the_head_of_state():
    text = "A plan - Volodymyr Zelenskyy\n\n“It is late,” the President stressed. Volodymyr Zelenskyy said it rains."
    assert [quote.speaker for quote in read(Source.of(text)).quotes] == ["Volodymyr Zelenskyy"] * 2


def test_an_office_without_a_name_is_looked_up_by_its_day():
    text = (
        "PM call with President Kovac of Slovenia: 25 March 2022\n\n"
        "The Prime Minister spoke to President Kovac today.\n\n"
        "The Prime Minister expressed his sympathy. President Kovac thanked the Prime Minister."
    )
    found = read(Source.of(text))
    assert [(one.name, one.office, one.country) for one in found.meeting.officials] == [
        ("Boris Johnson", "Prime Minister", "United Kingdom"),
        ("Kovac", "President", "Slovenia"),
    ]
    assert [quote.speaker for quote in found.quotes] == ["Boris Johnson", "Kovac"]


def test_an_office_that_somebody_named_can_hold_is_not_looked_up():
    text = (
        "PM call with President Kovac of Slovenia: 25 March 2022\n\n"
        "The Prime Minister spoke to President Kovac today.\n\nPrime Minister Ann Hill expressed her sympathy."
    )
    assert [one.name for one in read(Source.of(text)).meeting.officials] == ["Kovac", "Ann Hill"]


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
