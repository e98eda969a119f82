"""A deal sold at home: how each faction weighs it, what the sum decides, what would turn it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from game.content.records import Clause, Faction
from game.record import Record
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import message
from game.rules.state import Offer, State
from game.rules.table.deals import entitled, verdict
from game.rules.table.knowledge import spread_now

SURE = 100
OFFICE_SHARE, OFFICE_MOST = 2, 5  # bottom-line points a point at home takes, and points at most
RESTING, LOYALTY, LOYAL_MOST = 42, 8, 3  # approval that counts for nothing, for a point, points
FATIGUE_MOST = 2
COOL, HEAT = 52, 12  # tension from which deals across the hatch are begrudged, points a point
CONTENT = 6  # points that a faction has for or against a deal at most
MOST_OF_ONE = message("vote.most", most=CONTENT)
WEEKS_A_MONTH = 4  # a point from a faction that likes money costs a week's appropriation
POINTS_A_CAPITAL = 3  # what a point of capital moves a faction that money doesn't
PRESSED = 1  # approval that pressing on costs besides a point for each point against
LEAST_CHANCE = 5  # per cent: nobody is sure of another's home
ASKED = message("vote.asked")

LOYAL = message("vote.loyalty")
RUNNING = message("vote.running")
HEATED = message("vote.mood")


class Stance(Record):
    """What a faction makes of a deal: its figure, its weight, and lines that sum to its points."""

    path: str
    weight: int
    lines: tuple[Line, ...]

    @property
    def points(self) -> int:
        """What the lines sum to; below zero it is against."""
        return sum(line.amount for line in self.lines)

    @property
    def spread(self) -> int:
        """How far off the sum may be."""
        return sum(line.spread for line in self.lines)


Vote = tuple[str, int, int, int]
"""A faction's figure, its weight, its points on a deal and how far off they may be."""


class Payment(Record):
    """What wins a faction over so far that the sum turns: points, million USD, capital."""

    path: str
    points: int
    money: int
    capital: int


def stances(
    index: Index, state: State, offer: Offer, who: str, viewer: str = ""
) -> tuple[Stance, ...]:
    """Return how a party's factions weigh a deal.

    With a viewer what that partner doesn't know is spread; else all is taken as it stands.
    """
    office = _asked(verdict(index, state, offer, who))
    fatigue, heat = _fatigue(index, state, offer, who), _heat(index, state, offer)
    factions = index.content.factions
    return tuple(
        _stance(index, state, offer, (path, weight), factions[id_], (office, fatigue, heat), viewer)
        for path, weight, id_ in index.factions[who]
    )


def _stance(
    index: Index,
    state: State,
    offer: Offer,
    seat: tuple[str, int],
    faction: Faction,
    common: tuple[int, int, int],
    viewer: str,
) -> Stance:
    """Return one faction's stance; `common` is what weighs on all: office, fatigue, heat."""
    path, weight = seat
    office, fatigue, heat = common
    defiance = max(0, faction.likes.get("defiance", 0))
    held = state.knowledge.get(viewer, {}).get(path) if viewer else None
    spread = -(-spread_now(path, held, state.turn) // LOYALTY) if held else 0
    rest = (
        Line(ASKED, office),
        Line(LOYAL, _loyalty(state.figures[path]), spread),
        Line(RUNNING, -fatigue * defiance),
        Line(HEATED, -heat * defiance),
    )
    found = (*_terms(index, offer, faction), *(x for x in rest if x.amount or x.spread))
    return Stance(path, weight, (*found, *_once(sum(line.amount for line in found))))


def votes(
    index: Index, state: State, offer: Offer, who: str, viewer: str = "", sum_: int | None = None
) -> tuple[Vote, ...]:
    """Return what the lines of `stances` sum to, a vote for each faction.

    `sum_` is what the party's own arithmetic comes to, where that is known already.
    """
    office = _asked(verdict(index, state, offer, who) if sum_ is None else sum_)
    strain = _fatigue(index, state, offer, who) + _heat(index, state, offer)
    columns = zip(*_likings(index, [term.clause for term in offer.terms], who), strict=True)
    known = state.knowledge.get(viewer, {}) if viewer else {}
    found = []
    for (path, weight, _), (defiance, *likes) in zip(index.factions[who], columns, strict=True):
        points = office + _loyalty(state.figures[path]) - strain * defiance + sum(likes)
        spread = -(-spread_now(path, known[path], state.turn) // LOYALTY) if path in known else 0
        found.append((path, weight, max(-CONTENT, min(CONTENT, points)), spread))
    return tuple(found)


def _likings(index: Index, clauses: Iterable[str], who: str) -> list[tuple[int, ...]]:
    """Return how each faction of a party likes defiance, and what it makes of some clauses."""
    rows = [index.likings.get((clause, who)) or _liking(index, clause, who) for clause in clauses]
    return [index.likings.get(("", who)) or _proneness(index, who), *rows]


def _liking(index: Index, clause: str, who: str) -> tuple[int, ...]:
    """Work out and keep what each faction of a party makes of a clause."""
    factions, found = index.content.factions, index.content.clauses[clause]
    row = tuple([liked(found, factions[id_]) for _, _, id_ in index.factions[who]])
    index.likings[clause, who] = row
    return row


def _proneness(index: Index, who: str) -> tuple[int, ...]:
    """Work out and keep how much each faction of a party likes defiance."""
    factions = [index.content.factions[id_] for _, _, id_ in index.factions[who]]
    row = tuple([max(0, faction.likes.get("defiance", 0)) for faction in factions])
    index.likings["", who] = row
    return row


def counted(found: Iterable[Vote]) -> int:
    """Return the weighted sum of votes that decides: at zero and above the deal passes."""
    return sum([weight * points for _, weight, points, _ in found])


def likely(found: Sequence[Vote]) -> int:
    """Return in per cent how likely a home passes a deal, as far as its votes are known."""
    return _chance(counted(found), sum([weight * spread for _, weight, _, spread in found]))


def _once(points: int) -> tuple[Line, ...]:
    """Return the line that keeps an ardent faction from counting for more than one."""
    over = points - max(-CONTENT, min(CONTENT, points))
    return (Line(MOST_OF_ONE, -over),) if over else ()


def _terms(index: Index, offer: Offer, faction: Faction) -> tuple[Line, ...]:
    clauses = index.content.clauses
    return tuple(Line(entitled(term), liked(clauses[term.clause], faction)) for term in offer.terms)


def liked(clause: Clause, faction: Faction) -> int:
    """Return what a faction makes of a clause: by its likes, and what the clause says of it."""
    topics = sum(faction.likes.get(topic, 0) * amount for topic, amount in clause.mood)
    return topics + clause.home.get(faction.id, 0)


def _asked(points: int) -> int:
    """Return what the office's own bottom line is worth to those who listen to it."""
    return _bounded(points, OFFICE_SHARE, OFFICE_MOST)


def _bounded(value: int, share: int, most: int) -> int:
    """Return a share rounded towards zero, within bounds either way."""
    size = min(abs(value) // share, most)
    return size if value >= 0 else -size


def _loyalty(approval: int) -> int:
    """Return what a faction's approval of the office is worth, rounded towards zero."""
    return _bounded(approval - RESTING, LOYALTY, LOYAL_MOST)


def _fatigue(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return how many deals with the other half a party has running, two at most."""
    if not _across(index, offer.parties):
        return 0
    own = [deal.parties for deal in state.deals if who in deal.parties]
    return min(len([1 for parties in own if _across(index, parties)]), FATIGUE_MOST)


def _heat(index: Index, state: State, offer: Offer) -> int:
    """Return how much the tension weighs on a deal across the hatch."""
    heat = max(0, state.figures["tension"] - COOL) // HEAT
    return heat if heat and _across(index, offer.parties) else 0


@lru_cache(maxsize=256)
def _across(index: Index, parties: tuple[str, ...]) -> bool:
    partners = index.content.partners
    return len({partners[party].segment for party in parties}) > 1


def tally(found: tuple[Stance, ...]) -> int:
    """Return the weighted sum that decides: at zero and above the deal passes."""
    return sum(stance.weight * stance.points for stance in found)


def passes(index: Index, state: State, offer: Offer, who: str) -> bool:
    """Return whether a deal passes at a party's home by itself."""
    return counted(votes(index, state, offer, who)) >= 0


def chance(found: tuple[Stance, ...]) -> int:
    """Return in per cent how likely a home passes a deal, as far as its sum is known."""
    return _chance(tally(found), sum(stance.weight * stance.spread for stance in found))


def _chance(total: int, spread: int) -> int:
    share = SURE * (total + spread + 1) // (2 * spread + 1)
    return min(max(share, LEAST_CHANCE), SURE - LEAST_CHANCE)


def payments(index: Index, state: State, offer: Offer, who: str) -> tuple[Payment, ...]:
    """Return what would turn a home that is against, one faction each, the cheapest first.

    Only a hostile faction can be paid, and only so far as to be content.
    """
    return turning(index, state, who, votes(index, state, offer, who))


def turning(index: Index, state: State, who: str, found: Sequence[Vote]) -> tuple[Payment, ...]:
    """Return what would turn a party's votes on a deal."""
    total = counted(found)
    if total >= 0:
        return ()
    rate = rate_of(state, who)
    needed = [(path, -(total // weight), points) for path, weight, points, _ in found if points < 0]
    prices = [
        _priced(index, rate, path, points)
        for path, points, against in needed
        if against + points <= CONTENT
    ]
    each = rate * POINTS_A_CAPITAL
    return tuple(sorted(prices, key=lambda p: (p.money + each * p.capital, p.path)))


def payment_of(index: Index, state: State, path: str) -> Payment:
    """Return the side payment to a faction for the deal that waits to be ratified."""
    offer = next(o for o in state.offers if o.id == state.queue[0].subject)
    found = payments(index, state, offer, path.partition(".")[0])
    return next(payment for payment in found if payment.path == path)


def rate_of(state: State, who: str) -> int:
    """Return what a point costs in money, million USD: a week's appropriation."""
    return max(1, state.figures[f"{who}.income"] // WEEKS_A_MONTH)


def _priced(index: Index, rate: int, path: str, points: int) -> Payment:
    if paid_in_money(index, path):
        return Payment(path, points, points * rate, 0)
    return Payment(path, points, 0, -(-points // POINTS_A_CAPITAL))


def paid_in_money(index: Index, path: str) -> bool:
    """Return whether a faction takes money; the others take the office's time and standing."""
    faction = index.content.factions[path.rpartition(".")[2]]
    return faction.likes.get("money", 0) > 0


def won_by(index: Index, state: State, path: str, money: int, capital: int) -> int:
    """Return by how many points a side payment moves a faction."""
    if paid_in_money(index, path):
        return money // rate_of(state, path.partition(".")[0])
    return capital * POINTS_A_CAPITAL


def pressed(stance: Stance) -> int:
    """Return how much approval a faction that is against takes back when it is overruled."""
    if stance.points >= 0:
        return 0
    return PRESSED - stance.points
