"""Votes at home in words both faces share: what is coming, how it stands, what it would do."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Vote, VoteResult
from game.narration.decisions import summary
from game.narration.words import filled, say
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.decisions import Line
from game.rules.home.votes import moves_of, result_of, weighing
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.sittings import Sitting, ahead, coming
from game.rules.state import State
from game.text.language import _
from game.text.lists import comma_listed

VOTE = "vote."


def sittings_told(index: Index, seen: State, chair: str) -> tuple[Sitting, ...]:
    """Return the votes at a viewer's home that are announced and not held yet, by day."""
    return coming(index.votes, index.scenario, seen.turn, chair)


def vote_paths(index: Index, seen: State, chair: str) -> tuple[str, ...]:
    """Return under which names the coming votes can be asked about, each once."""
    return tuple(dict.fromkeys(f"{VOTE}{one.vote.id}" for one in sittings_told(index, seen, chair)))


def vote_of(index: Index, path: str) -> Vote:
    """Return the vote that such a name means."""
    return index.content.votes[path.removeprefix(VOTE)]


def due_votes(index: Index, seen: State, chair: str, short: bool = False) -> Iterator[str]:
    """Yield the votes to be told as a turn opens: new ones, and those of this turn or the next.

    In `short` which and when.
    """
    for one in due_sittings(index, seen, chair):
        if short:
            yield vote_when(index, seen, one)
            continue
        head = vote_head if _is_new(index, seen, one) else vote_when
        yield f"{head(index, seen, one)} {stands_text(index, seen, one.vote, chair)}"


def due_sittings(index: Index, seen: State, chair: str) -> tuple[Sitting, ...]:
    """Return the votes that are new, and those of this turn or the next."""
    found = sittings_told(index, seen, chair)
    return tuple(s for s in found if _is_new(index, seen, s) or s.turn <= seen.turn + 1)


def _is_new(index: Index, seen: State, sitting: Sitting) -> bool:
    return sitting.turn - seen.turn == ahead(index.scenario, sitting.vote) or seen.turn == 1


def vote_head(index: Index, seen: State, sitting: Sitting) -> str:
    """Return which vote is coming, when, and what hangs on it."""
    text = filled(index.content, seen, sitting.vote.text)
    return f"{vote_when(index, seen, sitting)} {text}"


def vote_when(index: Index, seen: State, sitting: Sitting) -> str:
    """Return which vote is coming, and when."""
    when = say(index.content, _when(index, seen, sitting.turn))
    return _("{vote}: {when}.", vote=sitting.vote.name, when=when)


def stands_text(index: Index, seen: State, vote: Vote, chair: str) -> str:
    """Return how a vote would come out now, line by line, and what that would do."""
    lines = weighing(vote, seen)
    points = sum(line.amount for line in lines)
    what = _moves(index, seen, vote, result_of(vote, points), chair)
    return _(
        "As things stand it comes out at {points:+d} ({lines}): {moves}.",
        points=points,
        lines=comma_listed(_lines(index, lines)) or _("nothing counts"),
        moves=what,
    )


def results_told(index: Index, seen: State, vote: Vote, chair: str) -> Iterator[str]:
    """Yield from how many points on a vote does what."""
    least = [result.at for result in vote.results]
    for result in vote.results:
        what = _moves(index, seen, vote, result, chair)
        if result.at is None:
            yield _("Under {points:+d}: {moves}.", points=least[-2] or 0, moves=what)
        else:
            yield _("From {points:+d} on: {moves}.", points=result.at, moves=what)


def vote_lines(index: Index, seen: State, chair: str) -> Iterator[str]:
    """Yield all of the coming votes, a line each thing."""
    for one in sittings_told(index, seen, chair):
        yield vote_head(index, seen, one)
        yield f"  {stands_text(index, seen, one.vote, chair)}"
        yield from (f"  {told}" for told in results_told(index, seen, one.vote, chair))


def _lines(index: Index, lines: tuple[Line, ...]) -> list[str]:
    named = (message("vote.line", name=x.label, points=x.amount) for x in lines if x.amount)
    return [say(index.content, one) for one in named]


def _moves(index: Index, seen: State, vote: Vote, result: VoteResult, chair: str) -> str:
    changes = moves_of(index, seen, vote, result)
    return comma_listed(summary(index.content, changes, chair)) or _("nothing moves")


def _when(index: Index, seen: State, turn: int) -> Message:
    """Return when a vote is held that is held with the end of a turn."""
    name = label(index.scenario, turn_start(index.scenario, turn))
    if turn == seen.turn:
        return message("vote.this_turn", turn=name)
    if turn == seen.turn + 1:
        return message("alarm.next_turn", turn=name)
    return message("alarm.turns", turn=name, turns=turn - seen.turn)
