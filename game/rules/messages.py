"""What the rules have to say: codes with named arguments. They say nothing in prose.

A message tells what happened, why a figure moved, why something may not be done, or what a line
of an arithmetic counts. Its words are made in `game.narration.words`, where every code stands
once with its arguments; `text` carries what the content itself says.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, TypeAlias, Union

from game.record import Record

Arg: TypeAlias = Union[int, str, "Message", tuple[str, ...], tuple["Message", ...]]

TEXT = "text"  # the code of what the content says in its own words


class Message(Record):
    """A code and what it is said of: ids, names on record, amounts, days, other messages."""

    code: str
    args: tuple[tuple[str, Arg], ...] = ()

    def __str__(self) -> str:
        """Return the code with its arguments, for programmers."""
        told = ", ".join(f"{name}={value!s}" for name, value in self.args)
        return f"{self.code}({told})" if told else self.code

    def __format__(self, how: str) -> str:
        """Refuse to be put into a sentence: what a player reads is made by the narration."""
        raise TypeError(f"{self.code}: a message has no words of its own")

    def arg(self, name: str) -> Arg:
        """Return an argument. Raises KeyError where the message has none of that name."""
        return dict(self.args)[name]


NOTHING = Message("")


class Maker(Protocol):
    """Makes messages."""

    def __call__(self, code: str, **args: Arg) -> Message:
        """Return a message of a code that `game.narration.words` has words for."""


def _made(code: str, **args: Arg) -> Message:
    return Message(code, tuple(args.items()))


message: Maker = lru_cache(maxsize=8192, typed=True)(_made)
"""Make a message of a code and its arguments; what is said again and again is made once."""


@lru_cache(maxsize=4096)
def text(words: str) -> Message:
    """Return what the content says in its own words, the same message each time."""
    return Message(TEXT, ((TEXT, words),))
