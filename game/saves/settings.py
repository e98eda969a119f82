"""What a player has set for good, the colours and the keys: a small file, also to be edited."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from game.errors import SaveError
from game.regular import is_regular, is_there, read_regular, reason
from game.saves.files import write_over
from game.saves.places import at_home, own_path
from game.text.language import _
from game.text.typed import DIGITS

VARIABLE = "HANDSHAKE_SETTINGS"
DAMAGED = ".damaged"
MOST_BYTES = 1_000_000
SCENES = ("all", "great", "none")
"""Which scenes are shown; the first is usual."""
SPEECH = ("normal", "terse", "full")
"""How much is said line by line; the first is usual."""
ANIMATION = ("full", "none")
"""Whether anything on the screen moves; the first is usual."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The theme's name, keys by what they do, scenes, speech, the language, and what moves.

    Usual where nothing is set; a language is a code, such as `de`, or the file of a catalogue.
    `problem` says what of the file couldn't be used.
    """

    theme: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    scenes: str = SCENES[0]
    language: str = ""
    problem: str = ""
    speech: str = SPEECH[0]
    animation: str = ANIMATION[0]


def settings_file() -> Path:
    """Return the file of settings: the one `HANDSHAKE_SETTINGS` names, else the user's own.

    Raises SaveError where it lies in a home directory that can't be found.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return at_home(named, VARIABLE)
    return at_home(f"{own_path(user_config_path)}/settings.json", VARIABLE)


def load_settings(path: Path) -> Settings:
    """Return what was set; what can't be read or used is left out, and told in `problem`."""
    found, problem = _found(path)
    theme, keys = found.get("theme", ""), found.get("keys", {})
    if not isinstance(theme, str):
        theme, problem = "", _("{file}: the theme must be a name.", file=path)
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        keys, problem = {}, _("{file}: keys must be names with a key each.", file=path)
    scenes = found.get("scenes", SCENES[0])
    if scenes not in SCENES:
        scenes, problem = SCENES[0], _("{file}: scenes are all, great or none.", file=path)
    language = found.get("language", "")
    if not isinstance(language, str):
        language, problem = "", _("{file}: the language must be a code or a file.", file=path)
    speech = found.get("speech", SPEECH[0])
    if speech not in SPEECH:
        speech, problem = SPEECH[0], _("{file}: speech is terse, normal or full.", file=path)
    animation = found.get("animation", ANIMATION[0])
    if animation not in ANIMATION:
        animation, problem = ANIMATION[0], _("{file}: animation is full or none.", file=path)
    return Settings(theme, keys, scenes, language, problem, speech, animation)


def keep_theme(path: Path, theme: str) -> None:
    """Remember a theme, as `keep_setting` does."""
    keep_setting(path, "theme", theme)


def keep_keys(path: Path, keys: Mapping[str, str]) -> None:
    """Remember the keys that differ from the usual ones, as `keep_setting` does."""
    keep_setting(path, "keys", dict(keys))


def keep_setting(path: Path, name: str, value: str | dict[str, str]) -> None:
    """Remember a setting, with everything else in the file as it was.

    A file that can't be read is put aside with the ending `.damaged`. Raises SaveError when
    nothing can be written, or what has the file's name is no file.
    """
    found, problem = _found(path)
    if is_there(path) and not is_regular(path):
        told = _("{variable} names another file.", variable=VARIABLE)
        raise SaveError(f"{problem} {told}")
    if problem:
        with suppress(OSError):
            path.replace(path.with_name(f"{path.name}{DAMAGED}"))
    write_over(path, json.dumps({**found, name: value}, indent=2, ensure_ascii=False) + "\n")


def _found(path: Path) -> tuple[dict[str, Any], str]:
    """Return what a file holds, and why it can't be read; a file that isn't there holds nothing."""
    try:
        found = json.loads(read_regular(path, MOST_BYTES).decode("utf-8"), parse_int=_numbered)
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, _unread(path, reason(error))
    except (ValueError, RecursionError) as error:
        return {}, _unread(path, error)
    if not isinstance(found, dict):
        return {}, _unread(path, _("it must hold names in braces"))
    return found, ""


def _unread(path: Path, why: object) -> str:
    return _("{file} can't be read as settings: {why}.", file=path, why=why)


def _numbered(digits: str) -> int:
    """Return a number; no setting needs a long one. Raises ValueError for one."""
    if len(digits) > DIGITS:
        raise ValueError(_("a number in it is far too long"))
    return int(digits)
