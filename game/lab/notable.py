"""What stands out among measures: the game's own limits for balance, and who crosses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.lab.measures import Edge, Measures
from game.lab.rows import Tally, Verdict

ENOUGH = 30  # offers with an alternative, under which a share says nothing
CHOICE_LIMITS = (0.02, 0.85)
ACTION_LIMITS = (0.005, 0.40)
STUCK = 0.25  # share of turns on a bound from which a figure counts as saturated
STEPPED = ("rung", "commitment")  # figures that live on their bounds when all is well


def stand_outs(found: Measures) -> dict[str, list[str]]:
    """Return, under each heading, what crosses a limit; headings without any are there too."""
    choice, action = CHOICE_LIMITS, ACTION_LIMITS
    return {
        "endings never reached": [e for e, count in found.endings.items() if not count],
        "events that never fire": [e for e, firing in found.events.items() if not firing.games],
        "choices taken too often": _beyond(found.choices, lambda share: share > choice[1]),
        "choices hardly ever taken": _beyond(found.choices, lambda share: share < choice[0]),
        "choices best too often": list(_dominant(found.verdicts)),
        "choices never open though their card came": _locked(found),
        "actions taken too often": _beyond(found.actions, lambda share: share > action[1]),
        "actions hardly ever taken": _beyond(found.actions, lambda share: share < action[0]),
        "actions never open": [key for key, tally in found.actions.items() if not tally.open],
        "clauses never signed": list(_unsigned(found)),
        "clauses that home never passed": list(_unpassed(found)),
        "figures stuck on a bound": list(_stuck(found.edges)),
    }


def share_taken(tally: Tally) -> float | None:
    """Return how often something was taken where there was an alternative; None without any."""
    free = tally.open - tally.alone
    return (tally.taken - tally.alone) / free if free else None


def _beyond(tallies: Mapping[str, Tally], wrong: Callable[[float], bool]) -> list[str]:
    """Return what was open often enough and taken in a wrong share of it."""
    said = []
    for key, tally in tallies.items():
        share = share_taken(tally)
        if share is not None and tally.open - tally.alone >= ENOUGH and wrong(share):
            said.append(f"{key} {share:.1%} of {tally.open - tally.alone}")
    return said


def _dominant(verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    """Yield the choices that were tried often enough and nearly always best."""
    for key, verdict in verdicts.items():
        if verdict.tried >= ENOUGH and verdict.best > CHOICE_LIMITS[1] * verdict.tried:
            yield f"{key} {verdict.best / verdict.tried:.1%} of {verdict.tried}"


def _locked(found: Measures) -> list[str]:
    """Return the choices that were never open on a desk where others were."""
    met = {_desk(key) for key, tally in found.choices.items() if tally.open}
    return [key for key, t in found.choices.items() if not t.open and _desk(key) in met]


def _desk(choice: str) -> str:
    return choice.rpartition("/")[0]


def _unsigned(found: Measures) -> Iterator[str]:
    for clause, bargain in found.clauses.items():
        if bargain.signed == bargain.by_card:
            yield f"{clause} (possible {bargain.possible}, offered {bargain.offered})"


def _unpassed(found: Measures) -> Iterator[str]:
    for clause, bargain in found.clauses.items():
        if bargain.signed and not bargain.ratified:
            yield f"{clause} (signed {bargain.signed}, fallen {bargain.fallen})"


def _stuck(edges: Mapping[str, Edge]) -> Iterator[str]:
    for name, edge in edges.items():
        if not name.endswith(STEPPED):
            if edge.floor > STUCK:
                yield f"{name} at its floor in {edge.floor:.0%} of turns"
            if edge.ceiling > STUCK:
                yield f"{name} at its ceiling in {edge.ceiling:.0%} of turns"
