"""Runs games for the game screen: computer players off its thread, the end, undo, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from game.session import NO_WAY_BACK
from game.session.kept import UNKEPT
from game.text.language import N_, _
from game.text.lists import comma_listed
from game.tui.ink import flow
from game.tui.screens.ask import Ask, HandOver, message
from game.tui.screens.opening import NAMES, Pages
from game.tui.screens.pages import BRANCH
from game.tui.screens.table import WAY
from game.tui.widgets.taught import Taught

if TYPE_CHECKING:
    from pathlib import Path

    from game.rules.decisions import Decision
    from game.session import Session
    from game.tui.host import Host
    from game.tui.play import Play


NEW_GAME = N_(
    "A new game leaves this one where turn {turn} began. This one stays as it is saved. "
    "The new one counts as played with hindsight."
)


class Branching:
    """One wish for a branch: who has agreed so far."""

    def __init__(
        self, app: Host, play: Play, turn: int, done: Callable[[Session | None], None]
    ) -> None:
        """Branch from a turn; `done` gets the new game, or None when there is none."""
        self.app = app
        self.play = play
        self.turn = turn
        self.done = done
        self.left = list(play.session.people)

    def ask(self) -> None:
        """Ask the next person, or make the branch once all have agreed."""
        if not self.left:
            self._make()
            return
        several = len(self.play.session.people) > 1
        name = self.play.content.partners[self.left.pop(0)].name
        agreed = _("{name}, do you agree?", name=name)
        title = agreed if several else _("Branch from here?")
        text = _(NEW_GAME, turn=self.turn)
        yes = _("Yes, branch from turn {turn}", turn=self.turn)
        answers = [("no", _("No, stay in this game")), ("yes", yes)]
        self.app.push_screen(Ask(title, text, answers, opaque=several), self._heard)

    def _heard(self, answer: str | None) -> None:
        if answer == "yes":
            self.ask()
        else:
            self._end(None)

    def _make(self) -> None:
        made: list[Session] = []
        library, session = self.app.library, self.play.session

        def make() -> None:
            made.append(library.branch(session, self.turn))

        self.app.attempt(lambda: self.play.between(make))
        self._end(made[0] if made else None)

    def _end(self, made: Session | None) -> None:
        """Pass the new game on; where several were asked, the next to decide is asked to sit."""
        self.play.seated = len(self.play.session.people) == 1
        self.done(made)


LOSES = N_("It is NOT saved as it stands: what you did since the last save would be lost.")


class House:
    """The shell around a game screen, as `game.tui.shell.Shell` describes it."""

    def __init__(self, app: Host, play: Play) -> None:
        """Run one game for an app."""
        self.app = app
        self.play = play
        self.pages = Pages(app, play, self._asked)

    def open_page(
        self, name: str, what: str = "", closed: Callable[[], None] | None = None
    ) -> None:
        """Show a page over the game; `what` says where to open it, `closed` is called after it."""
        self.pages.open(name, what, closed)

    def open_draft(self, decision: Decision, closed: Callable[[Decision | None], None]) -> None:
        """Show the draft of an offer; `closed` gets the decision that sends it, or None."""
        self.pages.open_draft(decision, closed)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; explain what goes wrong and return whether it went well."""
        return self.app.attempt(act)

    def begun(self) -> None:
        """Be told that the game is on the screen: from now on keys are meant for it."""
        self.app.hearing.open()

    def play_others(self) -> None:
        """Let the computer players decide off the screen's thread, then show the game again."""
        self.app.run_worker(self._others, thread=True, exclusive=True, group="players")

    def _others(self) -> None:
        worker = get_current_worker()
        well = self.attempt(lambda: self.play.others(lambda: not worker.is_cancelled))
        stuck = not well and self.play.others_turn
        self.app.from_thread(self._rest if stuck else self._came_back)

    def _came_back(self) -> None:
        desk = self.app.desk
        if desk is not None and desk.play is self.play:
            desk.go_on()

    def _rest(self) -> None:
        """Let the player undo or leave where a computer player can't go on."""
        if self.app.desk is not None:
            self.app.desk.rest()

    def hand_over(self) -> None:
        """Ask another person to the screen, then show the game to them."""
        waiting = self.play.waiting
        name = self.play.content.partners[waiting.chair].name if waiting else ""
        text = _("What the last player saw is hidden. Hand the screen over.")
        answers = [("go", _("I am {name}", name=name)), ("leave", _("Leave the game"))]
        self.pages.blank()

        def taken(answer: str | None) -> None:
            if answer == "leave":
                self.leave()
                return
            self.play.hand_over()
            self._came_back()

        title = _("{name} decides next", name=name)
        self.app.push_screen(HandOver(title, text, answers), taken)

    def show_scenes(self, done: Callable[[], None]) -> None:
        """Show the scenes that have come up, one after the other, then call `done`."""
        coming = list(self.play.scenes(self.app.scenes))
        if not coming:
            done()
            return
        from game.tui.screens.scene import SceneSheet

        def closed(_: None) -> None:
            if coming:
                self.app.push_screen(SceneSheet(coming.pop(0)), closed)
            else:
                done()

        closed(None)

    def teach(self) -> None:
        """Show the lesson that the viewer is at, at the foot of the game; none takes no room."""
        desk = self.app.desk
        for taught in desk.query(Taught) if desk is not None else ():  # laid out already
            taught.tell()

    def ask_lessons(self) -> None:
        """Ask whether the lesson shown is to be passed over, and all that follow."""
        coach, lesson = self.play.coach, self.play.lesson()
        if lesson is None and not coach.silent:
            self.app.notify(_("There is no lesson here now."), markup=False)
            return
        answers = [("", _("Go on")), ("skip", _("Pass this lesson over"))]
        answers.append(("silent", _("No more lessons")))
        if lesson is None:
            answers = [("", _("Go on without lessons")), ("again", _("Teach me again"))]

        def closed(wanted: str | None) -> None:
            if wanted == "skip":
                coach.skip(self.play.me)
            elif wanted:
                coach.silent = wanted == "silent"
            self.teach()

        text = flow(lesson.text) if lesson else _("No lessons are shown.")
        self.app.push_screen(Ask(lesson.title if lesson else _("Lessons"), text, answers), closed)

    def finished(self) -> None:
        """Show how a game ended, and go where the player wants from there."""
        from game.tui.screens.ended import Ended

        def closed(wanted: str | None) -> None:
            self._after_end(wanted or "")

        self.app.push_screen(Ended(self.play), closed)
        self.tell_kept()

    def _after_end(self, wanted: str) -> None:
        if not wanted:
            self._to_title()
        elif wanted != "undo":
            self._show_after_end(wanted)
        elif self.undo():
            self._came_back()
        else:
            self.finished()

    def _show_after_end(self, wanted: str) -> None:
        if wanted in NAMES:
            self.pages.open(wanted, closed=self.finished)
        else:
            self._asked(wanted)

    def _asked(self, wanted: str) -> None:
        """Do what a page asks for: a report, a way with a paper, or a branch from a turn."""
        if wanted == "report":
            self.report()
        elif wanted.startswith(WAY):
            self._to_way(wanted.removeprefix(WAY))
        elif self.play.session.iron:
            self._say(_("No branches"), _(NO_WAY_BACK))
        else:
            turn = int(wanted.removeprefix(BRANCH))
            Branching(self.app, self.play, turn, self._branched).ask()

    def _to_way(self, wanted: str) -> None:
        """Go to the table for a way with a paper; a draft that is shown is kept."""
        self.pages.leave_draft()
        deal, _, pick = wanted.rpartition("/")
        desk = self.app.desk
        if desk is not None:
            desk.call_later(desk.to_way, deal, pick)

    def _branched(self, session: Session | None) -> None:
        """Go on with a branch, or where the game stood when there is none."""
        if session is None:
            self._back()
            return
        self._to_title()
        self.app.open_game(session, self.play.coach.silent)

    def _back(self) -> None:
        """Go back to where the game stands, once a page or a question over it has closed."""
        if self.play.session.over or self.play.hands_over:
            self._came_back()

    def _say(self, title: str, text: str) -> None:
        """Say something; when it has been read, the game is there again."""
        self.app.push_screen(message(title, text), lambda _: self._back())

    def report(self) -> None:
        """Write a report of the run so far, and say where it is."""
        paths: list[Path] = []
        play = self.play

        def write() -> None:
            paths.extend(self.app.library.report(play.session, play.me))

        if self.attempt(lambda: play.between(write)):
            self._say(_("The report is written"), self.app.handed(paths))

    def undo(self) -> bool:
        """Take a decision back; return whether there was one."""
        done: list[bool] = []
        self.attempt(lambda: done.append(self.play.undo()))
        if done == [False]:
            self.app.notify(self._why_not_undone(), markup=False)
        self.tell_kept()
        return done == [True]

    def _why_not_undone(self) -> str:
        if self.play.session.iron:
            return _(NO_WAY_BACK)
        if len(self.play.session.people) > 1:
            return _(
                "Nothing of yours since the last hand-over. Further back goes only a branch that "
                "all accept: {chronicle}, then {branch}.",
                chronicle="h",
                branch="b",
            )
        return _("There is nothing of yours to undo.")

    def saved(self) -> str:
        """Return in a few words whether the game is saved, or why it isn't."""
        session = self.play.session
        words = [self.app.library.saved(session)]
        if session.unsaved is not None:
            return words[0]
        words += [_("iron")] if session.iron else []
        words += [_("hindsight")] if session.hindsight else []
        return comma_listed(words)

    def tell_kept(self) -> None:
        """Say over the game what has come up about its being saved."""
        told = self.play.session.take_notices()
        if told:
            self.app.push_screen(message(_("About your save"), "\n\n".join(told)))

    def leave(self) -> None:
        """Save, ask where to go, and go there."""
        session = self.play.session
        saved = self.play.save()
        text = _("It is saved as it stands.") if saved else f"{_(LOSES)} {session.unsaved}"
        text = _(UNKEPT) if session.saver is None else text
        session.take_notices()
        stay, title = _("Stay in the game"), _("To the title")
        answers = [("stay", stay), ("title", title)]
        answers += [("quit", _("Quit"))] if self.app.ON_DISK else []

        def chosen(where: str | None) -> None:
            if where == "title":
                self._to_title()
            elif where == "quit":
                self.app.exit()
            else:
                self._back()

        self.app.push_screen(Ask(_("Leave the game?"), text, answers), chosen)

    def _to_title(self) -> None:
        self.app.to_title()
        self.pages.close()
