"""Agenda actions made ready for a chair: what never changes in a game is worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from game.content.desks import DESKS
from game.content.records import (
    Action,
    Bound,
    Choice,
    Content,
    Effect,
    Expression,
    Invest,
    Scenario,
    Spend,
)
from game.rules.calendar import DAYS_A_MONTH
from game.rules.decisions import Decision, Option
from game.rules.messages import Message, message, text
from game.rules.rungs import NEVER_SHUT, shut_actions, why_shut
from game.rules.state import SlotKind, State

NO_SCOPE: dict[str, int] = {}
DESK = "desk."  # begins the target that is a desk of the own advisers
NOTHING_HELD = (0, 0)
ROVING = ("person", "ship", "crew_ship")  # targets that come and go

BARRED = message("action.barred")
DONE = message("action.done_already")


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A card's choice, or an action aimed at a target, made ready for a chair.

    Its price is `fixed` plus the (sign, amount) pairs of `variable`, million USD. `mark` is where
    `State.used` says when it was last taken, `rest` for how many days it then can't be
    taken again. A rung from `shut` up shuts it: at any of the figures `rungs`, or anybody's where
    there are none. `barred`, `done`, `closed` and `short` are its locked options: by its condition,
    as taken already this turn, by the ladder, and by how little capital is left; `resting` those
    of a rest, by the days since, as they are first asked. Where one of
    `reasons` holds it explains the condition better.
    """

    aim: str
    target: str
    capital: int
    mark: str
    rest: int
    fixed: int
    variable: tuple[tuple[int, Bound], ...]
    needs: Bound | None
    legal: Option
    barred: Option
    reasons: tuple[tuple[Bound, Option], ...]
    done: Option
    short: tuple[Option, ...]
    shut: int
    rungs: tuple[str, ...]
    closed: Option
    resting: dict[int, Option] = field(default_factory=dict)


def prepare(
    content: Content, scenario: Scenario, action: Action, chair: str, target: str
) -> Prepared:
    """Return an action made ready for a chair and a target."""
    decision = Decision(chair, "agenda", action.id, target)
    mark = f"{chair}.{action.id}.{target}"
    rest = action.cooldown * DAYS_A_MONTH
    shut = shut_actions(content).get(action.id, NEVER_SHUT)
    closed = _closed(scenario, shut, action.target == "partner")
    return _ready(content, action, decision, action.target, mark, rest, shut, closed)


def prepare_choice(content: Content, choice: Choice, chair: str, kind: SlotKind) -> Prepared:
    """Return a card's choice made ready for its desk."""
    return _ready(content, choice, Decision(chair, kind, choice.id), "", "", 0)


def _ready(
    content: Content,
    what: Action | Choice,
    decision: Decision,
    aim: str,
    mark: str,
    rest: int,
    shut: int = NEVER_SHUT,
    closed: Message | None = None,
) -> Prepared:
    chair, target, capital = decision.chair, decision.target, what.capital
    between = aim == "partner"
    fixed, variable = prices(content, what.effects, chair, target)
    return Prepared(
        aim, target, capital, mark, rest, fixed, variable,
        needs=bound(what.needs, chair, target) if what.needs else None,
        legal=Option(decision),
        barred=Option(decision, text(what.because) if what.because else BARRED),
        reasons=_reasons(what, decision),
        done=Option(decision, DONE),
        short=tuple(Option(decision, short_of_capital(capital, n)) for n in range(capital)),
        shut=shut,
        rungs=(f"{chair}.rung", f"{target}.rung") if between else (),
        closed=Option(decision, closed),
    )  # fmt: skip


def bound(needs: Expression, chair: str, target: str) -> Bound:
    """Return a condition for a chair and a target; the same for all targets where it asks none.

    Whatever hangs on a target is written with that word.
    """
    return needs.bind(chair, target if "target" in needs.text else "")


def _reasons(what: Action | Choice, decision: Decision) -> tuple[tuple[Bound, Option], ...]:
    """Return the exact reasons that a condition may have, each with what is locked by it."""
    locks = what.locks if isinstance(what, Action) else ()
    return tuple(
        (bound(lock.when, decision.chair, decision.target), Option(decision, text(lock.text)))
        for lock in locks
        if lock.when is not None
    )


def _barred(ready: Prepared, state: State) -> Option:
    """Return the option that its condition locks, with the first reason that holds."""
    for holds, option in ready.reasons:
        if holds(state, NO_SCOPE):
            return option
    return ready.barred


def _closed(scenario: Scenario, shut: int, between: bool) -> Message | None:
    if shut == NEVER_SHUT:
        return None
    return message("action.shut", why=why_shut(scenario, shut, between))


def is_shut(ready: Prepared, figures: Mapping[str, int]) -> bool:
    """Return whether a rung that somebody stands on shuts it: anybody, or one of the two."""
    if not ready.rungs:
        return True
    chair, target = ready.rungs
    return figures[chair] >= ready.shut or figures[target] >= ready.shut


def weigh_one(
    state: State, chair: str, ready: Prepared, held: tuple[int, int] = NOTHING_HELD
) -> Option:
    """Return one row as an option now, asked plainly: what `weigh` does for a whole sheet."""
    figures, today = state.figures, state.figures["date"]
    capital = max(0, figures[f"{chair}.capital"] - held[0])
    money = figures[f"{chair}.treasury"] - held[1]
    if ready.capital > capital:
        return ready.short[capital]
    if figures["rung.highest"] >= ready.shut and is_shut(ready, figures):
        return ready.closed
    last = state.used.get(ready.mark)
    if last is not None and (last == today or last + ready.rest > today):
        return rested(ready, today - last)
    price = price_now(ready, state) if ready.variable else ready.fixed
    if price > max(0, money):
        return unpaid(ready, price, money)
    if ready.needs is not None and not ready.needs(state, NO_SCOPE):
        return _barred(ready, state)
    return ready.legal


def price_now(ready: Prepared, state: State) -> int:
    """Return what is taken from the treasury now, million USD (negative: it earns)."""
    cost = ready.fixed
    for sign, amount in ready.variable:
        cost += sign * amount(state, NO_SCOPE)
    return cost


@lru_cache(maxsize=4096)
def unpaid(ready: Prepared, price: int, money: int) -> Option:
    """Return the locked option of what costs more than there is."""
    return Option(ready.legal.decision, short_of_money(price, money))


def rested(ready: Prepared, days: int) -> Option:
    """Return the locked option of an action that was taken so many days ago, made once."""
    if days == 0:
        return ready.done
    found = ready.resting.get(days)
    if found is None:
        months = -((days - ready.rest) // DAYS_A_MONTH)
        locked = Option(ready.legal.decision, message("action.rests", months=months))
        found = ready.resting[days] = locked
    return found


def short_of_money(cost: int, treasury: int) -> Message:
    """Return why something can't be paid in money."""
    return message("lock.money", cost=cost, held=treasury)


def short_of_capital(needed: int, held: int) -> Message:
    """Return why something can't be paid in capital."""
    return message("lock.capital", needed=needed, held=held)


def prices(
    content: Content, effects: tuple[Effect, ...], chair: str, target: str
) -> tuple[int, tuple[tuple[int, Bound], ...]]:
    """Return what effects take from the treasury: a fixed sum, and amounts that vary."""
    fixed = 0
    variable: list[tuple[int, Bound]] = []
    for effect in effects:
        if isinstance(effect, Invest):
            path = target if effect.option == "target" else f"option.{effect.option}"
            fixed += content.options[path.removeprefix("option.")].invest
        elif isinstance(effect, Spend):
            if isinstance(effect.amount, int):
                fixed += effect.sign * effect.amount
            else:
                variable.append((effect.sign, bound(effect.amount, chair, target)))
    return fixed, tuple(variable)


def price(
    content: Content, state: State, chair: str, effects: tuple[Effect, ...], target: str = ""
) -> int:
    """Return what sure effects take from the own treasury, million USD (negative: they earn)."""
    fixed, variable = prices(content, effects, chair, target)
    return fixed + sum(sign * amount(state, NO_SCOPE) for sign, amount in variable)


def agenda(content: Content, scenario: Scenario, chair: str) -> tuple[Prepared, ...]:
    """Return a chair's actions, ready for every target that is always there."""
    return tuple(
        prepare(content, scenario, action, chair, target)
        for action in _actions(content, chair)
        for target in _fixed_targets(content, scenario.chairs, chair, action.target)
    )


def known(ready: tuple[Prepared, ...]) -> dict[tuple[str, str], Prepared]:
    """Return actions by id and target; those aimed at people and ships are added when met."""
    return {(one.legal.decision.pick, one.target): one for one in ready}


def roving(content: Content, chair: str) -> tuple[Action, ...]:
    """Return a chair's actions that are aimed at people or ships."""
    return tuple(action for action in _actions(content, chair) if action.target in ROVING)


def _actions(content: Content, chair: str) -> Iterator[Action]:
    return (a for a in content.actions.values() if not a.chairs or chair in a.chairs)


def _fixed_targets(
    content: Content, chairs: tuple[str, ...], chair: str, kind: str
) -> tuple[str, ...]:
    if kind == "none":
        return ("",)
    if kind == "partner":
        return tuple(p for p in chairs if p != chair)
    if kind == "faction":
        mine = (f for f in content.factions.values() if f.partner == chair)
        return tuple(f"{chair}.faction.{faction.id}" for faction in mine)
    if kind == "option":
        return tuple(f"option.{o.id}" for o in content.options.values() if o.owner == chair)
    if kind == "desk":
        waiting = {a.desk for a in content.advisers.values() if a.reserve and a.partner == chair}
        return tuple(f"{DESK}{desk}" for desk in DESKS if desk in waiting)
    return ()
