"""What an office wants to find in a paper, and what it never signs: lines of the printed sum.

A want counts for what the office gets or shares, and once a year with each partner: a wanted
clause in parts is wanted no more. A red line counts for what it gives or shares.
"""

from __future__ import annotations

from game.content.records import Leader
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import message
from game.rules.state import State, Term
from game.rules.table.marks import is_news

RED_LINE = 60  # points that no other terms make good


def pull(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return what a term is worth to a party's office because it wants it, or never signs it."""
    held = index.content.leaders.get(state.words[f"{who}.leader"])
    if held is None or (term.clause not in held.wants and term.clause not in held.red_lines):
        return 0
    return _pull(index, state, held, term, (who, other))


def want_lines(
    index: Index, state: State, terms: tuple[Term, ...], who: str, other: str
) -> tuple[Line, ...]:
    """Return a line for each term that a party's office wants, or never signs."""
    found = ((term.clause, pull(index, state, term, who, other)) for term in terms)
    return tuple(_line(clause, points) for clause, points in found if points)


def _line(clause: str, points: int) -> Line:
    if points < 0:
        return Line(message("want.red_line", clause=clause), points)
    return Line(message("want.met", clause=clause), points)


def _pull(index: Index, state: State, held: Leader, term: Term, two: tuple[str, str]) -> int:
    clause, (who, other) = term.clause, two
    points, until = held.wants.get(clause, 0), held.red_lines.get(clause)
    mutual = index.content.clauses[clause].mutual
    stands = until is not None and (not until or state.figures["date"] < until)
    if stands and (mutual or term.giver == who):
        return -RED_LINE
    wanted = points and (mutual or term.giver != who) and is_news(state, clause, who, other)
    return points if wanted else 0
