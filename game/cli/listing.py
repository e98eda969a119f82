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
from game.text.counting import counted
from game.text.inert import one_line

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
        print(f"There are no {what} yet.")


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
    turns, chairs = counted(row["turns"], "turn"), ", ".join(row["chairs"])
    return f"{row['id']}: {row['name']}, {turns}, for {chairs}"


def _player_line(row: Row) -> str:
    return f"{row['id']}: {row['about']}"


def _save_line(row: Row) -> str:
    if "problem" in row:
        return f"{row['name']}: {row['problem']}"
    when = shown(row["saved_at"])
    told = f"{row['scenario']} as {row['as']}, turn {row['turn']}, saved {when}"
    own = own_packs()
    packs = [f"{p['title']} {p['version']}" for p in row["packs"] if p["id"] not in own]
    told += f", with {' and '.join(packs)}" if packs else ""
    if row["iron"]:
        told += ", iron" if row["vouched"] else ", iron by its own word alone"
    told += ", with hindsight" if row["hindsight"] else ""
    told += ", edited" if row["edited"] else ""
    parent = row["parent"]
    told += f", a branch of {parent['save']} at turn {parent['turn']}" if parent else ""
    points = ", ".join(f"{row['name']}~{turn}" for turn in row["earlier"])
    told += f"; earlier: {points}" if points else ""
    return f"{row['name']}: {told}"


SENTENCES = {"scenarios": _scenario_line, "players": _player_line, "saves": _save_line}
