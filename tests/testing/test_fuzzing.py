from __future__ import annotations

from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.content.records import Content
from game.errors import UsageError
from game.record import replace
from game.rules.setup import HAZARDS, LEVELS, Setup
from game.testing.fuzzing import Case, Still, carried_out, case, fuzz, smaller
from tests.small import CAMPAIGN, CONTENT

SETUP = Setup(CAMPAIGN, "nasa", 1)
words = st.from_regex(r"[a-z_:]{1,9}", fullmatch=True)


def times(n: int) -> Still:
    """Return what says so often that there is time left."""
    numbers = count()
    return lambda: next(numbers) < n


def with_effect(*effects: r.Effect, event: str = "letter", **more: object) -> Content:
    """Return the small world with one choice of a card doing something else."""
    known = CONTENT.events[event]
    desk = known.desks[0]
    first = replace(desk.choices[0], effects=effects, **more)
    changed = replace(known, desks=(replace(desk, choices=(first, *desk.choices[1:])),))
    return replace(CONTENT, events={**CONTENT.events, event: changed})


BROKEN = with_effect(r.Shift("no_such_figure", 1))
BRACED = with_effect(r.Shift("tension", 1), result=(r.Variant("They drink {tea}."),))


def test_in_sound_content_nothing_breaks() -> None:
    found = fuzz(CONTENT, ["letter"], Random(1), times(6), times(0))
    assert (found.cases, found.broken, found.trouble) == (6, None, None)
    assert found.decisions > 6


@pytest.mark.parametrize(
    ("content", "said"),
    [(BROKEN, "KeyError: 'no_such_figure'"), (BRACED, "told with a brace in it: They drink")],
)
def test_what_breaks_is_found_made_small_and_breaks_again(content: Content, said: str) -> None:
    found = fuzz(content, ["letter"], Random(2), times(200), times(400))
    assert found.broken is not None and found.trouble is not None
    assert said in found.trouble.said
    assert len(found.trouble.decisions) <= 3
    again, taken = carried_out(content, case(str(found.broken)))
    assert again == found.trouble
    assert taken == len(found.trouble.decisions)
    assert carried_out(CONTENT, found.broken)[0] is None


def test_what_breaks_is_made_small_only_as_long_as_there_is_time() -> None:
    data = bytes([1, 0, 7, 9] * 40)
    long = Case(SETUP, data, "letter", 3)
    trouble, _taken = carried_out(BROKEN, long)
    assert trouble is not None
    assert smaller(BROKEN, long, trouble, times(0)) == (long, trouble)
    small, least = smaller(BROKEN, long, trouble, times(10_000))
    assert (small.card, small.turn) == ("letter", 1)
    assert len(small.data) < 10
    assert least.sort == trouble.sort


@given(words, words, st.integers(0, 10**6), st.sampled_from(LEVELS), st.sampled_from(HAZARDS),
       words | st.just(""), st.integers(1, 40), st.binary(max_size=50))  # fmt: skip
def test_a_case_is_written_in_a_word_and_read_again(
    scenario: str, chair: str, seed: int, level: str, hazards: str, card: str, turn: int,
    data: bytes,
) -> None:  # fmt: skip
    one = Case(Setup(scenario, chair, seed, level, hazards), data, card, turn)
    assert case(str(one)) == one
    assert " " not in str(one)


@pytest.mark.parametrize("written", ["", "a,b", "a,b,c,d,e,f,g,h", "a,b,1,d,e,f,1,xx"])
def test_what_is_no_case_is_told(written: str) -> None:
    with pytest.raises(UsageError, match="is no case"):
        case(written)


def test_a_card_that_cant_be_dealt_breaks_nothing() -> None:
    for one in (Case(SETUP, b"", "parade"), Case(SETUP, b"", "none"), Case(SETUP, b"", "", 1)):
        assert carried_out(CONTENT, one) == (None, 0)
