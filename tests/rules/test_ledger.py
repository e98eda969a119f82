"""The ledger: reasons that add up exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.rules.decisions import Change
from game.rules.ledger import moved, reasons, totals
from game.rules.messages import text

CHANGES = st.lists(
    st.builds(
        Change,
        kind=st.sampled_from(("figure", "headline")),
        path=st.sampled_from(("tension", "altitude")),
        amount=st.integers(-9, 9),
        cause=st.just("rule:x"),
        reason=st.sampled_from((text("war"), text("calm"), text("luck"))),
    )
)


@given(CHANGES)
def test_the_reasons_sum_to_the_move(changes: list[Change]) -> None:
    for path in ("tension", "altitude"):
        lines = reasons(changes, path)
        assert sum(line.amount for line in lines) == moved(changes, path)
        assert totals(changes).get(path, 0) == moved(changes, path)
        assert all(line.amount for line in lines)
        assert len({line.label for line in lines}) == len(lines)


def test_reasons_come_in_order_of_first_appearance() -> None:
    told = [("war", 2), ("calm", -1), ("war", 1), ("luck", 1), ("luck", -1)]
    changes = [Change("figure", "tension", amount, "rule:x", text(why)) for why, amount in told]
    assert [(line.label, line.amount) for line in reasons(changes, "tension")] == [
        (text("war"), 3), (text("calm"), -1),
    ]  # fmt: skip
