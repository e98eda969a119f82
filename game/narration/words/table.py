"""The table: offers, deals, votes at home, promises, the ladder."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.languages.texts import unit_context
from game.content.records import Clause, Content
from game.narration.words.plural import Plural, Template, Worded
from game.rules.messages import Arg
from game.text.language import N_, _, pgettext, unfilled_number


def term_told(content: Content, args: Mapping[str, Arg]) -> str:
    """Return what a clause is called with its amount, if that can vary: a year, two flights."""
    clause, amount = content.clauses[str(args["clause"])], args["amount"]
    if clause.unit == "year":
        return pgettext("a clause of years", "{clause} {year}", clause=clause.name, year=amount)
    if clause.low == clause.high:
        return clause.name
    assert isinstance(amount, int)
    unit = unit_told(clause, amount)
    told = pgettext(
        "amount of a clause", "{clause} ({n} {unit})", clause=clause.name, n=amount, unit=unit
    )
    return told if unit else clause.name


def _of_three(form: str) -> Worded:
    """Return how a clause is told that stands between two of three."""

    def told(content: Content, args: Mapping[str, Arg]) -> str:
        name = content.partners[str(args["partner"])].name
        return _(form, term=term_told(content, args), name=name)

    return Worded(("clause", "amount", "partner"), told)


def _of_all(content: Content, args: Mapping[str, Arg]) -> str:
    return _("{term}, all three", term=term_told(content, args))


def unit_told(clause: Clause, amount: int) -> str:
    """Return what an amount of a clause counts, agreeing with it; empty where it counts nothing."""
    if not clause.unit:
        return ""
    one = clause.unit.removesuffix("s")
    return unfilled_number(unit_context(clause.id), one, clause.unit, amount)


def range_told(content: Content, args: Mapping[str, Arg]) -> str:
    """Return from which amount to which a clause can go, or that it has none to choose."""
    clause, high = content.clauses[str(args["clause"])], args["high"]
    assert isinstance(high, int)
    if args["low"] == high:
        return _("{clause}: it has no amount to choose.", clause=clause.name)
    return _(
        "{clause}: from {low} to {high} {unit}.",
        clause=clause.name,
        low=args["low"],
        high=high,
        unit=unit_told(clause, high),
    )


TABLE: Mapping[str, Template] = {
    "dilemma.between": "{partners:partners}, {event:event}: {told}",
    "promise.given": (
        "{partner:partner} promises {to:partner}, by the end of {turn:turn}: {promise:bare}."
    ),
    "vote.passes": "{partner:partner}'s home passes it.",
    "vote.pass_both": "The homes of {partners:partners} pass it.",
    "vote.both_against": "The homes of {partners:partners} are against it, and both decide.",
    "vote.undecided": (
        "{partner:partner}'s home is against it, and {partner:partner} has to decide."
    ),
    "dilemma.both": "{own} {reply}",
    "dilemma.own_way": "At your {chance} %.",
    "dilemma.if_they": "If they choose: {choice}",
    "dilemma.if_they_risk": "If they choose: {choice} (way {way} of {of})",
    "ladder.stands": "Ladder: {name:rung}",
    "ladder.climbs": "{partner:partner} climbs to rung {rung}: {name:rung}.",
    "years.over": "The years {partner:partner} promised are over",
    "years.back_on": "{partner:partner} is back on rung {rung}, {name:rung}.",
    "years.recalls": (
        "{partner:partner} has promised no more years: "
        "it recalls its crews and comes to rung {rung}, {name:rung}."
    ),
    "years.comes": (
        "{partner:partner} has promised no more years: it comes to rung {rung}, {name:rung}."
    ),
    "ladder.descends": "{partner:partner} steps down to {name:rung}.",
    "vote.signs_against": "{partner:partner} signs, but its home is against the deal",
    "vote.against": (
        "{partner:partner}'s home is against the deal with {others:partners}: {terms:commas}."
    ),
    "vote.payment": "A side payment to {faction:faction}: {terms:commas}",
    "vote.won": "{faction:faction} comes round to it.",
    "vote.paid": "{partner:partner} pays for it at home.",
    "vote.pressed": "Pressed on against home: {terms:commas}",
    "vote.presses": "{partner:partner} presses on against its own home.",
    "vote.falls": (
        "{partner:partner} lets the signed deal with {others:partners} fall: {terms:commas}"
    ),
    "vote.falls_told": (
        "{partner:partner} lets the signed deal with {others:partners} fall: {terms:commas}."
    ),
    "deal.signed": "Deal signed: {terms:commas}",
    "deal.signs": "{partners:partners} sign: {terms:commas}.",
    "term.given": "{partner:partner} gives {term}",
    "term.given_to": "{partner:partner} gives {to:partner} {term}",
    "term.between": "{partners:partners}, {term}",
    "term.to": _of_three(N_("{term}, to {name}")),
    "term.from": _of_three(N_("{term}, from {name}")),
    "term.with": _of_three(N_("{term}, with {name}")),
    "term.of_all": Worded(("clause", "amount"), _of_all),
    "deal.watched": "{partner:partner} watches: {clause:clause}",
    "clause.works": "{clause:clause} runs",
    "deal.runs_out": "A deal runs out",
    "deal.ends": "A deal between {partners:partners} runs out: {terms:commas}.{after:trailing}",
    "deal.extended": "{partners:partners} sign anew: {term}, now until {day:day}.",
    "deal.suspended": "Deals are suspended, or taken up again",
    "deal.dice": "What couldn't be delivered is made up for",
    "deal.prolonged": Plural(
        "{partners:partners}: {term}, prolonged by {months} month that bad luck took of it, "
        "until {day:day}.",
        "{partners:partners}: {term}, prolonged by {months} months that bad luck took of it, "
        "until {day:day}.",
        "months",
    ),
    "deal.rests_purse": (
        "{partners:partners}: {term}, at rest, for {partner:partner} can't pay for it."
    ),
    "deal.rests_idle": "{partners:partners}: {term}, at rest. {why}",
    "deal.owes": "{partner:partner} owes {other:partner} {money} M for what won't be delivered.",
    "deal.covers": (
        "{partner:partner} stands by its guarantee: it owes {other:partner} {money} M."
    ),
    "deal.recovers": "{partner:partner} owes {other:partner} the {money} M that its breach costs.",
    "offer.leaving": Plural(
        "Leaving early: {notice} month's notice, standing -{price}",
        "Leaving early: {notice} months' notice, standing -{price}",
        "notice",
    ),
    "offer.leaving_free": Plural(
        "Leaving early: {notice} month's notice",
        "Leaving early: {notice} months' notice",
        "notice",
    ),
    "parting.breaks": "{partner:partner} breaks a deal: {terms:commas}",
    "parting.cancels": Plural(
        "{partner:partner} cancels, with {months} month's notice: {terms:commas}.",
        "{partner:partner} cancels, with {months} months' notice: {terms:commas}.",
        "months",
    ),
    "parting.goes": "{partner:partner} leaves a deal that isn't kept: {terms:commas}.",
    "parting.claims": "{partner:partner} has {other:partner} pay the {money} M that it owes.",
    "parting.calls": (
        "{partner:partner} calls it a broken word that {other:partner} withholds this: "
        "{terms:commas}."
    ),
    "deal.broken": "A deal is broken: {terms:commas}.",
    "years.promised": "{partner:partner} promises the station until {year}.",
    "years.taken_back": (
        "{partner:partner} takes back what it promised: the station until {year}, not {before}."
    ),
    "promise.due": "{partner:partner} promised {to:partner}: {promise:bare}.",
    "promise.kept": "{partner:partner} keeps its word to {to:partner}: {promise:bare}.",
    "promise.broken": "{partner:partner} breaks its word to {to:partner}: {promise:bare}.",
    "step.down": "{partner:partner}: a step down the ladder",
    "step.up": "{partner:partner}: a step up the ladder",
    "offer.made": "{partner:partner} makes {to:partner} an offer.",
    "offer.convened": "{partner:partner} puts a paper of three to {others:partners}.",
    "offer.signed_first": "{partner:partner} signs; it lies before {to:partner}.",
    "offer.fells": "{partner:partner} declines, and the paper of three falls with that.",
    "offer.countered": "{partner:partner} answers with terms of its own.",
    "offer.declined": "{partner:partner} declines.",
}
