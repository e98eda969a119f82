"""Help: what the keys do and how a turn goes, on one page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from game.rules.legality import OFFER_CAPITAL
from game.saves.settings import settings_file
from game.text.cells import pad
from game.tui import ink
from game.tui.keymap import KEYMAP, renamed
from game.tui.screens.sheet import CLOSE_HINT, SCROLL_HINT, Sheet
from game.tui.widgets.hints import Hint
from game.tui.widgets.pane import Pane

KEY_WIDTH = 14
KEYS = (
    ("1-9", "highlight a choice and see what it would do; a group opens at once"),
    ("0", "close the agenda, leave the table, go back"),
    ("Enter", "take the highlighted choice (a moment after a card has come up)"),
    ("up down", "move the highlight; Home and End jump"),
    ("PgUp PgDn", "read a long card on"),
    ("Shift+up/down", "read a long preview on"),
    ("Esc", "leave a menu; close a page (so do Enter and q)"),
    ("w", "why a figure moved; its reasons add up"),
    ("c", "crew, seats home, ships, coming flights"),
    ("s", "the station: orbit, tanks, air, two halves"),
    ("f", "flights to come, pads, docked ships"),
    ("o", "power, the tunnel, the sky"),
    ("t", "the table: ladder, deals, promises, offers"),
    ("a", "your advisers: what they say, how often right"),
    ("l", "what leaving would cost, and the ladder to it"),
    ("h", "chronicle: every turn, the others' moves"),
    ("b", "in the chronicle: branch from that turn, as a new game"),
    ("r", "in the chronicle, at the end: write a report to keep"),
    ("n", "the news of this turn again"),
    ("v", "what came of your offers, votes, risks, dilemmas"),
    ("x", "codex"),
    ("u", "undo your latest decision"),
    ("e", "go to the end of the agenda or the table"),
    ("q", "save and leave the game"),
    ("?", "the keys, and how a turn goes"),
    ("Ctrl+Z", "to the shell, where there is one; fg comes back"),
    ("Ctrl+P", "every command; the theme and which scenes are shown are remembered"),
)
MEANINGS = dict(KEYS)
TURN = (
    "Each turn the world moves, the station lives, and then you decide: up to two cards, "
    "your agenda, the table.",
    "Cards ask for one choice. A dilemma is answered blind: the other side answers too, and "
    "what happens depends on both.",
    "Advisers say what they would take, each for a desk of its own. Whom to trust, their records "
    "tell: an opinion is judged two turns later by what came of the choice.",
    "The agenda costs capital, of which you get three a turn. Keep some back where you mean to "
    f"make an offer: it takes {OFFER_CAPITAL}. Close the agenda when you are done.",
    "At the table you may make one offer. The other side's arithmetic is printed line by line; "
    "at zero or above they sign. Then each side's factions weigh it: when yours are against, "
    "pay one, press on, or let it fall.",
    "Figures show a bar, a number and ^ v or = for this turn. Click one, or press w, for why.",
    "In a draft: a number adds a clause or drops it, - and + change its amount, w asks what would "
    "work, PgDn reads the sums on, s sends.",
    "With the mouse: a click highlights, a second click takes it; keys named at the foot can be "
    "clicked.",
    "A screen reader? `handshake plain` is the same game line by line.",
)
CHANGED = 'Keys can be changed, as in {{"keys": {{"undo": "z"}}}}, in\n{path}\nNames: {names}.'


class Keys(Sheet):
    """The keys and the rules of a turn."""

    NAME = "keys"

    def __init__(self) -> None:
        """Be titled."""
        super().__init__("Keys and help")
        self.keys, self.words = Pane("Keys"), Pane("A turn")

    def hints(self) -> Sequence[Hint]:
        """Name other pages only while a game is played: without one there are none."""
        played = getattr(self.app, "desk", None) is not None
        return super().hints() if played else (SCROLL_HINT, CLOSE_HINT)

    def panes(self) -> Sequence[Widget]:
        """Return the keys and the words."""
        return [Horizontal(self.keys, self.words, classes="sheet-body")]

    def paint(self) -> None:
        """Write both panes to the width there is."""
        width = self.keys.scrollable_content_region.width
        if width > 0:
            changed = getattr(self.app, "changed_keys", {})
            rows = ((renamed(key, changed), what) for key, what in KEYS)
            self.keys.show(ink.lines(_row(key, what, width) for key, what in rows))
            path = ink.path(str(settings_file()), self.words.scrollable_content_region.width)
            told = CHANGED.format(path=path, names=", ".join(KEYMAP))
            self.words.show(Content("\n\n".join((*TURN, told))))


def _row(key: str, what: str, width: int) -> Content:
    """Return a key and what it does, with a hanging indent."""
    told = ink.bullet(what, width, " " * KEY_WIDTH)
    return Content.assemble((pad(key, KEY_WIDTH), "bold $text-accent"), told[KEY_WIDTH:])
