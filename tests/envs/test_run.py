"""A run in small steps: the mask is exact, every decision is in reach, nothing hidden shows."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Content
from game.content.scoping import FIELDS
from game.envs.acts import WAIT, numbering
from game.envs.features import as_table, features, observe
from game.envs.run import Run
from game.envs.steps import Begun, ways
from game.envs.telling import session_of
from game.errors import UsageError
from game.record import replace
from game.rules.decisions import Decision
from game.rules.encoding import canonical
from game.rules.index import index_of
from game.rules.legality import why_not
from game.rules.setup import Setup
from game.rules.state import Offer, Slot, State, Term
from game.rules.view import view
from game.session import Session
from game.testing.feeding import Feed
from game.testing.hidden import lookalike
from game.testing.playing import play
from game.testing.strategies import decisions, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import opening

BYTES = st.binary(max_size=120)
NUMBERED = {*numbering(CONTENT, CAMPAIGN).names}
MOST = 400  # steps of a game that are looked at


def walk(run: Run, data: bytes) -> Run:
    """Take steps by bytes, until they have run out."""
    feed = Feed(data)
    while not feed.dry and not run.over:
        run.step(run.steps[feed.below(len(run.steps))])
    return run


def small(seed: int = 1) -> Run:
    return Run(CONTENT, Setup(CAMPAIGN, "nasa", seed))


def path_to(content: Content, seen: State, decision: Decision) -> list[str] | None:
    """Return steps that lead to a decision, whatever the order of its terms."""
    index = index_of(content, seen.scenario)

    def go(begun: Begun | None) -> list[str] | None:
        for name, to in ways(index, seen, begun).items():
            if isinstance(to, Decision):
                if _alike(to, decision):
                    return [name]
            elif _may_lead(to, decision) and (rest := go(to)) is not None:
                return [name, *rest]
        return None

    return go(None)


def _alike(one: Decision, other: Decision) -> bool:
    return {*one.terms} == {*other.terms} and replace(one, terms=()) == replace(other, terms=())


def _may_lead(begun: Begun, decision: Decision) -> bool:
    made, left = begun.decision, {*decision.terms} - {*begun.decision.terms}
    aimed = decision.target in begun.pointed or made.target == decision.target
    sized = begun.term is None or _any_size(begun.term) in map(_any_size, left)
    return made.pick == decision.pick and aimed and sized and {*made.terms} <= {*decision.terms}


def _any_size(term: Term) -> Term:
    return replace(term, amount=0)


# --- steps


@given(states(CONTENT, CAMPAIGN), st.data())
def test_every_legal_decision_is_in_reach(state: State, data: st.DataObject) -> None:
    decision = data.draw(decisions(CONTENT, state))
    assert path_to(CONTENT, view(CONTENT, state, decision.chair), decision) is not None


@given(states(CONTENT, CAMPAIGN), st.data())
def test_every_sequence_of_steps_ends_in_what_the_rules_take(
    state: State, data: st.DataObject
) -> None:
    index, seen, begun = (
        index_of(CONTENT, CAMPAIGN),
        view(CONTENT, state, state.queue[0].chair),
        None,
    )
    while not isinstance(begun, Decision):
        open_now = ways(index, seen, begun)
        assert {*open_now} <= NUMBERED
        begun = open_now[data.draw(st.sampled_from(sorted(open_now)))]
    assert why_not(CONTENT, state, begun) is None


@pytest.mark.parametrize("scenario", ("handshake_1975", "cold_snap_2022"))
def test_the_shipped_content_is_played_to_its_end(base: Content, scenario: str) -> None:
    run, dice = Run(base, Setup(scenario, "nasa", 4)), Random(4)
    for _ in range(3000):
        if run.over:
            break
        assert run.observe(run.chair)
        run.step(dice.choice(run.steps))
    assert run.over and run.steps == () and run.chair == ""


def test_a_step_that_may_not_be_taken_is_refused() -> None:
    run = small()
    before = canonical(run.state)
    for number in (run.numbering.numbers[WAIT], -1, len(run.numbering)):
        with pytest.raises(UsageError, match=f"is no step that {run.chair} may take"):
            run.step(number)
    assert canonical(run.state) == before
    waits = next(chair for chair in run.chairs if chair != run.chair)
    assert run.may(waits) == (run.numbering.numbers[WAIT],) == (0,)


def test_a_counter_offer_may_pass_through_what_it_answers() -> None:
    index, state = index_of(CONTENT, CAMPAIGN), opening()
    offered = next(t for t in _tables(index.tables["nasa", "roscosmos"], state))
    offer = Offer("one", "nasa", "roscosmos", (offered,))
    state.offers, state.queue = (offer,), (Slot("answer", "roscosmos", "one"),)
    same = Begun(Decision("roscosmos", "answer", "counter", terms=(offered,)))
    on_the_way = ways(index, state, same)
    assert on_the_way and "put" not in on_the_way
    other = Begun(replace(same.decision, terms=()))
    assert any(name.startswith(f"term/{offered.clause}") for name in ways(index, state, other))


def _tables(rows: tuple[tuple[object, Term], ...], state: State) -> list[Term]:
    """Return the terms of which an offer could be made of one alone."""
    terms = [term for _, term in rows]
    decision = Decision("nasa", "table", "offer", "roscosmos")
    asked = state.copy()
    asked.queue = (Slot("table", "nasa"),)
    return [t for t in terms if not why_not(CONTENT, asked, replace(decision, terms=(t,)))]


def test_what_has_no_name_is_pointed_at_in_turn() -> None:
    index, state = index_of(CONTENT, CAMPAIGN), opening()
    leave = Decision("nasa", "table", "cancel")
    first = Begun(leave, pointed=("one", "two"))
    assert ways(index, state, first) == {
        "take": replace(leave, target="one"),
        "pass": Begun(leave, pointed=("two",)),
    }
    assert [*ways(index, state, Begun(leave, pointed=("two",)))] == ["take"]


def test_no_draft_is_begun_that_nothing_could_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    index, state = index_of(CONTENT, CAMPAIGN), opening()
    state.queue = (Slot("table", "nasa"),)
    assert "table/offer/roscosmos" in ways(index, state, None)
    monkeypatch.setattr("game.envs.steps.why_not_sign", lambda *_: "no money")
    assert "table/offer/roscosmos" not in ways(index, state, None)


# --- numbers


def test_numbers_hang_on_no_order() -> None:
    turned = {name: dict(reversed(getattr(CONTENT, name).items())) for name in FIELDS}
    turned["scenarios"] = dict(reversed(dict(CONTENT.scenarios).items()))
    other = replace(CONTENT, **turned)
    assert numbering(other, CAMPAIGN).names == numbering(CONTENT, CAMPAIGN).names
    assert features(other, CAMPAIGN).names == features(CONTENT, CAMPAIGN).names


def test_numbers_hang_on_nothing_that_was_played_before() -> None:
    fresh = replace(CONTENT, sources={})
    opened = play(fresh, Setup(CAMPAIGN, "nasa", 1), b"", whole=True)
    assert opened.last.over
    assert numbering(fresh, CAMPAIGN).names == numbering(replace(fresh), CAMPAIGN).names


def test_scenarios_of_a_world_share_their_numbers(base: Content) -> None:
    known = numbering(base, "cold_snap_2022")
    assert numbering(base, "the_leak") is known
    assert known.numbers[WAIT] == 0 and len({*known.names}) == len(known)
    assert numbering(base, "handshake_1975").names != known.names


# --- runs


@given(st.integers(0, 9), BYTES)
def test_the_same_seed_and_steps_make_the_same_run(seed: int, data: bytes) -> None:
    one, other = walk(small(seed), data), walk(small(seed), data)
    assert canonical(one.state) == canonical(other.state)
    assert (one.begun, one.taken, one.steps) == (other.begun, other.taken, other.steps)


@given(BYTES, BYTES, BYTES)
def test_a_clone_stands_where_its_run_does_and_goes_its_own_way(
    first: bytes, one: bytes, other: bytes
) -> None:
    run = walk(small(), first)
    stood, begun = canonical(run.state), run.begun
    walk(run.clone(), other)
    assert (canonical(run.state), run.begun) == (stood, begun)
    assert canonical(walk(run.clone(), one).state) == canonical(walk(run, one).state)


@pytest.mark.parametrize("chair", ("nasa", "soviet_academy"))
def test_a_run_is_the_game_that_a_session_plays(base: Content, chair: str) -> None:
    setup = Setup("handshake_1975", "nasa", 6)
    names = dict.fromkeys(base.scenarios[setup.scenario].chairs, "diplomat")
    session = Session(base, setup, names | {chair: "random"})
    session.play_others()
    others = {c: name for c, name in names.items() if c != chair}
    run = Run(base, setup, others)
    for decision in session.decisions:
        if decision.chair == chair:
            path = path_to(run.content, run.view(chair), decision)
            assert path is not None
            for name in path:
                run.step(run.numbering.numbers[name])
    assert run.over
    assert session_of(run).chain == session.chain
    assert session_of(run).reasons[-1] == session.reasons[-1]


def test_somebody_has_to_step() -> None:
    everybody = dict.fromkeys(CONTENT.scenarios[CAMPAIGN].chairs, "random")
    wrong = {"leave one free": everybody, "chair": {"nobody": "random"}, "player": {"esa": "rndom"}}
    for told, others in wrong.items():
        with pytest.raises(UsageError, match=told):
            Run(CONTENT, Setup(CAMPAIGN, "nasa", 1), others)


# --- what is observed


@given(st.integers(0, 9), BYTES, st.randoms(use_true_random=False))
def test_nothing_hidden_is_observed(seed: int, data: bytes, dice: Random) -> None:
    run = walk(small(seed), data)
    for chair in run.chairs if not run.over else ():
        other = lookalike(run.content, run.state, chair, dice)
        seen, begun = view(run.content, other, chair), run.begun if chair == run.chair else None
        assert observe(run.features, run.index, seen, chair, begun) == run.observe(chair)
        if chair == run.chair:
            steps = ways(run.index, seen, run.begun)
            assert sorted(map(run.numbering.numbers.__getitem__, steps)) == [*run.steps]


@given(st.integers(0, 9), BYTES)
def test_what_is_observed_lies_within_its_bounds(seed: int, data: bytes) -> None:
    run = walk(small(seed), data)
    for at, path in run.features.figures:
        low, high = run.features.bounds[at]
        assert low <= run.state.figures[path] <= high, path
    for chair in run.chairs:
        pairs = zip(run.observe(chair), run.features.bounds, strict=True)
        assert all(low <= value <= high for value, (low, high) in pairs)


def test_a_chair_observes_what_it_believes_and_how_surely(base: Content) -> None:
    run = Run(base, Setup("cold_snap_2022", "nasa", 2))
    seen = as_table(run.features, run.observe("nasa"))
    held = run.state.knowledge["nasa"]["roscosmos.treasury"]
    assert seen["roscosmos.treasury"] == held.estimate != run.state.figures["roscosmos.treasury"]
    assert seen["roscosmos.treasury.spread"] == held.spread > 0
    assert seen["nasa.treasury"] == run.state.figures["nasa.treasury"]
    assert "nasa.treasury.spread" not in seen and seen["chair.nasa"] == 1
    assert run.chair != "nasa" and not any(name.startswith("asked.") for name in seen)
    asked = as_table(run.features, run.observe(run.chair))
    assert asked["asked.card"] == asked[f"event.{run.state.queue[0].subject}"] == 1


def test_a_draft_is_observed_with_its_sums(base: Content) -> None:
    run, names = Run(base, Setup("handshake_1975", "nasa", 2)), set()
    dice = Random(1)
    for _ in range(MOST):
        if run.over:
            break
        seen = as_table(run.features, run.observe(run.chair))
        names |= {name.partition(".")[0] for name in seen}
        if run.begun and run.begun.decision.terms and run.chair == "nasa":
            (held,) = (term for term in run.begun.decision.terms[-1:])
            assert seen[f"draft.term/{held.clause}/{held.giver}"] == held.amount
        run.step(dice.choice(run.steps))
    assert {"draft", "offered", "sized", "sum", "event"} <= names
