"""Patches that can't be applied: each is told with its place and the field's."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.load import read_content
from tests.content.conftest import Write
from tests.content.patching.conftest import Patched, field, info

TEA = "- patch: base:event/tea\n  "


@pytest.mark.parametrize(
    ("patch", "code", "line", "said"),
    [
        ("- patch: event.tea\n  set: {weight: 1}", "E080", 1, "write base:event/tea"),
        ("- patch: 7\n  set: {weight: 1}", "E080", 1, "names no object"),
        ("- patch: base:evnt/tea\n  set: {weight: 1}", "E080", 1, 'did you mean "event"'),
        ("- patch: base:event/te\n  set: {weight: 1}", "E080", 1, 'did you mean "tea"'),
        ("- patch: base:flag/tea\n  set: {weight: 1}", "E080", 1, "it is an event"),
        ("- patch: bse:event/tea\n  set: {weight: 1}", "E080", 1, 'did you mean "base"'),
        ("- remove: base:event/tee\n  because: No.", "E080", 1, 'did you mean "tea"'),
        ("- remove: base:event/dregs", "E023", 1, 'the key "because" is missing'),
        (TEA + "sett: {weight: 1}", "E022", 2, 'did you mean "set"'),
        (TEA + "set: 7", "E024", 2, "a map stands here"),
        (TEA + "add: {sources: T-001}", "E024", 2, ""),
        (TEA + "if_pack: {base: seven}\n  set: {weight: 1}", "E024", 2, "is no range"),
        (TEA + "because: I like it.", "E082", 1, "does nothing"),
        (TEA + "set: {weight: 1}\n  remove: [weight]", "E082", 3, "set and removed"),
        (TEA + "set: {event: coffee}", "E082", 2, "an id stays as it is"),
        (TEA + "set: {wieght: 1}", "E081", 2, 'did you mean "weight"'),
        (TEA + "set: {desks.esa.text: No.}", "E023", 2, '"choices" is missing'),
        (TEA + "set: {desks.nasa.choices.stay.text: No.}", "E081", 2, "there are go, wait"),
        (TEA + "set: {effects.schedule.in_months: 2}", "E081", 2, "event=pad_falls, event=dregs"),
        (TEA + "set: {weight.much: 2}", "E081", 2, 'no "much" in "weight"'),
        (TEA + "remove: [thread]", "E081", 2, 'no "thread"'),
        (TEA + "remove: [title]", "E023", 1, 'the key "title" is missing once'),
        (TEA + "remove: [desks.nasa.choices.wait, desks.nasa.choices.go]", "E026", 1, "once"),
        (TEA + "set: {weight: heavy}", "E024", 2, "a whole number stands here"),
        (TEA + "set: {window.from: 2022-13}", "E027", 2, "is no date"),
        (TEA + "add: {title: [More]}", "E082", 2, "is a text, and a list can't be added"),
        (TEA + "add: {effects.shift: {tension: 1}}", "E082", 2, "already"),
        (TEA + "or_when: {asserts: tension > 5}", "E082", 2, "always holds"),
        (TEA + "and_when: {title: tension > 5}", "E082", 2, "is no condition"),
        (TEA + "and_when: {wehn: tension > 5}", "E081", 2, 'did you mean "when"'),
        (TEA + "and_when: tension >", "E030", 2, "can't be read"),
        (TEA + "and_when: tensoin > 5", "E031", 2, 'did you mean "tension"'),
        (TEA + "set: {effects: [{cancel: tee}]}", "E040", 2, 'did you mean "tea"'),
        (TEA + 'set: {title: "A {person.name}"}', "E042", 2, "is not filled in here"),
        (TEA + "expect: {weight: 4}\n  set: {weight: 5}", "W123", 2, 'is 3 by now, not 4'),
        (TEA + "expect: {thread: war}\n  set: {weight: 5}", "W123", 2, "not there by now"),
    ],
)  # fmt: skip
def test_a_patch_that_is_wrong(
    patched: Patched, patch: str, code: str, line: int, said: str
) -> None:
    checked = patched(extra=f"{patch}\n")
    found = next(one for one in checked.findings if one.code == code)
    assert found.mark.file.endswith("extra/patch.yaml")
    assert found.mark.line == line
    assert said in f"{found.message}; {found.hint}"
    assert field(checked, "event", "tea", "title") in ("Tea", "A {person.name}")


@pytest.mark.parametrize(
    "does", ["set: {weight: heavy}", "remove: [title]", "set: {wieght: 1}", "expect: {weight: 4}\n"
             "  set: {weight: 1}", "set: {effects: [{cancel: tee}]}"]
)  # fmt: skip
def test_the_field_that_is_patched_has_its_place_told(patched: Patched, does: str) -> None:
    found = next(x for x in patched(extra=f"{TEA}{does}\n").findings if x.code != "W105")
    assert "story.yaml:" in found.hint


def test_who_has_made_a_patch_stale_is_told(patched: Patched) -> None:
    checked = patched(
        a=f"{TEA}set: {{weight: 5}}\n", b=f"{TEA}expect: {{weight: 3}}\n  set: {{title: Cocoa}}\n"
    )
    (found,) = checked.findings
    assert (found.code, field(checked, "event", "tea", "title")) == ("W123", "Tea")
    assert "a changed it (" in found.hint


def test_one_wrong_patch_leaves_the_others(patched: Patched) -> None:
    wrong = f"{TEA}set: {{weight: 7, wieght: 8}}\n{TEA}set: {{title: Coffee}}\n"
    checked = patched(extra=wrong)
    assert field(checked, "event", "tea", "weight") == 3
    assert field(checked, "event", "tea", "title") == "Coffee"
    assert [one.state for one in checked.objects.outcomes] == ["refused", "applied"]


def test_what_is_wrong_with_an_object_is_told_with_who_patches_it(patched: Patched) -> None:
    checked = patched(extra=f"{TEA}add: {{desks.nasa.choices.wait: {{needs: tension > 60}}}}\n")
    (found,) = checked.findings
    assert (found.code, found.mark.file.endswith("patch.yaml")) == ("W102", True)
    checked = patched(extra=f"{TEA}remove: [lint_ignore.W101]\n")
    assert {one.code for one in checked.findings} == {"W101"}
    assert all("extra patches it" in one.hint for one in checked.findings)


def test_what_has_mistakes_of_its_own_is_not_patched(patched: Patched) -> None:
    checked = patched(other="- flag: odd\n  text: 7\n", extra="- patch: other:flag/odd\n"
                      "  set: {text: Odd.}\n")  # fmt: skip
    (outcome,) = checked.objects.outcomes
    assert (outcome.state, outcome.why) == ("left out", "what it is about has mistakes of its own")


OTHER = "- flag: odd\n  text: Odd.\n- slide: odd\n  when: flag.odd\n  text: How odd.\n"
SETS = "- patch: other:flag/odd\n  set: {text: Even.}\n"


@pytest.mark.parametrize(
    ("lines", "there", "found", "state"),
    [
        ([], True, "E080", "refused"),
        ([], False, "E080", "refused"),
        (["after: [other]"], True, "", "applied"),
        (["after: [other]"], False, "", "left out"),
        (["optional: [other]"], False, "", "left out"),
        (["requires: [other]"], True, "", "applied"),
    ],
)
def test_a_pack_says_that_it_comes_after_the_one_it_changes(
    root: Path, write: Write, lines: list[str], there: bool, found: str, state: str
) -> None:
    other = write("other", info("other"), objects=OTHER)
    extra = write("extra", info("extra", *lines), patch=SETS)
    checked = read_content([extra, *([other] if there else [])], root=root)
    assert [one.code for one in checked.findings if one.is_error] == [found] * bool(found)
    assert [one.state for one in checked.objects.outcomes] == [state]
