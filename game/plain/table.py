"""The table: offers made and answered, steps on the ladder."""

from __future__ import annotations

from dataclasses import replace

from game.narration.decisions import offer_lines
from game.narration.offers import order_told, proposed_by
from game.plain.choosing import choose
from game.plain.draughting import Draughting
from game.plain.home import say_asks, say_benches, say_between, say_homes, say_stances
from game.plain.seat import Seat
from game.plain.speech import Speech
from game.plain.sums import say_sum, say_total
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, find_offer
from game.rules.index import index_of
from game.rules.state import Offer
from game.rules.table.convening import convened
from game.rules.table.remedies import what_would_work
from game.rules.table.sides import other_side, others
from game.session import Waiting
from game.text.language import _

WORDS = ("sum", "home", "work")
ALSO = "sum"  # what is told of these words, until it has been told often enough
TABLE = "table"  # that one sits at it, until it has been told often enough


def play_table(seat: Seat, waiting: Waiting) -> None:
    """Let the player make an offer, step on the ladder, or leave the table."""
    if seat.speech is not Speech.TERSE or seat.early(TABLE):
        seat.console.say(_("The table."))
    decision = choose(seat, waiting, seat.what())
    if decision.pick in ("offer", CONVENE):
        blank = convened(waiting.chair, decision.target)
        terms = Draughting(seat, decision, blank).finish()
        decision = replace(decision, terms=terms)
    _submit(seat, decision)


def play_answer(seat: Seat, waiting: Waiting) -> None:
    """Read an offer with its arithmetic and let the player sign, decline, or counter it."""
    content, seen = seat.session.content, seat.session.view(waiting.chair)
    offer = find_offer(seen, waiting.slot.subject)
    maker = offer.maker if waiting.slot.kind == "answer" else offer.to
    seat.console.say(_("{name} puts this to you:", name=content.partners[maker].name))
    if offer.third:
        seat.console.say(order_told(content, offer, waiting.chair))
    seat.console.say_all(offer_lines(content, offer, waiting.chair))
    if seat.speech is not Speech.FULL:
        say_total(seat, offer, waiting.chair, waiting.chair)
    else:
        say_sum(seat, offer, waiting.chair, waiting.chair)
    say_homes(seat, offer, waiting.chair, whole=Speech.FULL)
    extras = {
        "sum": lambda: _say_sums(seat, offer), "work": lambda: _say_what_works(seat, offer),
        "home": lambda: _say_both_homes(seat, offer),
    }  # fmt: skip
    if offer.third:
        del extras["work"]
    also = ", ".join(sorted(extras, key=WORDS.index))
    more = f" {_('Also: {words}.', words=also)}" if seat.early(ALSO) else ""
    question = f"{_('Do you sign?')}{more}"
    decision = choose(seat, waiting, question, extras=extras)
    if decision.pick == "counter":
        terms = Draughting(seat, decision, offer).finish()
        decision = replace(decision, terms=terms)
    _submit(seat, decision)


def _say_both_homes(seat: Seat, offer: Offer) -> None:
    """Say how all homes take the offer, the own clause by clause."""
    say_homes(seat, offer, seat.chair, whole=Speech.TERSE)
    say_stances(seat, offer, seat.chair)
    say_benches(seat, offer, seat.chair)


def _say_sums(seat: Seat, offer: Offer) -> None:
    """Say every side's arithmetic, the reader's first."""
    for who in (seat.chair, *others(offer.parties, seat.chair)):
        say_sum(seat, offer, who, seat.chair)
    say_asks(seat, offer, seat.chair)
    say_between(seat, offer, seat.chair)
    other = other_side(offer, seat.chair)
    if proposed_by(seat.session.view(seat.chair), offer, other):
        name = seat.session.content.partners[other].name
        seat.console.say(_("This is {name}'s own offer: {name} stands by it.", name=name))


def _say_what_works(seat: Seat, offer: Offer) -> None:
    """Say the smallest change that would make the offer worth signing for its reader."""
    content, seen = seat.session.content, seat.session.view(seat.chair)
    found = what_would_work(index_of(content, seen.scenario), seen, offer, seat.chair)
    if found is None:
        seat.console.say(_("No single change would make it worth signing for you."))
        return
    seat.console.say(_("This would be worth signing for you:"))
    seat.console.say_all(offer_lines(content, found, seat.chair))


def _submit(seat: Seat, decision: Decision) -> None:
    """Submit a decision of the table, and say at once what comes of it and why."""
    seat.submit(decision)
    if decision.pick in ("offer", CONVENE, "counter"):
        seat.session.play_others()
    seat.teller.say_came(decision.chair, seat.speech)
