"""How a run ends: which headline, which slides, which grades, and what each turn leaves behind."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records import Content, Ending, Slide
from game.rules import separation
from game.rules.draft import Draft
from game.rules.index import Index, index_of
from game.rules.messages import message, text
from game.rules.state import State

DISMISSED = "dismissed"
NO_SCOPE: dict[str, int] = {}
END_OF_TERM = "end_of_term"
MIDDLE = 50
FADING = 20  # the part of a legacy beyond the middle that a turn forgets
WORN_OUT, DOWNCAST = 55, 40  # mean fatigue that stops science, mean morale that is remembered

REMEMBERED = message("legacy.turn")
FORGOTTEN = message("legacy.fades")


@dataclass(frozen=True, slots=True)
class Grade:
    """A legacy at the end: its points, the historical line beside it, and the letter."""

    legacy: str
    points: int
    par: int
    letter: str


def check(draft: Draft) -> None:
    """End the run if an ending's condition holds; the highest priority wins."""
    if draft.state.ending:
        return
    last = draft.state.turn >= draft.index.scenario.turns
    if draft.state.words["hatch"] == "gone" and draft.state.words["zarya"] == "shared":
        separation.resolve(draft)
    elif last:
        separation.foresee(draft)
    held = [
        ending
        for ending, when in draft.index.endings
        if (last or not ending.last) and not is_dismissal(ending) and when(draft.state, NO_SCOPE)
    ]
    if held:
        conclude(draft, max(held, key=lambda e: (e.priority, e.id)).id)
    elif last:
        conclude(draft, END_OF_TERM)


def conclude(draft: Draft, ending_id: str) -> None:
    """End the run, unless it has ended already, and tell the chronicle how."""
    if draft.state.ending:
        return
    draft.state.ending = ending_id
    ending = ending_of(draft.index, draft.state)
    if ending is not None:
        draft.because(f"ending:{ending.id}", text(ending.title))
        draft.note("ending", ending.id, draft.tell(ending.headline))


def slides(content: Content, state: State) -> tuple[Slide, ...]:
    """Return the epilogue slides that fit how the run went, in order."""
    chair = state.words["chair"]
    told = index_of(content, state.scenario).content.slides.values()
    held = [s for s in told if s.when.bind(chair)(state, {})]
    return tuple(sorted(held, key=lambda s: (s.order, s.id)))


def grades(content: Content, state: State, chair: str) -> tuple[Grade, ...]:
    """Return the legacies of a chair against the scenario's line for them."""
    index = index_of(content, state.scenario)
    par = index.scenario.par.get(chair, {})
    return tuple(
        _grade(index, one.name, state.figures[f"{chair}.{one.name}"], par.get(one.name, MIDDLE))
        for one in index.legacies
    )


def _grade(index: Index, legacy: str, points: int, par: int) -> Grade:
    ahead, worst = points - par, index.grades[-1][0]
    letter = next((letter for letter, least in index.grades if ahead >= least), worst)
    return Grade(legacy, points, par, letter)


def remember(draft: Draft, chair: str) -> None:
    """Let a turn leave its mark on a chair's legacies."""
    draft.because("rule:legacy", REMEMBERED)
    marks = _marks(draft, chair) if draft.index.own_marks else _usual_marks(draft, chair)
    for legacy, points in marks:
        if points:
            draft.shift(f"{chair}.{legacy}", points)


def _marks(draft: Draft, chair: str) -> list[tuple[str, int]]:
    """Return what a turn adds to legacies as their world says."""
    return [
        (one.name, one.turn if isinstance(one.turn, int) else one.turn.bind(chair)(draft.state, {}))
        for one in draft.index.legacies
        if one.turn is not None
    ]


def _usual_marks(draft: Draft, chair: str) -> list[tuple[str, int]]:
    figures = draft.figures
    marks = [("peace", _peace(figures)), ("power_legacy", _power(figures, chair))]
    if draft.index.scenario.station:
        marks[1:1] = [("science", _science(figures)), ("people", _people(figures))]
    return marks


def fade(draft: Draft, chair: str) -> None:
    """Let what was long ago count less: legacies sink back towards the middle."""
    draft.because("rule:fade", FORGOTTEN)
    for legacy in draft.index.legacies:
        path = f"{chair}.{legacy.name}"
        gap = draft.figures[path] - MIDDLE
        lost = gap // FADING if gap > 0 else -(-gap // FADING)
        if lost:
            draft.shift(path, -lost)


def _peace(figures: dict[str, int]) -> int:
    calm = (figures["tension"] < 45) - (figures["tension"] > 75)
    return calm - (figures["rung.highest"] >= 3)


def _science(figures: dict[str, int]) -> int:
    able = figures["cohesion"] >= 60 and figures["fatigue"] <= WORN_OUT
    working = figures["aboard"] >= 7 and able and figures["month"] % 2 == 0
    return working - (figures["aboard"] <= 2)


def _people(figures: dict[str, int]) -> int:
    safe = figures["stranded"] == 0 and figures["cohesion"] >= 65 and figures["month"] % 2 == 0
    return safe - (figures["stranded"] > 0) - (figures["morale"] < DOWNCAST)


def _power(figures: dict[str, int], chair: str) -> int:
    strong = figures[f"{chair}.mandate"] >= 60 and figures["month"] % 2 == 0
    return strong - (figures[f"{chair}.mandate"] < 35)


def ending_of(index: Index, state: State) -> Ending | None:
    """Return the content of the ending reached, if the content knows it."""
    return ending_called(index.content, state.ending)


def ending_called(content: Content, name: str) -> Ending | None:
    """Return an ending; one that the rules call by name may be a pack's own, `moon:dismissed`."""
    known = content.endings.get(name)
    own = (one for one in content.endings.values() if _bare(one) == name)
    return known or next(own, None)


def is_dismissal(ending: Ending) -> bool:
    """Return whether an ending is the one that the rules call when an office falls."""
    return _bare(ending) == DISMISSED


def _bare(ending: Ending) -> str:
    return ending.id.rpartition(":")[2]
