"""People tire, cheer up and fall ill; they recover on the ground and finish their training.

Figures of reality: a crew of seven (F-01), three as the least (F-02), a Soyuz stay of about 200
days (F-06), stays of 355 to 438 days (F-52), eight days from a health problem to the landing
(F-55). What they cost in points is the game's own reckoning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from game.content.records import Stay
from game.rules.calendar import DAYS_A_MONTH, turn_start
from game.rules.draft import Draft
from game.rules.messages import Message, message
from game.rules.people.crew import put_on_ground
from game.rules.people.feelings import MOST, Cause, feeling, moved, share, written
from game.rules.state import Crew

FEELINGS = ("fatigue", "morale", "health")
NORMAL_CREW = 7  # people among whom the work is shared (F-01)
LONG_STAY = 200  # days after which a stay weighs more (F-06)
TIRING, TIRING_LONG = 5, 7  # points of fatigue a month before and after that
SHORT_HANDED = 2  # missing people that cost everybody a point a month
STRANDED_STRAIN = 2  # points a month without a seat home
HUNGRY = 60  # days of supplies under which tempers and sleep suffer
USUAL_MORALE = 60
WORN = 55  # fatigue from which bodies give way
ILLNESS = 40  # points of health that a problem costs (F-55)
UNWELL = 70  # health under which a doctor on the ground is asked
HEALING = 4  # points of health that come back a month

LIFE = message("wellbeing.life")
FEW_HANDS = message("wellbeing.few_hands")
RATIONS = message("wellbeing.rations")
COMPANY = message("wellbeing.company")
NEWS = message("wellbeing.news")
TALK = message("wellbeing.talk")
SEATLESS = message("wellbeing.seatless")
CARE = message("wellbeing.care")
LONG = message("wellbeing.long_stay")
SERVICE = message("wellbeing.service")
BEYOND_TERM = message("wellbeing.beyond_term")
WEARINESS = message("wellbeing.weariness")
USED_TO_IT = message("wellbeing.habit")
GIVES_WAY = message("wellbeing.illness")
DOCTOR = message("wellbeing.doctor")


def live(draft: Draft, months: int) -> None:
    """Let a turn's months pass for everybody."""
    until = turn_start(draft.index.scenario, draft.state.turn + 1)
    crew = draft.state.crew
    people = [person for person in crew.values() if person.place == "aboard"]
    draft.because("rule:wellbeing", LIFE)
    if people:
        strain = _strain(draft.figures, len(people), months)
        moods = _moods(draft.figures, months)
        healthy = {ship.id for ship in draft.state.ships.values() if not ship.fault}
        table = written(draft)
        for person in people:
            seated = person.ship in healthy
            table[person.id] = _lived(draft, person, until, months, strain, moods, seated)
        _illness(draft, months)
    for person in [c for c in crew.values() if c.until and c.until < until]:
        put_on_ground(draft, _free_again(person))


def _strain(figures: dict[str, int], people: int, months: int) -> list[Cause]:
    """Return what tires everybody aboard alike."""
    missing = max(0, NORMAL_CREW - people)
    causes = [(-(-missing // SHORT_HANDED) * months, FEW_HANDS)]
    if figures["supplies"] < HUNGRY:
        causes.append((2 * months, RATIONS))
    return [cause for cause in causes if cause[0]]


def _moods(figures: dict[str, int], months: int) -> list[Cause]:
    """Return what moves the morale of everybody aboard alike, by a quarter's points."""
    month = figures["month"]
    quarterly = (
        ((figures["cohesion"] - 60) // 10, COMPANY),
        (-(max(0, figures["tension"] - 50) // 10), NEWS),
        (-figures["rung.highest"], TALK),
        (-3 * (figures["supplies"] < HUNGRY), RATIONS),
    )
    shares = [(share(points, month, months), reason) for points, reason in quarterly if points]
    return _together([cause for cause in shares if cause[0]])


def _together(causes: list[Cause]) -> list[Cause]:
    """Return causes that everybody shares as one whose reason spells them out."""
    if len(causes) < 2:
        return causes
    total = sum([points for points, _ in causes])
    parts = tuple([message("cause.points", cause=cause, points=points) for points, cause in causes])
    return [(total, message("cause.together", causes=parts))]


def _lived(
    draft: Draft,
    person: Crew,
    until: int,
    months: int,
    strain: list[Cause],
    moods: list[Cause],
    seated: bool,
) -> Crew:
    """Return somebody after a turn aboard."""
    days = until - person.since
    tiring = [service(days, min(months * DAYS_A_MONTH, max(0, days))), *strain]
    cheering = moods + _own_moods(person, days, draft.figures["month"], months)
    if not seated:
        tiring.append((STRANDED_STRAIN * months, SEATLESS))
        cheering.append((-2 * months, SEATLESS))
    fatigue = moved(draft, person, "fatigue", person.fatigue, tiring)
    morale = person.morale
    if cheering:
        morale = moved(draft, person, "morale", morale, cheering)
    health = person.health
    if health < MOST:
        health = moved(draft, person, "health", health, [(HEALING * months, CARE)])
    return feeling(person, fatigue, morale, health)


@lru_cache(maxsize=4096)
def service(days: int, served: int) -> Cause:
    """Return what the days of a turn take out of somebody, more of a long stay."""
    late = min(served, max(0, days - LONG_STAY))
    points = ((served - late) * TIRING + late * TIRING_LONG) // DAYS_A_MONTH
    return points, LONG if late else SERVICE


def _own_moods(person: Crew, days: int, month: int, months: int) -> list[Cause]:
    """Return what moves somebody's own morale: a stay beyond its term, weariness, habit."""
    causes = []
    if days > LONG_STAY:
        causes.append((share(-2, month, months), BEYOND_TERM))
    if person.fatigue >= WORN:
        weary = share(-(person.fatigue - WORN) // 10 - 1, month, months)
        causes.append((weary, WEARINESS))
    habit = (USUAL_MORALE - person.morale) // 4
    if habit:
        causes.append((share(habit, month, months), USED_TO_IT))
    return causes


def _illness(draft: Draft, months: int) -> None:
    """Let whoever is most worn fall ill, the likelier the more worn; nobody is named (F-55).

    Real people are only what was reported of them: they don't fall ill here.
    """
    known = draft.index.content.people
    crew = draft.state.crew.values()
    people = [c for c in crew if c.place == "aboard" and not known[c.id].real]
    if not people:
        return
    worst = max(people, key=lambda c: (c.fatigue, c.id))
    risk = (worst.fatigue - WORN) * months // 6
    if risk <= 0 or draft.below(100, "illness", "crew") >= risk:
        return
    draft.because("rule:illness", GIVES_WAY)
    health = moved(draft, worst, "health", worst.health, [(-ILLNESS, GIVES_WAY)])
    written(draft)[worst.id] = feeling(worst, worst.fatigue, worst.morale, health)
    draft.note("headline", "crew", DOCTOR)


def _free_again(person: Crew) -> Crew:
    """Return somebody whose training or recovery is over: rested, and a skill the better for it."""
    learnt = dict(person.learnt)
    if person.learning:
        learnt[person.learning] = learnt.get(person.learning, 0) + 1
    gains = tuple(sorted(learnt.items()))
    return Crew(person.id, person.partner, "ground", "", person.until, learnt=gains)


def passed(draft: Draft, up: Sequence[Crew]) -> Iterator[Stay]:
    """Mark and yield the stays of record that somebody has passed for the first time.

    `up` is who was aboard as the turn began. A stay counts to the turn's first day, or to the
    landing of whoever has landed since: no record is told before it has fallen.
    """
    today, crew = draft.figures["date"], draft.state.crew
    ends = [today if crew[c.id].place == "aboard" else crew[c.id].since for c in up]
    stays = [(c.partner, end - c.since) for c, end in zip(up, ends, strict=True)]
    longest = max([days for _, days in stays], default=0)
    for stay in draft.index.scenario.records:
        if longest <= stay.days:
            continue  # nobody at all has been up so long
        key = f"record.{stay.partner}.{stay.days}"
        if key not in draft.state.used and any(
            partner == stay.partner and days > stay.days for partner, days in stays
        ):
            draft.own("used")[key] = draft.figures["date"]
            yield stay


def move(draft: Draft, people: Iterable[Crew], points: dict[str, int], reason: Message) -> None:
    """Let some people's fatigue, morale and health move for one reason."""
    tiring, cheering, healing = [
        [(points[what], reason)] if what in points else [] for what in FEELINGS
    ]
    table = written(draft)
    for person in people:
        fatigue, morale, health = person.fatigue, person.morale, person.health
        if tiring:
            fatigue = moved(draft, person, "fatigue", fatigue, tiring)
        if cheering:
            morale = moved(draft, person, "morale", morale, cheering)
        if healing:
            health = moved(draft, person, "health", health, healing)
        table[person.id] = feeling(person, fatigue, morale, health)


def count(figures: dict[str, int], people: list[Crew]) -> None:
    """Write how those aboard are into the facts: means and the worst."""
    number = max(1, len(people))
    tired = [c.fatigue for c in people]
    figures["fatigue"] = sum(tired) // number
    figures["fatigue.worst"] = max(tired, default=0)
    figures["morale"] = sum([c.morale for c in people]) // number if people else USUAL_MORALE
    figures["crew.unwell"] = sum([c.health < UNWELL for c in people])
