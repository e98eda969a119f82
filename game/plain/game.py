"""The plain game from its first question to its last line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from game.content.records import Content
from game.errors import SaveError
from game.narration.aims import goal_text
from game.packs.along import taken_along
from game.plain.choosing import play_agenda, play_card
from game.plain.console import Console, Left
from game.plain.ending import ending_lines
from game.plain.helping import TYPED
from game.plain.home import play_ratify
from game.plain.opening import ask_iron, ask_setup
from game.plain.reports import chief, figure_line, figures_line, heading, scarce, when
from game.plain.seat import Again, Branching, Seat
from game.plain.speech import Speech
from game.plain.table import play_answer, play_table
from game.plain.wishes import Wishes
from game.rules.index import index_of
from game.rules.setup import check_setup
from game.saves.met import met_lately
from game.saves.store import Store
from game.session import Session, Waiting, seats_for
from game.session.keeping import go_on, keep_branch, start
from game.session.kept import UNKEPT
from game.text.language import _


def play_new(console: Console, content: Content, store: Store, wishes: Wishes, others: str) -> None:
    """Ask for what isn't wished for and play a new game until it ends or the player leaves."""
    try:
        setup = ask_setup(console, content, wishes, met_lately(store.directory))
        iron = ask_iron(console, wishes)
    except Left:
        console.say(_("No game was begun."))
        return
    check_setup(content, setup)
    session = start(content, setup, seats_for(content, setup, others), store, iron)
    console.say_all(session.take_notices())
    scenario = content.scenarios[setup.scenario]
    console.say(scenario.text)
    if wishes.chair:
        console.say(scenario.briefs.get(setup.chair) or content.partners[setup.chair].text)
    console.say(goal_text(index_of(content, setup.scenario)))
    console.say(_("Type {help} at any question to hear what you can do.", help="help"))
    Game(console, session).play()


def play_on(
    console: Console, content: Content, store: Store, name: str, packs: Sequence[Path] = ()
) -> None:
    """Go on with a saved game, the latest when no name is given; `packs` the content has."""
    resumed = go_on(content, store, name, partial(taken_along, packs=packs))
    console.say_all(resumed.warnings)
    Game(console, resumed.session).play()


GO_ON = "`handshake continue --plain`"


class Game:
    """A game being played at one keyboard, by one person or by several in turn."""

    def __init__(self, console: Console, session: Session) -> None:
        """Sit down at a session."""
        self.console = console
        self._sit_down(session)

    def _sit_down(self, session: Session, silent: bool = False) -> None:
        """Take a seat at a session, with nothing told so far; `silent` asks for no lessons."""
        self.seat = Seat(self.console, session)
        self.seat.coach.silent = silent
        self.told: dict[str, int] = {}  # after how many decisions a chair was told last
        self.figured: dict[str, int] = {}  # after how many it was told its chief figures
        self.listed: tuple[int, str] = (0, "")
        self.ended = -1  # after how many decisions the end was told

    @property
    def session(self) -> Session:
        """The game that is played."""
        return self.seat.session

    def play(self) -> None:
        """Play until the run ends or the player leaves; either way it is saved.

        Raises SaveError, with the reason, when it can't be.
        """
        try:
            self._run()
        except Left:
            self._save()
            if self.session.saver is None:
                self.console.say(_(UNKEPT))
            elif not self.session.over:
                self.console.say(_("Saved. {command} goes on from here.", command=GO_ON))
        except KeyboardInterrupt:
            self._save()
            raise

    def _save(self) -> None:
        if not self.session.save() and self.session.unsaved is not None:
            raise self.session.unsaved

    def _run(self) -> None:
        ended = False
        while not ended:
            waiting = self._next()
            try:
                if waiting is None:
                    ended = self._end()
                else:
                    self._decide(waiting)
            except Again:
                self.listed = (0, "")
            except Branching as left:
                self._branch(left.session, left.store)

    def _next(self) -> Waiting | None:
        """Let the others decide, and tell whoever is asked next all that they haven't been told."""
        self.session.play_others()
        self.console.say_all(self.session.take_notices())
        waiting = self.session.waiting_for()
        if waiting is not None:
            self._hand_over(waiting.chair)
            self._tell_news(waiting.chair)
            self.seat.lessons.say(waiting.chair)
        return waiting

    def _end(self) -> bool:
        """Say how the run ended, and answer what is asked of it; return whether it is left."""
        if self.ended != len(self.session.decisions):
            self.ended = len(self.session.decisions)
            self.seat.chair = self.session.state.words["chair"]
            self._tell_news(self.seat.chair)
            self.console.say_all(ending_lines(self.session))
            self._save()
        answer = self.seat.ask(_("{why} a figure, {report}, or Enter to leave.", **TYPED))
        if answer:
            self.console.say(_("The run is over: {help} tells what can be asked.", **TYPED))
        return not answer

    def _branch(self, session: Session, store: Store) -> None:
        """Go on with a branch that can be saved, from the start of the turn at which it leaves."""
        try:
            name = keep_branch(store, session)
        except SaveError as error:
            self.console.say(f"{_('There is no branch.')} {error}")
            return
        told = _("A new game: {name}. The other one stays saved as it was.", name=name)
        self.console.say(told)
        self._sit_down(session, self.seat.coach.silent)

    def _decide(self, waiting: Waiting) -> None:
        kind, now = waiting.slot.kind, (self.session.state.turn, waiting.chair)
        if kind == "agenda":
            again, self.listed = self.listed == now, now
            play_agenda(self.seat, waiting, again)
        else:
            plays: dict[str, Callable[[Seat, Waiting], None]] = {
                "card": play_card, "dilemma": play_card, "table": play_table,
                "answer": play_answer, "counter": play_answer, "ratify": play_ratify,
            }  # fmt: skip
            plays[kind](self.seat, waiting)

    def _hand_over(self, chair: str) -> None:
        """Give the keyboard to the next person, when several play, with what was said cleared."""
        before, self.seat.chair = self.seat.chair, chair
        if len(self.session.people) > 1 and (before != chair or not self.told):
            name = self.session.content.partners[chair].name
            if self.console.clears and self.told:
                clear = _("{name} decides next. Press Enter to clear what stands here.", name=name)
                self.console.ask(clear)
            self.console.clear()
            sits = _("{name} decides. Press Enter once {name} sits at the keyboard.", name=name)
            self.console.ask(sits)

    def _tell_news(self, chair: str) -> None:
        """Say what this chair hasn't been told, under where the game stands if a turn has begun."""
        decided, mark = len(self.session.decisions), self.told.get(chair)
        last = None if mark is None else min(mark, decided)
        if last is None or self.session.states[last].turn < self.session.state.turn:
            self.console.say()
            alone = last is not None and len(self.session.people) == 1
            self.console.say(when(self.session) if alone else heading(self.session, chair))
            self.seat.teller.say_news(chair, self.seat.scenes, self.seat.speech)
            self._say_figures(chair, decided)
        else:
            self.seat.teller.say_news(chair, self.seat.scenes, self.seat.speech)
        self.told[chair] = decided

    def _say_figures(self, chair: str, decided: int) -> None:
        """Say the chief figures, and what has moved most since the chair was told them last.

        Terse speech leaves money to the agenda, which begins with it.
        """
        mark = self.figured.get(chair)
        since = None if mark is None else self.session.since(min(mark, decided))
        self.figured[chair] = decided
        paths = chief(index_of(self.session.content, self.session.state.scenario), chair)
        if self.seat.speech is Speech.TERSE:
            paths = tuple(path for path in paths if path != f"{chair}.treasury")
        if self.seat.speech is Speech.FULL:
            told = [figure_line(self.session, chair, path, since) for path in paths]
        else:
            still = self.seat.speech is Speech.NORMAL
            told = [figures_line(self.session, chair, paths, since, still)]
        self.console.say_all((*filter(None, told), *scarce(self.session, chair, since)))
