"""A state of one's choosing: a scenario played to a turn, then figures and flags as wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from game.content.records import Content, Event
from game.content.scoping import scoped
from game.errors import UsageError
from game.players import ROSTER
from game.record import replace as record_replace
from game.rules.calendar import turn_of
from game.rules.deciding import carry_out
from game.rules.draft import Draft
from game.rules.facts import refresh, refresh_all
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.phases.story import cast, eligible, fire
from game.rules.setup import Setup, check_setup, new_game
from game.rules.state import State
from game.rules.turn import PHASES, advance
from game.session import Session
from game.text.language import _
from game.text.near import did_you_mean, no_such

FLAG = "flag."
STORY = next(n for n, (name, _enter) in enumerate(PHASES) if name == "story")


@dataclass(frozen=True, slots=True)
class Stage:
    """A state to be made: `player` plays all chairs up to `turn`, then figures are set.

    `figures` holds values by the names that content knows figures by (`tension`,
    `nasa.treasury`); a bare name is that of the setup's chair. `flags` are by id.
    """

    setup: Setup
    turn: int = 1
    figures: Mapping[str, int] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)
    player: str = "diplomat"


def staged(content: Content, stage: Stage) -> State:
    """Return the state of a stage, as a turn's cards are about to be dealt; none lies there.

    Raises UsageError for what doesn't exist, a run that is over by then, and a figure that can't
    be set so.
    """
    session = watched(content, stage.setup, stage.player)
    while session.state.turn < stage.turn and not session.over:
        session.play_one()
    if session.over:
        raise UsageError(
            _(
                "By turn {turn} this run is over: it ends in turn {last}. Take an earlier turn, or "
                "another seed.",
                turn=stage.turn,
                last=session.state.turn,
            )
        )
    index = index_of(content, stage.setup.scenario)
    return _set(index, undealt(content, session), stage)


def watched(content: Content, setup: Setup, player: str) -> Session:
    """Return a game that a computer player plays in every chair.

    Raises UsageError for a setup or a player that doesn't exist.
    """
    check_setup(content, setup)
    if player not in ROSTER:
        raise UsageError(no_such("player", player, ROSTER))
    return Session(content, setup, dict.fromkeys(content.scenarios[setup.scenario].chairs, player))


def undealt(content: Content, session: Session) -> State:
    """Return the state of a game whose turn has just begun, as it was before any card was dealt."""
    setup = session.setup
    if not session.decisions:
        return _cleared(new_game(_without_cards(content, setup.scenario), setup)[0])
    draft = Draft(index_of(content, setup.scenario), session.states[-2], told=False)
    carry_out(draft, session.decisions[-1])
    refresh(draft)
    while draft.state.phase != STORY - 1:
        draft.state.phase = (draft.state.phase + 1) % len(PHASES)
        PHASES[draft.state.phase][1](draft)
    refresh(draft)
    return _cleared(draft.state)


@lru_cache(maxsize=8)
def _without_cards(content: Content, scenario: str) -> Content:
    """Return a scenario's content in which nothing can come up."""
    own = scoped(content, scenario)
    over = {id_: own.events[id_] for id_ in own.scenarios[scenario].happened}
    return record_replace(own, events=over)


def _cleared(state: State) -> State:
    """Return a state in which nobody is asked anything."""
    bare = state.copy()
    bare.queue, bare.sealed, bare.offers, bare.phase = (), (), (), STORY
    return bare


def _set(index: Index, state: State, stage: Stage) -> State:
    """Return a state with figures and flags as wanted, and what follows from them."""
    draft = Draft(index, state)
    for name, value in stage.figures.items():
        _set_figure(draft, name, stage.setup.chair, value)
    for flag, value in stage.flags.items():
        if flag not in draft.state.flags:
            guess = did_you_mean(flag, draft.state.flags)
            told = _("There is no flag {name}", name=repr(flag))
            raise UsageError(f"{told}; {guess}" if guess else f"{told}.")
        draft.own("flags")[flag] = value
    refresh_all(draft)
    return draft.state


def _set_figure(draft: Draft, name: str, chair: str, value: int) -> None:
    path = figure_path(draft.index, name, chair)
    low, high = draft.index.bounds[path]
    if not low <= value <= high:
        raise UsageError(_("{name} lies between {low} and {high}.", name=name, low=low, high=high))
    draft.shift(path, value - draft.figures[path])


def figure_path(index: Index, name: str, chair: str) -> str:
    """Return the path of a figure that may be set. Raises UsageError for any other name."""
    found = index.names.resolve(name)
    path = found.key.format(self=chair, target="") if found else ""
    if found is not None and found.store == "figures" and not found.writable:
        raise UsageError(
            _("{name} follows from other figures; set those in its place.", name=repr(name))
        )
    if found is None or path not in index.bounds:
        guess = did_you_mean(name, index.names.known())
        told = _("There is no figure {name} here", name=repr(name))
        raise UsageError(f"{told}; {guess}" if guess else f"{told}.")
    return path


def event_named(content: Content, name: str) -> Event:
    """Return the event, or dilemma, that a name means, its pack left out where that is clear.

    Raises UsageError where none does, or several do.
    """
    if name in content.events:
        return content.events[name]
    alike = [id_ for id_ in content.events if id_.rpartition(":")[2] == name]
    if len(alike) == 1:
        return content.events[alike[0]]
    if alike:
        raise UsageError(_("Several packs have it: {names}.", names=", ".join(alike)))
    guess = did_you_mean(name, content.events)
    told = _("There is no event {name}", name=repr(name))
    raise UsageError(f"{told}; {guess}" if guess else f"{told}.")


def dealt(content: Content, state: State, event: Event) -> State:
    """Return a state in which an event has just come up, its cards on the desks and no others.

    Raises UsageError where nobody is asked anything, or nobody stands for one of its roles.
    """
    index = index_of(content, state.scenario)
    check_asks(event)
    if cast(index, state, event) is None:
        raise UsageError(
            _(
                "Nobody and nothing stands for a role of {event} in this state: take another turn "
                "(`--turn`).",
                event=event.id,
            )
        )
    draft = Draft(index, state)
    fire(draft, event)
    if not draft.state.queue:
        raise UsageError(
            _(
                "{event} lies on no desk of {scenario}: it lives in another world, or asks chairs "
                "that aren't there.",
                event=event.id,
                scenario=state.scenario,
            )
        )
    return draft.state


def opened(content: Content, state: State) -> State:
    """Return a state in which the turn's own cards have been dealt, or whoever else is asked."""
    draft = Draft(index_of(content, state.scenario), state)
    draft.state.phase = STORY - 1
    advance(draft)
    return draft.state


def check_asks(event: Event) -> None:
    """Raise UsageError for an event that lies on no desk."""
    if not event.desks:
        raise UsageError(
            _("{event} is a headline: it lies on no desk, and asks nobody.", event=event.id)
        )


def comes_by_itself(content: Content, state: State, event: Event) -> bool:
    """Return whether an event's condition, thread and roles hold in a state."""
    return eligible(index_of(content, state.scenario), state, event)


def on_top(state: State, event: str, chair: str) -> State:
    """Return a state in which a chair's card of an event comes first."""
    first = [s for s in state.queue if (s.subject, s.chair) == (event, chair)]
    rest = [s for s in state.queue if s not in first]
    placed = state.copy()
    placed.queue = (*first, *rest)
    return placed


def asked(state: State, event: str) -> tuple[str, ...]:
    """Return whom an event asks in a state, in their order."""
    slots = (s for s in state.queue if KINDS[s.kind].of_a_card and s.subject == event)
    return tuple(s.chair for s in slots)


def turn_for(content: Content, scenario: str, event: Event) -> int:
    """Return the turn that an event's date or window begins in; the first where it has none."""
    day = event.day or event.first_day
    if day is None:
        return 1
    chosen = content.scenarios[scenario]
    return min(max(turn_of(chosen, day), 1), chosen.turns)


def fitted(content: Content, setup: Setup, state: State) -> State:
    """Return a state as content of a later moment can go on with it.

    What that content has and the state lacks stands as in a first turn.
    """
    fresh = new_game(_without_cards(content, setup.scenario), setup)[0]
    held = state.copy()
    held.figures = {**fresh.figures, **state.figures}
    held.flags = {**fresh.flags, **state.flags}
    held.words = {**fresh.words, **state.words}
    return held
