"""An offer put together clause by clause, with the arithmetic of both sides beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from game.narration import offer_lines
from game.narration.arithmetic import line_told, openness_told, sum_told, works_told
from game.narration.clauses import draft_terms, open_amounts
from game.plain.home import say_homes, say_moods, say_signed, say_stances
from game.plain.keeping import NO, YES
from game.plain.seat import Again, Seat
from game.plain.words import candidates, several
from game.rules.deals import (
    assess,
    other_side,
    why_no_offer,
    why_no_term,
)
from game.rules.index import Index, index_of
from game.rules.openness import OPEN, openness
from game.rules.remedies import what_would_work
from game.rules.state import Offer, State, Term

QUESTION = (
    "A clause's number or name and its amount, as in 2 3; or remove 1, sum, home, preview, work, "
    "send, list, back."
)


TAKE = "Take it? yes or no."


def say_sum(seat: Seat, offer: Offer, who: str, chair: str) -> None:
    """Say what an offer is worth to a side, line by line, as the chair sees it."""
    content, seen = seat.session.content, seat.session.view(chair)
    index, mine = index_of(content, seen.scenario), who == chair
    how_open = OPEN if mine else openness(index, seen, chair, who)
    name = "you" if mine else content.partners[who].name
    seat.console.say(f"What it is worth to {name}:")
    for line in assess(index, seen, offer, who):
        label, amount = line_told(line, mine, how_open)
        seat.console.say(f"{label}." if amount == "?" else f"{amount}: {label}.")
    seat.console.say(_total(index, seen, offer, who, chair))
    if not mine:
        seat.console.say(openness_told(content, seen, chair, who))


def _total(index: Index, seen: State, offer: Offer, who: str, chair: str) -> str:
    """Return the sum and what follows from it; it is a range where something isn't known."""
    how_open = OPEN if who == chair else openness(index, seen, chair, who)
    answer, total = sum_told(assess(index, seen, offer, who), who == chair, how_open)
    return f"Together {total}: {answer}." if total else f"Together: {answer}."


def _span(amounts: Sequence[int]) -> str:
    """Return the amounts that a clause may have, from the least to the most."""
    low, high = amounts[0], amounts[-1]
    return f"{low} to {high}" if low < high else f"{low}"


@dataclass(slots=True)
class Draughting:
    """An offer being put together; `offer` holds what stands in it so far."""

    seat: Seat
    chair: str
    offer: Offer

    def finish(self) -> tuple[Term, ...]:
        """Return the terms once the player sends them. Raises Again when they step back."""
        self._list("")
        while True:
            answer = self.seat.ask(QUESTION, look=self._look)
            word, _, rest = answer.partition(" ")
            if word == "send" and self._sendable():
                return self.offer.terms
            if word == "back":
                raise Again
            if word != "send":
                self._edit(answer, word, rest.strip())

    @property
    def index(self) -> Index:
        """The scenario's tables."""
        return index_of(self.seat.session.content, self.seat.session.state.scenario)

    @property
    def seen(self) -> State:
        """What the chair may see."""
        return self.seat.session.view(self.chair)

    def _sendable(self) -> bool:
        reason = why_no_offer(self.index, self.seen, self.offer)
        if reason:
            self.seat.console.say(f"Not possible: {reason}")
        return not reason

    def _look(self, rest: str) -> None:
        """Say where the draft stands; it is kept."""
        self.seat.console.say(self._heading())
        self._list("")

    def _heading(self) -> str:
        name = self.index.content.partners[other_side(self.offer, self.chair)].name
        return f"Your draft of an offer to {name}."

    def _edit(self, answer: str, word: str, rest: str) -> None:
        commands = {
            "list": self._list, "sum": self._sum, "work": self._work, "remove": self._remove,
            "home": self._home, "preview": self._preview,
        }  # fmt: skip
        if word in commands:
            commands[word](rest)
        elif word.isdecimal():
            self._put(int(word), rest)
        else:
            self._put_named(answer)

    def _put_named(self, answer: str) -> None:
        """Put the clause that goes by a name into the offer, its amount after it."""
        name, _, amount = answer.rpartition(" ")
        if not (name and amount.isdecimal()):
            name, amount = answer, ""
        labels = [self._clause(term) for term in self._possible()]
        found = candidates(name, labels, labels)
        if len(found) == 1:
            self._put(found[0] + 1, amount)
        else:
            self.seat.console.say(several(found) or "That means nothing here.")

    def _possible(self) -> tuple[Term, ...]:
        return tuple(draft_terms(self.index, self.seen, self.offer.maker, self.offer.to))

    def _amounts(self, term: Term) -> tuple[int, ...]:
        blank = replace(self.offer, terms=())
        return open_amounts(self.index, self.seen, blank, term)

    def _list(self, rest: str) -> None:
        """Say every clause that could stand in the offer, with its range."""
        self.seat.console.say("What could stand in it:")
        for number, term in enumerate(self._possible(), 1):
            self.seat.console.say(f"{number}. {self._clause(term)}")
        self._say_offer()

    def _clause(self, term: Term) -> str:
        clause = self.index.content.clauses[term.clause]
        name = self.index.content.partners[term.giver].name
        gives = "You give" if term.giver == self.chair else f"{name} gives"
        ranged = clause.unit and clause.low != clause.high
        unit = "" if clause.unit == "year" else f" {clause.unit}"
        ranges = f", {_span(self._amounts(term))}{unit}" if ranged else ""
        return f"{'Both' if clause.mutual else gives}: {clause.name}{ranges}."

    def _put(self, number: int, rest: str) -> None:
        """Put a clause into the offer, or change its amount there."""
        terms = self._possible()
        if not 1 <= number <= len(terms):
            self.seat.console.say(f"There are clauses 1 to {len(terms)}; type list to hear them.")
            return
        term = terms[number - 1]
        clause = self.index.content.clauses[term.clause]
        amounts = self._amounts(term)
        named = replace(term, amount=int(rest)) if rest.isdecimal() else term
        if self._unlisted(named) or (clause.low != clause.high and not rest.isdecimal()):
            asked = "Which year" if clause.unit == "year" else f"How many {clause.unit}"
            told = f"{asked}, {_span(amounts)}? Type both numbers, as in {number} {amounts[0]}."
            self.seat.console.say(told)
            return
        self._place(named)

    def _unlisted(self, term: Term) -> bool:
        """Return whether the rules would let a term stand that no draft lists: a year gone by."""
        allowed = not why_no_term(self.index, self.seen, self.offer, term)
        return allowed and term.amount not in self._amounts(term)

    def _place(self, term: Term) -> None:
        reason = why_no_term(self.index, self.seen, self.offer, term)
        if reason:
            self.seat.console.say(f"Not possible: {reason}")
            return
        others = tuple(
            t for t in self.offer.terms if (t.clause, t.giver) != (term.clause, term.giver)
        )
        self._change((*others, term))

    def _remove(self, rest: str) -> None:
        terms = self.offer.terms
        lines = offer_lines(self.index.content, self.offer, self.chair)
        found = candidates(rest, lines, lines)
        if len(found) == 1:
            rest = f"{found[0] + 1}"
        if not rest.isdecimal() or not 1 <= int(rest) <= len(terms):
            self.seat.console.say(f"Name a clause of the offer, from 1 to {len(terms)}.")
            return
        self._change(terms[: int(rest) - 1] + terms[int(rest) :])

    def _change(self, terms: tuple[Term, ...]) -> None:
        self.offer = replace(self.offer, terms=terms)
        self._say_offer()

    def _say_offer(self) -> None:
        """Say the offer as it stands, and both sums."""
        if not self.offer.terms:
            self.seat.console.say("Nothing stands in the offer yet.")
            return
        content = self.index.content
        self.seat.console.say("The offer:")
        for number, line in enumerate(offer_lines(content, self.offer, self.chair), 1):
            self.seat.console.say(f"{number}. {line}.")
        for who in (self.chair, other_side(self.offer, self.chair)):
            name = "For you" if who == self.chair else f"For {content.partners[who].name}"
            told = _total(self.index, self.seen, self.offer, who, self.chair)
            self.seat.console.say(f"{name}: {told}")
        say_homes(self.seat, self.offer, self.chair)
        say_moods(self.seat, self.offer, self.chair)

    def _home(self, rest: str) -> None:
        """Say how the own factions take the offer, clause by clause."""
        if self._stands():
            say_stances(self.seat, self.offer, self.chair)

    def _preview(self, rest: str) -> None:
        """Say all that the offer would do."""
        if self._stands():
            say_signed(self.seat, self.offer, self.chair)

    def _stands(self) -> bool:
        """Return whether anything stands in the offer, and say so if not."""
        if not self.offer.terms:
            self._say_offer()
        return bool(self.offer.terms)

    def _sum(self, rest: str) -> None:
        """Say both sides' arithmetic, line by line."""
        if not self._stands():
            return
        self._say_sums(self.offer)
        say_homes(self.seat, self.offer, self.chair)

    def _say_sums(self, offer: Offer) -> None:
        for who in (self.chair, other_side(offer, self.chair)):
            say_sum(self.seat, offer, who, self.chair)

    def _work(self, rest: str) -> None:
        """Say what would work for the other side, and take it if the player wants it."""
        if not self._stands():
            return
        other = other_side(self.offer, self.chair)
        found = what_would_work(self.index, self.seen, self.offer, other)
        if found is None:
            self.seat.console.say("As far as you know, no single change would make them sign.")
        elif found.terms == self.offer.terms:
            self.seat.console.say(f"{self._works(found)} as it is.")
        else:
            self._propose(found)

    def _propose(self, found: Offer) -> None:
        self._say_proposal(found)
        told: dict[str, Callable[[], None]] = {
            "sum": lambda: self._say_sums(found),
            "home": lambda: say_stances(self.seat, found, self.chair),
            "preview": lambda: say_signed(self.seat, found, self.chair),
        }
        while True:
            answer = self.seat.ask(TAKE, look=lambda _: self._say_proposal(found))
            if answer in YES:
                return self._change(found.terms)
            if answer in (*NO, "back"):
                return self.seat.console.say("Your draft stays as it is.")
            told.get(answer, self._say_only)()

    def _say_only(self) -> None:
        self.seat.console.say("Only yes or no counts here; also sum, home, preview.")

    def _say_proposal(self, found: Offer) -> None:
        self.seat.console.say("The smallest change that would work, as far as you know:")
        lines: Iterator[str] = iter(offer_lines(self.index.content, found, self.chair))
        self.seat.console.say_all(lines)
        self.seat.console.say(f"{self._works(found)}.")

    def _works(self, offer: Offer) -> str:
        lines = assess(self.index, self.seen, offer, other_side(offer, self.chair))
        return works_told(self.index.content, self.seen, self.chair, offer, lines)
