"""Accounts of one meeting, aligned."""

from store.insight.compare import compare, single_points

from .shelf import label, met, said

CHINA, RUSSIA, PRESS = label(1, "Ministry in Beijing"), label(2, "Ministry in Moscow"), label(3, "Agency")


def told(comparison):
    """For each point: who, by how many, and the quote numbers in each source."""
    return [
        (point.speaker, point.told, tuple(tuple(int(p.quote[2:]) for p in a) for a in point.accounts))
        for point in comparison.points
    ]


def two_accounts():
    return (
        said("the grain corridor must remain open", number=1, source=1, tags=("food",)),
        said("visa rules should be eased for students", number=2, source=1),
        said("a truce in the valley before winter", "Sergei Lavrov", number=3, source=1, tags=("peace",)),
        said("the ceasefire in the valley must come before winter", "Sergei Lavrov", number=4, source=2),
        said("the grain corridor must remain open", number=5, source=2, tags=("food",)),
        said("sanctions on fertiliser should be lifted", "Sergei Lavrov", number=6, source=2),
    )


def test_what_both_tell_what_one_tells_and_in_which_words():
    comparison = compare(met(1, "2023-11-21", CHINA, RUSSIA), two_accounts())
    assert told(comparison) == [
        ("Wang Yi", "all", ((1,), (5,))),
        ("Wang Yi", "one", ((2,), ())),
        ("Sergei Lavrov", "all", ((3,), (4,))),
        ("Sergei Lavrov", "one", ((), (6,))),
    ]
    assert [point.wording for point in comparison.points] == ["same words", None, "other words", None]
    assert comparison.remarks == ()


def test_every_account_carries_its_place_in_the_source():
    place = compare(met(1, "2023-11-21", CHINA, RUSSIA), two_accounts()).points[2].accounts[1][0]
    assert (place.quote, place.source, place.start, place.end) == ("1.4", 2, 400, 451)


def test_other_words_are_told_word_by_word():
    changes = compare(met(1, "2023-11-21", CHINA, RUSSIA), two_accounts()).points[2].changes
    assert ("gone", "a truce") in changes
    assert ("same", "in the valley") in changes


def test_two_officials_do_not_make_one_point():
    mirrored = (
        said("the grain corridor must remain open", "Wang Yi", number=1, source=1),
        said("the grain corridor must remain open", "Sergei Lavrov", number=2, source=2),
    )
    assert [point.told for point in compare(met(1, None, CHINA, RUSSIA), mirrored).points] == ["one", "one"]


def test_a_group_can_stand_for_an_official_but_not_another_countrys_body():
    def points(speaker):
        quotes = (
            said("the grain corridor must remain open", "Wang Yi", number=1, source=1),
            said("the grain corridor must stay open", speaker, number=2, source=2),
        )
        return [point.told for point in compare(met(1, None, CHINA, RUSSIA), quotes).points]

    assert points("both sides") == points(None) == points("Foreign Ministry of China") == ["all"]
    assert points("Foreign Ministry of Russia") == ["one", "one"]


def test_a_long_statement_takes_in_the_two_short_ones_it_holds():
    quotes = (
        said("the grain corridor must remain open and the railway be repaired", number=1, source=1),
        said("the grain corridor must remain open", number=2, source=2),
        said("the railway must be repaired", number=3, source=2),
    )
    assert told(compare(met(1, None, CHINA, RUSSIA), quotes)) == [("Wang Yi", "all", ((1,), (2, 3)))]


def test_three_sources_make_a_table_of_topics():
    quotes = (*two_accounts(), said("the grain corridor was discussed", number=7, source=3, tags=("food",)))
    comparison = compare(met(1, None, CHINA, RUSSIA, PRESS), quotes)
    assert dict(comparison.table)["food"] == (1, 1, 1)
    assert {point.told for point in comparison.points} == {"all", "some", "one"}
    assert comparison.remarks == ("Agency tells 1 statement: too few to say what it leaves out.",)


def test_it_says_when_there_is_too_little():
    assert compare(met(), (said("peace"),)).remarks == (
        "Only one source tells of this meeting: there is nothing to compare it with.",
    )
    assert compare(met(), ()).remarks == ("Nothing is quoted at this meeting: there is nothing to compare.",)


def test_quotes_gone_missing_are_no_evidence():
    quotes = (said("peace", status="missing"),)
    assert compare(met(1, None, CHINA, RUSSIA), quotes).points == ()


def test_what_only_one_tells_stands_topic_by_topic():
    quotes = (
        said("visa rules should be eased", number=1, source=1, tags=("travel",)),
        said("more flights are needed", "Sergei Lavrov", number=2, source=2, tags=("trade", "travel")),
        said("sanctions should be lifted", "Sergei Lavrov", number=3, source=2),
        said("the grain corridor must remain open", number=4, source=1, tags=("food",)),
        said("the grain corridor must remain open", number=5, source=2, tags=("food",)),
    )
    singles = single_points(compare(met(1, None, CHINA, RUSSIA), quotes))
    assert [
        (topic, [[int(p.quote[2:]) for p in account] for account in told]) for topic, told in singles
    ] == [
        ("travel", [[1], [2]]),
        ("other", [[], [3]]),
    ]


def test_a_shared_topic_speaks_for_one_point_and_another_topic_against():
    def told(one, other, second="ships paid lower fees in the canal locks"):
        quotes = (
            said("the canal locks were widened for larger ships", number=1, source=1, tags=one),
            said(second, number=2, source=2, tags=other),
            said("visas", number=3, source=1),
            said("wheat", number=4, source=2),
        )
        return compare(met(1, None, CHINA, RUSSIA), quotes).points[0].told

    assert told((), ("trade",)) == "all"
    assert told(("transport",), ("trade",)) == "one"
    weaker = "fees for ships in the canal fell"
    assert told((), ("trade",), weaker) == "one"
    assert told(("transport",), ("transport", "trade"), weaker) == "all"
