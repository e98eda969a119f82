"""People in words: how they are, what they can do, where they are, who commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from game.content.records import Content
from game.narration.words.aboard import SKILLS
from game.rules.decisions import Change
from game.rules.people.command import commander
from game.rules.people.crew import SPECIALIST, aboard, agency, skill
from game.rules.people.wellbeing import FEELINGS, UNWELL
from game.rules.state import Crew, State
from game.text.counting import counted

TIREDNESS = ((80, "exhausted"), (60, "worn"), (45, "tired"), (25, "at work"), (0, "fresh"))
MOODS = ((80, "high"), (65, "good"), (50, "fair"), (30, "low"), (0, "very low"))
ASSIGNED = 270  # days before a launch from which its crew is listed


def fatigue_text(points: int) -> str:
    """Return fatigue as a number and a word: `62 worn`."""
    return f"{points} {next(word for least, word in TIREDNESS if points >= least)}"


def morale_text(points: int) -> str:
    """Return morale as a number and a word: `55 fair`."""
    return f"{points} {next(word for least, word in MOODS if points >= least)}"


def condition_text(person: Crew) -> str:
    """Return how somebody is: fatigue, morale, and health where it fails."""
    told = f"fatigue {fatigue_text(person.fatigue)}, morale {morale_text(person.morale)}"
    return f"{told}, UNWELL" if person.health < UNWELL else told


def skills_text(content: Content, person: Crew) -> str:
    """Return what somebody can do best: every skill from 3 on, the best first."""
    known = [(skill(content, person, name), title) for name, title in SKILLS.items()]
    best = sorted((s for s in known if s[0] >= SPECIALIST), key=lambda s: -s[0])
    return ", ".join(f"{title} {points}" for points, title in best) or "still learning"


def command_text(content: Content, state: State) -> str:
    """Return who commands the station."""
    holder = commander(state)
    if holder is None:
        return "Nobody commands: the station is empty."
    return f"In command: {content.people[holder.id].name}, {agency(content, holder)}"


def mood_text(state: State) -> str:
    """Return how the crew is as a whole."""
    figures = state.figures
    return (
        f"The crew: fatigue {fatigue_text(figures['fatigue'])} "
        f"(worst {figures['fatigue.worst']}), morale {morale_text(figures['morale'])}"
    )


def odds_text(state: State) -> str:
    """Return how likely the best two would finish each kind of spacewalk."""
    figures = state.figures
    told = ", ".join(
        f"{name} {figures[f'walk.{job}']} %" if figures[f"walk.{job}"] else f"{name} nobody"
        for job, name in (("usos", "US"), ("ros", "Russian"), ("joint", "joint"))
    )
    return f"Odds of a spacewalk: {told}"


def on_the_ground(content: Content, state: State) -> Iterator[tuple[str, str]]:
    """Yield who trains, recovers or is booked, with what and until when, the soonest first."""
    soon = [f for f in state.manifest if f.day - state.figures["date"] < ASSIGNED]
    up = {c.id for c in aboard(state)}
    booked = [
        (f.day, p, f"flies in {f.name}, {_day(f.day)}") for f in soon for p in f.crew if p not in up
    ]
    busy = [
        (c.until, c.id, f"{_doing(c)} until {_day(c.until)}")
        for c in state.crew.values()
        if c.place in ("training", "recovering")
    ]
    for _, person, told in sorted([*booked, *busy]):
        yield content.people[person].name, told


def _doing(person: Crew) -> str:
    return f"trains ({SKILLS[person.learning]})" if person.learning else "recovers"


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def person_paths(state: State) -> tuple[str, ...]:
    """Return the paths under which the ledger keeps how everybody aboard is."""
    return tuple(f"crew.{c.id}.{what}" for c in aboard(state) for what in FEELINGS)


def person_value(state: State, path: str) -> int:
    """Return how somebody is now by such a path."""
    _, person, what = path.split(".")
    return int(getattr(state.crew[person], what))


TOLD = ("crew", "ship", "deal", "leader", "thread", "ending", "news")  # kinds said beside figures


def people_moves(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return what changes do to people, such as `Fatigue -8 (7 people)`."""
    sums: dict[str, list[int]] = {}
    for change in changes:
        if change.kind == "person":
            sums.setdefault(change.path.rpartition(".")[2], []).append(change.amount)
    return tuple(_people_move(what, amounts) for what, amounts in sums.items())


def _people_move(what: str, amounts: list[int]) -> str:
    mean = sum(amounts) // len(amounts) if min(amounts) != max(amounts) else amounts[0]
    about = "" if min(amounts) == max(amounts) else "about "
    who = counted(len(amounts), "person", "people")
    return f"{what.capitalize()} {about}{mean:+d} ({who})"
