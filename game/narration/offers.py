"""An offer's arithmetic in words: told as openly as the listener knows the other side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from game.content.paths import TOPICS
from game.content.records import Content
from game.narration.figures import figure_title, from_to_text
from game.narration.words import lock_told, say
from game.rules.decisions import Change, Line
from game.rules.figures import weight_path
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.ledger import totals
from game.rules.rungs import rungs
from game.rules.state import Offer, State, Term
from game.rules.table.deals import assess, possible_terms, standing_terms, why_no_term
from game.rules.table.openness import CLOSED, HINTED, OF_NEWS, OPEN, openness, opens
from game.rules.table.sides import others
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, listed

NAMES = (N_("closed"), N_("hinted"), N_("rough"), N_("open"))
OWN_SIDE = {
    "standing.trust": N_("Your trust in their word"),
    "standing.broken": N_("Promises they broke"),
    "standing.slighted": N_("What suited both and they turned down"),
    "gains.ahead": N_("They gain far more by it"),
    "gains.evened": N_("It evens out what they gained before"),
}
GROUNDS = {
    "standing.trust_in": N_("trust"),
    "standing.broken_by": N_("promises"),
    "standing.slighted_by": N_("offers turned down"),
    "standing.threat_of": N_("a threat to leave"),
    "standing.trust": N_("trust"),
    "standing.broken": N_("promises"),
    "standing.slighted": N_("refusals"),
    "standing.mood": N_("the mood"),
    "standing.walk_away": N_("walking away"),
    "standing.threat": N_("the threat to leave, as far as it is believed"),
    "standing.level": N_("the level, at which everybody signs more readily"),
}
IN_THE_OPEN = frozenset({
    "offer.leaving", "offer.leaving_free", "gains.ahead", "gains.evened", "want.met",
    "want.red_line",
})  # fmt: skip
"""Lines that hang on the paper and on what an office says in public."""
WAYS = {
    True: {"gives": N_("You give: {line}"), "gets": N_("You get: {line}")},
    False: {"gives": N_("They give: {line}"), "gets": N_("They get: {line}")},
}
SIGNS = {1: "+", -1: "-", 0: "?"}
MEANINGS = {1: N_("they gain"), -1: N_("it costs them"), 0: N_("it may go either way")}
STANDING = {
    1: N_("speaks for it"), -1: N_("speaks against it"), 0: N_("it may go either way")
}  # fmt: skip
SOUND_OUT = N_("A back-channel, an envoy, reading them or a better adviser on them opens more.")


def line_told(content: Content, line: Line, mine: bool, how_open: int = OPEN) -> tuple[str, str]:
    """Return a line's label and its amount, as openly as it may be told; the own side's is open.

    The label says who gives and who gets from the listener's side of the table.
    """
    said = say(content, line.label)
    if mine:
        own = OWN_SIDE.get(line.label.code)
        return _of_side(_(own) if own else said, line.way, True), f"{line.amount:+d}"
    label = _of_side(said, line.way, False)
    if line.label.code in IN_THE_OPEN:
        return label, f"{line.amount:+d}"
    if how_open == CLOSED:
        return _("Something about {what}", what=_kind(content, line)), "?"
    if how_open == HINTED:
        way = leaning(line.amount, line.spread)
        return f"{label} ({_((MEANINGS if line.way else STANDING)[way])})", SIGNS[way]
    return label, amount_told(line.amount, line.spread, how_open)


def _of_side(label: str, way: str, mine: bool) -> str:
    """Return a line's label with what its side does of it, gives or gets."""
    return _(WAYS[mine][way], line=label) if way in WAYS[mine] else label


def _kind(content: Content, line: Line) -> str:
    """Return what a line is about: a clause without its amount, or what every offer is about."""
    if line.label.code in GROUNDS:
        return _(GROUNDS[line.label.code])
    return content.clauses[str(line.label.arg("clause"))].name.lower()


def leaning(amount: int, spread: int) -> int:
    """Return whether an amount is surely above zero (1), surely below (-1), or neither (0)."""
    if amount - spread > 0:
        return 1
    return -1 if amount + spread < 0 else 0


def amount_told(amount: int, spread: int, how_open: int = OPEN) -> str:
    """Return an amount with what isn't known of it: a range, or when open the middle and how far.

    Its ends are `amount - spread` and `amount + spread`.
    """
    if not spread:
        return f"{amount:+d}"
    if how_open == OPEN:
        return f"{amount:+d} ±{spread}"
    return _("{low:+d} to {high:+d}", low=amount - spread, high=amount + spread)


def sum_told(
    lines: Sequence[Line], mine: bool, how_open: int = OPEN, theirs: bool = False
) -> tuple[str, str]:
    """Return what follows from an arithmetic and its sum, which isn't told where lines aren't.

    `theirs`: the other side has put this on the table itself.
    """
    total, spread = sum(line.amount for line in lines), sum(line.spread for line in lines)
    if mine:
        mind = _("worth signing") if total >= 0 else _("under your bottom line")
        return mind, f"{total:+d}"
    told = _("this is their own offer") if theirs else _answer(total, spread, how_open)
    return told, amount_told(total, spread, how_open) if how_open > HINTED else ""


def proposed_by(seen: State, offer: Offer, other: str) -> bool:
    """Return whether an offer lies on the table just as another side has put it there."""
    answering = (s for s in seen.queue if s.subject == offer.id and KINDS[s.kind].answers)
    made = other == offer.maker or not offer.third
    return offer in seen.offers and made and any(s.chair != other for s in answering)


def sides_named(content: Content, offer: Offer, viewer: str) -> str:
    """Return what the other side of an offer is called, or the two others of a paper of three."""
    return listed([content.partners[other].name for other in others(offer.parties, viewer)])


def order_told(content: Content, offer: Offer, viewer: str) -> str:
    """Return, of a paper of three, who signs when and that one refusal fells it."""
    if viewer == offer.third:
        first = content.partners[offer.to].name
        return _("A paper of three: {first} has signed, and with you it stands or falls.",
                 first=first)  # fmt: skip
    if viewer == offer.to:
        last = content.partners[offer.third].name
        return _("A paper of three: you sign first, {last} after you; one refusal fells it.",
                 last=last)  # fmt: skip
    first, last = (content.partners[guest].name for guest in offer.parties[1:])
    return _("A paper of three: {first} signs first, {last} after it; one refusal fells it.",
             first=first, last=last)  # fmt: skip


def verdict_told(content: Content, seen: State, viewer: str, offer: Offer) -> tuple[str, ...]:
    """Return in a line each what an offer comes to: for the viewer, and for the other sides."""
    index = index_of(content, seen.scenario)
    mine, total = sum_told(assess(index, seen, offer, viewer), True)
    own = _("You: {verdict} ({sum}).", verdict=mine, sum=total)
    across = others(offer.parties, viewer)
    return (own, *(_verdict_of(index, seen, viewer, offer, other) for other in across))


def _verdict_of(index: Index, seen: State, viewer: str, offer: Offer, other: str) -> str:
    how_open, content = openness(index, seen, viewer, other), index.content
    theirs, their_total = sum_told(
        assess(index, seen, offer, other), False, how_open, proposed_by(seen, offer, other)
    )
    name = content.partners[other].name
    summed = f"{theirs} ({their_total})" if their_total else theirs
    return _("{name}: {verdict}.", name=name, verdict=summed)


def _answer(total: int, spread: int, how_open: int) -> str:
    """Return how the other side would answer, as surely as the listener can say."""
    if total - spread < 0 <= total + spread:
        odds = _("they might sign") if total >= 0 else _("they might refuse")
        return odds if how_open > CLOSED else _("hard to tell")
    if how_open == CLOSED:
        return _("they lean towards it") if total >= 0 else _("they lean against it")
    return _("they would sign") if total >= 0 else _("they would refuse")


def openness_told(content: Content, seen: State, asker: str, other: str) -> str:
    """Return how open another's arithmetic is, why, and what would open it more."""
    index = index_of(content, seen.scenario)
    how_open = openness(index, seen, asker, other)
    name = content.partners[other].name
    lines = opens(index, seen, asker, other)
    why = comma_listed([_why(content, seen, asker, other, line) for line in lines])
    more = "" if how_open == OPEN else f" {_(SOUND_OUT)}"
    told = _("{n} of {most}", n=how_open, most=OPEN)
    told = _(
        "How open {name} is to you: {how}, {level}.",
        name=name,
        how=_(NAMES[how_open]),
        level=f"{told} ({why})" if why else told,
    )
    return f"{told}{more}"


def _why(content: Content, seen: State, asker: str, other: str, line: Line) -> str:
    told = f"{line.amount:+d} {say(content, line.label)}"
    if line.label != OF_NEWS:
        return told
    ago = seen.turn - seen.knowledge[asker][weight_path(other, TOPICS[0])].turn
    when = ngettext("{n} turn ago", "{n} turns ago", ago) if ago else _("this turn")
    return f"{told} {when}"


def works_told(content: Content, seen: State, asker: str, other: str, lines: Sequence[Line]) -> str:
    """Return how surely another would sign what is put to it, by its lines on the asker's view."""
    how_open = openness(index_of(content, seen.scenario), seen, asker, other)
    total, spread = sum(line.amount for line in lines), sum(line.spread for line in lines)
    name = content.partners[other].name
    if total - spread >= 0:
        return _("{name} would sign this", name=name)
    if how_open <= HINTED:
        return _("{name} would probably sign this", name=name)
    return _(
        "{name} would probably sign this (between {low:+d} and {high:+d})",
        name=name,
        low=total - spread,
        high=total + spread,
    )


SHOWN = 3


def price_told(content: Content, seen: State, changes: Iterable[Change], chair: str) -> str:
    """Return where what moves most goes, from and to, by shares of its range, and what is left.

    The own mandate and treasury come first; from the fourth on figures are only counted. Factions
    aren't named, for the mandate sums them up; nor what moves only between others.
    """
    index = index_of(content, seen.scenario)
    moved = {path: by for path, by in totals(changes).items() if path in index.bounds}
    bounds = {path: index.bounds[path] for path in moved if _counts(index, path, chair)}
    shares = {path: abs(moved[path]) / (high - low) for path, (low, high) in bounds.items()}
    first = (f"{chair}.mandate", f"{chair}.treasury")
    most = sorted(bounds, key=lambda path: (path not in first, -shares[path]))[:SHOWN]
    told = [_from_to(content, seen, path, moved[path], chair) for path in most]
    if not told:
        return _elsewhere(moved)
    more = len(bounds) - len(told)
    rest = [ngettext("and {n} more", "and {n} more", more)] if more else []
    return comma_listed([*told, *rest])


def _elsewhere(moved: Collection[str]) -> str:
    """Return where something moves, when none of what is named does."""
    if any(".faction." in path for path in moved):
        return _("only moods move at once")
    return _("only others' figures move at once") if moved else _("nothing moves at once")


def _counts(index: Index, path: str, chair: str) -> bool:
    """Return whether a figure is the world's, the chair's own, or somebody's trust in it."""
    owner, _dot, rest = path.partition(".")
    if rest.startswith("faction."):
        return False
    return owner not in index.partners or owner == chair or rest == f"trust.{chair}"


def _from_to(content: Content, seen: State, path: str, by: int, chair: str) -> str:
    index = index_of(content, seen.scenario)
    low, high = index.bounds[path]
    now, names = seen.figures[path], rungs(index.scenario)
    then = min(max(now + by, low), high)
    numbers = from_to_text(content, path, now, then, names)
    return f"{figure_title(content, path, chair)} {numbers}"


@dataclass(frozen=True, slots=True)
class Closed:
    """A clause that no draft between partners can hold now, by its reader's name, and why."""

    clause: str
    label: str
    reason: str


def draft_terms(index: Index, seen: State, *parties: str) -> Iterator[Term]:
    """Yield every clause that a draft lists, at the lowest amount still open."""
    blank = Offer("", parties[0], parties[1], (), third="".join(parties[2:]))
    for term in possible_terms(index, seen, *parties):
        if amounts := open_amounts(index, seen, blank, term):
            yield replace(term, amount=amounts[0])


def open_amounts(index: Index, seen: State, offer: Offer, term: Term) -> tuple[int, ...]:
    """Return the amounts that a clause can have in a draft, lowest first.

    A clause of years leaves out those that are past and those promised already.
    """
    clause = index.content.clauses[term.clause]
    low = clause.low
    if clause.unit == "year":
        low = max(low, date.fromordinal(seen.figures["date"]).year)
    amounts = (replace(term, amount=amount) for amount in range(low, clause.high + 1))
    return tuple(t.amount for t in amounts if not why_no_term(index, seen, offer, t))


def closed_clauses(
    index: Index, seen: State, parties: tuple[str, ...], viewer: str
) -> tuple[Closed, ...]:
    """Return the clauses that a draft doesn't list now, each with the reason that the rules give.

    One that both could give, and neither may for the same reason, is told once.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for term, reason in _shut_terms(index, seen, parties):
        found.setdefault((term.clause, reason), []).append(term.giver)
    return tuple(
        Closed(clause, _label(index, clause, givers, viewer), reason)
        for (clause, reason), givers in found.items()
    )


def _shut_terms(index: Index, seen: State, parties: tuple[str, ...]) -> Iterator[tuple[Term, str]]:
    """Yield what can't stand in an offer at any amount, with the reason against its least."""
    open_now = {(t.clause, t.giver, t.to) for t in draft_terms(index, seen, *parties)}
    blank = Offer("", parties[0], parties[1], (), third="".join(parties[2:]))
    for clause, lowest in standing_terms(index, parties):
        told = lock_told(index.content, why_no_term(index, seen, blank, lowest))
        reason = told.removeprefix(f"{clause.name}: ")
        if reason and (clause.id, lowest.giver, lowest.to) not in open_now:
            yield lowest, reason[0].upper() + reason[1:]


def _label(index: Index, clause: str, givers: list[str], viewer: str) -> str:
    """Return what a clause is called, with who would give it where that is only one."""
    told = index.content.clauses[clause]
    if told.mutual or len(set(givers)) > 1:
        return told.name
    if givers[0] == viewer:
        return _("You give: {line}", line=told.name)
    name = index.content.partners[givers[0]].name
    return _("{name} gives: {line}", name=name, line=told.name)
