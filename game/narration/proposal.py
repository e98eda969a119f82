"""Whether an offer in the making would work: what stands against it, and what would mend that.

It works when it can be sent, is at or above its maker's own line, the other side would sign it
and that side's home is as likely as not to pass it; all of this as far as is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from game.narration.decisions import change_told
from game.narration.home import LIKELY, faction_name, fate
from game.narration.offers import sides_named, works_told
from game.narration.words import lock_told
from game.rules.decisions import Decision, Line
from game.rules.index import Index
from game.rules.legality import why_not
from game.rules.state import Offer, State, Term
from game.rules.table.deals import assess, verdict
from game.rules.table.ratification import Stance, chance, stances, tally
from game.rules.table.remedies import what_would_work
from game.rules.table.sides import others
from game.text.language import N_, _
from game.text.lists import comma_listed, parted

REMOVALS = 24  # so many drafts with one clause less are weighed at most
NOTHING = N_("Put at least one clause into the draft first.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An offer in the making on its maker's view, with the decision that would send it."""

    index: Index
    seen: State
    decision: Decision
    offer: Offer

    @property
    def chair(self) -> str:
        """Who is putting it together."""
        return self.decision.chair

    @property
    def others(self) -> tuple[str, ...]:
        """Who is to sign it."""
        return others(self.offer.parties, self.chair)

    @property
    def name(self) -> str:
        """What the other side is called, or the two others."""
        return sides_named(self.index.content, self.offer, self.chair)

    def having(self, terms: tuple[Term, ...]) -> Proposal:
        """Return the proposal with other terms."""
        return replace(self, offer=replace(self.offer, terms=terms))

    def why_not(self) -> str:
        """Return why it can't be sent, or nothing."""
        decision = replace(self.decision, terms=self.offer.terms)
        return lock_told(self.index.content, why_not(self.index.content, self.seen, decision))


@dataclass(frozen=True, slots=True)
class Prospect:
    """How a proposal stands: what keeps it from being sent, all verdicts, all homes.

    `theirs` and `abroad` are by the others who are to sign it, in their order.
    """

    proposal: Proposal
    blocked: str
    mine: int
    theirs: tuple[tuple[Line, ...], ...]
    home: tuple[Stance, ...]
    abroad: tuple[tuple[Stance, ...], ...]

    @property
    def signed(self) -> bool:
        """Whether the others would sign it, as far as is known."""
        return all(sum(line.amount for line in lines) >= 0 for lines in self.theirs)

    @property
    def workable(self) -> bool:
        """Whether nothing stands against it but what the own office can settle at home."""
        likely = all(chance(found) >= LIKELY for found in self.abroad)
        return not self.blocked and self.mine >= 0 and self.signed and likely


@dataclass(frozen=True, slots=True)
class Advice:
    """What would work: the terms to take over, the draft's own where nothing is, and why."""

    terms: tuple[Term, ...]
    text: str


def prospect(proposal: Proposal) -> Prospect:
    """Return how a proposal stands, by the same arithmetic as its read-out."""
    index, seen, offer, chair = proposal.index, proposal.seen, proposal.offer, proposal.chair
    return Prospect(
        proposal,
        proposal.why_not(),
        verdict(index, seen, offer, chair),
        tuple(assess(index, seen, offer, other) for other in proposal.others),
        stances(index, seen, offer, chair),
        tuple(stances(index, seen, offer, other, chair) for other in proposal.others),
    )


def second_thoughts(proposal: Proposal) -> str:
    """Return what its maker's own side has against a proposal, to be read before it is sent."""
    found = prospect(proposal)
    line = _own_line(found) if found.mine < 0 else ""
    home = _own_home(found) if tally(found.home) < 0 else ""
    return " ".join(filter(None, (line, home)))


def what_works(proposal: Proposal) -> Advice:
    """Return whether a proposal works, else the smallest change that does, else what is against.

    Changes are the smallest one that the other side would sign, and single removals from it or
    from the proposal.
    """
    terms = proposal.offer.terms
    if not terms:
        return Advice(terms, _(NOTHING))
    now = prospect(proposal)
    if now.workable:
        return Advice(terms, _works(now, as_it_is=True))
    found = what_would_work(proposal.index, proposal.seen, proposal.offer, proposal.others[-1])
    changed = prospect(proposal.having(found.terms)) if found else None
    better = _better(now, changed)
    if better:
        return Advice(better.proposal.offer.terms, _mended(now, better))
    return Advice(terms, _nothing_works(now, changed))


def _better(now: Prospect, changed: Prospect | None) -> Prospect | None:
    """Return the change that works: the one found, or a removal, the best for the own side."""
    if changed and changed.workable:
        return changed
    drafts = islice(_removals(now, changed), REMOVALS)
    works = [found for found in map(prospect, drafts) if found.workable]
    return max(works, key=lambda found: found.mine, default=None)


def _removals(now: Prospect, changed: Prospect | None) -> Iterator[Proposal]:
    """Yield a proposal, and what it was changed to, with each of their clauses left out."""
    for one in dict.fromkeys(p.proposal.offer.terms for p in (now, changed) if p):
        for place in range(len(one) if len(one) > 1 else 0):
            yield now.proposal.having((*one[:place], *one[place + 1 :]))


def _mended(now: Prospect, better: Prospect) -> str:
    """Return what keeps a draft from working, what was changed in it, and how it stands then."""
    line = (_own_line(now),) if now.mine < 0 else ()
    told = f"{_change(now, better)}. {_works(better)}"
    return " ".join((*_faults(*_sending(now), *line, *_unlikely(now)), told))


def _nothing_works(now: Prospect, changed: Prospect | None) -> str:
    """Return what is against a draft that no change mends, or against the nearest change."""
    if changed is None:
        told = _(
            "As far as you know, no single change would bring {name} to sign this.",
            name=now.proposal.name,
        )
        return " ".join((*_faults(*_against(now)), told))
    if changed.proposal == now.proposal:
        return " ".join((*_faults(*_against(now)), f"{_signs(now)}."))
    told = _(
        "No small change works. The nearest is: {change}. {answer}, but it won't work.",
        change=_change(now, changed),
        answer=_signs(changed),
    )
    stays = _("Your draft stays as it is.")
    return " ".join((*_sending(now), told, *_against(changed), stays))


def _change(now: Prospect, then: Prospect) -> str:
    content, chair = now.proposal.index.content, now.proposal.chair
    return change_told(content, now.proposal.offer.terms, then.proposal.offer.terms, chair)


def _signs(found: Prospect) -> str:
    """Return how surely the others would sign."""
    at = found.proposal
    both = zip(at.others, found.theirs, strict=True)
    told = [works_told(at.index.content, at.seen, at.chair, other, lines) for other, lines in both]
    return parted(told)


def _works(found: Prospect, as_it_is: bool = False) -> str:
    """Return in sentences that a proposal works, and how the own side and both homes take it."""
    told = (_own_line(found), _own_home(found), *_their_homes(found))
    signs = _signs(found)
    signs = _("{answer} as it is.", answer=signs) if as_it_is else f"{signs}."
    return f"{signs} {' '.join(told)}"


def _against(found: Prospect) -> tuple[str, ...]:
    """Return what stands against a proposal, besides the other side: sending, own line, homes."""
    line = (_own_line(found),) if found.mine < 0 else ()
    home = (_own_home(found),) if tally(found.home) < 0 else ()
    return (*_sending(found), *line, *home, *_unlikely(found))


def _unlikely(found: Prospect) -> tuple[str, ...]:
    unlikely = any(chance(stances) < LIKELY for stances in found.abroad)
    return _their_homes(found) if unlikely else ()


def _faults(*told: str) -> tuple[str, ...]:
    """Return what stands against a draft after a word that it does, if anything is told."""
    return (_("Your draft won't work."), *told) if told else ()


def _sending(found: Prospect) -> tuple[str, ...]:
    return (_("It can't be sent: {why}", why=found.blocked),) if found.blocked else ()


def _own_line(found: Prospect) -> str:
    if found.mine < 0:
        return _("It is under your bottom line ({sum:+d}).", sum=found.mine)
    return _("It is worth signing for you ({sum:+d}).", sum=found.mine)


def _own_home(found: Prospect) -> str:
    """Return how the own home takes a proposal: who is against it, and the price of a yes."""
    if tally(found.home) >= 0:
        return _("Your home passes it.")
    at = found.proposal
    price = fate(at.index, at.seen, at.offer, at.chair)
    return _(
        "Your home is against it{opponents}: {price}.",
        opponents=_opponents(at, found.home),
        price=price,
    )


def _their_homes(found: Prospect) -> tuple[str, ...]:
    both = zip(found.proposal.others, found.abroad, strict=True)
    return tuple(_their_home(found.proposal, other, abroad) for other, abroad in both)


def _their_home(at: Proposal, other: str, abroad: tuple[Stance, ...]) -> str:
    """Return how likely another home is to pass a proposal, and if it isn't who is against."""
    likely, city = chance(abroad), at.index.content.partners[other].city
    against = _opponents(at, abroad) if likely < LIKELY else ""
    return _(
        "{city} is {chance} % likely to pass it{opponents}.",
        city=city,
        chance=likely,
        opponents=against,
    )


def _opponents(at: Proposal, found: tuple[Stance, ...]) -> str:
    """Return in brackets the factions that are against, by name."""
    against = (stance for stance in found if stance.points < 0)
    told = comma_listed([f"{faction_name(at.index, s.path)} {s.points:+d}" for s in against])
    return f" ({told})" if told else ""
