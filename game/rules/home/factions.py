"""Factions at home: what pleases them, and what they make of the office."""

from __future__ import annotations

from game.content.lines import DISMISSAL
from game.content.records import Grievance, Scenario
from game.rules.calendar import DAYS_A_MONTH
from game.rules.draft import Draft, weighed
from game.rules.figures import about_word, restless_word, unrest_path
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.state import State

HEATED = 52  # tension from which deals with the other half are begrudged at home
HEAT_A_POINT = 10
GRUDGE_MONTHS = 3  # once a quarter, however long a turn is
TIRING = 4  # the rung from which home tires of the ladder
NO_SCOPE: dict[str, int] = {}
REST_LOW, REST_HIGH = 42, 50  # approval between these stays; beyond them it drifts back

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
    """Let one faction of a home turn restless about something that is so, once a quarter.

    Which one is drawn as a turn opens, so that there is a turn to settle it. Who looks can see it
    from abroad too; only its own home is told. Where nothing is open nobody is restless.
    """
    word = restless_word(partner)
    last = draft.state.words[word]
    if last:
        draft.own("words").update({word: "", about_word(partner): ""})
    if draft.figures["month"] % GRUDGE_MONTHS or not draft.index.grievances[partner]:
        return
    found = _open(draft, partner, last)
    if found:
        _turn(draft, partner, found[draft.below(len(found), "restless", partner)])


def _turn(draft: Draft, partner: str, about: Grievance) -> None:
    path = f"{partner}.faction.{about.faction}"
    points = about.points + asks(draft.index.scenario, partner, draft.figures["date"])
    points = min(points, draft.figures[path])
    draft.own("words").update(
        {restless_word(partner): about.faction, about_word(partner): about.id}
    )
    draft.because("rule:weary", _about(about))
    draft.shift(unrest_path(partner), points)
    told = message("faction.restless", faction=about.faction, about=text(about.name), points=points)
    draft.note("headline", path, told, (partner,))


def _open(draft: Draft, partner: str, last: str) -> list[Grievance]:
    """Return what is open of factions that can withdraw half of it, but not of the last one."""
    figures, state = draft.figures, draft.state
    return [
        one
        for one, approval, holds in draft.index.grievances[partner]
        if one.faction != last and 2 * figures[approval] >= one.points and holds(state, NO_SCOPE)
    ]


def weary(draft: Draft, partner: str) -> None:
    """Let the restless faction of a home withdraw the approval that wasn't won back or settled."""
    unrest = draft.figures[unrest_path(partner)]
    if not unrest:
        return
    path, points = restless(draft.state, partner)
    about = about_of(draft.index, draft.state, partner) if points else None
    if about is not None:
        draft.because("rule:weary", _about(about))
        if is_settled(draft.index, draft.state, about, partner):
            told = message("faction.settled", faction=about.faction, about=text(about.name))
            draft.note("headline", path, told, (partner,))
        else:
            _withdraw(draft, partner, path, points)
    draft.shift(unrest_path(partner), -unrest)


def _withdraw(draft: Draft, partner: str, path: str, points: int) -> None:
    gone = draft.shift(path, -points)
    if gone:
        name = path.rpartition(".")[2]
        told = message("faction.withdraws", faction=name, points=-gone)
        draft.note("headline", path, told, (partner,))


def _about(about: Grievance) -> Message:
    return message("home.restless", faction=about.faction, about=text(about.name))


def about_of(index: Index, state: State, partner: str) -> Grievance | None:
    """Return what the restless faction of a home is restless about; None where nobody is."""
    return index.content.grievances.get(state.words.get(about_word(partner), ""))


def is_settled(index: Index, state: State, about: Grievance, partner: str) -> bool:
    """Return whether what somebody was restless about is settled as things stand."""
    settled = index.settled.get(about.id)
    if settled is not None:
        return bool(settled(state, {}))
    return not about.when.bind(partner)(state, {})


def restless(state: State, partner: str) -> tuple[str, int]:
    """Return whose approval falls as this turn ends, and by how many points; none by default."""
    name, points = state.words[restless_word(partner)], state.figures[unrest_path(partner)]
    return (f"{partner}.faction.{name}", points) if name and points else ("", 0)


def asks(scenario: Scenario, partner: str, today: int) -> int:
    """Return by how many points a partner's home minds what is open more than at first."""
    home = scenario.weariness.get(partner)
    if home is None or today < home.since.toordinal():
        return 0
    grown = (today - home.since.toordinal()) // (home.months * DAYS_A_MONTH)
    return min(1 + grown, home.most)


def left(index: Index, state: State, partner: str) -> int:
    """Return where a mandate comes to as this turn ends, if nothing else moves its factions."""
    path, points = restless(state, partner)
    about = about_of(index, state, partner)
    if not points or about is None or is_settled(index, state, about, partner):
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
