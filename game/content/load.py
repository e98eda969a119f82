"""Read, check and compile content, all of it anew; `game.content.cached` knows a shorter way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.borrowing import check as check_worlds
from game.content.borrowing import worlds_of
from game.content.building import BUILDERS
from game.content.compiling import Compiler
from game.content.expressions.library import Library
from game.content.figures import usual_figures
from game.content.findings import Finding, errors, in_order
from game.content.hashes import stamp
from game.content.haste import uncollected
from game.content.inheriting import laddered
from game.content.lint import lint
from game.content.lint.silence import on_its_line
from game.content.objects import Objects, PackNames, collect
from game.content.packs import find_packs
from game.content.patching.conflicts import conflicts
from game.content.patching.merging import merge
from game.content.paths import PATTERNS
from game.content.places import content_root
from game.content.records import Content, FigureWords
from game.content.records.content import STATION
from game.content.renaming import check as check_renamed
from game.content.renaming import removed, renamed
from game.content.usual_world import usual_world
from game.errors import ContentError, PackError
from game.text.counting import counted

Packs = Sequence[Path | str]
SHOWN = 20
"""How many errors the message of a ContentError holds; it carries all of them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Content as read and checked, before it is compiled."""

    objects: Objects
    libraries: dict[str, Library]
    findings: tuple[Finding, ...]


def read_content(extra_packs: Packs = (), *, root: Path | None = None) -> Checked:
    """Read the base pack of `root` and the extra packs, and check them. Never raises for them."""
    packs, of_packs = find_packs(root or content_root(), [Path(path) for path in extra_packs])
    with uncollected():
        objects, of_form = collect(packs)
        of_patches = [*merge(objects), *conflicts(objects)]
        names = objects.names()
        libraries = {pack.id: Library(PackNames(names, objects, pack.id)) for pack in packs}
        found = [
            *of_packs,
            *of_form,
            *of_patches,
            *check_worlds(objects),
            *check_renamed(objects),
            *lint(objects, libraries),
        ]
    told = (one for one in in_order(found) if not on_its_line(one))
    return Checked(objects, libraries, tuple(told))


def check_content(extra_packs: Packs = (), *, root: Path | None = None) -> list[Finding]:
    """Return everything wrong or doubtful in the packs, by place."""
    return list(read_content(extra_packs, root=root).findings)


def load_content(extra_packs: Packs = (), *, root: Path | None = None) -> Content:
    """Return the compiled content of the base pack and the extra ones.

    Raises PackError when a pack is missing or at odds with the game or another pack, and
    ContentError, which carries the findings, when anything in a pack is wrong.
    """
    return compile_content(sound_content(extra_packs, root=root))


def sound_content(extra_packs: Packs = (), *, root: Path | None = None) -> Checked:
    """Read packs and check them; raises as `load_content` does where anything is wrong."""
    checked = read_content(extra_packs, root=root)
    wrong = errors(checked.findings)
    if wrong:
        raise _refusal(wrong)
    return checked


def _refusal(wrong: list[Finding]) -> ContentError | PackError:
    """Return the error for findings, with the first of them in its message."""
    of_packs = [one for one in wrong if one.code.startswith("E07")]
    said = "\n".join(one.render() for one in (of_packs or wrong)[:SHOWN])
    if of_packs:
        return PackError(f"A pack can't be used; mend it or leave it out.\n{said}")
    count = counted(len(wrong), "error")
    more = f"\n… and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
    return ContentError(f"The content has {count}; mend them and start again.\n{said}{more}", wrong)


def compile_content(checked: Checked) -> Content:
    """Return the records of content without errors, by id in sorted order."""
    with uncollected():
        return _compiled(checked.objects, checked.libraries)


def _compiled(objects: Objects, libraries: Mapping[str, Library]) -> Content:
    names = objects.names()
    compilers = {
        pack: Compiler(objects, library, PackNames(names, objects, pack))
        for pack, library in libraries.items()
    }
    fields: dict[str, dict[str, Any]] = {field: {} for field, _ in BUILDERS.values()}
    for defined in objects.each():
        if defined.kind in BUILDERS:
            field, build = BUILDERS[defined.kind]
            made = build(compilers[defined.pack], defined.id, defined.model)
            fields[field][defined.id] = made
    stamps = tuple(
        stamp(pack, (one for one in objects.each() if one.pack == pack.id))
        for pack in objects.packs
    )
    fields["figures"] |= _unnamed(fields["figures"])
    fields["own_worlds"].setdefault(STATION, usual_world())
    tables: dict[str, Any] = {name: dict(sorted(table.items())) for name, table in fields.items()}
    worlds = worlds_of(objects, {kind: field for kind, (field, _) in BUILDERS.items()})
    tables["scenarios"] = laddered(tables["scenarios"], tables["own_worlds"], worlds)
    tables |= {"renamed": renamed(objects), "removed": removed(objects)}
    return Content(stamps, **tables, worlds=worlds)


def _unnamed(figures: Mapping[str, FigureWords]) -> dict[str, FigureWords]:
    """Return the game's own words for the figures that the base pack says nothing of."""
    named = {one.path for one in figures.values() if one.usual}
    if named.issuperset(PATTERNS):
        return {}
    return {one.id: one for one in usual_figures() if one.path not in named}
