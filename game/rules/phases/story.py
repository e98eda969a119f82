"""Event cards: dated ones first, then follow-ups, then weighted draws; two a chair at most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.past import key
from game.content.records import Event, Role
from game.rules.calendar import DAYS_A_MONTH, turn_of, turn_start
from game.rules.dice import below
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.facts import refresh
from game.rules.index import GRACE_DAYS, Index
from game.rules.kinds import KINDS
from game.rules.messages import text
from game.rules.pacing import USUAL, paces
from game.rules.past import forget
from game.rules.patterns import hear
from game.rules.people.crew import aboard
from game.rules.state import Roles, Scheduled, Ship, Slot, SlotKind, State, longest_docked

CARDS_A_TURN = 2
DRAWS_A_TURN = 3
STRIKE = 75  # % of the record's faults that a seeded run meets at all
FRESH = 4  # how much more a card weighs that none of the recent campaigns has shown
RETRIES = 1  # turns for which a seeded fault waits for room on the desks
STRAY_DAYS = 420  # how far from its date on record a seeded fault may come, either way
NO_SCOPE: dict[str, int] = {}


def enter(draft: Draft) -> None:
    """Choose and fire this turn's events and put their cards on the desks."""
    for event in of_turn(draft.index, draft.state):
        if event.desks and eligible(draft.index, draft.state, event):
            _fire_due(draft, event)
    _follow_up(draft)
    for n in range(DRAWS_A_TURN):
        if not _draw(draft, n):
            break
    refresh(draft)


def due(index: Index, state: State) -> tuple[Event, ...]:
    """Return the dated events that may fire this turn, by their days."""
    return tuple(e for e in of_turn(index, state) if eligible(index, state, e))


def of_turn(index: Index, state: State) -> tuple[Event, ...]:
    """Return the turn's dated events; where faults are seeded, hazards come on days of their own.

    A view carries no seed, so that nobody reads those days from it.
    """
    dated = index.dated.get(state.turn, ())
    if state.words["hazards"] != "seeded":
        return dated
    faults = (e for e in index.content.events.values() if e.hazard and e.day)
    loose = [e for e in faults if _strikes(index, state, e)]
    return (*(e for e in dated if not e.hazard), *loose)


def _strikes(index: Index, state: State, event: Event) -> bool:
    """Return whether a seeded hazard's day falls into this turn; some never come."""
    if below(100, state.seed, "hazard", 0, event.id, 0) >= STRIKE:
        return False
    early = below(2 * STRAY_DAYS, state.seed, "hazard", 0, event.id, 1) - STRAY_DAYS
    day = max((event.day or 0) + early, index.scenario.start.toordinal())
    return 0 <= state.turn - turn_of(index.scenario, day) <= RETRIES


def drawable(index: Index, state: State) -> tuple[Event, ...]:
    """Return the weighted events that may be drawn this turn, by id."""
    return tuple(e for e in index.drawn.get(state.turn, ()) if eligible(index, state, e))


def eligible(index: Index, state: State, event: Event, timed: bool = True) -> bool:
    """Return whether an event may fire: not spent, its condition, thread and roles holding."""
    last = state.fired.get(event.id)
    if last is not None and (event.once or not _rested(event, state, last)):
        return False
    if timed and event.id in index.threads and not state.figures[index.threads[event.id]]:
        return False  # history has left the thread that a record event belongs to
    when = index.conditions.get(event.id)
    if when is not None and not when(state, NO_SCOPE):
        return False
    return not event.roles or cast(index, state, event) is not None


def _rested(event: Event, state: State, last: int) -> bool:
    return bool(state.figures["date"] - last >= max(1, event.cooldown * DAYS_A_MONTH))


def cast(index: Index, state: State, event: Event) -> Roles | None:
    """Find who and what stands in for an event's roles; None when somebody is missing."""
    if not event.roles:
        return ()
    found: list[tuple[str, str]] = []
    for role in event.roles:
        stand_in = _stand_in(index, state, role, dict(found))
        if not stand_in:
            return None
        found.append((role.name, stand_in))
    return tuple(found)


def _stand_in(index: Index, state: State, role: Role, found: dict[str, str]) -> str:
    if role.person:
        return _find_person(state, role, found.get(role.inside, ""))
    ships = [s for s in state.ships.values() if s.vehicle == role.vehicle and not s.fault]
    ships.sort(key=longest_docked)
    return next((s.id for s in ships if not role.carries or _carries(state, role, s)), "")


def _carries(state: State, role: Role, ship: Ship) -> bool:
    return any(
        c.ship == ship.id and c.place == "aboard" and c.partner == role.carries
        for c in state.crew.values()
    )


def _find_person(state: State, role: Role, ship: str) -> str:
    able = [p for p in aboard(state, role.person) if not role.inside or p.ship == ship]
    fit = (p.id for p in able if not role.lived or key("person", role.lived, p.id) in state.past)
    return next(fit, "")


def _fits(draft: Draft, event: Event) -> bool:
    """Return whether every desk of an event has room: two cards a chair, one dilemma."""
    return draft.index.desks[event.id].isdisjoint(_crowded(draft, bool(event.results)))


def _crowded(draft: Draft, dilemma: bool) -> set[str]:
    """Return the chairs that have no room for one more card, or for one more dilemma."""
    held = [slot.chair for slot in draft.state.queue]
    full = {chair for chair in held if held.count(chair) >= CARDS_A_TURN}
    if dilemma:
        full |= {slot.chair for slot in draft.state.queue if KINDS[slot.kind].sealed}
    return full


def _fire_due(draft: Draft, event: Event) -> None:
    """Fire a dated event now, or at the end of its grace as a headline."""
    if _fits(draft, event):
        fire(draft, event)
        return
    until = event.last_day or (event.day or 0) + GRACE_DAYS
    if turn_of(draft.index.scenario, until) <= draft.state.turn:
        fire(draft, event, desks=False)


def fire(draft: Draft, event: Event, desks: bool = True) -> None:
    """Let an event happen: its effects, its headline, its cards."""
    roles = cast(draft.index, draft.state, event) or ()
    if event.desks and event.id in draft.state.fired:
        forget(draft, event.id)
    draft.own("fired")[event.id] = draft.figures["date"]
    hear(draft, f"happened/{event.id}")
    draft.because(f"event:{event.id}", text(event.title))
    perform(draft, event.effects, Actor(roles=roles, day=event.day or 0))
    refresh(draft)
    _announce(draft, event, desks, roles)
    if desks and event.desks:
        draft.own("roles")[event.id] = roles
        kind: SlotKind = "dilemma" if event.results else "card"
        wanted = draft.index.desks[event.id]
        slots = [Slot(kind, c, event.id) for c in order(draft) if c in wanted]
        draft.state.queue = _grouped(draft, (*draft.state.queue, *slots))


def _announce(draft: Draft, event: Event, desks: bool, roles: Roles) -> None:
    """Print an event's headline: to all, or, where some are asked to decide it, to the rest."""
    if not (event.headline and draft.told):
        return
    others: tuple[str, ...] = ()
    if desks and event.desks:
        asked = {desk.chair for desk in event.desks}
        others = tuple([chair for chair in draft.index.chairs if chair not in asked])
    draft.note("headline", event.id, draft.tell(event.headline, roles), others)


def report(draft: Draft) -> None:
    """Fire the turn's dated events that ask nobody, when the turn's cards have been answered."""
    for event in of_turn(draft.index, draft.state):
        if not event.desks and eligible(draft.index, draft.state, event):
            fire(draft, event)


def order(draft: Draft) -> tuple[str, ...]:
    """Return the chairs in this turn's order; who goes first rotates."""
    chairs = draft.index.chairs
    first = draft.state.turn % len(chairs)
    return chairs[first:] + chairs[:first]


def _grouped(draft: Draft, slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Keep a chair's cards together, in this turn's order of chairs, as far as none has to wait.

    A card waits while another chair has to answer it first (`Event.order`).
    """
    seats = {chair: place for place, chair in enumerate(order(draft))}
    left = sorted(slots, key=lambda s: seats[s.chair])
    if draft.index.hands.ordered.isdisjoint([s.subject for s in left]):
        return tuple(left)
    found: list[Slot] = []
    while left:
        able = [s for s in left if not _waits(draft, s, left)]
        last = found[-1].chair if found else ""
        found.append(next((s for s in able if s.chair == last), able[0]))
        left.remove(found[-1])
    return tuple(found)


def _waits(draft: Draft, slot: Slot, left: Iterable[Slot]) -> bool:
    """Return whether somebody who answers a card before this chair hasn't yet."""
    first = draft.index.hands.ahead.get((slot.subject, slot.chair), ())
    if not first:
        return False
    return bool([s for s in left if s.subject == slot.subject and s.chair in first])


def _follow_up(draft: Draft) -> None:
    """Fire the follow-ups whose day falls before the next turn; who finds no room waits a while."""
    before = turn_start(draft.index.scenario, draft.state.turn + 1)
    ready = sorted((s for s in draft.state.scheduled if s.day < before), key=lambda s: s.day)
    for scheduled in ready:
        event = draft.index.content.events[scheduled.event]
        able = eligible(draft.index, draft.state, event, timed=False)
        if able and _fits(draft, event):
            _strike(draft, scheduled)
            fire(draft, event)
        elif draft.figures["date"] - scheduled.day > GRACE_DAYS:
            _strike(draft, scheduled)


def _strike(draft: Draft, scheduled: Scheduled) -> None:
    """Take a follow-up off the schedule."""
    draft.state.scheduled = tuple(s for s in draft.state.scheduled if s != scheduled)


def _draw(draft: Draft, n: int) -> bool:
    """Draw one weighted event for the chairs whose desks are still empty; False when none can be.

    Where one draw finds nothing, no later one will: each looks only among what the first might.
    """
    idle = set(draft.index.chairs).difference([slot.chair for slot in draft.state.queue])
    if n and not idle:
        return False
    pool = [e for e in _roomy(draft, idle, n) if eligible(draft.index, draft.state, e)]
    weights = weigh(draft.index, draft.state, pool)
    total = sum(weights)
    if not total:
        return False
    roll = draft.below(total, "draw", "story", n)
    for event, weight in zip(pool, weights, strict=True):
        roll -= weight
        if roll < 0:
            fire(draft, event)
            break
    return True


def weigh(index: Index, state: State, pool: Sequence[Event]) -> list[int]:
    """Return what each event weighs in a draw: by its own weight, and factors that have bounds.

    Once more for each condition that it fits; more where desks haven't had its like lately; a
    quarter where it was met in a recent campaign.
    """
    hands, met = index.hands, state.met
    traits = hands.traits
    told = (hands.unpaced | paces(traits, state)).__getitem__
    weights = [
        (_fitting(state, event) if event.fits else event.weight)
        * (min(map(told, traits[event.id])) if event.id in traits else USUAL)
        for event in pool
    ]
    if not met:
        return weights
    fresh = (1 if event.id in met else FRESH for event in pool)
    return [weight * factor for weight, factor in zip(weights, fresh, strict=True)]


def _fitting(state: State, event: Event) -> int:
    """Return the weight of an event, once more for each condition that it fits."""
    held = [one for one in event.fits if one.bind("")(state, NO_SCOPE)]
    return event.weight * (1 + len(held))


def _roomy(draft: Draft, idle: set[str], n: int) -> list[Event]:
    """Return this turn's weighted events with room on their desks: any at first, then for idle."""
    desks = draft.index.desks
    drawn = draft.index.drawn.get(draft.state.turn, ())
    if n:
        drawn = tuple([e for e in drawn if not desks[e.id].isdisjoint(idle)])
    if not draft.state.queue:
        return list(drawn)
    full, fuller = _crowded(draft, dilemma=False), _crowded(draft, dilemma=True)
    if not fuller:
        return list(drawn)
    return [e for e in drawn if desks[e.id].isdisjoint(fuller if e.results else full)]


def enter_agenda(draft: Draft) -> None:
    """Give every chair its agenda."""
    draft.state.queue = tuple(Slot("agenda", chair) for chair in order(draft))


def enter_table(draft: Draft) -> None:
    """Give every chair its place at the table; nobody has an offer to think about yet."""
    used = draft.own("used")
    for chair in draft.index.chairs:
        used[f"{chair}.incoming"] = 0
    draft.state.queue = tuple(Slot("table", chair) for chair in order(draft))
