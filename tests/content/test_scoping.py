"""Worlds: what belongs to a scenario, what it borrows, and what the others never see."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.findings import Finding
from game.content.load import load_content, read_content
from game.content.scoping import in_order, scoped, tutorial
from game.rules.index import index_of
from tests.content.conftest import BASE, BASE_PACK, EXTRA_PACK, Write

ISLAND = EXTRA_PACK + "world: island\nborrows: {partner: [nasa]}\n"
THINGS = """
- flag: docked
  text: It is fast.
- lesson: hello
  title: Hello
  at: card
  text: Read it.
- event: landfall
  title: Landfall
  basis: counterfactual
  date: 2022-03-01
  when: not flag.docked
  effects: [{flag: {docked: true}}]
  headline: Land.
- leader: captain
  partner: nasa
  name: The captain
  office: captain
  basis: counterfactual
  text: Keeps the log.
- scenario: shore
  name: Shore
  text: A beach.
  start: 2022-01-01
  turns: 2
  turn_months: 6
  first: -1
  chairs: [nasa]
  station: false
  rungs: [calm, cross]
  figures: {tension: 10}
  leaders: {nasa: captain}
"""
HOME = """
- scenario: campaign
  name: Campaign
  text: A station.
  start: 2022-01-01
  turns: 2
  turn_months: 3
  chairs: [nasa, roscosmos]
  figures: {tension: 10}
  leaders: {nasa: nelson}
"""


def _packs(write: Write, info: str = ISLAND) -> Path:
    write("base", BASE_PACK, world=BASE, home=HOME)
    return write("extra", info, things=THINGS)


def test_a_world_holds_its_own_things_and_what_it_borrows(write: Write, tmp_path: Path) -> None:
    content = load_content([_packs(write)], root=tmp_path)
    island = scoped(content, "extra:shore")
    assert list(island.partners) == ["nasa"] and list(island.events) == ["extra:landfall"]
    assert not island.factions and list(island.lessons) == ["extra:hello"]
    station = scoped(content, "campaign")
    assert "extra:landfall" not in station.events and "roscosmos" in station.partners
    assert scoped(island, "extra:shore") is island
    assert scoped(content, "extra:shore") is island
    assert index_of(content, "extra:shore").partners == ("nasa",)


def test_a_pack_without_a_world_adds_to_the_station(write: Write, tmp_path: Path) -> None:
    content = load_content([_packs(write, EXTRA_PACK)], root=tmp_path)
    assert "extra:landfall" in scoped(content, "campaign").events
    assert scoped(content, "campaign") is content


def test_what_is_borrowed_must_be_there(write: Write, tmp_path: Path) -> None:
    extra = _packs(write, EXTRA_PACK + "world: island\nborrows: {partner: [nasa, nosa]}\n")
    (found,) = [one for one in read_content([extra], root=tmp_path).findings if one.is_error]
    assert found.code == "E040" and "nosa" in found.message


def test_packs_that_the_base_includes_have_no_prefix(write: Write, tmp_path: Path) -> None:
    _packs(write)
    write("base", BASE_PACK + "includes: [extra]\n", world=BASE, home=HOME)
    content = load_content(root=tmp_path)
    assert set(content.scenarios) == {"campaign", "shore"}
    assert scoped(content, "shore").world == "island"


def test_a_flag_may_be_called_like_a_word_of_the_language(write: Write, tmp_path: Path) -> None:
    found = read_content([_packs(write)], root=tmp_path).findings
    assert [one.render() for one in found if "docked" in one.message] == []


def test_scenarios_are_offered_by_place_and_the_first_with_lessons_teaches(
    write: Write, tmp_path: Path
) -> None:
    content = load_content([_packs(write)], root=tmp_path)
    assert in_order(content) == ("extra:shore", "campaign")
    assert tutorial(content) == "extra:shore"
    assert tutorial(scoped(content, "campaign")) == ""


STATION = EXTRA_PACK.replace("extra", "mod")
CARD = """
- event: dawn
  title: Dawn
  basis: counterfactual
  weight: 1
  headline: The sun comes up.
"""


def _strange(write: Write, tmp_path: Path, objects: str, info: str = STATION) -> list[Finding]:
    """Return what is wrong in a pack of the station's world beside the island's."""
    _packs(write, ISLAND)
    write("base", BASE_PACK + "includes: [extra]\n", world=BASE, home=HOME)
    mod = write("mod", info, things=objects)
    return [one for one in read_content([mod], root=tmp_path).findings if one.is_error]


@pytest.mark.parametrize(
    ("line", "column", "what"),
    [
        ("  effects: [{schedule: {event: landfall, in_months: 3}}]", 32, 'event "landfall"'),
        ("  effects: [{flag: {docked: true}}]", 21, 'flag "docked"'),
        ("  effects: [{leader: {of: nasa, to: captain}}]", 37, 'leader "captain"'),
        ("  when: tension > 3 and flag.docked", 25, 'flag "docked"'),
        ("  when: happened.landfall", 9, 'event "landfall"'),
    ],
)
def test_what_lives_in_another_world_is_borrowed_or_left_alone(
    write: Write, tmp_path: Path, line: str, column: int, what: str
) -> None:
    (found,) = _strange(write, tmp_path, f"{CARD}{line}\n")
    assert (found.code, found.mark.line, found.mark.column) == ("E040", 7, column)
    assert found.message == f"the {what} lives in the world island, not in station"
    kind, id_ = what.replace('"', "").split()
    assert f"borrows: {{{kind}: [{id_}]}}" in found.hint
    too = "" if kind == "flag" else ", flag: [docked]"
    borrowing = STATION + f"borrows: {{{kind}: [{id_}]{too}}}\n"
    assert _strange(write, tmp_path, f"{CARD}{line}\n", borrowing) == []


def test_what_is_borrowed_brings_nothing_that_stays_behind(write: Write, tmp_path: Path) -> None:
    borrowing = STATION + "borrows: {event: [landfall]}\n"
    (found,) = _strange(write, tmp_path, CARD, borrowing)
    assert found.mark.file.endswith("mod/pack.yaml") and found.mark.line == 5
    assert found.message == '"landfall" names the flag "docked", which lives in the world island'


def test_a_scenario_is_borrowed_by_nobody(write: Write, tmp_path: Path) -> None:
    (found,) = _strange(write, tmp_path, CARD + '  when: scenario == "shore"\n')
    assert (found.code, found.hint) == ("E035", "it is one of campaign")


def test_a_flight_is_delayed_in_the_world_that_books_it(write: Write, tmp_path: Path) -> None:
    booked = CARD + "  effects: [{flight: {vehicle: soyuz, as: rescue, in_days: 3}}]\n"
    delayed = "\n- slide: late\n  text: Late.\n" + CARD.replace("dawn", "dusk")
    delayed += "  effects: [{delay: {flight: rescue, days: 3}}]\n"
    assert _strange(write, tmp_path, booked + delayed) == []
    island = ISLAND.replace("[nasa]}", "[nasa, roscosmos], vehicle: [soyuz]}")
    write("base", BASE_PACK + "includes: [extra]\n", world=BASE, home=HOME)
    write("extra", island, things=THINGS, more=booked)
    mod = write("mod", STATION, things=delayed)
    wrong = [one for one in read_content([mod], root=tmp_path).findings if one.is_error]
    assert [one.message for one in wrong] == ["no effect books a flight `as: rescue`"]


def test_a_flight_of_the_record_can_be_delayed(write: Write, tmp_path: Path) -> None:
    planned = "  manifest: [{vehicle: soyuz, name: A, launches: 2022-03, as: early}]\n"
    objects = HOME.replace("campaign", "other") + planned + CARD
    assert (
        _strange(write, tmp_path, objects + "  effects: [{delay: {flight: early, days: 3}}]\n")
        == []
    )
