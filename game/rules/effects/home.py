"""Performs the effects at home: money, factions, offices, advisers, outside options."""

from __future__ import annotations

from game.content.records import effects as r
from game.rules.agenda import DESK
from game.rules.draft import Draft
from game.rules.effects.performing import Actor, performs, value
from game.rules.home import cabinet, factions
from game.rules.table import leaders

DEARER = 25  # points of progress after which an invest step brings a point less


@performs(r.Spend)
def _spend(draft: Draft, effect: r.Spend, actor: Actor) -> None:
    spent = effect.amount
    if not isinstance(spent, int):
        spent = value(draft, spent, actor)
    draft.shift(f"{actor.chair}.treasury", -effect.sign * spent)


@performs(r.Mood)
def _mood(draft: Draft, effect: r.Mood, actor: Actor) -> None:
    by = effect.by if isinstance(effect.by, int) else value(draft, effect.by, actor)
    factions.mood(draft, actor.chair, effect.topic, by)


@performs(r.ChangeLeader)
def _leader(draft: Draft, effect: r.ChangeLeader, actor: Actor) -> None:
    leaders.hand_over(draft, actor.partner(effect.of), effect.to)


@performs(r.Invest)
def _invest(draft: Draft, effect: r.Invest, actor: Actor) -> None:
    path = actor.target if effect.option == "target" else f"option.{effect.option}"
    option = draft.index.content.options[path.removeprefix("option.")]
    draft.shift(f"{actor.chair}.treasury", -option.invest)
    draft.shift(path, max(1, option.gain - draft.figures[path] // DEARER))


@performs(r.CallAdviser)
def _adviser(draft: Draft, effect: r.CallAdviser, actor: Actor) -> None:
    desk = actor.target.removeprefix(DESK) if effect.desk == "target" else effect.desk
    cabinet.call(draft, actor.chair, desk)
