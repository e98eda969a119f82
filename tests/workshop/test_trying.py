from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import UsageError
from game.record import replace as record_replace
from game.workshop.trying import Wish, trial
from game.workshop.watching import marks
from tests.small import CAMPAIGN, CONTENT

WISH = Wish("letter", player="random")


def test_a_card_is_tried_as_it_first_comes_up() -> None:
    found = trial(CONTENT, WISH)
    session = found.session(CONTENT)
    waiting = session.waiting_for()
    assert waiting is not None
    assert (waiting.slot.subject, waiting.chair, session.people) == ("letter", "esa", ("esa",))
    assert found.told[0].startswith("As it first came up in a game of computer players")
    assert (found.setup.scenario, found.setup.chair) == (CAMPAIGN, "esa")


def test_a_card_is_tried_in_a_state_of_ones_choosing() -> None:
    found = trial(CONTENT, replace(WISH, turn=3, values={"tension": 5, "flag.calls": 1}))
    session = found.session(CONTENT)
    assert (session.state.turn, session.state.figures["tension"]) == (3, 5)
    assert session.state.flags["calls"] == 1
    assert found.told == (f"Turn 3 of {CAMPAIGN}, seed 1.",)


def test_a_card_that_never_comes_up_is_tried_all_the_same_and_that_is_told() -> None:
    never = record_replace(CONTENT.events["rumour"], weight=0)
    content = record_replace(CONTENT, events={**CONTENT.events, "rumour": never})
    found = trial(content, Wish("rumour", values=None, player="random", games=2))
    assert "In 2 games of computer players it never came up." in found.told
    low = trial(content, Wish("rumour", values={"tension": 2}))
    assert low.told[-1].startswith("By itself it wouldn't come up here")
    waiting = low.session(content).waiting_for()
    assert waiting is not None and waiting.slot.subject == "rumour"


def test_what_is_written_anew_is_dealt_in_the_same_state() -> None:
    found = trial(CONTENT, replace(WISH, turn=2, values={"tension": 44}))
    event = CONTENT.events["letter"]
    renamed = record_replace(event, title="Another letter")
    later = record_replace(
        CONTENT, events={**CONTENT.events, "letter": renamed}, flags={**CONTENT.flags, "new": 1}
    )
    before, after = found.session(CONTENT), found.session(later)
    assert after.content.events["letter"].title == "Another letter"
    assert after.state.figures == before.state.figures
    assert after.state.flags == {**before.state.flags, "new": 1}


def test_a_card_that_is_gone_is_told() -> None:
    found = trial(CONTENT, replace(WISH, turn=1))
    less = {id_: event for id_, event in CONTENT.events.items() if id_ != "letter"}
    with pytest.raises(UsageError, match="There is no event letter any more"):
        found.session(record_replace(CONTENT, events=less))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (Wish("lettre"), 'did you mean "letter"'),
        (Wish("parade"), "is a headline"),
        (replace(WISH, chair="nasa"), "There is no chair 'nasa'"),
        (replace(WISH, scenario="none"), "There is no scenario 'none'"),
        (replace(WISH, player="none"), "There is no player 'none'"),
    ],
)
def test_a_wish_that_cant_be_met_is_told(wish: Wish, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        trial(CONTENT, wish)


def test_a_file_that_is_saved_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("- event: a\n")
    first = marks([tmp_path])
    assert marks([tmp_path]) == first
    (tmp_path / "notes.txt").write_text("nothing")
    (tmp_path / ".events.yaml.swp.yaml").write_text("nothing")
    assert marks([tmp_path]) == first
    (tmp_path / "events.yaml").write_text("- event: longer\n")
    assert marks([tmp_path]) != first
    (tmp_path / "events.yaml").unlink()
    assert marks([tmp_path, tmp_path / "none"]) == frozenset()
