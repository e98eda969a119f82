"""What the advisers say of what is to be decided, and the page with what became of it all."""

from __future__ import annotations

from textual.content import Content

from game.content.records import Adviser
from game.rules.advice import Opinion
from game.rules.decisions import Decision
from game.session.counsel_words import (
    desk_text,
    given_lines,
    guess_text,
    leaning_text,
    record_text,
    spoken,
    stand,
    sureness,
    tally_text,
    title_text,
    told_leaning,
    watches_text,
)
from game.text import cells
from game.text.language import N_, _
from game.tui import ink
from game.tui.menus import Menu
from game.tui.play import Play

TITLE = N_("Your advisers, and how often each was right ({key}: more)")


def advice_lines(play: Play, menu: Menu, width: int, brief: bool) -> list[Content]:
    """Return what is said of a menu's choices, the surest first; `brief`: a line each."""
    numbers = {e.decision: e.row.number for e in menu.entries if e.decision is not None}
    heard = sorted(play.counsel.now(), key=lambda o: (o.stance == "uneasy", -o.sure))
    cut = brief and len(heard) > 1
    return [_line(play, opinion, numbers, width, cut) for opinion in heard]


def _line(
    play: Play, opinion: Opinion, numbers: dict[Decision, str], width: int, brief: bool
) -> Content:
    title = play.content.advisers[opinion.adviser].title
    tally = play.counsel.tally(play.me, opinion.adviser)
    record = f"{tally.right}/{tally.judged}" if tally.judged else "-"
    where = stand(play.content, play.seen, opinion, numbers)
    about = where if opinion.about in numbers else f"({where.replace(': ', ', ')})"
    text = f"{title} {about}: “{spoken(play.counsel, play.seen, opinion)}”"
    left = cells.fit(text, width - cells.width(record) - 1) if brief else text
    line = ink.pair(left, record, width, "bold")
    return line.stylize("bold", 0, len(title))


def said_text(play: Play, width: int) -> Content:
    """Return each adviser: what it says now, its record, what can be guessed of it."""
    now = {opinion.adviser: opinion for opinion in play.counsel.now()}
    team = [play.content.advisers[name] for name in play.counsel.team(play.me)]
    parts: list[Content] = []
    for adviser in team:
        parts += [*_adviser(play, adviser, now.get(adviser.id), width), Content("")]
    return ink.lines(parts or [ink.dim(_("Nobody advises this chair."))])


def _adviser(play: Play, adviser: Adviser, now: Opinion | None, width: int) -> list[Content]:
    tally = play.counsel.tally(play.me, adviser.id)
    title = title_text(play.counsel, play.me, adviser)
    parts = [ink.pair(title, tally_text(tally), width, "bold").stylize(ink.HEADING)]
    parts.append(ink.dim(desk_text(play.content, adviser)))
    parts.append(ink.dim(watches_text(play.counsel, play.me, adviser)))
    if now is not None:
        where = stand(play.content, play.seen, now, {})
        words = spoken(play.counsel, play.seen, now)
        told = _("Now, {sureness}: {where}.", sureness=sureness(now), where=where)
        parts.append(ink.bullet(f"{told} “{words}”", width, ""))
    if tally.judged or tally.waiting:
        parts.append(Content(record_text(tally)))
    if tally.judged:
        parts.append(Content(guess_text(play.counsel, play.me, adviser.id)))
    if told_leaning(play.seen):
        parts.append(
            Content.assemble((_("Leaning:"), "bold"), " ", leaning_text(play.content, adviser))
        )
    return parts


def past_text(play: Play, width: int) -> Content:
    """Return the latest opinions of each adviser, and what came of them."""
    parts: list[Content] = []
    for name in play.counsel.team(play.me):
        lines = list(given_lines(play.counsel, play.me, name))
        if lines:
            parts.append(ink.heading(play.content.advisers[name].title))
        for about, came in lines:
            parts += [Content.styled(about, "bold"), ink.bullet(came, width, "  ")]
        parts += [Content("")] if lines else []
    return ink.lines(parts or [ink.dim(_("Nothing has been said yet."))])
