"""Electric power: the US wings fade, a share of it crosses to the Russian half (F-32).

Figures are points of a full station, of which `power` is what the US wings give. Needs and own
means of each half are the game's own; that the US side gives most of the power is F-32.
"""

from __future__ import annotations

from game.content.paths import SEGMENTS
from game.rules.draft import Draft
from game.rules.figures import RUNG
from game.rules.messages import message
from game.rules.state import State

NEED = {"usos": 58, "ros": 34}  # what each half uses when everything runs
SHORT = {segment: f"short.{segment}" for segment in SEGMENTS}
OWN_WINGS = 12  # what the Russian wings still give
NEW_WINGS = 12  # what the power module of the new Russian station adds once it flies
FLIES = 70  # % of that outside option at which it does (the game's own)
FADE_MONTHS = 4  # months in which the US wings lose a point
HANGS = frozenset(
    {"power", "power_share", "option.russian_station", RUNG, "ships"}
)  # in `Draft.dirty`: what a half lacks may have changed; the hatch moves with rungs and words
SHED = 10  # % of power missing that costs one more point each quarter

FADED = message("power.fades")


def given(state: State) -> dict[str, int]:
    """Return how much power each half has."""
    figures = state.figures
    across = 0 if state.words["hatch"] == "gone" else figures["power"] * figures["power_share"]
    new = NEW_WINGS if figures.get("option.russian_station", 0) >= FLIES else 0
    kept = figures["power"] * 100 - across
    return {"usos": kept // 100, "ros": across // 100 + OWN_WINGS + new}


def shortage(state: State, segment: str) -> int:
    """Return how much of its need a half lacks, in per cent."""
    return max(0, NEED[segment] - given(state)[segment]) * 100 // NEED[segment]


def count_short(draft: Draft) -> None:
    """Work out what each half lacks."""
    for segment, held in given(draft.state).items():
        need = NEED[segment]
        draft.figures[SHORT[segment]] = (need - held) * 100 // need if held < need else 0


def fade(draft: Draft, months: int) -> None:
    """Let the wings fade: a point every few months, counted over the whole run."""
    month = draft.figures["month"]
    lost = (month + months) // FADE_MONTHS - month // FADE_MONTHS
    draft.because("rule:wings", FADED)
    draft.shift("power", -lost)


def shed(draft: Draft, months: int) -> None:
    """Switch off what can't be fed: racks first, then what keeps a half in repair."""
    for segment in SEGMENTS:
        short = shortage(draft.state, segment)
        if not short or (draft.figures["month"] + months) % 3:
            continue
        draft.because("rule:shedding", message("power.dark", half=segment, short=short))
        draft.shift(f"integrity_{segment}", -1 - short // SHED)
        draft.shift("cohesion", -1)
        for chair in draft.index.chairs:
            if draft.index.content.partners[chair].segment == segment:
                draft.shift(f"{chair}.science", -1 - short // (2 * SHED))
        draft.note("headline", "power", message("power.sheds", half=segment, short=short))
