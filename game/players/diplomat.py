"""A player that looks one step ahead with the real rules and weighs it by its leader's persona."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.players.bargains import bolder, candidates, offer_at, years_signed
from game.players.base import Move, Player, claimed, find, legal
from game.players.convening import papers
from game.players.homes import doubt, ratified, trouble
from game.players.persona import expected, worth
from game.players.tastes import PLAIN, Taste
from game.players.words import because, decided
from game.record import replace
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.legality import why_not
from game.rules.messages import message
from game.rules.preview import preview
from game.rules.state import Offer, Slot, State
from game.rules.table.convening import convened
from game.rules.table.deals import assess, verdict
from game.rules.table.ladder import price_of_step
from game.rules.table.leaders import persona
from game.rules.table.remedies import odds, scales_for, what_would_work
from game.text.language import N_

LEAST_GAIN = 40  # hundredths of a point under which an action isn't worth its trouble
WHIM = 30  # hundredths of a point of noise, so that two like games differ
POINT = 100
SURE = 100
DARING = 35  # per cent of offers that ask for more, besides those that a leader's risk adds
KEPT_FOR_TALKS = 1  # capital that only something as good as an offer is worth


class Diplomat(Player):
    """Persona first, one step ahead; `taste` is how it weighs what it foresees.

    It `convenes` two others where its chair may and a paper of three is worth more than another.
    """

    name: ClassVar[str] = "diplomat"
    about: ClassVar[str] = N_("looks one step ahead with the real rules, by its leader's persona")
    taste: ClassVar[Taste] = PLAIN
    convenes: ClassVar[bool] = True

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Return the move whose foreseen changes are worth most to the leader."""
        slot = seen.queue[0]
        if KINDS[slot.kind].answers:
            return self._answer(content, seen, slot, options)
        if slot.kind == "ratify":
            return ratified(content, seen, options, self.score)
        if slot.kind == "table":
            offer = claimed(options) or self._offer(content, seen, slot, options, dice)
            return offer or self.ladder(content, seen, options, dice)
        return self._best(content, seen, slot, options, dice)

    def _best(
        self, content: Content, seen: State, slot: Slot, options: Sequence[Option], dice: Random
    ) -> Move:
        """Return the best of what may be chosen; the agenda closes when nothing is worth it."""
        scored = [
            (self.score(content, seen, decision) + dice.randrange(WHIM + 1), place, decision)
            for place, decision in enumerate(legal(options))
        ]
        points, _, decision = max(scored)
        last = seen.figures[f"{slot.chair}.capital"] <= self.kept_for_talks(content, seen)
        if slot.kind == "agenda" and points < (self.taste.asks if last else LEAST_GAIN):
            return Move(Decision(slot.chair, "agenda", "end"), message("why.quiet"))
        return Move(decision, because(content, seen, decision, self.taste))

    def kept_for_talks(self, content: Content, seen: State) -> int:
        """Return the capital that only something as good as an offer, or a step down, is worth."""
        chair = seen.queue[0].chair
        return KEPT_FOR_TALKS + price_of_step(index_of(content, seen.scenario), seen, chair, -1)

    def score(self, content: Content, seen: State, decision: Decision) -> int:
        """Return what a decision is worth, in hundredths of a point; ending is worth nothing."""
        if decision.pick == "end":
            return 0
        foreseen = preview(content, seen, decision)
        return expected(content, seen, decision.chair, foreseen, self.taste)

    def _offer(
        self,
        content: Content,
        seen: State,
        slot: Slot,
        options: Sequence[Option],
        dice: Random,
    ) -> Move | None:
        """Return the best offer that the other side should sign, if one is worth making.

        Who dares asks for a little more first: the other side may sign, or say what it wants.
        """
        found = [*self._offers(content, seen, slot, options)]
        found += self._papers(content, seen, slot, options) if self.convenes else ()
        if not found:
            return None
        gain, decision = max(found, key=lambda scored: scored[0])
        if gain < self.taste.asks:
            return None
        index = index_of(content, seen.scenario)
        offer = convened(slot.chair, decision.target, decision.terms)
        if offer.third:
            return Move(decision, decided(index, seen, offer, decision))
        if dice.randrange(SURE) < DARING + persona(index, seen, slot.chair).get("risk", 0):
            asked = bolder(index, seen, offer) or offer
            more = replace(decision, terms=asked.terms)
            if not why_not(content, seen, more):
                offer, decision = asked, more
        return Move(decision, decided(index, seen, offer, decision))

    def _offers(
        self, content: Content, seen: State, slot: Slot, options: Sequence[Option]
    ) -> Iterator[tuple[int, Decision]]:
        """Yield what could be offered, with what the arithmetic and the signing are worth here."""
        index = index_of(content, seen.scenario)
        for decision in legal(options):
            if decision.pick == "offer":
                for offer in candidates(index, seen, slot.chair, decision.target):
                    filled = replace(decision, terms=offer.terms)
                    if why_not(content, seen, filled):
                        continue
                    scales = scales_for(index, seen, offer, decision.target)
                    mine, (theirs, off) = (
                        verdict(index, seen, offer, slot.chair),
                        scales.verdict(offer.terms),
                    )
                    gain = POINT * (mine - trouble(index, seen, offer, slot.chair, mine))
                    gain -= POINT * doubt(index, seen, offer, decision.target, slot.chair, theirs)
                    urgent = years_signed(index, seen, offer)
                    gain += worth(content, seen, slot.chair, urgent, self.taste)
                    chance = odds(theirs, off)
                    gain = chance * gain - (SURE - chance) * self.taste.refused
                    yield gain // SURE, filled

    def ladder(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Step on the ladder when it is worth more than staying; else leave the table."""
        chair = seen.queue[0].chair
        steps = [d for d in legal(options) if d.pick in ("step_up", "step_down")]
        scored = [
            (self.score(content, seen, d) + dice.randrange(WHIM + 1), d.pick, d) for d in steps
        ]
        if scored and max(scored)[0] > self.taste.steps:
            decision = max(scored)[2]
            return Move(decision, because(content, seen, decision, self.taste))
        return Move(Decision(chair, "table", "end"))

    def _papers(
        self, content: Content, seen: State, slot: Slot, options: Sequence[Option]
    ) -> Iterator[tuple[int, Decision]]:
        """Yield what could be put to two others, with what it is worth here."""
        index = index_of(content, seen.scenario)
        for decision in (one for one in legal(options) if one.pick == CONVENE):
            for offer in papers(index, seen, slot.chair, decision.target):
                filled = replace(decision, terms=offer.terms)
                if not why_not(content, seen, filled):
                    yield _prospects(index, seen, offer, self.taste.refused), filled

    def _answer(self, content: Content, seen: State, slot: Slot, options: Sequence[Option]) -> Move:
        """Sign what the printed sum says, else ask for what would work, else decline."""
        index = index_of(content, seen.scenario)
        offer = offer_at(seen, slot)
        total = verdict(index, seen, offer, slot.chair)
        accept = find(options, "accept")
        if accept and total >= 0:
            return Move(accept, decided(index, seen, offer, accept))
        declined = Decision(slot.chair, slot.kind, "decline")
        why = decided(index, seen, offer, declined)
        if find(options, "counter"):
            better = what_would_work(index, seen, offer, slot.chair)
            if better is not None and better.terms != offer.terms:
                decision = Decision(slot.chair, slot.kind, "counter", terms=better.terms)
                if why_not(content, seen, decision):
                    return Move(declined, message("why.bill"))
                return Move(decision, why)
        return Move(declined, why)


def _prospects(index: Index, seen: State, offer: Offer, refused: int) -> int:
    """Return what a paper of three is worth to who convenes, in hundredths of a point.

    It is as likely to be signed as both others are to sign, as far as that is known; a refusal
    costs so much.
    """
    mine, chance = verdict(index, seen, offer, offer.maker), SURE
    gain = mine - trouble(index, seen, offer, offer.maker, mine)
    for guest in offer.parties[1:]:
        lines = assess(index, seen, offer, guest)
        points = sum([line.amount for line in lines])
        gain -= doubt(index, seen, offer, guest, offer.maker, points)
        chance = chance * odds(points, sum([line.spread for line in lines])) // SURE
    return (chance * POINT * gain - (SURE - chance) * refused) // SURE
