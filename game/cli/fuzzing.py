"""`handshake pack fuzz`: long wild play with a pack, and the smallest case that breaks."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from game.content.findings import as_text, errors
from game.content.load import compile_content
from game.content.records import Content
from game.packs.about import checked_with
from game.packs.kept import id_of
from game.packs.places import pack_directory
from game.testing.fuzzing import Case, Fuzzed, Trouble, carried_out, case, fuzz
from game.text.language import _, ngettext
from game.workshop.subjects import events_of

PATIENCE = 20.0
"""Seconds in which a case that breaks is made smaller."""


def run(folder: Path, name: str, seconds: int, seed: int, again: str) -> int:
    """Play with a pack, or one case again, and say what breaks; 1 where something does.

    `name` is how the pack was called. Raises UsageError for what is no case.
    """
    wanted = case(again) if again else None
    checked, found = checked_with(folder, pack_directory())
    if wrong := errors(found):
        print(as_text(wrong))
        return 1
    content = compile_content(checked)
    if wanted is not None:
        return _again(content, wanted)
    events = [one.id for one in events_of(checked, id_of(folder))]
    fuzzed = fuzz(content, events, Random(seed), until(seconds), _patience())
    print(_told(fuzzed, name))
    return 1 if fuzzed.trouble is not None else 0


def _patience() -> Callable[[], bool]:
    """Return what tells whether to go on making a case smaller: so long from when it is asked."""
    ends: list[float] = []

    def patient() -> bool:
        ends.append(time.monotonic() + PATIENCE)
        return time.monotonic() < ends[0]

    return patient


def until(seconds: int) -> Callable[[], bool]:
    """Return what tells whether there is time left of so many seconds from now."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() < end


def _again(content: Content, wanted: Case) -> int:
    trouble, taken = carried_out(content, wanted)
    if trouble is None:
        print(ngettext("Nothing broke in {n} decision.", "Nothing broke in {n} decisions.", taken))
        return 0
    print(_trouble(trouble))
    return 1


def _told(fuzzed: Fuzzed, name: str) -> str:
    played = _(
        "Games: {games}. Decisions: {decisions}.", games=fuzzed.cases, decisions=fuzzed.decisions
    )
    if fuzzed.trouble is None:
        return _("{played} Nothing broke.", played=played)
    command = f"handshake pack fuzz {name} --case {fuzzed.broken}"
    again = _("Play it again: {command}", command=command)
    return "\n".join((played, _trouble(fuzzed.trouble), again))


def _trouble(trouble: Trouble) -> str:
    lines = (_("BROKEN {what}", what=trouble.said), *(f"  {one}" for one in trouble.decisions))
    return "\n".join(lines)
