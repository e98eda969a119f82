"""The codex tells nothing that lies after the turn, and everything where nobody plays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.content.records import Codex, Passage
from game.narration.codex import Article, chapters
from game.rules.setup import Setup, new_game
from game.rules.state import Slot, State
from tests.shipped import base
from tests.small import CONTENT
from tests.small_names import holds
from tests.worlds import INDEX, opening

CAMPAIGN = "cold_snap_2022"
FIRST = INDEX.scenario.start.toordinal()
DOOR = Codex("door", "A door", (
    Passage("It is shut.", ("T-1",)),
    Passage("It has been opened.", ("T-2",), FIRST + 1),
    Passage("Somebody leans on it.", ("T-3",), FIRST + 2, holds("tension > 40")),
))  # fmt: skip
ROOF = Codex("roof", "A roof", (Passage("It leaks.", ("T-4",), FIRST + 1),))
LEADERS = {id_: replace(one, text="In office.") for id_, one in CONTENT.leaders.items()}
BUILT = replace(CONTENT, codex={"door": DOOR, "roof": ROOF}, leaders=LEADERS)


def entries(state: State | None) -> dict[str, Article]:
    told = dict(chapters(BUILT, state)).get("How it is", ())
    return {one.title: one for one in told}


def test_a_passage_is_told_once_its_day_lies_behind() -> None:
    first = replace(opening(), turn=1)
    assert entries(first) == {"A door": Article("A door", "It is shut.", ("T-1",))}
    tense = replace(first, turn=2, figures={**first.figures, "tension": 41})
    calm = replace(tense, figures={**first.figures, "tension": 40})
    assert entries(calm)["A door"].text == "It is shut.\n\nIt has been opened."
    assert entries(calm)["A roof"].sources == ("T-4",)
    assert entries(tense)["A door"].text.endswith("Somebody leans on it.")
    assert entries(tense)["A door"].sources == ("T-1", "T-2", "T-3")


def test_where_nobody_plays_everything_is_told() -> None:
    assert set(entries(None)) == {"A door", "A roof"}
    assert entries(None)["A door"].sources == ("T-1", "T-2", "T-3")
    leaders = dict(chapters(BUILT))["Leaders"]
    assert len(leaders) == len(CONTENT.leaders)


def test_of_leaders_who_is_in_office_may_be_read_about() -> None:
    state = opening()
    told = {one.title for one in dict(chapters(BUILT, state))["Leaders"]}
    held = {CONTENT.leaders[state.words[f"{chair}.leader"]].name for chair in INDEX.chairs}
    assert told == held


def test_what_rests_on_the_cards_sources_stands_first() -> None:
    card = replace(next(e for e in CONTENT.events.values() if e.desks), sources=("T-1", "T-9"))
    built = replace(BUILT, events={**CONTENT.events, card.id: card})
    asked = replace(opening(), turn=1, queue=(Slot("card", card.desks[0].chair, card.id),))
    first, (told,) = next(iter(chapters(built, asked)))
    assert (first, told.title) == ("On the card before you", "A door")
    at_the_table = replace(asked, queue=(Slot("agenda", card.desks[0].chair, ""),))
    assert "On the card before you" not in dict(chapters(built, at_the_table))


def test_a_card_on_anothers_desk_brings_nothing() -> None:
    hidden = replace(opening(), turn=1, queue=(Slot("card", INDEX.chairs[1], ""),))
    assert "On the card before you" not in dict(chapters(BUILT, hidden))


def shipped(turn: int) -> Iterator[Article]:
    content = base()
    state, _ = new_game(content, Setup(CAMPAIGN, "nasa", 1))
    yield from dict(chapters(content, replace(state, turn=turn)))["How it is"]


@pytest.mark.parametrize(
    ("turn", "title", "there", "not_yet"),
    [
        (1, "The handshake of 1975", "Leonov died in October 2019", "Stafford died"),
        (10, "The handshake of 1975", "Stafford died on 18 March 2024", "anniversary"),
        (11, "Kourou", "was left as it was, locked", "MaiaSpace"),
        (12, "Kourou", "gave the pad to a young firm, MaiaSpace", "cut up"),
        (19, "Kourou", "were cut up", ""),
        (10, "ExoMars", "Parts of each side's hardware", "522 million"),
        (11, "ExoMars", "522 million", ""),
        (10, "Starliner", "has yet to carry", "Helium"),
        (1, "Soyuz", "about 200 days", "245"),
    ],
)
def test_the_games_own_entries_come_in_their_time(
    turn: int, title: str, there: str, not_yet: str
) -> None:
    (text,) = [one.text for one in shipped(turn) if one.title == title]
    flat = " ".join(text.split())
    assert there in flat
    assert not not_yet or not_yet not in flat


def test_no_source_of_the_campaigns_first_turn_is_of_a_later_day() -> None:
    """What is cited in January 2022 was published before, or says of what that it was so."""
    content = base()
    start = content.scenarios[CAMPAIGN].start.isoformat()
    late = {
        key
        for one in shipped(1)
        for key in one.sources
        if key.startswith("T-") and content.sources[key].date > start
    }
    assert not late
