"""How likely each way is that a risky choice can go, now and for who chooses."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Outcome
from game.rules.state import State

WHOLE = 100


def chances(
    outcomes: Sequence[Outcome], state: State, chair: str, target: str = ""
) -> tuple[int, ...]:
    """Return each outcome's chance in per cent: in order, out of what is left of a hundred.

    The last gets the rest, so that they always add up. The state may be a view: chances read
    nothing that is kept from who chooses.
    """
    left, found = WHOLE, []
    for outcome in outcomes[:-1]:
        wanted = outcome.chance
        percent = wanted if isinstance(wanted, int) else wanted.bind(chair, target)(state, {})
        found.append(max(0, min(left, percent)))
        left -= found[-1]
    return (*found, left) if outcomes else ()
