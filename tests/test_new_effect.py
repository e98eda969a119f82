"""A new effect is what CONTRIBUTING says: a record, a form, a performer; all else follows.

The three are written into a copy of the game, which then reads, checks, performs and tells it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RECORD = '''

class Nap(Effect):
    """Rest somebody's people for some hours, with a word for it."""

    of: str
    hours: Amount
    word: str = ""
'''
FORM = '''

class NapBody(Strict):
    """Whose people, how long, and what is said of it."""

    of: SomePartner
    hours: Annotated[Natural, Field(alias="for")]
    word: Told = ""


@effect(r.Nap, 'nap: {of: nasa, for: "aboard + 1"}', "Nobody is woken.")
class Nap(Strict):
    """Let a partner's people sleep."""

    nap: NapBody
'''
PERFORMER = """

@performs(r.Nap)
def _nap(draft: Draft, effect: r.Nap, actor: Actor) -> None:
    draft.shift(f"{actor.partner(effect.of)}.standing", value(draft, effect.hours, actor))
"""
PLACES = {
    "game/content/records/effects.py": RECORD,
    "game/content/effects/home.py": FORM,
    "game/rules/effects/home.py": PERFORMER,
}
IMPORTS = {
    "from game.content.fields import (\n": "from game.content.fields import (\n    Told,\n",
}
INFO = 'pack: naps\ntitle: Naps\nversion: "1.0"\nformat: 1\n'
ACTION = """\
- action: doze
  name: Doze
  text: Everybody lies down for an hour.
  group: home
  basis: counterfactual
  effects: [{nap: {NAP}}]
"""
TRIED = """
from pathlib import Path
from game.content.guide.tables import blocks
from game.content.load import load_content
from game.content.records.effects import Nap
from game.rules.decisions import Decision
from game.rules.legality import options
from game.rules.preview import preview
from game.rules.setup import Setup, new_game
from game.rules.turn import apply

content = load_content([Path("naps")])
action = next(one for id_, one in content.actions.items() if id_.endswith("doze"))
(nap,) = action.effects
print(type(nap).__name__, nap.of, nap.hours.text, nap.word)
state, _ = new_game(content, Setup("cold_snap_2022", "nasa", 7))
while state.queue[0].kind != "agenda":
    slot = state.queue[0]
    first = next(one for one in options(content, state) if one.legal)
    state = apply(content, state, first.decision).state
chair = state.queue[0].chair
decision = Decision(chair, "agenda", action.id)
step = apply(content, state, decision)
moved = step.state.figures[f"{chair}.standing"] - state.figures[f"{chair}.standing"]
(branch,) = preview(content, state, decision).branches
foreseen = [c.amount for c in branch.changes if c.path == f"{chair}.standing"]
print(moved, state.figures["aboard"] + 1, foreseen)
print(next(line for line in blocks()["effects"].splitlines() if "`nap`" in line))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the game beside its content."""
    shutil.copytree(
        ROOT / "game", tmp_path / "game", ignore=shutil.ignore_patterns("__pycache__", "tui")
    )
    (tmp_path / "content").symlink_to(ROOT / "content")
    return tmp_path


def written(copy: Path, *places: str) -> None:
    """Write the new effect into these places of a copy."""
    for place in places:
        file = copy / place
        text = file.read_text(encoding="utf-8")
        if place.startswith("game/content/effects/"):
            text = text.replace(*next(iter(IMPORTS.items())), 1)
        file.write_text(text + PLACES[place], encoding="utf-8")


def pack(copy: Path, nap: str) -> None:
    """Lay a pack beside a copy, whose one action does the new effect."""
    (copy / "naps").mkdir()
    (copy / "naps" / "pack.yaml").write_text(INFO, encoding="utf-8")
    (copy / "naps" / "naps.yaml").write_text(ACTION.replace("{NAP}", nap), encoding="utf-8")


def ran(copy: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code with the copy's game."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)


def test_it_is_read_performed_previewed_and_told(copy: Path) -> None:
    written(copy, *PLACES)
    pack(copy, '{of: self, for: "aboard + 1", word: They sleep.}')
    done = ran(copy, TRIED)
    assert done.stderr == ""
    compiled, happened, told = done.stdout.strip().split("\n")
    assert compiled == "Nap self aboard + 1 They sleep."
    moved, wanted, foreseen = happened.split(" ", 2)
    assert moved == wanted and foreseen == f"[{wanted}]"
    assert "`of` (id of a partner or `self` or `target`), `for` (amount)" in told
    assert "Let a partner's people sleep. Nobody is woken." in told


@pytest.mark.parametrize(
    ("nap", "wanted"),
    [
        ("{of: self, fro: 3}", 'unknown key "fro"; did you mean "for"?'),
        ("{of: nobody, for: 3}", 'there is no partner "nobody"'),
        ("{of: self, for: -3}", "-3 is less than 0"),
        ("{of: self, for: abord}", 'unknown name "abord" in an amount; did you mean "aboard"?'),
    ],
)
def test_its_mistakes_are_found(copy: Path, nap: str, wanted: str) -> None:
    written(copy, *PLACES)
    pack(copy, nap)
    code = "from pathlib import Path\nfrom game.content.load import check_content\n"
    done = ran(copy, code + 'print([str(f.render()) for f in check_content([Path("naps")])])')
    assert wanted in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("game/content/records/effects.py", r"game\.content\.records\.effects' has no .* 'Nap'"),
        ("game/content/effects/home.py", r"no effect declared in game/content/effects becomes Nap"),
        ("game/rules/effects/home.py", r"no function in game/rules/effects performs Nap"),
    ],
)
def test_a_place_that_is_missing_is_named(copy: Path, missing: str, said: str) -> None:
    written(copy, *(place for place in PLACES if place != missing))
    done = ran(copy, "import game.content.effects\nimport game.rules.effects")
    assert re.search(said, done.stderr), done.stderr


def test_a_form_that_does_not_fit_its_record_is_named(copy: Path) -> None:
    written(copy, *PLACES)
    file = copy / "game/content/records/effects.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    hours: Amount\n", "    minutes: Amount\n"), encoding="utf-8")
    done = ran(copy, "import game.content.effects")
    assert "`nap` and its record Nap of game.content.records.effects don't fit" in done.stderr
    assert "the form says no minutes, the record holds no hours" in done.stderr
