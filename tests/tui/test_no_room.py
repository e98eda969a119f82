"""Panes are drawn at every width, be a window pulled to nothing while they are laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import iter_modules
from types import ModuleType

import pytest

from game.rules.state import Offer, Slot, Term
from game.tui import paint
from game.tui.play import Play
from tests.tui.test_draft import at_the_table, draft, place_of

WIDTHS = range(-2, 16)


def _painters(*asked: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield the public functions of what is painted that ask for just this."""
    for found in iter_modules(paint.__path__, f"{paint.__name__}."):
        module = import_module(found.name)
        for name, painter in _own(module):
            if not name.startswith("_") and tuple(signature(painter).parameters) == asked:
                yield f"{found.name}.{name}", painter


def _own(module: ModuleType) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, thing in vars(module).items():
        if isfunction(thing) and thing.__module__ == module.__name__:
            yield name, thing


def offered() -> Play:
    """Return a game in which an offer lies before its player."""
    play = at_the_table()
    offer = Offer("one", "roscosmos", "nasa", (Term("alms", 10, "nasa"),))
    play.session.states[-1].offers = (offer,)
    play.session.states[-1].queue = (Slot("answer", "nasa", "one"),)
    return Play(play.session)


def _drawn(found: object) -> None:
    if isinstance(found, Iterable):
        list(found)


ANSWERED = ("game.tui.paint.sums.offer_text", "game.tui.paint.home.ratify_text")
PLAIN = dict(_painters("play", "width"))
OFFERED = dict(_painters("play", "offer", "width"))
DRAFTED = dict(_painters("play", "bargain", "place", "width"))


@pytest.mark.parametrize("name", PLAIN)
def test_what_tells_of_the_game(name: str) -> None:
    play = offered() if name in ANSWERED else draft().play
    for width in WIDTHS:
        _drawn(PLAIN[name](play, width))


@pytest.mark.parametrize("name", OFFERED)
def test_what_tells_of_an_offer(name: str) -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    for width in WIDTHS:
        _drawn(OFFERED[name](bargain.play, bargain.offer, width))


@pytest.mark.parametrize("name", DRAFTED)
def test_what_tells_of_a_draft(name: str) -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    for width in WIDTHS:
        _drawn(DRAFTED[name](bargain.play, bargain, 0, width))


def test_there_are_such() -> None:
    assert len(PLAIN) > 20 and len(OFFERED) > 3 and len(DRAFTED) > 2
