"""Deals signed and broken: what that does at home and among those who watch; promises."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, combinations, permutations

from game.content.records import Clause, Effect, Watching
from game.record import replace
from game.rules.calendar import due_turn, settling
from game.rules.draft import Draft
from game.rules.home.factions import mood
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.past import paper, papers, promise
from game.rules.state import Claim, Deal, Life, Offer, Promise, State, Term
from game.rules.table.deals import entitled, titles, verdict
from game.rules.table.dues import advance
from game.rules.table.gains import remembered
from game.rules.table.lives import (
    begun,
    getter_of,
    months_between,
    settle,
    unspent,
    value_of,
)
from game.rules.table.marks import broke, deed, is_news, met, parted
from game.rules.table.sides import bound, others, place_of, receiver, two_of
from game.rules.wording import worded

Advances = Mapping[tuple[str, str], int]
"""What one partner (the first) pays another beforehand, million USD."""

ClausePerformer = Callable[[Draft, Sequence[Effect], str, str, int], None]
BREACH_TRUST = 8
WITNESS_TRUST = 2
KEPT_TRUST = 4
WITNESS_KEPT = 1
LOSS_PER_POINT = 3  # verdict points below zero that cost a signatory one point with each faction


def sign(draft: Draft, offer: Offer, perform: ClausePerformer) -> None:
    """Put an offer into force: what it does at once, and how its sides' factions take it.

    What the same partners have signed within a year pleases and alarms nobody anew.
    """
    clauses, parties = draft.index.content.clauses, offer.parties
    draft.because(f"deal:{offer.id}", message("deal.signed", terms=titles(offer.terms)))
    _keep_losses(draft, offer)
    gained = remembered(draft.index, draft.state, offer)
    news = [t for t in offer.terms if is_news(draft.state, t.clause, *bound(parties, t))]
    advances = {two: advance(draft.index, draft.state, offer, *two)
                for two in permutations(parties, 2)}  # fmt: skip
    for term in offer.terms:
        clause = clauses[term.clause]
        perform(draft, clause.sign, term.giver, receiver(offer, term), term.amount)
        for one, other in permutations(two_of(offer, term)) if clause.each else ():
            perform(draft, clause.each, one, other, term.amount)
        for party in bound(parties, term) if term in news else ():
            for topic, amount in clause.mood:
                mood(draft, party, topic, amount)
    _enter(draft, offer, advances)
    draft.own("used").update(gained)
    cause, reason = draft.cause, draft.reason
    for term in news:
        _watched(draft, clauses[term.clause], bound(parties, term), parties)
    draft.because(cause, reason)
    terms = tuple(_given(draft, offer.terms))
    draft.note("deal", offer.id, message("deal.signs", partners=parties, terms=terms))


def _given(draft: Draft, terms: Sequence[Term]) -> Iterator[Message]:
    """Yield what each clause is called, with its giver where only one side gives."""
    for term in terms:
        told = entitled(term)
        if not draft.index.content.clauses[term.clause].mutual:
            told = message("term.given", partner=term.giver, term=told)
            if term.to:
                told = message("term.given_to", partner=term.giver, to=term.to, term=entitled(term))
        elif term.to:
            told = message("term.between", partners=(term.giver, term.to), term=told)
        yield told


def watching(index: Index, clause: Clause, witness: str, parties: Sequence[str]) -> Watching | None:
    """Return what a clause between two is to a third: by its name, then by how it stands to them.

    An `ally` shares a segment with one of them, an `outsider` with neither.
    """
    partners = index.content.partners
    near = any(partners[p].segment == partners[witness].segment for p in parties)
    keys = (witness, "ally" if near else "outsider", "any")
    return next((clause.witness[key] for key in keys if key in clause.witness), None)


def _watched(
    draft: Draft, clause: Clause, between: Sequence[str], parties: Sequence[str], breaker: str = ""
) -> None:
    """Let who only watches react to a clause signed; if it is broken, the other way round.

    Of a paper's other parties nobody only watches what stands between two of them.
    """
    if not clause.witness:
        return
    sign, blamed = (-1, (breaker,)) if breaker else (1, tuple(between))
    for witness in draft.index.chairs:
        seen = None if witness in parties else watching(draft.index, clause, witness, between)
        if seen is not None:
            watches = message("deal.watched", partner=witness, clause=clause.id)
            draft.because(f"witness:{clause.id}", watches)
            for party in blamed:
                draft.shift(f"{witness}.trust.{party}", sign * seen.trust)
            for topic, amount in seen.mood:
                mood(draft, witness, topic, sign * amount)


def _keep_losses(draft: Draft, offer: Offer) -> None:
    """Make a signatory pay at home for signing under its own bottom line."""
    for party in offer.parties:
        short = verdict(draft.index, draft.state, offer, party)
        if short < 0:
            for path, _, _ in draft.index.factions[party]:
                draft.shift(path, -min(8, 1 - short // LOSS_PER_POINT))


def _enter(draft: Draft, offer: Offer, advances: Advances) -> None:
    """Put the clauses into force, each for its own time; what is done at signing runs no longer.

    A clause that runs between them already is moved from its old deal into this one, and goes on
    from where that would have ended. `advances` is what who paid whom beforehand.
    """
    index, state, today = draft.index, draft.state, draft.figures["date"]
    used, parties = draft.own("used"), offer.parties
    for term in offer.terms:
        between = bound(parties, term)
        for some in (between, *combinations(between, 2)):
            used[deed(term.clause, *some)] = today
    used.update({met(*two): today for two in combinations(parties, 2)})
    for term in offer.terms:
        papers(draft, "signed", term.clause, bound(parties, term))
    terms = tuple(t for t in offer.terms if index.content.clauses[t.clause].lasts)
    if not terms:
        return
    paid = _shares(index, state, offer, terms, advances)
    renewed = _taken_out(draft, parties, {place_of(index, parties, term) for term in terms})
    lives = tuple(
        begun(index, state, term, receiver(offer, term), offer.months, share,
              renewed.get(place_of(index, parties, term)))
        for term, share in zip(terms, paid, strict=True)
    )  # fmt: skip
    ends = max(life.ends for life in lives)
    deal = Deal(_free_id(state, offer.id), parties, terms, today, ends, lives)
    state.deals = (*state.deals, deal)
    settle(draft)
    for term, life in deal.running:
        if place_of(index, parties, term) in renewed:
            both = bound(parties, term)
            told = message("deal.extended", partners=both, term=entitled(term), day=life.ends)
            draft.note("deal", deal.id, told)


def _shares(
    index: Index, state: State, offer: Offer, terms: Sequence[Term], advances: Advances
) -> tuple[int, ...]:
    """Return what of the money paid in advance is for each term, by the months it runs."""
    clauses = index.content.clauses
    months = [
        0 if clauses[term.clause].mutual
        else begun(index, state, term, receiver(offer, term), offer.months).months
        for term in terms
    ]  # fmt: skip
    payers = [(receiver(offer, term), term.giver) for term in terms]
    owed = {two: sum(n for p, n in zip(payers, months, strict=True) if p == two) for two in payers}
    return tuple(
        advances[two] * n // owed[two] if n else 0 for two, n in zip(payers, months, strict=True)
    )


def _taken_out(
    draft: Draft, parties: tuple[str, ...], places: Collection[tuple[str, ...]]
) -> dict[tuple[str, ...], Life]:
    """Take terms out of the deals that run, and return their lives by their places."""
    found: dict[tuple[str, ...], Life] = {}
    left = []
    for deal in draft.state.deals:
        rows = list(deal.running)
        if len(set(parties).intersection(deal.parties)) > 1:
            held = [place_of(draft.index, deal.parties, term) for term in deal.terms]
            both = list(zip(held, rows, strict=True))
            found |= {place: life for place, (_, life) in both if place in places}
            rows = [row for place, row in both if place not in places]
        left += [deal if len(rows) == len(deal.terms) else with_rows(deal, rows)] if rows else []
    draft.state.deals = tuple(left)
    return found


def with_rows(deal: Deal, rows: Sequence[tuple[Term, Life]]) -> Deal:
    """Return a deal with other terms and lives; it ends with the last of them."""
    terms, lives = tuple(term for term, _ in rows), tuple(life for _, life in rows)
    return replace(deal, terms=terms, lives=lives, ends=max(life.ends for life in lives))


def _free_id(state: State, wanted: str) -> str:
    taken = {deal.id for deal in state.deals}
    numbered = (f"{wanted}_{n}" for n in range(2, len(taken) + 3))
    return next(id_ for id_ in chain((wanted,), numbered) if id_ not in taken)


def breach(draft: Draft, partner: str, clause: str, perform: ClausePerformer) -> None:
    """Break every deal of a partner that holds a clause; all who watch trust it less."""
    for deal in draft.state.deals:
        if partner in deal.parties and any(term.clause == clause for term in deal.terms):
            fall_apart(draft, deal, partner, perform)


def forsake(draft: Draft, partner: str, path: str, value: int, perform: ClausePerformer) -> bool:
    """Break the partner's own deals that keep a figure above a value; return whether any did."""
    broken = [
        deal
        for deal in draft.state.deals
        if any(
            term.giver == partner and level.least and level.path == path and level.by > value
            for term, life in deal.running
            for level in life.levels
        )
    ]
    for deal in broken:
        fall_apart(draft, deal, partner, perform)
    return bool(broken)


def fall_apart(draft: Draft, deal: Deal, breaker: str, perform: ClausePerformer) -> None:
    """Break a deal: what it holds is let go, what was paid in advance is owed, all remember."""
    clauses = draft.index.content.clauses
    draft.state.deals = tuple(d for d in draft.state.deals if d is not deal)
    draft.note("deal", deal.id, message("deal.broken", terms=titles(deal.terms)))
    settle(draft)
    blame(draft, breaker, *others(deal.parties, breaker))
    before = draft.state.claims
    refund(draft, deal, breaker)
    tell_owed(draft, before)
    stand_in(draft, deal, breaker)
    for term in deal.terms:
        end_term(draft, deal, term, perform)
        between = bound(deal.parties, term)
        if breaker in between:
            wronged = others(between, breaker)
            for other in wronged:
                paper(draft, "broken", term.clause, breaker, other)
            perform(draft, clauses[term.clause].breach, breaker, wronged[0], term.amount)
        else:
            papers(draft, "ended", term.clause, between)
    cause, reason = draft.cause, draft.reason
    for term in deal.terms:
        between = bound(deal.parties, term)
        if breaker in between:
            _watched(draft, clauses[term.clause], between, deal.parties, breaker)
    draft.because(cause, reason)
    shun(draft, deal)


def end_term(draft: Draft, deal: Deal, term: Term, perform: ClausePerformer) -> None:
    """Undo what a term undoes at its end, however it ends."""
    undone = draft.index.content.clauses[term.clause].ends
    if undone:
        perform(draft, undone, term.giver, getter_of(deal, term), term.amount)


def shun(draft: Draft, deal: Deal) -> None:
    """Mark what two have parted over: they don't sign it again at once."""
    used, today = draft.own("used"), draft.figures["date"]
    used.update({parted(t.clause, *bound(deal.parties, t)): today for t in deal.terms})


def refund(draft: Draft, deal: Deal, giver: str) -> None:
    """Owe what was paid in advance for the months of a partner's terms that won't come."""
    today = draft.figures["date"]
    for term, life in deal.running:
        if term.giver == giver:
            money = unspent(life, months_between(today, life.ends))
            owe(draft, deal, giver, getter_of(deal, term), money)


def stand_in(draft: Draft, deal: Deal, breaker: str) -> None:
    """Owe what a guarantee covers: its giver to whom a breach has wronged, the breaker to it."""
    for term in deal.terms:
        covers = draft.index.content.clauses[term.clause].covers
        money = value_of(covers, draft.state, term, getter_of(deal, term)) if covers else 0
        for wronged in others(deal.parties, breaker) if money > 0 else ():
            if wronged == term.giver:
                continue
            owe(draft, deal, term.giver, wronged, money)
            told = message("deal.covers", partner=term.giver, other=wronged, money=money)
            draft.note("deal", deal.id, told)
            if breaker != term.giver:
                owe(draft, deal, breaker, term.giver, money)
                told = message("deal.recovers", partner=breaker, other=term.giver, money=money)
                draft.note("deal", deal.id, told)


def owe(draft: Draft, deal: Deal, debtor: str, holder: str, money: int) -> None:
    """Let one partner owe another so much more under a deal, million USD."""
    if money <= 0:
        return
    key = (deal.id, holder, debtor)
    held = [c for c in draft.state.claims if (c.deal, c.holder, c.debtor) == key]
    rest = tuple(c for c in draft.state.claims if c not in held)
    total = money + sum(claim.money for claim in held)
    draft.state.claims = (*rest, Claim(deal.id, holder, debtor, total))


def tell_owed(draft: Draft, before: Sequence[Claim]) -> None:
    """Tell by how much more one partner owes another than before, once for each deal."""
    known = {(c.deal, c.holder, c.debtor): c.money for c in before}
    for claim in draft.state.claims:
        money = claim.money - known.get((claim.deal, claim.holder, claim.debtor), 0)
        if money > 0:
            told = message("deal.owes", partner=claim.debtor, other=claim.holder, money=money)
            draft.note("deal", claim.deal, told)


def blame(draft: Draft, partner: str, *wronged: str) -> None:
    """Count a broken word; the wronged sides and the witnesses remember it."""
    draft.shift(f"{partner}.broken", 1)
    draft.own("used")[broke(partner)] = draft.figures["date"]
    for other in draft.index.chairs:
        if other != partner:
            loss = BREACH_TRUST if other in wronged else WITNESS_TRUST
            draft.shift(f"{other}.trust.{partner}", -loss)


def count_years(draft: Draft, path: str, moved: int, blamed: bool = False) -> None:
    """Tell all what years somebody promises now, if it is those that a choice has moved.

    To take some back is to break one's word, unless a deal broken by it has been `blamed` for
    that. What a deal promises is told with the deal.
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
    if not blamed:
        blame(draft, partner, "")


def vow(draft: Draft, made: Promise) -> None:
    """Take a promise down, told apart from others of the same words; everybody hears of it."""
    taken = {promise.id for promise in draft.state.promises}
    numbered = (f"{draft.state.turn}_{made.maker}_{n}" for n in range(len(taken) + 1))
    known = next(id_ for id_ in numbered if id_ not in taken)
    draft.state.promises = (*draft.state.promises, replace(made, id=known))
    promise(draft, "given", made.maker, made.to)
    vowed = message(
        "promise.given",
        partner=made.maker,
        to=made.to,
        turn=settling(draft.index.scenario, made.due),
        promise=worded(draft.index.content, draft.state, made.text),
    )
    draft.note("deal", made.maker, vowed)


def call_due(draft: Draft) -> None:
    """Settle the promises whose day comes as this turn ends: kept or broken, and all know."""
    scenario, turn = draft.index.scenario, draft.state.turn
    for made in draft.state.promises:
        if due_turn(scenario, made.due) <= turn:
            _settle(draft, made)
    left = (p for p in draft.state.promises if due_turn(scenario, p.due) > turn)
    draft.state.promises = tuple(left)


def _settle(draft: Draft, made: Promise) -> None:
    keep = draft.index.promises[made.key].keep.bind(made.maker, made.to)
    maker, to = made.maker, made.to
    what = worded(draft.index.content, draft.state, made.text)
    promised = message("promise.due", partner=maker, to=to, promise=what)
    draft.because(f"promise:{maker}", promised)
    if keep(draft.state, {}):
        promise(draft, "kept", maker, to)
        draft.shift(f"{maker}.kept", 1)
        for other in draft.index.chairs:
            if other != maker:
                gain = KEPT_TRUST if other == to else WITNESS_KEPT
                draft.shift(f"{other}.trust.{maker}", gain)
        draft.note("deal", maker, message("promise.kept", partner=maker, to=to, promise=what))
    else:
        promise(draft, "broken", maker, to)
        blame(draft, maker, to)
        draft.note("deal", maker, message("promise.broken", partner=maker, to=to, promise=what))
