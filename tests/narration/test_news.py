"""What is told of a turn: once, in short, the ships last."""

from __future__ import annotations

from game.narration.news import headlines, merged
from game.rules.decisions import Change, ChangeKind


def told(kind: ChangeKind, reason: str, seen: tuple[str, ...] = ()) -> Change:
    return Change(kind, "x", 0, "rule:test", reason, seen)


def test_what_is_said_of_several_people_is_said_once() -> None:
    texts = (
        "Frank Rubio trains for 6 months: Russian segment.",
        "A rope is cut.",
        "Nicole Mann trains for 6 months: Russian segment.",
        "Josh Cassada trains for 6 months: Russian segment.",
        "Dmitry Petelin trains for 6 months: US segment.",
        "A rope is cut.",
    )
    assert merged(texts) == (
        "Frank Rubio, Nicole Mann and Josh Cassada train for 6 months: Russian segment.",
        "A rope is cut.",
        "Dmitry Petelin trains for 6 months: US segment.",
    )


def test_ships_come_after_what_people_did_and_secrets_stay_secret() -> None:
    changes = [told("ship", "A ship docks."), told("headline", "War."), told("deal", "?", ("esa",))]
    assert headlines(changes, "nasa") == ("War.", "A ship docks.")


def test_a_new_head_is_told_of_once_where_an_event_says_it_better() -> None:
    plain = Change("leader", "esa", 0, "event:ballot", "ESA has a new head.")
    ballot = Change("headline", "ballot", 0, "event:ballot", "Europe elects.", ("nasa",))
    fallen = Change("leader", "nasa", 0, "rule:dismissal", "NASA has a new head.")
    desk = Change("leader", "esa.desk", 0, "event:ballot", "The desk changes hands.", ("esa",))
    changes = [plain, ballot, fallen, desk]
    assert headlines(changes, "nasa") == ("Europe elects.", "NASA has a new head.")
    assert headlines(changes, "esa") == ("NASA has a new head.", "The desk changes hands.")
    assert "ESA has a new head." in headlines([plain, fallen], "nasa")
