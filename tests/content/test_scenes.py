"""Scenes as a pack writes them: what the lint finds, and that they change no game."""

from __future__ import annotations

import pytest

from tests.content.conftest import Check

SCENE = """\
- scene: knock
  on: deal.signs
  about: [ABOUT]
  title: Two knocks
  drawing: |2
      ┌───┐
      │ o │
      └───┘
  shows: A hatch.
  text: You knock. Somebody knocks back.
"""


def _scene(old: str = "", new: str = "", about: str = "nasa") -> str:
    return SCENE.replace("ABOUT", about).replace(old, new) if old else SCENE.replace("ABOUT", about)


def test_a_scene_as_it_should_be(check: Check) -> None:
    assert check(_scene()) == []


@pytest.mark.parametrize(
    ("text", "code"),
    (
        (_scene("deal.signs", "deal.sings"), "E02"),
        (_scene("deal.signs", "hatch.shut"), "E057"),
        (_scene("deal.signs", "ending"), "E057"),
        (_scene(about="nobody"), "E040"),
        (_scene("      │ o │", "      │" + "-" * 76), "E065"),
        (_scene("      │ o │", "      │ o │\n" * 13), "E065"),
        (_scene("│ o │", "│ ☃ │"), "E065"),
        (_scene("You knock.", "You knock at {door}."), "E042"),
        (_scene("You knock.", "You **knock**."), "E060"),
    ),
    ids=range(9),
)
def test_what_is_wrong_with_a_scene_is_found(check: Check, text: str, code: str) -> None:
    assert any(found.code.startswith(code) for found in check(text))
