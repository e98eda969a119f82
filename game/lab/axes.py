"""What cards turn on, read off the signs of their choices: `python -m game.lab.axes`.

A card turns on two things if one of its choices is better for the one and worse for the other than
another choice is. It is about the pair of things that sets the most of its choices against each
other. The usual pair, the other half of the station against those at home who want to be strong,
should be that of half of the cards at most; where others tie with it, it is taken to be it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from game.content.load import load_content
from game.content.records import Choice, Content, Desk, Effect, Event, Mood, Shift, Spend, When

OTHER, HOME = "the other half", "strength at home"
USUAL = (OTHER, HOME)
TOPICS: Mapping[str, str] = {
    "peace": OTHER, "power": HOME, "defiance": HOME, "people": "people", "science": "science",
    "money": "money",
}  # fmt: skip
"""By topic of a mood what it stands for."""
LAST: Mapping[str, tuple[str, int]] = {
    "tension": (OTHER, -1), "rung": (OTHER, -1), "peace": (OTHER, 1), "power_legacy": (HOME, 1),
    "congress": (HOME, 1), "security": (HOME, 1), "kremlin": (HOME, 1), "members": (HOME, 1),
    "people": ("people", 1), "corps": ("people", 1), "cohesion": ("the crew", 1),
    "science": ("science", 1), "science_community": ("science", 1), "treasury": ("money", 1),
    "income": ("money", 1), "standing": ("prestige", 1), "capital": ("capital", 1),
    "integrity_ros": ("the metal", 1), "integrity_usos": ("the metal", 1),
    "leak": ("the metal", -1), "propellant": ("the metal", 1), "altitude": ("the metal", 1),
    "supplies": ("the metal", 1),
    "power": ("the metal", 1), "hazard": ("the metal", -1), "commitment": ("years", 1),
    "unrest": (HOME, -1),
}  # fmt: skip
"""By a figure's last name what it stands for, and whether more of it is more of that."""
SHIPS = "ships to come"
THIRD: Mapping[str, str] = {"nasa": "roscosmos", "roscosmos": "nasa", "esa": "roscosmos"}
"""By chair whose trust is the usual quarrel's; that of anybody else is a thing of its own."""

Weighed = dict[str, float]
"""By thing how much more of it there is, in whatever unit each effect has."""


def axis(path: str, chair: str) -> tuple[str, int]:
    """Return what a figure stands for at a chair's desk, and its sign; "" for nothing counted."""
    names = path.split(".")
    if "option" in names:
        return SHIPS, 1
    if "trust" in names:
        among = {names[-1], names[0] if names[0] != "trust" else chair}
        usual = THIRD.get(chair, "") in among and among <= {chair, THIRD.get(chair, ""), "nasa"}
        return (OTHER if usual else "a third partner"), 1
    if len(names) == 2 and names[0] in THIRD and names[0] != chair and names[1] in LAST:
        return "", 0
    return LAST.get(names[-1], ("", 0))


def weigh(effects: Iterable[Effect], chair: str) -> Weighed:
    """Return what effects move at a chair's desk, thing by thing; unknown amounts count as one."""
    found: Weighed = {}
    for effect in effects:
        for name, amount in _moved(effect, chair):
            found[name] = found.get(name, 0) + amount
        if isinstance(effect, When):
            _add(found, weigh(effect.then, chair), 0.5)
            _add(found, weigh(effect.otherwise, chair), 0.5)
    return found


def _moved(effect: Effect, chair: str) -> Iterator[tuple[str, int]]:
    if isinstance(effect, Shift):
        name, sign = axis(effect.path, chair)
        yield name, sign * _much(effect.by)
    elif isinstance(effect, Mood):
        yield TOPICS[effect.topic], _much(effect.by)
    elif isinstance(effect, Spend):
        yield "money", -effect.sign * _much(effect.amount)


def _much(amount: object, otherwise: int = 1) -> int:
    return amount if isinstance(amount, int) else otherwise


def _add(found: Weighed, more: Weighed, times: float = 1) -> None:
    for name, amount in more.items():
        found[name] = found.get(name, 0) + amount * times


def choices(event: Event, desk: Desk) -> list[Weighed]:
    """Return what each choice of a desk moves; of a dilemma, all that it may lead to."""
    return [_chosen(event, desk, choice) for choice in desk.choices]


def _chosen(event: Event, desk: Desk, choice: Choice) -> Weighed:
    found = weigh(choice.effects, desk.chair)
    for outcome in choice.outcomes:
        _add(found, weigh(outcome.effects, desk.chair), _much(outcome.chance, 50) / 100)
    for result in event.results:
        if dict(result.answers).get(desk.chair) in (choice.id, "any"):
            _add(found, weigh(result.effects, desk.chair))
    return found


def opposed(several: list[Weighed]) -> Counter[tuple[str, str]]:
    """Return by pair of things how many pairs of choices it sets against each other."""
    found: Counter[tuple[str, str]] = Counter()
    names = sorted({name for each in several for name in each if name})
    for one, other in combinations(several, 2):
        more = {name: one.get(name, 0) - other.get(name, 0) for name in names}
        for first, second in combinations(names, 2):
            if more[first] * more[second] < 0:
                found[USUAL if {first, second} == set(USUAL) else (first, second)] += 1
    return found


def turns_on(event: Event, desk: Desk) -> tuple[str, str] | None:
    """Return the two things that a desk's choices weigh most often; None if nothing is weighed."""
    found = opposed(choices(event, desk))
    if not found:
        return None
    most = max(found.values())
    best = sorted(pair for pair, times in found.items() if times == most)
    return USUAL if USUAL in best else best[0]


def table(content: Content) -> dict[str, Counter[tuple[str, str]]]:
    """Return by chair how many desks of events that anybody decides turn on which pair."""
    found: dict[str, Counter[tuple[str, str]]] = {}
    for event in content.events.values():
        for desk in event.desks:
            pair = turns_on(event, desk)
            if pair:
                found.setdefault(desk.chair, Counter())[pair] += 1
    return found


def everybody(found: Mapping[str, Counter[tuple[str, str]]]) -> Counter[tuple[str, str]]:
    """Return what the desks of all chairs turn on, counted together."""
    return sum(found.values(), Counter())


def share(counted: Counter[tuple[str, str]]) -> float:
    """Return the share, in per cent, of desks that turn on something else than the usual."""
    return 100 * (1 - counted[USUAL] / max(1, counted.total()))


def main() -> None:
    """Print how many cards turn on something else, and on what most often, in all and by chair."""
    asked = argparse.ArgumentParser(description="What cards turn on, by the signs of choices.")
    asked.add_argument("--pairs", type=int, default=8, help="pairs of things named for each chair")
    pairs, found = asked.parse_args().pairs, table(load_content())
    for chair, counted in {"all": everybody(found), **found}.items():
        print(f"{chair}: {share(counted):.0f} % of {counted.total()} desks turn on something else")
        for (first, second), times in counted.most_common(pairs):
            print(f"  {times:4} {first} against {second}")


if __name__ == "__main__":
    main()
