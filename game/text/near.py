"""The nearest known word to one that isn't known, for `did you mean`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from game.text.language import N_, _

NONE = {
    "scenario": N_("There is no scenario {name}"),
    "partner": N_("There is no partner {name}"),
    "chair": N_("There is no chair {name}"),
    "level": N_("There is no level {name}"),
    "hazards": N_("There is no hazards {name}"),
    "player": N_("There is no player {name}"),
    "happening": N_("There is no happening {name}"),
}
"""What is said of a name that nothing of a kind bears, without its stop."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "…"?` for the nearest known word, or nothing."""
    near = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return _('did you mean "{word}"?', word=near[0]) if near else ""


def no_such(what: str, name: str, known: Iterable[str]) -> str:
    """Return what is said of a name that nothing bears: the nearest one, and all there are."""
    names = tuple(known)
    guess = did_you_mean(name, names)
    said = _(NONE[what], name=repr(name))
    there = _("Choose from: {names}.", names=", ".join(names))
    return f"{said}{f'; {guess}' if guess else '.'} {there}"
