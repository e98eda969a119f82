"""The table: the ladder and who stands where, what leaving would cost, deals, promises, offers."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.narration.deals import deal_lines, months_left, owed_lines, paper_of
from game.narration.decisions import offer_lines
from game.narration.home import promise_text, word_kept
from game.narration.leaving import (
    alone_lines,
    how_sure,
    in_short,
    losses,
    rung_lines,
    standing_lines,
    sum_text,
)
from game.narration.offers import SOUND_OUT, openness_told
from game.narration.words import say
from game.narration.years import years_lines, years_texts
from game.rules.decisions import Line
from game.rules.state import Deal, Offer, Promise
from game.rules.table.ladder import rung_of
from game.text.language import _
from game.text.lists import comma_listed, listed
from game.tui import ink
from game.tui.paint.people import NO_STATION
from game.tui.play import Play


def ladder(play: Play, width: int) -> Content:
    """Return the rungs from the top down, what each shuts and costs, and who stands on it."""
    rows = range(len(play.rungs) - 1, -1, -1)
    told = {n: tuple(rung_lines(play.index, n)) if n else () for n in rows}
    return ink.lines([part for n in rows for part in _rung(play, n, told[n], width)])


def overview(play: Play, width: int) -> Content:
    """Return the rungs with a line each, then in short what leaving would cost."""
    rows = range(len(play.rungs) - 1, -1, -1)
    told = {n: (rung_of(play.index, n).text,) if n else () for n in rows}
    told_first = (_stand(play), *years_texts(play.index, play.seen, play.me))
    parts = [*(ink.bullet(line, width, "") for line in told_first), Content("")]
    parts += [part for n in rows for part in _rung(play, n, told[n], width)]
    leaving = _("What leaving would cost ({key}: all of it)", key="l")
    parts += [Content(""), ink.heading(leaving)]
    for _who, _leaver, asked, lines in losses(play.index, play.seen, play.me):
        parts.append(Content(f"{asked} {_('{points} of 100', points=sum_text(lines))}"))
        parts.append(ink.dim(f"  {in_short(play.index, lines)}"))
    return ink.lines(parts)


def _stand(play: Play) -> str:
    """Return in a line who stands on which rung, the viewer first."""
    chairs = sorted(play.index.chairs, key=lambda chair: chair != play.me)
    on = play.seen.figures
    where = (f"{_name(play, c)} {on[f'{c}.rung']} {play.rungs[on[f'{c}.rung']]}" for c in chairs)
    return _("Rungs now: {where}.", where=comma_listed(where))


def _rung(play: Play, number: int, told: Iterable[str], width: int) -> list[Content]:
    standing = [c for c in play.index.chairs if play.seen.figures[f"{c}.rung"] == number]
    who = f"  < {', '.join(_name(play, chair) for chair in standing)}" if standing else ""
    head = Content.assemble(
        (f"{number} {play.rungs[number]}", "bold" if standing else ""), (who, "bold $text-accent")
    )
    return [head, *(ink.dim(ink.bullet(line, width, "    ").plain) for line in told if line)]


def stakes(play: Play, width: int) -> Content:
    """Return what everybody would lose, line by line, and where everybody stands."""
    parts = [ink.heading(_("Who stands where"))]
    parts += [Content(line) for line in standing_lines(play.index, play.seen, play.me)]
    years = list(years_lines(play.index, play.seen, play.me))
    parts += [Content(""), ink.heading(_("Promised years"))] if years else []
    parts += [ink.bullet(line, width, "") for line in years]
    for who, _leaver, asked, lines in losses(play.index, play.seen, play.me):
        parts += [Content(""), ink.heading(asked)]
        parts += [_points(play, line, width) for line in lines]
        parts.append(ink.pair(_("in all, of 100"), sum_text(lines), width, "bold"))
        if who != play.me:
            parts.append(ink.dim(how_sure(play.index, lines)))
    return ink.lines(parts)


def _points(play: Play, line: Line, width: int) -> Content:
    off = f" ±{line.spread}" if line.spread else ""
    return ink.pair(f"  {say(play.content, line.label)}", f"{line.amount:+d}{off}", width)


def alone(play: Play, width: int) -> Content:
    """Return what each half could do alone if the viewer let go now."""
    if not play.station:
        return ink.dim(_(NO_STATION))
    found = alone_lines(play.index, play.seen, play.me)
    return ink.lines([ink.bullet(line, width, "") for line in found])


def deals(play: Play, width: int) -> Content:
    """Return deals in force, promises and open offers."""
    seen = play.seen
    parts = [ink.heading(_("Deals in force"))]
    parts += [part for deal in seen.deals for part in _deal(play, deal)] or [ink.dim(_("None."))]
    owed = list(owed_lines(play.index, seen, play.me))
    parts += [Content(""), ink.heading(_("Owed")), *map(Content, owed)] if owed else []
    parts += [Content(""), ink.heading(_("Promises"))]
    parts += [_promise(play, p) for p in seen.promises] or [ink.dim(_("None open."))]
    parts.append(ink.dim(_kept(play)))
    parts += [Content(""), ink.heading(_("Open offers"))]
    parts += [part for offer in seen.offers for part in _offer(play, offer)] or [
        ink.dim(_("None."))
    ]
    return ink.lines([*parts, *_openness(play)])


def _openness(play: Play) -> list[Content]:
    """Return how far the viewer can read each other side's arithmetic, and why."""
    others = [chair for chair in play.index.chairs if chair != play.me]
    told = [openness_told(play.content, play.seen, play.me, other) for other in others]
    hint = _(SOUND_OUT)
    lines = [text.removesuffix(hint).rstrip() for text in told]
    more = [hint] if any(text.endswith(hint) for text in told) else []
    return [Content(""), ink.heading(_("What you know of them")), *map(Content, (*lines, *more))]


def _deal(play: Play, deal: Deal) -> list[Content]:
    parties = sorted(deal.parties, key=lambda party: party != play.me)
    names = listed([_name(play, party) for party in parties])
    head = Content.assemble((names, "bold"), f", {months_left(play.seen, deal)}")
    lived = deal_lines(play.index, play.seen, deal, play.me)
    told = (*offer_lines(play.content, paper_of(deal), play.me), *lived)
    return [head, *(Content(f"  {line}") for line in told)]


def _promise(play: Play, promise: Promise) -> Content:
    return Content(ink.flow(promise_text(play.index, play.seen, promise, play.me)))


def _kept(play: Play) -> str:
    chairs = play.index.chairs
    return "\n".join(word_kept(play.index, play.seen, chair, play.me) for chair in chairs)


def _offer(play: Play, offer: Offer) -> list[Content]:
    maker, to = _name(play, offer.maker), listed([_name(play, p) for p in offer.parties[1:]])
    head = Content.styled(_("{maker} to {to}", maker=maker, to=to), "bold")
    return [head, *(Content(f"  {line}") for line in offer_lines(play.content, offer, play.me))]


def _name(play: Play, chair: str) -> str:
    return _("You") if chair == play.me else play.content.partners[chair].name
