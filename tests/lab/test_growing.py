"""Checking grows in line with content: each further object costs as many calls as others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from game.content.lint import CHECKS
from game.content.load import read_content
from game.lab.growing import copies, events, growths, table, write
from game.lab.pace import counted
from tests.content.conftest import EXTRA_PACK, small_root

HEAD = "- event: e{n}\n  title: E\n  basis: counterfactual\n  headline: It goes on.\n"
DRAWN = HEAD + "  weight: 1\n"
SIZES = (20, 40, 80)
ADVISER = """\
- adviser: a{n}
  partner: nasa
  title: A
  desk: station
  skill: 3
  reserve: true
  text: Awake.
  voice:
    for: ["{{figure}} {{amount}}. Do it.", "Yes, for {{figure}}."]
    against: ["No. {{figure}} {{amount}}.", "That costs {{figure}}."]
    uneasy: [I would sleep on it., Hard to say from here.]
"""
CARD = (
    DRAWN
    + """\
  lint_ignore: {{W101: short}}
  when: not flag.f{n} and not chose("e{n}", "b")
  desks:
    nasa:
      text: Something is asked.
      choices:
        - {{choice: a, text: A, result: A., effects: [{{shift: {{tension: 1}}}}, {{spend: 5}}]}}
        - {{choice: b, text: B, result: B., effects: [{{mood: {{money: 1}}}}]}}
- flag: f{n}
  text: F.
- patch: event/e{n}
  add: {{desks.nasa.choices.b.effects: [{{flag: {{f{n}: true}}}}]}}
"""
)
SHAPES: dict[str, Callable[[int], str]] = {
    "chain": lambda n: (
        (HEAD if n else DRAWN).format(n=n)
        + f"  effects: [{{schedule: {{event: e{n + 1}, in_months: 1}}}}]\n"
    ),
    "star": lambda n: DRAWN.format(n=n) + "  effects: [{schedule: {event: e0, in_months: 1}}]\n",
    "cards": lambda n: CARD.format(n=n),
    "advisers": lambda n: ADVISER.format(n=n),
    "patches of one": lambda n: (
        ("" if n else DRAWN.format(n=n)) + f"- patch: event/e0\n  set: {{title: E{n}}}\n"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_added_costs_as_much_as_what_was_there(shape: str, tmp_path: Path) -> None:
    root, spent = small_root(tmp_path), []
    for size in (1, *SIZES):  # the first fills what is kept of the definitions
        pack = tmp_path / f"extra_{size}"
        pack.mkdir()
        (pack / "pack.yaml").write_text(EXTRA_PACK, encoding="utf-8")
        (pack / "objects.yaml").write_text("".join(map(SHAPES[shape], range(size))), "utf-8")
        spent.append(counted(partial(read_content, [pack], root=root))[1])
    first, second = (spent[2] - spent[1]) / 20, (spent[3] - spent[2]) / 40
    assert second <= 1.01 * first


def test_what_is_measured_has_its_share_by_name(tmp_path: Path) -> None:
    root = small_root(tmp_path)
    own = list(events(root / "base"))
    assert [id_ for id_, _ in own] == ["pad_falls"]
    small, grown = growths((0, 3), root)
    assert (grown.added, grown.objects) == (3, small.objects + 3)
    assert {"expressions", "whole", "never", "dominated"} <= grown.lints.keys()
    assert len(grown.lints) == len(CHECKS) + 4
    shown = list(table([small, grown]))
    assert shown[0].split() == ["added", "events", "0", "3"]
    assert len(shown) == 7 + len(grown.lints)


def test_a_copy_has_an_id_of_its_own(tmp_path: Path) -> None:
    own = [("tea", "- event: tea\n  when: not happened.tea\n  title: tea_break\n")]
    first, second, third = zip(copies(own), range(3), strict=False)
    assert "event: tea_0\n  when: not happened.tea_0\n  title: tea_break" in first[0]
    assert "event: tea_2\n" in third[0]
    assert second[0] != first[0]
    write(tmp_path, own, 3)
    assert (tmp_path / "events_0.yaml").read_text("utf-8").count("- event: ") == 3
