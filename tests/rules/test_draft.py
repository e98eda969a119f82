"""The draft: copies on write, keeps bounds, writes every move into the ledger."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.rules.dice import draw
from game.rules.encoding import canonical
from game.rules.ledger import moved
from game.rules.messages import text
from tests.worlds import INDEX, begin, opening

STATE = opening()
BEFORE = canonical(STATE)
SHIFTS = st.lists(st.tuples(st.sampled_from(sorted(INDEX.bounds)), st.integers(-99_999, 99_999)))


@given(SHIFTS)
def test_a_draft_never_touches_the_state_it_started_from(
    shifts: list[tuple[str, int]],
) -> None:
    draft = begin(STATE)
    for path, amount in shifts:
        draft.shift(path, amount)
    for table in ("flags", "words", "ships", "crew", "used", "knowledge", "fired", "roles"):
        draft.own(table)["new"] = 1
    assert canonical(STATE) == BEFORE


@given(st.sampled_from(sorted(INDEX.bounds)), st.integers(-99_999, 99_999))
def test_a_shift_stays_in_bounds_and_the_ledger_holds_what_was_really_added(
    path: str, amount: int
) -> None:
    draft = begin(STATE)
    before = draft.figures[path]
    added = draft.shift(path, amount)
    low, high = INDEX.bounds[path]
    assert draft.figures[path] == before + added == min(max(before + amount, low), high)
    assert moved(draft.changes, path) == added


def test_a_table_is_copied_once() -> None:
    draft = begin(STATE)
    assert draft.own("flags") is draft.own("flags")
    assert draft.own("flags") is not STATE.flags


def test_a_change_carries_its_cause_and_reason_and_who_may_see_it() -> None:
    draft = begin(STATE)
    why = text("A test")
    draft.because("rule:test", why)
    draft.shift("nasa.treasury", -5)
    draft.shift("tension", 1)
    draft.note("headline", "x", seen=("esa",))
    private, public, note = draft.changes
    assert (private.cause, private.reason, private.seen) == ("rule:test", why, ("nasa",))
    assert public.seen == ()
    assert (note.kind, note.amount, note.reason, note.seen) == ("headline", 0, why, ("esa",))


def test_a_mandate_follows_its_factions_by_their_weights() -> None:
    draft = begin(STATE)
    for path in ("nasa.faction.congress", "nasa.faction.hawks"):
        draft.shift(path, -draft.figures[path])
    assert draft.figures["nasa.mandate"] == 0
    draft.shift("nasa.faction.congress", 50)  # weight 3 of 5
    assert draft.figures["nasa.mandate"] == 22  # hawks at 0 count as -20: (150 - 40) / 5
    draft.shift("nasa.faction.hawks", 30)
    assert draft.figures["nasa.mandate"] == 42


def test_a_partner_without_factions_keeps_its_mandate() -> None:
    draft = begin(STATE)
    draft.index.factions["esa"], kept = (), draft.index.factions["esa"]
    draft.weigh_mandate("esa")
    draft.index.factions["esa"] = kept
    assert not draft.changes


def test_the_dice_of_a_draft_are_the_states() -> None:
    drawn = draw(STATE.seed, "a", STATE.turn, "b", 2) % 100
    assert begin(STATE).below(100, "a", "b", 2) == drawn
    assert begin(opening(seed=2)).below(2**40, "a", "b") != begin(STATE).below(2**40, "a", "b")
