"""The end of a turn: money, moods, promises, deals, outside options, endings, the next date."""

from __future__ import annotations

from functools import lru_cache

from game.rules import endings
from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.effects import Actor, perform, perform_clause
from game.rules.facts import count_bills, count_days, refresh
from game.rules.hardware.pads import build
from game.rules.home import factions, money, votes
from game.rules.messages import Message, message, text
from game.rules.pairs import LOSSES
from game.rules.patterns import lapse
from game.rules.phases import reckoning as outside
from game.rules.phases import story
from game.rules.table import knowledge, ladder, leaders, running, treaties

CLOCK = frozenset({"date", "month", "turns_left"})
"""Figures that move as a turn begins and on which a venture's losses may hang."""
NEW_HEAD = message("leader.fresh_start")


def enter(draft: Draft) -> None:
    """Tell what the turn's days have brought that ask nobody, then settle the turn."""
    story.report(draft)
    settle(draft)


def settle(draft: Draft) -> None:
    """Settle the turn and open the next one, unless the run ends."""
    months = draft.index.scenario.turn_months
    running.run(draft, months, perform_clause)
    treaties.call_due(draft)
    outside.drift(draft, months)
    _milestones(draft)
    votes.hold(draft)
    for chair in draft.index.chairs:
        money.lapse(draft, chair)
        money.collect(draft, chair, months)
        factions.weary(draft, chair)
        factions.begrudge(draft, chair)
        factions.besiege(draft, chair)
        factions.settle(draft, chair)
        endings.fade(draft, chair)
        endings.remember(draft, chair)
    ladder.call_years(draft)
    refresh(draft)
    _dismissals(draft)
    endings.check(draft)
    if not draft.state.ending:
        _next_turn(draft, months)


def _milestones(draft: Draft) -> None:
    for mark in draft.index.marks:
        option, milestone = mark.option, mark.milestone
        if draft.figures[mark.path] >= milestone.at and mark.key not in draft.state.used:
            draft.own("used")[mark.key] = draft.figures["date"]
            draft.because(f"option:{option.id}", text(option.name))
            draft.note("headline", mark.path, draft.tell(milestone.text))
            perform(draft, milestone.effects, Actor(option.owner))


def _dismissals(draft: Draft) -> None:
    for chair in draft.index.chairs:
        if not factions.in_danger(draft, chair):
            continue
        if chair == draft.state.words["chair"]:
            endings.conclude(draft, endings.DISMISSED)
        else:
            _replace(draft, chair)


def _replace(draft: Draft, chair: str) -> None:
    draft.because("rule:dismissal", NEW_HEAD)
    leaders.hand_over(draft, chair, leaders.successor(draft, chair))
    draft.shift(f"{chair}.low", -draft.figures[f"{chair}.low"])
    for path, _, _ in draft.index.factions[chair]:
        draft.shift(path, max(0, 45 - draft.figures[path]))


def _next_turn(draft: Draft, months: int) -> None:
    draft.turned = len(draft.changes)
    draft.state.turn += 1
    opened = turn_start(draft.index.scenario, draft.state.turn)
    build(draft, opened - draft.figures["date"])
    draft.figures["date"] = opened
    draft.figures["month"] += months
    if not CLOCK.isdisjoint(draft.index.staked):
        draft.dirty.add(LOSSES)
    draft.figures["turns_left"] -= 1
    lapse(draft)
    money.refill(draft)
    for chair in draft.index.chairs:
        factions.stir(draft, chair)
    count_bills(draft)
    count_days(draft)
    knowledge.age(draft)


@lru_cache(maxsize=256)
def _drifting(option: str) -> tuple[str, Message]:
    """Return what the ledger puts an option's own pace down to."""
    return f"option:{option}", message("option.drifts", option=option)


def drift(draft: Draft, months: int) -> None:
    """Let every option move at its own pace; a year's points are spread over its months."""
    before = draft.figures["month"]
    for option in draft.index.content.options.values():
        gained = option.drift * (before + months) // 12 - option.drift * before // 12
        if gained:
            draft.because(*_drifting(option.id))
            draft.shift(f"option.{option.id}", gained)
