"""An offer in the making: what could stand in it, what does, and what the other side would take."""

from __future__ import annotations

from game.narration.decisions import heading_of
from game.narration.offers import closed_clauses, draft_terms, open_amounts
from game.narration.proposal import Proposal, what_works
from game.record import replace
from game.rules.decisions import Decision, find_offer
from game.rules.state import Offer, Term
from game.rules.table.convening import convened
from game.rules.table.deals import why_no_term
from game.rules.table.sides import bound, others
from game.rules.table.wants import pull
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
        self.blank, self.terms = convened(play.me, decision.target), decision.terms
        if decision.pick == "counter":
            offer = find_offer(play.seen, play.seen.queue[0].subject)
            self.blank, self.terms = replace(offer, id="", terms=()), offer.terms
        self.begun = self.terms
        self.others = others(self.blank.parties, play.me)
        self.slots = self._slots()
        self.closed = closed_clauses(play.index, play.seen, self.blank.parties, play.me)
        self.before: tuple[Term, ...] | None = None

    @property
    def offer(self) -> Offer:
        """The draft as an offer."""
        return replace(self.blank, terms=self.terms)

    def _slots(self) -> list[str | Term]:
        """Return headings and clauses: what all do, what the viewer gives, what they give."""
        domain = list(draft_terms(self.play.index, self.play.seen, *self.blank.parties))
        domain = [self._standing(term) or term for term in domain]
        domain += [term for term in self.terms if not _holds(domain, term)]
        by_group: dict[str, list[Term]] = {}
        for term in sorted(domain, key=self._rank):
            by_group.setdefault(self._heading(term), []).append(term)
        slots: list[str | Term] = []
        for title, terms in by_group.items():
            slots += [title, *terms]
        return slots

    def _rank(self, term: Term) -> tuple[int, bool, str, str]:
        """Return where a clause is listed: who does it, the mutual ones and the viewer first."""
        clause = self.play.content.clauses[term.clause]
        common = (not clause.joint) + 1 if clause.mutual else 3
        return common, term.giver != self.play.me, "" if clause.mutual else term.giver, term.to

    def _heading(self, term: Term) -> str:
        both = self.play.content.clauses[term.clause].mutual and not self.blank.third
        return _("Both of you") if both else heading_of(self.play.content, term, self.play.me)

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

    def asked(self) -> dict[int, int]:
        """Return, by place, what a clause is worth to the others' offices for its asking."""
        index, seen, me = self.play.index, self.play.seen, self.play.me
        found = {}
        for place, slot in enumerate(self.slots):
            if isinstance(slot, Term):
                at = bound(self.blank.parties, slot)
                points = [pull(index, seen, slot, who, me) for who in self.others if who in at]
                found[place] = min([0, *points]) or max([0, *points])
        return {place: points for place, points in found.items() if points}

    def drop(self, place: int) -> None:
        """Take the term at a place of the draft out of it."""
        self.terms = (*self.terms[:place], *self.terms[place + 1 :])

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
        allowed = open_amounts(self.play.index, self.play.seen, self.blank, term) or (term.amount,)
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

    @property
    def changed(self) -> bool:
        """Whether anything stands otherwise than it began."""
        return self.terms != self.begun

    def take_up(self, terms: tuple[Term, ...]) -> bool:
        """Take up what was left of an earlier draft and may still stand; whether there is any."""
        index, seen = self.play.index, self.play.seen
        able = tuple(t for t in terms if not why_no_term(index, seen, self.blank, t))
        if not able:
            return False
        self.before, self.terms = self.terms, able
        self.slots = self._slots()
        return True

    def restore(self) -> None:
        """Go back to the draft before the suggestion."""
        if self.before is not None:
            self.terms, self.before = self.before, None
            self.slots = self._slots()


def _same(one: Term, other: Term) -> bool:
    return (one.clause, one.giver, one.to) == (other.clause, other.giver, other.to)


def _holds(domain: list[Term], term: Term) -> bool:
    return any(_same(t, term) for t in domain)
