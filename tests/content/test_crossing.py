"""Every kind of id at every place that takes one: found where it is another world's, else it plays.

Two small worlds of like make, `h_` at home and `i_` on an island; the places and the objects
around them come from the definitions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path as File
from typing import Any

import pytest

from game.content.definitions import KINDS
from game.content.definitions.scenarios import Scenario, StandingDeal
from game.content.definitions.stories import Dilemma, Event, Outcome, Result, Then
from game.content.definitions.table import Accident, Action, Clause
from game.content.definitions.world import Scene
from game.content.effects.people import WellbeingBody
from game.content.fields import Expr, Handle, Marker, Path, Ref, RoleName
from game.content.findings import Finding
from game.content.lint.subject import INHABITANTS
from game.content.load import load_content, read_content
from game.content.records import Content
from game.rules.setup import Setup
from game.session import Session
from tests.content.conftest import BASE_PACK, EXTRA_PACK, Write
from tests.content.places import Builder, Place, places

TURNS = 150  # a test, so 300 in all
WORLD = """
- {partner: X_one, name: One, office: Head of One, segment: usos, decides: true, adjective: Onely,
   city: Oneton, people: flyer, text: The one., basis: counterfactual}
- {partner: X_two, name: Two, office: Head of Two, segment: ros, decides: true, adjective: Twoly,
   city: Twoton, people: flyer, text: The other., basis: counterfactual}
- {faction: X_crowd, partner: X_one, name: A crowd, weight: 3, likes: {money: -1}, text: They pay.}
- {faction: X_court, partner: X_two, name: A court, weight: 3, likes: {power: 2}, text: They watch.}
- {leader: X_head, partner: X_one, name: A head, office: Head, text: Leads., basis: counterfactual}
- {leader: X_tail, partner: X_two, name: A tail, office: Head, text: Leads., basis: counterfactual}
- {person: X_flyer, partner: X_one, name: A flyer, role: pilot}
- {pad: X_pad, name: A pad, place: Onefield, owner: X_one, text: Concrete.}
- {vehicle: X_ship, name: Ship, owner: X_one, use: crew, seats: 3, life: 200, price: 5, port: usos,
   stay: 90, pads: [X_pad], text: Three seats., basis: counterfactual}
- {outside_option: X_option, owner: X_one, name: A way out, text: Far., drift: 1, invest: 2,
   gain: 3, basis: counterfactual}
- {flag: X_flag, type: int, text: A number.}
- {clause: X_clause, name: A clause, text: You and we., shape: mutual, givers: [X_one, X_two],
   receivers: [X_one, X_two], topic: peace, gains: {any: 4}, costs: {any: 1}}
- {action: X_action, name: An action, text: Act., group: home, effects: [{shift: {tension: 1}}]}
- {action: X_aim, name: An aim, text: Aim., group: home, target: faction,
   effects: [{shift: {target: 1}}]}
- {rung: X_rung, number: 1, name: A rung, text: A step.}
- {accident: X_accident, name: A slip, headline: A slip., from: 1, odds: 3,
   effects: [{shift: {tension: 1}}]}
- {event: X_event, title: A day, basis: counterfactual, weight: 3, once: false,
   when: flag.X_flag < 9, effects: [{flag: {X_flag: "flag.X_flag + 1"}}], headline: A day.}
- dilemma: X_dilemma
  title: Doors
  basis: counterfactual
  weight: 3
  between: [X_one, X_two]
  desks:
    X_one: {text: Open?, choices: [{choice: a, text: Yes}, {choice: b, text: No}]}
    X_two: {text: Open?, choices: [{choice: a, text: Yes}, {choice: b, text: No}]}
  results: [{X_one: any, X_two: any, text: A draught.}]
- {pattern: X_pattern, first: happened.X_event, then: [{on: 'office("X_one")', within: 9}]}
- {ending: X_ending, title: The end, text: It is over., when: turns_left == 0, last: true}
- {ending: X_never, title: Never, text: It is over., when: tension > 99, last: true}
- scenario: X_scenario
  name: A start
  text: A beach.
  start: 2022-01-01
  turns: 16
  turn_months: 3
  chairs: [X_one, X_two]
  figures: {tension: 30, X_one.treasury: 60, X_two.treasury: 60}
  leaders: {X_one: X_head, X_two: X_tail}
"""
IDS = {
    "partner": "one", "faction": "crowd", "leader": "head", "person": "flyer", "pad": "pad",
    "vehicle": "ship", "outside_option": "option", "flag": "flag", "clause": "clause",
    "action": "action", "event": "event", "dilemma": "dilemma", "ending": "ending",
    "scenario": "scenario",
}  # fmt: skip
AMOUNTS = ("option.X_option", "pad.X_pad", "X_one.standing", "X_one.faction.X_crowd",
           "X_two.trust.X_one", "docked.X_ship", "aboard.X_one")  # fmt: skip
YES_OR_NO = ("flag.X_flag > 1", "happened.X_event", "happened.X_dilemma", "deal.X_clause",
             "deal.X_clause.X_one", "notice.X_one", 'scenario == "X_scenario"',
             *(f"{amount} > 0" for amount in AMOUNTS))  # fmt: skip
HAPPENS = ("happened.X_event", 'chose("X_dilemma", "a", "X_one")', 'office("X_one")',
           'paper("X_clause", "signed", "X_two")', 'ship("X_ship", "home")',
           'person("X_flyer", "rescued")', 'pattern("X_pattern")')  # fmt: skip
FIGURES = ("option.X_option", "pad.X_pad", "X_one.standing", "X_one.faction.X_crowd",
           "X_two.trust.X_one")  # fmt: skip
DESKS = {
    who: {
        "text": "Open?",
        "choices": [{"choice": "a", "text": "Yes"}, {"choice": "b", "text": "No"}],
    }
    for who in ("h_one", "h_two")
}
STORY = {"basis": "counterfactual", "weight": 5, "once": False, "headline": "News."}
BESIDE: dict[type, dict[str, Any]] = {
    Event: STORY,
    Result: {"answers": {"h_one": "any", "h_two": "any"}},
    WellbeingBody: {"fatigue": 1},
    Outcome: {"chance": 100},
    StandingDeal: {"between": ["h_one", "h_two"], "signed": "2021-06", "ends": "2023-06"},
    Dilemma: {**STORY, "between": ["h_one", "h_two"], "desks": DESKS,
                "results": [{"h_one": "any", "h_two": "any", "text": "A draught."}]},
    Clause: {"givers": ["h_one", "h_two"], "receivers": ["h_one", "h_two"], "months": 12},
    Scenario: {"turns": 8, "turn_months": 3, "start": "2022-01-01", "leaders": {"h_one": "h_head"},
                 "figures": {"tension": 30}},
    Action: {"group": "abroad"},
    Accident: {"from": 1, "odds": 5},
    Then: {"on": 'hatch("shut")'},
    Scene: {"on": "deal.signs"},
    **{KINDS[kind]: {"basis": "counterfactual"}
       for kind in ("partner", "vehicle", "leader", "outside_option", "codex")},
}  # fmt: skip
SAMPLES: dict[type, Any] = {
    Ref: {kind: f"h_{id_}" for kind, id_ in IDS.items()},
    Expr: {"int": 1, "bool": "tension > 3", "happens": 'hatch("shut")'},
    Path: "tension",
    RoleName: "docked h_ship",
    Handle: "next_crew",
}
NOT_PLAYED = ("test", "world")  # a pack's tests are run; what a world declares holds for all cases
BUILDER = Builder(SAMPLES, BESIDE)
FOUND = ("lives in the world", 'scenario is never "i_')


def _ids(marker: Marker, turn: Iterator[int]) -> tuple[str, ...]:
    """Return what may stand at a marked place: an id of each kind, or a name with one in it."""
    match marker:
        case Ref(kinds):
            return tuple(f"X_{IDS[kind]}" for kind in kinds)
        case RoleName("vehicle"):
            return ("docked X_ship",)
        case Expr("int"):
            return (AMOUNTS[next(turn) % len(AMOUNTS)],)
        case Expr(happens=True):
            return HAPPENS
        case Expr():
            return (YES_OR_NO[next(turn) % len(YES_OR_NO)],)
        case Path():
            return FIGURES
    return ()


def _cases(world: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield how a place is called, and an object that names something of a world there."""
    turn, number = iter(cycle(range(len(AMOUNTS) * len(YES_OR_NO)))), 0
    for place in places():
        if place.kind in NOT_PLAYED:
            continue
        known = YES_OR_NO if place.told == "event.when" else _ids(place.marker, turn)
        for id_ in known:
            number += 1
            value = id_.replace("X_", world)
            made = BUILDER.object(place, f"case_{number}", value)
            yield f"{place.told}: {id_}", WHOLE.get(place.kind, dict)(made)
    for aim in ("faction", "partner", "option"):
        yield f"history: {aim}", _aimed(world, aim)


def _descending(vote: dict[str, Any]) -> dict[str, Any]:
    """Return a vote of which each result but the last asks for points, fewer each time."""
    *first, last = vote["results"]
    asked = range(len(first), 0, -1)
    return {**vote, "results": [*({**r, "at": n} for r, n in zip(first, asked, strict=True)), last]}


def _with_a_choice(dilemma: dict[str, Any]) -> dict[str, Any]:
    """Return a dilemma of which each desk has two choices at least."""
    more = {"choice": "more", "text": "Yes"}
    desks = {
        who: {**desk, "choices": [*desk["choices"], *([more] if len(desk["choices"]) < 2 else [])]}
        for who, desk in dilemma["desks"].items()
    }
    return {**dilemma, "desks": desks}


WHOLE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "vote": _descending, "dilemma": _with_a_choice,
}  # fmt: skip
"""What an object of a kind needs beside what its fields say one by one."""


def _aimed(world: str, aim: str) -> dict[str, Any]:
    """Return a scenario with a move that is aimed at something: the place that no marker shows."""
    id_ = {"faction": "crowd", "partner": "two", "option": "option"}[aim]
    move = {"date": "2022-02-01", "chair": "h_one", "action": f"at_{aim}", "target": world + id_}
    place = Place("scenario", (("field", "history"),), Path())
    return BUILDER.object(place, f"aimed_at_{aim}", [move])


def _aims() -> list[dict[str, Any]]:
    what = {"name": "Aim", "text": "Aim.", "group": "abroad"}
    return [
        {"action": f"at_{aim}", "target": aim, **what} for aim in ("faction", "partner", "option")
    ]


def _text(objects: list[dict[str, Any]]) -> str:
    """Return objects as a file, a line each: what is found stands in the line of its object."""
    return "\n".join(f"- {json.dumps(one)}" for one in objects) + "\n"


Read = Callable[..., tuple[list[list[Finding]], list[Finding]]]


@pytest.fixture
def worlds(write: Write, tmp_path: File) -> File:
    """Return a directory of packs with the two worlds, the island's being the game's own too."""
    write("base", BASE_PACK + "includes: [island]\n", world=WORLD.replace("X_", "h_"))
    info = EXTRA_PACK.replace("extra", "island") + "world: island\n"
    write("island", info, world=WORLD.replace("X_", "i_"))
    return tmp_path


def _wrong(root: File, write: Write, objects: list[dict[str, Any]], info: str) -> list[list[str]]:
    """Return by object the errors that stand in it; none stands elsewhere."""
    base = WORLD.replace("X_", "h_")
    write("base", info + "includes: [island]\n", world=base, cases=_text(objects))
    found: list[list[str]] = [[] for _ in objects]
    for one in read_content(root=root).findings:
        if one.is_error:
            assert one.mark.file.endswith("cases.yaml"), one.render()
            found[one.mark.line - 1].append(one.message)
    return found


def _played(content: Content, turns: int) -> None:
    """Let bots play so many turns, every other game in a scenario of the cases."""
    cases = [id_ for id_ in content.scenarios if id_.startswith("case_")]
    for seed in count(1):
        scenario = cases[seed % len(cases)] if seed % 2 == 0 else "h_scenario"
        chairs = content.scenarios[scenario].chairs
        seats = dict.fromkeys(chairs, "random" if seed % 4 else "diplomat")
        session = Session(content, Setup(scenario, chairs[0], seed), seats)
        session.play_others()
        assert session.over
        turns -= session.state.turn
        if turns <= 0:
            return


def test_the_two_worlds_are_without_a_finding(worlds: File) -> None:
    assert [one.render() for one in read_content(root=worlds).findings if one.is_error] == []


def test_every_kind_that_is_named_anywhere_has_an_id_here() -> None:
    named = {
        kind for place in places() if isinstance(place.marker, Ref) for kind in place.marker.kinds
    }
    assert named == set(IDS) and named < set(INHABITANTS)
    assert {place.kind for place in places()} >= {k for k, m in KINDS.items() if _names(m)}


def _names(model: type) -> bool:
    return any(isinstance(place.marker, Ref) for place in places() if KINDS[place.kind] is model)


def test_whatever_of_another_world_is_named_is_found(worlds: File, write: Write) -> None:
    cases = list(_cases("i_"))
    wrong = _wrong(worlds, write, [*(one for _, one in cases), *_aims()], BASE_PACK)
    missed = [
        name
        for (name, _), found in zip(cases, wrong, strict=False)
        if not any(said in one for one in found for said in FOUND)
    ]
    assert missed == []
    assert len(cases) > 400


@pytest.mark.parametrize("world", ["h_", "i_"])
def test_what_is_found_clean_plays(world: str, worlds: File, write: Write) -> None:
    """The island's things are borrowed for it, all of them; what would end a game stays out."""
    info = BASE_PACK + f"borrows: {json.dumps(_borrowed() if world == 'i_' else {})}\n"
    cases = [*(one for _, one in _cases(world)), *_aims()]
    wrong = _wrong(worlds, write, cases, info)
    said = [one for found in wrong for one in found if FOUND[0] in one]
    assert all("scenario" in one for one in said)  # no scenario is borrowed
    clean = [one for one, found in zip(cases, wrong, strict=True) if not found]
    assert len(clean) > len(cases) * 3 // 4
    going_on = [one for one in clean if "ending" not in one and "_ending" not in json.dumps(one)]
    going_on = [one for one in going_on if not SECRET_PRICE.search(json.dumps(one))]
    _wrong(worlds, write, going_on, info)
    _played(load_content(root=worlds), TURNS)


SECRET_PRICE = re.compile(r'"(spend|treasury)": "[^"]*(faction|treasury)')
"""A price that hangs on what its payer can't see: it may turn out to be more than is there."""


def _borrowed() -> dict[str, list[str]]:
    """Return all that lives on the island but its scenario, by kind."""
    found: dict[str, list[str]] = {}
    for kind, id_ in re.findall(r"^- \{?(\w+): X_(\w+)", WORLD, re.MULTILINE):
        if kind != "scenario":
            found.setdefault(kind, []).append(f"i_{id_}")
    return found
