"""`handshake pack branches`: every branch of every card of a pack, once in each of some states."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.checking import Defined
from game.content.findings import Finding, as_text, errors
from game.content.load import compile_content
from game.packs.about import checked_with
from game.packs.kept import id_of
from game.packs.places import pack_directory
from game.text.cells import pad, width
from game.text.language import _, ngettext
from game.workshop.branches import Branch, Remark, Walked, walked
from game.workshop.pool import pool
from game.workshop.subjects import by_scenario, events_of

WRONG, NEVER = "BREAKS", "NEVER"
WIDEST = 40


@dataclass(frozen=True, slots=True)
class Tried:
    """An event with what came of its branches, and the scenario that it was tried in."""

    defined: Defined
    scenario: str
    found: Walked


def run(folder: Path, scenario: str | None, as_json: bool) -> int:
    """Take every branch and print what each moves; 1 where one breaks a game."""
    checked, found = checked_with(folder, pack_directory())
    if wrong := errors(found):
        print(as_text(wrong))
        return 1
    content = compile_content(checked)
    tried = []
    for name, events in by_scenario(content, events_of(checked, id_of(folder)), scenario).items():
        states = pool(content, name)
        tried += [Tried(one, name, walked(content, states, event)) for one, event in events]
    print(json.dumps([_row(one) for one in tried], indent=2) if as_json else _told(tried))
    return 1 if any(one.wrong for each in tried for one in each.found.remarks) else 0


def _told(tried: Sequence[Tried]) -> str:
    lines = [line for one in tried for line in _lines(one)]
    remarks = [_finding(one, remark) for one in tried for remark in one.found.remarks]
    lines += [remark.render() for remark in remarks]
    return "\n".join((*lines, _sum(tried)))


def _lines(one: Tried) -> Iterator[str]:
    yield ngettext(
        "{event}, tried in {n} state of {scenario}",
        "{event}, tried in {n} states of {scenario}",
        one.found.states,
        event=one.defined.id,
        scenario=one.scenario,
    )
    branches = one.found.branches.values()
    widest = min(WIDEST, max((width(b.name) for b in branches), default=0))
    for branch in branches:
        yield f"  {pad(branch.name, widest)}  {_moves(branch) or _('moves nothing')}"


def _moves(branch: Branch) -> str:
    return ", ".join(f"{path} {_range(*span)}" for path, span in branch.moves.items())


def _range(low: int, high: int) -> str:
    return f"{low:+}" if low == high else _("{low:+} to {high:+}", low=low, high=high)


def _finding(one: Tried, remark: Remark) -> Finding:
    mark = one.defined.mark(remark.loc or (one.defined.kind,))
    if remark.wrong:
        return Finding(WRONG, "error", mark, remark.said, "")
    return Finding(NEVER, "warning", mark, remark.said, "")


def _sum(tried: Sequence[Tried]) -> str:
    branches = sum(len(one.found.branches) for one in tried)
    wrong = sum(remark.wrong for one in tried for remark in one.found.remarks)
    never = sum(not remark.wrong for one in tried for remark in one.found.remarks)
    return _(
        "Cards: {cards}. Branches: {branches}. Broken: {wrong}. Never seen: {never}.",
        cards=len(tried),
        branches=branches,
        wrong=wrong,
        never=never,
    )


def _row(one: Tried) -> dict[str, Any]:
    return {
        "event": one.defined.id,
        "scenario": one.scenario,
        "states": one.found.states,
        "branches": [
            {"name": b.name, "states": b.states, "moves": {p: list(s) for p, s in b.moves.items()}}
            for b in one.found.branches.values()
        ],
        "remarks": [_finding(one, remark).to_json() for remark in one.found.remarks],
    }
