"""`handshake words`: the words of the game for translators, and their catalogues checked."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import Json, Packs
from game.text.inert import one_line

if TYPE_CHECKING:
    from game.translating.checking import Checked, Problem

words = typer.Typer(
    help="Translate the game: extract its words, check a catalogue.", no_args_is_help=True
)
SHOWN = 60  # letters of a text that name it


@words.command(epilog="Examples: handshake words extract game.pot | handshake words extract "
               "mine.pot --pack my_pack")  # fmt: skip
def extract(
    out: Annotated[Path, typer.Argument(help="The template to write, such as game.pot.")],
    pack: Packs = None,
) -> None:
    """Write every text that a player can read as a template for translators.

    With --pack only the texts of those packs.
    """
    from game.saves.outside import check_place, write_out
    from game.text.language import ngettext
    from game.translating.template import entries, is_template, template

    check_place(out, is_template)
    found = entries(pack or ())
    write_out(out, template(found), is_template)
    print(ngettext("{file} holds {n} text.", "{file} holds {n} texts.", len(found), file=out))


@words.command(epilog="Example: handshake words check languages/de.po")
def check(
    catalogue: Annotated[Path, typer.Argument(help="A .po or .mo file.")],
    json: Json = False,
    pack: Packs = None,
) -> None:
    """Name what a catalogue lacks and what of it isn't told, each with the reason."""
    from game.content.languages.catalogue import read_catalogue, translations
    from game.translating.checking import check as checked
    from game.translating.template import entries

    read = read_catalogue(catalogue)
    translations(read)
    found = checked(read, entries(pack or ()))
    if json:
        print(dumps([_row(one) for one in found.problems], indent=2, ensure_ascii=False))
    else:
        for one in found.problems:
            print(one_line(_line(one)))
        print(_sum(found))
    if not found.sound:
        raise typer.Exit(1)


def _row(one: Problem) -> dict[str, Any]:
    return {"what": one.what, "context": one.context, "english": one.english, "line": one.line,
            "why": one.why}  # fmt: skip


def _line(one: Problem) -> str:
    place = f"line {one.line}: " if one.line else ""
    named = " ".join(one.english.split())
    text = named if len(named) <= SHOWN else f"{named[:SHOWN]} ..."
    context = f" ({one.context})" if one.context else ""
    why = f": {one.why}" if one.why else ""
    return f'{place}{one.what}{context} "{text}"{why}'


def _sum(found: Checked) -> str:
    done = found.texts - len(found.missing)
    percent = 100 * done // found.texts if found.texts else 100
    return f"{done} of {found.texts} texts are translated ({percent} %)."
