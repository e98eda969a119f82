"""A pack begun: a folder with what every pack needs, and a card or a patch to change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from game.content.checking import Defined
from game.content.fields import ID_PATTERN, Said
from game.content.load import Checked
from game.content.nodes import plain
from game.content.walk import Loc
from game.errors import UsageError
from game.packs.choice import unwritten
from game.text.language import _
from game.text.near import did_you_mean

INFO = """pack: {id}
title: {title}
version: "0.1"
format: 1
"""
EVENTS = """# One card to change. `handshake check {id}` finds mistakes, and
# `handshake try first_card --pack {id}` puts it on the desk; the guide has every key.
- event: first_card
  title: A letter from the other side
  basis: counterfactual
  weight: 3
  desks:
    nasa:
      text: |
        A flight director in Moscow has written to yours, by hand, and asks whether the two
        rooms could talk once a week without an agenda. Nobody above them has been asked.
        Your lawyers would rather see a list of subjects first, and their security people
        would rather see no letter at all.
      choices:
        - choice: answer
          text: Let them talk
          effects:
            - shift: {{tension: -2}}
            - mood: {{peace: 1, power: -1}}
          result: The two rooms talk on Thursdays, mostly about the weather at the landing site.
        - choice: file
          text: File the letter
          effects:
            - shift: {{tension: 1}}
            - mood: {{power: 1}}
          result: The letter gets a number. Nobody writes another.
"""
TESTS = """# What must come of the card. `handshake pack test {id}` tries it.
- test: letting_them_talk_calms
  as: nasa
  card: first_card
  figures: {{tension: 50}}
  when:
    - choose: answer
  then:
    - tension == 48
    - chose("first_card", "answer", "nasa")
  tells: [mostly about the weather]
"""
PATCH = """# This begins with the text as it is. Change what you want changed and delete the rest:
# what isn't named here stays as it is, and follows later versions of the game.
"""
WIDTH = 96
ORIGIN = re.compile(r"([a-z][a-z0-9_]*):([a-z_]+)/([A-Za-z0-9_-]+)")
FIELDS = ("weight",)
"""What a patch begins with beside the texts."""


class _Text(str):
    """A text of several lines, written as a block."""


class _Dumper(yaml.SafeDumper):
    """Writes YAML as content reads it: blocks for long texts, lists indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists too."""
        super().increase_indent(flow, False)


_Dumper.add_representer(
    _Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


def check_id(id_: str) -> None:
    """Raise UsageError for what can't be the id of a pack."""
    if not ID_PATTERN.fullmatch(id_):
        raise UsageError(
            _(
                "{id} can't be the id of a pack: small letters, digits and _, a letter first.",
                id=repr(id_),
            )
        )


def begin(folder: Path, title: str, files: Mapping[str, str]) -> None:
    """Make a folder with a pack of that name: its `pack.yaml` and other files.

    Raises UsageError for what can't be an id or is there already, PackError where nothing can be
    written.
    """
    check_id(folder.name)
    if folder.exists() or folder.is_symlink():
        raise UsageError(_("{folder} is there already; take another id.", folder=folder))
    info = INFO.format(id=folder.name, title=_dumped(title or _titled(folder.name)).strip())
    try:
        folder.mkdir(parents=True)
        for name, text in {"pack.yaml": info, **files}.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise unwritten(folder, error) from error


def first_files(id_: str) -> dict[str, str]:
    """Return the files of a pack that begins with a card of its own."""
    return {"events.yaml": EVENTS.format(id=id_), "tests.yaml": TESTS.format(id=id_)}


def patches(checked: Checked, origins: Sequence[str]) -> dict[str, str]:
    """Return the files of a pack that begins with patches of objects such as `base:event/kettle`.

    Raises UsageError for what names no object.
    """
    made = [_patch(origin, _found(checked, origin)) for origin in origins]
    return {"patches.yaml": PATCH + "\n".join(made)}


def _titled(id_: str) -> str:
    return id_.replace("_", " ").capitalize()


def _found(checked: Checked, origin: str) -> Defined:
    match = ORIGIN.fullmatch(origin)
    if match is None:
        raise UsageError(
            _("{name} names no object; write it as base:event/invasion.", name=repr(origin))
        )
    pack, kind, id_ = match.groups()
    of_kind = checked.objects.of(kind)
    found = of_kind.get(checked.objects.qualified(pack, id_))
    if found is None or found.pack != pack:
        mine = [one.id.rpartition(":")[2] for one in of_kind.values() if one.pack == pack]
        guess = did_you_mean(id_, mine)
        raise UsageError(
            _(
                "The pack {pack} has no {kind} {id}{guess}",
                pack=pack,
                kind=kind,
                id=repr(id_),
                guess="; " + guess if guess else ".",
            )
        )
    return found


def _patch(origin: str, defined: Defined) -> str:
    fields = dict(_own_text(defined))
    return _dumped([{"patch": origin, "set": fields}])


def _own_text(defined: Defined) -> Iterator[tuple[str, Any]]:
    """Yield what people read of an object, and what it weighs, by its path in a patch."""
    data = plain(defined.node)
    said = [visit.loc for visit in defined.visits if isinstance(visit.marker, Said)]
    for loc in (*((field,) for field in FIELDS if field in data), *said):
        yield _path(data, loc)


def _path(data: Any, loc: Loc) -> tuple[str, Any]:
    """Return the path by ids to a place and what stands there.

    Where a list on the way has no ids, the path ends at the list, and all of it stands there.
    """
    steps: list[str] = []
    for step in loc:
        if isinstance(step, int):
            name = _id_of(data[step])
            if not name:
                break
            steps.append(name)
        else:
            steps.append(step)
        data = data[step]
    return ".".join(steps), _as_block(data)


def _id_of(item: Any) -> str:
    """Return the id of an item of a list, by its first key; empty where it has none."""
    first = next(iter(item.items()), None) if isinstance(item, dict) else None
    return str(first[1]) if first and first[0] == "choice" else ""


def _as_block(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _as_block(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_block(value) for value in data]
    several = isinstance(data, str) and "\n" in data.strip()
    return _Text(data.strip() + "\n") if several else data


def _dumped(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=_Dumper, width=WIDTH, allow_unicode=True, sort_keys=False)
    return text.removesuffix("...\n")
