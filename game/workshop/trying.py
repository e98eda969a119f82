"""One card on the desk: as a bot's game first brings it up, or in a state of one's choosing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.content.records import Content, Event
from game.content.scoping import in_order, scoped
from game.errors import UsageError
from game.rules.setup import USUAL, Setup
from game.rules.state import State
from game.session import PERSON, Session, usual_player
from game.text.language import _, ngettext
from game.text.near import no_such
from game.workshop.staging import (
    Stage,
    asked,
    check_asks,
    comes_by_itself,
    dealt,
    event_named,
    fitted,
    on_top,
    staged,
    turn_for,
    undealt,
    watched,
)

GAMES = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be tried; what is None is found: scenario and chair by the card, the state too.

    `turn` and `values` ask for a state of one's choosing, values by the names of figures, and by
    `flag.` and a flag's id.
    """

    event: str
    scenario: str | None = None
    chair: str | None = None
    turn: int | None = None
    values: Mapping[str, int] | None = None
    seed: int = 1
    level: str = "director"
    player: str = "diplomat"
    games: int = GAMES


@dataclass(frozen=True, slots=True)
class Trial:
    """A card on a desk: the event's id, the game's set-up, and the state before it was dealt.

    `told` says how it came there, in sentences.
    """

    event: str
    setup: Setup
    before: State
    told: tuple[str, ...]

    def session(self, content: Content) -> Session:
        """Return a game in which a person has the card before them; it isn't saved.

        Raises UsageError where it can't be dealt.
        """
        event = _still(content, self.event)
        before = fitted(content, self.setup, self.before)
        state = on_top(dealt(content, before, event), self.event, self.setup.chair)
        seats = {c: usual_player(self.setup.level) for c in _chairs(content, self.setup.scenario)}
        return Session(content, self.setup, {**seats, self.setup.chair: PERSON}, opening=state)


def trial(content: Content, wish: Wish) -> Trial:
    """Return what is tried. Raises UsageError for what doesn't exist, or can't be dealt."""
    event = event_named(content, wish.event)
    check_asks(event)
    scenario = scenario_for(content, event, wish.scenario)
    event = scoped(content, scenario).events[event.id]
    chair = chair_for(content, scenario, event, wish.chair)
    setup = Setup(scenario, chair, wish.seed, wish.level)
    if wish.turn is None and wish.values is None:
        found = _first(content, setup, event, wish)
        if found is not None:
            return found
    return _as_wished(content, setup, event, wish)


def _as_wished(content: Content, setup: Setup, event: Event, wish: Wish) -> Trial:
    turn = wish.turn or turn_for(content, setup.scenario, event)
    figures, flags = parted(wish.values or {})
    before = staged(content, Stage(setup, turn, figures, flags, wish.player))
    told = [_("Turn {turn} of {scenario}, seed {seed}.", turn=turn, scenario=setup.scenario,
              seed=setup.seed)]  # fmt: skip
    if wish.turn is None and wish.values is None:
        told.append(
            ngettext(
                "In {n} game of computer players it never came up.",
                "In {n} games of computer players it never came up.",
                wish.games,
            )
        )
    if not comes_by_itself(content, before, event):
        told.append(
            _(
                "By itself it wouldn't come up here: its condition, its thread or `once` is "
                "against it."
            )
        )
    return Trial(event.id, setup, before, tuple(told))


def parted(values: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the figures and the flags among values by name."""
    flags = {k.removeprefix("flag."): v for k, v in values.items() if k.startswith("flag.")}
    return {k: v for k, v in values.items() if not k.startswith("flag.")}, flags


def _first(content: Content, setup: Setup, event: Event, wish: Wish) -> Trial | None:
    """Return the first state of a bot's game that the card comes up in by itself, if one does."""
    for number in range(wish.games):
        run = replace(setup, seed=setup.seed + number)
        session = watched(content, run, wish.player)
        while not (_came(session.state, event.id) or session.over):
            session.play_one()
        if _came(session.state, event.id):
            told = _("As it first came up in a game of computer players: turn {turn}, seed {seed}.",
                     turn=session.state.turn, seed=run.seed)  # fmt: skip
            return Trial(event.id, run, undealt(content, session), (told,))
    return None


def _came(state: State, event: str) -> bool:
    return bool(asked(state, event))


def _still(content: Content, name: str) -> Event:
    """Return an event by its id. Raises UsageError where it is gone."""
    if name not in content.events:
        raise UsageError(_("There is no event {name} any more.", name=name))
    return content.events[name]


def scenario_for(content: Content, event: Event, wanted: str | None) -> str:
    """Return the scenario to try a card in: the one asked for, else the first that it fits."""
    able = [id_ for id_ in in_order(content) if _plays(content, id_, event)]
    if wanted is not None:
        if wanted not in content.scenarios:
            raise UsageError(no_such("scenario", wanted, tuple(content.scenarios)))
        able = [id_ for id_ in able if id_ == wanted]
    if not able:
        raise UsageError(
            _(
                "{event} lies on no desk of {scenario}: it lives in another world, or asks chairs "
                "that aren't there.",
                event=event.id,
                scenario=wanted or _("any scenario"),
            )
        )
    return min(able, key=lambda id_: (not _in_time(content, id_, event), id_ != USUAL))


def _plays(content: Content, scenario: str, event: Event) -> bool:
    own = scoped(content, scenario)
    chairs = own.scenarios[scenario].chairs
    asks = not event.desks or any(desk.chair in chairs for desk in event.desks)
    return event.id in own.events and asks


def _in_time(content: Content, scenario: str, event: Event) -> bool:
    """Return whether a scenario lasts over an event's date, or the beginning of its window."""
    day, chosen = event.day or event.first_day, content.scenarios[scenario]
    months = chosen.turns * chosen.turn_months
    return day is None or 0 <= day - chosen.start.toordinal() < months * 31


def _chairs(content: Content, scenario: str) -> tuple[str, ...]:
    return content.scenarios[scenario].chairs


def chair_for(content: Content, scenario: str, event: Event, wanted: str | None) -> str:
    """Return whose desk is looked at: the one asked for, else the first that has the card."""
    chairs = _chairs(content, scenario)
    held = [desk.chair for desk in event.desks if desk.chair in chairs]
    if wanted is not None and wanted not in held:
        raise UsageError(no_such("chair", wanted, held))
    return wanted or held[0]
