"""An offer put together clause by clause, with the arithmetic of both sides beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from game.narration.decisions import heading_of, offer_lines
from game.narration.offers import closed_clauses, draft_terms, open_amounts, sides_named
from game.narration.proposal import Proposal, second_thoughts, what_works
from game.narration.words import say
from game.narration.words.table import unit_told
from game.plain.choosing import locked_lines
from game.plain.helping import OFFERING
from game.plain.home import (
    say_asks,
    say_benches,
    say_between,
    say_homes,
    say_moods,
    say_signed,
    say_stances,
)
from game.plain.keeping import ANSWERS, NO, YES
from game.plain.seat import Again, Seat
from game.plain.speech import Speech
from game.plain.sums import say_sum, total_told
from game.plain.words import candidates, several
from game.rules.decisions import Decision
from game.rules.index import Index, index_of
from game.rules.state import Offer, State, Term
from game.rules.table.deals import why_no_term
from game.rules.table.sides import others
from game.text.language import N_, _, ngettext
from game.text.typed import whole_number

QUESTION = N_(
    "A clause's number or name and its amount, as in 2 3; or {remove} 1, {sum}, {home}, {preview}, "
    "{work}, {send}, {list}, {back}."
)
CLAUSES = "clauses"  # what could stand in an offer is read out until it is known; `list` does
NEXT = N_("The next clause, or {send}; {help} tells more.")
SHORTLY = N_("The next clause?")
TAKE = N_("Take it? {yes} or {no}.")
ONLY = N_("Only {yes} or {no} counts here; also {words}.")


def _span(amounts: Sequence[int]) -> str:
    """Return the amounts that a clause may have, from the least to the most."""
    low, high = amounts[0], amounts[-1]
    return _("{low} to {high}", low=low, high=high) if low < high else f"{low}"


@dataclass(slots=True)
class Draughting:
    """An offer being put together; `offer` holds what stands in it so far.

    `decision` would send it; `warned` is what the player has read the own side's doubts about,
    `known` what has been said of how homes and others take it.
    """

    seat: Seat
    decision: Decision
    offer: Offer
    warned: tuple[Term, ...] = ()
    known: set[str] = field(default_factory=set)

    def finish(self) -> tuple[Term, ...]:
        """Return the terms once the player sends them. Raises Again when they step back."""
        if self.seat.speech is not Speech.TERSE and self.seat.early(CLAUSES):
            self._say_possible()
        elif self.seat.hinted[self._with()] == 0:
            self.seat.console.say(_("Type {list} to hear what could stand in it.", list="list"))
        self.seat.hinted[self._with()] += 1
        if self.seat.speech is Speech.FULL or self._is_new():
            self._say_offer()
        elif self.offer.terms:
            self._say_begun()
        while True:
            answer = self.seat.ask(self._question(), look=self._look, words=OFFERING)
            word, _space, rest = answer.partition(" ")
            if word == "send" and self._sendable():
                return self.offer.terms
            if word == "back":
                raise Again
            if word != "send":
                self._edit(answer, word, rest.strip())

    def _is_new(self) -> bool:
        """Return whether a draft is still something new to who hears it; never in terse speech."""
        return self.seat.speech is Speech.NORMAL and self.seat.early("draft")

    def _say_begun(self) -> None:
        """Say how much stands in the draft already; what it is has been heard."""
        begun = ngettext(
            "It begins with {n} clause; {look} reads it.",
            "It begins with {n} clauses; {look} reads them.",
            len(self.offer.terms),
            look="look",
        )
        self.seat.console.say(begun)

    def _with(self) -> str:
        """Return by what it is kept that the clauses with these sides were read out."""
        return f"{CLAUSES}/{'/'.join(self.offer.parties)}"

    def _question(self) -> str:
        """Return what is asked: at first with all words that work, then in short and shorter."""
        return self.seat.hint(QUESTION) or self.seat.hint(NEXT) or self.seat.shortly(SHORTLY)

    @property
    def index(self) -> Index:
        """The scenario's tables."""
        return index_of(self.seat.session.content, self.seat.session.state.scenario)

    @property
    def seen(self) -> State:
        """What the chair may see."""
        return self.seat.session.view(self.chair)

    @property
    def chair(self) -> str:
        """Who is putting it together."""
        return self.decision.chair

    @property
    def proposal(self) -> Proposal:
        """The offer with all that is known of it."""
        return Proposal(self.index, self.seen, self.decision, self.offer)

    def _sendable(self) -> bool:
        """Return whether the offer goes; what the own side has against it is said first, once."""
        if reason := self.proposal.why_not():
            self.seat.console.say(_("Not possible: {why}", why=reason))
            return False
        doubts = second_thoughts(self.proposal)
        if not doubts or self.warned == self.offer.terms:
            return True
        self.warned = self.offer.terms
        again = _("Type {send} again to send it all the same.", send="send")
        self.seat.console.say(f"{doubts} {again}")
        return False

    def _look(self, rest: str) -> None:
        """Say where the draft stands; it is kept."""
        self.seat.console.say(self._heading())
        self._say_possible()
        self._say_offer()

    def _heading(self) -> str:
        name = sides_named(self.index.content, self.offer, self.chair)
        if self.offer.third:
            return _("Your draft of a paper of three with {names}.", names=name)
        return _("Your draft of an offer to {name}.", name=name)

    def _edit(self, answer: str, word: str, rest: str) -> None:
        commands = {
            "list": self._list, "sum": self._sum, "work": self._work, "remove": self._remove,
            "home": self._home, "preview": self._preview,
        }  # fmt: skip
        if word in commands:
            commands[word](rest)
        elif (chosen := whole_number(word)) is not None:
            self._put(chosen, rest)
        else:
            self._put_named(answer)

    def _put_named(self, answer: str) -> None:
        """Put the clause that goes by a name into the offer, its amount after it."""
        name, _space, amount = answer.rpartition(" ")
        if not name or whole_number(amount) is None:
            name, amount = answer, ""
        labels = [self._clause(term) for term in self._possible()]
        found = candidates(name, labels, labels)
        if len(found) == 1:
            self._put(found[0] + 1, amount)
        else:
            self.seat.console.say(several(found) or _("That means nothing here."))

    def _possible(self) -> tuple[Term, ...]:
        return tuple(draft_terms(self.index, self.seen, *self.offer.parties))

    def _amounts(self, term: Term) -> tuple[int, ...]:
        blank = replace(self.offer, terms=())
        return open_amounts(self.index, self.seen, blank, term)

    def _list(self, rest: str) -> None:
        """Say every clause, those closed now with the reason."""
        self._say_possible()
        self._say_closed()
        say_asks(self.seat, self.offer, self.chair)
        say_between(self.seat, self.offer, self.chair)
        self._say_offer()

    def _say_closed(self) -> None:
        offer, locked = self.offer, dict[str, list[str]]()
        for one in closed_clauses(self.index, self.seen, offer.parties, self.chair):
            locked.setdefault(one.reason, []).append(one.label)
        self.seat.console.say_all(locked_lines(locked))

    def _say_possible(self) -> None:
        """Say every clause that could stand in the offer, with its range."""
        self.seat.console.say(_("What could stand in it:"))
        for number, term in enumerate(self._possible(), 1):
            self.seat.console.say(f"{number}. {self._clause(term)}")

    def _clause(self, term: Term) -> str:
        clause = self.index.content.clauses[term.clause]
        ranged = clause.unit and clause.low != clause.high
        unit = "" if clause.unit == "year" else f" {unit_told(clause, clause.high)}"
        ranges = f", {_span(self._amounts(term))}{unit}" if ranged else ""
        return f"{heading_of(self.index.content, term, self.chair)}: {clause.name}{ranges}."

    def _put(self, place: int, rest: str) -> None:
        """Put a clause into the offer, or change its amount there."""
        terms = self._possible()
        if not 1 <= place <= len(terms):
            told = _(
                "There are clauses 1 to {most}; type {list} to hear them.",
                most=len(terms),
                list="list",
            )
            self.seat.console.say(told)
            return
        term = terms[place - 1]
        clause = self.index.content.clauses[term.clause]
        amounts = self._amounts(term)
        amount = whole_number(rest)
        named = term if amount is None else replace(term, amount=amount)
        if self._unlisted(named) or (clause.low != clause.high and amount is None):
            asked = N_("Which year, {span}? Type both numbers, as in {example}.")
            if clause.unit != "year":
                asked = N_("How many {unit}, {span}? Type both numbers, as in {example}.")
            example = f"{place} {amounts[0]}"
            told = _(
                asked, unit=unit_told(clause, clause.high), span=_span(amounts), example=example
            )
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
            self.seat.console.say(_("Not possible: {why}", why=say(self.index.content, reason)))
            return
        others = tuple(
            t
            for t in self.offer.terms
            if (t.clause, t.giver, t.to) != (term.clause, term.giver, term.to)
        )
        self._change((*others, term))
        self.seat.lessons.hear(self.chair, "put", term.clause)

    def _remove(self, rest: str) -> None:
        terms = self.offer.terms
        lines = offer_lines(self.index.content, self.offer, self.chair)
        found = candidates(rest, lines, lines)
        if len(found) == 1:
            rest = f"{found[0] + 1}"
        place = whole_number(rest) or 0
        if not 1 <= place <= len(terms):
            told = _("Name a clause of the offer, from 1 to {most}.", most=len(terms))
            self.seat.console.say(told)
            return
        self._change(terms[: place - 1] + terms[place:])

    def _change(self, terms: tuple[Term, ...]) -> None:
        before, self.warned = self.offer, ()
        self.offer = replace(before, terms=terms)
        if self.seat.speech is Speech.FULL or not terms:
            self._say_offer()
        else:
            self._say_change(before)

    def _say_change(self, before: Offer) -> None:
        """Say what has come into the offer and gone out of it, and what follows in short."""
        content, now = self.index.content, self.offer
        out = replace(before, terms=tuple(t for t in before.terms if t not in now.terms))
        new = replace(now, terms=tuple(t for t in now.terms if t not in before.terms))
        gone, came = (offer_lines(content, offer, self.chair) for offer in (out, new))
        self.seat.console.say_all(_("Out: {clause}.", clause=line) for line in gone)
        self.seat.console.say_all(_("In: {clause}.", clause=line) for line in came)
        self._say_totals()
        if self.seat.speech is Speech.NORMAL:
            say_homes(self.seat, now, self.chair, known=self.known)

    def _say_totals(self) -> None:
        content = self.index.content
        for who in (self.chair, *others(self.offer.parties, self.chair)):
            told = total_told(self.index, self.seen, self.offer, who, self.chair)
            name = content.partners[who].name
            if self.seat.speech is Speech.TERSE:
                theirs, mine = f"{name}: {told}", _("You: {told}", told=told)
            else:
                theirs = _("For {name}: {told}", name=name, told=told)
                mine = _("For you: {told}", told=told)
            self.seat.console.say(mine if who == self.chair else theirs)

    def _say_offer(self) -> None:
        """Say the offer as it stands, and all sums."""
        if not self.offer.terms:
            self.seat.console.say(_("Nothing stands in the offer yet."))
            return
        content = self.index.content
        self.seat.console.say(_("The offer:"))
        for number, line in enumerate(offer_lines(content, self.offer, self.chair), 1):
            self.seat.console.say(f"{number}. {line}.")
        self._say_totals()
        say_homes(self.seat, self.offer, self.chair)
        say_moods(self.seat, self.offer, self.chair)

    def _home(self, rest: str) -> None:
        """Say how the own factions take the offer, clause by clause, and how the others' do."""
        if self._stands():
            say_stances(self.seat, self.offer, self.chair)
            say_benches(self.seat, self.offer, self.chair)

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
        """Say every side's arithmetic, line by line."""
        if not self._stands():
            return
        self._say_sums(self.offer)
        say_homes(self.seat, self.offer, self.chair)

    def _say_sums(self, offer: Offer) -> None:
        for who in (self.chair, *others(offer.parties, self.chair)):
            say_sum(self.seat, offer, who, self.chair)

    def _work(self, rest: str) -> None:
        """Say what would work, and take it if the player wants it."""
        advice = what_works(self.proposal)
        if advice.terms == self.offer.terms:
            self.seat.console.say(advice.text)
        else:
            self._propose(replace(self.offer, terms=advice.terms), advice.text)

    def _propose(self, found: Offer, why: str) -> None:
        self._say_proposal(found, why)
        told: dict[str, Callable[[], None]] = {
            "sum": lambda: self._say_sums(found),
            "home": lambda: say_stances(self.seat, found, self.chair),
            "preview": lambda: say_signed(self.seat, found, self.chair),
        }
        while True:
            answer = self.seat.ask(
                _(TAKE, **ANSWERS), look=lambda _rest: self._say_proposal(found, why)
            )
            if answer in YES:
                return self._change(found.terms)
            if answer in (*NO, "back"):
                return self.seat.console.say(_("Your draft stays as it is."))
            told.get(answer, self._say_only)()

    def _say_only(self) -> None:
        self.seat.console.say(_(ONLY, **ANSWERS, words="sum, home, preview"))

    def _say_proposal(self, found: Offer, why: str) -> None:
        self.seat.console.say(why)
        self.seat.console.say(_("The offer would then be:"))
        self.seat.console.say_all(offer_lines(self.index.content, found, self.chair))
