"""Spacewalks: which two go, how likely they finish, and what six hours outside cost them.

The halves know their own modules (A3-18): a job needs at least one walker trained for its
segment, and both trained for the suit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from game.rules.decisions import Line
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.past import walked
from game.rules.people.crew import SPECIALIST, skill
from game.rules.people.wellbeing import move
from game.rules.state import Crew, State

JOBS = ("usos", "ros", "joint")
SUITED = 2  # skill in spacewalks from which somebody may go out
EVA_WORTH, SEGMENT_WORTH = 8, 3  # per cent that a point of skill adds to the odds
FATIGUE_SHARE = 4  # points of fatigue that take one per cent off
SPARE = 8  # per cent that outside always takes away
LIKELIEST = 95  # nothing outside is certain
OUTSIDE_FATIGUE = 8  # points that six hours in the suit cost
JOINT_MORALE = 6  # points that going out with the other side brings

Walker = tuple[int, str, bool]
"""Per cent that somebody adds to a job, who they are, and whether they know its segment."""

OUTSIDE = message("walk.outside")
ALWAYS, CERTAIN, LEAST = message("walk.always"), message("walk.certain"), message("walk.least")


def odds(index: Index, people: Iterable[Crew]) -> dict[str, int]:
    """Return in per cent how likely each kind of job is finished by the best two aboard."""
    usos, ros, joint = _ranked(index, people)
    return {
        "usos": _odds(_pair(usos)),
        "ros": _odds(_pair(ros)),
        "joint": _odds(_mixed(joint)),
    }


def _ranked(
    index: Index, people: Iterable[Crew]
) -> tuple[list[Walker], list[Walker], list[Walker]]:
    """Return who may go out, the best first: for a US, a Russian and a joint job."""
    usos: list[Walker] = []
    ros: list[Walker] = []
    joint: list[Walker] = []
    for c in people:
        if row := _rated(index, c.id, c.partner, c.fatigue // FATIGUE_SHARE, c.learnt):
            usos.append(row[0])
            ros.append(row[1])
            joint.append(row[2])
    for ranked in (usos, ros, joint):
        ranked.sort(reverse=True)
    return usos, ros, joint


@lru_cache(maxsize=4096)
def _rated(
    index: Index, person: str, partner: str, tired: int, learnt: tuple[tuple[str, int], ...]
) -> tuple[Walker, ...]:
    """Return what somebody adds to a US, a Russian and a joint job; nothing without a suit.

    In the last, the flag says whether they are of the US segment.
    """
    skills = _skills(index.content.people[person].skills, learnt)
    eva, us, rs = (skills.get(name, 0) for name in ("eva", "usos", "ros"))
    if eva < SUITED:
        return ()
    base = EVA_WORTH * eva - tired
    american = index.content.partners[partner].segment == "usos"
    return (
        (base + SEGMENT_WORTH * us, person, us >= SPECIALIST),
        (base + SEGMENT_WORTH * rs, person, rs >= SPECIALIST),
        (base + SEGMENT_WORTH * (us if american else rs), person, american),
    )


def _skills(skills: Mapping[str, int], learnt: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    gained = dict(skills)
    for name, points in learnt:
        gained[name] = gained.get(name, 0) + points
    return gained


def _pair(ranked: list[Walker]) -> tuple[Walker, ...]:
    """Return the best who knows the segment and the best of the others, or nobody."""
    for first in ranked:
        if first[2]:
            for second in ranked:
                if second[1] != first[1]:
                    return first, second
    return ()


def _mixed(ranked: list[Walker]) -> tuple[Walker, ...]:
    """Return the best of each half, or nobody."""
    for second in ranked:
        if second[2] != ranked[0][2]:
            return ranked[0], second
    return ()


def _odds(pair: tuple[Walker, ...]) -> int:
    if not pair:
        return 0
    return max(1, min(LIKELIEST, pair[0][0] + pair[1][0] - SPARE))


def count(draft: Draft, people: Iterable[Crew]) -> None:
    """Write the odds of each kind of job into the facts."""
    for job, percent in odds(draft.index, people).items():
        draft.figures[f"walk.{job}"] = percent


def walkers(index: Index, state: State, job: str) -> tuple[str, ...]:
    """Return who would go out for a job, by id; nobody when no two aboard will do."""
    people = [c for c in state.crew.values() if c.place == "aboard"]
    ranked = dict(zip(JOBS, _ranked(index, people), strict=True))[job]
    pair = _mixed(ranked) if job == "joint" else _pair(ranked)
    return tuple(walker[1] for walker in pair)


def reckoning(index: Index, state: State, job: str) -> tuple[Line, ...]:
    """Return the readable arithmetic of a job's odds, which it sums to; nothing without two."""
    pair = walkers(index, state, job)
    if not pair:
        return ()
    lines = [line for person in pair for line in _brought(index, state.crew[person], job)]
    lines.append(Line(ALWAYS, -SPARE))
    total = sum(line.amount for line in lines)
    if total > LIKELIEST:
        lines.append(Line(CERTAIN, LIKELIEST - total))
    elif total < 1:
        lines.append(Line(LEAST, 1 - total))
    return tuple(lines)


def _brought(index: Index, person: Crew, job: str) -> Iterator[Line]:
    """Yield what somebody brings to a job, and what fatigue takes."""
    own = index.content.partners[person.partner].segment
    for name, worth in (("eva", EVA_WORTH), (own if job == "joint" else job, SEGMENT_WORTH)):
        if points := skill(index.content, person, name):
            yield Line(_skilled(person.id, name, points), worth * points)
    if tired := person.fatigue // FATIGUE_SHARE:
        yield Line(message("walk.tired", person=person.id, fatigue=person.fatigue), -tired)


def _skilled(person: str, name: str, points: int) -> Message:
    return message("walk.skilled", person=person, skill=name, points=points)


def go_outside(draft: Draft, job: str) -> None:
    """Send the best two aboard outside: it tires them, and in mixed company cheers them."""
    sent = [draft.state.crew[p] for p in walkers(draft.index, draft.state, job)]
    points = {"fatigue": OUTSIDE_FATIGUE, "morale": JOINT_MORALE if job == "joint" else 0}
    move(draft, sent, points, OUTSIDE)
    for walker in sent:
        walked(draft, walker.id)
