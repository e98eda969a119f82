"""Why a player does something, as data: what weighs most, which line decides over an offer."""

from __future__ import annotations

from game.content.records import Content
from game.players.persona import weighing
from game.players.tastes import PLAIN, Taste
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, find_offer
from game.rules.figures import unrest_path
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.messages import Message, message
from game.rules.preview import preview
from game.rules.state import Offer, State
from game.rules.table.convening import convened
from game.rules.table.deals import assess

PRIVATE = message("why.plain")
FOR = ("accept", "offer", CONVENE)
AT_HOME = {
    "pay": message("why.worth_price"),
    "press": message("why.worth_anger"),
    "fall": message("why.not_worth"),
}
"""Why a chair goes each of the three ways with its own home against it."""


def because(content: Content, seen: State, decision: Decision, taste: Taste = PLAIN) -> Message:
    """Return the weightiest thing that a decision brings to who takes it."""
    if decision.pick == "end":
        return message("why.quiet")
    if KINDS[decision.kind].answers:
        offer = find_offer(seen, seen.queue[0].subject)
        return decided(index_of(content, seen.scenario), seen, offer, decision)
    if decision.pick in ("offer", CONVENE):
        offered = convened(decision.chair, decision.target, decision.terms)
        return decided(index_of(content, seen.scenario), seen, offered, decision)
    if decision.kind == "ratify":
        return AT_HOME[decision.pick]
    changes = [
        change
        for branch in preview(content, seen, decision).branches
        for change in branch.changes
        if change.kind in ("figure", "news")
    ]
    if not changes:
        return PRIVATE
    weigh = weighing(content, seen, decision.chair, taste)
    top = max(changes, key=lambda change: weigh.of((change,)))
    if weigh.of((top,)) <= 0:
        return message("why.least")
    if top.kind == "news":
        return message("why.learn", partner=top.path)
    if top.path == unrest_path(decision.chair):
        return message("why.calm")
    return message("why.gain", path=top.path, amount=top.amount, kept=int(bool(top.seen)))


def decided(index: Index, seen: State, offer: Offer, decision: Decision) -> Message:
    """Return which line of its arithmetic decides what a chair makes of an offer.

    Signed and offered is for what speaks for it most, refused and countered for what speaks against
    it most. What home asks is no part of the sum: it votes on what was signed. A paper of three in
    which a chair has no part has no line for it.
    """
    lines = assess(index, seen, offer, decision.chair)
    if not lines:
        return PRIVATE
    total = sum(line.amount for line in lines)
    wanted = decision.pick in FOR
    line = (max if wanted else min)(lines, key=lambda line: line.amount)
    return message(
        "why.sum", line=line.label, way=line.way, amount=line.amount, total=total, asked=0
    )
