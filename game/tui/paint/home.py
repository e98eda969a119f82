"""A deal at home: what each faction makes of it, line by line, and what the sum comes to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from textual.content import Content

from game.narration.decisions import offer_lines
from game.narration.home import (
    backing,
    faction_name,
    fall_text,
    fate,
    office_text,
    price_of_pressing,
    restless_text,
    sum_line,
)
from game.narration.votes import results_told, sittings_told, stands_text, vote_head
from game.narration.words import say
from game.rules.decisions import find_offer
from game.rules.state import Offer
from game.rules.table.ratification import Stance, stances
from game.rules.view import visible
from game.text.language import _
from game.text.lists import parted
from game.tui import ink
from game.tui.paint.lately import mostly
from game.tui.play import Play


def factions_text(play: Play, width: int) -> Content:
    """Return the mandate, who stands behind it, and who is restless about what."""
    parts = [ink.pair(_("Mandate"), str(play.seen.figures[f"{play.me}.mandate"]), width, "bold")]
    parts += [
        ink.pair(f"  {who}", at, width) for who, at in backing(play.index, play.seen, play.me)
    ]
    told = (restless_text, office_text, fall_text)
    said = filter(None, (one(play.index, play.seen, play.me) for one in told))
    parts += [Content(f"\n{ink.flow(line)}") for line in said]
    return ink.lines([*parts, *_moods(play, width)])


def _moods(play: Play, width: int) -> Iterator[Content]:
    """Yield what moved each faction in this turn and the last, under a heading."""
    late = chain.from_iterable(page.changes for page in play.session.pages[-2:])
    changes = visible(list(late), play.me)
    heads = [Content(""), ink.heading(_("What moved them lately"))]
    for path, _weight, _topic in play.index.factions[play.me]:
        lines = mostly(play, changes, path, width - 4)
        if lines:
            yield from heads
            yield Content(f"  {faction_name(play.index, path)}")
            yield from (ink.dim(f"    {line}") for line in lines)
            heads = []


def votes_text(play: Play, width: int) -> Content:
    """Return the votes that are coming: how each stands, and what it would do."""
    parts: list[Content] = []
    for one in sittings_told(play.index, play.seen, play.me):
        told = (
            stands_text(play.index, play.seen, one.vote, play.me),
            *results_told(play.index, play.seen, one.vote, play.me),
        )
        parts += [Content(ink.flow(vote_head(play.index, play.seen, one))).stylize("bold")]
        parts += [*(ink.bullet(line, width) for line in told), Content("")]
    return ink.lines(parts or [Content(_("No vote at home is announced."))])


def ratify_text(play: Play, width: int) -> Content:
    """Return the deal that home is against, each faction's arithmetic, and what the ways cost."""
    offer = find_offer(play.seen, play.seen.queue[0].subject)
    found = stances(play.index, play.seen, offer, play.me)
    clauses = parted(offer_lines(play.content, offer, play.me))
    parts = [Content(ink.flow(clauses)), *_votes(play, found, width)]
    parts.append(Content(ink.flow(_ways(play, offer, found))))
    for stance in found:
        parts += [Content(""), *_stance(play, stance, width)]
    return ink.lines(parts)


def _votes(play: Play, found: tuple[Stance, ...], width: int) -> list[Content]:
    """Return each faction's points times its weight, and the sum that decides."""
    rows = [
        _line(
            f"{faction_name(play.index, s.path)} ({s.points:+d} x {s.weight})",
            s.points * s.weight,
            0,
            width,
        )
        for s in found
    ]
    return [*rows, ink.dim("─" * width), _line(_("Together"), *sum_line(found), width, "bold")]


def _ways(play: Play, offer: Offer, found: tuple[Stance, ...]) -> str:
    pressing = price_of_pressing(play.index, found)
    return _(
        "The sum has to reach zero: {fate}. Pressing on costs approval: {price}.",
        fate=fate(play.index, play.seen, offer, play.me),
        price=pressing,
    )


def _stance(play: Play, stance: Stance, width: int) -> list[Content]:
    name = faction_name(play.index, stance.path)
    head = _("{name}, weight {weight}", name=name, weight=stance.weight)
    lines = [
        _line(f"  {say(play.content, x.label)}", x.amount, x.spread, width) for x in stance.lines
    ]
    return [_line(head, stance.points, stance.spread, width, "bold"), *lines]


def _line(label: str, amount: int, spread: int, width: int, style: str = "") -> Content:
    told = f"{amount:+d}" + (f" ±{spread}" if spread else "")
    tone = ink.tone(amount > 0) if amount else ""
    return ink.pair(label, told, width, f"{style} {tone}".strip())
