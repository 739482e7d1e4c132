"""Of which country each of those is that a text names."""

import pytest

from store.model import Source
from store.reading import read


def meeting(text, **known):
    return read(Source.of(text, **known)).meeting


def met(lead):
    return {o.name: o.country for o in meeting("Talks held\n\n" + lead).officials}


def test_two_met_together_are_of_one_country():
    found = read(
        Source.of(
            "Visit\n\nThe President of the European Council, Willem Verhoeven, met the President of "
            "the Republic of "
            "Moldova, Ileana Rotaru, and Prime Minister Sergiu Bostan."
        )
    ).meeting
    assert {o.name: o.country for o in found.officials}["Sergiu Bostan"] == "Moldova"


def test_countries_that_the_words_around_a_name_give():
    assert met("Turkey's Demir told Hungary's Szabo that it was late.") == {
        "Demir": "Turkey",
        "Szabo": "Hungary",
    }
    assert met("Federal Minister Anton Gruber met Foreign Minister Fuad Hamdan (Iraq) in Vienna.") == {
        "Anton Gruber": "Austria",
        "Fuad Hamdan": "Iraq",
    }
    two = met(
        "Foreign Minister Ravi Nair and Defence Minister Arjun Rao met their Australian "
        "counterparts, Ana Payne and "
        "Peter Dutton."
    )
    assert (two["Ana Payne"], two["Peter Dutton"]) == ("Australia", "Australia")


def test_who_was_met_on_a_visit_is_of_the_country_visited():
    found = met(
        "Dr. Ravi Nair, External Affairs Minister of India, paid an official visit to Cyprus from "
        "29-31 December "
        "2022. He held talks with Foreign Minister Ioannis Kasos."
    )
    assert found["Ioannis Kasos"] == "Cyprus"


def test_whom_one_meets_and_who_holds_the_same_office_is_of_another_country():
    found = met(
        "Minister Sam Tan met Federal Councillor Luc Amstutz. They reaffirmed the relations between "
        "Singapore and "
        "Switzerland. Minister Tan thanked Singapore's friends."
    )
    assert found == {"Sam Tan": "Singapore", "Luc Amstutz": "Switzerland"}
    found = met(
        "President Moon Seong-hwa, who is on a state visit to Vietnam, held talks in Hanoi with "
        "President Vu Dinh "
        "Khoa. He praised the ties between Vietnam and South Korea. Vietnam is growing."
    )
    assert found == {"Moon Seong-hwa": "South Korea", "Vu Dinh Khoa": "Vietnam"}
    found = met(
        "Foreign Minister Ana Keller of Austria told reporters with her counterpart Goran Milevski "
        "that Austria and "
        "North Macedonia were friends."
    )
    assert found["Goran Milevski"] == "North Macedonia"


def test_a_guest_does_not_tell_whose_release_it_is():
    found = met(
        "Cabinet Secretary for Foreign Affairs of Kenya Asha Mwangi met Minister Jun Hatakeyama of Japan."
    )
    assert found == {"Asha Mwangi": "Kenya", "Jun Hatakeyama": "Japan"}


def test_a_readout_of_a_president_is_american():
    found = meeting(
        "Readout of President Hale's Call with Prime Minister Ingrid Haugen of Norway\n\nPresident "
        "Thomas Hale spoke today "
        "with Prime Minister Ingrid Haugen of Norway about support for Ukraine and the people of Ukraine."
    )
    assert {o.name: o.country for o in found.officials} == {
        "Thomas Hale": "United States",
        "Ingrid Haugen": "Norway",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "The foreign ministers of Kenya and Somalia, Ali Otieno and Abdi Hassan, signed an accord in Nairobi.",
        "Kenyan and Somali Foreign Ministers Ali Otieno and Abdi Hassan met in Nairobi.",
        "Foreign ministers Ali Otieno (Kenya) and Abdi Hassan (Somalia) met in Nairobi.",
        "Kenyan President Ali Otieno hosted his Somali counterpart, Abdi Hassan, in Nairobi.",
        "The accord was signed by Transport Minister Ali Otieno for Kenya and Ports Minister Abdi "
        "Hassan for Somalia.",
        "President Ali Otieno of Kenya received the Somali delegation, led by Foreign Minister Abdi Hassan.",
        "Somali Foreign Minister Abdi Hassan met President Ali Otieno in Nairobi during a visit to Kenya.",
        "Somali Foreign Minister Abdi Hassan, accompanied by aides, met Kenyan President Ali Otieno.",
    ],
)
def test_each_of_two_sides_has_its_country(lead):
    assert met(lead) == {"Ali Otieno": "Kenya", "Abdi Hassan": "Somalia"}


def test_names_after_an_office_in_the_plural_each_hold_it():
    found = meeting("Accord\n\nPresidents Ali Otieno of Kenya and Abdi Hassan of Somalia met in Nairobi.")
    assert [(one.name, one.office, one.country) for one in found.officials] == [
        ("Ali Otieno", "President", "Kenya"),
        ("Abdi Hassan", "President", "Somalia"),
    ]


def test_three_names_for_three_countries_and_their_office():
    found = meeting(
        "Talks held\n\nKenyan President Ali Otieno hosted the presidents of Somalia and Ethiopia, "
        "Abdi Hassan and Abebe "
        "Worku, in Nairobi."
    )
    assert {(o.name, o.office, o.country) for o in found.officials} == {
        ("Ali Otieno", "Kenyan President", "Kenya"),
        ("Abdi Hassan", "president", "Somalia"),
        ("Abebe Worku", "president", "Ethiopia"),
    }


def test_who_heads_an_organisation_is_of_it():
    assert (
        met("World Bank President Jan Berg met Foreign Minister Ali Otieno of Kenya.")["Jan Berg"]
        == "World Bank"
    )
    found = met(
        "Kenya's foreign minister, Ali Otieno, and its trade minister, Grace Njeri, met Abdi Hassan of Somalia."
    )
    assert found["Grace Njeri"] == "Kenya"


def test_what_a_country_owns_is_nobody():
    assert set(
        met("Minister Shen Yi met Nicole Kraut, minister of economic affairs of Germany's Baden-Rems.")
    ) == {
        "Shen Yi",
        "Nicole Kraut",
    }


def test_the_countries_whose_ties_are_told_of_are_those_that_met():
    found = met(
        "Foreign Minister Ana Keller met Foreign Minister Luis Paredes of Peru. They spoke of the "
        "war in Sudan and of "
        "peace in Sudan. Chile-Peru trade had grown, Keller said."
    )
    assert found == {"Ana Keller": "Chile", "Luis Paredes": "Peru"}
    found = met(
        "While calling on President Chandra Senanayake, India's Minister Vijay Rao spoke of Sri Lanka's talks."
    )
    assert found == {"Chandra Senanayake": "Sri Lanka", "Vijay Rao": "India"}


def test_a_host_of_no_country_told_is_of_the_place():
    found = met(
        "Foreign Minister Lim Wei Kiat of Singapore met Foreign Minister Faisal Otaibi of Saudi "
        "Arabia in Riyadh. He also "
        "called on Investment Minister Khaled Rumai."
    )
    assert found["Khaled Rumai"] == "Saudi Arabia"


def test_two_met_in_a_row_are_of_one_country():
    found = met(
        "Deputy Prime Minister Kamal Tahir of Malaysia called on Qatari Minister of Municipality "
        "Jassim Marri and Minister "
        "of Education and Higher Education Mariam Kuwari."
    )
    assert found["Mariam Kuwari"] == "Qatar"


def test_congo_without_more_is_the_one_of_kinshasa():
    assert met("Congo's Foreign Minister Paul Mukendi met Foreign Minister Ali Otieno of Kenya.")[
        "Paul Mukendi"
    ] == ("Democratic Republic of the Congo")


def test_a_publisher_that_is_a_government_tells_the_house():
    found = meeting(
        "Visit\n\nChinese State Councilor Wang Tao met Singapore's Foreign Minister Sam Lim. He also "
        "called on Deputy Prime "
        "Minister Heng Wei.",
        publisher="Ministry of Foreign Affairs, Singapore",
    )
    assert {one.name: one.country for one in found.officials}["Heng Wei"] == "Singapore"


def test_a_counterpart_holds_the_same_office_in_the_other_country():
    found = meeting(
        "Talks\n\nSouth Korean President Park Min-ho and his Kenyan counterpart, Ali Otieno, met in Seoul."
    )
    assert [(one.office, one.country) for one in found.officials] == [
        ("South Korean President", "South Korea"),
        ("President", "Kenya"),
    ]


def test_who_governs_in_news_of_one_country_is_of_it():
    found = meeting(
        "Rail unions call off strike\n\n"
        "Transport minister Conor Brady leaving the talks in Dublin on Tuesday. Photograph: Staff\n\n"
        "The deal was announced by the transport minister, Conor Brady, who had joined the talks with "
        "Siobhán Keane, general secretary of the rail union, in the evening. Brady said it was long."
    )
    assert {o.country for o in (*found.officials, *found.speakers)} == {"Ireland"}


def test_nobody_comes_from_what_was_only_spoken_about():
    assert met(
        "SINGAPORE, 14 September 2022. Singapore's Foreign Minister Goh Wei Ming was in Ottawa. He met Foreign "
        "Minister Margaret Leclerc and they had a long conversation on trade and on the situation in Ukraine. "
        "Canada would be in the region for good, she told Goh."
    ) == {"Goh Wei Ming": "Singapore", "Margaret Leclerc": "Canada"}


def test_the_second_guest_who_was_welcomed_is_of_the_country_of_the_first():
    found = meeting(
        "Talks in London\n\nForeign Secretary Jonathan Ferrers welcomed Polish Foreign Minister "
        "Tomasz Wierzbicki "
        "and Defence Minister Joanna Malczewska to Lancaster House. Minister Malczewska thanked "
        "British forces.",
        publisher="Foreign, Commonwealth & Development Office",
    )
    assert {o.name: o.country for o in found.officials}["Joanna Malczewska"] == "Poland"


def test_who_heads_a_body_of_many_states_is_of_no_country():
    found = met(
        "Canada's Foreign Minister Margaret Leclerc met Marisela Betancourt, Executive Secretary of "
        "the Association "
        "of Island States, to speak of Guyana's floods."
    )
    assert found["Marisela Betancourt"] is None


def test_a_title_of_honour_tells_the_country():
    found = met(
        "Foreign Minister Datuk Azman Karim met Saudi Arabian Ambassador Faisal Haddad on Monday, "
        "days after talks in "
        "Riyadh on Saudi investment."
    )
    assert found == {"Azman Karim": "Malaysia", "Faisal Haddad": "Saudi Arabia"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ambassador of Norway to India Ana Berg", "Norway"),
        ("Ambassador of Norway to the United States Ana Berg", "Norway"),
        ("Norway's Special Representative on Yemen Ana Berg", "Norway"),
    ],
)
def test_nobody_is_of_the_country_they_are_sent_to(name, country):
    text = f"Talks in Oslo\n\n{name} met President Tomas Rivera of Chile in Oslo on 3 May 2021."
    assert {one.name: one.country for one in read(Source.of(text)).meeting.officials}["Ana Berg"] == country


def test_the_title_tells_who_somebody_is():
    text = (
        "Meeting with H.E. Mr. Tomas Rivera, President of Chile\n\nOslo, 21 May 2012\n\n"
        "The Prime Minister met today with H.E. Mr. Tomas Rivera on the margins of the NATO Summit."
    )
    met = {one.name: (one.office, one.country) for one in read(Source.of(text)).meeting.officials}
    assert met["Tomas Rivera"] == ("President of Chile", "Chile")


@pytest.mark.parametrize(
    "lead",
    [
        "The Foreign Ministers of Peru (Ann Hill), Chile (Paul Tan) and Brazil (Maria Sol) met in Lima.",
        "The Foreign Ministers of Peru, Ann Hill, Chile, Paul Tan, and Brazil, Maria Sol, met in Lima.",
    ],
)
def test_each_is_named_after_the_country(lead):
    assert met(lead + "\n") == {"Ann Hill": "Peru", "Paul Tan": "Chile", "Maria Sol": "Brazil"}


def test_a_counterpart_comes_from_the_country_behind_it():
    lead = "Peru's Foreign Minister Ann Hill met with her counterpart from Chile, Paul Tan, in Lima.\n"
    assert met(lead) == {"Ann Hill": "Peru", "Paul Tan": "Chile"}
