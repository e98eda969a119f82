"""Pacing: what a desk has had lately comes less, within bounds, and no card's weight dies."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Choice, Event, Mood, Variant
from game.rules import pacing
from game.rules.phases import story
from game.rules.phases.story import FRESH, weigh
from game.rules.state import State
from tests.small import CONTENT
from tests.small_names import holds
from tests.worlds import begin, index_with, opening

TODAY = opening().figures["date"]
LETTER = CONTENT.events["letter"]
TOPICS = ("people", "power", "science")


def card(id_: str, topic: str, words: int = 60, weight: int = 5) -> Event:
    """Return a card for ESA about a topic, with so many words."""
    choice = Choice("so", "So", effects=(Mood(topic, 2), Mood("money", -1), Mood(topic, 1)))
    desk = replace(LETTER.desks[0], text=(Variant("word " * words),), choices=(choice,))
    return replace(LETTER, id=id_, weight=weight, once=True, desks=(desk,))


CARDS = tuple(
    card(f"{topic}_{n}", topic, words)
    for topic in TOPICS
    for n, words in enumerate((20, 60, 60, 90))
)
INDEX = index_with(events={one.id: one for one in CARDS})


def after(*days: tuple[str, int], met: tuple[str, ...] = ()) -> State:
    """Return a moment before which these cards came, so many days ago."""
    return replace(opening(), fired={id_: TODAY - ago for id_, ago in days}, met=met)


def weights(state: State) -> dict[str, int]:
    found = weigh(INDEX, state, CARDS)
    return {event.id: weight for event, weight in zip(CARDS, found, strict=True)}


def test_a_card_is_about_what_its_choices_move_most_and_is_short_or_long() -> None:
    traits = INDEX.hands.traits
    assert traits["people_0"] == (("esa", "topic", "people"), ("esa", "length", "short"))
    assert traits["power_3"] == (("esa", "topic", "power"), ("esa", "length", "long"))


def test_what_came_lately_comes_less_and_after_a_year_no_more_so() -> None:
    lately = [("people_1", 90), ("people_2", 180)]
    now = weights(after(*lately))
    assert now["people_0"] < now["power_0"] and now["power_1"] < now["power_0"]
    assert weights(after(*[(id_, 366) for id_, _ in lately])) == weights(after())
    assert len({*weights(after()).values()}) == 1


def test_another_chairs_cards_dont_count() -> None:
    theirs = replace(CARDS[1], id="theirs", desks=(replace(CARDS[1].desks[0], chair="nasa"),))
    index = index_with(events={one.id: one for one in (*CARDS, theirs)})
    told = pacing.paces(index.hands.traits, after(("theirs", 30)))
    assert {chair for chair, _, _ in told} == {"nasa"}
    assert weigh(index, after(("theirs", 30)), CARDS) == weigh(index, after(), CARDS)


@given(
    st.dictionaries(st.sampled_from([c.id for c in CARDS]), st.integers(0, 400)),
    st.lists(st.sampled_from([c.id for c in CARDS]), unique=True),
    st.integers(0, 2),
)
def test_every_card_keeps_a_weight_and_every_factor_its_bounds(
    fired: dict[str, int], met: list[str], fits: int
) -> None:
    state = after(*fired.items(), met=tuple(met))
    pool = [replace(one, fits=(holds("tension >= 0"),) * fits) for one in CARDS]
    for event, weight in zip(pool, weigh(INDEX, state, pool), strict=True):
        most = event.weight * (1 + fits) * pacing.MOST * FRESH
        assert event.weight * (1 + fits) * pacing.LEAST <= weight <= most
    assert weigh(INDEX, state, pool) == weigh(INDEX, state.copy(), pool)


@given(st.integers(0, 40), st.integers(0, 40), st.sampled_from([3, 6]))
def test_more_of_a_sort_never_paces_it_up(times: int, others: int, kinds: int) -> None:
    now = pacing.pace(times, times + others, kinds)
    assert pacing.pace(times + 1, times + 1 + others, kinds) <= now
    assert pacing.LEAST <= now < pacing.MOST


@given(st.lists(st.sampled_from([c.id for c in CARDS]), unique=True, min_size=1))
def test_what_recent_campaigns_have_shown_weighs_a_quarter(met: list[str]) -> None:
    fresh, now = weights(after()), weights(after(met=tuple(met)))
    for id_ in fresh:
        assert now[id_] * (4 if id_ in met else 1) == FRESH * fresh[id_]


def test_a_draw_takes_what_has_not_been_met_four_times_as_often() -> None:

    pair = {one: card(one, "people") for one in ("met", "new")}
    index = index_with(events=pair)
    drawn = {"met": 0, "new": 0}
    for seed in range(400):
        draft = begin(replace(opening(), seed=seed, queue=(), fired={}, met=("met",)))
        draft.index = index
        assert story._draw(draft, 0)
        drawn[draft.state.queue[0].subject] += 1
    assert 55 <= drawn["met"] <= 105 and sum(drawn.values()) == 400
