"""`handshake pack`: the packs that are kept, and what is done with a pack from first to last."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import FirstSeed, Games, Json, Scenario
from game.text.inert import one_line
from game.text.language import _, ngettext

if TYPE_CHECKING:
    from game.content.findings import Finding
    from game.packs.kept import Kept

pack = typer.Typer(
    help="Keep packs: begin, enable, order, build and install them.", no_args_is_help=True
)
Name = Annotated[str, typer.Argument(help="The pack's id or folder, as `pack list` shows it.")]
Which = Annotated[
    str, typer.Argument(help="A kept pack's id, or the path of a pack's folder or archive.")
]


@pack.command(epilog="Examples: handshake pack new tea_break | handshake pack new warmer --from "
              "base:event/invasion")  # fmt: skip
def new(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and _.")],
    title: Annotated[str, typer.Option(help="What players call it.")] = "",
    origin: Annotated[
        list[str] | None,
        typer.Option("--from", help="Begin with a patch of this object, such as base:event/x."),
    ] = None,
    within: Annotated[
        Path | None, typer.Option("--in", help="Make its folder here, not among the kept packs.")
    ] = None,
) -> None:
    """Begin a pack: its folder, its pack.yaml, and a card or a patch to change."""
    from game.content.load import read_content
    from game.packs.places import needed_directory
    from game.packs.starting import begin, check_id, first_files, patches

    check_id(id_)
    folder = (within or needed_directory()) / id_
    files = patches(read_content(), origin) if origin else first_files(id_)
    begin(folder, title, files)
    print(_("{folder} is begun. `handshake check {name}` checks it.", folder=folder,
            name=within / id_ if within else id_))  # fmt: skip


@pack.command("list", epilog="Examples: handshake pack list | handshake pack list --json")
def list_(json: Json = False) -> None:
    """List the packs that are kept: the enabled ones in their order, then the others."""
    from game.packs.kept import kept
    from game.packs.places import needed_directory

    directory = needed_directory()
    found = kept(directory)
    if json:
        print(dumps([_row(one) for one in found], indent=2, ensure_ascii=False))
        return
    for one in found:
        print(one_line(_line(one)))
    if not found:
        print(
            _(
                "There are no packs in {directory} yet: `handshake pack new`, or `handshake pack "
                "install`.",
                directory=directory,
            )
        )


@pack.command(epilog="Example: handshake pack enable tea_break")
def enable(name: Name) -> None:
    """Play with a pack from now on, without --pack."""
    from game.packs.places import needed_directory
    from game.packs.switching import enable as enabled

    one = enabled(needed_directory(), name)
    print(_("{pack} is enabled: games that begin from now on have it.", pack=one.id))


@pack.command(epilog="Example: handshake pack disable tea_break")
def disable(name: Name) -> None:
    """Play without a pack from now on; it stays where it is."""
    from game.packs.places import needed_directory
    from game.packs.switching import disable as disabled

    one = disabled(needed_directory(), name)
    print(_("{pack} is disabled.", pack=one.id))


@pack.command(epilog="Example: handshake pack order warmer tea_break")
def order(
    names: Annotated[list[str], typer.Argument(help="Enabled packs, the first first.")],
) -> None:
    """Say in which order enabled packs are read, where they don't say so themselves."""
    from game.packs.places import needed_directory
    from game.packs.switching import reorder

    print("\n".join(one_line(name) for name in reorder(needed_directory(), names)))


@pack.command(epilog="Examples: handshake pack info tea_break | handshake pack info ./tea_break")
def info(which: Which) -> None:
    """Tell what a pack is, what it adds, and whether it is sound."""
    from game.packs.about import about, adds, changes, checked_with, state_of
    from game.packs.kept import sound
    from game.packs.places import pack_directory

    folder = _folder(which)
    checked, found = checked_with(folder, pack_directory())
    own = sound(folder).info
    does = (*adds(checked, own.pack), *changes(checked, own.pack))
    lines = (*about(own), *does, state_of(found), str(folder))
    print("\n".join(one_line(line) for line in lines))


@pack.command(epilog="Examples: handshake pack build tea_break | handshake pack build ./tea_break "
              "--out tea.zip")  # fmt: skip
def build(
    which: Which,
    out: Annotated[Path | None, typer.Option(help="The archive; else ID-VERSION.zip here.")] = None,
) -> None:
    """Make an archive to share: the same bytes for the same files, with a hash of each."""
    from game.content.findings import as_text, errors
    from game.errors import UsageError
    from game.packs.archive import write_archive
    from game.packs.coming import archive_name, built

    folder = _folder(which)
    found = _checked(folder)
    if errors(found):
        raise UsageError(
            _("{pack} has errors; nothing is built.", pack=which) + f"\n{as_text(found)}"
        )
    made, data = built(folder)
    path = out or Path(archive_name(made))
    write_archive(path, data)
    print(_("{file} holds {title}, version {version}.", file=path, title=made.title,
            version=made.version))  # fmt: skip


@pack.command(epilog="Example: handshake pack install tea_break-1.0.zip")
def install(
    archive: Annotated[
        Path, typer.Argument(help="A .zip that `pack build` made, or any of a pack.")
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of another version.")
    ] = False,
) -> None:
    """Keep a pack that comes as an archive; nothing of it is ever run."""
    from game.packs.coming import install as installed
    from game.packs.places import needed_directory

    came = installed(needed_directory(), archive, _checked, replace)
    instead = _(" in the place of {version}", version=came.before) if came.before else ""
    print(
        ngettext(
            "{title}, version {version}, is installed{instead}: {n} file in {folder}. "
            "`handshake pack enable {pack}` plays with it.",
            "{title}, version {version}, is installed{instead}: {n} files in {folder}. "
            "`handshake pack enable {pack}` plays with it.",
            came.files,
            title=one_line(came.info.title),
            version=came.info.version,
            instead=instead,
            folder=came.folder,
            pack=came.info.pack,
        )
    )


@pack.command(epilog="Example: handshake pack remove tea_break")
def remove(name: Name) -> None:
    """Remove a pack that came as an archive and hasn't been changed since."""
    from game.packs.coming import remove as removed
    from game.packs.places import needed_directory

    one = removed(needed_directory(), name)
    print(_("{pack} is removed. Saves that were made with it keep its name.", pack=one.id))


def _folder(which: str) -> Path:
    """Return the folder that is meant: one here, one of the game's own, or that of a kept pack."""
    from game.content.places import content_root, own_packs
    from game.packs.kept import find
    from game.packs.places import needed_directory

    path = Path(which)
    if path.is_dir() or len(path.parts) != 1:
        return path
    if which in own_packs():
        return content_root() / which
    return find(needed_directory(), which).folder


def _checked(folder: Path) -> tuple[Finding, ...]:
    """Return the findings of a pack, with what it needs of the kept ones."""
    from game.packs.about import checked_with
    from game.packs.places import pack_directory

    return checked_with(folder, pack_directory())[1]


def _row(one: Kept) -> dict[str, Any]:
    own = one.info
    told = {"title": own.title, "version": own.version} if own else {"problem": one.problem}
    return {"id": one.id, "folder": str(one.folder), "enabled": one.enabled,
            "installed": one.installed, **told}  # fmt: skip


def _line(one: Kept) -> str:
    return " ".join(_told(one))


def _told(one: Kept) -> Iterator[str]:
    yield _("[on]") if one.enabled else _("[off]")
    if one.info is None:
        yield _("{pack}: {problem}", pack=one.id, problem=one.problem)
        return
    yield _("{pack}: {title}, version {version}", pack=one.id, title=one.info.title,
            version=one.info.version)  # fmt: skip
    if one.installed:
        yield _("(installed)")


@pack.command(epilog="Examples: handshake pack test tea_break | handshake pack test ./tea_break")
def test(which: Which, json: Json = False) -> None:
    """Carry out the tests that a pack holds, and show what fails as findings."""
    from game.cli.proving import run

    if status := run(_folder(which), json):
        raise typer.Exit(status)


@pack.command(epilog="Examples: handshake pack branches tea_break | handshake pack branches base "
              "--scenario the_leak --json")  # fmt: skip
def branches(which: Which, scenario: Scenario = None, json: Json = False) -> None:
    """Take every branch of every card once in each of some states, and tell what each moves."""
    from game.cli.branching import run

    if status := run(_folder(which), scenario, json):
        raise typer.Exit(status)


@pack.command(epilog="Examples: handshake pack fuzz tea_break --seconds 60 | handshake pack fuzz "
              "tea_break --case CASE")  # fmt: skip
def fuzz(
    which: Which,
    seconds: Annotated[
        int, typer.Option(min=1, max=100_000, help="How long to play; what breaks ends it.")
    ] = 30,
    seed: FirstSeed = 1,
    case: Annotated[str, typer.Option(help="Play this case again, as it was printed.")] = "",
) -> None:
    """Play wildly with a pack, hold promises, previews and texts, and make what breaks small."""
    from game.cli.fuzzing import run

    if status := run(_folder(which), which, seconds, seed, case):
        raise typer.Exit(status)


@pack.command(epilog="Examples: handshake pack coverage tea_break | handshake pack coverage base "
              "--scenario the_leak --games 40 --out seen.html")  # fmt: skip
def coverage(
    which: Which,
    games: Games = 20,
    scenario: Scenario = None,
    out: Annotated[
        Path | None, typer.Option(help="Write all of it as a page for a browser.")
    ] = None,
    json: Json = False,
) -> None:
    """Let computer players play, and tell what of a pack they never came to."""
    from game.cli.covering import run

    if status := run(_folder(which), games, scenario, out, json):
        raise typer.Exit(status)


@pack.command(epilog="Examples: handshake pack graph tea_break | handshake pack graph base --out "
              "stories.html")  # fmt: skip
def graph(
    which: Which,
    out: Annotated[Path | None, typer.Option(help="The page; else ID-stories.html here.")] = None,
) -> None:
    """Draw how stories hang together, as a page: schedules, choices, flags, patterns, dead ends."""
    from game.cli.graphing import run

    if status := run(_folder(which), out):
        raise typer.Exit(status)
