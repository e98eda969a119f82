"""Worlds: what belongs to a scenario, what it borrows, and what the others never see."""

from __future__ import annotations

from pathlib import Path

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
