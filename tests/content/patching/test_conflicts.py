"""Two packs at odds over one thing: both places, both values, who wins, and where both apply."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.findings import Finding
from game.content.load import read_content
from tests.content.conftest import BASE_PACK, Write
from tests.content.patching.conftest import STORY, Patched, field, info

TEA = "- patch: base:event/tea\n  "
ADVISER = """- adviser: {id}
  partner: nasa
  title: {id}
  desk: {desk}
  skill: 3
  text: Awake when nobody else is.
  voice:
    for: ["{{figure}} {{amount}}. Do it.", "Yes, for {{figure}}."]
    against: ["No. {{figure}} {{amount}}.", "That costs {{figure}}."]
    uneasy: [I would sleep on it., Hard to say from here.]
"""
RUNG = "- rung: {id}\n  number: 2\n  name: A letter\n  text: A letter without a greeting.\n"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("set: {weight: 5}", "set: {weight: 6}", True),
        ("set: {weight: 5}", "set: {weight: 5}", False),
        ("set: {weight: 5}", "set: {title: Coffee}", False),
        ("set: {weight: 5}", "remove: [weight]", True),
        ("remove: [effects.flag]", "remove: [effects.flag]", False),
        ("add: {sources: [T-001]}", "add: {sources: [T-001]}", False),
        ("and_when: tension > 1", "and_when: tension > 2", False),
        ("and_when: tension > 1", "or_when: tension > 2", True),
        ("set: {effects: []}", "add: {effects: [{shift: {tension: 1}}]}", True),
        ("set: {effects: []}", "set: {effects.shift.tension: 5}", True),
        ("remove: [desks.nasa.choices.wait]", "set: {desks.nasa.choices.wait.capital: 2}", True),
        ("set: {desks.nasa.choices.wait.capital: 2}", "remove: [desks.nasa.choices.wait]", True),
        ("set: {effects.event=dregs.schedule.in_months: 2}",
         "set: {effects.event=pad_falls.schedule.in_months: 2}", False),
    ],
)  # fmt: skip
def test_fields(patched: Patched, one: str, other: str, found: bool) -> None:
    checked = patched(a=f"{TEA}{one}\n", b=f"{TEA}{other}\n")
    conflicts = [x for x in checked.findings if x.code == "W122"]
    assert len(conflicts) == found
    assert not [x for x in checked.findings if x.is_error and x.code != "E040"]


@pytest.mark.parametrize("order", [["a", "b"], ["b", "a"]])
def test_both_places_both_values_and_who_wins(root: Path, write: Write, order: list[str]) -> None:
    write("base", BASE_PACK, story=STORY)
    for id_, weight in (("a", 5), ("b", 6)):
        write(id_, info(id_), patch=f"{TEA}set: {{weight: {weight}}}\n")
    checked = read_content([root / id_ for id_ in order], root=root)
    (found,) = checked.findings
    first, last = order
    assert found.mark.file.endswith(f"{last}/patch.yaml")
    assert f"{first}/patch.yaml:2:9" in found.message
    for part in ("event tea, weight", "sets it to 5", "sets it to 6", f"{last} comes later and"):
        assert part in found.message
    assert f"`after: [{first}]` in {last}'s pack.yaml" in found.hint
    assert field(checked, "event", "tea", "weight") == {"a": 5, "b": 6}[last]


def test_an_order_settles_it(root: Path, write: Write) -> None:
    write("base", BASE_PACK, story=STORY)
    a = write("a", info("a"), patch=f"{TEA}set: {{weight: 5}}\n")
    b = write("b", info("b", "after: [c]"), patch=f"{TEA}set: {{weight: 6}}\n")
    c = write("c", info("c", "after: [a]"), patch="")
    assert [one.code for one in read_content([a, b], root=root).findings] == ["W122"]
    assert read_content([a, b, c], root=root).findings == ()


def test_under_which_conditions_both_apply_is_told(patched: Patched) -> None:
    (found,) = patched(
        a=f"{TEA}if_pack: [c]\n  set: {{weight: 5}}\n", b=f"{TEA}set: {{weight: 6}}\n", c=""
    ).findings
    assert "wherever c is there" in found.message


def test_a_thing_taken_out_that_another_changes(root: Path, write: Write) -> None:
    write("base", BASE_PACK, story=STORY)
    out = "- remove: base:event/dregs\n  because: The cup stays full.\n" + (
        f"{TEA}remove: [effects.event=dregs]\n"
    )
    a = write("a", info("a"), patch=out)
    b = write("b", info("b"), patch="- patch: base:event/dregs\n  set: {title: Grounds}\n")
    for order in ([a, b], [b, a]):
        (found,) = read_content(order, root=root).findings
        assert (found.code, "dregs" in found.message, "a/patch.yaml:1:11" in found.render()) == (
            "W122", True, True,
        )  # fmt: skip


def both(root: Path, write: Write, a: str, b: str, *lines: str) -> list[Finding]:
    one = write("a", info("a"), objects=a)
    other = write("b", info("b", *lines), objects=b)
    return list(read_content([one, other], root=root).findings)


def seated(id_: str, desk: str, *lines: str) -> str:
    return ADVISER.format(id=id_, desk=desk) + "".join(f"  {x}\n" for x in lines)


def test_two_advisers_at_one_desk(root: Path, write: Write) -> None:
    a, b = seated("night", "station"), seated("day", "station")
    (found,) = both(root, write, a, b)
    assert found.code == "W122"
    assert "the desk station of nasa: a calls a:night to it" in found.message
    assert "b:day sits there in every scenario" in found.message
    assert "a/objects.yaml:1:3" in found.message
    assert "`after: [a]` in b's pack.yaml" in found.hint
    assert both(root, write, a, b, "after: [a]") == []
    assert both(root, write, a, seated("day", "money")) == []
    assert both(root, write, a, seated("day", "station", "reserve: true")) == []


def test_advisers_of_different_scenarios_never_meet(root: Path, write: Write) -> None:
    a = seated("night", "station", "scenarios: [old]")
    b = seated("day", "station", "scenarios: [new]")
    assert "W122" not in [one.code for one in both(root, write, a, b)]
    (found,) = [x for x in both(root, write, a, seated("day", "station")) if x.code == "W122"]
    assert "b:day sits there in old" in found.message


def test_a_rung_that_another_pack_describes(root: Path, write: Write) -> None:
    write("base", BASE_PACK, rungs=RUNG.format(id="letter"))
    (found,) = both(root, write, RUNG.format(id="colder"), "")
    assert found.code == "W122"
    assert "rung 2 is described by base (" in found.message
    assert "base/rungs.yaml:1:3" in found.message
    assert "- patch: base:rung/letter" in found.hint
