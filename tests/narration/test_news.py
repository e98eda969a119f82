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
