"""What changes do to people, in a phrase for each way they feel."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.records import Content
from game.counting import counted
from game.rules.decisions import Change

TOLD = ("crew", "ship", "deal", "leader", "thread", "ending", "news")  # kinds said beside figures


def person_title(content: Content, path: str) -> str:
    """Return what somebody's fatigue, morale or health is called, by `person.what`."""
    person, _, what = path.rpartition(".")
    return f"{content.people[person].name}: {what}"


def people_moves(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return what changes do to people, such as `Fatigue -8 (7 people)`."""
    sums: dict[str, list[int]] = {}
    for change in changes:
        if change.kind == "person":
            sums.setdefault(change.path.rpartition(".")[2], []).append(change.amount)
    return tuple(_people_move(what, amounts) for what, amounts in sums.items())


def _people_move(what: str, amounts: list[int]) -> str:
    mean = sum(amounts) // len(amounts) if min(amounts) != max(amounts) else amounts[0]
    about = "" if min(amounts) == max(amounts) else "about "
    who = counted(len(amounts), "person", "people")
    return f"{what.capitalize()} {about}{mean:+d} ({who})"
