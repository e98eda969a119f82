"""Deals once they are signed: what signing does at home, how they run, end, or are broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from game.content.records import Clause, Effect, Watching
from game.rules.calendar import add_months, due_turn, settling
from game.rules.draft import Draft
from game.rules.home.factions import mood
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.state import Deal, Offer, Promise, Term
from game.rules.table.deals import deed, entitled, place_of, receiver, titles, verdict
from game.rules.table.ladder import shut

ClausePerformer = Callable[[Draft, Sequence[Effect], str, str, int], None]
BREACH_TRUST = 8
WITNESS_TRUST = 2
KEPT_TRUST = 4
WITNESS_KEPT = 1
LOSS_PER_POINT = 3  # verdict points below zero that cost a signatory one point with each faction

RUNS_OUT = message("deal.runs_out")


def sign(draft: Draft, offer: Offer, perform: ClausePerformer) -> None:
    """Put an offer into force: what it does at once, and how both sides' factions take it."""
    clauses = draft.index.content.clauses
    draft.because(f"deal:{offer.id}", message("deal.signed", terms=titles(offer.terms)))
    _keep_losses(draft, offer)
    for term in offer.terms:
        perform(draft, clauses[term.clause].sign, term.giver, receiver(offer, term), term.amount)
        for party in (offer.maker, offer.to):
            for topic, amount in clauses[term.clause].mood:
                mood(draft, party, topic, amount)
    _enter(draft, offer)
    cause, reason = draft.cause, draft.reason
    for term in offer.terms:
        _watched(draft, clauses[term.clause], (offer.maker, offer.to))
    draft.because(cause, reason)
    terms = tuple(_given(draft, offer.terms))
    told = message("deal.signs", partners=(offer.maker, offer.to), terms=terms)
    draft.note("deal", offer.id, told)


def _given(draft: Draft, terms: Sequence[Term]) -> Iterator[Message]:
    """Yield what each clause is called, with its giver where only one side gives."""
    for term in terms:
        if draft.index.content.clauses[term.clause].mutual:
            yield entitled(term)
        else:
            yield message("term.given", partner=term.giver, term=entitled(term))


def watching(index: Index, clause: Clause, witness: str, parties: Sequence[str]) -> Watching | None:
    """Return what a clause between two is to a third: by its name, then by how it stands to them.

    An `ally` shares a segment with one of them, an `outsider` with neither.
    """
    partners = index.content.partners
    near = any(partners[p].segment == partners[witness].segment for p in parties)
    keys = (witness, "ally" if near else "outsider", "any")
    return next((clause.witness[key] for key in keys if key in clause.witness), None)


def _watched(draft: Draft, clause: Clause, parties: Sequence[str], breaker: str = "") -> None:
    """Let who only watches react to a clause signed; if it is broken, the other way round."""
    if not clause.witness:
        return
    sign, blamed = (-1, (breaker,)) if breaker else (1, tuple(parties))
    for witness in draft.index.chairs:
        seen = None if witness in parties else watching(draft.index, clause, witness, parties)
        if seen is not None:
            watches = message("deal.watched", partner=witness, clause=clause.id)
            draft.because(f"witness:{clause.id}", watches)
            for party in blamed:
                draft.shift(f"{witness}.trust.{party}", sign * seen.trust)
            for topic, amount in seen.mood:
                mood(draft, witness, topic, sign * amount)


def _keep_losses(draft: Draft, offer: Offer) -> None:
    """Make a signatory pay at home for signing under its own bottom line."""
    for party in (offer.maker, offer.to):
        short = verdict(draft.index, draft.state, offer, party)
        if short < 0:
            for path, _, _ in draft.index.factions[party]:
                draft.shift(path, -min(8, 1 - short // LOSS_PER_POINT))


def _enter(draft: Draft, offer: Offer) -> None:
    """Put the clauses into force, each for its own time; what is done at signing runs no longer."""
    today = draft.figures["date"]
    for term in offer.terms:
        if not _months(draft, offer, term):
            draft.own("used")[deed(term.clause, offer.maker, offer.to)] = today
    for months in sorted({_months(draft, offer, term) for term in offer.terms} - {0}):
        terms = tuple(t for t in offer.terms if _months(draft, offer, t) == months)
        ends = add_months(today, months)
        deal = Deal(f"{offer.id}_{months}", (offer.maker, offer.to), terms, today, ends)
        draft.state.deals = (*draft.state.deals, deal)


def _months(draft: Draft, offer: Offer, term: Term) -> int:
    return offer.months or draft.index.content.clauses[term.clause].months


def run(draft: Draft, months: int, perform: ClausePerformer) -> None:
    """Let the deals in force do their monthly work, then end those whose day has come."""
    clauses = draft.index.content.clauses
    for deal in draft.state.deals:
        for term in deal.terms:
            clause = clauses[term.clause]
            if clause.monthly and not shut(draft.index, draft.figures, clause.id, *deal.parties):
                getter = deal.parties[1] if term.giver == deal.parties[0] else deal.parties[0]
                draft.because(f"clause:{clause.id}", message("clause.works", clause=clause.id))
                for _ in range(months):
                    perform(draft, clause.monthly, term.giver, getter, term.amount)
    _expire(draft)


def _expire(draft: Draft) -> None:
    today = draft.figures["date"]
    for deal in draft.state.deals:
        if deal.ends <= today:
            draft.because(f"deal:{deal.id}", RUNS_OUT)
            if draft.told:
                terms, after = _ended(draft, deal), _after(draft, deal)
                told = message("deal.ends", partners=deal.parties, terms=terms, after=after)
                draft.note("deal", deal.id, told)
    draft.state.deals = tuple([d for d in draft.state.deals if d.ends > today])


def _ended(draft: Draft, deal: Deal) -> tuple[Message, ...]:
    """Return what a deal that runs out held, each clause told that goes on in a newer one."""
    return tuple([_ending(entitled(t), _renewed(draft, deal, t)) for t in deal.terms])


def _ending(term: Message, renewed: bool) -> Message:
    return message("term.goes_on", term=term) if renewed else term


def _renewed(draft: Draft, deal: Deal, term: Term) -> bool:
    """Return whether a clause of a deal stands in another of the same two that still runs."""
    index, others = draft.index, _others(draft, deal)
    return place_of(index, term) in {place_of(index, t) for other in others for t in other.terms}


def _others(draft: Draft, deal: Deal) -> Iterator[Deal]:
    """Yield the deals between the same two that run on after today."""
    today, parties = draft.figures["date"], set(deal.parties)
    return (d for d in draft.state.deals if d.ends > today and set(d.parties) == parties)


def _after(draft: Draft, deal: Deal) -> tuple[Message, ...]:
    """Return what stays when a deal has run out, in its clauses' own words."""
    found = [draft.index.content.clauses[term.clause].after for term in deal.terms]
    return tuple([text(words) for words in dict.fromkeys(found) if words])


def breach(draft: Draft, partner: str, clause: str, perform: ClausePerformer) -> None:
    """Break every deal of a partner that holds a clause; all who watch trust it less."""
    broken = [
        d for d in draft.state.deals
        if partner in d.parties and any(t.clause == clause for t in d.terms)
    ]  # fmt: skip
    if not broken:
        return
    draft.state.deals = tuple(d for d in draft.state.deals if d not in broken)
    for deal in broken:
        other = deal.parties[1] if deal.parties[0] == partner else deal.parties[0]
        draft.note("deal", deal.id, message("deal.broken", terms=titles(deal.terms)))
        blame(draft, partner, other)
        perform(draft, draft.index.content.clauses[clause].breach, partner, other, 0)
        cause, reason = draft.cause, draft.reason
        for term in deal.terms:
            _watched(draft, draft.index.content.clauses[term.clause], deal.parties, partner)
        draft.because(cause, reason)


def blame(draft: Draft, partner: str, wronged: str) -> None:
    """Count a broken word; the wronged side and the witnesses remember it."""
    draft.shift(f"{partner}.broken", 1)
    for other in draft.index.chairs:
        if other != partner:
            loss = BREACH_TRUST if other == wronged else WITNESS_TRUST
            draft.shift(f"{other}.trust.{partner}", -loss)


def count_years(draft: Draft, path: str, moved: int) -> None:
    """Tell all what years somebody promises now, if it is those that a choice has moved.

    To take some back is to break one's word. What a deal promises is told with the deal.
    """
    partner, _, figure = path.partition(".")
    if not moved or figure != "commitment" or draft.cause.startswith("deal:"):
        return
    year = draft.figures[path]
    if moved > 0:
        draft.note("headline", path, message("years.promised", partner=partner, year=year))
        return
    told = message("years.taken_back", partner=partner, year=year, before=year - moved)
    draft.note("headline", path, told)
    blame(draft, partner, "")


def vow(draft: Draft, made: Promise) -> None:
    """Take a promise down, told apart from others of the same words; everybody hears of it."""
    taken = {promise.id for promise in draft.state.promises}
    numbered = (f"{draft.state.turn}_{made.maker}_{n}" for n in range(len(taken) + 1))
    known = next(id_ for id_ in numbered if id_ not in taken)
    draft.state.promises = (*draft.state.promises, replace(made, id=known))
    vowed = message(
        "promise.given",
        partner=made.maker,
        to=made.to,
        turn=settling(draft.index.scenario, made.due),
        promise=made.text,
    )
    draft.note("deal", made.maker, vowed)


def call_due(draft: Draft) -> None:
    """Settle the promises whose day comes as this turn ends: kept or broken, and all know."""
    scenario, turn = draft.index.scenario, draft.state.turn
    for promise in draft.state.promises:
        if due_turn(scenario, promise.due) <= turn:
            _settle(draft, promise)
    left = (p for p in draft.state.promises if due_turn(scenario, p.due) > turn)
    draft.state.promises = tuple(left)


def _settle(draft: Draft, promise: Promise) -> None:
    keep = draft.index.promises[promise.key].keep.bind(promise.maker, promise.to)
    maker, to, what = promise.maker, promise.to, promise.text
    promised = message("promise.due", partner=maker, to=to, promise=what)
    draft.because(f"promise:{maker}", promised)
    if keep(draft.state, {}):
        draft.shift(f"{promise.maker}.kept", 1)
        for other in draft.index.chairs:
            if other != promise.maker:
                gain = KEPT_TRUST if other == promise.to else WITNESS_KEPT
                draft.shift(f"{other}.trust.{promise.maker}", gain)
        draft.note("deal", maker, message("promise.kept", partner=maker, to=to, promise=what))
    else:
        blame(draft, promise.maker, promise.to)
        draft.note("deal", maker, message("promise.broken", partner=maker, to=to, promise=what))
