"""What the rules promise at every decision, each promise a function that raises AssertionError.

They hold for any content and any decision that may be taken. `keep` looks at a whole game and tells
the first decision that breaks one (`game.testing.found`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from game.content.records import Content
from game.errors import IllegalDecision
from game.rules.encoding import canonical, decode_state, digest, encode_state
from game.rules.index import index_of
from game.rules.invariants import violations
from game.rules.ledger import totals
from game.rules.legality import options
from game.rules.preview import foreseeable, preview
from game.rules.turn import ahead, apply
from game.rules.view import view
from game.testing.found import promised
from game.testing.hidden import lookalike
from game.testing.playing import Game, Moment

Promise = Callable[[Content, Moment], None]
"""Raises AssertionError, saying what was expected, where a moment breaks it."""


def sound(content: Content, moment: Moment) -> None:
    """The state that a decision leads to breaks no invariant."""
    found = violations(content, moment.step.state)
    assert not found, f"expected a sound state: {'; '.join(found)}"


def adds_up(content: Content, moment: Moment) -> None:
    """Figures before, and the changes told, make the figures after."""
    moved = totals(moment.step.changes)
    for path in index_of(content, moment.before.scenario).bounds:
        before, after = moment.before.figures[path], moment.step.state.figures[path]
        summed = before + moved.get(path, 0)
        assert after == summed, f"expected {path} {before} > {summed} by what was told, not {after}"


def foretold(content: Content, moment: Moment) -> None:
    """What the chooser could foresee and saw happen is exactly one branch of the preview."""
    decision, step = moment.decision, moment.step
    foreseen = preview(content, view(content, moment.before, decision.chair), decision)
    happened = foreseeable(step.changes[: step.direct], decision.chair)
    ways = [branch.changes for branch in foreseen.branches]
    if decision.kind != "dilemma":
        assert happened in ways, f"expected one of the branches foreseen, not {_paths(happened)}"
    elif not step.state.sealed:
        whole = [way + answer.changes for way in ways for answer in foreseen.answers] or ways
        sums = [totals(way) for way in whole]
        assert totals(happened) in sums, f"expected a cell foreseen, not {_paths(happened)}"
    else:
        assert not happened, f"expected nothing before all have answered, not {_paths(happened)}"


def _paths(changes: tuple[object, ...]) -> str:
    return ", ".join(f"{getattr(c, 'path', '')} {getattr(c, 'amount', ''):+}" for c in changes)


def repeats(content: Content, moment: Moment) -> None:
    """The same decision in the same state, encoded and decoded too, leads to the same."""
    wanted = digest(moment.step.state)
    twin = decode_state(encode_state(moment.before))
    assert digest(apply(content, twin, moment.decision).state) == wanted, (
        "expected the same from a state that was encoded and decoded"
    )
    assert digest(ahead(content, moment.before, moment.decision)) == wanted, (
        "expected the same from looking ahead"
    )


def spares(content: Content, moment: Moment) -> None:
    """A state that was returned is never written again."""
    before = canonical(moment.before)
    apply(content, moment.before, moment.decision)
    assert canonical(moment.before) == before, "expected the state before to be left as it was"


def refuses(content: Content, moment: Moment) -> None:
    """What is listed as locked is refused with its reason, and what is listed as legal isn't."""
    seen = view(content, moment.before, moment.decision.chair)
    for option in options(content, seen):
        if option.legal:
            continue
        try:
            apply(content, moment.before, option.decision)
        except IllegalDecision as refused:
            assert refused.reason, f"expected a reason for refusing {option.decision}"
        else:
            raise AssertionError(f"expected {option.decision} to be refused")


def hides(content: Content, moment: Moment) -> None:
    """States that differ only in what a chair can't see give it equal views."""
    state = moment.step.state
    for number, chair in enumerate(index_of(content, state.scenario).chairs):
        other = lookalike(content, state, chair, Random(number))
        assert view(content, other, chair) == view(content, state, chair), (
            f"expected {chair} to see the same of states that differ in secrets"
        )


PROMISES: Mapping[str, Promise] = {
    one.__name__: one for one in (sound, adds_up, foretold, repeats, spares, refuses, hides)
}
"""All that the rules promise, by name, the cheapest first."""


def keep(content: Content, game: Game, promises: Mapping[str, Promise] | None = None) -> None:
    """Raise Broken at the first decision of a game at which a promise isn't kept.

    `promises` are all of the rules' if none are given; whatever is raised counts as broken.
    """
    asked = PROMISES if promises is None else promises
    decisions = list(game.before)
    for moment in game.moments:
        decisions.append(moment.decision)
        for name, promise in asked.items():
            with promised(content, game.setup, decisions, name, game.told):
                promise(content, moment)
