"""What a report tells, as plain records; every text in it stands as it is meant, unescaped."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.records import Unit
from game.text.language import _


def grade_heads(par: str) -> tuple[str, ...]:
    """Return what the columns of a table of graded legacies are called; `par` is its world's."""
    return (_("Chair"), _("Legacy"), _("Points"), par, _("Ahead"), _("Grade"))


@dataclass(frozen=True, slots=True)
class Lines:
    """What a world calls the line that legacies are graded against.

    `heading` stands over the grades, `column` over its points, `about` tells what it is, and
    `dashed` what the second line of a chart is.
    """

    heading: str
    column: str
    about: str
    dashed: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line of a chart: its name and a value for each turn, which may end before the others.

    `band` are the ends between which values lie at each of its moments, where they vary.
    """

    name: str
    values: tuple[int, ...]
    band: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures turn by turn, in one `unit`, and a sentence about them.

    `labels` name the moments: the start, then the end of each turn. `low` and `high` bound the
    scale, of which every `step` is marked; `rungs` names the ladder's, where the
    figures are rungs.
    """

    title: str
    path: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    text: str
    low: int
    high: int
    step: int
    unit: Unit = field(default_factory=Unit)
    rungs: tuple[str, ...] = ()

    def told(self, value: int) -> str:
        """Return a value as players read it."""
        return f"{value} {self.rungs[value]}" if self.rungs else self.unit.told(value)

    def tick(self, value: int) -> str:
        """Return a value as the scale names it: rungs by their number alone."""
        return self.unit.told(value)


@dataclass(frozen=True, slots=True)
class Legacy:
    """A graded legacy of a chair, against the historical line."""

    chair: str
    title: str
    points: int
    par: int
    letter: str


@dataclass(frozen=True, slots=True)
class Weighty:
    """A decision that moved much: when, whose, in words, what it moved, and history's own."""

    when: str
    chair: str
    title: str
    moved: str
    history: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in a sentence: whose, what, why; and what the story told of it at once."""

    told: str
    led: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What happened in a turn, what was decided and why, and what the record holds for it."""

    when: str
    number: int
    told: tuple[str, ...]
    decided: tuple[Decided, ...]
    record: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A run, as far as its reader may know it."""

    title: str
    facts: tuple[str, ...]
    headline: str
    ending: tuple[str, ...]
    legacies: tuple[Legacy, ...]
    line: Lines
    charts: tuple[Chart, ...]
    weighty: tuple[Weighty, ...]
    deals: tuple[str, ...]
    promises: tuple[str, ...]
    ladder: tuple[str, ...]
    turns: tuple[Turn, ...]
