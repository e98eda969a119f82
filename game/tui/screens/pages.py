"""The pages over the game that only show something: crew, station, table, chronicle, news."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from game.narration.words.own import phrase
from game.session.telling import Item, Rank
from game.session.telling.words import Came as Outcome
from game.session.telling.words import scene_told
from game.text.language import N_, _, pgettext
from game.tui import ink
from game.tui.paint import (
    advice,
    aims,
    came,
    chronicle,
    hardware,
    home,
    lately,
    people,
    station,
    table,
)
from game.tui.paint.opening import opens
from game.tui.play import Play
from game.tui.screens.sheet import OTHERS, Sheet, close_hint, keys_hint, scroll_hint
from game.tui.shell import FRESH
from game.tui.widgets.hints import Hint, Hints
from game.tui.widgets.pane import Pane

BRANCH = "branch:"
"""What the chronicle's result begins with when a branch is asked for; the turn follows."""
NEWS = (N_("What happened"), N_("Figures since the turn began"))
FIRST = (N_("Where you come in"), N_("What to watch"))
Painter = Callable[[Play, int], Content]


class Page(Sheet):
    """A page whose panes are painted to their width."""

    TITLE_TEXT: ClassVar[str] = ""

    def __init__(self, play: Play) -> None:
        """Show a game's page."""
        super().__init__(self.titled(play))
        self.play = play
        self.painted: list[tuple[Pane, Painter]] = []

    def titled(self, play: Play) -> str:
        """Return what the page is called."""
        return _(self.TITLE_TEXT)

    def panes(self) -> Sequence[Widget]:
        """Return the panes, side by side where there are several."""
        self.painted = [(Pane(title), painter) for title, painter in self.painters()]
        return [Horizontal(*(pane for pane, _ in self.painted), classes="sheet-body")]

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return each pane's title and what paints it."""
        return ()

    def paint(self) -> None:
        """Paint every pane."""
        for pane, painter in self.painted:
            width = pane.scrollable_content_region.width
            if width > 0:
                pane.show(painter(self.play, width))


class Crew(Page):
    """Who is aboard and how they would come home; ships; coming flights."""

    NAME = "crew"
    TITLE_TEXT = N_("Crew and manifest")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return people and ships."""
        return ((_("Aboard"), people.crew_table), (_("Ships and flights"), people.ships_table))


class Aims(Page):
    """What one is here for, how one is judged, how the run can end, what lies ahead."""

    NAME = "aims"
    TITLE_TEXT = N_("What you are here for")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return what is to be reached, and what can come of it."""
        return ((_("Your part"), aims.mine), (_("How it can end"), aims.ends))


class Station(Page):
    """The two halves, the orbit, the tanks, and what each half lives on."""

    NAME = "station"

    def titled(self, play: Play) -> str:
        """Return what the page is called in the game's world."""
        return phrase(play.content, "station.page" if play.station else "place.page")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the drawing and the figures."""
        first, second = ("halves", "stores") if self.play.station else ("about", "works")
        where = "station" if self.play.station else "place"
        return (
            (phrase(self.play.content, f"{where}.{first}"), station.halves),
            (phrase(self.play.content, f"{where}.{second}"), station.stores),
        )


class Flights(Page):
    """Coming flights with their pads, and the docked ships with their age."""

    NAME = "flights"
    TITLE_TEXT = N_("Flights, pads and ships")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the manifest and the docks."""
        return ((_("Manifest"), hardware.manifest), (_("At the docks"), hardware.docks))


class Power(Page):
    """Who has power, what the tunnel costs, and what the sky does."""

    NAME = "power"
    TITLE_TEXT = N_("Power, air and the sky")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return power and air."""
        return ((_("Power and age"), hardware.power), (_("Air and sky"), hardware.air))


class Home(Page):
    """Who stands behind the viewer's office, who is restless, and which votes are coming."""

    NAME = "home"
    TITLE_TEXT = N_("Home")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the factions and the votes."""
        return (
            (_("Who stands behind you"), home.factions_text),
            (_("Votes coming"), home.votes_text),
        )


class Advisers(Page):
    """Who advises the viewer, what they say now, how often they were right, and of what."""

    NAME = "advisers"
    TITLE_TEXT = N_("Your advisers")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the advisers and their past opinions."""
        return ((_("Who they are"), advice.said_text), (_("What came of it"), advice.past_text))


class Leaving(Page):
    """What leaving would cost everybody, what each half could do alone, what the rungs shut."""

    NAME = "leaving"
    TITLE_TEXT = N_("What leaving would cost")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the arithmetic and the ladder."""
        return ((_("What leaving would cost"), table.stakes), (_("The ladder"), _ladder_and_after))


def _ladder_and_after(play: Play, width: int) -> Content:
    """Return the rungs, and under them what each half could do alone."""
    parts = [table.ladder(play, width), Content(""), ink.heading(_("If you let go now"))]
    return ink.lines([*parts, table.alone(play, width)])


class Came(Page):
    """What came of the viewer's latest doings, in a box over the desk; all of two turns by key."""

    NAME = "came"
    TITLE_TEXT = N_("What came of it")

    def __init__(self, play: Play) -> None:
        """Show nothing yet."""
        super().__init__(play)
        self.found: tuple[Outcome, ...] = ()

    def look_at(self, what: str) -> None:
        """Show what hasn't been told (`FRESH`), or all of this turn and the last."""
        items = self.play.outcomes()
        if what == FRESH:
            items = tuple(item for item in self.play.untold() if item.outcome)
            self.play.tell(items)
        self.found = self.play.came(items, what == FRESH)

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the one pane."""
        return (("", lambda play, width: came.came_text(self.found, width)),)


class Staged(Page):
    """A page that names scenes, each with the number that shows it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(n), f"scene({n})", "Scene", show=False) for n in range(1, 10)
    ]

    def told(self) -> Sequence[Item]:
        """Return the items that the page tells."""
        return ()

    def action_scene(self, number: int) -> None:
        """Show a scene again."""
        from game.tui.screens.scene import SceneSheet

        found = self.play.scenes_of(self.told())
        if number > len(found) or not self.play.telling.was_shown(
            self.play.me, found[number - 1][0]
        ):
            self.app.bell()
            return
        shown = scene_told(self.play.session, self.play.me, *found[number - 1])
        self.app.push_screen(SceneSheet(shown))

    def scene_hint(self) -> Sequence[Hint]:
        """Return the keys that show a scene again, where any was shown."""
        found = (item for item, _cue in self.play.scenes_of(self.told()))
        shown = any(self.play.telling.was_shown(self.play.me, item) for item in found)
        return [("1-9", _("scene again"), "")] if shown else []

    def more_hints(self) -> Sequence[Hint]:
        """Return the keys for more of what the page tells: scenes again, and other pages."""
        items, scenes = self.told(), self.scene_hint()
        names = dict.fromkeys(item.more for item in items if item.more != self.NAME)
        titles = {name: (key, _(title).lower()) for key, name, title in OTHERS}
        return (*scenes, *((*titles[name], f"screen.go('{name}')") for name in names))


class News(Staged):
    """What happened since the viewer last decided."""

    NAME = "news"

    def __init__(self, play: Play) -> None:
        """Show nothing yet."""
        super().__init__(play)
        self.found: tuple[Item, ...] = ()
        self.came: tuple[Outcome, ...] = ()

    def look_at(self, what: str) -> None:
        """Show what hasn't been told (`FRESH`), or all that has come up since the turn before."""
        untold = self.play.untold() if what == FRESH else ()
        if opens(self.play):  # the first page leaves what passes by to the pane of what just was
            untold = tuple(item for item in untold if item.rank in lately.AT_FIRST)
        self.found = untold or self.play.news()
        if untold:
            figures = (item for item in self.play.news() if item.rank is Rank.FIGURES)
            self.play.tell((*untold, *figures))
        mine = (item for item in self.found if item.rank is Rank.CAME)
        self.came = self.play.came(mine, bool(untold))

    def told(self) -> Sequence[Item]:
        """Return what is told."""
        return self.found

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return headlines and figures."""
        titles = (_(title) for title in NEWS)
        return tuple(zip(titles, (self._news, lately.figure_moves), strict=True))

    def _news(self, play: Play, width: int) -> Content:
        return lately.news(play, self.found, self.came, width)

    def paint(self) -> None:
        """Paint under the date; the first page of a game tells what the figures mean."""
        title = _("News: {when}", when=lately.news_title(self.play))
        self.headline.update(Content(title), layout=False)
        self.query_one(Hints).show((scroll_hint(), close_hint(), *self.more_hints(), keys_hint()))
        super().paint()
        titles = FIRST if opens(self.play) else NEWS
        for (pane, _painter), title in zip(self.painted, titles, strict=True):
            pane.border_title = Content(_(title))


class Chronicle(Staged):
    """Every turn's page: headlines, the others' moves and their reasons."""

    NAME = "chronicle"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("b", "branch", show=False, id="branch"),
        Binding("r", "go('report')", show=False, id="report"),
    ]

    turn = 1

    def look_at(self, what: str) -> None:
        """Open at the present turn."""
        self.turn = self.play.session.page().turn

    def told(self) -> Sequence[Item]:
        """Return what is told of the turn shown."""
        return self.play.telling.of_turn(self.play.me, self.turn)

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the page's two columns."""
        return (
            (_("Headlines"), lambda play, width: chronicle.headline_text(play, self.turn, width)),
            (_("The others"), lambda play, width: chronicle.moves_text(play, self.turn, width)),
        )

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (
            (_("left"), pgettext("key", "earlier"), "screen.turn(-1)"),
            (_("right"), pgettext("key", "later"), "screen.turn(1)"),
            ("b", pgettext("key", "branch from here"), "screen.branch"),
            ("r", pgettext("key", "report"), "screen.go('report')"),
            close_hint(),
        )

    def paint(self) -> None:
        """Paint a turn's page under its title."""
        self.headline.update(Content(chronicle.title(self.play, self.turn)), layout=False)
        self.query_one(Hints).show((*self.scene_hint(), *self.hints()))
        super().paint()

    def action_branch(self) -> None:
        """Ask for a new game that leaves this one at the turn shown."""
        self.dismiss(f"{BRANCH}{self.turn}")

    def action_turn(self, by: int) -> None:
        """Turn to an earlier or later page."""
        first = self.play.session.pages[0].turn
        last = self.play.session.pages[-1].turn
        self.turn = min(max(self.turn + by, first), last)
        self.paint()
