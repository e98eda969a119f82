"""The station being given up, in words both screens share: promised years that end, crews called
home for want of them, and nobody left aboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from game.content.records import Scenario
from game.narration.words import rung_told
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.endings import is_dismissal
from game.rules.index import Index
from game.rules.rungs import rungs
from game.rules.state import Ship, State
from game.rules.table.ladder import RECALLED, top
from game.text.language import _, ngettext

SOON = 4  # turns before promised years end from which they are warned of
GRACE = 2  # turns from the call of the crews to the one in which they leave


def given_up(index: Index, seen: State, viewer: str) -> Iterator[str]:
    """Yield when the run ends for want of people aboard, and whose crews are called home soon."""
    yield from filter(None, (empty_text(index, seen), emptied_text(index, seen)))
    yield from years_texts(index, seen, viewer)


def years_texts(index: Index, seen: State, viewer: str) -> Iterator[str]:
    """Yield whose crews are called home soon for want of promised years, and when they leave."""
    for partner in index.chairs if index.scenario.station else ():
        if _departing(index, seen, partner):
            departs = _label(index.scenario, seen.turn + 1)
            if partner == viewer:
                yield _("You have recalled your crews: they leave in {turn}.", turn=departs)
            else:
                name = _name(index, partner)
                told = _(
                    "{name} has recalled its crews: they leave in {turn}.", name=name, turn=departs
                )
                yield told
        if turn := _called_soon(index, seen, partner):
            yield _years_text(index, seen, partner, viewer, turn)


def _called_soon(index: Index, seen: State, partner: str) -> int:
    """Return the turn with whose end a partner is called, 0 where that is neither near nor due."""
    turn = years_end(index, seen, partner)
    near = turn and turn - seen.turn < SOON
    return turn if near and _callable(index, seen, partner) else 0


def _years_text(index: Index, seen: State, partner: str, viewer: str, turn: int) -> str:
    year = seen.figures[f"{partner}.commitment"]
    comes = _called(index, partner, viewer, turn)
    if partner == viewer:
        return _(
            "You have promised the station no year after {year}; {what_comes}.",
            year=year,
            what_comes=comes,
        )
    return _(
        "{name} has promised nothing after {year}: {what_comes}.",
        name=_name(index, partner),
        year=year,
        what_comes=comes,
    )


def _called(index: Index, partner: str, viewer: str, turn: int) -> str:
    """Return what the rules make of a partner whose promised years end with a turn."""
    scenario, goal = index.scenario, _goal(index, partner)
    own = partner == viewer
    if goal == RECALLED and turn + GRACE <= scenario.turns:
        leave = _label(scenario, turn + GRACE)
        if own:
            return _("your crews would leave in {turn}", turn=leave)
        return _("its crews leave in {turn}", turn=leave)
    ends, name = _label(scenario, turn), rung_told(index.content, rungs(scenario)[goal])
    if own:
        return _("you would come to rung {n}, {name}, as {turn} ends", n=goal, name=name, turn=ends)
    return _("it comes to rung {n}, {name}, as {turn} ends", n=goal, name=name, turn=ends)


def _goal(index: Index, partner: str) -> int:
    """Return the rung that a partner is brought to when its promised years are over."""
    return min(RECALLED, top(index, partner))


def _callable(index: Index, seen: State, partner: str) -> bool:
    return seen.figures[f"{partner}.rung"] < _goal(index, partner)


def _departing(index: Index, seen: State, partner: str) -> bool:
    """Return whether crews that are recalled already leave as the next turn begins."""
    waiting = any(ship.owner == partner and not ship.fault for ship in _crew_ships(index, seen))
    recalled = seen.figures[f"{partner}.rung"] == RECALLED
    return waiting and recalled and seen.turn < index.scenario.turns


def _crew_ships(index: Index, seen: State) -> list[Ship]:
    vehicles = index.content.vehicles
    return [ship for ship in seen.ships.values() if vehicles[ship.vehicle].use == "crew"]


def years_end(index: Index, seen: State, partner: str) -> int:
    """Return the turn with whose end a partner's promised years are over, 0 if the run ends first.

    It is the present one where they are over already.
    """
    promised, scenario = seen.figures[f"{partner}.commitment"], index.scenario
    coming = ((t, turn_start(scenario, t + 1)) for t in range(seen.turn, scenario.turns))
    return next((t for t, day in coming if date.fromordinal(day).year > promised), 0)


def years_left(index: Index, seen: State, partner: str, viewer: str) -> str:
    """Return in words how long a partner's promised years still run, and what comes after."""
    turn = years_end(index, seen, partner)
    years = _years(index, seen, partner, viewer, turn)
    if not turn or not _callable(index, seen, partner):
        return f"{years}."
    return _(
        "{years}; {what_comes}.", years=years, what_comes=_called(index, partner, viewer, turn)
    )


def _years(index: Index, seen: State, partner: str, viewer: str, turn: int) -> str:
    """Return until when a partner's promised years run, as a sentence without its stop."""
    year, ahead = seen.figures[f"{partner}.commitment"], turn - seen.turn
    name, own = _name(index, partner), partner == viewer
    if not turn:
        if own:
            return _("The years you promised reach past the last turn, to {year}", year=year)
        return _(
            "The years {name} promised reach past the last turn, to {year}", name=name, year=year
        )
    if year < date.fromordinal(seen.figures["date"]).year:
        if own:
            return _("The years you promised ended with {year}", year=year)
        return _("The years {name} promised ended with {year}", name=name, year=year)
    when, ends = _ahead(ahead), _label(index.scenario, turn)
    if own:
        return _("The years you promised end {when}, {turn}", when=when, turn=ends)
    return _("The years {name} promised end {when}, {turn}", name=name, when=when, turn=ends)


def _ahead(turns: int) -> str:
    """Return with the end of which turn something comes."""
    if turns < 1:
        return _("with this turn")
    return _("with the next turn") if turns == 1 else ngettext("in {n} turn", "in {n} turns", turns)


def years_lines(index: Index, seen: State, viewer: str) -> Iterator[str]:
    """Yield how long everybody's promised years still run, the viewer's first."""
    for partner in sorted(index.chairs, key=lambda chair: chair != viewer):
        if index.scenario.station:
            yield years_left(index, seen, partner, viewer)


def _label(scenario: Scenario, turn: int) -> str:
    return label(scenario, turn_start(scenario, turn))


def _name(index: Index, partner: str) -> str:
    return index.content.partners[partner].name


def empty_text(index: Index, seen: State) -> str:
    """Return when the run ends if the station stays as empty as it is; nothing otherwise."""
    if not index.scenario.station or seen.figures["aboard"]:
        return ""
    turns = range(seen.turn, index.scenario.turns + 1)
    ends = next((turn for turn in turns if _ends_empty(index, seen, turn)), 0)
    if not ends:
        return ""
    when = _label(index.scenario, ends)
    if ends == seen.turn:
        return _("Nobody is aboard the station: the run ends as {turn} ends.", turn=when)
    return _(
        "Nobody is aboard the station: if nobody flies to it, the run ends as {turn} ends.",
        turn=when,
    )


def emptied_text(index: Index, seen: State) -> str:
    """Return when the run ends if everybody aboard is called home soon; nothing otherwise."""
    ships = _crew_ships(index, seen) if index.scenario.station and seen.figures["aboard"] else []
    leave = [0 if ship.fault else _leaves(index, seen, ship.owner) for ship in ships]
    turns = range(max(leave), index.scenario.turns + 1) if leave and all(leave) else ()
    ends = next((turn for turn in turns if _ends_empty(index, seen, turn)), 0)
    if not ends:
        return ""
    when = _label(index.scenario, ends)
    return _(
        "Once all crews are home as called, nobody is aboard: the run ends as {turn} ends.",
        turn=when,
    )


def _leaves(index: Index, seen: State, partner: str) -> int:
    """Return the turn in which a partner's crews leave as things stand, 0 if they don't soon."""
    if partner not in index.chairs:
        return 0
    if _departing(index, seen, partner):
        return seen.turn + 1
    called = _called_soon(index, seen, partner)
    return called + GRACE if called and _goal(index, partner) == RECALLED else 0


def _ends_empty(index: Index, seen: State, turn: int) -> bool:
    """Return whether an ending holds when a turn ends just because nobody is aboard."""
    ahead = turn - seen.turn
    later = {
        "date": turn_start(index.scenario, turn),
        "month": seen.figures["month"] + ahead * index.scenario.turn_months,
        "turns_left": seen.figures["turns_left"] - ahead,
    }
    empty = replace(seen, figures={**seen.figures, **later, "aboard": 0})
    manned = replace(seen, figures={**empty.figures, "aboard": 1})
    return any(
        when(empty, {}) and not when(manned, {})
        for ending, when in index.endings
        if not ending.last and not is_dismissal(ending)
    )
