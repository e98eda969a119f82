"""What a world inherits: whatever it doesn't declare itself is the base's, in content as well.

The game's own base says all of it in `content/base/world.yaml`. A base that leaves something out,
such as a small one of the tests, inherits it from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, reduce

from game.content.records import Content, Scenario, World
from game.content.records.content import STATION
from game.record import replace


def inherited(worlds: Iterable[World]) -> World:
    """Return what a world has in all: its own before what it inherits."""
    ranked = sorted(worlds, key=lambda one: (one.usual, one.id == STATION))
    return reduce(_over, ranked, World(""))


def _over(own: World, base: World) -> World:
    """Return a world with what it lacks from another."""
    return World(
        own.id or base.id,
        groups=own.groups or base.groups,
        ladder=own.ladder or base.ladder,
        legacies=own.legacies or base.legacies,
        grades=own.grades or base.grades,
        words={**base.words, **own.words},
        usual=base.usual,
    )


@lru_cache(maxsize=16)
def world_here(content: Content) -> World:
    """Return what the world has that a content is narrowed to; of all worlds, what they inherit."""
    worlds = content.own_worlds.values()
    narrowed = content.world or len(content.worlds) < 2
    known = [one for one in worlds if narrowed or one.usual]
    return inherited(known if STATION in content.own_worlds else [*known, _read()])


def _read() -> World:
    """Return the usual world for content that wasn't compiled, such as a small one of the tests."""
    from game.content.usual_world import usual_world

    return usual_world()


def laddered(
    scenarios: Mapping[str, Scenario],
    worlds: Mapping[str, World],
    lives: Mapping[str, frozenset[tuple[str, str]]],
) -> dict[str, Scenario]:
    """Return the scenarios, each with the ladder of its world; `lives` are by world what it has."""
    found = {}
    for id_, scenario in scenarios.items():
        here = lives.get(scenario.world, frozenset())
        own = [one for one in worlds.values() if one.usual or ("own_worlds", one.id) in here]
        its = any(one.ladder for one in own if not one.usual)
        found[id_] = replace(scenario, ladder=inherited(own).ladder, own_ladder=its)
    return found
