"""Golden games: whoever changes what happens in them should see it in a diff.

Each stands in two files. After a change of words that was meant:
`python -m game.testing.playthrough tests/playthroughs/*.words.txt`. After a change of rules or of
what content does: the same with `*.decisions.txt`. A change of words alone leaves those alone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.rules.setup import Setup
from game.session import Session
from game.testing.playthrough import (
    DECISIONS,
    WORDS,
    Recipe,
    main,
    played,
    playthrough,
    recipe_of,
    regenerate,
    text_of,
)
from tests.small import BRIEF, CAMPAIGN, CONTENT

GOLDEN = Path(__file__).parent.parent / "playthroughs"
GAMES = sorted(path.name.removesuffix(".words.txt") for path in GOLDEN.glob("*.words.txt"))
SEATS = {"nasa": "historical", "roscosmos": "random", "esa": "diplomat"}
RECIPE = Recipe(Setup(CAMPAIGN, "esa", 5, "cold", "seeded"), SEATS, 3)
TOLD = replace(RECIPE, holds=WORDS)


def golden(game: str, holds: str) -> str:
    return (GOLDEN / f"{game}.{holds}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=GAMES)
def game(request: pytest.FixtureRequest, base: Content) -> tuple[str, Session]:
    """Return a golden game's name and the game, played once for both its files."""
    return request.param, played(base, recipe_of(golden(request.param, DECISIONS)))


def _as_it_was(game: tuple[str, Session], holds: str) -> None:
    name, session = game
    text = golden(name, holds)
    assert recipe_of(text).holds == holds
    assert text_of(session, recipe_of(text)).splitlines() == text.splitlines()


def test_a_golden_game_is_decided_as_it_was(game: tuple[str, Session]) -> None:
    _as_it_was(game, DECISIONS)


def test_a_golden_game_is_told_as_it_was(game: tuple[str, Session]) -> None:
    _as_it_was(game, WORDS)


@pytest.mark.parametrize("name", GAMES)
def test_both_files_of_a_golden_game_are_of_the_same_game(name: str) -> None:
    decisions, words = (recipe_of(golden(name, holds)) for holds in (DECISIONS, WORDS))
    assert decisions == replace(words, holds=DECISIONS)


def test_there_are_golden_games_of_every_player() -> None:
    recipes = (recipe_of(golden(game, DECISIONS)) for game in GAMES)
    seats = {name for recipe in recipes for name in recipe.seats.values()}
    assert seats == {"random", "historical", "diplomat", "hawk"}


def test_a_recipe_comes_back_from_its_head() -> None:
    assert recipe_of(RECIPE.head()) == RECIPE
    assert recipe_of(playthrough(CONTENT, RECIPE)) == RECIPE
    assert recipe_of(TOLD.head()) == TOLD


@pytest.mark.parametrize(
    ("change", "said"),
    (
        (("# seed: 5", "# seed: five"), "seed and turns are numbers"),
        (("# turns: 3", "# turns: -3"), "seed and turns are numbers"),
        (("# seats: ", "# sits: "), "lacks seats"),
        (("# holds: decisions", "# holds: songs"), "holds decisions or words, not 'songs'"),
    ),
)
def test_a_spoilt_recipe_is_refused(change: tuple[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        recipe_of(RECIPE.head().replace(*change))


def test_a_text_of_decisions_holds_ids_figures_and_hashes() -> None:
    text = playthrough(CONTENT, RECIPE)
    assert [f"== turn {turn} ==" in text for turn in (1, 2, 3, 4)] == [True, True, True, False]
    assert "ending" not in text
    assert "nasa       card     cold_morning protest" in text
    assert "world:     " in text and "roscosmos: " in text
    assert text.count("\nhash ") == 3
    assert max(len(line) for line in text.splitlines() if ">" in line) <= 100


def test_a_text_of_words_holds_what_was_told() -> None:
    text = playthrough(CONTENT, TOLD)
    for turn, quarter in ((1, "2022 Q1"), (2, "2022 Q2"), (3, "2022 Q3")):
        assert f"== turn {turn} · {quarter} ==" in text
    assert "turn 4" not in text and "hash" not in text and "figures" not in text
    assert "nasa       card     A cold morning: Protest" in text
    assert "headline: The tanks move." in text


def test_other_words_leave_the_decisions_alone() -> None:
    mild = replace(CONTENT.events["cold_morning"], title="A mild morning")
    other = replace(CONTENT, events={**CONTENT.events, "cold_morning": mild})
    assert "A mild morning: Protest" in playthrough(other, TOLD)
    assert playthrough(other, RECIPE) == playthrough(CONTENT, RECIPE)


def test_a_whole_game_ends_with_its_ending_and_is_the_same_every_time() -> None:
    seats = dict.fromkeys(("nasa", "roscosmos"), "historical")
    recipe = Recipe(Setup(BRIEF, "nasa", 3), seats, 99)
    text = playthrough(CONTENT, recipe)
    assert text.rstrip().splitlines()[-1].startswith("ending ")
    assert "nobody decided anything" in text  # no card came in its second turn
    assert playthrough(CONTENT, recipe) == text
    assert playthrough(CONTENT, replace(recipe, setup=Setup(BRIEF, "nasa", 2))) != text


@pytest.mark.parametrize("recipe", [RECIPE, TOLD], ids=lambda recipe: recipe.holds)
def test_a_file_is_written_again_from_its_own_recipe(tmp_path: Path, recipe: Recipe) -> None:
    path = tmp_path / "game.txt"
    path.write_text(recipe.head(), encoding="utf-8")
    assert regenerate(CONTENT, path)
    assert not regenerate(CONTENT, path)
    assert path.read_text(encoding="utf-8") == playthrough(CONTENT, recipe)


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
