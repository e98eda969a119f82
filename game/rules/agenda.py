"""Agenda actions made ready for a chair: what never changes in a game is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.records import Action, Bound, Content, Effect, Invest, Spend
from game.rules.decisions import Decision, Option

ROVING = ("person", "ship")  # targets that come and go


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An action of a chair, aimed at a target.

    Its price is `fixed` plus the (sign, amount) pairs of `variable`, million USD. `barred` and
    `short` are its locked options: by its condition, and by how little capital is left.
    """

    action: Action
    capital: int
    target: str
    mark: str
    fixed: int
    variable: tuple[tuple[int, Bound], ...]
    needs: Bound | None
    legal: Option
    barred: Option
    short: tuple[Option, ...]


def prepare(content: Content, action: Action, chair: str, target: str) -> Prepared:
    """Return an action made ready for a chair and a target."""
    decision = Decision(chair, "agenda", action.id, target)
    fixed, variable = prices(content, action.effects, chair, target)
    return Prepared(
        action,
        action.capital,
        target,
        f"{chair}.{action.id}.{target}",
        fixed,
        variable,
        action.needs.bind(chair, target) if action.needs else None,
        Option(decision),
        Option(decision, action.because or "Not possible as things stand."),
        tuple(Option(decision, short_of_capital(action.capital, n)) for n in range(action.capital)),
    )


def short_of_capital(needed: int, held: int) -> str:
    """Return why something can't be paid in capital."""
    return f"Needs {needed} capital; you have {held}."


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
                variable.append((effect.sign, effect.amount.bind(chair, target)))
    return fixed, tuple(variable)


def agenda(content: Content, chairs: tuple[str, ...], chair: str) -> tuple[Prepared, ...]:
    """Return a chair's actions, ready for every target that is always there."""
    return tuple(
        prepare(content, action, chair, target)
        for action in _actions(content, chair)
        for target in _fixed_targets(content, chairs, chair, action.target)
    )


def known(ready: tuple[Prepared, ...]) -> dict[tuple[str, str], Prepared]:
    """Return actions by id and target; those aimed at people and ships are added when met."""
    return {(one.action.id, one.target): one for one in ready}


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
    return ()
