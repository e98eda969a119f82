"""What a decision would do, on its chooser's view: every risky outcome, never with live dice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.content.records import Content
from game.errors import IllegalDecision
from game.record import replace
from game.rules.deciding import DECIDING, carry_out
from game.rules.decisions import Branch, Change, Decision, find_offer
from game.rules.dilemmas import unfold
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.legality import why_not
from game.rules.messages import NOTHING, Message, message
from game.rules.outcomes import LIVE, chances, enact, worded_as
from game.rules.state import Offer, Sealed, State
from game.rules.table import ratification, treaties
from game.rules.table.sides import others, signs_last
from game.rules.wording import worded

SURE = 100
MANDATE = ".mandate"
Odds = tuple[int, Message]
"""A chance in per cent, and what is told of what then happens."""


Way = tuple[int, Branch]
"""A branch with the place of the risky outcome that it forces."""


@dataclass(frozen=True, slots=True)
class Preview:
    """All the ways a decision can go, and for a dilemma what each answer of the other leads to.

    What a dilemma's choice does by itself happens with its result, when both have answered; its
    answers tell what the other's choice and the result do on top of that.
    """

    branches: tuple[Branch, ...]
    answers: tuple[Branch, ...] = ()


def preview(content: Content, seen: State, decision: Decision) -> Preview:
    """Return a decision's branches as its chooser may foresee them.

    `seen` is a view; a decision that may not be taken is previewed all the same where it can be.
    Raises IllegalDecision, with the reason, where it can't: what isn't there does nothing.
    """
    d = decision
    key = ("preview", content, d.chair, d.kind, d.pick, d.target, d.terms)
    return seen.once(key, lambda: _previewed(content, seen, decision))


def _previewed(content: Content, seen: State, decision: Decision) -> Preview:
    try:
        ways = _ways(content, seen, decision)
        return Preview(tuple([b for _, b in ways]), _answers(content, seen, decision, ways))
    except (LookupError, StopIteration) as error:
        reason = why_not(content, seen, decision)
        if reason is None:
            raise
        raise IllegalDecision(reason) from error


def _ways(content: Content, seen: State, decision: Decision) -> list[Way]:
    ways: list[Way] = []
    for forced, (chance, told) in enumerate(_odds(content, seen, decision)):
        if chance:
            ways.append((forced, _branch(content, seen, decision, chance, told, forced)))
    return ways or [(LIVE, _branch(content, seen, decision, SURE, None, LIVE))]


def _told(content: Content, seen: State, decision: Decision, words: str) -> Message:
    """Return an outcome's or a rival choice's text, with those of the card's roles."""
    of_a_card = KINDS[decision.kind].of_a_card
    roles = seen.roles.get(seen.queue[0].subject, ()) if of_a_card else ()
    return worded(content, seen, words, roles)


def _odds(content: Content, seen: State, decision: Decision) -> tuple[Odds, ...]:
    """Return the ways a decision can go: each with its chance, per cent, and what is told of it."""
    if decision.pick == "accept":
        offer = find_offer(seen, seen.queue[0].subject)
        last = signs_last(offer, decision.chair)
        return _homes(content, seen, decision.chair, offer) if last else ()
    outcomes = DECIDING[decision.kind].outcomes(content, seen, decision)
    if not outcomes:
        return ()
    odds = chances(outcomes, seen, decision.chair, decision.target)
    words = worded_as(outcomes, seen, decision.chair)
    told = [_told(content, seen, decision, one) for one in words]
    return tuple(zip(odds, told, strict=True))


def _homes(content: Content, seen: State, chair: str, offer: Offer) -> tuple[Odds, ...]:
    """Return, for a signature, the ways the other sides' homes can take it.

    In their order, as `signing.put_home` takes them: of two homes the second bit is the second's.
    """
    index, both = index_of(content, seen.scenario), others(offer.parties, chair)
    found = [ratification.stances(index, seen, offer, other, chair) for other in both]
    first, *rest = [ratification.chance(one) for one in found]
    told = [message("vote.undecided", partner=other) for other in both]
    if not rest:
        return (first, message("vote.passes", partner=both[0])), (SURE - first, told[0])
    all_pass, second_alone = first * rest[0] // SURE, (SURE - first) * rest[0] // SURE
    first_alone = first - all_pass
    return (
        (all_pass, message("vote.pass_both", partners=both)),
        (second_alone, told[0]),
        (first_alone, told[1]),
        (SURE - all_pass - second_alone - first_alone, message("vote.both_against", partners=both)),
    )


def if_signed(content: Content, seen: State, offer: Offer, chair: str) -> Branch:
    """Return what an offer does once both have signed and both homes have passed it.

    `seen` is the view of `chair`; what a home takes to be won over is not in it.
    """
    draft = Draft(index_of(content, seen.scenario), seen)
    treaties.sign(draft, offer, perform_clause)
    refresh(draft)
    return Branch(SURE, None, foreseeable(draft.changes, chair))


def _branch(
    content: Content,
    seen: State,
    decision: Decision,
    chance: int,
    told: Message | None,
    forced: int,
) -> Branch:
    draft = Draft(index_of(content, seen.scenario), seen)
    if KINDS[decision.kind].sealed:
        enact(draft, Sealed(decision.chair, seen.queue[0].subject, decision.pick), forced)
    else:
        carry_out(draft, decision, forced)
    return Branch(chance, told, foreseeable(draft.changes, decision.chair))


def _answers(
    content: Content, seen: State, decision: Decision, ways: Sequence[Way]
) -> tuple[Branch, ...]:
    """Return, for a dilemma, what follows for each way the other side may answer.

    Where that hangs on how the own choice goes, it is told for each way of it.
    """
    if not KINDS[decision.kind].sealed:
        return ()
    found = [tuple(_replies(content, seen, decision, way)) for way in ways]
    if all(replies == found[0] for replies in found):
        return found[0]
    return tuple(
        replace(
            reply,
            told=message(
                "dilemma.both",
                own=message("dilemma.own_way", chance=own.chance),
                reply=reply.told or NOTHING,
            ),
        )
        for (_, own), replies in zip(ways, found, strict=True)
        for reply in replies
    )


def _replies(content: Content, seen: State, decision: Decision, way: Way) -> Iterator[Branch]:
    """Yield what each answer of the other side leads to, when the own choice goes one way."""
    event = content.events[seen.queue[0].subject]
    other = next(chair for chair in event.between if chair != decision.chair)
    mine = Sealed(decision.chair, event.id, decision.pick)
    waits = any(s.chair == other and KINDS[s.kind].of_a_card for s in seen.queue)
    for rival in next(desk.choices for desk in event.desks if desk.chair == other):
        theirs = Sealed(other, event.id, rival.id)
        for n in range(len(rival.outcomes)) or (LIVE,):
            both = [(mine, way[0]), (theirs, n)]
            draft = Draft(index_of(content, seen.scenario), seen)
            unfold(draft, event, both if waits else both[::-1])
            changes = _on_top(foreseeable(draft.changes, decision.chair), way[1].changes)
            if changes:
                choice = _told(content, seen, decision, rival.text)
                told = message("dilemma.if_they", choice=choice)
                if n != LIVE:
                    of = len(rival.outcomes)
                    told = message("dilemma.if_they_risk", choice=choice, way=n + 1, of=of)
                yield Branch(0, told, changes)


def _on_top(whole: tuple[Change, ...], first: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return what a whole holds beyond what comes first; what it lacks of that is taken back.

    It lacks some where the other side's choice comes earlier and reaches a bound.
    """
    rest, back = list(whole), []
    for change in first:
        if change in rest:
            rest.remove(change)
        elif change.amount:
            back.append(replace(change, amount=-change.amount))
    return (*rest, *back)


def foreseeable(changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return the changes that a chair will see and can tell beforehand.

    The mandates of others are public, but they move with factions that only their owners know.
    """
    own = f"{chair}{MANDATE}"
    return tuple(
        [
            c
            for c in changes
            if (not c.seen or chair in c.seen) and (c.path == own or not c.path.endswith(MANDATE))
        ]
    )
