"""Which language a command speaks: that of `--lang`, else of the settings, else around it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from game.errors import HandshakeError, SaveError, UsageError
from game.text.language import speak

OPTION = "--lang"
PACK = "--pack"
ENGLISH = ("C", "POSIX", "en")
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def in_the_language_asked_for(arguments: Sequence[str]) -> list[str]:
    """Speak the language that is asked for, say what of it can't be, and return the other words.

    Raises UsageError where the option names none.
    """
    wished, rest = _option(arguments)
    wished = wished or _set()
    if wished or _elsewhere():
        from game.content.languages.choosing import chosen

        choice = chosen(wished, _packs(rest))
        speak(choice.spoken)
        for problem in choice.problems:
            print(problem, file=sys.stderr)
    return rest


def _option(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return what the option names, the last time it is given, and all that isn't the option."""
    wished, rest, words = "", [], iter(arguments)
    for word in words:
        if word == OPTION:
            wished = next(words, "")
            if not wished:
                raise UsageError("--lang needs a language, such as `--lang de`, or a file.")
        elif word.startswith(f"{OPTION}="):
            wished = word.removeprefix(f"{OPTION}=")
        else:
            rest.append(word)
    return wished, rest


def _set() -> str:
    """Return the language of the settings; empty where none is set, or they can't be found."""
    from game.saves.settings import load_settings, settings_file

    with suppress(SaveError):  # whoever needs the settings says what is wrong with them
        return load_settings(settings_file()).language
    return ""


def _elsewhere() -> bool:
    """Return whether the surroundings speak anything but English."""
    named = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    return bool(named) and named.partition(".")[0].partition("_")[0] not in ENGLISH


def _packs(arguments: Sequence[str]) -> list[Path]:
    """Return the packs that a command plays with: they may bring catalogues of their own."""
    after = [b for a, b in pairwise(arguments) if a == PACK]
    glued = [a.removeprefix(f"{PACK}=") for a in arguments if a.startswith(f"{PACK}=")]
    given = [Path(one) for one in (*after, *glued)]
    from game.packs.played import enabled, named

    with suppress(HandshakeError):  # whoever needs them says what is wrong
        return [*enabled(), *map(named, given)]
    return given
