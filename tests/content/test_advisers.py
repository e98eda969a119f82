"""Advisers in content: how they are read, what is found wrong with them, those of the base pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.codes.code import ADVISER
from game.content.desks import DESKS
from game.content.findings import Finding
from game.content.lint.advisers import PHRASE_LENGTH
from game.content.load import Checked, load_content
from game.content.records import Content, Leader, Person
from tests.content.conftest import BASE_PACK, Check, Write

CHAIRS = ("esa", "nasa", "roscosmos")
WRONG = {
    "no desk": ("  desk: station\n", "", "E023"),
    "no such desk": ("desk: station", "desk: kitchen", "E025"),
    "too skilled": ("skill: 3", "skill: 6", "E026"),
    "unskilled": ("skill: 3", "skill: 0", "E026"),
    "unknown figure": ("skill: 3", "skill: 3\n  bias: {cohesoin: 150}", "E025"),
    "too biased": ("skill: 3", "skill: 3\n  bias: {cohesion: 301}", "E026"),
    "one phrase": ("[I would sleep on it., Hard to say from here.]", "[Hmm.]", "E026"),
    "no voice": ("uneasy:", "unsure:", "E022"),
    "nobody": ("partner: nasa", "partner: nsa", "E040"),
    "who doesn't decide": ("partner: nasa", "partner: jaxa", "E047"),
    "no such scenario": ("skill: 3", "skill: 3\n  scenarios: [moon]", "E040"),
    "a reserve of one place": ("skill: 3", "skill: 3\n  reserve: true\n  scenarios: [s]", "E057"),
    "unknown placeholder": ("Yes, for {figure}.", "Yes, for {figures}.", "E042"),
    "a reason without one": ("Hard to say from here.", "'{figure}?'", "E042"),
    "not its desk's": ("skill: 3", "skill: 3\n  bias: {treasury: 150}", "W113"),
    "no leaning": ("skill: 3", "skill: 3\n  bias: {cohesion: 100}", "W113"),
    "of nobody": ("    uneasy:", "    of: {nobody: {for: ['{figure}!']}}\n    uneasy:", "E040"),
    "of a faction": (
        "    uneasy:", "    of: {congress: {for: ['{figure}!']}}\n    uneasy:", "W113",
    ),
    "long": ("Hard to say from here.", "H" * (PHRASE_LENGTH + 1), "W114"),
}  # fmt: skip


def codes(found: list[Finding]) -> set[str]:
    return {one.code for one in found}


@pytest.mark.parametrize(("old", "new", "code"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_found(check: Check, old: str, new: str, code: str) -> None:
    assert old in ADVISER
    assert code in codes(check(ADVISER.replace(old, new)))


def test_an_adviser_is_without_findings(check: Check) -> None:
    assert check(ADVISER.replace("skill: 3", "skill: 3\n  bias: {cohesion: 150}")) == []


def test_a_reserve_may_share_a_desk(check: Check) -> None:
    second = ADVISER.replace("night_shift", "day_shift")
    assert codes(check(ADVISER + second)) == {"E062"}
    assert check(ADVISER + second.replace("skill: 3", "skill: 3\n  reserve: true")) == []
    assert check(ADVISER + second.replace("desk: station", "desk: home")) == []


def test_another_pack_may_take_a_desk_over(root: Path, write: Write) -> None:
    write("base", BASE_PACK, more=ADVISER)
    extra = write("extra", BASE_PACK.replace("pack: base", "pack: extra"), more=ADVISER)
    content = load_content([extra], root=root)
    assert sorted(content.advisers) == ["extra:night_shift", "night_shift"]


def test_a_call_to_a_target_needs_an_action_aimed_at_a_desk(check: Check) -> None:
    action = "- action: ask\n  name: Ask\n  text: You ask.\n  group: home\n"
    action += "  effects: [{adviser: target}]\n"
    assert codes(check(action)) == {"E038"}
    assert check(action + "  target: desk\n") == []


def test_a_mended_phrase_leaves_the_hash_of_rules(root: Path, write: Write) -> None:
    def stamps(text: str) -> tuple[str, str]:
        write("base", BASE_PACK, more=text)
        stamp = load_content(root=root).packs[0]
        return stamp.rules, stamp.text

    before = stamps(ADVISER)
    rules, text = stamps(ADVISER.replace("I would sleep on it.", "I would sleep over it."))
    assert rules == before[0] and text != before[1]
    assert stamps(ADVISER.replace("skill: 3", "skill: 4"))[0] != before[0]


def test_an_adviser_compiles(root: Path, write: Write) -> None:
    write("base", BASE_PACK, more=ADVISER.replace("skill: 3", "skill: 3\n  bias: {cohesion: 150}"))
    made = load_content(root=root).advisers["night_shift"]
    assert (made.partner, made.desk, made.skill, made.bias) == (
        "nasa", "station", 3, {"cohesion": 150},
    )  # fmt: skip
    assert made.voice.against == ("No. {figure} {amount}.", "That costs {figure}.")
    assert not made.reserve and not made.scenarios


def test_only_what_the_kremlin_gains_is_nodded_at_upstairs(base: Content) -> None:
    voice = base.advisers["government_liaison"].voice
    assert any("nod upstairs" in text for text in voice.of["kremlin"][0])
    assert not any("pstairs" in text for text in voice.pro + voice.against)


@pytest.mark.parametrize("chair", CHAIRS)
@pytest.mark.parametrize("desk", DESKS)
def test_each_desk_of_the_base_pack_has_one_and_one_waits(
    base: Content, chair: str, desk: str
) -> None:
    here = [a for a in base.advisers.values() if (a.partner, a.desk) == (chair, desk)]
    assert sorted(adviser.reserve for adviser in here) == [False, True]


def test_no_adviser_of_the_base_pack_is_a_real_person(base: Content) -> None:
    people: tuple[Leader | Person, ...] = (*base.leaders.values(), *base.people.values())
    real = [p.name for p in people if p.real]
    for adviser in base.advisers.values():
        said = (adviser.title, adviser.text, *adviser.voice.pro, *adviser.voice.against)
        assert not any(name.rpartition(" ")[2] in text for name in real for text in said)


def test_the_base_pack_has_all_skills(base: Content) -> None:
    assert {adviser.skill for adviser in base.advisers.values()} >= {2, 3, 4, 5}
    assert all(adviser.bias for adviser in base.advisers.values())


def test_the_base_pack_is_read_without_findings_about_advisers(checked: Checked) -> None:
    found = checked.findings
    assert [one.render() for one in found if "advisers.yaml" in one.mark.file] == []
