"""A deal at home, said line by line: how the factions take it, and what is made of their no."""

from __future__ import annotations

from game.narration.asks import ask_lines
from game.narration.benches import houses
from game.narration.deals import running_told
from game.narration.decisions import branch_lines, offer_lines, summary
from game.narration.home import (
    after_lines,
    faction_name,
    home_line,
    home_lines,
    home_short,
    price_of_pressing,
    sum_line,
    witness_lines,
)
from game.narration.offers import amount_told, price_told, sides_named
from game.narration.words import say
from game.plain.choosing import choose
from game.plain.seat import Seat
from game.plain.speech import Speech
from game.rules.decisions import find_offer
from game.rules.index import index_of
from game.rules.preview import if_signed
from game.rules.state import Offer
from game.rules.table.ratification import stances
from game.rules.table.sides import others
from game.session import Waiting
from game.text.language import N_, _
from game.text.lists import comma_listed, parted

FALL = "fall"  # what an offer's fall at a home means, until it has been told often enough


def say_homes(
    seat: Seat,
    offer: Offer,
    chair: str,
    whole: Speech = Speech.NORMAL,
    known: set[str] | None = None,
) -> None:
    """Say how both homes take an offer; in speech less than `whole` the chair's own alone.

    Terse speech says whether it passes. What is `known` already isn't said again, the rest in
    short, and all of it is known from then on; so is, in the end, what an offer's fall means.
    """
    seen = seat.session.view(chair)
    index = index_of(seat.session.content, seen.scenario)
    if seat.speech < whole:
        told = home_short if seat.speech is Speech.TERSE else home_line
        seat.console.say(told(index, seen, offer, chair, chair))
        return
    homes = home_lines(index, seen, offer, chair, short=known is not None)
    lines = (*homes, *witness_lines(index, offer, chair))
    falls = after_lines(index, seen, offer, chair)
    if known is not None and known.isdisjoint(falls) and falls and not seat.early(FALL):
        known.update(falls)
    seat.console.say_all(line for line in lines if line not in (known or ()))
    if known is not None:
        known.update(lines)


def say_moods(seat: Seat, offer: Offer, chair: str) -> None:
    """Say what an offer moves most once it is signed, and how the chair's own factions take it."""
    seen = seat.session.view(chair)
    signed = if_signed(seat.session.content, seen, offer, chair)
    price = price_told(seat.session.content, seen, signed.changes, chair)
    seat.console.say(_("If signed: {what}.", what=price))
    at_home = (f"{chair}.faction.", f"{chair}.mandate")
    own = tuple(c for c in signed.changes if c.path.startswith(at_home))
    told = comma_listed(summary(seat.session.content, own, chair))
    nothing = _("Moods afterwards, once it is in force: nothing moves at home.")
    moods = _("Moods afterwards, once it is in force: {moods}.", moods=told)
    seat.console.say(moods if told else nothing)


def say_signed(seat: Seat, offer: Offer, chair: str) -> None:
    """Say all that an offer does once it is signed and in force, as far as the chair foresees."""
    signed = if_signed(seat.session.content, seat.session.view(chair), offer, chair)
    told = branch_lines(seat.session.content, signed, chair)
    both, every = N_("Once both homes have passed it:"), N_("Once all three homes have passed it:")
    head = _(every if offer.third else both)
    seat.console.say_all((head, *(f"  {line}" for line in told)))


def say_benches(seat: Seat, offer: Offer, chair: str) -> None:
    """Say how the others' homes take an offer, faction by faction, and what they come to."""
    seen = seat.session.view(chair)
    for house in houses(index_of(seat.session.content, seen.scenario), seen, offer, chair)[1:]:
        seat.console.say(house.told)
        for bench in house.benches:
            told = _(
                "{name}, weight {weight}: {points}.",
                name=bench.name,
                weight=bench.weight,
                points=bench.points,
            )
            seat.console.say(f"  {told}")
        total = amount_told(house.total, house.spread)
        seat.console.say(_("  Together, each times its weight: {total}.", total=total))


def say_asks(seat: Seat, offer: Offer, chair: str) -> None:
    """Say what the others' offices ask for, and what they never sign."""
    seen = seat.session.view(chair)
    index = index_of(seat.session.content, seen.scenario)
    for other in others(offer.parties, chair):
        seat.console.say_all(ask_lines(index, seen, other, chair))


def say_between(seat: Seat, offer: Offer, chair: str) -> None:
    """Say what runs between the parties of an offer already, and until when."""
    seen = seat.session.view(chair)
    index = index_of(seat.session.content, seen.scenario)
    found = [f"{what} {until}" for what, until in running_told(index, seen, offer.parties, chair)]
    if found:
        seat.console.say(_("In force between you: {papers}.", papers=parted(found)))


def say_stances(seat: Seat, offer: Offer, chair: str, whole: bool = True) -> None:
    """Say how the chair's own factions take an offer and what they come to.

    Clause by clause, where the `whole` of it is wanted.
    """
    seen = seat.session.view(chair)
    index = index_of(seat.session.content, seen.scenario)
    found = stances(index, seen, offer, chair)
    for stance in found:
        name = faction_name(index, stance.path)
        told = _(
            "{name}, weight {weight}: {points:+d}.",
            name=name,
            weight=stance.weight,
            points=stance.points,
        )
        seat.console.say(told)
        if whole:
            lines = ((line.amount, say(seat.session.content, line.label)) for line in stance.lines)
            seat.console.say_all(f"  {amount:+d}: {label}." for amount, label in lines)
    total = sum_line(found)[0]
    told = _("Together, each times its weight: {total:+d}; it passes at zero.", total=total)
    seat.console.say(told)


def play_ratify(seat: Seat, waiting: Waiting) -> None:
    """Read what home has against a signed deal and let the player pay, press on, or drop it."""
    content, seen = seat.session.content, seat.session.view(waiting.chair)
    offer = find_offer(seen, waiting.slot.subject)
    name = sides_named(content, offer, waiting.chair)
    if seat.speech is Speech.TERSE:
        seat.console.say(_("At home, on the deal with {name}:", name=name))
    else:
        told = _("Home is against the deal that you and {name} have signed:", name=name)
        seat.console.say(told)
        seat.console.say_all(offer_lines(content, offer, waiting.chair))
    _say_stances(seat, offer, waiting.chair)
    extras = {"home": lambda: say_stances(seat, offer, waiting.chair)}
    question = f"{seat.what()} {seat.hint(N_('Also: {home}.'))}".rstrip()
    seat.submit(choose(seat, waiting, question, extras=extras))


def _say_stances(seat: Seat, offer: Offer, chair: str) -> None:
    seen = seat.session.view(chair)
    index = index_of(seat.session.content, seen.scenario)
    if seat.speech is Speech.TERSE:
        seat.console.say(home_line(index, seen, offer, chair, chair))
    else:
        say_stances(seat, offer, chair, seat.speech is Speech.FULL)
    price = price_of_pressing(index, stances(index, seen, offer, chair))
    seat.console.say(_("Pressing on costs approval: {price}.", price=price))
