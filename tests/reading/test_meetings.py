"""The meeting a text tells of: its kind, who met and in which office."""

import pytest

from store.model import Source
from store.reading import read
from store.reading.kinds import kind_of
from store.reading.language import language_of


def meeting(text, **known):
    return read(Source.of(text, **known)).meeting


def people(text):
    return [(o.name, o.office, o.country) for o in meeting("Talks\n\n" + text).officials]


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
