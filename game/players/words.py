"""Why a player does something, in words for the chronicle."""

from __future__ import annotations

from game.content.records import Content
from game.narration.decisions import decision_title
from game.narration.figures import amount_text, figure_title
from game.narration.offers import guarded
from game.players.persona import worth
from game.players.tastes import PLAIN, Taste
from game.rules.decisions import Decision
from game.rules.figures import unrest_path
from game.rules.preview import preview
from game.rules.state import State

CALMS = "To calm its own home."


def because(content: Content, seen: State, decision: Decision, taste: Taste = PLAIN) -> str:
    """Return the weightiest thing a decision brings to who takes it."""
    if decision.pick in ("end", "decline"):
        return ""
    foreseen = preview(content, seen, decision)
    changes = [c for b in foreseen.branches for c in b.changes if c.kind in ("figure", "news")]
    if not changes:
        return decision_title(content, seen, decision)
    top = max(changes, key=lambda c: worth(content, seen, decision.chair, (c,), taste))
    if worth(content, seen, decision.chair, (top,), taste) <= 0:
        return "The least of the evils on the desk."
    if top.kind == "news":
        return f"To know what {content.partners[top.path].name} cares about."
    if top.path == unrest_path(decision.chair):
        return CALMS
    title = _title(content, top.path, decision.chair)
    if title.startswith(("The ", "A ", "An ")):
        title = title[:1].lower() + title[1:]
    amount = f" {amount_text(content, top.path, top.amount)}"
    return f"For {title}{guarded(amount) if top.seen else amount}."


def _title(content: Content, path: str, chair: str) -> str:
    """Return what a figure is called to those who read why; between two, both are named."""
    between = path.partition(".")[2].startswith(("trust.", "loss."))
    return figure_title(content, path, "" if between else chair)
