"""Performs the vocabulary of effects on a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from game.content import records as r
from game.rules import endings
from game.rules.agenda import DESK
from game.rules.calendar import DAYS_A_MONTH, add_months
from game.rules.draft import Draft
from game.rules.effects import people as people_effects
from game.rules.facts import refresh_for
from game.rules.hardware import manifest, orbit, pads
from game.rules.home import cabinet, factions
from game.rules.messages import message
from game.rules.people import crew
from game.rules.state import Offer, Promise, Roles, Scheduled, Ship, Term, longest_docked, record
from game.rules.table import knowledge, ladder, leaders, signing, treaties

DEARER = 25  # points of progress after which an invest step brings a point less


@record
class Actor:
    """On whose behalf effects happen: the chair, its target, the roles, the day of the event."""

    chair: str = ""
    target: str = ""
    roles: Roles = ()
    amount: int = 0
    day: int = 0

    def partner(self, word: str) -> str:
        """Return the partner that `self`, `target` or an id means."""
        if word == "self":
            return self.chair
        return self.target if word == "target" else word

    def role(self, name: str) -> str:
        """Return the id that stands in for a role, or nothing."""
        return next((found for role, found in self.roles if role == name), "")


def perform(draft: Draft, effects: Sequence[r.Effect], actor: Actor) -> None:
    """Perform effects in order; cause and reason are those of the draft at entry."""
    cause, reason = draft.cause, draft.reason
    for effect in effects:
        PERFORMERS[type(effect)](draft, effect, actor)
        draft.cause, draft.reason = cause, reason


def _value(draft: Draft, amount: r.Amount, actor: Actor) -> int:
    if isinstance(amount, int):
        return amount
    return amount.bind(actor.chair, actor.target)(draft.state, {"amount": actor.amount})


TRACES = ("tension", "cohesion")


def _shift(draft: Draft, effect: r.Shift, actor: Actor) -> None:
    key = (effect.path, actor.chair, actor.target)
    path = draft.index.resolved.get(key) or draft.index.path(*key)
    by = effect.by
    moved = draft.shift(path, by if isinstance(by, int) else _value(draft, by, actor))
    if moved and path in TRACES:
        _leave_trace(draft, path, moved, actor)


def _leave_trace(draft: Draft, path: str, moved: int, actor: Actor) -> None:
    """Let what was done stay: who eases tension opens channels, what binds a crew is remembered."""
    if path == "cohesion":
        draft.shift("shared", max(0, moved + 1) // 2)
    elif actor.chair:
        draft.shift("channels", -moved)


def _assign(draft: Draft, effect: r.Assign, actor: Actor) -> None:
    path = draft.index.path(effect.path, actor.chair, actor.target)
    moved = draft.shift(path, _value(draft, effect.to, actor) - draft.figures[path])
    treaties.count_years(draft, path, moved if actor.chair else 0)


def _spend(draft: Draft, effect: r.Spend, actor: Actor) -> None:
    draft.shift(f"{actor.chair}.treasury", -effect.sign * _value(draft, effect.amount, actor))


def _mood(draft: Draft, effect: r.Mood, actor: Actor) -> None:
    factions.mood(draft, actor.chair, effect.topic, _value(draft, effect.by, actor))


def _flag(draft: Draft, effect: r.SetFlag, actor: Actor) -> None:
    draft.own("flags")[effect.flag] = _value(draft, effect.to, actor)


def _word(draft: Draft, effect: r.SetWord, actor: Actor) -> None:
    draft.own("words")[effect.word] = effect.to
    draft.dirty.add("ships")  # ports and power hang on the words


def _today(draft: Draft, actor: Actor) -> int:
    """Return the day from which effects count: the event's own within the turn, if it has one."""
    return max(draft.figures["date"], actor.day)


def _schedule(draft: Draft, effect: r.Schedule, actor: Actor) -> None:
    day = _today(draft, actor) + effect.months * DAYS_A_MONTH
    draft.state.scheduled = (*draft.state.scheduled, Scheduled(effect.event, day))


def _cancel(draft: Draft, effect: r.Cancel, actor: Actor) -> None:
    draft.state.scheduled = tuple(s for s in draft.state.scheduled if s.event != effect.event)


def _flight(draft: Draft, effect: r.BookFlight, actor: Actor) -> None:
    day = _today(draft, actor) + effect.days
    flight = manifest.book(draft, effect.vehicle, day, effect.crew, effect.handle)
    if effect.name:
        flight = replace(flight, name=effect.name)
        draft.state.manifest = (*draft.state.manifest[:-1], flight)
    draft.note("ship", flight.id, message("flight.booked", flight=flight.name))


def _delay(draft: Draft, effect: r.Delay, actor: Actor) -> None:
    flight = manifest.find(draft, effect.flight, actor.partner(effect.of))
    if flight is None:
        return
    later = pads.slipped(flight, flight.day + effect.days, draft.cause)
    draft.state.manifest = tuple(later if f.id == flight.id else f for f in draft.state.manifest)
    moved = message("flight.later", flight=flight.name, days=effect.days)
    if effect.days < 0:
        moved = message("flight.earlier", flight=flight.name, days=-effect.days)
    draft.note("ship", flight.id, moved)


def _docked(draft: Draft, reference: str, actor: Actor) -> Ship | None:
    """Return the ship a role or `docked TYPE` means, if it is still there."""
    if reference.startswith("docked "):
        ships = sorted(draft.state.ships.values(), key=longest_docked)
        return next((s for s in ships if reference == f"docked {s.vehicle}"), None)
    return draft.state.ships.get(actor.role(reference) or actor.target)


def _harm(draft: Draft, effect: r.Harm, actor: Actor) -> None:
    ship = _docked(draft, effect.ship, actor)
    if ship is not None:
        draft.own("ships")[ship.id] = replace(ship, fault=effect.fault)
        draft.note("ship", ship.id, message("ship.damaged", ship=ship.name, fault=effect.fault))
        crew.reseat(draft)


def _mend(draft: Draft, effect: r.Mend, actor: Actor) -> None:
    ship = _docked(draft, effect.ship, actor)
    if ship is not None and ship.fault:
        draft.own("ships")[ship.id] = replace(ship, fault="")
        draft.note("ship", ship.id, message("ship.mended", ship=ship.name))


def _liner(draft: Draft, effect: r.Liner, actor: Actor) -> None:
    ship = _docked(draft, effect.ship, actor)
    if ship is None:
        return
    wanted = actor.role(effect.person)
    everybody = effect.person == "stranded"
    people = [c for c in crew.stranded(draft.state) if everybody or c.id == wanted]
    crew.strap_liners(draft, people, ship)


def _extend(draft: Draft, effect: r.Extend, actor: Actor) -> None:
    ship = _docked(draft, effect.ship, actor)
    if ship is not None:
        draft.own("ships")[ship.id] = replace(ship, returns=ship.returns + effect.days)
        draft.note("ship", ship.id, message("ship.stays", ship=ship.name, days=effect.days))


def _recall(draft: Draft, effect: r.Recall, actor: Actor) -> None:
    """Fly home whoever of a partner's crews has been up longest; a relief stays."""
    owner, vehicles = actor.partner(effect.of), draft.index.content.vehicles
    own = (s for s in draft.state.ships.values() if s.owner == owner)
    crewed = [s for s in own if vehicles[s.vehicle].use == "crew"]
    if crewed:
        ship = min(crewed, key=longest_docked)
        crew.land(draft, ship, message("ship.home_early", ship=ship.name))


def _reboost(draft: Draft, effect: r.Reboost, actor: Actor) -> None:
    metres = 1000 * _value(draft, effect.km, actor)
    burn = orbit.push if effect.by == "usos" else orbit.reboost
    burn(draft, metres)


def _leader(draft: Draft, effect: r.ChangeLeader, actor: Actor) -> None:
    leaders.hand_over(draft, actor.partner(effect.of), effect.to)


def _sign(draft: Draft, effect: r.Sign, actor: Actor) -> None:
    other = actor.partner(effect.other)
    terms = tuple(Term(clause, amount, actor.chair) for clause, amount in effect.terms)
    known = f"card_{draft.state.turn}_{actor.chair}_{effect.terms[0][0]}"
    offer = Offer(known, actor.chair, other, terms, effect.months)
    homes = () if effect.ratified else (actor.chair,)
    signing.put_home(draft, offer, homes, perform_clause)


def _breach(draft: Draft, effect: r.Breach, actor: Actor) -> None:
    treaties.breach(draft, actor.chair, effect.clause, perform_clause)


def _promise(draft: Draft, effect: r.MakePromise, actor: Actor) -> None:
    due = add_months(_today(draft, actor), effect.months)
    to, text = actor.partner(effect.to), draft.fill(effect.text, actor.roles)
    treaties.vow(draft, Promise(actor.chair, to, text, due, effect.key))


def _step(draft: Draft, effect: r.Step, actor: Actor) -> None:
    ladder.step(draft, actor.chair, effect.by)


def _break_thread(draft: Draft, effect: r.BreakThread, actor: Actor) -> None:
    break_thread(draft, effect.thread)


def break_thread(draft: Draft, thread: str) -> None:
    """Leave the record in a thread of history, once."""
    if draft.figures[f"whole.{thread}"]:
        draft.figures[f"whole.{thread}"] = 0
        draft.note("thread", thread, message("thread.left", thread=thread))


def _headline(draft: Draft, effect: r.Headline, actor: Actor) -> None:
    draft.note("headline", draft.cause, draft.tell(effect.text, actor.roles))


def _end(draft: Draft, effect: r.End, actor: Actor) -> None:
    endings.conclude(draft, effect.ending)


def _study(draft: Draft, effect: r.Study, actor: Actor) -> None:
    knowledge.learn(draft, actor.chair, actor.partner(effect.who))


def _invest(draft: Draft, effect: r.Invest, actor: Actor) -> None:
    path = actor.target if effect.option == "target" else f"option.{effect.option}"
    option = draft.index.content.options[path.removeprefix("option.")]
    draft.shift(f"{actor.chair}.treasury", -option.invest)
    draft.shift(path, max(1, option.gain - draft.figures[path] // DEARER))


def _adviser(draft: Draft, effect: r.CallAdviser, actor: Actor) -> None:
    desk = actor.target.removeprefix(DESK) if effect.desk == "target" else effect.desk
    cabinet.call(draft, actor.chair, desk)


def _wellbeing(draft: Draft, effect: r.Wellbeing, actor: Actor) -> None:
    found = _docked(draft, effect.ship, actor) if effect.ship else None
    ship = found.id if found else ""
    role = actor.role(effect.who) or (actor.target if effect.who == "target" else "")
    people_effects.wellbeing(draft, effect, actor.partner(effect.of), role, ship)


def _train(draft: Draft, effect: r.Train, actor: Actor) -> None:
    partner = actor.partner(effect.of)
    others = actor.target if partner == actor.chair else actor.chair
    people_effects.train(draft, effect, partner, others)


def _command(draft: Draft, effect: r.Command, actor: Actor) -> None:
    people_effects.name_commander(draft, actor.partner(effect.to))


def _walk(draft: Draft, effect: r.Walk, actor: Actor) -> None:
    people_effects.walk(draft, effect)


def _bring_home(draft: Draft, effect: r.BringHome, actor: Actor) -> None:
    people_effects.bring_home(draft, effect)


def _when(draft: Draft, effect: r.When, actor: Actor) -> None:
    refresh_for(draft, effect.condition)  # what came before may have moved what it asks about
    holds = effect.condition.bind(actor.chair, actor.target)
    scope = {"amount": actor.amount}
    perform(draft, effect.then if holds(draft.state, scope) else effect.otherwise, actor)


def perform_clause(
    draft: Draft, effects: Sequence[r.Effect], giver: str, getter: str, amount: int
) -> None:
    """Perform a clause's effects for who gives and who gets."""
    perform(draft, effects, Actor(giver, getter, amount=amount))


PERFORMERS: dict[type, Callable[[Draft, Any, Actor], None]] = {
    r.Shift: _shift, r.Assign: _assign, r.Spend: _spend, r.Mood: _mood, r.SetFlag: _flag,
    r.SetWord: _word, r.Schedule: _schedule, r.Cancel: _cancel, r.BookFlight: _flight,
    r.Delay: _delay, r.Harm: _harm, r.Mend: _mend, r.Liner: _liner, r.Extend: _extend,
    r.Recall: _recall, r.Reboost: _reboost, r.ChangeLeader: _leader, r.Sign: _sign,
    r.Breach: _breach, r.MakePromise: _promise, r.Step: _step, r.BreakThread: _break_thread,
    r.Headline: _headline, r.End: _end, r.Study: _study, r.Invest: _invest, r.CallAdviser: _adviser,
    r.Wellbeing: _wellbeing, r.Train: _train, r.Command: _command, r.Walk: _walk,
    r.BringHome: _bring_home, r.When: _when,
}  # fmt: skip
