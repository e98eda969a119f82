"""`handshake auto`: games that computer players play among themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from game.content.cached import load_content
from game.content.records import Content
from game.errors import UsageError
from game.rules.encoding import digest
from game.rules.endings import grades, slides
from game.rules.invariants import violations
from game.rules.setup import Setup, check_setup
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeper import now, to_record
from game.text.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Wish:
    """What `auto` was asked for; `turns` 0 plays to the end, `save` names a save to be made."""

    setup: Setup
    player: str
    games: int
    turns: int
    check: bool
    json: bool
    save: str = ""


def run(wish: Wish, packs: Sequence[Path]) -> int:
    """Play the games and print a line of JSON, or a sentence, for each; 1 on violations.

    Raises UsageError when several games were to go into one save, SaveError for a bad name.
    """
    if wish.save and wish.games > 1:
        raise UsageError(_("One save holds one game; leave --games out, or --save."))
    if wish.save:
        Store().check_new(wish.save)
    content = load_content(packs)
    status = 0
    for number in range(wish.games):
        report = play(content, replace(wish, setup=_next(wish.setup, number)))
        print(json.dumps(report, ensure_ascii=False) if wish.json else sentence(report))
        status = status or int(bool(report.get("violations")))
    return status


def _next(setup: Setup, number: int) -> Setup:
    return replace(setup, seed=setup.seed + number)


def play(content: Content, wish: Wish) -> dict[str, Any]:
    """Play one game and return its report."""
    session = Session(content, wish.setup, seats_of(content, wish.setup, wish.player))
    broken: list[str] = []
    while not session.over and not (wish.turns and session.state.turn > wish.turns):
        session.play_one()
        if wish.check and not broken:
            broken = list(violations(content, session.state))
    if wish.save:
        _keep(session, wish)
    report = _report(session, wish)
    if wish.check:
        report["violations"] = broken
    return report


def _keep(session: Session, wish: Wish) -> None:
    """Save a game for a person to go on with, in the setup's own chair."""
    seats = {**session.seats, wish.setup.chair: PERSON}
    record = replace(to_record(session, now()), seats=seats)
    Store().create_as(wish.save, record)


def seats_of(content: Content, setup: Setup, player: str) -> dict[str, str]:
    """Return who plays each chair: one name for all, or a list in the scenario's order.

    Raises UsageError for a setup that doesn't exist, or neither one name nor one a chair.
    """
    check_setup(content, setup)
    scenario = content.scenarios[setup.scenario]
    names = [name.strip() for name in player.split(",")]
    if len(names) == 1:
        names *= len(scenario.chairs)
    if len(names) != len(scenario.chairs):
        chairs = ", ".join(scenario.chairs)
        told = _(
            "Give one player, or one for each of {chairs}, with commas between.", chairs=chairs
        )
        raise UsageError(told)
    if PERSON in names:
        raise UsageError(
            _("Only computer players play by themselves; `handshake plain` is for you.")
        )
    return dict(zip(scenario.chairs, names, strict=True))


def _report(session: Session, wish: Wish) -> dict[str, Any]:
    state, setup = session.state, wish.setup
    return {
        "scenario": setup.scenario,
        "as": setup.chair,
        "level": setup.level,
        "hazards": setup.hazards,
        "players": session.seats,
        "seed": setup.seed,
        "turns": state.turn,
        "decisions": len(session.decisions),
        "ending": state.ending,
        "slides": [slide.id for slide in slides(session.content, state)] if session.over else [],
        "grades": {
            chair: [asdict(grade) for grade in grades(session.content, state, chair)]
            for chair in session.seats
        },
        "hash": digest(state),
    }


def sentence(report: dict[str, Any]) -> str:
    """Return a report as a sentence."""
    ending = report["ending"] or _("not over yet")
    letters = " ".join(f"{g['legacy']} {g['letter']}" for g in report["grades"][report["as"]])
    return ngettext(
        "Seed {seed}: {ending} in turn {turn} after {n} decision; {grades}.",
        "Seed {seed}: {ending} in turn {turn} after {n} decisions; {grades}.",
        report["decisions"],
        seed=report["seed"],
        ending=ending,
        turn=report["turns"],
        grades=letters,
    )
