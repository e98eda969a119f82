"""What is told of a turn, made short: what is said of several people or ships is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from game.content.records import Content
from game.narration.words import say
from game.rules.decisions import Change
from game.rules.messages import Message, message
from game.rules.view import visible

PEOPLE = "people"  # the argument that names whom a message is about
CONVOYS: Mapping[str, Callable[[tuple[str, ...]], Message]] = {
    "ship.docks": lambda ships: message("ship.docks.several", ships=ships),
    "ship.emptied": lambda ships: message("ship.emptied.several", ships=ships),
    "ship.home": lambda ships: message("ship.home.several", ships=ships),
}
"""What happens to several ships in most turns, by its code, and how it is told of all of them."""


def attributed(content: Content, changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return changes, what came of a dilemma between others with their names and its title."""
    return tuple(_attributed(content, change, chair) for change in changes)


def _attributed(content: Content, change: Change, chair: str) -> Change:
    kind, _, subject = change.cause.partition(":")
    event = content.events.get(subject) if kind == "dilemma" else None
    if event is None or change.kind != "headline" or chair in event.between:
        return change
    told = message("dilemma.between", partners=event.between, event=event.id, told=change.reason)
    return replace(change, reason=told)


def heard(changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return what a chair may know of changes, less a plain change of leader told better beside it.

    An event that changes who leads mostly says so itself, in its headline or on a desk's card.
    """
    told = tuple(changes)
    better = {c.cause for c in told if c.kind == "headline"}
    return tuple(
        c for c in visible(told, chair) if c.kind != "leader" or c.seen or c.cause not in better
    )


def happened(content: Content, changes: Iterable[Change]) -> tuple[str, ...]:
    """Return what changes tell, each once; what befell several alike is told once."""
    joined = convoys(together(change.reason for change in changes))
    told = (say(content, said) for said in joined)
    return tuple(dict.fromkeys(" ".join(words.split()) for words in told if words))


def together(said: Iterable[Message]) -> tuple[Message, ...]:
    """Return messages with those joined that say the same of different people."""
    found: dict[Message, tuple[str, ...]] = {}
    for one in said:
        people = dict(one.args).get(PEOPLE, ())
        assert isinstance(people, tuple)
        rest = tuple((name, arg) for name, arg in one.args if name != PEOPLE)
        key = Message(one.code, rest)
        names = [str(person) for person in people]
        found[key] = tuple(dict.fromkeys([*found.get(key, ()), *names]))
    return tuple(
        Message(key.code, ((PEOPLE, people), *key.args)) if people else key
        for key, people in found.items()
    )


def convoys(said: Iterable[Message]) -> tuple[Message, ...]:
    """Return messages with those joined, where the first stands, that say the same of ships."""
    found: dict[Message | str, list[Message]] = {}
    for one in said:
        found.setdefault(one.code if one.code in CONVOYS else one, []).append(one)
    return tuple(_convoy(alike) for alike in found.values())


def _convoy(alike: Sequence[Message]) -> Message:
    ships = dict.fromkeys(str(dict(one.args)["ship"]) for one in alike if one.code in CONVOYS)
    if len(ships) < 2:
        return alike[0]
    return CONVOYS[alike[0].code](tuple(ships))
