"""What is known about the figures of a game before it begins: bounds, secrecy, what hangs on what.

A path names a figure, such as `nasa.treasury` or `nasa.faction.congress`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import permutations

from game.content.past import between
from game.content.paths import APPROVAL, OUTAGE, PARTNER, PROGRESS, TOPICS, TRUST, WEIGHT, WORLD
from game.content.records import Content, FigureWords, Measure, Pull

RUNG = "rung"
STAKED = frozenset(
    {
        "altitude",
        "gyroscopes",
        "hazard",
        "integrity_ros",
        "integrity_usos",
        "power",
        "power_share",
        "propellant",
    }
)

Home = tuple[str, str, str]
"""The word that names a home's restless faction, a faction's id, and its home's unrest."""

Limits = tuple[int, int, tuple[str, ...], str, Home | None]
"""A figure's lowest and highest value, who alone may see it (empty: everybody), what its move marks
(`follows`), and, for a faction's approval, its home.
"""

Mandate = tuple[str, int, tuple[tuple[str, int], ...]]
"""A mandate's path, the sum of its factions' weights, and each faction's path and weight."""


def bounds_of(content: Content, partners: tuple[str, ...], top: int) -> dict[str, tuple[int, int]]:
    """Return the lowest and highest value of every figure that moves; `top` is the last rung."""
    table = {name: (figure.low, figure.high) for name, figure in WORLD.items()}
    table |= {f"option.{name}": (PROGRESS.low, PROGRESS.high) for name in content.options}
    table |= {f"pad.{name}": (OUTAGE.low, OUTAGE.high) for name in content.pads}
    for partner in partners:
        table |= {f"{partner}.{name}": (f.low, f.high) for name, f in PARTNER.items()}
        table[f"{partner}.{RUNG}"] = (0, top)
        table |= {
            f"{partner}.trust.{other}": (TRUST.low, TRUST.high)
            for other in partners
            if other != partner
        }
        table |= {
            f"{partner}.faction.{faction.id}": (APPROVAL.low, APPROVAL.high)
            for faction in content.factions.values()
            if faction.partner == partner
        }
        table |= {weight_path(partner, topic): (WEIGHT.low, WEIGHT.high) for topic in TOPICS}
    return table | dict(_measures(content, partners))


def _measures(content: Content, partners: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the bounds of the figures that a world has of its own."""
    for one in content.measures.values():
        for path in paths_of(one, partners):
            yield path, (one.low, one.high)


def paths_of(measure: Measure, partners: tuple[str, ...]) -> tuple[str, ...]:
    """Return where a figure of a world's own stands: once, or once for each who decides."""
    if measure.pattern == measure.id:
        return (measure.id,)
    return tuple(f"{partner}.{measure.id}" for partner in partners)


@cache
def restless_word(partner: str) -> str:
    """Return the word of a state that names a home's restless faction."""
    return f"{partner}.restless"


@cache
def about_word(partner: str) -> str:
    """Return the word of a state that names what a home's restless faction is restless about."""
    return f"{partner}.about"


@cache
def unrest_path(partner: str) -> str:
    """Return the figure that holds how much approval the restless faction withdraws."""
    return f"{partner}.unrest"


def homes_of(factions: Mapping[str, tuple[tuple[str, int, str], ...]]) -> dict[str, Home]:
    """Return, by the path of its approval, where it stands that a faction is restless."""
    return {
        path: (restless_word(partner), name, unrest_path(partner))
        for partner, found in factions.items()
        for path, _, name in found
    }


@cache
def weight_path(partner: str, topic: str) -> str:
    """Return the path of how much a partner's leader cares about a topic."""
    return f"{partner}.weight.{topic}"


def seen_by(path: str) -> tuple[str, ...]:
    """Return who alone may see a figure (empty: everybody)."""
    owner, _, rest = path.partition(".")
    figure = PARTNER.get(rest)
    private = rest.startswith(("faction.", "weight.")) or (figure is not None and figure.private)
    return (owner,) if private else ()


def follows(path: str) -> str:
    """Return what a figure's move marks: a partner's mandate, RUNG, itself, or nothing."""
    if ".faction." in path:
        return path.partition(".")[0]
    if path.endswith(".rung"):
        return RUNG
    staked = path in STAKED or path.startswith("option.") or path.endswith(".income")
    return path if staked else ""


def limits_of(
    bounds: Mapping[str, tuple[int, int]], homes: Mapping[str, Home], staked: Collection[str] = ()
) -> dict[str, Limits]:
    """Return all that a figure's move has to ask about it, in one place.

    `staked` are the figures that losses hang on besides those that they always hang on.
    """
    return {
        path: (low, high, seen_by(path), follows(path) or path * (path in staked), homes.get(path))
        for path, (low, high) in bounds.items()
    }


def factions_of(content: Content, partner: str) -> tuple[tuple[str, int, str], ...]:
    """Return (path, weight, id) of a partner's factions."""
    return tuple(
        (f"{partner}.faction.{faction.id}", faction.weight, faction.id)
        for faction in content.factions.values()
        if faction.partner == partner
    )


def mandates_of(factions: dict[str, tuple[tuple[str, int, str], ...]]) -> dict[str, Mandate]:
    """Return, by partner, how its mandate is weighed from its factions, if it has any."""
    return {
        partner: (
            f"{partner}.mandate",
            sum(weight for _, weight, _ in found),
            tuple((path, weight) for path, weight, _ in found),
        )
        for partner, found in factions.items()
        if found
    }


def likes_of(content: Content) -> dict[tuple[str, str], tuple[tuple[str, int], ...]]:
    """Return, by partner and topic, the paths of the factions that care and how much."""
    found: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}
    for faction in content.factions.values():
        path = f"{faction.partner}.faction.{faction.id}"
        for topic, like in faction.likes.items():
            if like:
                key = (faction.partner, topic)
                found[key] = (*found.get(key, ()), (path, like))
    return found


def no_deals(content: Content) -> dict[str, int]:
    """Return the facts about deals as they are when none runs: of any, of each, of two."""
    figures = {f"deal.{clause}": 0 for clause in content.clauses}
    return figures | dict.fromkeys(deals_of(content).values(), 0)


def deals_of(content: Content) -> dict[tuple[str, ...], str]:
    """Return the fact that a clause runs by it and a partner, or by it and two who decide."""
    deciding = [partner.id for partner in content.partners.values() if partner.decides]
    found: dict[tuple[str, ...], str] = {}
    for clause in content.clauses:
        found |= {(clause, who): f"deal.{clause}.{who}" for who in content.partners}
        for one, other in permutations(deciding, 2):
            found[clause, one, other] = f"deal.{clause}.{'.'.join(between(one, other))}"
    return found


def pulls_of(figures: Iterable[FigureWords]) -> dict[str, tuple[Pull, ...]]:
    """Return by path what pulls at figures; a world's own pulls go before the usual ones."""
    told = sorted((one for one in figures if one.settles), key=lambda one: not one.usual)
    return {one.path: one.settles for one in told}
