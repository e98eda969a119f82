"""A player's seat at the plain game: asking, and the commands that work at every question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from game.errors import HandshakeError, SaveError, UsageError
from game.narration.alarms import alarm_text, alarms
from game.narration.cautions import due_text, dues
from game.narration.viewer import Viewer
from game.narration.words import say
from game.narration.words.own import phrase
from game.plain import reasons, reports
from game.plain.about import aims_lines, leader_lines, people_lines, trend_line
from game.plain.codex import codex_report
from game.plain.console import Console, Left
from game.plain.helping import ASHORE, BRANCHING, HELP, OFFERING, SAVING, TYPED, UNDOING
from game.plain.keeping import ask_yes, everybody_agrees, say_written
from game.plain.lessons import Lessons
from game.plain.scenes import scene_again, scenes_again, switch, wanted
from game.plain.speech import Speech, switch_speech, wished_speech
from game.plain.telling import Teller, chronicle
from game.plain.words import figure_meant, figure_names
from game.report.runs import records_told
from game.report.writing import write_all
from game.rules.decisions import Change, Decision
from game.saves.finished import Finishes, finished
from game.saves.store import Store
from game.session import NO_WAY_BACK, Session
from game.session.coach import Coach
from game.session.counsel import Counsel
from game.session.counsel_words import advice_report, opinion_lines
from game.session.keeper import Keeper
from game.session.keeping import branch_of
from game.text.language import N_, _
from game.text.typed import whole_number

WHAT = N_("What do you do?")
HINTS = 3  # so often what can be typed or chosen is told by itself


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
        self.lessons = Lessons(console, self.coach, session.content)
        self.chair = session.setup.chair
        self.words: Collection[str] = ()  # that work at this question beside the commands
        self.counsel = Counsel(session)
        self.teller = Teller(console, session)
        self.scenes = wanted()
        self.speech = wished_speech()
        self.heard: tuple[Decision, ...] = ()
        self.hinted: Counter[str] = Counter()
        self.commands: dict[str, Callable[[str], None]] = {
            "help": self._help, "?": self._help, "look": self._look, "status": self._status,
            "station": self._station, "flights": self._flights,
            "power": self._power, "crew": self._crew, "deals": self._deals, "why": self._why,
            "danger": self._danger, "advice": self._advice, "chronicle": self._chronicle,
            "undo": self._undo, "leaving": self._leaving, "votes": self._votes, "came": self._came,
            "save": self._save, "branch": self._branch, "report": self._write_report,
            "codex": self._codex,
            "lessons": self._lessons, "scenes": self._scenes, "scene": self._scene,
            "records": self._records, "aims": self._aims, "speech": self._speech,
            "advisers": self._advisers,
            "news": self._news, "people": self._people, "trend": self._trend,
            "leaders": self._leaders,
            "quit": self._quit, "exit": self._quit,
        }  # fmt: skip

    @property
    def session(self) -> Session:
        """The game."""
        return self._session

    def ask(
        self,
        question: str,
        look: Callable[[str], None] | None = None,
        words: Collection[str] = (),
    ) -> str:
        """Return in small letters what a player answers, other than the commands above.

        `look` says what is asked where that isn't lost by asking anew. `words` work as well, by
        which `help` tells what they do.
        """
        self.words = words
        while True:
            answer = ALIASES.get(text := self.console.ask(question).lower(), text)
            word, _space, rest = answer.partition(" ")
            word = "station" if word and word == self.place and not rest else word
            command = look if look and word == "look" else self.commands.get(word)
            if command is None or (rest and word in BARE):
                return answer
            command(rest.strip())
            if word in READING:
                self.lessons.hear(self.chair, "read", READING[word])

    @property
    def place(self) -> str:
        """What is typed to hear of what is built; empty where that is a station, so called."""
        content = self.session.content
        station = content.scenarios[self.session.setup.scenario].station
        return "" if station else phrase(content, "place.key").lower()

    def what(self) -> str:
        """Return what is asked where choices speak for themselves: in short once it is known."""
        told = self.speech is not Speech.TERSE and self.early(WHAT)
        return _(WHAT) if told else _("Which?")

    def shortly(self, question: str) -> str:
        """Return a question that is asked again and again: one word of it once it is known."""
        told = self.speech is not Speech.TERSE and self.early(question)
        return _(question) if told else _("Next?")

    def early(self, what: str) -> bool:
        """Return whether something is still new here: what is known needn't be read out again.

        In full speech everything stays new.
        """
        self.hinted[what] += 1
        return self.hinted[what] <= HINTS or self.speech is Speech.FULL

    def hint(self, text: str) -> str:
        """Return what can be typed here, until it has been told often enough; then nothing."""
        return _(text, **TYPED) if self.early(text) else ""

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
        self.teller.say_own(decision.chair, self.scenes, self.speech)
        return changes

    def _came(self, rest: str) -> None:
        self.teller.say_again(self.chair)

    def _help(self, rest: str) -> None:
        if here := [line for word, line in OFFERING.items() if word in self.words]:
            told = (_(line, **TYPED) for line in here)
            self.console.say_all((_("These work at this question:"), *told))
        other = {UNDOING: SAVING, BRANCHING: NO_WAY_BACK} if self.session.iron else {}
        if place := self.place:
            other |= ASHORE
        lines = (other.get(line, line) for line in HELP)
        typed = TYPED | {"place": place}
        self.console.say_all(_(line, **typed) for line in lines if line)

    def _look(self, rest: str) -> None:
        raise Again

    def _lessons(self, rest: str) -> None:
        """Say all lessons told so far again; `off`: tell no more, `skip`: pass this one over."""
        if rest == "off":
            self.lessons.silence()
        elif rest == "skip":
            self.lessons.skip(self.chair)
        else:
            self.lessons.again(self.chair)

    def _scenes(self, rest: str) -> None:
        """Say which scenes there were and are, or tell all, the great ones or none from now on."""
        if not rest:
            scenes_again(self.console, self.teller.telling, self.session, self.chair)
        self.scenes = switch(self.console, self.scenes, rest.lower())

    def _speech(self, rest: str) -> None:
        """Say how much is told, or tell more or less from now on."""
        self.speech = switch_speech(self.console, self.speech, rest.lower())

    def _advisers(self, rest: str) -> None:
        """Say what the advisers think of what is asked, in full."""
        told = tuple(opinion_lines(self.counsel, self.session.view(self.chair), self.numbers))
        self.console.say_all(told or (_("No adviser speaks of this."),))

    def _news(self, rest: str) -> None:
        """Say the latest again: what happened in this turn."""
        self._report(lambda: chronicle(self.teller.telling, self.session, self.chair, None))

    def _records(self, rest: str) -> None:
        """Say what finished runs have left, and which endings were seen."""
        keeper = self.session.saver
        kept = finished(keeper.store.directory) if isinstance(keeper, Keeper) else Finishes()
        for section in records_told(self.session.content, kept):
            self.console.say(f"{section.title}:")
            self.console.say_all(section.lines)

    def _aims(self, rest: str) -> None:
        self.console.say_all(aims_lines(self.session, self.chair))

    def _people(self, rest: str) -> None:
        self.console.say_all(people_lines(self.session, self.counsel, self.chair))

    def _leaders(self, rest: str) -> None:
        self.console.say_all(leader_lines(self.session, self.chair))

    def _trend(self, rest: str) -> None:
        """Say how a figure has gone over the last turns."""
        if path := self._figure_named(rest):
            self.console.say(trend_line(self.session, self.chair, path))

    @property
    def numbers(self) -> Mapping[Decision, str]:
        """The choices that were heard by their numbers, but for the agenda's."""
        if not self.heard or self.heard[0].kind == "agenda":
            return {}
        return {decision: str(n) for n, decision in enumerate(self.heard, 1)}

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
        """Say all that stands in danger, then what is due."""
        viewer = Viewer.of(self.session.content, self.session.view(self.chair), self.chair)
        found = [alarm_text(viewer.index, a) for a in alarms(viewer.index, viewer.seen, self.chair)]
        self.console.say_all(found or (_("Nothing is in danger, as far as can be seen."),))
        self.console.say_all(due_text(viewer, due) for due in dues(viewer))

    def _deals(self, rest: str) -> None:
        self.console.say_all(reports.deals(self.session, self.chair))

    def _leaving(self, rest: str) -> None:
        self.console.say_all(reports.leaving(self.session, self.chair))

    def _votes(self, rest: str) -> None:
        self.console.say_all(reports.votes(self.session, self.chair))

    def _why(self, rest: str) -> None:
        name, turn = _split_turn(rest)
        if path := self._figure_named(name):
            self._report(lambda: reasons.why(self.session, self.chair, path, turn))

    def _figure_named(self, name: str) -> str:
        """Return the path of the figure that is named; where none is, say so and return nothing."""
        names = figure_names(self.session.content, self.session.state, self.chair)
        path, hint = figure_meant(names, name)
        if not path:
            asked = _("Name a figure, as in: {example}.", example="why tension")
            if name:
                asked = _("There is no figure {name}.", name=repr(name))
            near = f"{hint[:1].upper()}{hint[1:]} " if hint else ""
            more = _("Type {status} to hear their names.", **TYPED)
            self.console.say(f"{asked} {near}{more}")
        return path

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
    "look", "status", "station", "flights", "power", "crew", "deals", "leaving", "came", "aims",
    "votes", "leaders",
)  # fmt: skip
"""Words that stand alone: with more behind them they are an answer."""
READING = {
    "why": "why", "crew": "crew", "station": "station", "deals": "table", "status": "home",
    "advisers": "advisers", "flights": "flights", "power": "power", "leaving": "leaving",
    "chronicle": "chronicle", "codex": "codex", "news": "news", "came": "came", "aims": "aims",
}  # fmt: skip
"""What is typed, with the page of the screen that tells the same."""


def _split_turn(text: str) -> tuple[str, int | None]:
    """Return a text without the turn's number at its end, and that number if there is one."""
    head, _, last = text.rpartition(" ")
    turn = whole_number(last)
    return (text if turn is None else head).strip(), turn
