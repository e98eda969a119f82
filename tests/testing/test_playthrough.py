"""Golden games: whoever changes what happens in them should see it in a diff.

After a change that was meant: `python -m game.testing.playthrough tests/playthroughs/*.txt`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.rules.setup import Setup
from game.testing.playthrough import Recipe, main, playthrough, recipe_of, regenerate
from tests.small import BRIEF, CAMPAIGN, CONTENT

GOLDEN = sorted((Path(__file__).parent.parent / "playthroughs").glob("*.txt"))
SEATS = {"nasa": "historical", "roscosmos": "random", "esa": "diplomat"}
RECIPE = Recipe(Setup(CAMPAIGN, "esa", 5, "cold", "seeded"), SEATS, 3)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_game_is_played_as_it_was(base: Content, path: Path) -> None:
    golden = path.read_text(encoding="utf-8")
    assert playthrough(base, recipe_of(golden)).splitlines() == golden.splitlines()


def test_there_are_golden_games_of_every_player() -> None:
    seats = {name for path in GOLDEN for name in recipe_of(path.read_text()).seats.values()}
    assert seats == {"random", "historical", "diplomat", "hawk"}


def test_a_recipe_comes_back_from_its_head() -> None:
    assert recipe_of(RECIPE.head()) == RECIPE
    assert recipe_of(playthrough(CONTENT, RECIPE)) == RECIPE


@pytest.mark.parametrize(
    ("change", "said"),
    (
        (("# seed: 5", "# seed: five"), "seed and turns are numbers"),
        (("# turns: 3", "# turns: -3"), "seed and turns are numbers"),
        (("# seats: ", "# sits: "), "lacks seats"),
    ),
)
def test_a_spoilt_recipe_is_refused(change: tuple[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        recipe_of(RECIPE.head().replace(*change))


def test_a_playthrough_tells_turns_decisions_figures_and_hashes() -> None:
    text = playthrough(CONTENT, RECIPE)
    for turn, quarter in ((1, "2022 Q1"), (2, "2022 Q2"), (3, "2022 Q3")):
        assert f"== turn {turn} · {quarter} ==" in text
    assert "turn 4" not in text and "ending" not in text
    assert "nasa       card     A cold morning: Protest" in text
    assert "headline: The tanks move." in text
    assert "world:     " in text and "roscosmos: " in text
    assert text.count("\nhash ") == 3
    assert max(len(line) for line in text.splitlines() if ">" in line) <= 100


def test_a_whole_game_ends_with_its_ending_and_is_the_same_every_time() -> None:
    seats = dict.fromkeys(("nasa", "roscosmos"), "historical")
    recipe = Recipe(Setup(BRIEF, "nasa", 1), seats, 99)
    text = playthrough(CONTENT, recipe)
    assert text.rstrip().splitlines()[-1].startswith("ending ")
    assert "nobody decided anything" in text
    assert playthrough(CONTENT, recipe) == text
    assert playthrough(CONTENT, replace(recipe, setup=Setup(BRIEF, "nasa", 2))) != text


def test_a_file_is_written_again_from_its_own_recipe(tmp_path: Path) -> None:
    path = tmp_path / "game.txt"
    path.write_text(RECIPE.head(), encoding="utf-8")
    assert regenerate(CONTENT, path)
    assert not regenerate(CONTENT, path)
    assert path.read_text(encoding="utf-8") == playthrough(CONTENT, RECIPE)


def test_the_command_says_what_it_did_or_why_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "game.txt"
    seats = dict.fromkeys(("nasa", "roscosmos", "esa"), "random")
    path.write_text(Recipe(Setup("cold_snap_2022", "esa", 1), seats, 1).head(), encoding="utf-8")
    assert main([str(path)]) == 0 == main([str(path)])
    assert capsys.readouterr().out == f"{path}: written anew\n{path}: unchanged\n"
    assert main([str(tmp_path / "nothing.txt")]) == 2
    path.write_text("A letter.", encoding="utf-8")
    assert main([str(path)]) == 2
    assert "starts with its recipe" in capsys.readouterr().err
