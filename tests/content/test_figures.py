"""What players read of figures: one to one with the rules', and a world's own."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from game.content.definitions.figures import Figure
from game.content.figures import usual_figures
from game.content.lines import ACTED_ON
from game.content.load import check_content, load_content
from game.content.paths import PATTERNS, pattern_of
from game.content.records import Content, FigureWords
from game.content.scoping import scoped
from game.narration.alarms import alarm_short, alarm_text, alarms
from game.narration.figures import (
    danger_lines,
    figure_about,
    figure_title,
    gauge_name,
    gauge_short,
    told_here,
)
from game.narration.header import header
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.rules.view import view
from tests.canal import VENTURE, WORLD, canal
from tests.content.conftest import BASE_PACK, Check, Write

GOOD_WAYS = {"up", "down", "none"}
FIGURE = "- figure: ill_will\n  path: tension\n  title: Ill will\n  text: Anger.\n  good: down\n"
SCENARIO = """\
- scenario: short
  name: Short
  text: A short one.
  start: 2022-01-01
  turns: 4
  turn_months: 3
  chairs: [nasa, roscosmos]
  figures: {tension: 30}
  leaders: {nasa: nelson}
"""
MOON = 'pack: moon\ntitle: Moon\nversion: "1"\nformat: 1\nworld: moon\n'


@pytest.fixture(scope="module")
def base() -> Content:
    return load_content()


def test_every_figure_of_the_rules_has_words_and_every_word_its_figure() -> None:
    assert sorted(words.path for words in usual_figures()) == sorted(PATTERNS)
    for words in usual_figures():
        assert words.title and words.text and words.good in GOOD_WAYS, words.id


@pytest.mark.parametrize("scenario", ("cold_snap_2022", "handshake_1975"))
def test_every_figure_that_a_game_holds_is_named_and_explained(
    base: Content, scenario: str
) -> None:
    index = index_of(base, scenario)
    state = new_game(base, Setup(scenario, index.chairs[0], 1))[0]
    assert {pattern_of(path) for path in index.bounds} <= set(PATTERNS)
    held = [path for path in state.figures if pattern_of(path) in PATTERNS]
    assert len(held) > len(index.bounds)
    for path in held:
        for chair in ("", *index.chairs):
            said = [named(index.content, path, chair)
                    for named in (figure_title, gauge_name, gauge_short)]  # fmt: skip
            said += [figure_about(index, path), *danger_lines(index.content, path)]
            assert all(said) and not any("{" in text for text in said), path


def test_a_world_that_declares_figures_has_no_others(base: Content) -> None:
    index = index_of(base, "handshake_1975")
    assert "gyroscopes" in index.bounds  # the rules know them, nobody is told
    assert told_here(index, ("gyroscopes", "supplies", "tension")) == ("tension",)
    assert figure_about(index, "cohesion") == "How well the people who do the work act as one."
    everywhere = index_of(base, "cold_snap_2022")
    assert told_here(everywhere, everywhere.bounds) == tuple(everywhere.bounds)


def _beside_the_canal(tmp_path: Path, more: str) -> Content:
    """Return the canal's world with another beside it, which declares figures of its own."""
    canal(tmp_path, VENTURE)
    borrowed = MOON + "borrows: {figure: [treasury, income, trust, peace]}\n"
    world = WORLD.replace("upper", "high").replace("lower", "low_town").replace("canal", "ditch")
    world = world.replace("figures: {tension: 30, ", "header: [tension]\n  figures: {tension: 30, ")
    (tmp_path / "moon").mkdir()
    (tmp_path / "moon" / "pack.yaml").write_text(borrowed, encoding="utf-8")
    (tmp_path / "moon" / "world.yaml").write_text(world + more, encoding="utf-8")
    figures = Path("content/base/figures.yaml").read_text(encoding="utf-8")
    (tmp_path / "base" / "figures.yaml").write_text(figures, encoding="utf-8")
    return load_content([tmp_path / "moon"], root=tmp_path)


def test_a_pack_calls_a_figure_otherwise_in_its_world_alone(tmp_path: Path) -> None:
    renamed = FIGURE.replace("ill_will", "feud").replace("Ill will", "The feud")
    both = _beside_the_canal(tmp_path, renamed)
    assert figure_title(scoped(both, "moon:ditch"), "tension") == "The feud"
    assert figure_title(scoped(both, "canal"), "tension") == "Tension"
    index = index_of(both, "moon:ditch")
    seen = view(both, new_game(both, Setup("moon:ditch", "moon:high", 1))[0], "moon:high")
    assert header(index, seen, "moon:high") == ("tension",)
    assert told_here(index, ("tension", "war", "moon:high.treasury")) == (
        "tension", "moon:high.treasury",
    )  # fmt: skip


def test_words_of_a_figure_leave_the_rules_of_a_pack_as_they_are(root: Path, write: Write) -> None:
    before = load_content(root=root).packs[0]
    figures = Path("content/base/figures.yaml").read_text(encoding="utf-8")
    write("base", BASE_PACK, figures=figures)
    after = load_content(root=root).packs[0]
    assert after.rules == before.rules and after.text != before.text


def _found(check: Check, objects: str) -> list[str]:
    """Return the findings but those of figures that the small pack says nothing of."""
    found = [one for one in check(objects) if "no figure has the path" not in one.message]
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("objects", "code"),
    [
        (FIGURE.replace("path: tension", "path: tensoin"), "E031"),
        (FIGURE + FIGURE.replace("ill_will", "bad_blood"), "E063"),
        (FIGURE + "  scale: [9, 3]\n", "E054"),
        (FIGURE + "  danger: [{text: Neither.}]\n", "E057"),
        (FIGURE + "  danger: [{below: 1, above: 5, text: Both.}]\n", "E057"),
        (FIGURE.replace("title: Ill will", 'title: "{leader.nasa}"'), "E042"),
        (FIGURE.replace("good: down", "good: sideways"), "E025"),
        (SCENARIO + "  header: [tension, flag.pad_lost]\n", "E063"),
        (SCENARIO + '  header: ["tension + 1"]\n', "E063"),
        (SCENARIO + "  header: [tensoin]\n", "E031"),
    ],
)
def test_what_is_wrong_with_a_figure_is_found(check: Check, objects: str, code: str) -> None:
    assert code in _found(check, objects)


def test_figures_and_headers_that_are_right_pass(check: Check) -> None:
    right = FIGURE + "  danger: [{above: 80, text: War is near.}]\n  scale: [0, 90]\n"
    header = "  header: [tension, self.mandate, target.trust.self, option.own_station, stranded]\n"
    assert _found(check, right) == []
    assert _found(check, SCENARIO + header) == []


def test_figures_that_the_base_pack_forgets_are_named(check: Check) -> None:
    said = [one.message for one in check(FIGURE) if one.code == "E063"]
    assert len(said) == len(PATTERNS) - 1
    assert any('"<partner>.trust.<partner>"' in message for message in said)


@pytest.mark.parametrize("borrows", ("", "borrows: {figure: [cohesion]}\n"))
def test_a_world_moves_only_figures_that_it_has(root: Path, write: Write, borrows: str) -> None:
    event = "- event: row\n  title: A row\n  basis: counterfactual\n  weight: 1\n"
    event += "  headline: They shout.\n  effects: [{shift: {cohesion: -3}}]\n"
    usual = Path("content/base/figures.yaml").read_text(encoding="utf-8")
    write("base", BASE_PACK, figures=usual)
    pack = write("moon", MOON + borrows, objects=event + FIGURE)
    found = [one for one in check_content([pack], root=root) if one.code == "E063"]
    assert len(found) == (0 if borrows else 1)


def test_what_a_record_of_words_holds_a_pack_can_write() -> None:

    assert {one.name for one in fields(FigureWords)} - {"id", "usual"} <= set(Figure.model_fields)


@pytest.mark.parametrize("path", sorted(ACTED_ON))
@pytest.mark.parametrize("off", (0, 1, -1, None))
def test_a_line_of_the_rules_is_a_grave_danger_line(
    check: Check, path: str, off: int | None
) -> None:
    """Declared one to one: another value, a line that isn't grave and none at all are found."""
    line, told = ACTED_ON[path], FIGURE.replace("path: tension", f'path: "{path}"')
    danger = f"  danger: [{{below: {line + (off or 0)}, grave: {str(off is not None).lower()}, "
    found = [
        one for one in check(f"{told}{danger}text: It ends.}}]\n") if "the rules act" in one.message
    ]
    assert [f"below {line}," in one.message for one in found] == ([] if off == 0 else [True])
    assert any("the rules act" in one.message for one in check(told))


def test_a_worlds_own_danger_line_is_an_alarm_without_code(tmp_path: Path) -> None:
    """A pack's own figure, in a world of its own, is told with its turn and what helps."""
    danger = "  danger: [{below: 22, short: all is silt, text: The towns forget.}]\n"
    fair = "- {action: fair, name: Call a fair, text: Dance., group: home, "
    more = f"{fair}effects: [{{shift: {{tension: 3}}}}]}}\n"
    both = _beside_the_canal(tmp_path, FIGURE.replace("good: down", "good: up") + danger + more)
    index = index_of(both, "moon:ditch")
    chair = index.chairs[0]
    state, _ = new_game(both, Setup("moon:ditch", chair, 1))
    found = alarms(index, view(both, state, chair), chair)
    (alarm,) = [alarm for alarm in found if alarm.subject == "tension"]
    assert alarm_text(index, alarm).startswith(
        f"Ill will: {state.figures['tension']}. As things go, under 22: "
    )
    assert alarm_text(index, alarm).endswith("The towns forget. What helps: Call a fair.")
    assert "all is silt" in alarm_short(index, alarm)
