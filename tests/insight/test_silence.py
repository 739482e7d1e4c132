"""Who no longer speaks of what."""

import pytest

from store.insight.days import oldest_first
from store.insight.evidence import heard
from store.insight.silence import silences
from store.insight.topics import Topics
from store.insight.unheard import unheard

from .shelf import OFFICIALS, Shelf, met, said

TODAY = "2024-06-01"


def library(pattern, topic="food"):
    """Wang speaks each month: of food where the pattern has a cross, of peace where it has a dot."""
    shelf = Shelf()
    for number, mark in enumerate(pattern, 1):
        shelf.put(
            met(number, f"2023-{number:02d}-10"),
            said("grain", tags=(topic if mark == "x" else "peace",)),
        )
    return shelf


def silent(shelf, **known):
    in_order = heard(shelf, oldest_first(shelf.meetings(), TODAY))
    return silences(in_order, OFFICIALS, Topics(), today=TODAY, **known)


def test_a_topic_heard_at_every_meeting_and_then_no_more():
    official, country = sorted(silent(library("xxxx....")).silences, key=lambda one: one.kind, reverse=True)
    assert (official.kind, official.who, official.topic) == ("official", "Wang Yi", "food")
    assert (official.heard, official.of, official.since) == (4, 4, 4)
    assert (official.first, official.last, official.days) == ("2023-01-10", "2023-04-10", 418)
    assert official.chance == pytest.approx((1 - 4 / 5) ** 4)
    assert official.place.quote == "4.1"
    assert (country.kind, country.who) == ("country", "China")


def test_a_topic_that_was_always_rare_is_not_missed():
    rare = silent(library("x..x..x....."))
    assert [one.topic for one in rare.silences] == []
    often = silent(library("xx.x........"))
    assert {one.topic for one in often.silences} == {"food"}


def test_silence_needs_three_mentions_and_three_meetings_since():
    assert silent(library("xx..........")).silences == ()
    assert silent(library("xxxxxxxxxx..")).silences == ()
    assert silent(library("xxxxxxxxx...")).silences != ()


def test_the_chance_allowed_can_be_set():
    assert silent(library("xxxx...."), most_chance=0.0001).silences == ()


def test_meetings_without_a_day_or_after_today_do_not_count():
    shelf = library("xxxx....")
    shelf.put(met(20, None), said("grain", tags=("food",)))
    shelf.put(met(21, "2025-01-01"), said("grain", tags=("food",)))
    assert {one.last for one in silent(shelf).silences} == {"2023-04-10"}


def test_it_says_when_there_is_too_little():
    assert silent(library("xxx..")).remark == (
        "Nobody is quoted at 6 dated meetings or more: too few to speak of silence."
    )
    assert silent(library("xxx...")).remark is None


def test_officials_not_heard_since_a_day():
    shelf = (
        Shelf()
        .put(met(1, "2023-01-01"), said("peace"), said("talks"), said("trade", "Sergei Lavrov"))
        .put(met(2, "2023-05-01"), said("peace", "Sergei Lavrov"))
    )

    def names(since):
        in_order = heard(shelf, oldest_first(shelf.meetings()))
        return unheard(in_order, OFFICIALS, since=since, today=TODAY)

    (wang,) = names("2023-05-01")
    assert (wang.name, wang.quotes, wang.last, wang.met, wang.days) == (
        "Wang Yi",
        2,
        "2023-01-01",
        "2023-05-01",
        517,
    )
    assert wang.place.quote == "1.2"
    assert names("2023-01-01") == ()
    assert [one.name for one in names("2024-01-01")] == ["Wang Yi", "Sergei Lavrov"]
