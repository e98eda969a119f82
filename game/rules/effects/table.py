"""Performs the effects between partners: deals, promises, steps on the ladder."""

from __future__ import annotations

from game.content.records import effects as r
from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.effects.performing import Actor, perform_clause, performs, today
from game.rules.state import Offer, Promise, Term
from game.rules.table import knowledge, ladder, laying, sides, signing, treaties
from game.rules.wording import with_roles


@performs(r.Sign)
def _sign(draft: Draft, effect: r.Sign, actor: Actor) -> None:
    other = actor.partner(effect.other)
    terms = tuple(Term(clause, amount, actor.chair) for clause, amount in effect.terms)
    known = f"card_{draft.state.turn}_{actor.chair}_{effect.terms[0][0]}"
    offer = Offer(known, actor.chair, other, terms, effect.months)
    homes = () if effect.ratified else (actor.chair,)
    signing.put_home(draft, offer, homes, perform_clause)


@performs(r.Propose)
def _propose(draft: Draft, effect: r.Propose, actor: Actor) -> None:
    maker, chair = actor.partner(effect.other), actor.chair
    given = [Term(clause, amount, maker) for clause, amount in effect.terms]
    back = [Term(clause, amount, chair) for clause, amount in effect.back]
    known = f"{sides.BROUGHT}_{draft.state.turn}_{maker}_{chair}"
    laying.lay(draft, Offer(known, maker, chair, (*given, *back), effect.months))


@performs(r.Breach)
def _breach(draft: Draft, effect: r.Breach, actor: Actor) -> None:
    treaties.breach(draft, actor.chair, effect.clause, perform_clause)


@performs(r.MakePromise)
def _promise(draft: Draft, effect: r.MakePromise, actor: Actor) -> None:
    due = add_months(today(draft, actor), effect.months)
    to = actor.partner(effect.to)
    text = with_roles(draft.index.content, draft.state, effect.text, actor.roles)
    treaties.vow(draft, Promise(actor.chair, to, text, due, effect.key))


@performs(r.Step)
def _step(draft: Draft, effect: r.Step, actor: Actor) -> None:
    ladder.step(draft, actor.chair, effect.by)


@performs(r.Study)
def _study(draft: Draft, effect: r.Study, actor: Actor) -> None:
    knowledge.learn(draft, actor.chair, actor.partner(effect.who))
