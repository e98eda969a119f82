"""The table: the ladder and who stands where, what leaving would cost, deals, promises, offers."""

from __future__ import annotations

from textual.content import Content

from game.at_home import promise_text, word_kept
from game.narration import offer_lines
from game.narration.arithmetic import openness_told
from game.rules.deals import walk_away
from game.rules.ladder import top
from game.rules.rungs import RUNGS
from game.rules.state import Deal, Offer, Promise, Term
from game.tui import ink
from game.tui.play import Play

CLOSES = {
    1: "words only; trust falls",
    2: "an answer is demanded",
    3: "Article 28: twelve months; no more shared reboosts",
    4: "crews go home, none fly",
    5: "two stations behind one door",
    6: "each half alone",
}


def ladder(play: Play, width: int) -> Content:
    """Return the rungs from the top down with who stands on each, then what is at stake."""
    standing: dict[int, list[str]] = {}
    for chair in play.index.chairs:
        rung = play.seen.figures[f"{chair}.rung"]
        standing.setdefault(rung, []).append(_name(play, chair))
    parts = [_rung(n, standing.get(n, [])) for n in range(len(RUNGS) - 1, -1, -1)]
    parts += [Content(""), ink.heading("What leaving would cost")]
    for chair in play.index.chairs:
        parts += _stake(play, chair)
    return ink.lines(parts)


def _rung(number: int, names: list[str]) -> Content:
    who = f"  < {', '.join(names)}" if names else ""
    text = f"{number} {RUNGS[number]}"
    closes = CLOSES.get(number, "")
    return Content.assemble(
        (text, "bold" if names else ""), (who, "bold $text-accent"),
        (f"\n    {closes}" if closes else "", "dim"),
    )  # fmt: skip


def _stake(play: Play, chair: str) -> list[Content]:
    share = play.seen.figures[f"{chair}.reliance"]
    highest = RUNGS[top(play.index, chair)]
    gain = walk_away(play.seen, chair)
    verb = "live" if chair == play.me else "lives"
    return [
        Content.assemble((_name(play, chair), "bold"), f" {verb} to {share} % on the others"),
        ink.dim(f"  walking away is worth {gain}; the ladder ends at: {highest}"),
    ]


def deals(play: Play, width: int) -> Content:
    """Return deals in force, promises and open offers."""
    seen = play.seen
    parts = [ink.heading("Deals in force")]
    parts += [part for deal in seen.deals for part in _deal(play, deal)] or [ink.dim("None.")]
    parts += [Content(""), ink.heading("Promises")]
    parts += [_promise(play, p) for p in seen.promises] or [ink.dim("None open.")]
    parts.append(ink.dim(_kept(play)))
    parts += [Content(""), ink.heading("Open offers")]
    parts += [part for offer in seen.offers for part in _offer(play, offer)] or [ink.dim("None.")]
    return ink.lines([*parts, *_openness(play)])


def _openness(play: Play) -> list[Content]:
    """Return how far the viewer can read each other side's arithmetic, and why."""
    others = [chair for chair in play.index.chairs if chair != play.me]
    told = (openness_told(play.content, play.seen, play.me, other) for other in others)
    return [Content(""), ink.heading("How open they are to you"), *map(Content, told)]


def _deal(play: Play, deal: Deal) -> list[Content]:
    months = max(0, deal.ends - play.seen.figures["date"]) // 30
    names = " and ".join(_name(play, party) for party in deal.parties)
    head = Content.assemble((names, "bold"), f", {months} months left")
    offer = Offer(deal.id, deal.parties[0], deal.parties[1], _in_order(deal))
    return [head, *(Content(f"  {line}") for line in offer_lines(play.content, offer, play.me))]


def _in_order(deal: Deal) -> tuple[Term, ...]:
    return tuple(sorted(deal.terms, key=lambda term: (term.giver, term.clause)))


def _promise(play: Play, promise: Promise) -> Content:
    return Content(ink.flow(promise_text(play.index, play.seen, promise, play.me)))


def _kept(play: Play) -> str:
    chairs = play.index.chairs
    return "\n".join(word_kept(play.index, play.seen, chair, play.me) for chair in chairs)


def _offer(play: Play, offer: Offer) -> list[Content]:
    head = Content.styled(f"{_name(play, offer.maker)} to {_name(play, offer.to)}", "bold")
    return [head, *(Content(f"  {line}") for line in offer_lines(play.content, offer, play.me))]


def _name(play: Play, chair: str) -> str:
    return "You" if chair == play.me else play.content.partners[chair].name
