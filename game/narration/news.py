"""What is told of a turn, made short: what is said of several people is said once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.content.records import Content
from game.rules.decisions import Change
from game.rules.ledger import MOVES
from game.rules.view import visible

SAID_OF_ONE = re.compile(r"^(.+?) trains for (.+)$")


def attributed(content: Content, changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return changes, what came of a dilemma between others with their names and its title."""
    return tuple(_attributed(content, change, chair) for change in changes)


def _attributed(content: Content, change: Change, chair: str) -> Change:
    kind, _, subject = change.cause.partition(":")
    event = content.events.get(subject) if kind == "dilemma" else None
    if event is None or change.kind != "headline" or chair in event.between:
        return change
    names = listing([content.partners[each].name for each in event.between])
    return replace(change, reason=f"{names}, {event.title}: {change.reason}")


def heard(changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return what a chair may know of changes, less a plain change of leader told better beside it.

    An event that changes who leads mostly says so itself, in its headline or on a desk's card.
    """
    told = tuple(changes)
    better = {c.cause for c in told if c.kind == "headline"}
    return tuple(
        c for c in visible(told, chair) if c.kind != "leader" or c.seen or c.cause not in better
    )


def headlines(changes: Iterable[Change], chair: str) -> tuple[str, ...]:
    """Return what the chronicle prints of changes: everything but figures, ships last."""
    told = [c for c in heard(changes, chair) if c.kind not in MOVES and c.reason]
    return merged(c.reason for c in sorted(told, key=lambda c: c.kind == "ship"))


def merged(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each text once; those that tell the same of several people are one."""
    found: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        match = SAID_OF_ONE.match(text)
        name, rest = match.groups() if match else ("", text)
        found.setdefault(rest, []).append(name)
    return tuple(_told(rest, names) for rest, names in found.items())


def _told(rest: str, names: Sequence[str]) -> str:
    if names == [""]:
        return rest
    verb = "trains" if len(names) == 1 else "train"
    return f"{listing(names)} {verb} for {rest}"


def listing(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
