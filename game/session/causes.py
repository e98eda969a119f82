"""Why a run ended: from what its ending asks about back to what moved that most, by the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from game.content.lines import UNINHABITABLE
from game.narration.figures import amount_text, figure_title, value_text
from game.narration.words import rungs_told, say
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.decisions import Change
from game.rules.endings import ending_of, is_dismissal
from game.rules.index import Index, index_of
from game.rules.messages import Message
from game.session import Session
from game.text.language import _, pgettext
from game.text.lists import comma_listed

MOST_FIGURES, MOST_REASONS = 3, 4
LATEST = 6  # happenings that are told, the last of them
WORN = ("integrity_usos", "integrity_ros")
SIGNS = ("deal.signs", "deal.ends", "deal.broken", "vote.falls_told")
LEFT = ("ladder.climbs", "years.recalls", "years.back_on", "hatch.gone", "hatch.shut")
HOME_EMPTY = ("crew.ordered_home",)


def causes(session: Session, chair: str) -> tuple[str, ...]:
    """Return why a run ended as it did, the chain of causes a sentence each; empty: it goes on."""
    if not session.over:
        return ()
    index = index_of(session.content, session.state.scenario)
    asked = _asked(session, index, chair)
    figures = sorted(_moved(session, index, asked), key=lambda path: -_share(session, index, path))
    told = [_figure(session, index, chair, path) for path in figures[:MOST_FIGURES]]
    return (*told, *tuple(_happenings(session, index, asked))[-LATEST:])


def _asked(session: Session, index: Index, chair: str) -> frozenset[str]:
    """Return what the ending hangs on: names that its condition reads, or the mandate.

    One that hangs on nothing tells of what was left: how both halves wore, and the tension.
    """
    ending = ending_of(index, session.state)
    if ending is None or is_dismissal(ending):
        return frozenset({f"{chair}.mandate"})
    left = {*WORN, "tension"} if index.scenario.station else {"tension", f"{chair}.mandate"}
    names = set(ending.when.reads()) or left
    figures = session.state.figures
    if "aboard" in names and not figures["aboard"]:
        names |= {path for path in WORN if figures[path] <= UNINHABITABLE}
        names |= {"supplies"} if figures["supplies"] <= 0 else set()
    return frozenset(names)


def _moved(session: Session, index: Index, asked: frozenset[str]) -> Iterator[str]:
    """Yield the figures asked about that have moved over the run, with their reasons kept."""
    start = session.pages[0].opening
    for path in sorted(asked):
        if path in index.bounds and start.get(path) != session.state.figures[path]:
            yield path


def _share(session: Session, index: Index, path: str) -> float:
    """Return by how much of its range a figure has moved over the run."""
    low, high = index.bounds[path]
    return abs(session.state.figures[path] - session.pages[0].opening[path]) / (high - low)


def _figure(session: Session, index: Index, chair: str, path: str) -> str:
    """Return from where to where a figure went, and what moved it most that way."""
    content, names = session.content, rungs_told(index.content, index.scenario)
    start, end = session.pages[0].opening[path], session.state.figures[path]
    sums, turns = reasons_of(session, path)
    way = 1 if end > start else -1
    most = sorted((r for r in sums if sums[r] * way > 0), key=lambda r: -abs(sums[r]))
    told = comma_listed(
        [
            f"{say(content, reason).rstrip('.')} {amount_text(content, path, sums[reason])}"
            f"{_once(session, turns[reason])}"
            for reason in most[:MOST_REASONS]
        ]
    )
    title = figure_title(content, path, chair)
    began, ended = (value_text(content, path, value, names) for value in (start, end))
    if not told:
        return _("{figure} went from {start} to {end}.", figure=title, start=began, end=ended)
    return _(
        "{figure} went from {start} to {end}: {reasons}.",
        figure=title,
        start=began,
        end=ended,
        reasons=told,
    )


def _once(session: Session, turns: set[int]) -> str:
    """Return when something happened that happened in one turn only."""
    return f" ({_label(session, next(iter(turns)))})" if len(turns) == 1 else ""


def reasons_of(
    session: Session, path: str
) -> tuple[Mapping[Message, int], dict[Message, set[int]]]:
    """Return what every reason has moved a figure by over the whole run, and in which turns."""
    sums: Counter[Message] = Counter()
    turns: dict[Message, set[int]] = {}
    for page in session.pages:
        for change in page.changes:
            if change.kind == "figure" and change.path == path:
                sums[change.reason] += change.amount
                turns.setdefault(change.reason, set()).add(page.turn)
    return sums, turns


def _happenings(session: Session, index: Index, asked: frozenset[str]) -> Iterator[str]:
    """Yield, with their turns, the deals, steps and calls home that the ending rests on."""
    clauses = {name.split(".")[1] for name in asked if name.startswith("deal.")}
    left = bool(asked & {"hatch", "aboard", "usos_alone", "ros_alone"})
    for page in session.pages:
        for change in page.changes:
            code = change.reason.code
            about = code in SIGNS and not clauses.isdisjoint(_clauses(change))
            if about or (left and code in (*LEFT, *HOME_EMPTY)):
                turn = _label(session, page.turn)
                what = say(session.content, change.reason)
                yield pgettext("what happened in a turn", "{turn}: {what}", turn=turn, what=what)


def _clauses(change: Change) -> set[str]:
    """Return the clauses that a message about a deal names."""
    found: set[str] = set()
    _gather(change.reason, found)
    return found


def _gather(told: Message, found: set[str]) -> None:
    for name, arg in told.args:
        if name == "clause":
            found.add(str(arg))
        for inner in arg if isinstance(arg, tuple) else (arg,):
            if isinstance(inner, Message):
                _gather(inner, found)


def _label(session: Session, turn: int) -> str:
    scenario = index_of(session.content, session.state.scenario).scenario
    return label(scenario, turn_start(scenario, turn))
