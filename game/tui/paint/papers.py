"""Papers in force, as a list and each in full; promises, offers, what is known of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual.content import Content

from game.narration.deals import deal_lines, months_left, owed_lines, paper_of
from game.narration.decisions import deal_title, offer_lines
from game.narration.home import promise_text, word_kept
from game.narration.offers import SOUND_OUT, openness_told
from game.narration.papers import Way
from game.narration.words.times import day_told
from game.rules.state import Deal, Offer
from game.text.language import _
from game.text.lists import listed
from game.tui import ink
from game.tui.play import Play
from game.tui.widgets.choices import Row

BAR = 12  # cells of the bar of a paper's time
ROOMY = 48  # columns from which a row tells how many months are left


@dataclass(frozen=True, slots=True)
class Paper:
    """A row of the list: a paper in force, what is owed for one that is over, or a heading."""

    row: Row
    deal: str = ""


def papers(play: Play, width: int) -> list[Paper]:
    """Return what is in force, the viewer's own first, then what is owed for what is over."""
    key = ("papers", play.content, play.me, width)
    return play.seen.once(key, lambda: _papers(play, width))


def _papers(play: Play, width: int) -> list[Paper]:
    seen = play.seen
    deals = sorted(seen.deals, key=lambda deal: (play.me not in deal.parties, deal.ends))
    found = [_listed(play, deal, width) for deal in deals]
    ids = {deal.id for deal in deals}
    over = (c.deal for c in seen.claims if c.holder == play.me and c.deal not in ids)
    owed = [_owed(play, deal) for deal in dict.fromkeys(over)]
    rows = [*_under(_("Papers in force"), found), *_under(_("Owed to you"), owed)]
    return _numbered(rows)


def _under(title: str, rows: list[Paper]) -> list[Paper]:
    return [Paper(Row(title, heading=True)), *rows] if rows else []


def _numbered(rows: list[Paper]) -> list[Paper]:
    found, number = [], 0
    for paper in rows:
        number += bool(paper.deal)
        label = (str(number) if number <= 9 else " ") if paper.deal else ""
        found.append(Paper(replace(paper.row, number=label), paper.deal))
    return found


def _listed(play: Play, deal: Deal, width: int) -> Paper:
    """Return a paper in force: between whom, what, and how much of its time is left."""
    parties = sorted(deal.parties, key=lambda party: party != play.me)
    names = listed([play.viewer.name(party) for party in parties])
    told = _("{names}: {terms}", names=names, terms=deal_title(play.content, play.seen, deal.id))
    whole = max(1, deal.ends - deal.signed)
    bar = ink.bar((deal.ends - play.seen.figures["date"]) / whole, BAR)
    ends = _until(play, deal) if width >= ROOMY else _("until {day}", day=day_told(deal.ends))
    return Paper(Row(told, under=f"{bar} {ends}", browse=True), deal.id)


def _until(play: Play, deal: Deal) -> str:
    return _("until {day}, {left}", day=day_told(deal.ends), left=months_left(play.seen, deal))


def _owed(play: Play, deal: str) -> Paper:
    return Paper(Row(deal_title(play.content, play.seen, deal), browse=True), deal)


def way_row(way: Way, number: int, cost: str) -> Row:
    """Return the row of a way with a paper."""
    return Row(way.title, note=cost, lock=way.lock, number=str(number))


def way_text(way: Way) -> Content:
    """Return what a way with a paper means."""
    lines = [Content(line) for line in way.meant]
    there = _("Enter goes to your table with this pointed at; nothing is done before you take it.")
    return ink.lines([*lines, Content(""), ink.dim(there)] if not way.lock else lines)


def details(play: Play, paper: str, width: int) -> Content:
    """Return a paper in full, and under it promises, offers and what is known of the others."""
    parts: list[Content] = []
    found = next((deal for deal in play.seen.deals if deal.id == paper), None)
    if found is not None:
        parts += [*_deal(play, found, width), Content("")]
    return ink.lines([*parts, *_rest(play, width)])


def _deal(play: Play, deal: Deal, width: int) -> Iterator[Content]:
    parties = sorted(deal.parties, key=lambda party: party != play.me)
    names = listed([play.viewer.name(party) for party in parties])
    yield ink.pair(names, _("signed {day}", day=day_told(deal.signed)), width, "bold")
    for line in offer_lines(play.content, paper_of(deal), play.me):
        yield ink.bullet(line, width)
    yield ink.bullet(_until(play, deal), width, "")
    for line in deal_lines(play.index, play.seen, deal, play.me):
        yield ink.bullet(line, width, "")


def _rest(play: Play, width: int) -> list[Content]:
    """Return what is owed and promised, what offers lie open, how open the others are."""
    seen = play.seen
    owed = list(owed_lines(play.index, seen, play.me))
    parts = [ink.heading(_("Owed")), *map(Content, owed), Content("")] if owed else []
    parts.append(ink.heading(_("Promises")))
    promised = (promise_text(play.index, seen, one, play.me) for one in seen.promises)
    parts += [ink.bullet(ink.flow(one), width, "") for one in promised] or [
        ink.dim(_("None open."))
    ]
    kept = (word_kept(play.index, seen, chair, play.me) for chair in play.index.chairs)
    parts += [ink.dim(ink.bullet(line, width, "").plain) for line in kept]
    if seen.offers:
        parts += [Content(""), ink.heading(_("Open offers"))]
        parts += [line for offer in seen.offers for line in _offer(play, offer)]
    return [*parts, *_openness(play)]


def _offer(play: Play, offer: Offer) -> list[Content]:
    maker = play.viewer.name(offer.maker)
    to = listed([play.viewer.name(party) for party in offer.parties[1:]])
    head = Content.styled(_("{maker} to {to}", maker=maker, to=to), "bold")
    return [head, *(Content(f"  {line}") for line in offer_lines(play.content, offer, play.me))]


def _openness(play: Play) -> list[Content]:
    """Return how far the viewer can read each other side's arithmetic, and why."""
    others = [chair for chair in play.index.chairs if chair != play.me]
    told = [openness_told(play.content, play.seen, play.me, other) for other in others]
    hint = _(SOUND_OUT)
    lines = [text.removesuffix(hint).rstrip() for text in told]
    more = [hint] if any(text.endswith(hint) for text in told) else []
    return [Content(""), ink.heading(_("What you know of them")), *map(Content, (*lines, *more))]
