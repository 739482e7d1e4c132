"""Who is meant by a name."""

from dataclasses import replace

import pytest

from store.errors import LibraryError
from store.keeping.identity import Identities, LikelySame, likely_same, name_key, spellings, with_office
from store.library import Library
from store.model import FoundOfficial, Office, Official
from tests.store.made import NOW, SAID, TEXT, VOLODIN, ZHAO, add, reading, source, state

OFFICIALS = [
    Official("Zhao Leji", "China", id=1),
    Official("Vyacheslav Volodin", "Russia", ("Yacheslav Volodin",), id=2),
    Official("Péter Szijjártó", "Hungary", id=3),
    Official("Wang Yi", "China", id=4),
    Official("Wang Yi", "Taiwan", id=5),
    Official("Jean-Noël Barrot", None, id=6),
]


@pytest.fixture
def identities():
    return Identities(OFFICIALS)


@pytest.mark.parametrize(
    ("name", "country", "aliases", "who"),
    [
        ("Zhao Leji", "China", (), 1),
        ("ZHAO LEJI", "china", (), 1),
        ("Leji Zhao", "China", (), 1),
        ("Zhao Leji", None, (), 1),
        ("Zhao Leji", "Japan", (), None),
        ("Zhao", "China", (), None),
        ("Yacheslav Volodin", "Russia", (), 2),
        ("V. Volodin", "Russia", ("Vyacheslav Volodin",), 2),
        ("V. Volodin", "Russia", ("Volodin",), None),
        ("Szijjarto Peter", "Hungary", (), 3),
        ("Wang Yi", "China", (), 4),
        ("Wang Yi", "Taiwan", (), 5),
        ("Wang Yi", None, (), None),
        ("Jean Noel Barrot", "France", (), 6),
        ("Vyacheslav V. Volodin", "Russia", (), 2),
        ("Vyacheslav Volodin, Jr.", "Russia", (), 2),
        ("Vyacheslav Viktorovich Volodin", "Russia", (), 2),
        ("Vyacheslav Viktorovich Volodin", None, (), None),
        ("Viktorovich Volodin", "Russia", (), None),
    ],
)
def test_a_person_is_known_by_country_and_name_in_any_spelling_seen(identities, name, country, aliases, who):
    found = identities.who(FoundOfficial(name, None, country, aliases))
    assert (found and found.id) == who


def test_a_changed_official_is_known_by_the_new_names_only(identities):
    identities.put(Official("Zhao Le-ji", "China", id=1))
    assert identities.named("Zhao Leji") == []
    assert [one.id for one in identities.named("Zhao Le Ji")] == [1]
    identities.drop(1)
    assert identities.named("Zhao Le Ji") == []


def test_only_forms_that_tell_the_person_by_themselves_are_spellings():
    assert spellings("Zhao Leji", ("Zhao", "Zhao Leji", "Zhao Le-ji", "赵乐际", "")) == (
        "Zhao Le-ji",
        "赵乐际",
    )


def test_an_office_keeps_its_first_and_last_day_in_any_order():
    official = Official("Zhao Leji")
    for day in ("2023-05-01", None, "2022-01-01", "2024-01-01"):
        official = with_office(official, "Chairman", day)
    official = with_office(official, "Member", "2020-01-01")
    assert official.offices == (
        Office("Member", "2020-01-01", "2020-01-01"),
        Office("Chairman", "2022-01-01", "2024-01-01"),
    )


def test_likely_same_persons_are_suggested_within_a_country():
    spelt = [*OFFICIALS, Official("Viacheslav Volodin", "Russia", id=7), Official("Zhao Leji", "Japan", id=8)]
    assert [(pair.one.id, pair.other.id) for pair in likely_same(spelt)] == [(2, 7)]


def test_a_family_name_and_an_office_that_agree_are_suggested_whatever_the_given_names():
    joe, joseph, hunter, bill, hillary = (
        Official(name, "United States", offices=(Office(office),) if office else (), id=number)
        for number, (name, office) in enumerate(
            [
                ("Joe Biden", "U.S. President"),
                ("Joseph R. Biden, Jr.", "President of the United States"),
                ("Hunter Biden", None),
                ("Bill Clinton", "President"),
                ("Hillary Clinton", "Secretary of State"),
            ],
            start=1,
        )
    )
    ((one, other, _),) = likely_same([joe, joseph, hunter, bill, hillary])
    assert (one, other) == (joe, joseph)
    assert not list(likely_same([joe, replace(joseph, country="Ireland")]))


def test_one_of_no_known_country_is_suggested_with_all_who_share_a_word():
    barrot = Official("Barrot", None, id=7)
    found = [*OFFICIALS, barrot, Official("Jean Barrot", "France", id=8), Official("Yi", None, id=9)]
    pairs = {(pair.one.id, pair.other.id) for pair in likely_same(found)}
    assert {(7, 8), (9, 4), (9, 5)} <= pairs and (4, 5) not in pairs
    assert (6, 7) in pairs and (7, 6) not in pairs
    pair = LikelySame(barrot, OFFICIALS[5], 90)
    assert (pair.fuller, pair.than(7), pair.than(6)) == (OFFICIALS[5], OFFICIALS[5], barrot)
    assert LikelySame(OFFICIALS[3], OFFICIALS[0], 90).fuller is OFFICIALS[0]


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=lambda: NOW) as opened:
        opened.add(source(TEXT), reading(TEXT, *SAID))
        viacheslav = replace(VOLODIN, name="Viacheslav Volodin", aliases=(), office="Speaker")
        said = [("Viacheslav Volodin", "support"), ("Zhao Leji; Viacheslav Volodin", "exchanges")]
        other = TEXT.replace("Vyacheslav", "Viacheslav")
        opened.add(source(other), reading(other, *said, date="2024-02-02", officials=(ZHAO, viacheslav)))
        yield opened


def test_an_official_is_read_alone_as_with_all_others(library):
    with Library.open(library.folder, clock=lambda: NOW) as again:
        alone = [again.official(one.id) for one in library.officials()]
        assert alone == library.officials() == again.officials()
        with pytest.raises(LibraryError):
            again.official(99)


def test_nobody_is_merged_without_being_asked(library):
    assert [one.name for one in library.officials()] == [
        "Viacheslav Volodin",
        "Vyacheslav Volodin",
        "Zhao Leji",
    ]
    ((one, other, likeness),) = library.likely_same()
    assert {one.id, other.id} == {2, 3} and likeness > 90


def test_merging_keeps_every_wording_and_joins_offices_and_spellings(library):
    library.merge_officials(2, [3])
    volodin = library.official(2)
    assert volodin.aliases == ("Yacheslav Volodin", "Viacheslav Volodin")
    assert [office.title for office in volodin.offices] == ["Chairman of the State Duma", "Speaker"]
    with pytest.raises(LibraryError):
        library.official(3)
    assert [one.name for one in library.meeting(2).participants] == ["Zhao Leji", "Viacheslav Volodin"]
    assert [(quote.speaker, quote.officials) for quote in library.quotes(2)] == [
        ("Zhao Leji; Viacheslav Volodin", (1, 2)),
        ("Viacheslav Volodin", (2,)),
    ]
    assert {one.id for one in library.meetings_of(2)} == {1, 2} and library.check() == []
    add(library, 9, officials=(replace(VOLODIN, name="Viacheslav Volodin", aliases=()), ZHAO))
    assert len(library.officials()) == 2


def test_splitting_gives_a_spelling_its_own_person_back(library):
    before = state(library)
    library.merge_officials(2, [3])
    library.split_official(2, "Viacheslav Volodin")
    new = next(one for one in library.officials() if one.name == "Viacheslav Volodin")
    assert new.country == "Russia" and new.id not in (1, 2, 3)
    assert library.official(2).aliases == ("Yacheslav Volodin",)
    assert [office.title for office in new.offices] == ["Speaker"]
    assert [one.id for one in library.meetings_of(new.id)] == [2]
    assert [quote.officials for quote in library.quotes(2)] == [(1, new.id), (new.id,)]
    assert [quote.officials for quote in library.quotes(1)] == [(1,), (2,)]
    library.undo()
    library.undo()
    assert state(library) == before


def test_what_cannot_be_merged_or_split_is_refused(library):
    for wrong in (
        lambda: library.merge_officials(2, [2]),
        lambda: library.split_official(2, "Zhao Leji"),
        lambda: library.split_official(2, "Vyacheslav Volodin"),
        lambda: library.change_official(2, id=5),
    ):
        with pytest.raises(LibraryError):
            wrong()


def test_a_new_name_leaves_the_old_one_as_a_spelling(library):
    library.change_official(1, name="Zhao Le-ji")
    assert library.official(1).aliases == ("Zhao Leji",)
    library.change_official(1, name="Zhao Leji")
    assert library.official(1).aliases == ("Zhao Le-ji",)


def test_two_different_middle_names_are_two_persons():
    one = Identities(
        [Official("Juan Carlos Pérez", "Spain", id=1), Official("José Borrell Fontelles", "Spain", id=2)]
    )
    assert one.who(FoundOfficial("Juan Pablo Pérez", None, "Spain")) is None
    assert one.who(FoundOfficial("PÉREZ Juan", None, "Spain")).id == 1


def test_name_keys_meet_across_scripts_and_marks():
    assert name_key("Łukasz ŻAK") == name_key("zak lukasz")
    assert name_key("Antony J. Blinken") == name_key("BLINKEN Antony") != name_key("A. Blinken")
    assert name_key("习近平") == name_key("习近平") != name_key("习远平")


def test_two_persons_told_apart_are_suggested_no_more_until_that_is_undone(library):
    before = library.version
    step = library.tell_apart(3, 2)
    assert (
        step.what == "Told Viacheslav Volodin and Vyacheslav Volodin apart" and library.version == before + 1
    )
    assert library.likely_same() == []
    with pytest.raises(LibraryError, match="apart already"):
        library.tell_apart(2, 3)
    with pytest.raises(LibraryError):
        library.tell_apart(2, 2)
    with Library.open(library.folder) as again:
        assert again.likely_same() == [] and again.official(3).apart == (2,)
    library.undo()
    assert len(library.likely_same()) == 1


def test_who_is_merged_stays_apart_from_those_they_were_told_apart_from(library):
    add(
        library,
        9,
        officials=(replace(VOLODIN, name="Vyacheslav V. Volodin", aliases=(), country="Cuba"), ZHAO),
    )
    (fourth,) = [one.id for one in library.officials() if one.country == "Cuba"]
    library.tell_apart(2, 3)
    library.merge_officials(fourth, [3])
    assert library.official(fourth).apart == (2,)
    library.merge_officials(2, [fourth])
    assert library.official(2).apart == ()


def test_a_spelling_that_is_split_off_is_another_person(library):
    library.merge_officials(2, [3])
    library.split_official(2, "Viacheslav Volodin")
    assert library.likely_same() == []
