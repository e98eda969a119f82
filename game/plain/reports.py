"""What a player can ask for at any moment: figures, people, ships, deals, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from game.content.records import Content
from game.narration import hardware as fleet
from game.narration.crew import (
    command_text,
    condition_text,
    lived_text,
    mood_text,
    odds_text,
    on_the_ground,
    skills_text,
)
from game.narration.deals import deal_lines, owed_lines
from game.narration.decisions import date_text, heading_of, term_text
from game.narration.figures import (
    amount_text,
    danger_at,
    figure_aloud,
    told_here,
    value_text,
)
from game.narration.header import endangered
from game.narration.home import fall_text, promise_text, word_kept
from game.narration.leaving import (
    alone_lines,
    how_sure,
    losses,
    rung_lines,
    standing_lines,
    sum_text,
)
from game.narration.offers import openness_told
from game.narration.votes import vote_lines
from game.narration.words import content_told, rungs_told, say
from game.narration.words.own import phrase
from game.narration.years import years_lines
from game.rules.decisions import Change
from game.rules.figures import paths_of
from game.rules.index import Index, index_of
from game.rules.ledger import moved
from game.rules.people.crew import aboard, agency, free_seats, has_seat, seats
from game.rules.state import Crew, Deal, Ship, State, Term
from game.rules.view import belief, visible
from game.session import Session
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, listed, parted

OWN = ("mandate", "treasury", "income", "capital", "standing")
WORLD_FIGURES = ("tension", "war", "sanctions", "cohesion")
STATION_FIGURES = ("altitude", "propellant", "power", "power_share", "leak", "supplies",
                   "integrity_usos", "integrity_ros", "gyroscopes", "hazard")  # fmt: skip
STORES = ("supplies", "propellant")
COMING = N_("Coming on {day}: {ship}.")
HATCHES = {
    "open": N_("The hatch between the halves: open."),
    "closed": N_("The hatch between the halves: closed."),
    "gone": N_("The hatch between the halves: gone."),
}


def heading(session: Session, chair: str) -> str:
    """Return where the game stands: date, turn, chair."""
    you = _("You are {name}.", name=session.content.partners[chair].name)
    return f"{when(session)} {you}"


def when(session: Session) -> str:
    """Return the date and the turn."""
    content, state = session.content, session.state
    turns, date = content.scenarios[state.scenario].turns, date_text(content, state)
    return _("{when}. Turn {turn} of {turns}.", when=date, turn=state.turn, turns=turns)


def figure_line(
    session: Session, chair: str, path: str, since: Sequence[Change] | None = None
) -> str:
    """Return a figure's value and how it has moved this turn, or `since` it was told last."""
    content, seen = session.content, session.view(chair)
    names = rungs_told(content, content.scenarios[seen.scenario])
    value = value_text(content, path, seen.figures[path], names)
    held = belief(seen, chair, path)
    if held is not None:
        value = _("about {value}, give or take {spread}", value=value, spread=held.spread)
    by = moved(visible(since or session.page().changes, chair), path)
    form = N_("{figure}: {value}.")
    if by:
        this_turn = N_("{figure}: {value}, {amount} this turn.")
        form = N_("{figure}: {value}, {amount} since the turn before.") if since else this_turn
    figure, amount = figure_aloud(content, path, chair), amount_text(content, path, by)
    return _(form, figure=figure, value=value, amount=amount)


def figures_line(
    session: Session, chair: str, paths: Sequence[str], since: Sequence[Change] | None, all_: bool
) -> str:
    """Return several figures in one line, each with how it has moved; `all_` or those that have."""
    content, seen = session.content, session.view(chair)
    changes = visible(since or session.page().changes, chair)
    told = []
    for path in paths:
        figure, by = figure_aloud(content, path, chair), moved(changes, path)
        if not (by or all_):
            continue
        value = value_text(content, path, seen.figures[path])
        amount = amount_text(content, path, by)
        form = _("{figure} {value} ({amount})") if by else _("{figure} {value}")
        told.append(form.format(figure=figure, value=value, amount=amount))
    return f"{comma_listed(told)}." if told else ""


def scarce(session: Session, chair: str, since: Sequence[Change] | None) -> Iterator[str]:
    """Yield the stores that have fallen by a quarter or more, and vital figures in danger.

    Those are the ones that the screen's gauges mark; one that hasn't moved isn't told again.
    """
    seen, content = session.view(chair), session.content
    index = index_of(content, seen.scenario)
    changes = visible(since or session.page().changes, chair)
    danger = endangered(index, seen, chair)
    for path in dict.fromkeys((*told_here(index, STORES), *danger)):
        now, by = seen.figures[path], moved(changes, path)
        line = danger_at(content, path, now) if path in danger else None
        if -4 * by >= now - by > 0 or (line and (by or path in STORES)):
            told = figure_line(session, chair, path, since)
            yield f"{told} {line.text}" if line else told


def chief(index: Index, chair: str) -> tuple[str, ...]:
    """Return the figures that a chair is told first: the world's, its own measures, the office."""
    measured = (one.id for one in index.content.measures.values() if one.id == one.pattern)
    return told_here(
        index, ("tension", "cohesion", *measured, f"{chair}.mandate", f"{chair}.treasury")
    )


def status(session: Session, chair: str) -> Iterator[str]:
    """Yield a chair's figures, a line each."""
    yield heading(session, chair)
    seen = session.view(chair)
    index = index_of(session.content, seen.scenario)
    graded = {f"{chair}.{legacy.name}" for legacy in index.legacies}
    measured = [p for one in index.content.measures.values() for p in paths_of(one, (chair,))]
    owned = (f"{chair}.{name}" for name in OWN)
    told_of = (*WORLD_FIGURES, *owned, *(p for p in measured if p not in graded))
    for path in told_here(index, told_of):
        yield figure_line(session, chair, path)
    if told := fall_text(index, seen, chair):
        yield told
    if seen.figures[f"{chair}.unrest"]:
        yield figure_line(session, chair, f"{chair}.unrest")
    for path in seen.figures:
        if path.startswith((f"{chair}.faction.", f"{chair}.trust.")):
            yield figure_line(session, chair, path)
    for legacy in index.legacies:
        yield figure_line(session, chair, f"{chair}.{legacy.name}")
    for partner in session.seats:
        name = session.content.partners[partner].name
        yield _("{name} stands on rung {rung}.", name=name, rung=_rung(session, partner))
    yield from _commitments(session, seen)
    for option in session.content.options.values():
        yield figure_line(session, chair, f"option.{option.id}")


def _commitments(session: Session, seen: State) -> Iterator[str]:
    """Yield until when each partner has promised to stay with the station."""
    if session.content.scenarios[seen.scenario].station:
        for partner in session.seats:
            year = seen.figures[f"{partner}.commitment"]
            name = session.content.partners[partner].name
            yield _("{name} has promised to stay until {year}.", name=name, year=year)


def _rung(session: Session, partner: str) -> str:
    rung = session.state.figures[f"{partner}.rung"]
    content = session.content
    return f"{rung}, {rungs_told(content, content.scenarios[session.state.scenario])[rung]}"


def crew(session: Session, chair: str) -> Iterator[str]:
    """Yield who is aboard, how they are and get home, who commands, who is on the ground."""
    content, seen = session.content, session.view(chair)
    if not content.scenarios[seen.scenario].station:
        yield phrase(session.content, "station.none")
        return
    index, people = index_of(content, seen.scenario), aboard(seen)
    up_there = ngettext("{n} person is aboard.", "{n} people are aboard.", len(people))
    yield f"{up_there} {command_text(content, seen).rstrip('.')}."
    for person in people:
        yield _person(content, seen, person)
        skills = _("Skills: {skills}.", skills=skills_text(content, person))
        yield f"  {content.people[person.id].role}, {condition_text(person)}. {skills}"
        if lived := lived_text(index, seen, person):
            yield f"  {_('Lived through: {life}.', life=lived)}"
    yield f"{mood_text(seen)}. {odds_text(seen)}."
    for name, told in on_the_ground(content, seen):
        yield _("On the ground: {name} {told}.", name=name, told=told)


def _person(content: Content, seen: State, person: Crew) -> str:
    known = content.people[person.id]
    days = max(0, seen.figures["date"] - person.since)
    ship = seen.ships.get(person.ship)
    if ship is None or not has_seat(seen, person):
        way = _("no healthy seat home")
    elif person.liner:
        way = _("home in {ship}, on a liner", ship=ship.name)
    else:
        way = _("home in {ship}", ship=ship.name)
    up = ngettext("{n} day aboard", "{n} days aboard", days)
    return f"{known.name}, {agency(content, person)}, {up}, {way}."


def station(session: Session, chair: str) -> Iterator[str]:
    """Yield the station's figures, its ships and the coming flights, a line each."""
    content, seen = session.content, session.view(chair)
    if not content.scenarios[seen.scenario].station:
        yield phrase(session.content, "station.none")
        return
    for path in told_here(index_of(content, seen.scenario), STATION_FIGURES):
        yield figure_line(session, chair, path)
    yield _(HATCHES[seen.words["hatch"]])
    for ship in seen.ships.values():
        yield _ship(content, seen, ship)
    near = fleet.coming(seen)
    for flight in near:
        people = comma_listed(content.people[person].name for person in flight.crew)
        form = N_("Coming on {day}: {ship}, with {people}.") if people else COMING
        yield _(form, day=_day(flight.day), ship=content_told(content, flight.name), people=people)
    if later := len(seen.manifest) - len(near):
        yield ngettext(
            "Beyond a year: {n} more planned.", "Beyond a year: {n} more planned.", later
        )


def _ship(content: Content, seen: State, ship: Ship) -> str:
    told = [_("Docked: {ship}, until {day}", ship=ship.name, day=_day(ship.returns))]
    if held := seats(content, ship):
        told.append(ngettext("{n} seat", "{n} seats", held))
        told.append(ngettext("{n} free", "{n} free", free_seats(content, seen, ship)))
    told += [_("fault: {fault}", fault=content_told(content, ship.fault))] if ship.fault else []
    return f"{', '.join(told)}."


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def flights(session: Session, chair: str) -> Iterator[str]:
    """Yield the coming flights, the pads, the ports and the docked ships, a line each."""
    content, seen = session.content, session.view(chair)
    if not content.scenarios[seen.scenario].station:
        yield phrase(session.content, "station.none")
        return
    lists = (fleet.flights, fleet.launch_pads, fleet.berths, fleet.ships)
    yield from (entry.line for each in lists for entry in each(content, seen))


def power(session: Session, chair: str) -> Iterator[str]:
    """Yield power, the tunnel, the sky and the station's age, a line each."""
    seen = session.view(chair)
    if not session.content.scenarios[seen.scenario].station:
        yield phrase(session.content, "station.none")
        return
    for each in (fleet.light, fleet.air, fleet.sky, fleet.age):
        yield from (entry.line for entry in each(seen))
    yield from (entry.line for entry in fleet.modules(session.content, seen))


def deals(session: Session, chair: str) -> Iterator[str]:
    """Yield the deals in force, the promises due, and how open the others are, a line each."""
    content, seen = session.content, session.view(chair)
    index = index_of(content, seen.scenario)
    for deal in seen.deals:
        yield " ".join((_deal(content, deal), *deal_lines(index, seen, deal, chair)))
    yield from owed_lines(index, seen, chair)
    for promise in seen.promises:
        yield promise_text(index, seen, promise, chair)
    if not (seen.deals or seen.claims or seen.promises):
        yield _("No deal runs and nothing is promised.")
    for partner in index.chairs:
        yield f"{word_kept(index, seen, partner, chair)}."
        if partner != chair:
            yield openness_told(content, seen, chair, partner)


def _deal(content: Content, deal: Deal) -> str:
    names = listed([content.partners[party].name for party in deal.parties])
    terms = parted(_term(content, term) for term in deal.terms)
    until = _("{names}, until {day}", names=names, day=_day(deal.ends))
    return f"{until}: {terms}."


def _term(content: Content, term: Term) -> str:
    told = term_text(content, term)
    if term.to:
        return f"{heading_of(content, term, '')}: {told}"
    if content.clauses[term.clause].mutual:
        return told
    return _("{name} gives {what}", name=content.partners[term.giver].name, what=told)


def votes(session: Session, chair: str) -> Iterator[str]:
    """Yield the votes that are coming at home: how each stands, and what it would do."""
    index, seen = index_of(session.content, session.state.scenario), session.view(chair)
    found = tuple(vote_lines(index, seen, chair))
    yield from found or (_("No vote at home is announced."),)


def leaving(session: Session, chair: str) -> Iterator[str]:
    """Yield what leaving would cost everybody, line by line, and what the ladder shuts."""
    index, seen = index_of(session.content, session.state.scenario), session.view(chair)
    yield from standing_lines(index, seen, chair)
    yield from years_lines(index, seen, chair)
    for who, _leaver, asked, lines in losses(index, seen, chair):
        sure = "" if who == chair else f" {how_sure(index, lines)}"
        yield f"{asked} {_('{points} of 100', points=sum_text(lines))}.{sure}"
        for line in lines:
            yield f"  {line.amount:+d}: {say(session.content, line.label)}"
    names = rungs_told(index.content, index.scenario)
    for number in range(1, len(names)):
        rung = _("Rung {number}, {name}.", number=number, name=names[number])
        yield f"{rung} {' '.join(rung_lines(index, number))}"
    if index.scenario.station:
        yield _("If you let go now:")
    yield from alone_lines(index, seen, chair)
