"""The table: whom a chair may make an offer, which step it may take on the ladder."""

from __future__ import annotations

from functools import lru_cache

from game.record import Record
from game.rules.calendar import label, turn_start
from game.rules.deciding.deciding import FREE, Cost, Deciding, bare, leave, locked
from game.rules.decisions import Decision, Option
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.state import Offer, Slot, State
from game.rules.table import ladder
from game.rules.table.convening import convened, guests, pairs, why_not_convened
from game.rules.table.deals import possible_terms, why_no_offer
from game.rules.table.dues import why_no_money
from game.rules.table.laying import lay, tell
from game.rules.table.marks import refused
from game.rules.table.parting import PARTINGS, list_partings, part, why_no_parting
from game.rules.table.signing import rests

INCOMING_A_TURN = 2
REFUSED_DAYS = 170  # how long a refusal rests before the next offer
OFFER_CAPITAL = 1  # what it takes to bring an offer to the table, to one other or to two
CONVENE = "convene"
STEPS = {"step_up": 1, "step_down": -1}

ONE_STEP = message("ladder.one_step")
ONE_OFFER = message("offer.one_a_turn")
FELL = message("offer.fell_lately")
PENNILESS = message("offer.no_capital")
NOTHING_LEFT = message("offer.nothing_left")
OFFERS_ONLY = message("table.offers_only")
NO_SUCH_MOVE = message("table.unknown")


class Moves(Record, eq=False):
    """What a chair may always try at the table, with whom it talks, what it convenes, its steps."""

    offers: tuple[tuple[str, Option], ...]
    papers: tuple[tuple[Offer, Option], ...]
    steps: tuple[tuple[int, Option], ...]
    end: Option


@lru_cache(maxsize=64)
def _moves(index: Index, chair: str) -> Moves:
    """Return what a chair may always try at the table, made once."""
    others = [other for other in index.chairs if other != chair]
    return Moves(
        tuple([(other, bare(chair, "table", "offer", other)) for other in others]),
        tuple(
            [(convened(chair, p), bare(chair, "table", CONVENE, p)) for p in pairs(index, chair)]
        ),
        tuple([(by, bare(chair, "table", pick)) for pick, by in STEPS.items()]),
        bare(chair, "table", "end"),
    )


def _list(index: Index, state: State, slot: Slot) -> list[Option]:
    chair = slot.chair
    moves, found = _moves(index, chair), []
    for other, option in moves.offers:
        found.append(locked(option, _why_no_talk(index, state, chair, other)))
    for blank, option in moves.papers:
        found.append(locked(option, _why_no_convening(index, state, blank)))
    for by, option in moves.steps:
        found.append(locked(option, _why_no_rung(index, state, chair, by)))
    if state.deals or state.claims:
        found.extend(list_partings(index, state, chair))
    found.append(moves.end)
    return found


def _why_no_rung(index: Index, state: State, chair: str, by: int) -> Message | None:
    if state.used.get(f"{chair}.ladder") == state.figures["date"]:
        return ONE_STEP
    return ladder.why_no_step(index, state, chair, by)


def _why_no_talk(index: Index, state: State, chair: str, other: str) -> Message | None:
    if state.used.get(f"{chair}.offer") == state.figures["date"]:
        return ONE_OFFER
    refused = state.used.get(f"{chair}.refused.{other}")
    if refused is not None and state.figures["date"] - refused < REFUSED_DAYS:
        return message("offer.refused_lately", partner=other, ready=_ready(index, state, refused))
    if rests(state, chair, other):
        return FELL
    if state.figures[f"{chair}.capital"] < OFFER_CAPITAL:
        return PENNILESS
    if state.used.get(f"{other}.incoming", 0) >= INCOMING_A_TURN:
        return message("offer.two_already", partner=other)
    if next(possible_terms(index, state, chair, other), None) is None:
        return NOTHING_LEFT
    return None


def _ready(index: Index, state: State, refused: int) -> str:
    """Return the turn from which on a refusal of that day has rested enough."""
    turn = state.turn + 1
    while turn_start(index.scenario, turn) - refused < REFUSED_DAYS:
        turn += 1
    return label(index.scenario, turn_start(index.scenario, turn))


def _why_no_convening(index: Index, state: State, blank: Offer) -> Message | None:
    """Return why a chair can't put anything to two others now, or nothing."""
    chair = blank.maker
    if state.used.get(f"{chair}.offer") == state.figures["date"]:
        return ONE_OFFER
    last = state.used.get(_fell(blank))
    if last is not None and state.figures["date"] - last < REFUSED_DAYS:
        return message("convene.fell_lately", ready=_ready(index, state, last))
    for other in blank.parties[1:]:
        if rests(state, chair, other):
            return FELL
        if state.used.get(f"{other}.incoming", 0) >= INCOMING_A_TURN:
            return message("offer.two_already", partner=other)
    if state.figures[f"{chair}.capital"] < OFFER_CAPITAL:
        return PENNILESS
    own = any(term.giver == chair for term in possible_terms(index, state, *blank.parties))
    return None if own else NOTHING_LEFT


def _fell(offer: Offer) -> str:
    """Return the mark that a paper of three leaves which was declined."""
    return f"{offer.maker}.refused.{guests(offer)}"


def _judge(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    if decision.pick == "offer":
        offer = Offer("", slot.chair, decision.target, decision.terms)
        if decision.target == slot.chair or decision.target not in index.chairs:
            return why_no_offer(index, state, offer)
        reason = _why_no_talk(index, state, slot.chair, decision.target)
        return reason or why_not_sign(index, state, offer, slot.chair)
    if decision.pick == CONVENE:
        offer = convened(slot.chair, decision.target, decision.terms)
        reason = why_not_convened(index, offer) or _why_no_convening(index, state, offer)
        return reason or why_not_sign(index, state, offer, slot.chair)
    if decision.pick in PARTINGS and not decision.terms:
        return why_no_parting(index, state, slot.chair, decision.pick, decision.target)
    if decision.target or decision.terms:
        return OFFERS_ONLY
    if decision.pick in STEPS:
        return _why_no_rung(index, state, slot.chair, STEPS[decision.pick])
    return None if decision.pick == "end" else NO_SUCH_MOVE


def why_not_sign(index: Index, state: State, offer: Offer, chair: str) -> Message | None:
    """Return why a chair can't put its name to an offer: its form, or what it would have to pay."""
    return why_no_offer(index, state, offer) or why_no_money(index, state, offer, chair)


def _talk(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    if decision.pick == "end":
        leave(draft)
    elif decision.pick in ("offer", CONVENE):
        _make_offer(draft, slot.chair, decision)
    elif decision.pick in PARTINGS:
        part(draft, slot.chair, decision, perform_clause)
    else:
        draft.own("used")[f"{slot.chair}.ladder"] = draft.figures["date"]
        by = STEPS[decision.pick]
        stepped = message("step.down", partner=slot.chair)
        if by > 0:
            stepped = message("step.up", partner=slot.chair)
        draft.because(f"table:{decision.pick}", stepped)
        cost = ladder.price_of_step(draft.index, draft.state, slot.chair, by)
        draft.shift(f"{slot.chair}.capital", -cost)
        ladder.step(draft, slot.chair, by)


def _make_offer(draft: Draft, chair: str, decision: Decision) -> None:
    known = f"{draft.state.turn}_{chair}_{decision.target}"
    offer = convened(chair, decision.target, decision.terms, known)
    draft.own("used")[f"{chair}.offer"] = draft.figures["date"]
    lay(draft, offer)
    draft.shift(f"{chair}.capital", -OFFER_CAPITAL)


def felled(draft: Draft, offer: Offer, chair: str) -> None:
    """Mark and tell that somebody has declined an offer: of three, one refusal fells it for all."""
    used, today = draft.own("used"), draft.figures["date"]
    mark, told = f"{offer.maker}.refused.{offer.to}", message("offer.declined", partner=chair)
    if offer.third:
        mark, told = _fell(offer), message("offer.fells", partner=chair)
    used[mark] = used[refused(offer)] = today
    tell(draft, offer, told)


def _cost(index: Index, state: State, decision: Decision) -> Cost:
    if decision.pick in STEPS:
        return ladder.price_of_step(index, state, decision.chair, STEPS[decision.pick]), 0
    return (OFFER_CAPITAL, 0) if decision.pick in ("offer", CONVENE) else FREE


TABLE = Deciding(
    _list,
    _judge,
    _talk,
    lambda index, state, slot: ("",),
    lambda slot, decision: ("table:step_up", "rule:ladder"),
    cost=_cost,
)
