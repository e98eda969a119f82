"""What a leader's persona makes of foreseen changes: points, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from game.content.records import Content, Scenario
from game.players.tastes import PLAIN, Taste
from game.rules.calendar import turn_start
from game.rules.decisions import Branch, Change
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
SPARE_YEAR = 20  # a year promised beyond the last one that is played
SOON = 4  # turns before the promised years end in which it becomes urgent
TIRED, GLUM = 10, 20  # the higher, the less how people feel weighs
AFRAID, CALM = 35, 60  # mandates between which a leader stops fearing for the office
QUARTERS_IN_HAND = 1  # of what home asks, that a leader wants above those
UNREST = 3  # points of it that weigh as much as one of approval: much of it settles by itself


def worth(
    content: Content, seen: State, chair: str, changes: Iterable[Change], taste: Taste = PLAIN
) -> int:
    """Return what changes are worth to the chair's leader, in hundredths of a point."""
    fear = _fear(seen.figures[f"{chair}.mandate"], foresight(content, seen, chair))
    return sum(
        _one(content, seen, chair, taste, fear, change)
        if change.kind == "figure"
        else _of_people(seen, chair, change)
        if change.kind == "person"
        else _news(content, seen, chair, taste, change)
        for change in changes
    )


def _news(content: Content, seen: State, chair: str, taste: Taste, change: Change) -> int:
    """Return what it is worth to learn what another cares about: the more doubt, the more.

    It is worth nothing where enough is known, or where there is nothing to agree on.
    """
    if change.kind != "news":
        return 0
    index, other = index_of(content, seen.scenario), change.path
    if next(possible_terms(index, seen, chair, other), None) is None:
        return 0
    return taste.news * max(0, doubt(index, seen, chair, other) - KNOWN)


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


def _one(
    content: Content,
    seen: State,
    chair: str,
    taste: Taste,
    fear: int,
    change: Change,
) -> int:
    path, amount = change.path, change.amount
    if path in taste.world:
        points, topic = taste.world[path]
        weighed = points * amount * weight(seen, chair, topic) // 100
        return weighed * need(path, seen.figures[path]) // 100
    owner, _, rest = path.partition(".")
    if owner == "option":
        mine = content.options[rest].owner == chair
        return taste.option * amount * weight(seen, chair, "power") // 100 if mine else 0
    if rest == "commitment":
        return years(content, seen, owner, amount, taste) // (1 if owner == chair else 2)
    if owner == chair:
        return _own(seen, chair, rest, amount, taste, fear)
    if rest == f"trust.{chair}":
        return taste.trust * amount * weight(seen, chair, "peace") // 100
    return 0


def _own(seen: State, chair: str, rest: str, amount: int, taste: Taste, fear: int) -> int:
    if rest.startswith("faction."):
        return taste.faction * amount * fear // 100
    if rest == "unrest":
        return -taste.faction * amount * fear // (100 * UNREST)
    points, topic = taste.own.get(rest, (0, "power"))
    weighed = points * amount * weight(seen, chair, topic) // 100
    return weighed * _thrift(seen, chair) // 100 if rest == "treasury" else weighed


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
    return (
        sum(
            branch.chance * worth(content, seen, chair, (c for c in branch.changes if _kept(c)))
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
    sure = sum(
        branch.chance * worth(content, seen, chair, branch.changes, taste)
        for branch in foreseen.branches
    )
    return sure // 100 + _mean(content, seen, chair, foreseen.answers, taste)


def _mean(
    content: Content, seen: State, chair: str, answers: tuple[Branch, ...], taste: Taste
) -> int:
    if not answers:
        return 0
    return sum(worth(content, seen, chair, b.changes, taste) for b in answers) // len(answers)
