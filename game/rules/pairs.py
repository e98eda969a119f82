"""Who could leave whom: what never changes about a pair of partners, worked out once."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.paths import STAKES
from game.content.records import Content, OutsideOption, Work
from game.record import Record

Easing = tuple[tuple[int, int], ...]
"""Places among STAKES, and how much of each loss an option makes good, per cent."""
LOSSES = "losses"  # in `Draft.dirty`: people, ships, flights or deals have changed
THRUST_HANGS_ON = ("altitude", "hazard", "push", "option.us_reboost", "integrity_ros", "gyroscopes")
WINGS_HANG_ON = ("propellant", "power", "integrity_usos", "gyroscopes")
ZARYA_TITLE = "deal.zarya_title"
WORKS = 6  # points that all which a leaver keeps running can come to


class Pair(Record):
    """A partner and another that may leave it.

    `half` is the segment that goes with the leaver (empty for a guest), `segment` the loser's
    own. `missed` sums up what is missed of the leaver's `works`, WORKS at most. `share` is what
    the leaver pays of costs that both carry, per mille. `options` are the outside options that
    would help: progress path, and what they ease; `eased` is the same by place, for each is eased
    by itself. `hangs` are the figures that the loss hangs on, and LOSSES.
    """

    who: str
    leaver: str
    path: str
    segment: str
    half: str
    aboard: str
    works: tuple[tuple[str, int], ...]
    missed: int
    share: int
    options: tuple[tuple[str, Easing], ...]
    eased: tuple[tuple[int, tuple[tuple[str, int], ...]], ...]
    hangs: frozenset[str]


def pairs_of(
    content: Content, partners: tuple[str, ...], staked: frozenset[str] = frozenset()
) -> tuple[Pair, ...]:
    """Return every pair of partners that decide, the loser first.

    `staked` are the figures that losses hang on where a venture binds the partners.
    """
    return tuple(
        _pair(content, who, leaver, staked)
        for who in partners
        for leaver in partners
        if who != leaver
    )


def _pair(content: Content, who: str, leaver: str, staked: frozenset[str]) -> Pair:
    loser, goes = content.partners[who], content.partners[leaver]
    holds = any(v.owner == leaver and v.use == "crew" for v in content.vehicles.values())
    both_pay = loser.segment == goes.segment and loser.share > 0
    works = tuple((w.name, _missed(w, loser.segment)) for w in goes.works)
    half, options = goes.segment if holds else "", tuple(_options(content, who, leaver))
    return Pair(
        who, leaver, f"{who}.loss.{leaver}", loser.segment,
        half=half,
        aboard=f"aboard.{leaver}",
        works=tuple((name, points) for name, points in works if points),
        missed=min(WORKS, sum(points for _, points in works)),
        share=goes.share if both_pay else 0,
        options=options,
        eased=_eased(options),
        hangs=frozenset(
            (LOSSES, f"{who}.income", *_gone(half), *(path for path, _ in options), *staked)
        ),
    )  # fmt: skip


def _gone(half: str) -> tuple[str, ...]:
    """Return the figures that tell what goes with a half."""
    if not half:
        return ()
    return THRUST_HANGS_ON if half == "ros" else WINGS_HANG_ON


def _missed(work: Work, segment: str) -> int:
    return work.usos if segment == "usos" else work.ros


def _options(content: Content, who: str, leaver: str) -> Iterator[tuple[str, Easing]]:
    """Yield what helps: a partner's own options, and those of its half that stay."""
    segment = content.partners[who].segment
    for option in content.options.values():
        mine = option.owner == who
        near = content.partners[option.owner].segment == segment and option.owner != leaver
        if option.eases and (mine or near):
            yield f"option.{option.id}", _easing(option)


def _eased(
    options: tuple[tuple[str, Easing], ...],
) -> tuple[tuple[int, tuple[tuple[str, int], ...]], ...]:
    """Return by place among STAKES what eases it, in the order of the options."""
    found: dict[int, list[tuple[str, int]]] = {}
    for path, easing in options:
        for place, percent in easing:
            found.setdefault(place, []).append((path, percent))
    return tuple((place, tuple(by)) for place, by in found.items())


def _easing(option: OutsideOption) -> Easing:
    return tuple((STAKES.index(stake), percent) for stake, percent in option.eases.items())
