"""Who sits where: people, computer players of the roster by name, and players of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.content.records import Content
from game.errors import SaveError, UsageError
from game.players import ROSTER, Player
from game.rules.setup import Setup, check_setup
from game.saves.record import PERSON, WAY_OUT, Record
from game.text.language import _
from game.text.lists import comma_listed
from game.text.near import no_such

Seats = Mapping[str, str | Player]
"""By chair: `person`, the name of a player of the roster, or a player of one's own."""


def check_seats(chairs: Sequence[str], seats: Seats) -> None:
    """Raise UsageError unless every chair, and nothing else, is taken by somebody there is."""
    for chair in seats:
        if chair not in chairs:
            raise UsageError(no_such("chair", chair, chairs))
    empty = [chair for chair in chairs if chair not in seats]
    if empty:
        raise UsageError(
            _(
                "Nobody sits for {chairs}: `seats` gives every chair a player's name, {person}, or "
                "a player of your own.",
                chairs=comma_listed(empty),
                person=repr(PERSON),
            )
        )
    for chair, who in seats.items():
        _check_one(chair, who)


def _check_one(chair: str, who: str | Player) -> None:
    if isinstance(who, Player):
        _check_name(chair, who)
    elif not isinstance(who, str):
        told = f"the class {who.__name__}" if isinstance(who, type) else repr(who)
        raise UsageError(
            f"{told} can't sit for {chair}: give a player's name, {PERSON!r}, or a player of your "
            "own, made from a class that extends game.Player."
        )
    elif who != PERSON and who not in ROSTER:
        raise UsageError(no_such("player", who, (*ROSTER, PERSON)))


def _check_name(chair: str, player: Player) -> None:
    """Raise UsageError for a player whose name couldn't tell it apart in a save."""
    kind = type(player).__name__
    if not isinstance(player.name, str) or not player.name:
        raise UsageError(
            f"The {kind} for {chair} has no name, and a save couldn't say who sat there: give its "
            "class a `name`."
        )
    if player.name == PERSON or ROSTER.get(player.name, type(player)) is not type(player):
        raise UsageError(
            f"The {kind} for {chair} is called {player.name!r}, as somebody else is in this game: "
            "give its class another `name`, by which a save tells them apart."
        )


def names_of(seats: Seats) -> dict[str, str]:
    """Return by chair what those who sit there are called."""
    return {c: who.name if isinstance(who, Player) else who for c, who in seats.items()}


def players_of(seats: Seats) -> dict[str, Player]:
    """Return the computer players by chair, those of the roster made anew."""
    return {
        chair: who if isinstance(who, Player) else ROSTER[who]()
        for chair, who in seats.items()
        if who != PERSON
    }


def seats_in(
    content: Content, record: Record, where: str, players: Sequence[Player]
) -> dict[str, str | Player]:
    """Return who sits where in a save, players of one's own found by the names that it holds.

    Raises SaveError for a chair left empty or a player that isn't there.
    """
    scenario = content.scenarios.get(record.scenario)
    chairs = sorted(scenario.chairs) if scenario else sorted(record.seats)
    if sorted(record.seats) != chairs:
        told = _("{save} doesn't seat {chairs}.", save=where, chairs=comma_listed(chairs))
        raise SaveError(f"{told} {_(WAY_OUT)}")
    own = {player.name: player for player in players}
    for chair, name in record.seats.items():
        if name not in (PERSON, *ROSTER, *own):
            told = _(
                "{save} needs the player {player} for {chair}, which isn't one of this game's: "
                "only who made that player can load it.",
                save=where,
                player=repr(name),
                chair=chair,
            )
            raise SaveError(f"{told} {_(WAY_OUT)}")
    return {chair: own.get(name, name) for chair, name in record.seats.items()}


def usual_player(level: str) -> str:
    """Return who plays the other chairs at a level: the harder, the further it looks ahead."""
    return "planner" if level == "cold" else "diplomat"


def seats_for(content: Content, setup: Setup, others: str = "") -> dict[str, str]:
    """Return who sits where: a person in the setup's chair, `others` in the rest.

    `others` is empty for the level's usual player, one name for all of them, or one each, in
    the scenario's order, with commas between; `person` is a name too. Raises UsageError for any
    other number of names.
    """
    check_setup(content, setup)
    rest = [chair for chair in content.scenarios[setup.scenario].chairs if chair != setup.chair]
    wanted = others or usual_player(setup.level)
    names = [name.strip() for name in wanted.split(",")]
    if len(names) == 1:
        names *= len(rest)
    if len(names) != len(rest):
        told = _(
            "Name one player, or one for each of {chairs}, with commas.", chairs=comma_listed(rest)
        )
        raise UsageError(told)
    found = {setup.chair: PERSON, **dict(zip(rest, names, strict=True))}
    return {chair: found[chair] for chair in content.scenarios[setup.scenario].chairs}
