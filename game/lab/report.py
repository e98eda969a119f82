"""Measures as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.lab.experiment import Experiment
from game.lab.measures import Mean, Measures, Point
from game.lab.notable import share_taken, stand_outs
from game.lab.rows import Tally
from game.text.counting import counted

SHOWN_CURVES = ("tension", "supplies", "integrity_usos", "integrity_ros")
POINTS = 7  # moments of a curve that are printed
NOTHING = "-"
CLAUSES = "Clauses: turns possible, offered, signed, of these by cards, ratified, fallen"


def report(experiment: Experiment, found: Measures) -> str:
    """Return the whole report."""
    sections = (
        _heading(experiment, found),
        _endings(found),
        _legacies(found),
        _curves(found),
        _listed("Events: games, times", _events(found)),
        _listed("Choices: open, alone, taken, share where there was another", _choices(found)),
        _listed("Choices on trial: tried, best, share, regret", _tried(found)),
        _listed("Actions: turns open, turns taken, share", _tallied(found.actions)),
        _listed(CLAUSES, _clauses(found)),
        _listed("At the table", _talks(found)),
        _stand_outs(found),
    )
    return "\n\n".join("\n".join(section) for section in sections)


def mean_text(value: Mean, digits: int = 1) -> str:
    """Return a mean with its standard error."""
    error = NOTHING if value.error is None else f"{value.error:.{digits}f}"
    return f"{value.mean:.{digits}f} ± {error}"


def share_text(value: Mean) -> str:
    """Return a share in per cent with its standard error."""
    error = NOTHING if value.error is None else f"{100 * value.error:.0f}"
    return f"{100 * value.mean:.0f} % ± {error}"


def _heading(experiment: Experiment, found: Measures) -> Iterator[str]:
    setup, seeds = experiment.setup, experiment.seeds
    seated = ", ".join(f"{chair}: {player}" for chair, player in experiment.seats.items())
    pace = ", ".join(f"{mean_text(mean)} {sort}" for sort, mean in found.pace.items())
    yield f"{counted(found.games, 'game')} of {setup.scenario}, seeds {seeds[0]} to {seeds[-1]}"
    yield f"{seated}; {setup.chair} can be dismissed; level {setup.level}, {setup.hazards} hazards"
    yield ""
    yield f"Turns                              {mean_text(found.turns)}"
    yield f"Crewed, hatches open to the end    {share_text(found.kept)}"
    yield f"Events that a game shows           {share_text(found.seen)}"
    minutes = f"{mean_text(found.minutes, 0)}, {mean_text(found.minutes_a_turn)} a turn"
    yield f"{f'Minutes of a person as {setup.chair}':<34} {minutes}"
    yield f"{'  for':<34} {pace}"


def _endings(found: Measures) -> Iterator[str]:
    yield "Endings"
    for ending, count in found.endings.items():
        yield f"  {ending or 'not over':<32} {count:6d} {count / found.games:6.1%}"


def _legacies(found: Measures) -> Iterator[str]:
    """Yield a table of chairs by legacy, with mandates and dismissals."""
    columns = [*next(iter(found.legacies.values())), "mandate", "dismissals"]
    yield f"{'At the end':<14}" + "".join(f"{name:>15}" for name in columns)
    for chair, legacies in found.legacies.items():
        means = [mean_text(mean) for mean in (*legacies.values(), found.mandates[chair])]
        cells = [*means, mean_text(found.dismissals[chair], 2)]
        yield f"  {chair:<12}" + "".join(f"{cell:>15}" for cell in cells)


def _curves(found: Measures) -> Iterator[str]:
    """Yield the curves that matter most, each over the same few moments."""
    shown = [n for n in found.curves if n in SHOWN_CURVES or ".mandate" in n or ".trust." in n]
    moments = _moments(len(found.curves[shown[0]]))
    yield "Quartiles as turns open (the last one: the end)"
    yield f"  {'turn':<22}" + "".join(f"{moment + 1:>12}" for moment in moments)
    yield f"  {'games':<22}" + "".join(f"{found.curves[shown[0]][m].games:>12}" for m in moments)
    for name in shown:
        yield f"  {name:<22}" + "".join(f"{_three(found.curves[name][m]):>12}" for m in moments)


def _moments(length: int) -> list[int]:
    """Return a few moments, spread evenly, the first and the last among them."""
    if length <= POINTS:
        return list(range(length))
    return [round(step * (length - 1) / (POINTS - 1)) for step in range(POINTS)]


def _three(point: Point) -> str:
    return f"{point.low}/{point.middle}/{point.high}"


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield title
    yield from (f"  {line}" for line in lines)


def _events(found: Measures) -> Iterator[str]:
    by_games = sorted(found.events.items(), key=lambda pair: (-pair[1].games, pair[0]))
    for event, firing in by_games:
        yield f"{event:<44} {firing.games:6d} {firing.games / found.games:5.0%} {firing.times:6d}"


def _choices(found: Measures) -> Iterator[str]:
    for key, tally in found.choices.items():
        yield f"{key:<60} {tally.open:6d} {tally.alone:6d} {tally.taken:6d} {_share(tally)}"


def _tried(found: Measures) -> Iterator[str]:
    for key, verdict in found.verdicts.items():
        share = verdict.best / verdict.tried
        counts = f"{verdict.tried:6d} {verdict.best:6d}"
        yield f"{key:<60} {counts} {share:6.1%} {verdict.regret:7.2f}"


def _tallied(tallies: Mapping[str, Tally]) -> Iterator[str]:
    for key, tally in tallies.items():
        yield f"{key:<44} {tally.open:6d} {tally.taken:6d} {_share(tally)}"


def _share(tally: Tally) -> str:
    share = share_taken(tally)
    return f"{NOTHING:>6}" if share is None else f"{share:6.1%}"


def _clauses(found: Measures) -> Iterator[str]:
    for clause, b in found.clauses.items():
        counts = (b.possible, b.offered, b.signed, b.by_card, b.ratified, b.fallen)
        yield f"{clause:<30} {' '.join(f'{count:6d}' for count in counts)}"


def _talks(found: Measures) -> Iterator[str]:
    for key, count in found.talks.items():
        yield f"{key:<30} {count:6d} {count / found.games:8.1f} a game"


def _stand_outs(found: Measures) -> Iterator[str]:
    yield "What stands out"
    for heading, names in stand_outs(found).items():
        yield from _stand_out(heading, names)


def _stand_out(heading: str, names: Sequence[str]) -> Iterator[str]:
    yield f"  {heading}: {len(names)}"
    yield from (f"    {name}" for name in names)
