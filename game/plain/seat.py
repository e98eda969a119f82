"""A player's seat at the plain game: asking, and the commands that work at every question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from game.errors import HandshakeError, SaveError, UsageError
from game.narration.alarms import alarm_text, alarms
from game.narration.words import say
from game.plain import reasons, reports
from game.plain.codex import codex_report
from game.plain.console import Console, Left
from game.plain.keeping import ask_yes, everybody_agrees, say_written
from game.plain.scenes import scene_again, scenes_again, switch, wanted
from game.plain.telling import Teller, chronicle
from game.plain.words import figure_meant, figure_names
from game.report.writing import write_all
from game.rules.decisions import Change, Decision
from game.rules.index import index_of
from game.saves.store import Store
from game.session import NO_WAY_BACK, Session
from game.session.coach import Coach
from game.session.counsel import Counsel
from game.session.counsel_words import advice_report
from game.session.keeper import Keeper
from game.session.keeping import branch_of
from game.text.language import N_, _
from game.text.typed import whole_number

WORD = re.compile(r"[a-z]+")
SAVING = N_("{save}: save now. {quit}: save and leave.")
UNDOING = N_("{undo}: take your latest decision back. {save}: save now. {quit}: save and leave.")
BRANCHING = N_("{branch} 3: go on in a new game from the start of turn 3; this one stays as it is.")
HELP = (
    N_("Type the number of what you choose, or its first words."),
    N_("These work at every question:"),
    N_("{look}: hear the question again. {list}: hear the numbered choices again."),
    N_("{preview}, or {preview} 2: hear what the choices, or choice 2, would do."),
    N_("{status}: your figures. {station}: orbit, tanks, ships, coming flights."),
    N_(
        "{flights}: flights, pads and docked ships in full. {power}: power, tunnel, debris and sun."
    ),
    N_("{danger}: what will come unless somebody acts, when, and what helps."),
    N_(
        "{crew}: who is aboard, and how they get home. {deals}: what is signed or promised; who is "
        "open."
    ),
    N_("{leaving}: what it would cost if somebody left, and what each rung of the ladder shuts."),
    N_(
        "{why} {tension}: why a figure has moved, in reasons that add up. {why} {tension} 3: in "
        "turn 3."
    ),
    N_("{advice}, or {advice} {station}: how often your advisers were right, and of what."),
    N_("{came}: what came of your offers, votes, risks and dilemmas, in this turn and the last."),
    N_("{chronicle}, or {chronicle} 3: what happened in this turn, or in turn 3."),
    N_("{codex}: which entries the codex has. {codex} {kourou}: hear the one of that title."),
    N_("{lessons}: hear this scenario's lessons again. {lessons} {off}: hear no more of them."),
    N_("{scenes}: which turning points there were. {scene} 2: hear the second of them again."),
    N_("{scenes} {all}, {scenes} {great}, {scenes} {none}: which of them are told at length."),
    UNDOING,
    BRANCHING,
    N_("{report}: write a report of the run so far beside the saves."),
    N_("The game saves itself after every decision."),
)

OFFERING = {
    "remove": N_("{remove} 1: take clause 1 out of your draft."),
    "sum": N_("{sum}: what the offer is worth to each side, line by line."),
    "home": N_("{home}: how your factions vote on the offer, clause by clause."),
    "work": N_("{work}: the smallest change that would make it worth signing for who is to sign."),
    "send": N_("{send}: put your draft to the other side."),
    "back": N_("{back}: leave the draft; nothing is sent."),
}
"""Words that work at some questions alone, which name them, and what they do."""
TYPED = {
    word: word
    for word in (
        "look", "list", "preview", "status", "station", "flights", "power", "danger",
        "crew", "deals", "leaving", "why", "tension", "advice", "came", "chronicle",
        "codex", "kourou", "lessons", "off", "scenes", "scene", "all", "great", "none", "undo",
        "save", "quit", "branch", "report", "remove", "sum", "home", "work",
        "send", "back",
    )
}  # fmt: skip
"""What is typed, the same in every language; `tension` is a figure's path, `kourou` an entry."""


class Again(Exception):
    """What was asked no longer holds, or is to be asked anew."""


class Branching(Exception):
    """The player goes on with a branch of the game."""

    def __init__(self, session: Session, store: Store) -> None:
        """Go on with a new game, to be saved in a store."""
        super().__init__()
        self.session = session
        self.store = store


class Seat:
    """Who sits at the keyboard: a console, a game, and the chair whose turn it is.

    It is one game's, with all that is kept beside it: whoever goes on with another takes another.
    """

    def __init__(self, console: Console, session: Session) -> None:
        """Sit down at a game."""
        self.console = console
        self._session = session
        self.coach = Coach(session)
        self.chair = session.setup.chair
        self.question = ""
        self.counsel = Counsel(session)
        self.teller = Teller(console, session)
        self.scenes = wanted()
        self.heard: tuple[Decision, ...] = ()
        self.commands: dict[str, Callable[[str], None]] = {
            "help": self._help, "?": self._help, "look": self._look, "status": self._status,
            "station": self._station, "flights": self._flights,
            "power": self._power, "crew": self._crew, "deals": self._deals, "why": self._why,
            "danger": self._danger, "advice": self._advice, "chronicle": self._chronicle,
            "undo": self._undo, "leaving": self._leaving, "came": self._came,
            "save": self._save, "branch": self._branch, "report": self._write_report,
            "codex": self._codex,
            "lessons": self._lessons, "scenes": self._scenes, "scene": self._scene,
            "quit": self._quit, "exit": self._quit,
        }  # fmt: skip

    @property
    def session(self) -> Session:
        """The game."""
        return self._session

    def ask(self, question: str, look: Callable[[str], None] | None = None) -> str:
        """Return in small letters what a player answers, other than the commands above.

        `look` says what is asked where that isn't lost by asking anew.
        """
        self.question = question
        while True:
            answer = ALIASES.get(text := self.console.ask(question).lower(), text)
            word, _space, rest = answer.partition(" ")
            command = look if look and word == "look" else self.commands.get(word)
            if command is None or (rest and word in BARE):
                return answer
            command(rest.strip())

    def submit(self, decision: Decision) -> tuple[Change, ...]:
        """Carry a decision out, say what came of it and what it moved, and return all that changed.

        Raises Again, with the reason said, when it may not be taken, or can't be written down.
        """
        reason = self.session.why_not(decision)
        if reason:
            self.console.say(_("Not possible: {why}", why=say(self.session.content, reason)))
            raise Again
        try:
            changes = self.session.submit(decision)
        except SaveError as error:
            self.console.say(str(error))
            raise Again from error
        self.teller.say_own(decision.chair, self.scenes)
        return changes

    def _came(self, rest: str) -> None:
        self.teller.say_again(self.chair)

    def _help(self, rest: str) -> None:
        named = WORD.findall(self.question)
        if here := [line for word, line in OFFERING.items() if word in named]:
            told = (_(line, **TYPED) for line in here)
            self.console.say_all((_("These work at this question:"), *told))
        iron = {UNDOING: SAVING, BRANCHING: NO_WAY_BACK} if self.session.iron else {}
        lines = (iron.get(line, line) for line in HELP)
        self.console.say_all(_(line, **TYPED) for line in lines)

    def _look(self, rest: str) -> None:
        raise Again

    def _lessons(self, rest: str) -> None:
        """Say all lessons told so far again, or with `off` tell no more of them."""
        if rest == "off":
            self.coach.silent = True
            self.console.say(_("No more lessons."))
            return
        told = self.coach.told[self.chair]
        self.console.say_all(f"{one.title}: {' '.join(one.text.split())}" for one in told)
        if not told:
            self.console.say(_("There has been no lesson here."))

    def _scenes(self, rest: str) -> None:
        """Say which scenes there were and are, or tell all, the great ones or none from now on."""
        if not rest:
            scenes_again(self.console, self.teller.telling, self.session, self.chair)
        self.scenes = switch(self.console, self.scenes, rest.lower())

    def _scene(self, rest: str) -> None:
        """Say a scene again."""
        number = whole_number(rest)
        scene_again(self.console, self.teller.telling, self.session, self.chair, number)

    def _status(self, rest: str) -> None:
        self.console.say_all(reports.status(self.session, self.chair))

    def _station(self, rest: str) -> None:
        self.console.say_all(reports.station(self.session, self.chair))

    def _flights(self, rest: str) -> None:
        self.console.say_all(reports.flights(self.session, self.chair))

    def _power(self, rest: str) -> None:
        self.console.say_all(reports.power(self.session, self.chair))

    def _crew(self, rest: str) -> None:
        self.console.say_all(reports.crew(self.session, self.chair))

    def _danger(self, rest: str) -> None:
        content, seen = self.session.content, self.session.view(self.chair)
        index = index_of(content, seen.scenario)
        found = [alarm_text(index, alarm) for alarm in alarms(index, seen, self.chair)]
        self.console.say_all(found or (_("Nothing is in danger, as far as can be seen."),))

    def _deals(self, rest: str) -> None:
        self.console.say_all(reports.deals(self.session, self.chair))

    def _leaving(self, rest: str) -> None:
        self.console.say_all(reports.leaving(self.session, self.chair))

    def _why(self, rest: str) -> None:
        name, turn = _split_turn(rest)
        names = figure_names(self.session.content, self.session.state, self.chair)
        path, hint = figure_meant(names, name)
        if not path:
            asked = _("Name a figure, as in: {example}.", example="why tension")
            if name:
                asked = _("There is no figure {name}.", name=repr(name))
            near = f"{hint[:1].upper()}{hint[1:]} " if hint else ""
            more = _("Type {status} to hear their names.", **TYPED)
            self.console.say(f"{asked} {near}{more}")
            return
        self._report(lambda: reasons.why(self.session, self.chair, path, turn))

    def _advice(self, rest: str) -> None:
        self.console.say_all(advice_report(self.counsel, self.chair, rest.lower()))

    def _chronicle(self, rest: str) -> None:
        turn = _split_turn(rest)[1]
        telling = self.teller.telling
        self._report(lambda: chronicle(telling, self.session, self.chair, turn))

    def _codex(self, rest: str) -> None:
        self.console.say_all(codex_report(self.session, self.chair, rest.strip()))

    def _report(self, lines: Callable[[], Iterator[str]]) -> None:
        """Say a report about a turn, or that the turn hasn't been played."""
        try:
            self.console.say_all(lines())
        except UsageError as error:
            self.console.say(str(error))

    def _undo(self, rest: str) -> None:
        if self.session.undo(self.chair):
            self.console.say(_("Taken back. This run now counts as played with hindsight."))
        elif self.session.iron:
            self.console.say(_(NO_WAY_BACK))
        else:
            self.console.say(_("There is no decision of yours that can be taken back now."))
            further = _("A branch goes further back, as a game of its own: {branch} 3.", **TYPED)
            self.console.say(further)
        raise Again

    def _branch(self, rest: str) -> None:
        """Go on with a new game from where a turn began, if everybody agrees to it."""
        keeper, turn = self.session.saver, whole_number(rest.strip())
        if not isinstance(keeper, Keeper) or turn is None:
            told = _("Name the turn at whose beginning to branch, as in: {branch} 3.", **TYPED)
            self.console.say(told)
            return
        try:
            branched = branch_of(self.session, keeper, turn)
        except HandshakeError as error:
            self.console.say(str(error))
            return
        if everybody_agrees(self.console, self.session, turn):
            raise Branching(branched, keeper.store)
        self.console.say(_("Not everybody agrees: there is no branch."))

    def _write_report(self, rest: str) -> None:
        keeper = self.session.saver
        if not isinstance(keeper, Keeper):
            return
        try:
            self.session.save()
            say_written(self.console, write_all(self.session, keeper.store, self.chair))
        except SaveError as error:
            self.console.say(str(error))

    def _save(self, rest: str) -> None:
        saved = self.session.save()
        self.console.say_all(self.session.take_notices())
        self.console.say(_("Saved.") if saved else f"{_('Not saved.')} {self.session.unsaved}")

    def _quit(self, rest: str) -> None:
        if self.session.save():
            raise Left
        self.console.say(f"{_('Not saved.')} {self.session.unsaved}")
        self.session.take_notices()
        if ask_yes(self.console, _("Leave all the same, and lose what isn't saved?")):
            raise Left


ALIASES = {"what would work": "work", "what would work?": "work", "q": "quit", "bye": "quit"}
BARE = (
    "look", "status", "station", "flights", "power", "crew", "deals", "leaving", "came",
)  # fmt: skip
"""Words that stand alone: with more behind them they are an answer."""


def _split_turn(text: str) -> tuple[str, int | None]:
    """Return a text without the turn's number at its end, and that number if there is one."""
    head, _, last = text.rpartition(" ")
    turn = whole_number(last)
    return (text if turn is None else head).strip(), turn
