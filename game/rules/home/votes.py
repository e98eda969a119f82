"""Votes at home: elections, budgets and councils, announced turns ahead and held as a turn ends.

What a vote comes to is a sum of lines that its own chair can read at any time (`Vote.counts`).
"""

from __future__ import annotations

from game.content.records import Amount, Vote, VoteResult
from game.rules.decisions import Change, Line
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.index import Index
from game.rules.messages import NOTHING, message, text
from game.rules.state import State


def weighing(vote: Vote, state: State) -> tuple[Line, ...]:
    """Return what a vote comes to as things stand, a line each; they sum to it."""
    points = [_points(one.points, vote.partner, state) for one in vote.counts]
    return tuple(
        [
            Line(text(one.name), max(-one.most, min(one.most, point)))
            for one, point in zip(vote.counts, points, strict=True)
        ]
    )


def _points(points: Amount, partner: str, state: State) -> int:
    return points if isinstance(points, int) else points.bind(partner)(state, {})


def result_of(vote: Vote, points: int) -> VoteResult:
    """Return what a vote of so many points leads to."""
    return next(one for one in vote.results if one.at is None or points >= one.at)


def moves_of(index: Index, state: State, vote: Vote, result: VoteResult) -> tuple[Change, ...]:
    """Return what a result would change now; `state` may be a view."""
    draft = Draft(index, state)
    draft.because(f"vote:{vote.id}", NOTHING)
    perform(draft, result.effects, Actor(vote.partner))
    return tuple(draft.changes)


def hold(draft: Draft) -> None:
    """Hold the votes of the turn: what comes of each is everybody's news, its sum its home's."""
    for sitting in draft.index.votes.get(draft.state.turn, ()):
        vote, lines = sitting.vote, weighing(sitting.vote, draft.state)
        points = sum(line.amount for line in lines)
        result = result_of(vote, points)
        draft.because(f"vote:{vote.id}", message("vote.result", vote=vote.id, points=points))
        told = result.headlines[vote.days.index(sitting.day) % len(result.headlines)]
        draft.note("headline", f"vote.{vote.id}", draft.tell(told))
        _count(draft, vote, lines)
        perform(draft, result.effects, Actor(vote.partner))


def _count(draft: Draft, vote: Vote, lines: tuple[Line, ...]) -> None:
    """Tell its own home what a vote was made of."""
    told = tuple(message("vote.line", name=x.label, points=x.amount) for x in lines if x.amount)
    points = sum(line.amount for line in lines)
    counted = message("vote.counted", vote=vote.id, points=points, lines=told)
    draft.note("headline", f"vote.{vote.id}", counted, (vote.partner,))
