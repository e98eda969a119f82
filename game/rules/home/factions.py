"""Factions at home: what pleases them, and what they make of the office."""

from __future__ import annotations

from game.content.lines import DISMISSAL
from game.content.records import Faction, Scenario
from game.rules.calendar import DAYS_A_MONTH
from game.rules.draft import Draft, weighed
from game.rules.figures import restless_word, unrest_path
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.state import State

HEATED = 52  # tension from which deals with the other half are begrudged at home
HEAT_A_POINT = 10
GRUDGE_MONTHS = 3  # once a quarter, however long a turn is
TIRING = 4  # the rung from which home tires of the ladder
REST_LOW, REST_HIGH = 42, 50  # approval between these stays; beyond them it drifts back

SEEN_IT_ALL = message("home.seen_it_all")
BEGRUDGED = message("home.begrudged")
BESIEGED = message("home.besieged")
COOLED = message("home.cooled")
FORSAKEN = message("home.forsaken")


def mood(draft: Draft, partner: str, topic: str, amount: int) -> None:
    """Move each faction of a partner by its like for the topic times the amount."""
    draft.sway_home(partner, draft.index.likes.get((partner, topic), ()), amount)


def begrudge(draft: Draft, partner: str) -> None:
    """Let those who like defiance hold deals with the other half against the office (A0-14)."""
    heat = (draft.figures["tension"] - HEATED) // HEAT_A_POINT
    due = draft.figures["month"] % GRUDGE_MONTHS == 0
    if due and heat > 0 and _deals_across(draft, partner):
        draft.because("rule:begrudge", BEGRUDGED)
        mood(draft, partner, "defiance", -heat)


def besiege(draft: Draft, partner: str) -> None:
    """Let home tire of an office whose crews are called back while the bills run on."""
    due = draft.figures["month"] % GRUDGE_MONTHS == 0
    if due and draft.figures[f"{partner}.rung"] >= TIRING:
        draft.because("rule:besiege", BESIEGED)
        mood(draft, partner, "people", -3)
        mood(draft, partner, "money", -1)


def _deals_across(draft: Draft, partner: str) -> bool:
    """Return whether a partner has a deal in force with somebody of the other segment."""
    partners = draft.index.content.partners
    return any(
        partner in deal.parties and len({partners[party].segment for party in deal.parties}) > 1
        for deal in draft.state.deals
    )


def settle(draft: Draft, partner: str) -> None:
    """Let every faction's approval drift a point towards rest."""
    figures, paths = draft.figures, [path for path, _, _ in draft.index.factions[partner]]
    ways = [(path, (figures[path] < REST_LOW) - (figures[path] > REST_HIGH)) for path in paths]
    draft.because("rule:settle", COOLED)
    draft.sway_home(partner, [way for way in ways if way[1]], 1)


def stir(draft: Draft, partner: str) -> None:
    """Let one faction of a home that tires of the story turn restless, once a quarter.

    Which one is drawn as a turn opens, so that there is a turn to win it back. Who looks can see
    it from abroad too; only its own home is told.
    """
    word = restless_word(partner)
    last = draft.state.words[word]
    if last:
        draft.own("words")[word] = ""
    asked = asks(draft.index.scenario, partner, draft.figures["date"])
    if not asked or draft.figures["month"] % GRUDGE_MONTHS:
        return
    points = asked * len(draft.index.factions[partner])
    able = _able(draft, partner, points, last)
    name = able[draft.below(len(able), "restless", partner)]
    points = min(points, draft.figures[f"{partner}.faction.{name}"])
    draft.own("words")[word] = name
    found = draft.index.content.factions[name]
    draft.because("rule:weary", _asked(found))
    draft.shift(unrest_path(partner), points)
    told = message("faction.restless", faction=name, points=points)
    draft.note("headline", f"{partner}.faction.{name}", told, (partner,))


def _able(draft: Draft, partner: str, points: int, last: str) -> list[str]:
    """Return the factions that have half of so many points to withdraw, but not the last one.

    Where that leaves none, any of them may be restless.
    """
    factions = draft.index.factions[partner]
    able = [n for path, _, n in factions if 2 * draft.figures[path] >= points and n != last]
    return able or [name for _, _, name in factions]


def weary(draft: Draft, partner: str) -> None:
    """Let the restless faction of a home withdraw the approval that wasn't won back."""
    path, points = restless(draft.state, partner)
    if points:
        found = draft.index.content.factions[path.rpartition(".")[2]]
        draft.because("rule:weary", _asked(found))
        gone = draft.shift(path, -points)
        if gone:
            told = message("faction.withdraws", faction=found.id, points=-gone)
            draft.note("headline", path, told, (partner,))
    if unrest := draft.figures[unrest_path(partner)]:
        draft.shift(unrest_path(partner), -unrest)


def _asked(faction: Faction) -> Message:
    """Return what a restless faction is restless about: in the content's words, or in general."""
    return text(faction.restless) if faction.restless else SEEN_IT_ALL


def restless(state: State, partner: str) -> tuple[str, int]:
    """Return whose approval falls as this turn ends, and by how many points; none by default."""
    name, points = state.words[restless_word(partner)], state.figures[unrest_path(partner)]
    return (f"{partner}.faction.{name}", points) if name and points else ("", 0)


def asks(scenario: Scenario, partner: str, today: int) -> int:
    """Return the points of approval that a partner's home asks of each faction by now."""
    home = scenario.weariness.get(partner)
    if home is None or today < home.since.toordinal():
        return 0
    grown = (today - home.since.toordinal()) // (home.months * DAYS_A_MONTH)
    return min(1 + grown, home.most)


def left(index: Index, state: State, partner: str) -> int:
    """Return where a mandate comes to as this turn ends, if nothing else moves its factions."""
    path, points = restless(state, partner)
    if not points:
        return state.figures[f"{partner}.mandate"]
    approvals = {p: state.figures[p] for p, _, _ in index.factions[partner]}
    approvals[path] = max(0, approvals[path] - points)
    return weighed(index.mandates[partner], approvals)


def in_danger(draft: Draft, partner: str) -> bool:
    """Count turns in a row under the line; return whether the office falls now."""
    low = draft.figures[f"{partner}.mandate"] < DISMISSAL
    draft.because("rule:mandate", FORSAKEN)
    turns = draft.figures[f"{partner}.low"]
    if low or turns:
        draft.shift(f"{partner}.low", 1 if low else -turns)
    return draft.figures[f"{partner}.low"] >= 2
