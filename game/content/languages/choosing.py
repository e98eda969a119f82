"""Which language is spoken, and from which catalogues: the game's own and those of packs.

A language is named by its code, such as `de` or `pt_BR`, or by the file of a catalogue. The code's
catalogues are `languages/CODE.po` of the game and of each pack, of which a later pack's counts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from game.content.languages.catalogue import COMPILED, read_catalogue, translations
from game.content.places import content_root
from game.errors import LanguageError
from game.regular import is_there
from game.text.language import ENGLISH, _, ngettext

FOLDER = "languages"
ENDING = ".po"
OWN = "en"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_CODE = re.compile(r"[A-Za-z]{2,8}(?:[_-][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Choice:
    """A language to speak, and what of the wish for it couldn't be met, in sentences."""

    spoken: NullTranslations = ENGLISH
    problems: tuple[str, ...] = ()


def chosen(wished: str, packs: Sequence[Path] = ()) -> Choice:
    """Return the language wished for by code or file, or, where none is, the surroundings'.

    What can't be had is told and English spoken; that the surroundings' language isn't there is
    nothing to tell.
    """
    if wished:
        return _named(wished, packs)
    for code in _surroundings(os.environ):
        if code.partition("_")[0] == OWN:
            break
        if found := _catalogues(code, packs):
            return _spoken(found)
    return Choice()


def _named(wished: str, packs: Sequence[Path]) -> Choice:
    if wished.endswith((ENDING, COMPILED)):
        return _spoken([Path(wished)])
    if wished.replace("-", "_").partition("_")[0].lower() == OWN:
        return Choice()
    found = _catalogues(wished, packs) if _CODE.fullmatch(wished) else []
    if found:
        return _spoken(found)
    return Choice(problems=(_unknown(wished, packs),))


def _unknown(wished: str, packs: Sequence[Path]) -> str:
    there = ", ".join([OWN, *languages(packs)])
    return _(
        "There is no language {language} here; English is spoken. Choose from: {there}; or name "
        "the file of a catalogue that ends in .po or .mo.",
        language=repr(wished),
        there=there,
    )


def languages(packs: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the codes of the languages that the game and these packs have catalogues of."""
    found = {path.stem for folder in _folders(packs) for path in folder.glob(f"*{ENDING}")}
    return tuple(sorted(code for code in found if _CODE.fullmatch(code)))


def _surroundings(environment: Mapping[str, str]) -> Iterator[str]:
    """Yield the codes that the environment asks for, the best first."""
    named = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    for one in named.split(":"):
        code = one.partition(".")[0].partition("@")[0]
        if _CODE.fullmatch(code):
            yield code
            if "_" in code:
                yield code.partition("_")[0]


def _folders(packs: Sequence[Path]) -> Iterator[Path]:
    yield content_root() / FOLDER
    yield from (pack / FOLDER for pack in packs)


def _catalogues(code: str, packs: Sequence[Path]) -> list[Path]:
    """Return the catalogues of a language, the game's own first."""
    usual = code.replace("-", "_")
    places = (folder / f"{usual}{ENDING}" for folder in _folders(packs))
    return [path for path in places if is_there(path)]


def _spoken(paths: Sequence[Path]) -> Choice:
    """Return the language of some catalogues, of which the later say what the earlier don't."""
    spoken, problems = ENGLISH, []
    for path in paths:
        try:
            catalogue = read_catalogue(path)
            made = translations(catalogue)
        except LanguageError as error:
            problems.append(_("{problem} English is told in its place.", problem=error))
            continue
        if spoken is not ENGLISH:
            made.add_fallback(spoken)
        spoken = made
        if unusable := len(catalogue.unusable):
            problems.append(_left_out(path, unusable))
    return Choice(spoken, tuple(problems))


def _left_out(path: Path, unusable: int) -> str:
    return ngettext(
        "{file}: {n} text can't be used and is told in English; `handshake words check` names it.",
        "{file}: {n} texts can't be used and are told in English; `handshake words check` names "
        "them.",
        unusable,
        file=path,
    )
