"""`handshake pack coverage`: what of a pack games of computer players came to, and never did."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from game.content.findings import Finding, as_text, errors
from game.content.load import Checked, compile_content
from game.packs.about import checked_with
from game.packs.kept import id_of
from game.packs.places import pack_directory
from game.saves.outside import check_place, write_out
from game.text.language import _, ngettext
from game.workshop.page import NEVER, is_page, page, table
from game.workshop.seen import SORTS, Key, Thing, seen_in, things
from game.workshop.subjects import by_scenario, events_of

CODE = "NEVER"


def run(folder: Path, games: int, scenario: str | None, out: Path | None, as_json: bool) -> int:
    """Play games and print what was never come to; `out` gets all of it as a page.

    Raises UsageError for a file that can't be written.
    """
    if out is not None:
        check_place(out, is_page)
    checked, found = checked_with(folder, pack_directory())
    if wrong := errors(found):
        print(as_text(wrong))
        return 1
    wanted, counts = _counted(checked, id_of(folder), games, scenario)
    if out is not None:
        title = _("What games came to: {pack}", pack=id_of(folder))
        write_out(out, page(title, _body(wanted, counts)), is_page)
    print(json.dumps(_rows(wanted, counts), indent=2) if as_json else _told(wanted, counts, games))
    return 0


def _counted(
    checked: Checked, pack: str, games: int, scenario: str | None
) -> tuple[list[Thing], Counter[Key]]:
    """Return all of a pack that games may come to, and in how many they did."""
    content, counts = compile_content(checked), Counter[Key]()
    clauses = [one for one in checked.objects.of("clause").values() if one.pack == pack]
    found = by_scenario(content, events_of(checked, pack), scenario, asking=False)
    for name in found:
        counts.update(seen_in(content, name, games))
    return things([pair for pairs in found.values() for pair in pairs], clauses), counts


def _told(wanted: Sequence[Thing], counts: Counter[Key], games: int) -> str:
    never = [one for one in wanted if not counts[one.key]]
    lines = [_finding(one).render() for one in never]
    played = ngettext("After {n} game:", "After {n} games:", games)
    return "\n".join((*lines, played, *(f"  {line}" for line in _sums(wanted, counts))))


def _sums(wanted: Sequence[Thing], counts: Counter[Key]) -> Iterator[str]:
    for sort, named in SORTS.items():
        mine = [one for one in wanted if one.sort == sort]
        if mine:
            came = sum(1 for one in mine if counts[one.key])
            yield _("{what}: {seen} of {all}", what=_(named), seen=came, all=len(mine))


def _finding(one: Thing) -> Finding:
    told = _("never come to: {what} {name}", what=one.sort, name=one.name)
    loc = one.loc if one.loc[:1] in (("desks",), ("results",)) else (one.defined.kind,)
    return Finding(CODE, "warning", one.defined.mark(loc), told, "")


def _body(wanted: Sequence[Thing], counts: Counter[Key]) -> Iterator[str]:
    yield from table((_("what"), _("seen")), [s.rsplit(": ", 1) for s in _sums(wanted, counts)])
    for id_ in dict.fromkeys(one.defined.id for one in wanted):
        mine = [one for one in wanted if one.defined.id == id_]
        yield f"<h2>{id_}</h2>"
        head = (_("what"), _("which"), _("games"), _("where"))
        yield from table(head, [_row(one, counts[one.key]) for one in mine])


def _row(one: Thing, count: int) -> tuple[str, str, str, str]:
    mark = _finding(one).mark
    return one.sort, one.name, str(count) if count else _(NEVER), f"{mark.file}:{mark.line}"


def _rows(wanted: Sequence[Thing], counts: Counter[Key]) -> list[dict[str, Any]]:
    return [
        {"what": one.sort, "of": one.defined.id, "name": one.name, "games": counts[one.key],
         "file": _finding(one).mark.file, "line": _finding(one).mark.line}
        for one in wanted
    ]  # fmt: skip
