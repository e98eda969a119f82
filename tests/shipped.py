"""The game's own content, read and compiled once for all tests of a process."""

from __future__ import annotations

from functools import cache

from game.content.load import Checked, compile_content, read_content
from game.content.records import Content


@cache
def checked() -> Checked:
    """Return the shipped packs as read and checked."""
    return read_content()


@cache
def base() -> Content:
    """Return the shipped packs compiled. Nobody may write to them."""
    assert [one.render() for one in checked().findings if one.is_error] == []
    return compile_content(checked())
