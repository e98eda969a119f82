"""What a leader's persona makes of foreseen changes: points, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from game.content.records import Content, Scenario
from game.players.tastes import PLAIN, Taste
from game.rules.calendar import turn_start
from game.rules.decisions import Branch, Change
from game.rules.figures import weight_path
from game.rules.home.factions import asks
from game.rules.index import index_of
from game.rules.preview import Preview
from game.rules.state import State
from game.rules.table.deals import possible_terms
from game.rules.table.leaders import weight
from game.rules.table.openness import KNOWN, doubt

# (value, per cent) from comfort down to want: what is plentiful is worth little more of.
NEEDS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "altitude": ((412_000, 0), (404_000, 40), (390_000, 100)),
    "propellant": ((5_000, 5), (3_000, 40), (1_500, 120)),
    "power": ((88, 5), (78, 60), (60, 120)),
    "supplies": ((220, 5), (120, 60), (60, 150)),
    "integrity_usos": ((85, 40), (60, 100), (35, 160)),
    "integrity_ros": ((85, 40), (60, 100), (35, 160)),
    "gyroscopes": ((4, 30), (3, 60), (2, 160)),
}
THRIFT = ((4, 20), (2, 50), (1, 80), (0, 120))  # months of income over the bills, per cent
WANT = 250
EATEN = 30  # days by which stores run lower before a freighter booked now is there
SPARE_YEAR = 20  # a year promised beyond the last one that is played
SOON = 4  # turns before the promised years end in which it becomes urgent
TIRED, GLUM = 10, 20  # the higher, the less how people feel weighs
AFRAID, CALM = 35, 60  # mandates between which a leader stops fearing for the office
QUARTERS_IN_HAND = 1  # of what home asks, that a leader wants above those
UNREST = 3  # points of it that weigh as much as one of approval: much of it settles by itself

Rate = tuple[int, int, int]
"""What a unit is worth, in how many of them, and in per cent how much it is needed."""
NOTHING: Rate = (0, 1, 0)
LEGACY = 120  # hundredths of a point that a point of a world's own legacy is worth
NOT_MINDED = (0, "power")


def worth(
    content: Content, seen: State, chair: str, changes: Iterable[Change], taste: Taste = PLAIN
) -> int:
    """Return what changes are worth to the chair's leader, in hundredths of a point."""
    return weighing(content, seen, chair, taste).of(changes)


def weighing(content: Content, seen: State, chair: str, taste: Taste = PLAIN) -> Weighing:
    """Return how the chair's leader weighs changes of what is seen."""
    key = ("weighing", content, chair, taste)
    return seen.once(key, lambda: Weighing(content, seen, chair, taste))


class Weighing:
    """How a leader weighs changes of a view: what a figure's units are worth is asked once."""

    def __init__(self, content: Content, seen: State, chair: str, taste: Taste) -> None:
        """Weigh for a chair, by a taste."""
        self._content, self._seen, self._chair, self._taste = content, seen, chair, taste
        self._fear = _fear(seen.figures[f"{chair}.mandate"], foresight(content, seen, chair))
        self._rates: dict[str, Rate | None] = {}
        self._news: dict[str, int] = {}

    def of(self, changes: Iterable[Change]) -> int:
        """Return what changes are worth, in hundredths of a point."""
        total, rates = 0, self._rates
        for change in changes:
            path = change.path
            if change.kind == "figure":
                rate = rates[path] if path in rates else self._rated(path)
                if rate is None:
                    total += self._years(path, change.amount)
                else:
                    points, over, need = rate
                    total += points * change.amount // over * need // 100
            elif change.kind == "person":
                total += _of_people(self._seen, self._chair, change)
            elif change.kind == "ship":
                total += self._freight(change)
            elif change.kind == "news":
                total += self._news[path] if path in self._news else self._learnt(path)
        return total

    def _rated(self, path: str) -> Rate | None:
        """Find out and keep a figure's rate."""
        rate = self._rates[path] = self._rate(path)
        return rate

    def _rate(self, path: str) -> Rate | None:
        seen, taste = self._seen, self._taste
        if path in taste.world:
            points, topic = taste.world[path]
            return points * self._cares(topic), 100, need(path, seen.figures[path])
        own = self._content.measures.get(path)
        if own is not None:
            return own.points * self._cares(own.topic), 100, 100
        owner, _, rest = path.partition(".")
        if owner == "option":
            mine = self._content.options[rest].owner == self._chair
            return (taste.option * self._cares("power"), 100, 100) if mine else NOTHING
        if rest == "commitment":
            return None
        if owner == self._chair:
            return self._own_rate(rest)
        if rest == f"trust.{self._chair}":
            return taste.trust * self._cares("peace"), 100, 100
        return NOTHING

    def _own_rate(self, rest: str) -> Rate:
        taste = self._taste
        if rest.startswith("faction."):
            return taste.faction * self._fear, 100, 100
        if rest == "unrest":
            return -taste.faction * self._fear, 100 * UNREST, 100
        points, topic = self._worth(rest)
        thrift = _thrift(self._seen, self._chair) if rest == "treasury" else 100
        return points * self._cares(topic), 100, thrift

    def _worth(self, rest: str) -> tuple[int, str]:
        """Return what a point of an own figure is worth, and by which taste: legacies all alike."""
        if rest in self._taste.own:
            return self._taste.own[rest]
        legacies = index_of(self._content, self._seen.scenario).legacies
        found = next((one for one in legacies if one.name == rest), None)
        if found is not None:
            return LEGACY, found.topic
        own = self._content.measures.get(rest)
        return (own.points, own.topic) if own is not None else NOT_MINDED

    def _cares(self, topic: str) -> int:
        return self._seen.figures[weight_path(self._chair, topic)]

    def _years(self, path: str, amount: int) -> int:
        """Return what years promised are worth: others' half as much."""
        owner = path.partition(".")[0]
        found = years(self._content, self._seen, owner, amount, self._taste)
        return found // (1 if owner == self._chair else 2)

    def _freight(self, change: Change) -> int:
        """Return what stores on a ship that is booked are worth: the more, the sooner they end."""
        seen, ship = self._seen, change.path
        known, rate = self._content.vehicles.get(ship.rpartition("_")[0]), self._rated("supplies")
        old = ship in seen.ships or any(flight.id == ship for flight in seen.manifest)
        if known is None or rate is None or old:
            return 0
        points, over, _ = rate
        left = seen.figures["supplies"] - EATEN
        return points * known.supplies // over * need("supplies", left) // 100

    def _learnt(self, other: str) -> int:
        """Find out and keep what it is worth to learn what another cares about.

        The more doubt, the more; it is worth nothing where enough is known, or where there is
        nothing to agree on.
        """
        index, chair = index_of(self._content, self._seen.scenario), self._chair
        found = 0
        if next(possible_terms(index, self._seen, chair, other), None) is not None:
            found = self._taste.news * max(0, doubt(index, self._seen, chair, other) - KNOWN)
        self._news[other] = found
        return found


def _of_people(seen: State, chair: str, change: Change) -> int:
    """Return what it is worth how somebody aboard feels: the worse off they are, the more."""
    _, person, what = change.path.split(".")
    known = seen.crew[person]
    if what == "fatigue":
        points = -change.amount * known.fatigue // TIRED
    else:
        points = change.amount * (100 - getattr(known, what)) // GLUM
    return points * weight(seen, chair, "people") // 100


def foresight(content: Content, seen: State, chair: str) -> int:
    """Return how many points of mandate a leader keeps in hand for what home will ask."""
    asked = asks(content.scenarios[seen.scenario], chair, seen.figures["date"])
    return QUARTERS_IN_HAND * asked


def _fear(mandate: int, in_hand: int) -> int:
    """Return in per cent how much approval at home weighs, more when the office is in danger."""
    if mandate >= CALM + in_hand:
        return 80
    return 300 if mandate < AFRAID + in_hand else 120


def need(path: str, value: int) -> int:
    """Return in per cent how much a leader minds a figure of the station, the worse the more."""
    scale = NEEDS.get(path)
    if scale is None:
        return 100
    return next((percent for limit, percent in scale if value >= limit), WANT)


def years(content: Content, seen: State, partner: str, amount: int, taste: Taste) -> int:
    """Return what it is worth that a partner promises so many years more, or fewer."""
    before = seen.figures[f"{partner}.commitment"]
    after = _promised(content, seen, before + amount, taste)
    return after - _promised(content, seen, before, taste)


def _promised(content: Content, seen: State, promised: int, taste: Taste) -> int:
    """Return what a promised year is worth: those without it may not have a crew to fly."""
    scenario = content.scenarios[seen.scenario]
    last = _year(scenario, scenario.turns)
    over = min(last, _year(scenario, seen.turn + SOON))
    missing = taste.over * max(0, over - promised) + taste.year * max(0, last - promised)
    return SPARE_YEAR * max(0, promised - last) - missing


def _year(scenario: Scenario, turn: int) -> int:
    return date.fromordinal(turn_start(scenario, turn)).year


def _thrift(seen: State, chair: str) -> int:
    """Return in per cent how much money weighs: little when plenty is left over the bills."""
    spare = seen.figures[f"{chair}.treasury"] - seen.figures[f"{chair}.bills"]
    months = spare // max(1, seen.figures[f"{chair}.income"])
    return next((percent for least, percent in THRIFT if months >= least), 300)


def upkeep(content: Content, seen: State, chair: str, foreseen: Preview) -> int:
    """Return what a preview is worth to the station alone, in hundredths of a point."""
    weigh = weighing(content, seen, chair)
    return (
        sum(
            branch.chance * weigh.of([c for c in branch.changes if _kept(c)])
            for branch in foreseen.branches
        )
        // 100
    )


def _kept(change: Change) -> bool:
    return change.path in PLAIN.world and change.path != "tension"


def expected(
    content: Content, seen: State, chair: str, foreseen: Preview, taste: Taste = PLAIN
) -> int:
    """Return a preview's worth, its branches weighed by chance, its answers taken as equal."""
    weigh = weighing(content, seen, chair, taste)
    sure = sum([branch.chance * weigh.of(branch.changes) for branch in foreseen.branches])
    return sure // 100 + _mean(weigh, foreseen.answers)


def _mean(weigh: Weighing, answers: tuple[Branch, ...]) -> int:
    if not answers:
        return 0
    return sum([weigh.of(branch.changes) for branch in answers]) // len(answers)
