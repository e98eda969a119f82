"""What is told of a turn: once, in short, the ships last."""

from __future__ import annotations

from collections.abc import Sequence

from game.narration.news import happened, heard
from game.rules.decisions import Change, ChangeKind
from game.rules.messages import Message, message, text
from tests.small import CONTENT

ESA_HEAD = message("leader.unnamed", partner="esa")
NASA_HEAD = message("leader.unnamed", partner="nasa")


def told(kind: ChangeKind, reason: Message, seen: tuple[str, ...] = ()) -> Change:
    return Change(kind, "x", 0, "rule:test", reason, seen)


def headlines(changes: Sequence[Change], chair: str) -> tuple[str, ...]:
    return happened(CONTENT, heard(changes, chair))


def _trains(person: str, skill: str, months: int = 6) -> Change:
    return told("crew", message("crew.trains", people=(person,), months=months, skill=skill))


def test_what_is_said_of_several_people_is_said_once() -> None:
    rope = told("headline", text("A rope is cut."))
    changes = (
        _trains("rubio", "ros"),
        rope,
        _trains("mann", "ros"),
        _trains("samantha", "ros"),
        _trains("anton", "usos"),
        _trains("mann", "ros"),
        rope,
    )
    assert happened(CONTENT, changes) == (
        "Rubio, Mann and Samantha train for 6 months: Russian segment.",
        "A rope is cut.",
        "Anton trains for 6 months: US segment.",
    )


def test_people_are_joined_only_where_all_else_is_the_same() -> None:
    changes = (_trains("rubio", "eva"), _trains("mann", "eva", 1))
    assert happened(CONTENT, changes) == (
        "Rubio trains for 6 months: spacewalks.",
        "Mann trains for 1 month: spacewalks.",
    )


def test_secrets_stay_secret() -> None:
    changes = [told("headline", text("War.")), told("deal", text("?"), ("esa",))]
    assert headlines(changes, "nasa") == ("War.",)


def test_a_new_head_is_told_of_once_where_an_event_says_it_better() -> None:
    plain = Change("leader", "esa", 0, "event:ballot", ESA_HEAD)
    ballot = Change("headline", "ballot", 0, "event:ballot", text("Europe elects."), ("nasa",))
    fallen = Change("leader", "nasa", 0, "rule:dismissal", NASA_HEAD)
    hands = text("The desk changes hands.")
    desk = Change("leader", "esa.desk", 0, "event:ballot", hands, ("esa",))
    changes = [plain, ballot, fallen, desk]
    assert headlines(changes, "nasa") == ("Europe elects.", "NASA has a new head.")
    assert headlines(changes, "esa") == (
        "NASA has a new head.", "The desk changes hands.",
    )  # fmt: skip
    assert "ESA has a new head." in headlines([plain, fallen], "nasa")


def _ship(code: str, name: str) -> Change:
    said = {"docks": message("ship.docks", ship=name), "home": message("ship.home", ship=name)}
    return told("ship", said[code])


def test_what_befalls_several_ships_is_said_once_where_the_first_stands() -> None:
    rope = told("headline", text("A rope is cut."))
    changes = (_ship("docks", "MS-1"), rope, _ship("home", "MS-0"), _ship("docks", "MS-2"))
    assert happened(CONTENT, changes) == (
        "MS-1 and MS-2 dock.",
        "A rope is cut.",
        "MS-0 brings its crew home.",
    )


def test_one_ship_of_which_two_things_are_said_is_not_several() -> None:
    assert happened(CONTENT, (_ship("docks", "MS-1"),) * 2) == ("MS-1 docks.",)
    assert happened(CONTENT, (_ship("home", "MS-1"), _ship("home", "MS-2"))) == (
        "MS-1 and MS-2 bring their crews home.",
    )
