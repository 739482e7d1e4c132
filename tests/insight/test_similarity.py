"""The thresholds of likeness, on the pairs they were set with and on some that were written afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.insight.similarity import SAME_POINT, SAME_WORDS, likeness, vectors, wording

SAME = [
    (
        "the importance of enhancing exchanges between the two legislatures",
        "the two parliaments should step up their contacts",
    ),
    (
        "Russia’s firm commitment to the one-China principle",
        "Russia adheres to the one-China principle and opposes any form of independence for Taiwan",
    ),
    (
        "deep concern over the escalation of forces along the border",
        "his worry about the military build-up near the frontier",
    ),
    (
        "the grain corridor must remain open so that food reaches those in need",
        "keeping the Black Sea grain corridor open",
    ),
    (
        "the immediate release of all citizens who are wrongfully detained",
        "free the detained citizens without delay",
    ),
    (
        "its readiness to resume consultations on arms control",
        "the two countries should go back to the arms control talks",
    ),
    (
        "thanked the minister for the medical supplies delivered in spring",
        "expressed gratitude for medical supplies sent by the neighbour in spring",
    ),
    (
        "a ceasefire in the valley by the end of the month",
        "all parties should agree to a truce in the valley this month",
    ),
    (
        "the railway to the coast will be finished in 2027",
        "work on the coastal railway would be completed in 2027",
    ),
    (
        "called for de-escalation",
        "reiterated support for sovereignty and territorial integrity and called for de-escalation",
    ),
    ("invited the president to pay a state visit next year", "an invitation for a state visit"),
    (
        "fishing boats must not enter the strait without permission",
        "no vessel may fish in the strait without a permit",
    ),
    ("cut carbon emissions by half before 2035", "halve its emissions by 2035"),
]
OTHER = [
    (
        "the importance of enhancing exchanges between the two legislatures",
        "the importance of enhancing cooperation in energy and transport",
    ),
    (
        "Russia’s firm commitment to the one-China principle",
        "Russia's firm commitment to the territorial integrity of its neighbours",
    ),
    (
        "deep concern over the escalation of forces along the border",
        "deep concern over the human rights situation",
    ),
    (
        "the grain corridor must remain open so that food reaches those in need",
        "wheat prices had risen in every market",
    ),
    (
        "the immediate release of all citizens who are wrongfully detained",
        "its citizens should receive visas more quickly",
    ),
    (
        "its readiness to resume consultations on arms control",
        "its readiness to host the next round of trade consultations",
    ),
    (
        "thanked the minister for the medical supplies delivered in spring",
        "thanked the minister for his hospitality",
    ),
    ("a ceasefire in the valley by the end of the month", "humanitarian aid must reach the valley"),
    ("trade between the two countries grew by a fifth last year", "trade barriers should be removed"),
    ("the railway to the coast will be finished in 2027", "the road to the coast needs repair"),
    (
        "both countries should deepen their strategic partnership",
        "both countries should deepen military cooperation",
    ),
    ("invited the president to pay a state visit next year", "the visit of the president was a success"),
    (
        "fishing boats must not enter the strait without permission",
        "the strait is of importance to world trade",
    ),
    ("cut carbon emissions by half before 2035", "invest in solar power by 2035"),
]
# Found by no measure of shared words: the one miss that `store.insight.similarity` tells of.
OUT_OF_REACH = (
    "trade between the two countries grew by a fifth last year",
    "bilateral trade had risen by twenty per cent and should grow further",
)
ALL = sorted({text for pair in [*SAME, *OTHER, OUT_OF_REACH] for text in pair})


def alike(pair):
    meant = dict(zip(ALL, vectors(ALL), strict=True))
    return likeness(*(meant[text] for text in pair))


@pytest.mark.parametrize("pair", SAME)
def test_one_point_in_other_words_is_above_the_threshold(pair):
    assert alike(pair) >= SAME_POINT
    assert wording(*pair) < SAME_WORDS


@pytest.mark.parametrize("pair", [*OTHER, OUT_OF_REACH])
def test_two_points_on_one_topic_are_below_it(pair):
    assert alike(pair) < SAME_POINT


# Written after the threshold was set: what it does on pairs it was not set with.
UNSEEN = [
    (
        "its support for the island's accession to the customs union",
        "would back the island joining the customs union",
        "tourism to the island had doubled",
    ),
    (
        "the two navies will hold joint exercises in the gulf this autumn",
        "joint naval drills planned for autumn in the gulf",
        "shipping in the gulf must remain safe",
    ),
    (
        "urged both armies to withdraw from the disputed plateau",
        "called for troops to pull back from the disputed plateau",
        "maps of the plateau should be exchanged",
    ),
    (
        "concern at the fate of the journalists held since March",
        "asked about the detained journalists",
        "journalists would receive visas for several entries",
    ),
    (
        "a new gas pipeline under the sea could be built within five years",
        "construction of the undersea pipeline for gas might take five years",
        "gas deliveries were reliable",
    ),
    (
        "the vaccine factory would open next spring",
        "a factory making vaccines is to start work in spring",
        "vaccine certificates should be recognised",
    ),
    (
        "regretted that talks on fisheries had stalled",
        "was disappointed at the lack of progress in the fisheries negotiations",
        "exports of fish had fallen",
    ),
    (
        "the court's ruling on the border river should be respected by all",
        "everyone must comply with the ruling about the border river",
        "fishing in the border river needs new rules",
    ),
    (
        "promised to send two hundred buses to the flooded province",
        "two hundred buses for the province hit by floods",
        "the province would get a new railway",
    ),
    (
        "the embassy will reopen before the end of the year",
        "plans to reopen the embassy this year",
        "a new ambassador will arrive before the end of the year",
    ),
]


def test_on_pairs_written_afterwards_it_errs_as_seldom_as_is_said():
    texts = sorted({text for row in UNSEEN for text in row})
    meant = dict(zip(texts, vectors(texts), strict=True))
    found = [likeness(meant[one], meant[same]) >= SAME_POINT for one, same, _ in UNSEEN]
    wrong = [likeness(meant[one], meant[other]) >= SAME_POINT for one, _, other in UNSEEN]
    assert (sum(found), sum(wrong)) == (8, 2)


def test_a_change_of_tense_is_the_same_words():
    assert (
        wording("stressed the need for a lasting peace", "stresses the need for lasting peace") >= SAME_WORDS
    )


def test_texts_without_content_are_alike_to_nothing():
    empty, other = vectors(["the of", "peace"])
    assert likeness(empty, other) == likeness(empty, empty) == 0


@given(st.lists(st.text(max_size=40), min_size=2, max_size=4))
def test_likeness_is_a_share_and_goes_both_ways(texts):
    one, other, *_ = vectors(texts)
    assert 0 <= likeness(one, other) <= 1 + 1e-9
    assert abs(likeness(one, other) - likeness(other, one)) < 1e-9
