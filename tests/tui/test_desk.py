"""The game screen: numbers, previews, submenus, undo, the mouse, what is told of the others."""

from __future__ import annotations

from dataclasses import replace

from rich.style import Style
from textual.content import Content as Content_
from textual.events import Click

from game.content.records import Content, Variant
from game.rules.decisions import Branch, Change
from game.rules.messages import text
from game.rules.preview import Preview
from game.session.telling import Rank
from game.session.telling.words import happened_in, move_told
from game.tui.paint.foreseen import foreseen_text, moves
from game.tui.screens.desk import Desk
from game.tui.screens.pages import News
from game.tui.screens.title import Title
from game.tui.screens.why import Why
from game.tui.widgets.arranged import Arranged
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.gauges import Gauge
from game.tui.widgets.lately import Lately, cut
from game.tui.widgets.pane import Pane
from tests.tui.conftest import BRIEF, CONTENT, Opener, Screen, short


async def test_a_new_game_opens_with_the_news(opened: Opener) -> None:
    async with opened("nasa") as screen:
        assert isinstance(screen.app.screen, News)
        news = [item for item in screen.play.news() if item.rank is Rank.EVENT]
        told = happened_in(screen.play.session, "nasa", news)
        assert told
        assert all(text.split()[0] in screen.text for text in told)
        assert "What to watch" in screen.text
        assert "Tension" in screen.text
        assert "of 100" in screen.text
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Desk)


async def test_every_turn_opens_with_the_news_of_what_the_others_did(opened: Opener) -> None:
    async with opened("nasa", content=short(3)) as screen:
        await screen.keys("enter")
        await screen.to("table")
        turn = screen.play.session.state.turn
        await screen.keys("0", "enter")
        for _ in range(9):
            if screen.play.session.state.turn > turn:
                break
            await screen.keys("2", "enter")
        assert isinstance(screen.app.screen, News)
        items = [item for item in screen.app.screen.found if item.sort == "move"]
        told = {move_told(screen.play.session, "nasa", item).chair for item in items}
        assert told and all(CONTENT.partners[chair].name in screen.text for chair in told)


async def test_a_number_highlights_and_enter_decides(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "2")
        assert "40 M" in screen.text
        assert not [d for d in screen.play.session.decisions if d.chair == "nasa"]
        await screen.keys("enter")
        assert [d.pick for d in screen.play.session.decisions if d.chair == "nasa"] == [
            "pay_for_calm"
        ]
        assert "It is quiet." in screen.text


async def test_a_risky_choice_shows_its_odds(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "3")
        assert "70 %" in screen.text
        assert "30 %" in screen.text


async def test_an_outcome_is_told_on_top_of_what_is_sure(opened: Opener) -> None:
    async with opened("nasa") as screen:
        cost, gain, path = _moved(screen, -4), _moved(screen, 1), "tension"
        now = screen.play.seen.figures[path]
        foreseen = Preview(
            (Branch(60, text("Well."), (cost, gain)), Branch(40, text("Badly."), (cost,)))
        )
        told = foreseen_text(screen.play, foreseen, 40).plain
        assert f"{now} > {now - 4}" in told and f"{now - 4} > {now - 3}" in told
        answered = Preview(
            (Branch(100, None, (cost,)),), (Branch(0, text("If they do:"), (gain,)),)
        )
        assert f"{now - 4} > {now - 3}" in foreseen_text(screen.play, answered, 40).plain


def _moved(screen: Screen, amount: int) -> Change:
    return Change("figure", "tension", amount, f"test:{amount}", text("A test"))


async def test_a_locked_choice_says_why_and_decides_nothing(opened: Opener) -> None:
    async with opened("roscosmos") as screen:
        await screen.keys("enter")
        await screen.to("card")
        before = len(screen.play.session.decisions)
        assert "locked: Not in this life." in screen.text
        await screen.keys("3", "enter")
        assert len(screen.play.session.decisions) == before


async def test_the_highlight_begins_on_what_can_be_chosen(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        choices = screen.app.screen.query_one(Choices)
        locked, free = Row("An offer", number="1", lock="Made already."), Row("Leave", number="0")
        choices.show([Row("Here", heading=True), locked, free])
        assert choices.highlighted == 2
        choices.show([Row("Here", heading=True), locked])
        assert choices.highlighted == 1


async def test_undo_takes_the_latest_decision_back(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        before = screen.play.session.state
        await screen.keys("2", "enter", "u")
        assert screen.play.session.state == before
        await screen.keys("u")
        assert screen.play.session.state == before


async def test_submenus_open_by_number_and_close_by_zero_and_escape(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("agenda")
        await screen.keys("1")
        assert len(screen.desk.menus) == 2
        await screen.keys("0")
        assert len(screen.desk.menus) == 1
        await screen.keys("1", "escape", "escape")
        assert len(screen.desk.menus) == 1
        await screen.keys("1", "e")
        assert "> 0 Close the agenda" in screen.text


async def test_enter_after_the_number_of_a_submenu_takes_nothing(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("agenda")
        before = len(screen.play.session.decisions)
        await screen.keys("1", "enter")
        assert len(screen.desk.menus) == 2
        assert len(screen.play.session.decisions) == before
        await screen.keys("down")
        assert screen.desk.entry is screen.desk.menus[-1].entries[0]


async def test_an_action_is_taken_with_its_target(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("agenda")
        await screen.keys("1")
        rows = screen.desk.menus[-1].entries
        number = next(e.row.number for e in rows if e.key == "mend_faction")
        await screen.keys(number, "2", "enter")
        assert screen.play.session.decisions[-1].target == "nasa.faction.hawks"


async def test_the_first_click_highlights_and_the_second_decides(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.pilot.click("#choices", offset=(8, 2))
        assert screen.app.screen.query_one(Choices).highlighted == 1
        before = len(screen.play.session.decisions)
        await screen.pilot.click("#choices", offset=(8, 2))
        await screen.settle()
        assert len(screen.play.session.decisions) > before


async def test_a_click_or_enter_on_a_figure_opens_its_reasons(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        mandate = screen.app.screen.query(Gauge)[1]
        await screen.pilot.click(mandate)
        await screen.settle()
        assert isinstance(screen.app.screen, Why)
        assert "> 2 Mandate" in screen.text
        await screen.keys("escape")
        mandate.focus()
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Why)


async def test_keys_at_the_foot_can_be_clicked(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        foot = screen.text.splitlines()[-1]
        await screen.pilot.click(offset=(foot.index("w why"), 23))
        assert isinstance(screen.app.screen, Why)


async def test_text_from_content_is_printed_as_it_stands(opened: Opener) -> None:
    nasty = "[b]bold[/b] [@click=app.exit]leave[/] +--[A]--+ [/] \\["
    card = CONTENT.events["cold_morning"]
    desks = tuple(replace(d, text=(Variant(nasty),)) for d in card.desks)
    events = {**CONTENT.events, card.id: replace(card, desks=desks, title=nasty)}
    async with opened("nasa", content=replace(CONTENT, events=events)) as screen:
        await screen.keys("enter")
        assert screen.text.count(nasty[:40]) >= 2


async def test_a_scenario_of_two_partners_leaves_no_gap(opened: Opener) -> None:
    async with opened("nasa", scenario=BRIEF) as screen:
        await screen.keys("enter")
        assert "Trust Ros" in screen.text
        assert "Trust ESA" not in screen.text


async def test_widgets_are_changed_in_place(opened: Opener) -> None:
    async with opened("nasa", content=short(3)) as screen:
        await screen.keys("enter")
        before = set(screen.desk.walk_children())
        await several_turns(screen)
        assert set(screen.desk.walk_children()) == before


async def several_turns(screen: Screen) -> None:
    for kind in ("agenda", "table", "agenda"):
        await screen.to(kind)
        await screen.keys("0", "enter")


async def test_every_choice_of_the_real_cards_can_be_read(opened: Opener, base: Content) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022") as screen:
        await screen.to_desk()
        waiting = screen.play.waiting
        assert waiting is not None
        for number, entry in enumerate(screen.desk.menus[0].entries, 1):
            await screen.keys(str(number))
            for word in entry.row.text.split():
                assert word in screen.text


def test_what_has_no_room_in_the_log_ends_at_a_word() -> None:
    wrapped = Content_("The valve closes. Ground control reads out what is left").wrap(24)
    assert cut(wrapped, len(wrapped), 24).plain.split("\n") == [line.plain for line in wrapped]
    assert cut(wrapped, 1, 24).plain == "The valve closes. …"
    assert cut(wrapped, 2, 24).plain.split("\n")[-1].endswith(" …")
    assert all(len(line) <= 24 for line in cut(wrapped, 2, 24).plain.split("\n"))


async def test_the_log_takes_lines_that_no_choice_needs(opened: Opener) -> None:
    async with opened("nasa", size=(100, 30)) as screen:
        await screen.keys("enter")
        assert screen.desk.has_class("-advised")
        log, choices = screen.desk.query_one(Lately), screen.desk.query_one(Choices)
        log.show("A long story goes on. " * 30)
        screen.desk.query_one("#preview", Pane).wants = {0: 5}
        for many, height in ((3, 3), (30, 1), (2, 3)):
            choices.show([Row("Something")] * many)
            screen.desk.query_one(Arranged).settle()
            await screen.settle()
            assert log.scrollable_content_region.height == height
            assert screen.text.split("\n")[-2].rstrip().endswith("…")


async def test_what_waits_for_the_content_lies_over_no_page(opened: Opener) -> None:
    async with opened() as screen:
        assert isinstance(screen.app.screen, Title)
        screen.app.screen.busy()
        await screen.settle()
        assert "Reading the content" in screen.text and not screen.app._notifications
        await screen.keys("question_mark", "escape")
        assert "Reading the content" not in screen.text


async def test_a_narrow_preview_tells_where_a_figure_comes_to(opened: Opener) -> None:
    async with opened("nasa") as screen:
        now = screen.play.seen.figures["tension"]
        told = moves(screen.play, [Change("figure", "tension", 2, "test", text("Test"))], 30)
        assert told.plain == f"Tension ^2 to {now + 2}"


async def test_a_click_on_a_row_that_is_gone_does_nothing(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        choices = screen.desk.query_one(Choices)
        before = choices.highlighted
        style = Style(meta={"row": len(choices.rows)})
        choices.on_click(Click(choices, 1, 1, 0, 0, 1, False, False, False, style=style))
        assert choices.highlighted == before
