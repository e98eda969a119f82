"""From what a player types to what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from game.content.records import Content
from game.narration.crew import person_paths
from game.narration.figures import everyday_names, figure_aloud, figure_title, told_here
from game.narration.leaving import bound
from game.narration.makings import made_name, made_paths
from game.narration.votes import vote_paths
from game.rules.index import index_of
from game.rules.state import State
from game.text.language import _
from game.text.lists import comma_listed
from game.text.near import did_you_mean
from game.text.typed import whole_number

LONG_WORD = 4  # so many letters at least have words that count further on in a label


def plain(text: str) -> str:
    """Return a text in small letters, its signs turned into single blanks."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def pick(answer: str, labels: Sequence[str]) -> int | None:
    """Return the place of the label that an answer means: its number, or its first words.

    None when it means none of them, or several.
    """
    found = candidates(answer, labels)
    return found[0] if len(found) == 1 else None


def candidates(answer: str, labels: Sequence[str], named: Sequence[str] = ()) -> tuple[int, ...]:
    """Return the places of the labels that an answer may mean: by number, or by first words.

    Of those that are `named`, whole words further on count where no label begins so: those after
    a colon, then any of four letters and more.
    """
    if (typed := whole_number(answer)) is not None:
        return (typed - 1,) if 1 <= typed <= len(labels) else ()
    wanted = plain(answer)
    if not wanted:
        return ()
    told = [plain(label) for label in labels]
    parts = [plain(label.partition(":")[2]) for label in named]
    inner = [f" {plain(label)} " for label in named] if len(wanted) >= LONG_WORD else []
    ways = (
        (n for n, label in enumerate(told) if label == wanted),
        (n for n, label in enumerate(told) if label.startswith(wanted)),
        (n for n, part in enumerate(parts) if part.startswith(wanted)),
        (n for n, label in enumerate(inner) if f" {wanted} " in label),
    )
    return next(filter(None, (tuple(way) for way in ways)), ())


def several(places: Sequence[int]) -> str:
    """Return that an answer may mean any of several numbered places; nothing if it means none."""
    numbers = [str(place + 1) for place in places]
    if len(numbers) < 2:
        return _("That may be {number}: type its number.", number=numbers[0]) if numbers else ""
    return _(
        "That may be {numbers} or {last}: type its number.",
        numbers=comma_listed(numbers[:-1]),
        last=numbers[-1],
    )


def figure_names(content: Content, state: State, chair: str) -> dict[str, str]:
    """Return every figure's path by the names that it goes by for a chair."""
    index = index_of(content, state.scenario)
    paths = (*told_here(index, index.bounds), *person_paths(state))
    weights = [path for path in paths if ".weight." in path]
    names: dict[str, str] = {}
    for path in paths:
        if path not in weights:
            _name(names, path, _names(content, path, chair))
    for path in paths:
        if path.startswith(f"{chair}.") or path.partition(".")[0] not in index.partners:
            _name(names, path, everyday_names(content, path))
    for path in weights:
        _name(names, path, _names(content, path, chair))
    for path in made_paths(index, chair):
        _name(names, path, (*_names(content, path, chair), *everyday_names(content, path)))
    for path in vote_paths(index, state, chair):
        _name(names, path, (made_name(index, path, chair), path.partition(".")[2]))
    return names | {
        plain(name): path
        for path in (index.losses[chair] if bound(index) else ())
        for name in (figure_title(content, path, chair), path.removeprefix(f"{chair}."))
    }


def _name(names: dict[str, str], path: str, called: Iterable[str]) -> None:
    """Let a path go by names that no other goes by so far."""
    for name in called:
        names.setdefault(plain(name), path)


def _names(content: Content, path: str, chair: str) -> tuple[str, ...]:
    """Return a path's names; those of the own figures need no owner."""
    title = figure_title(content, path, chair)
    if path.startswith("crew."):
        return title, title.partition(" ")[2], path
    own = path.removeprefix(f"{chair}.")
    aloud = figure_aloud(content, path, chair)
    if own != path:
        return title, aloud, own, own.rpartition(":")[2], path, path.rpartition(".")[2]
    return (title, aloud, path) if "." in path else (title, aloud, path, path.rpartition(":")[2])


def figure_meant(names: Mapping[str, str], answer: str) -> tuple[str, str]:
    """Return the path that an answer means, or nothing and a hint at what it may mean."""
    wanted = plain(answer)
    if wanted in names:
        return names[wanted], ""
    begun = sorted({path for name, path in names.items() if wanted and name.startswith(wanted)})
    if len(begun) == 1:
        return begun[0], ""
    return "", did_you_mean(wanted, names)
