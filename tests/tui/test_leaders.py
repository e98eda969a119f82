"""Leaders, advisers and people: the page of offices at every size, and both faces alike."""

from __future__ import annotations

from game.narration.leaders import office
from game.session.answers import answer_lines
from game.tui.paint.leaders import office_text
from game.tui.screens.leaders import APART, Leaders
from game.tui.widgets.pane import Pane
from tests.plain.talk import talk
from tests.tui.conftest import Opener
from tests.tui.test_draft import at_the_table

SIZES = ((80, 24), (120, 36), (160, 50))


async def test_every_office_has_its_place_at_every_size(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "d")
        assert screen.shows(Leaders)
        for size in SIZES:
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
            lines = screen.text.splitlines()
            assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
            shown = [pane for pane in screen.app.screen.query(Pane) if pane.display]
            assert len(shown) == (3 if size[0] >= APART else 2)
            index, seen = screen.play.index, screen.play.seen
            told = [pane._text.plain for pane in shown]
            for chair in index.chairs:
                assert any(office(index, seen, chair, "nasa").holder in text for text in told)
            assert "┼" in screen.text and "peace" in screen.text
        await screen.keys("d")
        assert screen.at_desk()


def test_a_narrow_pane_tells_weights_without_their_scales() -> None:
    play = at_the_table()
    weights = office(play.index, play.seen, "roscosmos", "nasa").weights
    for width, scaled in ((20, False), (36, True)):
        lines = office_text(play, "roscosmos", width).plain.split("\n")
        assert any("┼" in line for line in lines) is scaled
        for weight in weights:
            (row,) = (x for x in lines if x.startswith(f"{weight.topic} ") and "%" in x)
            assert row.endswith(weight.told) and len(row) <= width


def test_both_faces_tell_the_same_of_an_office() -> None:
    play = at_the_table()
    said = " ".join(talk(play.session, "leaders").split())
    for chair in play.index.chairs:
        found = office(play.index, play.seen, chair, "nasa")
        answers = answer_lines(play.session, "nasa", chair) if chair != "nasa" else ()
        assert found.holder in said and found.about in said
        assert all(line in said for line in (*found.lines, *answers))
        assert all(f"{weight.topic} {weight.told}" in said for weight in found.weights)


def test_what_advisers_watch_and_people_have_lived_through_is_told_by_ear() -> None:
    play = at_the_table()
    said = talk(play.session, "advice station", "crew")
    assert "Watches, and is judged by: " in said
