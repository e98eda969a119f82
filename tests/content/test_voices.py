"""How offices speak: enough ways of saying, and none of them a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content import placeholders
from game.content.load import load_content, read_content
from game.content.placeholders import OF_PARTNER, OF_SPEECH
from game.content.records import Content
from game.content.scoping import scoped
from game.narration.words.voices import FAMILIES, KINDS, NEUTRAL, family_of, spoken, ways
from tests.content.conftest import BASE_PACK, Write

VOICE = """- voice: harbour
  partner: nasa
  family: trader
  basis: counterfactual
  says: {accept: ["{city} signs, over {reason}."]}
"""
LEAST = 8
GAME = Path(__file__).parents[2] / "game"
QUOTES = '"“”„«»'
MACHINE = (
    "least of the evils", "Answer with an offer of your own", "answers with an offer of its own",
    "Pressure is the only language", "Nothing else is worth its price",
    "they should sign.", "Worth it to us", "The sum stands at", "this would do.", " says: {",
    "The office needs friends", "To calm its own home", "We can't pay that", "As it happened.",
)  # fmt: skip


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


@pytest.fixture(scope="module")
def texts(content: Content) -> tuple[str, ...]:
    """Return every way of saying there is."""
    own = (w for voice in content.voices.values() for says in voice.says.values() for w in says)
    return (*own, *(way for says in NEUTRAL.values() for way in says))


def _pools(content: Content) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for scenario in content.scenarios.values():
        here = scoped(content, scenario.id)
        for partner in scenario.chairs:
            for family in (*FAMILIES, ""):
                for kind in KINDS:
                    yield partner, family, kind, ways(here, partner, family, kind)


def test_there_are_eight_ways_of_saying_for_each_kind_and_family(content: Content) -> None:
    base = scoped(content, "cold_snap_2022")
    for family in FAMILIES:
        for kind in KINDS:
            own = [
                v.says[kind] for v in base.voices.values() if (v.partner, v.family) == ("", family)
            ]
            assert len({way for says in own for way in says}) >= LEAST, (family, kind)
    for partner, family, kind, pool in _pools(content):
        if family or partner not in base.partners:
            assert len(set(pool)) == len(pool) >= LEAST, (partner, family, kind)


def test_each_city_has_ways_of_its_own(content: Content) -> None:
    for partner in ("nasa", "roscosmos", "esa"):
        for kind in KINDS:
            assert any(v.says[kind] for v in content.voices.values() if v.partner == partner)


def test_no_way_of_saying_names_a_person_or_quotes_one(
    content: Content, texts: tuple[str, ...]
) -> None:
    named = [one.name for one in content.leaders.values()]
    named += [one.name for one in content.people.values()]
    surnames = {word for name in named for word in name.split()[-1:] if word[:1].isupper()}
    for way in texts:
        heads = {one.placeholder.head for one in placeholders.read(way) if one.placeholder}
        assert heads <= set(OF_SPEECH) and not heads & set(OF_PARTNER), way
        assert "{city}" in way and not set(way) & set(QUOTES), way
        assert not surnames & set(re.findall(r"[A-Z]\w+", way)), way
        assert not re.search(r"\b(I|we|my|our|me|us|he|she|his|her)\b", way, re.IGNORECASE), way


def test_a_reason_ends_a_clause_wherever_it_stands(texts: tuple[str, ...]) -> None:
    for way in texts:
        assert "{reason}" not in way or re.search(r"\{reason\}[.,]", way), way


def test_a_breach_gives_no_reason_for_none_is_known(content: Content) -> None:
    said = [way for v in content.voices.values() for way in v.says["breach"]]
    assert not any("{reason}" in way for way in (*said, *NEUTRAL["breach"]))


def test_all_but_a_breach_give_a_reason(content: Content) -> None:
    for _, _, kind, pool in _pools(content):
        assert kind == "breach" or all("{reason}" in way for way in pool)


def test_a_world_without_voices_is_spoken_of_in_neutral_words(content: Content) -> None:
    here = scoped(content, "handshake_1975")
    assert not here.voices
    assert ways(here, "soviet_academy", "hawk", "decline") == NEUTRAL["decline"]


@pytest.mark.parametrize(
    ("persona", "family"),
    (
        ({"power": 140, "defiance": 100}, "hawk"), ({"defiance": 160, "peace": 90}, "hawk"),
        ({"money": 150, "power": 110}, "trader"), ({"science": 130, "people": 120}, "builder"),
        ({"peace": 130, "people": 110}, "peacemaker"), ({}, ""),
    ),
)  # fmt: skip
def test_a_family_is_what_a_persona_weighs_most(persona: dict[str, int], family: str) -> None:
    assert family_of(persona) == family


def test_every_family_leads_somewhere(content: Content) -> None:
    assert {family_of(one.persona) for one in content.leaders.values()} == set(FAMILIES)


def test_a_way_of_saying_is_filled_and_begins_with_a_capital() -> None:
    way = "the {city} office, over {clause}: {reason}. {else}"
    assert spoken(way, "Oslo", "Swap", "money") == "The Oslo office, over Swap: money. {else}"


def test_a_voice_fills_nothing_but_what_a_voice_knows(root: Path, write: Write) -> None:
    said = VOICE.replace("{city} signs, over {reason}.", "{leader.nasa} signs.")
    write("base", BASE_PACK, more=said)
    assert any("E042" in one.render() for one in read_content(root=root).findings)


def test_a_voice_compiles(root: Path, write: Write) -> None:
    write("base", BASE_PACK, more=VOICE)
    made = load_content(root=root).voices["harbour"]
    assert (made.partner, made.family) == ("nasa", "trader")
    assert made.says["accept"] == ("{city} signs, over {reason}.",) and made.says["breach"] == ()


def test_no_line_of_the_machines_is_left() -> None:
    for path in sorted(GAME.rglob("*.py")):
        words = path.read_text(encoding="utf-8")
        assert [line for line in MACHINE if line in words] == [], path.name
