"""Random packs that `handshake check` passes: cards, actions, clauses, flags and patches."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from game.content.records import Content
from game.content.records.content import BASE, STATION

FIGURES = ("tension", "war", "sanctions", "cohesion", "hazard", "standing", "mandate")
"""Figures from 0 to 100 that every partner of the station has."""
MOVED = ("tension", "cohesion", "hazard", "standing", "science", "people", "peace")
MOODS = ("money", "peace", "people", "power", "science", "defiance")
WORDS = ("a", "cup", "of", "tea", "floats", "past", "the", "open", "hatch", "while", "both", "look")
KINDS = ("flag", "event", "action", "clause", "patch")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PackText:
    """A pack as it would be written: its id, and its files by name."""

    id: str
    files: dict[str, str]

    def write(self, folder: Path) -> Path:
        """Write it below a folder and return where, for `load_content`. Raises OSError."""
        place = folder / self.id
        place.mkdir(parents=True, exist_ok=True)
        for name, text in self.files.items():
            (place / name).write_text(text, encoding="utf-8")
        return place


def packs(content: Content, id_: str = "drawn") -> st.SearchStrategy[PackText]:
    """Draw packs that load on top of a content, each with a few things of its own and patches.

    They are of the station's world. Nothing is loaded as they are drawn: `PackText.write` puts one
    into a folder, and `load_content` takes that. Smaller is fewer things, then fewer effects.
    """
    rows = st.tuples(
        st.lists(st.integers(0, 3), max_size=2, unique=True).map(lambda names: sorted(names)),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(0, 1),
    ).flatmap(lambda sizes: _objects(content, *sizes))
    return st.tuples(rows, patches(content)).map(lambda made: _text(id_, *made))


def _text(id_: str, own: list[Row], changes: list[Row]) -> PackText:
    info = f'pack: {id_}\ntitle: {id_.title()}\nversion: "1.0"\nformat: 1\n'
    files = {"pack.yaml": info, "own.yaml": _yaml(own), "patches.yaml": _yaml(changes)}
    return PackText(id_, {name: text for name, text in files.items() if text})


def _yaml(rows: list[Row]) -> str:
    """Return objects as YAML, of which JSON is a part; each begins with its kind."""
    kinds = (next(key for key in KINDS if key in row) for row in rows)
    told = ({kind: row[kind], **row} for kind, row in zip(kinds, rows, strict=True))
    return "".join(f"- {json.dumps(row)}\n" for row in told)


def _chairs(content: Content) -> list[str]:
    held = content.worlds.get(STATION, frozenset())
    there = (one for one in content.partners.values() if one.decides)
    return [one.id for one in there if not held or ("partners", one.id) in held]


def _objects(
    content: Content, flags: list[int], events: int, actions: int, clauses: int
) -> st.SearchStrategy[list[Row]]:
    names = [f"flag_{number}" for number in flags]
    chairs = _chairs(content)
    told = [st.just({"flag": name, "text": "So it is."}) for name in names]
    drawn = [_event(f"card_{number}", chairs, names) for number in range(events)]
    drawn += [_action(f"deed_{number}", names) for number in range(actions)]
    drawn += [_clause(f"paper_{number}", chairs) for number in range(clauses)]
    return st.tuples(*told, *drawn).map(list)


def _sentences() -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8)
    return words.map(lambda found: f"{' '.join(found).capitalize()}.")


def conditions(flags: list[str]) -> st.SearchStrategy[str]:
    """Draw conditions over figures that run from 0 to 100, and over flags."""
    limits = st.tuples(
        st.sampled_from(("tension", "war", "sanctions", "cohesion", "hazard")),
        st.sampled_from((">", "<", ">=", "<=")),
        st.integers(20, 80),
    ).map(lambda parts: " ".join(map(str, parts)))
    one = limits | st.sampled_from([f"not flag.{name}" for name in flags]) if flags else limits
    return one | st.tuples(limits, st.sampled_from(("and", "or")), one).map(" ".join)


def effects(flags: list[str]) -> st.SearchStrategy[list[Row]]:
    """Draw what a choice does, written as content writes it."""
    points = st.integers(-4, 4).filter(bool)
    plain = st.one_of(
        st.dictionaries(st.sampled_from(MOVED), points, min_size=1, max_size=2).map(
            lambda table: {"shift": table}
        ),
        st.dictionaries(st.sampled_from(MOODS), points, min_size=1, max_size=2).map(
            lambda table: {"mood": table}
        ),
        st.integers(1, 40).map(lambda money: {"spend": money}),
        *[st.booleans().map(partial(_flagged, name)) for name in flags],
    )
    forked = st.tuples(conditions(flags), plain).map(lambda two: {"when": two[0], "do": [two[1]]})
    return st.lists(plain | forked, min_size=1, max_size=3)


def _flagged(name: str, on: bool) -> Row:
    return {"flag": {name: on}}


def _event(id_: str, chairs: list[str], flags: list[str]) -> st.SearchStrategy[Row]:
    choices = st.tuples(_choice("first", flags), _choice("second", flags)).map(list)
    desk = st.fixed_dictionaries({"text": _sentences(), "choices": choices})
    desks = st.lists(st.sampled_from(chairs), min_size=1, max_size=2, unique=True)
    dated = st.integers(1, 27).map(lambda day: {"date": f"2022-02-{day:02d}"})
    weighty = st.integers(1, 9).map(lambda weight: {"weight": weight})
    return st.tuples(
        st.fixed_dictionaries({"title": _sentences().map(lambda told: told.rstrip("."))}),
        dated | weighty,
        st.just({}) | conditions(flags).map(lambda when: {"when": when}),
        desks.flatmap(lambda who: st.fixed_dictionaries(dict.fromkeys(sorted(who), desk))),
    ).map(lambda parts: _card(id_, *parts))


def _card(id_: str, title: Row, comes: Row, when: Row, desks: Row) -> Row:
    first = {"event": id_, **title, "basis": "counterfactual", **comes, **when}
    meet = {"apart": "each answers for its own house"} if len(desks) > 1 else {}
    return {**first, **meet, "desks": desks}


def _choice(id_: str, flags: list[str]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(
        {
            "choice": st.just(id_),
            "text": _sentences().map(lambda told: told.rstrip(".")),
            "effects": effects(flags),
            "result": _sentences(),
        }
    )


def _action(id_: str, flags: list[str]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(
        {
            "action": st.just(id_),
            "name": st.just(f"A deed called {id_.replace('_', ' ')}"),
            "text": _sentences(),
            "group": st.just("home"),
            "capital": st.integers(1, 3),
            "cooldown": st.integers(3, 12),
            "effects": effects(flags),
        }
    )


def _clause(id_: str, chairs: list[str]) -> st.SearchStrategy[Row]:
    two = st.lists(st.sampled_from(chairs), min_size=2, max_size=2, unique=True).map(sorted)
    return st.tuples(two, st.integers(1, 6), st.integers(0, 3), st.integers(6, 36)).map(
        lambda parts: {
            "clause": id_,
            "name": f"A paper called {id_.replace('_', ' ')}",
            "text": "Both keep to it.",
            "shape": "mutual",
            "givers": parts[0],
            "receivers": parts[0],
            "topic": "people",
            "months": parts[3],
            "gains": {"any": parts[1]},
            "costs": {"any": parts[2]},
        }
    )


def patches(content: Content) -> st.SearchStrategy[list[Row]]:
    """Draw patches of a content's own cards: another title, one more condition, one more price."""
    held = content.worlds.get(STATION, frozenset())
    cards = [
        f"{BASE}:{'dilemma' if event.between else 'event'}/{event.id}"
        for event in content.events.values()
        if ":" not in event.id and (not held or ("events", event.id) in held)
    ]
    if not cards:
        return st.just([])
    named = st.sampled_from(cards)
    titled = st.tuples(named, _sentences()).map(
        lambda two: {"patch": two[0], "set": {"title": two[1].rstrip(".")}}
    )
    joined = st.tuples(named, conditions([])).map(lambda two: {"patch": two[0], "and_when": two[1]})
    return st.lists(titled | joined, max_size=2, unique_by=lambda row: row["patch"])
