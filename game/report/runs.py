"""The records in words: finished runs beside history, endings seen of all, the best runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.records import Content
from game.content.scoping import in_order, scoped
from game.narration.figures import figure_title
from game.narration.words.own import phrase
from game.rules.endings import END_OF_TERM, ending_called
from game.saves.finished import Finished, Finishes
from game.saves.times import shown
from game.text.language import _
from game.text.lists import comma_listed, parted


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the records: its title and its lines."""

    title: str
    lines: tuple[str, ...]


def records_told(content: Content, kept: Finishes) -> tuple[Section, ...]:
    """Return the records in words, the latest runs first; endings not seen are only counted."""
    runs = tuple(_run(content, one) for one in reversed(kept.runs))
    none = (_("No run has been finished yet. What you leave behind will stand here."),)
    best = tuple(_best(content, kept))
    sections = (
        Section(_("Finished runs"), runs or none),
        Section(_("Endings seen"), tuple(_endings(content, kept))),
        Section(_("Best against history"), best),
    )
    return tuple(one for one in sections if one.lines)


def _run(content: Content, one: Finished) -> str:
    letters = comma_listed(
        phrase(
            _here(content, one.scenario),
            "run.left",
            legacy=_legacy(_here(content, one.scenario), one.chair, left.legacy),
            letter=left.letter,
            points=left.points,
            par=left.par,
        )
        for left in one.left
    )
    told = _(
        "{chair}, {scenario}, {when}: {ending}. {letters}. Seed {seed}",
        chair=_chair(content, one.chair),
        scenario=_scenario(content, one.scenario),
        when=shown(one.on),
        ending=_ending(_here(content, one.scenario), one.ending),
        letters=letters,
        seed=one.seed,
    )
    kinds = [_("iron")] * one.iron + [_("with hindsight")] * one.hindsight
    return f"{comma_listed((told, *kinds))}."


def _endings(content: Content, kept: Finishes) -> Iterator[str]:
    """Yield how many of its endings each scenario has shown, and which."""
    for scenario in in_order(content):
        here = scoped(content, scenario)
        there = here.endings
        known = (ending_called(here, one) for one in kept.seen.get(scenario, ()))
        seen = [one.title for one in known if one is not None]
        told = _(
            "{scenario}: {n} of {m}",
            scenario=content.scenarios[scenario].name,
            n=len(seen),
            m=len(there),
        )
        yield f"{told}: {parted(seen)}." if seen else f"{told}."


def _best(content: Content, kept: Finishes) -> Iterator[str]:
    """Yield the run of each chair of each scenario that left most beyond history."""
    best: dict[tuple[str, str], Finished] = {}
    for run in kept.runs:
        key = (run.scenario, run.chair)
        if key not in best or run.ahead > best[key].ahead:
            best[key] = run
    for (scenario, chair), run in sorted(best.items()):
        yield phrase(
            _here(content, scenario),
            "run.best",
            chair=_chair(content, chair),
            scenario=_scenario(content, scenario),
            ahead=f"{run.ahead:+d}",
            letters=" ".join(left.letter for left in run.left),
            seed=run.seed,
        )


def _here(content: Content, scenario: str) -> Content:
    """Return the content of a scenario's world; of one that is no more, all there is."""
    return scoped(content, scenario)


def _legacy(content: Content, chair: str, legacy: str) -> str:
    if chair not in content.partners:
        return legacy
    return figure_title(content, f"{chair}.{legacy}", chair).rpartition(": ")[2]


def _chair(content: Content, chair: str) -> str:
    partner = content.partners.get(chair)
    return partner.name if partner else chair


def _scenario(content: Content, scenario: str) -> str:
    found = content.scenarios.get(scenario)
    return found.name if found else scenario


def _ending(content: Content, ending: str) -> str:
    if ending == END_OF_TERM:
        return phrase(content, "end.name")
    found = ending_called(content, ending)
    return found.title if found else ending
