"""Meetings worth comparing."""

from store.insight.accounts import told_by_several
from tui.insight.accounts import lay_out
from tui.insight.lines import Goal, text_of

from .shelf import Shelf, label, met, said

GRAIN, TRUCE = "the grain corridor must stay open", "a truce must come before winter"


def held(number, first, second):
    """A meeting of which two sources tell, the one the first texts and the other the second."""
    meeting = met(number, None, label(2 * number), label(2 * number + 1))
    told = [(2 * number, text) for text in first] + [(2 * number + 1, text) for text in second]
    return meeting, tuple(
        said(text, meeting=number, number=rank, source=source) for rank, (source, text) in enumerate(told, 1)
    )


def test_those_that_share_most_come_first_and_those_told_once_not_at_all():
    shelf = Shelf([held(1, [GRAIN], [GRAIN, TRUCE]), held(2, [GRAIN, TRUCE], [GRAIN, TRUCE])])
    shelf.put(met(3), said(GRAIN))
    found = told_by_several(shelf, shelf.meetings())
    assert [(one.meeting.id, one.points, one.shared) for one in found] == [(2, 2, 2), (1, 2, 1)]
    lines = lay_out(found, 60, "There is but one source.")
    assert text_of(lines[0]) == "There is but one source."
    assert [piece.goal for line in lines for piece in line if piece.goal] == [Goal((2,)), Goal((1,))]
    assert any("1 of 2 points shared" in text_of(line) for line in lines)


def test_meetings_whose_sources_share_nothing_are_not_offered():
    shelf = Shelf([held(1, [GRAIN], [TRUCE])])
    assert told_by_several(shelf, shelf.meetings()) == ()
    assert text_of(lay_out((), 60)[0]) == "no meetings of which several sources tell the same"
