"""What a leader's persona makes of foreseen changes: points, and the words for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.records import Content, Leader
from game.rules.decisions import Branch, Change
from game.rules.index import index_of
from game.rules.leaders import leader
from game.rules.preview import Preview
from game.rules.state import State

# Worth of one unit of a figure in hundredths of a point, and the topic that weighs it.
WORLD_WORTH: Mapping[str, tuple[int, str]] = {
    "tension": (-60, "peace"),
    "altitude": (1, "people"),
    "propellant": (2, "people"),
    "leak": (-6, "people"),
    "supplies": (15, "people"),
    "cohesion": (40, "people"),
    "integrity_usos": (90, "science"),
    "integrity_ros": (90, "science"),
}
OWN_WORTH: Mapping[str, tuple[int, str]] = {
    "treasury": (8, "money"),
    "income": (150, "money"),
    "capital": (110, "power"),
    "standing": (40, "power"),
    "broken": (-500, "peace"),
    "kept": (200, "peace"),
    "peace": (120, "peace"),
    "science": (120, "science"),
    "people": (120, "people"),
    "power_legacy": (120, "power"),
    "rung": (-150, "peace"),
}
FACTION_WORTH, TRUST_WORTH, OPTION_WORTH = 60, 35, 25
AFRAID, CALM = 35, 60  # mandates between which a leader stops fearing for the office


def worth(content: Content, seen: State, chair: str, changes: Iterable[Change]) -> int:
    """Return what changes are worth to the chair's leader, in hundredths of a point."""
    holder = leader(index_of(content, seen.scenario), seen, chair)
    fear = _fear(seen.figures[f"{chair}.mandate"])
    return sum(
        _one(content, holder, chair, fear, change) for change in changes if change.kind == "figure"
    )


def _fear(mandate: int) -> int:
    """Return in per cent how much approval at home weighs, more when the office is in danger."""
    if mandate >= CALM:
        return 80
    return 300 if mandate < AFRAID else 120


def _one(content: Content, holder: Leader, chair: str, fear: int, change: Change) -> int:
    path, amount = change.path, change.amount
    if path in WORLD_WORTH:
        points, topic = WORLD_WORTH[path]
        return points * amount * holder.persona.get(topic, 100) // 100
    owner, _, rest = path.partition(".")
    if owner == "option":
        mine = content.options[rest].owner == chair
        return OPTION_WORTH * amount * holder.persona.get("power", 100) // 100 if mine else 0
    if owner == chair:
        return _own(holder, rest, amount, fear)
    if rest == f"trust.{chair}":
        return TRUST_WORTH * amount * holder.persona.get("peace", 100) // 100
    return 0


def _own(holder: Leader, rest: str, amount: int, fear: int) -> int:
    if rest.startswith("faction."):
        return FACTION_WORTH * amount * fear // 100
    if rest.startswith("trust."):
        return 0
    points, topic = OWN_WORTH.get(rest, (0, "power"))
    return points * amount * holder.persona.get(topic, 100) // 100


def expected(content: Content, seen: State, chair: str, foreseen: Preview) -> int:
    """Return a preview's worth, its branches weighed by chance, its answers taken as equal."""
    sure = sum(
        branch.chance * worth(content, seen, chair, branch.changes) for branch in foreseen.branches
    )
    return sure // 100 + _mean(content, seen, chair, foreseen.answers)


def _mean(content: Content, seen: State, chair: str, answers: tuple[Branch, ...]) -> int:
    if not answers:
        return 0
    return sum(worth(content, seen, chair, b.changes) for b in answers) // len(answers)
