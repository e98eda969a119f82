"""The panes beside the card on a wider screen: who is aboard, and where the others stand."""

from __future__ import annotations

from textual.content import Content

from game.narration.cautions import approvals
from game.narration.decisions import fill, term_text
from game.narration.figures import figure_words
from game.narration.leaving import suspended
from game.text.cells import pad_left
from game.text.language import _
from game.text.lists import comma_listed
from game.tui import ink
from game.tui.paint.people import aboard_table, ships_table
from game.tui.paint.table import months_left
from game.tui.paint.vitals import readings
from game.tui.play import Play

TURNS_SHOWN = 6
TRUST_BAR = 10  # columns
BAR = "$text-primary"


def others_text(play: Play, width: int) -> Content:
    """Return what every other chair thinks of the viewer, wants and holds; then the own home."""
    parts: list[Content] = []
    for chair in play.index.chairs:
        if chair != play.me:
            parts += _other(play, chair, width)
    return ink.lines([*parts, *_home(play, width), *_deals(play)])


def _home(play: Play, width: int) -> list[Content]:
    """Return how far each of the own factions is behind the office."""
    rows = [
        ink.pair(f"  {name}", f"{approval}", width) for name, approval in approvals(play.viewer)
    ]
    return [ink.heading(_("Your home")), *rows] if rows else []


def _other(play: Play, chair: str, width: int) -> list[Content]:
    figures = play.seen.figures
    leader = fill(play.content, play.seen, f"{{leader.{chair}}}")
    trust = figures[f"{chair}.trust.{play.me}"]
    rung = figures[f"{chair}.rung"]
    on_rung = _("stands on rung {rung}: {name}", rung=rung, name=play.rungs[rung])
    years = _("promised to stay until {year}", year=figures[f"{chair}.commitment"])
    mandate = _("mandate {amount}", amount=figures[f"{chair}.mandate"])
    told = (on_rung, *((years,) if play.station else ()), mandate)
    return [
        ink.pair(play.content.partners[chair].name, leader, width, "bold"),
        _trust(trust),
        *(Content(f"  {line}") for line in told),
    ]


def _trust(trust: int) -> Content:
    bar = ink.bar(trust / 100, TRUST_BAR)
    return ink.marked(f"  {_('trusts you {bar} {trust}', bar=bar, trust=trust)}", bar, BAR)


def _deals(play: Play) -> list[Content]:
    mine = [deal for deal in play.seen.deals if play.me in deal.parties]
    if not mine:
        return [ink.dim(_("You have no deal in force."))]
    parts = [ink.heading(_("Your deals"))]
    for deal in mine:
        other = next(p for p in deal.parties if p != play.me)
        clauses = comma_listed(term_text(play.content, term) for term in deal.terms)
        name, left = play.content.partners[other].name, months_left(play, deal)
        parts.append(Content(f"{name}: {clauses}; {left}"))
        rests = suspended(play.index, play.seen, deal, play.me)
        parts += [ink.dim(f"  {line}") for line in rests]
    return parts


def trends_text(play: Play, width: int) -> Content:
    """Return how the vital figures stood when each of the latest turns began, and now."""
    pages = play.session.pages[-TURNS_SHOWN:]
    first, last = pages[0].turn, pages[-1].turn
    head = _("At the start of turns {first} to {last}, and now", first=first, last=last)
    parts = [ink.dim(head)]
    for reading in readings(play):
        if reading.path in play.index.bounds:
            scale = figure_words(play.content, reading.path).shown.per
            stood = [page.opening[reading.path] for page in pages]
            stood.append(play.seen.figures[reading.path])
            numbers = " ".join(pad_left(str(value // scale), 3) for value in stood)
            arrow = ink.arrow(stood[-1] - stood[0])
            parts.append(ink.pair(reading.short, f"{numbers} {arrow}", width))
    return ink.lines(parts)


PANES = (
    ("#aboard", aboard_table),
    ("#others", others_text),
    ("#ships", ships_table),
    ("#trends", trends_text),
)
