"""An offer in the making: what could stand in it, what does, and what the other side would take."""

from __future__ import annotations

from dataclasses import replace

from game.narration.offers import closed_clauses, draft_terms, open_amounts
from game.narration.proposal import Proposal, what_works
from game.rules.decisions import Decision, find_offer
from game.rules.state import Offer, Term
from game.text.language import _
from game.tui.play import Play

LONG_RANGE = 12  # from so many possible amounts on, a key press moves by more than one


class Bargain:
    """A draft of an offer or a counter-offer, edited clause by clause.

    `slots` holds headings (text) and clauses (terms at the amount last chosen), as listed; after
    them and another heading come the clauses `closed` now.
    """

    def __init__(self, play: Play, decision: Decision) -> None:
        """Begin with nothing, or with the terms of the offer that is answered."""
        self.play = play
        self.decision = decision
        self.maker, self.to, self.terms = play.me, decision.target, decision.terms
        if decision.pick == "counter":
            offer = find_offer(play.seen, play.seen.queue[0].subject)
            self.maker, self.to, self.terms = offer.maker, offer.to, offer.terms
        self.other = self.to if self.maker == play.me else self.maker
        self.slots = self._slots()
        self.closed = closed_clauses(play.index, play.seen, self.maker, self.to, play.me)
        self.before: tuple[Term, ...] | None = None

    @property
    def offer(self) -> Offer:
        """The draft as an offer."""
        return Offer("", self.maker, self.to, self.terms)

    def _slots(self) -> list[str | Term]:
        """Return headings and clauses: what both do, what the viewer gives, what they give."""
        domain = list(draft_terms(self.play.index, self.play.seen, self.maker, self.to))
        domain = [self._standing(term) or term for term in domain]
        domain += [term for term in self.terms if not _holds(domain, term)]
        mutual = self.play.content.clauses
        name = self.play.content.partners[self.other].name
        groups: tuple[tuple[str, list[Term]], ...] = (
            (_("Both of you"), [t for t in domain if mutual[t.clause].mutual]),
            (_("You give"), [t for t in domain if self._gives(t, self.play.me)]),
            (_("{name} gives", name=name), [t for t in domain if self._gives(t, self.other)]),
        )
        slots: list[str | Term] = []
        for title, terms in groups:
            slots += [title, *terms] if terms else []
        return slots

    def _gives(self, term: Term, who: str) -> bool:
        return term.giver == who and not self.play.content.clauses[term.clause].mutual

    def _standing(self, term: Term) -> Term | None:
        """Return the draft's term of the same clause and giver, if it has one."""
        return next((t for t in self.terms if _same(t, term)), None)

    def holds(self, place: int) -> bool:
        """Return whether the clause at a place stands in the draft."""
        slot = self.slots[place]
        return isinstance(slot, Term) and self._standing(slot) is not None

    def term(self, place: int) -> Term | None:
        """Return the clause at a place of the list, if it isn't a heading."""
        slot = self.slots[place] if 0 <= place < len(self.slots) else ""
        return slot if isinstance(slot, Term) else None

    def clause(self, place: int) -> str:
        """Return the id of the clause at a place of the list, a closed one's too, or nothing."""
        term = self.term(place)
        beyond = place - len(self.slots) - 1
        if term is None and 0 <= beyond < len(self.closed):
            return self.closed[beyond].clause
        return term.clause if term else ""

    def toggle(self, place: int) -> None:
        """Add the clause at a place, or drop it."""
        term = self.term(place)
        if term is None:
            return
        held = self._standing(term)
        if held:
            self.terms = tuple(t for t in self.terms if t is not held)
        else:
            self.terms = (*self.terms, term)

    def change(self, place: int, by: int) -> bool:
        """Change the amount of the clause at a place; whether it has one that can change."""
        term = self.term(place)
        if term is None:
            return False
        clause = self.play.content.clauses[term.clause]
        step = max(1, (clause.high - clause.low) // LONG_RANGE)
        blank = replace(self.offer, terms=())
        allowed = open_amounts(self.play.index, self.play.seen, blank, term) or (term.amount,)
        at = sum(amount < term.amount for amount in allowed) + by * step
        changed = replace(term, amount=allowed[min(max(at, 0), len(allowed) - 1)])
        self.slots[place] = changed
        self.terms = tuple(changed if _same(t, term) else t for t in self.terms)
        return changed != term

    @property
    def proposal(self) -> Proposal:
        """The draft with all that is known of it."""
        return Proposal(self.play.index, self.play.seen, self.decision, self.offer)

    def why_not(self) -> str:
        """Return why the draft can't be sent, or nothing."""
        return self.proposal.why_not()

    def what_works(self) -> str:
        """Take over the smallest change that works, if there is one; say what came of it."""
        advice = what_works(self.proposal)
        if advice.terms == self.terms:
            return advice.text
        self.before = self.terms
        self.terms = advice.terms
        self.slots = self._slots()
        return f"{advice.text} {_('{key} restores your draft.', key='r')}"

    def restore(self) -> None:
        """Go back to the draft before the suggestion."""
        if self.before is not None:
            self.terms, self.before = self.before, None
            self.slots = self._slots()


def _same(one: Term, other: Term) -> bool:
    return (one.clause, one.giver) == (other.clause, other.giver)


def _holds(domain: list[Term], term: Term) -> bool:
    return any(_same(t, term) for t in domain)
