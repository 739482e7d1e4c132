"""The one official or meeting a person means."""

import pytest

from store.errors import AmbiguousError
from store.insight.choosing import one_meeting, one_official
from store.model import Official

from .shelf import Shelf, met, said

PEOPLE = [
    Official("Wang Yi", "China", id=1),
    Official("Wang Yang", "China", id=2),
    Official("Vyacheslav Volodin", "Russia", ("Yacheslav Volodin",), id=3),
    Official("Mevlüt Çavuşoğlu", "Türkiye", id=4),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Wang Yi", 1),
        ("wang yang", 2),
        ("2", 2),
        ("volodin", 3),
        ("yacheslav", 3),
        ("Yacheslav Volodin", 3),
        ("cavusoglu", 4),
        ("çavuş", 4),
        ("  wang   yi ", 1),
    ],
)
def test_a_name_however_written_is_one_official(typed, meant):
    assert one_official(PEOPLE, typed).id == meant


def test_a_name_of_several_lists_them():
    with pytest.raises(
        AmbiguousError, match=r"2 officials answer to 'wang'.*1: Wang Yi \(China\); 2: Wang Yang"
    ):
        one_official(PEOPLE, "wang")


@pytest.mark.parametrize("typed", ["Lavrov", "", "9", "  "])
def test_a_name_of_nobody_is_said(typed):
    with pytest.raises(AmbiguousError, match="No official answers"):
        one_official(PEOPLE, typed)


def test_a_meeting_is_named_by_number_or_by_a_filter():
    shelf = Shelf().put(met(1, place="Rome"), said("peace")).put(met(2, place="Bali"), said("peace"))
    assert one_meeting(shelf, " 2 ").id == 2
    assert one_meeting(shelf, "place:rome").id == 1
    with pytest.raises(AmbiguousError, match="2 meetings answer to 'peace'"):
        one_meeting(shelf, "peace")
    with pytest.raises(AmbiguousError, match="No meeting answers"):
        one_meeting(shelf, "place:oslo")
