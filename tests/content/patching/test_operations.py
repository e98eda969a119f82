"""What a patch may do to an object, and what stands there then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.content.load import Checked, load_content
from tests.content.conftest import BASE_PACK, HEADLINE, Write
from tests.content.patching.conftest import Patched, codes, field, info

CHOICES = ("desks", "nasa", "choices")


def tea(checked: Checked, *path: str | int) -> Any:
    return field(checked, "event", "tea", *path)


@pytest.mark.parametrize(
    ("does", "path", "value"),
    [
        ("set: {weight: 5}", ["weight"], 5),
        ("set: {thread: war}", ["thread"], "war"),
        ('set: {"desks.nasa.choices.go.capital": 2}', [*CHOICES, 1, "capital"], 2),
        ("set: {desks: {nasa: {choices.go.capital: 2}}}", [*CHOICES, 1, "capital"], 2),
        ("set: {window: {to: 2030-01}}", ["window"], {"from": "2022-06", "to": "2030-01"}),
        ("set: {window.to: 2030-01}", ["window"], {"from": "2022-06", "to": "2030-01"}),
        ("set: {effects.shift.nasa.trust.roscosmos: 7}", ["effects", 0, "shift"],
         {"tension": 1, "nasa.trust.roscosmos": 7}),
        ("set: {effects.shift.cohesion: 4}", ["effects", 0, "shift", "cohesion"], 4),
        ("set: {effects.event=dregs.schedule.in_months: 9}",
         ["effects", 3, "schedule", "in_months"], 9),
        ('set: {"desks.nasa.choices.go.outcomes.chance=60.text": Splendid.}',
         [*CHOICES, 1, "outcomes", 0, "text"], "Splendid."),
        ('set: {"desks.nasa.text.when=tension > 70.text": Colder.}',
         ["desks", "nasa", "text", 0, "text"], "Colder."),
        ("set: {effects: []}", ["effects"], []),
        ("add: {sources: [T-001]}", ["sources"], ["T-001", "T-001"]),
        ("add: {fits: [tension > 50]}", ["fits"], ["tension > 50"]),
        ("add: {effects: [{shift: {cohesion: 1}}]}", ["effects", 4], {"shift": {"cohesion": 1}}),
        ("add_first: {effects: [{shift: {cohesion: 1}}]}", ["effects", 0],
         {"shift": {"cohesion": 1}}),
        ("add: {effects.shift: {cohesion: 1}}", ["effects", 0, "shift", "cohesion"], 1),
        ("remove: [effects.flag]", ["effects", 1, "schedule", "event"], "pad_falls"),
        ("remove: [effects.event=pad_falls]", ["effects", 2, "schedule", "event"], "dregs"),
        ("remove: [effects.shift.tension]", ["effects", 0, "shift"], {"nasa.trust.roscosmos": 2}),
        ("remove: [desks.nasa.choices.wait]", [*CHOICES, 0, "choice"], "go"),
        ("remove: [sources.T-001]", ["sources"], []),
        ("remove: [window.to]", ["window"], {"from": "2022-06"}),
        ("and_when: not flag.pad_lost", ["when"],
         "(tension > 60 or cohesion < 20) and (not flag.pad_lost)"),
        ("or_when: flag.pad_lost", ["when"], "tension > 60 or cohesion < 20 or flag.pad_lost"),
        ("and_when: {desks.nasa.choices.go.needs: tension > 5}", [*CHOICES, 1, "needs"],
         "tension > 5"),
        ("expect: {weight: 3, once: true, date: null, sources: [T-001]}\n  set: {weight: 4}",
         ["weight"], 4),
    ],
)  # fmt: skip
def test_a_field_is_changed(patched: Patched, does: str, path: list[str | int], value: Any) -> None:
    checked = patched(extra=f"- patch: base:event/tea\n  {does}\n")
    assert [one for one in checked.findings if one.is_error] == []
    assert tea(checked, *path) == value
    (outcome,) = checked.objects.outcomes
    assert (outcome.state, outcome.why) == ("applied", "")


def test_joined_conditions_keep_their_meaning(patched: Patched) -> None:
    patches = "- patch: base:event/tea\n  and_when: hatch == 'open'\n  or_when: flag.pad_lost\n"
    checked = patched(extra=patches)
    expression = checked.libraries["base"].condition(tea(checked, "when"))
    asked = ("(tension > 60 or cohesion < 20) and hatch == 'open' or flag.pad_lost",)
    assert expression.tree == checked.libraries["base"].condition(asked[0]).tree


def test_what_a_pack_names_of_its_own_means_the_same_in_anothers(patched: Patched) -> None:
    own = """\
- flag: thaw
  text: It thaws.
- event: spring
  title: Spring
  basis: counterfactual
  effects: [{flag: {thaw: true}}]
  headline: The drip begins.
- patch: base:event/tea
  and_when: not flag.thaw and not happened.spring and not chose("tea", "wait", "nasa")
  add: {effects: [{schedule: {event: spring, in_months: 2}}, {flag: {thaw: true}}]}
"""
    checked = patched(extra=own)
    assert [one.code for one in checked.findings if one.is_error] == []
    assert tea(checked, "effects", 4, "schedule", "event") == "extra:spring"
    assert list(tea(checked, "effects", 5, "flag")) == ["extra:thaw"]
    assert "flag.extra:thaw" in tea(checked, "when")
    assert "happened.extra:spring" in tea(checked, "when")
    assert "chose('tea', 'wait', 'nasa')" in tea(checked, "when")


def test_what_is_patched_is_played(root: Path, write: Write, patched: Patched) -> None:
    patched(extra="- patch: base:event/tea\n  set: {weight: 9, title: Coffee}\n")
    content = load_content([root / "extra"], root=root)
    assert (content.events["tea"].weight, content.events["tea"].title) == (9, "Coffee")


def test_an_object_is_taken_out(patched: Patched) -> None:
    checked = patched(
        extra="- remove: base:event/dregs\n  because: The cup stays full.\n"
        "- patch: base:event/tea\n  remove: [effects.event=dregs]\n"
    )
    assert [one for one in checked.findings if one.is_error] == []
    assert "dregs" not in checked.objects.of("event")
    told = [(one.pack, one.target, one.state) for one in checked.objects.outcomes]
    assert told == [
        ("extra", "base:event/dregs", "applied"),
        ("extra", "base:event/tea", "applied"),
    ]


def test_what_still_names_a_thing_taken_out_is_found_with_who_did_it(patched: Patched) -> None:
    checked = patched(extra="- remove: base:event/dregs\n  because: The cup stays full.\n")
    (found,) = checked.findings
    assert found.code == "E040"
    assert found.mark.file.endswith("story.yaml")
    assert "extra takes it out" in found.hint
    assert "patch.yaml:1:11" in found.hint


def test_a_figure_of_somebody_taken_out_that_is_still_moved_says_who_did_it(
    root: Path, write: Write, patched: Patched
) -> None:
    moves = HEADLINE.replace("dawn", "moves") + "  effects: [{shift: {nasa.faction.congress: 1}}]\n"
    write("base", BASE_PACK, moves=moves)
    checked = patched(extra="- remove: base:faction/congress\n  because: Nobody asks them.\n")
    (found,) = [one for one in checked.findings if one.code == "E031"]
    assert found.mark.file.endswith("moves.yaml")
    assert "extra takes it out" in found.hint


def test_what_asks_for_an_event_taken_out_finds_that_it_never_was(
    root: Path, write: Write, patched: Patched
) -> None:
    asking = (
        "- event: later\n  title: Later\n  basis: counterfactual\n  weight: 1\n"
        '  when: not happened.tea and not chose("tea", "wait", "nasa")\n  headline: No tea.\n'
    )
    write("base", BASE_PACK, asking=asking)
    out = "- remove: base:event/tea\n  because: Coffee.\n- patch: base:event/dregs\n"
    checked = patched(extra=out + "  set: {weight: 1}\n")
    assert [one.code for one in checked.findings if one.is_error] == []
    assert "tea" not in load_content([root / "extra"], root=root).events


def test_a_patch_of_a_patch_comes_later(root: Path, write: Write, patched: Patched) -> None:
    patched(extra="- patch: base:event/tea\n  set: {weight: 9}\n")
    second = write(
        "second",
        info("second", "after: [extra]"),
        patch="- patch: base:event/tea\n  expect: {weight: 9}\n  set: {weight: 12}\n",
    )
    for given in ([root / "extra", second], [second, root / "extra"]):
        assert load_content(given, root=root).events["tea"].weight == 12


@pytest.mark.parametrize(
    ("only_with", "state"),
    [
        ("[other]", "left out"),
        ('{other: ">=1"}', "left out"),
        ("[base]", "applied"),
        ('{base: ">=0.1, <1"}', "applied"),
        ('{base: ">=1"}', "left out"),
    ],
)
def test_a_patch_for_packs_that_may_be_there(patched: Patched, only_with: str, state: str) -> None:
    patch = f"- patch: base:event/tea\n  if_pack: {only_with}\n  set: {{weight: 9}}\n"
    checked = patched(extra=patch)
    assert codes(checked) == []
    assert [one.state for one in checked.objects.outcomes] == [state]
    assert tea(checked, "weight") == (9 if state == "applied" else 3)
