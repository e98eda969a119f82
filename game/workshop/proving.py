"""The tests that packs hold, carried out: given a state, when something is done, then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.checking import Defined
from game.content.definitions.tests import Test, TestStep
from game.content.findings import Finding
from game.content.load import Checked
from game.content.objects import PackNames
from game.content.records import Content, Event
from game.content.scoping import scoped
from game.content.walk import Loc
from game.errors import HandshakeError
from game.narration.decisions import card_text, card_title, decision_title
from game.narration.words import lock_told, say
from game.rules.decisions import Change, Option
from game.rules.index import Index, index_of
from game.rules.invariants import violations
from game.rules.kinds import KINDS
from game.rules.legality import options
from game.rules.setup import USUAL, Setup
from game.rules.state import Slot
from game.rules.view import visible
from game.session import Session
from game.text.language import _
from game.workshop.reading import values_read
from game.workshop.staging import Stage, dealt, on_top, opened, staged, turn_for
from game.workshop.trying import chair_for, scenario_for

CODE = "FAILED"
PLAYER = "diplomat"
"""Who plays what a test doesn't say."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One test, by its qualified id, and what it found wrong: nothing where it holds."""

    test: str
    failures: tuple[Finding, ...]


class _Failed(Exception):
    """What a test found wrong, and in which part of it."""

    def __init__(self, loc: Loc, said: str) -> None:
        super().__init__(said)
        self.loc = loc


def tests_of(checked: Checked, packs: Sequence[str]) -> list[Defined]:
    """Return the tests that some packs hold, in order."""
    return [one for one in checked.objects.of("test").values() if one.pack in packs]


def prove(checked: Checked, content: Content, defined: Defined) -> Proof:
    """Carry a test out; whatever stands in its way is a failure, too."""
    run = _Run(checked, content, defined)
    return Proof(defined.id, tuple(run.failures()))


class _Run:
    """One test being carried out."""

    def __init__(self, checked: Checked, content: Content, defined: Defined) -> None:
        assert isinstance(defined.model, Test)
        self._checked, self._content, self._defined = checked, content, defined
        self._test = defined.model
        self._told: list[str] = []
        self._chair = ""
        self._session: Session

    def failures(self) -> Iterator[Finding]:
        """Yield what is wrong: what stops the test, or all of what it expects that isn't so."""
        try:
            self._begin()
            yield from self._unlocked()
            for n, step in enumerate(self._test.when):
                self._do(("when", n), step)
        except _Failed as failed:
            yield self._failure(failed.loc, str(failed))
        except HandshakeError as error:
            yield self._failure(("test",), str(error))
        else:
            yield from self._unmet()

    def _failure(self, loc: Loc, said: str) -> Finding:
        mark = self._defined.mark(loc)
        return Finding(CODE, "error", mark, said, self._test.why or "")

    # --- given

    def _begin(self) -> None:
        event = self._card()
        scenario = self._scenario(event)
        own = scoped(self._content, scenario)
        self._chair = self._who(scenario, own, event)
        setup = Setup(scenario, self._chair, self._test.seed, self._test.level)
        turn = self._test.turn or (turn_for(own, scenario, event) if event else 1)
        figures = {self._whole(name): value for name, value in self._test.figures.items()}
        flags = {self._find(name, "flag"): int(v) for name, v in self._test.flags.items()}
        state = staged(self._content, Stage(setup, turn, figures, flags))
        if event is not None:
            state = dealt(self._content, state, own.events[event.id])
        else:
            state = opened(self._content, state)
        seats = dict.fromkeys(own.scenarios[scenario].chairs, PLAYER)
        self._session = Session(self._content, setup, seats, opening=state)
        self._hear_cards()

    def _card(self) -> Event | None:
        name = self._test.card
        return self._content.events[self._find(name, "event", "dilemma")] if name else None

    def _scenario(self, event: Event | None) -> str:
        wanted = self._test.scenario
        named = self._find(wanted, "scenario") if wanted else None
        if event is not None:
            return scenario_for(self._content, event, named)
        return named or USUAL

    def _who(self, scenario: str, own: Content, event: Event | None) -> str:
        wanted = self._find(self._test.chair, "partner") if self._test.chair else None
        if event is not None:
            return chair_for(own, scenario, event, wanted)
        return wanted or own.scenarios[scenario].chairs[0]

    def _find(self, name: str, *kinds: str) -> str:
        """Return the qualified id that a name means in the test's pack."""
        return self._checked.objects.find(kinds, name, self._defined.pack) or name

    def _whole(self, name: str) -> str:
        names = self._checked.libraries[self._defined.pack].names
        return names.whole(name) if isinstance(names, PackNames) else name

    # --- when

    def _do(self, loc: Loc, step: TestStep) -> None:
        chair = self._find(step.chair, "partner") if step.chair else self._chair
        if step.choose is not None:
            self._choose((*loc, "choose"), chair, step.choose)
        elif step.act is not None:
            self._act((*loc, "act"), chair, self._find(step.act, "action"), step.target or "")
        else:
            self._play(self._session.state.turn + (step.play or 0))
        broken = violations(self._content, self._session.state)
        if broken:
            raise _Failed(loc, _("a promise of the rules is broken: {what}", what=broken[0]))

    def _choose(self, loc: Loc, chair: str, choice: str) -> None:
        slot = self._slot(loc, chair, choice)
        self._session.states[-1] = on_top(self._session.state, slot.subject, chair)
        self._take(loc, chair, choice)

    def _slot(self, loc: Loc, chair: str, choice: str) -> Slot:
        """Return the card on a desk that offers a choice."""
        cards = [s for s in self._session.state.queue if s.chair == chair]
        cards = [s for s in cards if KINDS[s.kind].of_a_card]
        found = [s for s in cards if choice in self._offered(s)]
        if not found:
            there = ", ".join(each for s in cards for each in self._offered(s)) or _("no card")
            raise _Failed(loc, _("{chair}'s desk offers no {choice}; on it: {there}",
                                 chair=chair, choice=choice, there=there))  # fmt: skip
        ahead = self._index.hands.ahead.get((found[0].subject, chair), ())
        waits = [s.chair for s in self._session.state.queue
                 if s.subject == found[0].subject and s.chair in ahead]  # fmt: skip
        if waits:
            raise _Failed(loc, _("{other} answers before {chair}", other=waits[0], chair=chair))
        return found[0]

    def _offered(self, slot: Slot) -> list[str]:
        desks = self._index.content.events[slot.subject].desks
        return [choice.id for desk in desks if desk.chair == slot.chair for choice in desk.choices]

    def _act(self, loc: Loc, chair: str, action: str, target: str) -> None:
        while not self._session.over:
            top = self._session.state.queue[0]
            if (top.kind, top.chair) == ("agenda", chair):
                self._take(loc, chair, action, self._aimed(target))
                return
            self._hear(self._session.play_one())
        raise _Failed(loc, _("the run is over before {chair} can act", chair=chair))

    def _aimed(self, target: str) -> str:
        return self._find(target, "partner", "faction", "outside_option", "person", "vehicle")

    def _take(self, loc: Loc, chair: str, pick: str, target: str = "") -> None:
        """Take one of the options of whoever decides now."""
        waiting = self._session.waiting_for()
        found = waiting.options if waiting is not None else ()
        wanted = [o for o in found if o.decision.pick == pick and o.decision.target == target]
        if not wanted:
            raise _Failed(loc, self._not_there(found, pick))
        if wanted[0].reason is not None:
            why = lock_told(self._content, wanted[0].reason)
            raise _Failed(loc, _("{chair} can't: {why}", chair=chair, why=why))
        self._hear(self._session.submit(wanted[0].decision))
        self._hear_cards()

    def _not_there(self, found: Sequence[Option], pick: str) -> str:
        targets = [o.decision.target for o in found if o.decision.pick == pick]
        if any(targets):
            return _("it needs a target, one of: {targets}", targets=", ".join(targets))
        return _("there is no {pick} to choose here", pick=pick)

    def _play(self, until: int) -> None:
        while self._session.state.turn < until and not self._session.over:
            self._hear(self._session.play_one())
        self._hear_cards()

    # --- then

    def _unlocked(self) -> Iterator[Finding]:
        """Yield the choices that were to be locked and aren't there, or are open."""
        if not self._test.locked:
            return
        name = self._find(self._test.card or "", "event", "dilemma")
        self._session.states[-1] = on_top(self._session.state, name, self._chair)
        waiting = self._session.waiting_for()
        found = {o.decision.pick: o for o in waiting.options} if waiting is not None else {}
        for n, choice in enumerate(self._test.locked):
            if choice not in found:
                yield self._failure(("locked", n), self._not_there((), choice))
            elif found[choice].legal:
                yield self._failure(("locked", n), _("{choice} is open", choice=choice))

    def _unmet(self) -> Iterator[Finding]:
        """Yield what was expected and isn't so."""
        library, state = self._checked.libraries[self._defined.pack], self._session.state
        for n, text in enumerate(self._test.then):
            condition = library.condition(text)
            if not condition.bind(self._chair)(state, {}):
                values = values_read(condition, state, self._chair)
                told = _("{condition} doesn't hold", condition=text)
                yield self._failure(("then", n), f"{told}: {values}" if values else told)
        for n, words in enumerate(self._test.tells):
            if not any(_flat(words) in told for told in self._told):
                yield self._failure(("tells", n), _('nobody is told "{words}"', words=words))

    # --- what is told

    @property
    def _index(self) -> Index:
        return index_of(self._content, self._session.setup.scenario)

    def _hear(self, changes: Sequence[Change]) -> None:
        """Keep what the test's chair is told of changes."""
        content = self._session.content
        self._told += [_flat(say(content, c.reason)) for c in visible(changes, self._chair)]

    def _hear_cards(self) -> None:
        """Keep what the test's chair reads on its desk."""
        content, seen = self._session.content, self._session.view(self._chair)
        for slot in self._session.state.queue:
            if slot.chair == self._chair and KINDS[slot.kind].of_a_card:
                self._told += [card_title(content, slot), _flat(card_text(content, seen, slot))]
                top = on_top(self._session.state, slot.subject, self._chair)
                shown = options(self._session.played, top)
                self._told += [decision_title(content, top, o.decision) for o in shown]


def _flat(text: str) -> str:
    """Return a text with the ends of its lines as blanks."""
    return " ".join(text.split())
