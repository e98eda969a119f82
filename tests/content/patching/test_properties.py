"""What holds of all patches, whatever they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.load import Checked, compile_content, read_content
from game.content.nodes import Node, plain
from game.content.patching.steps import find, leaves
from game.content.records import Content
from tests.content.conftest import BASE, BASE_PACK
from tests.content.patching.conftest import STORY, info
from tests.saves.games import write as write_file

INDEPENDENT = (
    "set: {weight: 5}", "set: {title: Coffee}", "set: {window: {from: 2023-01}}",
    "set: {window.to: 2030-01}", "remove: [effects.flag]", "add: {fits: [tension > 5]}",
    "set: {effects.shift.tension: 4}", "and_when: sanctions > 5", "set: {thread: war}",
    "set: {desks.nasa.choices.wait.capital: 2}", "add: {desks.nasa.choices.go.breaks: [war]}",
    "set: {desks.nasa.choices.go.outcomes.chance=60.text: Splendid.}",
    "set: {effects.event=dregs.schedule.in_months: 9}", "add_first: {effects.shift: {war: 1}}",
)  # fmt: skip
"""Changes of one card, no two of which are of one field."""
Packs = dict[str, str]


def written(where: Path, packs: Packs) -> list[Path]:
    """Write the small base with its card of tea, and packs of patches; return those."""
    for name, text in (("pack.yaml", BASE_PACK), ("world.yaml", BASE), ("story.yaml", STORY)):
        write_file(where / "base" / name, text)
    for id_, text in packs.items():
        write_file(where / id_ / "pack.yaml", info(id_))
        write_file(where / id_ / "patch.yaml", text)
    return [where / id_ for id_ in packs]


def said(checked: Checked) -> dict[str, Any]:
    """Return all that objects say, by kind and id."""
    return {f"{one.kind} {one.id}": plain(one.node) for one in checked.objects.each()}


@given(data=st.data())
@settings(max_examples=25)
def test_independent_packs_give_the_same_in_any_order(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    where = tmp_path_factory.mktemp("packs")
    owners = data.draw(st.lists(st.sampled_from("abcd"), min_size=len(INDEPENDENT),
                                max_size=len(INDEPENDENT)))  # fmt: skip
    packs: Packs = {}
    for id_, does in zip(owners, INDEPENDENT, strict=True):
        packs[id_] = packs.get(id_, "") + f"- patch: base:event/tea\n  {does}\n"
    paths = written(where, packs)
    first, second = (read_content(data.draw(st.permutations(paths)), root=where) for _ in "12")
    assert first.findings == second.findings == ()
    assert said(first) == said(second)
    hashes = [sorted(compile_content(one).packs, key=lambda p: p.id) for one in (first, second)]
    assert hashes[0] == hashes[1]


@pytest.mark.long
def test_a_patch_that_sets_what_is_there_changes_no_hash(
    checked: Checked, base: Content, tmp_path: Path
) -> None:
    """Of every kind, every object and every field that the game's own packs have."""
    write_file(tmp_path / "same" / "pack.yaml", info("same"))
    for kind, table in checked.objects.defined.items():
        rows = [
            {"patch": f"{one.pack}:{kind}/{one.id}", "set": {p: plain(v) for p, v in said}}
            for one in table.values()
            if (said := list(leaves(one.node)))
        ]
        lines = "\n".join(f"- {json.dumps(row, ensure_ascii=False)}" for row in rows)
        write_file(tmp_path / "same" / f"{kind}.yaml", lines)
    patched = read_content([tmp_path / "same"])
    assert patched.findings == checked.findings
    assert {one.state for one in patched.objects.outcomes} == {"applied"}
    assert sum(len(one.changes) for one in patched.objects.outcomes) > 20_000
    *own, _same = compile_content(patched).packs
    assert tuple(own) == base.packs


def test_every_field_of_the_games_own_has_a_path(checked: Checked) -> None:
    for one in checked.objects.each():
        for path, node in leaves(one.node):
            found = find(one.node, path)
            assert (found.node is node, found.rest, found.rivals) == (True, "", ()), path


PATHS = ("weight", "title", "when", "desks", "desks.nasa", "desks.nasa.choices.wait", "effects",
         "effects.shift", "effects.schedule", "window.to", "event", "sources.T-001", "odd", "a.b",
         "", ".", "desks.nasa.text", "lint_ignore.W101")  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["x", "tension > 5", "{a"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["shift", "text", "when", "a"]), inner, max_size=2)
    ),
    max_leaves=4,
)
BY_PATH = st.dictionaries(st.sampled_from(PATHS), VALUES, max_size=3)
PATCHES = st.lists(
    st.fixed_dictionaries(
        {"patch": st.sampled_from(["base:event/tea", "base:event/dregs", "base:source/T-001",
                                   "event/tea", "b:event/tea", "tea"])},
        optional={"set": BY_PATH, "add": BY_PATH, "add_first": BY_PATH, "expect": BY_PATH,
                  "remove": st.lists(st.sampled_from(PATHS), max_size=2) | VALUES,
                  "and_when": VALUES, "or_when": BY_PATH, "if_pack": VALUES},
    )
    | st.fixed_dictionaries({"remove": st.sampled_from(["base:event/dregs", "base:event/tea"])},
                            optional={"because": VALUES}),
    max_size=3,
)  # fmt: skip


def _patch_first(row: dict[str, Any]) -> dict[str, Any]:
    first = "patch" if "patch" in row else "remove"
    return {first: row[first], **row}


@given(one=PATCHES, other=PATCHES)
@settings(max_examples=30)
def test_whatever_patches_say_each_is_accounted_for(
    one: list[Any], other: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    where = tmp_path_factory.mktemp("packs")
    packs = {
        id_: "".join(f"- {json.dumps(_patch_first(row))}\n" for row in rows)
        for id_, rows in (("a", one), ("b", other))
    }
    paths = written(where, packs)
    checked = read_content(paths, root=where)
    outcomes = checked.objects.outcomes
    assert len(outcomes) == len(one) + len(other)
    assert all((x.state == "applied") == (not x.why) for x in outcomes)
    assert all(x.changes for x in outcomes if x.state == "applied")
    places = {(x.mark.file, x.mark.line) for x in checked.findings}
    refused = {(x.mark.file, x.mark.line) for x in outcomes if x.state == "refused"}
    assert refused <= places
    without = read_content(root=where)
    assert without.findings == ()
    changed = {f"{c.kind} {c.id}" for x in outcomes for c in x.changes}
    now, then = said(checked), said(without)
    assert all(now.get(name) == value for name, value in then.items() if name not in changed)


WRONG: tuple[tuple[str, Any], ...] = (
    ("set", {"{path}": {"never": ["so"]}}),
    ("set", {"{path}": [[[]]]}),
    ("set", {"{path}.deeper.yet": 1}),
    ("remove", ["{path}", "{path}.nothing"]),
    ("add", {"{path}": {"odd": 1}}),
    ("expect", {"{path}": "something else altogether"}),
    ("and_when", {"{path}": "tension >"}),
)
"""Wrong things to do to a field, by operation."""
PLACE = re.compile(r"([\w./-]+\.yaml):(\d+):(\d+)")


def _filled(form: Any, path: str) -> Any:
    return json.loads(json.dumps(form).replace("{path}", json.dumps(path)[1:-1]))


def test_every_refused_patch_names_its_place_and_the_fields(
    checked: Checked, tmp_path: Path
) -> None:
    """Of every kind, drawn fields of drawn objects, each spoiled in every way."""
    dice, rows, about = Random(16), list[str](), dict[int, tuple[str, Node]]()
    for kind, table in checked.objects.defined.items():
        one = dice.choice(list(table.values()))
        path, node = dice.choice(list(leaves(one.node)))
        for operation, form in WRONG:
            more = {"set": {path: 1}} if operation == "expect" else {}
            row = {"patch": f"{one.pack}:{kind}/{one.id}", operation: _filled(form, path)} | more
            rows.append(f"- {json.dumps(row)}")
            about[len(rows)] = path, node
    write_file(tmp_path / "wrong" / "pack.yaml", info("wrong"))
    write_file(tmp_path / "wrong" / "patches.yaml", "\n".join(rows))
    again = read_content([tmp_path / "wrong"])
    told: dict[int, str] = {}
    for found in again.findings:
        if found.mark.file.endswith("wrong/patches.yaml"):
            told[found.mark.line] = told.get(found.mark.line, "") + found.render()
    applied = {x.target for x in again.objects.outcomes if x.state == "applied"}
    refused = [x.mark.line for x in again.objects.outcomes if x.target not in applied]
    assert len(refused) > 0.8 * len(rows) > 150
    for row_ in refused:
        path, node = about[row_]
        places = {(name, int(line)) for name, line, _ in PLACE.findall(told[row_])}
        lines = {line for name, line in places if not name.endswith("wrong/patches.yaml")}
        assert node.mark.line in lines, f"{path}: {told[row_]}"


OWN = [line.split() for line in BASE.splitlines() if line.startswith("- ")]
TEXTS = [(kind.rstrip(":"), id_) for _dash, kind, id_ in OWN if kind not in ("event:", "person:")]
"""Objects of the small base that say a `text`: each of another kind, or of one with several."""


@given(data=st.data())
@settings(max_examples=10)
def test_independent_packs_give_the_same_in_any_order_of_every_kind(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    where = tmp_path_factory.mktemp("packs")
    packs: Packs = {}
    for kind, id_ in TEXTS:
        owner = data.draw(st.sampled_from("abcd"))
        row = f"- patch: base:{kind}/{id_}\n  set: {{text: So {owner} says.}}\n"
        packs[owner] = packs.get(owner, "") + row
    paths = written(where, packs)
    first, second = (read_content(data.draw(st.permutations(paths)), root=where) for _ in "12")
    assert [one.render() for one in first.findings] == []
    assert {one.state for one in first.objects.outcomes} == {"applied"}
    assert len(first.objects.outcomes) == len(TEXTS)
    assert said(first) == said(second)
    hashes = [sorted(compile_content(one).packs, key=lambda p: p.id) for one in (first, second)]
    assert hashes[0] == hashes[1]
    *own, _small = (one.id for one in compile_content(first).packs)
    assert compile_content(read_content(root=where)).packs[0].id in own
