"""An official over time."""

from store.insight.evidence import heard
from store.insight.timeline import timeline
from store.model import Office, Official, Participant

from .shelf import LAVROV, WANG, Shelf, label, met, said


def library():
    deputy = (Participant(1, "Wang Yi", "Deputy Minister", "China"),)
    return (
        Shelf()
        .put(
            met(2, "2023-06-01"),
            said("the grain corridor must stay open all winter", tags=("food",)),
            said("fertiliser exports should resume", "Sergei Lavrov", tags=("food",)),
        )
        .put(
            met(1, "2020-03-01", participants=deputy),
            said("the grain corridor must stay open", tags=("food",)),
        )
        .put(met(3, "2024-01-01"), said("arms control talks are overdue"), said("peace", status="missing"))
        .put(met(4, None), said("the grain corridor must stay open", tags=("food",)))
    )


def test_positions_stand_in_order_of_date_with_the_office_held():
    positions = timeline(WANG, heard(library())).positions
    assert [(p.place.date, p.office, p.place.quote) for p in positions] == [
        ("2020-03-01", "Deputy Minister", "1.1"),
        ("2023-06-01", "Foreign Minister", "2.1"),
        ("2024-01-01", "Foreign Minister", "3.1"),
        (None, "Foreign Minister", "4.1"),
    ]


def test_a_position_takes_up_the_last_one_that_makes_the_same_point():
    first, second, third, last = timeline(WANG, heard(library())).positions
    assert (first.takes_up, first.changes) == (None, ())
    assert second.takes_up == "1.1"
    assert second.changes == (("same", "the grain corridor must stay open"), ("new", "all winter"))
    assert third.takes_up is None
    assert last.takes_up == "2.1"
    assert ("gone", "all winter") in last.changes


def test_a_topic_is_a_tag_or_words_of_the_quote():
    def quotes(topic):
        return [p.place.quote for p in timeline(WANG, heard(library()), topic).positions]

    assert quotes("Food") == ["1.1", "2.1", "4.1"]
    assert quotes("corridors of grain") == []
    assert quotes("open corridors") == ["1.1", "2.1", "4.1"]
    assert quotes("…") == []


def test_first_and_last_use_of_a_phrase_lead_to_its_words():
    (phrase,) = timeline(WANG, heard(library())).phrases
    assert (phrase.phrase, phrase.quotes) == ("grain corridor must stay open", 3)
    assert (phrase.first.quote, phrase.first.start, phrase.first.end) == ("1.1", 104, 133)
    assert phrase.first.text == "grain corridor must stay open"
    assert phrase.last.quote == "4.1"


def test_where_the_meeting_names_no_office_the_last_known_one_counts():
    official = Official(
        "Wang Yi", offices=(Office("Envoy", "2019-01-01"), Office("Minister", "2022-01-01")), id=1
    )
    nameless = (Participant(1, "Wang Yi"),)
    shelf = Shelf()
    for number, date in enumerate(("2018-05-01", "2020-05-01", "2023-05-01"), 1):
        shelf.put(met(number, date, label(number), participants=nameless), said("peace"))
    positions = timeline(official, heard(shelf)).positions
    assert [position.office for position in positions] == [None, "Envoy", "Minister"]


def test_it_says_when_there_is_too_little():
    assert timeline(LAVROV, heard(library())).remarks == (
        "Sergei Lavrov is heard at 1 dated meeting: too few to tell a development.",
    )
    assert timeline(LAVROV, heard(library()), "arms").remarks == (
        "Sergei Lavrov is heard on arms at no dated meetings: too few to tell a development.",
    )
