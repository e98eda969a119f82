from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.cli import auto
from game.content.records import Content
from game.rules.encoding import digest
from game.rules.setup import Setup
from game.rules.state import State
from game.saves.store import Store
from tests.cli.conftest import Run
from tests.saves.games import SMALL

KEYS = {
    "scenario", "as", "level", "hazards", "players", "seed", "turns", "decisions", "ending",
    "slides", "grades", "hash",
}  # fmt: skip
BRIEF = ("auto", "--scenario", "brief", "--player", "random", "--json")


def _reports(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_game_is_one_json_object(run: Run) -> None:
    ran = run(*BRIEF, "--seed", "4", "--as", "roscosmos", "--level", "cold")
    (report,) = _reports(ran.out)
    assert ran.status == 0
    assert set(report) == KEYS
    assert (report["scenario"], report["as"], report["seed"]) == ("brief", "roscosmos", 4)
    assert report["players"] == {"nasa": "random", "roscosmos": "random"}
    assert report["ending"]
    assert report["decisions"] > report["turns"] > 0


def test_grades_and_slides_are_those_of_the_rules(run: Run) -> None:
    (report,) = _reports(run(*BRIEF).out)
    assert set(report["grades"]) == set(report["players"])
    for grades in report["grades"].values():
        assert {g["legacy"] for g in grades} == {"peace", "science", "people", "power_legacy"}
    assert set(report["slides"]) <= set(SMALL.slides)


def test_the_same_seed_gives_the_same_line_and_another_another(run: Run) -> None:
    first, again = run(*BRIEF, "--seed", "1").out, run(*BRIEF, "--seed", "1").out
    assert first == again
    assert first != run(*BRIEF, "--seed", "2").out


def test_several_games_count_the_seed_up(run: Run) -> None:
    reports = _reports(run(*BRIEF, "--seed", "5", "--games", "3").out)
    assert [report["seed"] for report in reports] == [5, 6, 7]
    assert reports[1] == _reports(run(*BRIEF, "--seed", "6").out)[0]


def test_a_list_of_players_is_in_the_scenarios_order(run: Run) -> None:
    (report,) = _reports(run(*BRIEF, "--player", "random,historical").out)
    assert report["players"] == {"nasa": "random", "roscosmos": "historical"}


def test_a_limit_stops_the_game_unfinished(run: Run) -> None:
    (report,) = _reports(run(*BRIEF, "--turns-limit", "1").out)
    assert report["ending"] == ""
    assert report["turns"] == 2
    assert report["slides"] == []


def test_without_json_a_sentence_tells(run: Run) -> None:
    ran = run("auto", "--scenario", "brief", "--player", "random", "--seed", "4")
    assert ran.out.startswith("Seed 4: ")
    assert ran.out.count("\n") == 1


def test_check_finds_nothing_in_a_sound_game(run: Run) -> None:
    ran = run(*BRIEF, "--check")
    assert ran.status == 0
    assert _reports(ran.out)[0]["violations"] == []


def test_check_reports_violations_and_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auto, "violations", lambda content, state: ("the moon is missing",))
    ran = run(*BRIEF, "--check")
    assert ran.status == 1
    assert _reports(ran.out)[0]["violations"] == ["the moon is missing"]


def test_the_hash_is_that_of_the_final_state(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[State] = []

    def remember(state: State) -> str:
        seen.append(state)
        return digest(state)

    monkeypatch.setattr(auto, "digest", remember)
    wish = auto.Wish(Setup("brief", "nasa", 1), "random", 1, 0, False, True)
    report = auto.play(SMALL, wish)
    assert report["hash"] == digest(replace(seen[0]))
    assert seen[0].over


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--scenario", "breif"), 'did you mean "brief"'),
        (("--as", "naza"), 'did you mean "nasa"'),
        (("--player", "diplomt"), 'did you mean "diplomat"'),
        (("--player", "random,random,random"), "one for each of nasa, roscosmos"),
        (("--player", "person"), "Only computer players"),
        (("--level", "hard"), "Choose from: liaison, director, cold"),
        (("--hazards", "wild"), "Choose from: dated, seeded"),
        (("--seed", "x"), "Invalid value for '--seed'"),
        (("--games", "0"), "Invalid value for '--games'"),
    ],
)
def test_a_wish_that_cant_be_met_says_what_can(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    ran = run(*BRIEF, *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_a_game_can_be_kept_for_a_person_to_go_on_with(run: Run, saves: Path) -> None:
    assert run(*BRIEF, "--seed", "4", "--turns-limit", "1", "--save", "later").status == 0
    record = Store(saves).load("later")
    assert record.seats == {"nasa": "person", "roscosmos": "random"}
    assert run("replay", "later").status == 0
    assert "You are NASA." in run("continue", "--plain", "--save", "later").out


def test_a_kept_game_goes_over_no_other(run: Run, saves: Path) -> None:
    kept = (*BRIEF, "--turns-limit", "1", "--save", "later")
    run(*kept)
    before = (saves / "later.json").read_text(encoding="utf-8")
    ran = run(*kept)
    assert ran.status == 1
    assert "is there already" in ran.err
    assert (saves / "later.json").read_text(encoding="utf-8") == before
    assert run(*kept, "--games", "2").status == 2


@pytest.mark.parametrize("player", ["random", "diplomat", "historical"])
def test_the_shipped_scenarios_keep_the_rules_promises(base: Content, player: str) -> None:
    for scenario in base.scenarios.values():
        setup = Setup(scenario.id, scenario.chairs[0], 5)
        report = auto.play(base, auto.Wish(setup, player, 1, 12, True, True))
        assert report["violations"] == []
        assert report["turns"] > 1
