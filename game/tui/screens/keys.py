"""Help: what the keys do and how a turn goes, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from game.rules.deciding.table import OFFER_CAPITAL
from game.saves.settings import settings_file
from game.text import cells
from game.text.language import N_, _
from game.tui import ink
from game.tui.keymap import KEYMAP, renamed
from game.tui.screens.sheet import OF_A_STATION, OTHERS, Sheet, close_hint, scroll_hint
from game.tui.widgets.hints import Hint
from game.tui.widgets.pane import Pane

ARROWS, SHIFTED = N_("up down"), N_("Shift+up/down")
LETTERS = (
    ("w", N_("why a figure moved; its reasons add up")),
    ("c", N_("crew, seats home, ships, coming flights")),
    ("s", N_("the station: orbit, tanks, air, two halves")),
    ("f", N_("flights to come, pads, docked ships")),
    ("o", N_("power, the tunnel, the sky")),
    ("t", N_("the table: papers and the ways with them, promises, the ladder")),
    ("m", N_("home: who stands behind you, who is restless, votes coming")),
    ("d", N_("who holds the offices: what they want, weigh, and have answered")),
    ("a", N_("your advisers: what they say, how often right")),
    ("l", N_("what leaving would cost, and the ladder to it")),
    ("h", N_("chronicle: every turn, the others' moves")),
    ("b", N_("in the chronicle: branch from that turn, as a new game")),
    ("r", N_("in the chronicle, at the end: write a report to keep")),
    ("n", N_("the news again; there and in the chronicle 1-9: a scene")),
    ("v", N_("what came of your offers, votes, risks, dilemmas")),
    ("g", N_("what you are here for, and how it can end")),
    ("x", N_("codex")),
    ("y", N_("the lesson shown: pass it over, or have no more of them")),
    ("u", N_("undo your latest decision")),
    ("e", N_("go to the end of the agenda or the table")),
    ("q", N_("save and leave the game")),
    ("?", N_("the keys, and how a turn goes")),
    ("!", N_("what the gravest danger comes from")),
    ("i", N_("go to a pane by its letter, to scroll or open it; Esc to the choices")),
    ("/", N_("in a list of more than nine: find by typing; Esc shows all")),
)
"""Letters and signs: pages first, then what is done with a key."""
BUILT = {"s": N_("what is built, and how far it is")}
"""What a letter is for where no station flies; the letters of `OF_A_STATION` are for nothing."""
MOVES = (
    ("1-9", N_("highlight a choice and see what it would do; a group opens at once")),
    ("0", N_("close the agenda, leave the table, go back")),
    ("Enter", N_("take the highlighted choice; so does its number pressed twice")),
    (ARROWS, N_("move the highlight; Home and End jump")),
    ("Tab", N_("go on to the next pane; on a small screen compare all choices, and back")),
    ("PgUp PgDn", N_("read a long card on")),
    (SHIFTED, N_("read a long preview on")),
    ("Esc", N_("leave a menu; close a page (so do Enter and q)")),
    ("Ctrl+Z", N_("to the shell, where there is one; fg comes back")),
    ("Ctrl+P", N_("every command; the theme and which scenes are shown are remembered")),
)
"""Keys that have names: how one moves about."""
KEYS = (*LETTERS, *MOVES)
MEANINGS = dict(KEYS)
HERE: Mapping[str, tuple[str, Sequence[tuple[str, str]]]] = {
    "choices": (
        N_("Here: the choices"),
        (("1-9", N_("point at one")), ("Enter", N_("take it")), ("Esc", N_("back a menu"))),
    ),
    "gauge": (
        N_("Here: a figure"),
        (("Enter", N_("why it moved")), ("Tab", N_("the next one")), ("Esc", N_("to the choices"))),
    ),
    "instrument": (
        N_("Here: an instrument"),
        (
            ("Enter", N_("open its page")),
            (ARROWS, N_("scroll it")),
            ("Esc", N_("to the choices")),
        ),
    ),
    "pane": (
        N_("Here: a pane"),
        (
            (ARROWS, N_("scroll it")),
            ("i", N_("go to another one")),
            ("Esc", N_("to the choices")),
        ),
    ),
    "page": (
        N_("Here: a page"),
        (
            (ARROWS, N_("scroll it; PgUp and PgDn by more")),
            ("i", N_("go to one of its panes, to scroll that alone")),
            ("Enter", N_("close it; so do Esc, q and its letter")),
        ),
    ),
}
"""What the keys do where the focus is: what that is called, and its keys."""
TURN = (
    N_(
        "Each turn the world moves, the station lives, and then you decide: up to two cards, "
        "your agenda, the table."
    ),
    N_(
        "Cards ask for one choice. A dilemma is answered blind: the other side answers too, and "
        "what happens depends on both."
    ),
    N_(
        "Advisers say what they would take, each for a desk of its own. Whom to trust, their "
        "records tell: an opinion is judged two turns later by what came of the choice."
    ),
    N_(
        "The agenda costs capital, of which you get three a turn. Keep some back where you mean "
        "to make an offer: it takes {capital}. Close the agenda when you are done."
    ),
    N_(
        "At the table you may make one offer. The other side's arithmetic is printed line by "
        "line; at zero or above they sign. Then each side's factions weigh it: when yours are "
        "against, pay one, press on, or let it fall."
    ),
    N_(
        "Figures show their latest turns, a number and {up} {down} or {same} for this turn; "
        "{danger} marks where one is in danger, and names the turn in which one will be. Click "
        "one, or press {why}, for why."
    ),
    N_(
        "In a draft: a number adds a clause or drops it, {less} and {more} change its amount, "
        "{works} asks what would work, {read} reads the sums on, {send} sends."
    ),
    N_(
        "With the mouse: a click highlights, a second click takes it; keys named at the foot can "
        "be clicked."
    ),
)
START = N_(
    "Each turn the world moves, and then you decide: up to two cards, your agenda, the table."
)
"""How a turn begins where no station flies."""
READER = N_("A screen reader? {plain} is the same game line by line.")
FILLED = {
    "capital": OFFER_CAPITAL, "up": "^", "down": "v", "same": "=", "danger": "!", "why": "w",
    "less": "-", "more": "+", "works": "w", "read": "PgDn", "send": "s",
    "plain": "`handshake plain`",
}  # fmt: skip
CHANGED = N_("Keys can be changed, as in {example}, in\n{path}\nNames: {names}.")
EXAMPLE = '{"keys": {"undo": "z"}}'
GAP = 1  # columns between a key and what it does


class Keys(Sheet):
    """The keys and the rules of a turn."""

    NAME = "keys"

    def __init__(self) -> None:
        """Be titled."""
        super().__init__(_("Keys and help"))
        self.here = ""
        self.keys, self.words = Pane(_("Keys")), Pane(_("A turn"))

    def look_at(self, what: str) -> None:
        """Tell first what the keys do there: where the focus was, or on a page."""
        self.here = what

    def hints(self) -> Sequence[Hint]:
        """Name other pages only while a game is played: without one there are none."""
        played = getattr(self.app, "desk", None) is not None
        return super().hints() if played else (scroll_hint(), close_hint())

    def panes(self) -> Sequence[Widget]:
        """Return the keys and the words."""
        return [Horizontal(self.keys, self.words, classes="sheet-body")]

    def paint(self) -> None:
        """Write both panes to the width there is."""
        width = self.keys.scrollable_content_region.width
        if width > 0:
            changed = getattr(self.app, "changed_keys", {})
            parts = [_rows(_told(keys, changed), width) for keys in (self._letters(), MOVES)]
            if self.here in HERE:
                title, here = HERE[self.here]
                above = [ink.heading(_(title)), _rows(_told(here, changed), width), Content("")]
                parts = [*above, ink.heading(_("Everywhere")), *parts]
            self.keys.show(ink.lines(parts))
            turn = [_(text, **FILLED) for text in (START if self._ashore else TURN[0], *TURN[1:])]
            self.words.show(Content("\n\n".join((*turn, *self._elsewhere()))))

    @property
    def _ashore(self) -> bool:
        """Whether a game is played in which no station flies."""
        return self.played is not None and not self.played.station

    def _letters(self) -> Sequence[tuple[str, str]]:
        """Return the letters that are for something in the game that is played."""
        if not self._ashore:
            return LETTERS
        idle = {key for key, name, _title in OTHERS if name in OF_A_STATION}
        return [(key, BUILT.get(key, what)) for key, what in LETTERS if key not in idle]

    def _elsewhere(self) -> Iterator[str]:
        """Yield what there is besides the screen: the game line by line, and a file of keys."""
        if getattr(self.app, "ON_DISK", True):
            yield _(READER, **FILLED)
            path = ink.path(str(settings_file()), self.words.scrollable_content_region.width)
            yield _(CHANGED, example=EXAMPLE, path=path, names=", ".join(KEYMAP))


def _told(keys: Iterable[tuple[str, str]], changed: Mapping[str, str]) -> dict[str, str]:
    return {_named(key, changed): _(what) for key, what in keys}


def _named(key: str, changed: Mapping[str, str]) -> str:
    """Return what a key is called: what it has become, or words for several."""
    return _(key) if key in (ARROWS, SHIFTED) else renamed(key, changed)


def _rows(told: Mapping[str, str], width: int) -> Content:
    """Return each key and what it does, with a hanging indent."""
    column = min(max(map(cells.width, told)) + GAP, width // 2)
    return ink.lines(_row(key, what, column, width) for key, what in told.items())


def _row(key: str, what: str, column: int, width: int) -> Content:
    told = ink.bullet(what, width, " " * column)
    return Content.assemble((cells.fit(key, column), "bold $text-accent"), told[column:])
