"""The game's own themes: the usual dark one, a light one, high contrast, colour-blind-safe."""

from __future__ import annotations

from collections.abc import Collection

from textual.theme import Theme

from game.text.language import _
from game.text.near import did_you_mean
from game.tui.contrast import LEAST

ORBIT = Theme(
    name="orbit", primary="#6ea8d8", secondary="#8892b0", accent="#e6b450", success="#8fc97a",
    warning="#e6b450", error="#e8747c", foreground="#d6dbe5", background="#0b1020",
    surface="#10172a", panel="#1a2338", dark=True,
    variables={"block-cursor-background": "#24406a", "block-cursor-foreground": "#ffffff"},
)  # fmt: skip

DAYLIGHT = Theme(
    name="daylight", primary="#1f5f99", secondary="#4f5b73", accent="#8a5a00", success="#2d6a1f",
    warning="#8a5a00", error="#a3202d", foreground="#1b2330", background="#f7f5f0",
    surface="#efece4", panel="#e2ded3", dark=False,
    variables={"block-cursor-background": "#1f5f99", "block-cursor-foreground": "#ffffff"},
)  # fmt: skip

HIGH_CONTRAST = Theme(
    name="high-contrast", primary="#ffffff", secondary="#ffffff", accent="#ffff00",
    success="#00ff00", warning="#ffff00", error="#ff8080", foreground="#ffffff",
    background="#000000", surface="#000000", panel="#000000", dark=True,
    variables={"block-cursor-background": "#ffffff", "block-cursor-foreground": "#000000"},
)  # fmt: skip

# Blue and orange keep apart for every common kind of colour blindness (Okabe and Ito's palette).
COLOUR_SAFE = Theme(
    name="colour-safe", primary="#56b4e9", secondary="#999999", accent="#f0e442",
    success="#56b4e9", warning="#f0e442", error="#e69f00", foreground="#e6e6e6",
    background="#101010", surface="#181818", panel="#222222", dark=True,
    variables={"block-cursor-background": "#0072b2", "block-cursor-foreground": "#ffffff"},
)  # fmt: skip

OWN = (ORBIT, DAYLIGHT, HIGH_CONTRAST, COLOUR_SAFE)
SHARP = 7.0  # the contrast of words in those for eyes that need it
SHARPER = frozenset((HIGH_CONTRAST.name, COLOUR_SAFE.name))


def least_contrast(theme: str) -> float:
    """Return the contrast that every word of a theme has at least."""
    return SHARP if theme in SHARPER else LEAST


def usable_theme(wanted: str, known: Collection[str]) -> tuple[str, str]:
    """Return the theme to show, and what is wrong with the one that was set, if anything is."""
    if not wanted or wanted in known:
        return wanted or ORBIT.name, ""
    guess = did_you_mean(wanted, known)
    told = _("there is no theme {name}", name=repr(wanted))
    told = f"{told}; {guess}" if guess else f"{told}."
    instead = _("{theme} is shown; your setting stays until you choose another.", theme=ORBIT.name)
    return ORBIT.name, f"{told} {instead}"
