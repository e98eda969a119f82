"""`handshake list`: the scenarios, players and saves that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from json import dumps
from pathlib import Path
from typing import Any

from game.content.cached import load_content
from game.content.places import own_packs
from game.content.scoping import in_order
from game.players import ROSTER
from game.report.vouching import vouched
from game.saves.iron import Register
from game.saves.store import Entry, Store
from game.saves.times import shown
from game.text.inert import one_line
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, listed

Row = dict[str, Any]


def run(what: str, json: bool, packs: Sequence[Path]) -> None:
    """Print what there is, a line each, or all of it as a JSON list."""
    rows = list(_rows(what, packs))
    if json:
        print(dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        print(one_line(SENTENCES[what](row)))
    if not rows:
        print(_(NONE[what]))


def _rows(what: str, packs: Sequence[Path]) -> Iterator[Row]:
    if what == "scenarios":
        yield from _scenarios(packs)
    elif what == "players":
        yield from ({"id": name, "about": p.about} for name, p in ROSTER.items())
    else:
        store = Store()
        register = Register(store.directory)
        yield from (_save(entry, store, register) for entry in store.entries())


def _scenarios(packs: Sequence[Path]) -> Iterator[Row]:
    content = load_content(packs)
    for scenario in (content.scenarios[name] for name in in_order(content)):
        yield {
            "id": scenario.id,
            "name": scenario.name,
            "turns": scenario.turns,
            "chairs": list(scenario.chairs),
        }


def _save(entry: Entry, store: Store, register: Register) -> Row:
    earlier = list(store.earlier.turns(entry.name))
    row: Row = {"name": entry.name, "file": str(entry.path), "earlier": earlier}
    if entry.record is None:
        return {**row, "problem": entry.problem}
    record = entry.record
    return {
        **row,
        "scenario": record.scenario,
        "as": record.chair,
        "turn": record.snapshot.get("turn"),
        "saved_at": record.saved_at,
        "hindsight": record.hindsight,
        "iron": bool(record.iron),
        "vouched": bool(record.iron) and vouched(register, record),
        "edited": record.edited,
        "packs": [{"id": p.id, "title": p.title, "version": p.version} for p in record.packs],
        "parent": asdict(record.parent) if record.parent else None,
    }


def _scenario_line(row: Row) -> str:
    return ngettext(
        "{id}: {name}, {n} turn, for {chairs}",
        "{id}: {name}, {n} turns, for {chairs}",
        row["turns"],
        id=row["id"],
        name=row["name"],
        chairs=", ".join(row["chairs"]),
    )


def _player_line(row: Row) -> str:
    return f"{row['id']}: {_(row['about'])}"


def _save_line(row: Row) -> str:
    if "problem" in row:
        return f"{row['name']}: {row['problem']}"
    when = shown(row["saved_at"])
    told = comma_listed([_begun(row, when), *_marks(row)])
    points = ", ".join(f"{row['name']}~{turn}" for turn in row["earlier"])
    told = _("{save}; earlier: {points}", save=told, points=points) if points else told
    return f"{row['name']}: {told}"


def _begun(row: Row, when: str) -> str:
    return _(
        "{scenario} as {chair}, turn {turn}, saved {time}",
        scenario=row["scenario"],
        chair=row["as"],
        turn=row["turn"],
        time=when,
    )


def _marks(row: Row) -> Iterator[str]:
    """Yield what sort of run a save holds."""
    own = own_packs()
    packs = [f"{p['title']} {p['version']}" for p in row["packs"] if p["id"] not in own]
    if packs:
        yield _("with {packs}", packs=listed(packs))
    if row["iron"]:
        yield _("iron") if row["vouched"] else _("iron by its own word alone")
    if row["hindsight"]:
        yield _("with hindsight")
    if row["edited"]:
        yield _("edited")
    if parent := row["parent"]:
        yield _("a branch of {save} at turn {turn}", save=parent["save"], turn=parent["turn"])


NONE = {
    "scenarios": N_("There are no scenarios yet."),
    "players": N_("There are no players yet."),
    "saves": N_("There are no saves yet."),
}


SENTENCES = {"scenarios": _scenario_line, "players": _player_line, "saves": _save_line}
