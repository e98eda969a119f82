"""What is kept in mind over the agenda, in its menus, and where a turn is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.narration import cautions
from game.rules.home.factions import restless
from game.rules.setup import Setup
from game.rules.state import Slot, SlotKind
from game.session import Session
from game.tui.menus import Menu, menu_of
from game.tui.paint.trust import trust_text
from game.tui.play import Play
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import changed

SEATS = {"nasa": "person", "roscosmos": "random", "esa": "random"}
NO_OFFER = "You can make no offer this turn: an offer needs 1 capital."
GOES_BACK = "If nothing more is spent, 20 M of your money go back when the turn ends."


def at(kind: SlotKind, **figures: int) -> Play:
    """Return a game in which NASA decides at once about a kind of thing."""
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", 3), SEATS)
    state = changed(session.state, **figures)
    session.states[-1] = replace(state, queue=(Slot(kind, "nasa"),))
    return Play(session)


def menu(play: Play) -> Menu:
    waiting = play.waiting
    assert waiting is not None
    return menu_of(play, waiting)


def about(play: Play, key: str) -> str:
    return next(entry.about for entry in menu(play).entries if entry.key == key)


@pytest.mark.parametrize(("capital", "told"), ((0, True), (1, False)))
def test_closing_the_agenda_without_capital_says_that_no_offer_can_be_made(
    capital: int, told: bool
) -> None:
    play = at("agenda", nasa__capital=capital)
    assert (NO_OFFER in about(play, "end")) == told


def test_where_no_offer_could_be_made_anyhow_none_is_missed() -> None:
    play = at("agenda", nasa__capital=0)
    state = play.session.states[-1]
    used = {**state.used, "nasa.offer": state.figures["date"]}
    play.session.states[-1] = replace(state, used=used)
    assert NO_OFFER not in about(play, "end")


@pytest.mark.parametrize(("kind", "key"), (("agenda", "end"), ("table", "end/")))
def test_money_that_goes_back_is_said_where_a_turn_is_left(kind: SlotKind, key: str) -> None:
    income = at(kind).session.state.figures["nasa.income"]
    assert GOES_BACK in about(at(kind, nasa__treasury=6 * income + 50), key)
    assert "go back" not in about(at(kind, nasa__treasury=6 * income), key)


@pytest.mark.parametrize(("income", "short"), ((20, False), (10, True)))
def test_bills_are_too_much_where_money_and_income_together_dont_reach(
    income: int, short: bool
) -> None:
    play = at("agenda", nasa__treasury=1, nasa__income=income)
    bills = play.viewer.figure("bills")
    assert 1 + 6 * 10 < bills <= 1 + 6 * 20
    told = cautions.has_text(play.viewer)
    assert f"Six months bring {6 * income} M" in told
    assert ("more than you will have" in told) == short


def test_only_the_agendas_first_menu_has_all_warnings() -> None:
    play = at("agenda", nasa__treasury=4000, nasa__unrest=6, nasa__income=658)
    state = play.session.states[-1]
    play.session.states[-1] = replace(state, words={**state.words, **RESTLESS})
    assert restless(play.seen, "nasa")[1]
    first = menu(play)
    inner = {entry.key: entry.menu for entry in first.entries if entry.menu is not None}
    assert GOES_BACK in first.text and "Unanswered, it withdraws" in first.text
    has, restless_one = cautions.has_text(play.viewer), "Restless: Congress."
    assert inner[cautions.HOME].text == f"{has}\n{approval(play)}\n{restless_one}"
    assert cautions.submenu_text(play.viewer, "crew") == f"{has}\n{restless_one}"


RESTLESS = {"nasa.restless": "congress", "nasa.about": "idle_money"}


def approval(play: Play) -> str:
    figures = play.seen.figures
    congress, hawks = (figures[f"nasa.faction.{name}"] for name in ("congress", "hawks"))
    return f"Approval: Congress {congress}, Hawks {hawks}."


def test_the_pane_beside_the_card_tells_how_far_each_faction_is_behind_the_office() -> None:
    play = at("agenda", nasa__faction__congress=37)
    assert "Your home: Congress 37, Hawks " in trust_text(play, 46).plain
