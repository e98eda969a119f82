"""What a card takes up of the run, and what advisers say of its choices: checked and compiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.languages.texts import texts
from game.content.load import load_content
from game.content.records import Advice
from tests.content.conftest import BASE, BASE_PACK, DESK, Check, Write

CARD = DESK.replace(
    "      choices:\n",
    """\
      recalls:
        - when: tension > 60
          asserts: tension > 50
          text: Last year you shouted.
      choices:
""",
).replace(
    "          result: You wait.\n",
    """\
          for: {home: Waiting polls well.}
          against: {station: The air doesn't wait.}
          result: You wait.
""",
)


def test_they_are_compiled_and_translated(write: Write, tmp_path: Path) -> None:
    write("base", BASE_PACK, base=BASE, more=CARD)
    content = load_content(root=tmp_path)
    desk = content.events["dawn"].desks[0]
    (one,) = desk.recalls
    assert one.text == "Last year you shouted." and one.when is not None
    choice = desk.choices[0]
    assert choice.pro == (Advice("home", "Waiting polls well."),)
    assert choice.against == (Advice("station", "The air doesn't wait."),)
    places = {text.english: text.context for text in texts(content)}
    told = {places[line.text] for line in (one, *choice.pro, *choice.against)}
    assert len(told) == 3 and all("desk:" in place for place in told)


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("asserts: tension > 50", "asserts: tension < 50", "W118"),
        ("        - when: tension > 60\n          asserts", "        - asserts", "E023"),
        ("you shouted", "{nobody} shouted", "E042"),
        ("Waiting polls well.", "Waiting polls well" + " and well" * 8, "W114"),
        ("{home:", "{kitchen:", "E025"),
    ],
)
def test_they_are_checked(check: Check, right: str, wrong: str, code: str) -> None:
    assert right in CARD
    assert [f.code for f in check(CARD)] == []
    assert code in [f.code for f in check(CARD.replace(right, wrong))]
