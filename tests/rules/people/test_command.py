"""Who commands, how command passes, and how crews take over from each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.content import records as r
from game.content.records import Content
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.facts import refresh
from game.rules.ledger import moved
from game.rules.messages import message
from game.rules.people import command
from game.rules.preview import foreseeable, preview
from game.rules.setup import Setup, new_game
from game.rules.state import Crew, Ship, State
from game.rules.turn import apply
from game.rules.view import view
from tests.small import CONTENT
from tests.words import said
from tests.worlds import INDEX, begin, opening, perform_on, until, with_crew, with_ships

SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", 100, 300)
DRAGON = Ship("d1", "dragon", "Dragon 1", "nasa", 150, 350)
ANTON = Crew("anton", "roscosmos", "aboard", "s1", 100)
PYOTR = Crew("pyotr", "roscosmos", "aboard", "s1", 90)
MANN = Crew("mann", "nasa", "aboard", "d1", 150)


def _led(by: str, *people: Crew) -> State:
    state = with_crew(with_ships(opening(), SOYUZ, DRAGON), *people)
    return replace(state, words={**state.words, "commander": by})


def test_command_stays_while_the_commander_does() -> None:
    draft = begin(_led("anton", ANTON, PYOTR, MANN))
    command.settle(draft)
    assert draft.state.words["commander"] == "anton"
    assert not draft.changes


def test_command_passes_to_the_other_half_when_the_commander_leaves() -> None:
    for left, next_one in ((ANTON, "mann"), (MANN, "pyotr")):
        stay = [c for c in (ANTON, PYOTR, MANN) if c is not left]
        gone = replace(left, place="recovering", ship="", until=9)
        draft = begin(_led(left.id, gone, *stay))
        command.settle(draft)
        assert draft.state.words["commander"] == next_one
        assert [c.kind for c in draft.changes] == ["crew"]


def test_a_landing_hands_command_over_at_once() -> None:
    draft = begin(_led("anton", ANTON, MANN))
    draft.own("crew")["anton"] = replace(ANTON, place="recovering", ship="", until=9)
    refresh(draft)
    assert draft.state.words["commander"] == "mann"
    assert draft.figures["commander.nasa"] == 1
    assert draft.figures["commander.roscosmos"] == 0


def test_who_takes_over_from_a_commander_sent_home_is_no_part_of_the_decision() -> None:
    """What is foreseen is what the decision does; that command passes follows from it."""
    home = replace(CONTENT.actions["calm"], effects=(r.Recall("roscosmos"),))
    content = replace(CONTENT, actions={**CONTENT.actions, "calm": home})
    led = _led("anton", ANTON, MANN)
    state = until(led, "agenda", "nasa")
    decision = Decision("nasa", "agenda", "calm")
    (branch,) = preview(content, view(content, state, "nasa"), decision).branches
    step = apply(content, state, decision)
    own, after = step.changes[: step.direct], step.changes[step.direct :]
    assert step.state.words["commander"] == "mann"
    assert branch.changes == foreseeable(own, "nasa")
    assert [c.reason for c in own if "home" in said(c.reason)] == [
        message("ship.home_early", ship="Soyuz 1")
    ]
    assert not [c for c in own if c.reason.code == "command.given"]
    assert [said(c.reason) for c in after if c.reason.code == "command.given"] == [
        "Mann (NASA) commands the station."
    ]


def test_nobody_commands_an_empty_station() -> None:
    draft = begin(_led("anton"))
    command.settle(draft)
    assert draft.state.words["commander"] == ""
    assert command.commander(draft.state) is None


def test_a_partner_can_be_given_the_chair_if_it_has_anybody_aboard() -> None:
    named = perform_on(_led("anton", ANTON, MANN), r.Command("self"))
    assert named.state.words["commander"] == "mann"
    assert perform_on(_led("anton", ANTON), r.Command("self")).state.words["commander"] == "anton"


def test_the_record_is_followed_only_while_history_is_whole() -> None:
    day = date.fromordinal(opening().figures["date"] + 10)
    scenario = replace(INDEX.scenario, commanders=(r.HandedOver(day, "mann"),))
    for whole, who in ((1, "mann"), (0, "anton")):
        draft = Draft(replace(INDEX, scenario=scenario), _led("anton", ANTON, MANN))
        draft.figures["whole.crews"] = whole
        command.follow_record(draft)
        assert draft.state.words["commander"] == who


def test_a_crew_shown_round_gains_and_one_that_finds_all_alone_pays() -> None:
    together, alone = begin(_led("anton", ANTON)), begin(_led(""))
    for draft in (together, alone):
        draft.figures["cohesion"] = 60
        draft.own("crew")["prokop"] = replace(ANTON, id="prokop", place="ground", ship="")
        command.relieve(draft, SOYUZ, [draft.state.crew["prokop"]])
    assert moved(together.changes, "cohesion") == command.TOGETHER_GAIN
    assert moved(alone.changes, "cohesion") == -command.ALONE_COST
    assert alone.state.crew["prokop"].fatigue == command.ALONE_FATIGUE


def test_the_campaign_opens_under_its_commander_of_record(base: Content) -> None:
    state, changes = new_game(base, Setup("cold_snap_2022", "nasa", 1))
    assert base.scenarios["cold_snap_2022"].commander == "shkaplerov"
    assert state.words["commander"] == "marshburn"  # handed over on 29 March 2022
    assert any(c.reason.code == "command.given" for c in changes if c.kind == "crew")
