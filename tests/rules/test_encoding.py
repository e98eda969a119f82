"""The one encoding of a state: there and back, exactly; anything else is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.encoding import canonical, decode_state, digest, encode_state
from game.rules.setup import Setup
from game.rules.state import Deal, Level, Life, Offer, State, Term
from game.rules.turn import apply
from game.testing.playing import play
from game.testing.strategies import decisions, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import opening


@given(states(CONTENT))
def test_a_state_comes_back_as_it_was(state: State) -> None:
    back = decode_state(json.loads(canonical(state)))
    assert back == state
    assert canonical(back) == canonical(state)


def _written_plainly(state: State) -> str:
    return json.dumps(encode_state(state), sort_keys=True, separators=(",", ":"))


PAPER = Deal(
    "d", ("nasa", "esa"), (Term("seats", 2, "nasa"),), 5, 9, (Life(9, 3, levels=(Level("x", 1),)),)
)


@given(states(CONTENT), st.text(max_size=3))
def test_the_text_of_a_state_is_its_encoding_however_it_is_spelt(state: State, spelt: str) -> None:
    assert canonical(state) == _written_plainly(state)
    offer = Offer(spelt, "nasa", "esa", PAPER.terms)
    held = replace(
        state, deals=(PAPER,), offers=(offer,), words={**state.words, spelt: spelt},
        flags={"yes": True, **state.flags},
    )  # fmt: skip
    assert canonical(held) == _written_plainly(held)


@given(st.data())
def test_a_game_goes_on_in_the_same_way_from_a_decoded_state(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    back = decode_state(encode_state(state))
    for _ in range(8):
        if state.over:
            break
        decision = data.draw(decisions(CONTENT, state))
        state, back = apply(CONTENT, state, decision).state, apply(CONTENT, back, decision).state
        assert canonical(back) == canonical(state)


def _with(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(canonical(opening()))
    inner: Any = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    (
        (("seed",), "1"), (("turn",), 1.0), (("turn",), True), (("seed",), 2**64),
        (("scenario",), None), (("figures", "tension"), "high"), (("figures",), []),
        (("queue",), {}), (("queue", 0), ["card"]), (("queue", 0, 0), "chat"),
        (("manifest", 0, 8), 0), (("extra",), 1), (("crew", "anton"), {}),
    ),
)  # fmt: skip
def test_anything_else_is_refused_with_its_place(path: tuple[str | int, ...], value: Any) -> None:
    with pytest.raises(ValueError, match=str(path[0]) if path != ("extra",) else "state"):
        decode_state(_with(path, value))


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="not the fields"):
        decode_state([])  # type: ignore[arg-type]


def test_the_hash_chain_depends_on_the_state_and_on_the_link_before() -> None:
    one, other = opening(1), opening(2)
    assert digest(one) != digest(other)
    assert digest(one) != digest(one, digest(other))
    assert len(digest(one)) == 64


PLAYED = f"""
from game.rules.encoding import digest
from game.rules.setup import Setup
from game.testing.playing import play
from tests.small import CONTENT
print(digest(play(CONTENT, Setup({CAMPAIGN!r}, "esa", 5), bytes(range(256)), whole=True).last))
"""


def test_a_game_does_not_depend_on_how_python_orders_sets() -> None:
    here = digest(play(CONTENT, Setup(CAMPAIGN, "esa", 5), bytes(range(256)), whole=True).last)
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", PLAYED],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == here
