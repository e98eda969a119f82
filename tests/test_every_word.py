"""Every word that the narration, the advisers and the report tell comes through the one door.

Whole games are told in the pseudo-language; whatever English word is left is a name of a ship, a
player or a setting, or it was never marked.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.content.languages.texts import in_language
from game.content.records import Content
from game.narration import cautions, crew, hardware, home, leaving, offers
from game.narration.alarms import alarm_text, alarms
from game.narration.decisions import (
    card_text,
    cost_text,
    decision_title,
    offer_lines,
    preview_lines,
)
from game.narration.figures import (
    danger_lines,
    figure_about,
    figure_aloud,
    figure_title,
    gauge_name,
    value_text,
)
from game.narration.header import header
from game.narration.makings import made_of, made_paths, made_sum, made_title
from game.narration.viewer import Viewer
from game.narration.words import lock_told, say
from game.narration.years import given_up, years_lines
from game.report.building import report_of
from game.report.markdown import to_markdown
from game.rules.setup import Setup
from game.session import Session, seats_for
from game.session.causes import causes
from game.session.counsel import Counsel
from game.session.counsel_words import advice_report, opinion_lines
from game.text.language import speaking
from tests.plain.talk import talk
from tests.pseudo import Pseudo, english_in

KEPT = (
    "Orbital Handshake", "station", "money", "abroad", "home", "person", "diplomat", "historical",
    "random", "hawk", "director", "dated", "Soyuz MS", "Progress MS", "Crew", "Cygnus XL NG",
    "Dragon CRS", "Apollo", "Freedom", "Endurance", "Starliner", "SpX", "HTV-X", "Endeavour",
    "Axiom Ax", "Dream Chaser", "SS", "Cargo Dragon",
)  # fmt: skip
"""The game's name, players and settings by what one types for them, and names of ships."""
GAMES = (
    (Setup("handshake_1975", "nasa", 7), 9),
    (Setup("cold_snap_2022", "esa", 7), 5),
    (Setup("second_thaw", "roscosmos", 3), 3),
    (Setup("the_leak", "nasa", 2), 3),
)


def _of_state(viewer: Viewer) -> Iterator[str]:
    """Yield what a chair can read of a moment."""
    index, seen, me, content = viewer.index, viewer.seen, viewer.chair, viewer.content
    yield from (cautions.has_text(viewer), cautions.submenu_text(viewer, "home"))
    yield from (cautions.left_open(viewer, ()), cautions.left_at_table(viewer, ()))
    yield from (cautions.due_text(viewer, due) for due in cautions.dues(viewer))
    yield from (alarm_text(index, alarm) for alarm in alarms(index, seen, me))
    yield from (*given_up(index, seen, me), *years_lines(index, seen, me))
    yield from (*leaving.standing_lines(index, seen, me), *leaving.alone_lines(index, seen))
    yield from (line for by in (1, -1) for line in leaving.step_lines(index, seen, me, by))
    yield from (home.word_kept(index, seen, who, me) for who in index.chairs)
    yield from (line for row in home.backing(index, seen, me) for line in row)
    for other in index.chairs:
        if other != me:
            yield offers.openness_told(content, seen, me, other)
    for path in header(index, seen, me):
        yield from (figure_title(content, path, me), figure_aloud(content, path, me))
        yield from (gauge_name(content, path, me), figure_about(index, path))
        yield from (value_text(content, path, seen.figures[path]), *danger_lines(content, path))
    for path in made_paths(index, me):
        lines = made_of(index, seen, path)
        yield from (made_title(index, seen, me, path), made_sum(index, path, lines))
        yield from (say(content, line.label) for line in lines)
    if index.scenario.station:
        yield from _of_station(viewer)


def _of_station(viewer: Viewer) -> Iterator[str]:
    seen, content = viewer.seen, viewer.content
    for entries in (hardware.ships, hardware.flights, hardware.launch_pads, hardware.berths):
        yield from (entry.line for entry in entries(content, seen))
    for things in (hardware.light, hardware.air, hardware.sky, hardware.age):
        yield from (entry.line for entry in things(seen))
    yield from (crew.command_text(content, seen), crew.mood_text(seen), crew.odds_text(seen))
    yield from (told for row in crew.on_the_ground(content, seen) for told in row)
    for person in seen.crew.values():
        yield from (crew.condition_text(person), crew.skills_text(content, person))


def _of_choices(session: Session) -> Iterator[str]:
    """Yield what a chair reads before it decides: the card, its options, locks, previews."""
    waiting = session.waiting_for()
    assert waiting is not None
    seen, content = session.view(waiting.chair), session.content
    if waiting.slot.kind in ("card", "dilemma"):
        yield card_text(content, seen, waiting.slot)
    for option in waiting.options:
        yield decision_title(content, seen, option.decision)
        yield from (cost_text(content, seen, option.decision), lock_told(content, option.reason))
    legal = [option.decision for option in waiting.options if option.legal]
    for decision in (one for one in legal[:4] if one.pick not in ("offer", "counter")):
        foreseen = session.preview(decision)
        yield from preview_lines(content, foreseen, waiting.chair)
    for offer in seen.offers:
        yield from offer_lines(content, offer, waiting.chair)


def _told(session: Session, chair: str, turns: int) -> Iterator[str]:
    """Yield what is told in a game that computer players play, at each decision and at its end."""
    while not session.over and session.state.turn <= turns:
        yield from _of_choices(session)
        if session.state.queue and session.state.queue[0].kind == "agenda":
            yield from _of_state(Viewer.of(session.content, session.view(chair), chair))
        session.play_one()
    counsel = Counsel(session)
    yield from (*opinion_lines(counsel, session.view(chair), {}), *advice_report(counsel, chair))
    yield from (
        line for desk in ("station", "home") for line in advice_report(counsel, chair, desk)
    )
    yield from causes(session, chair)
    yield to_markdown(report_of(session, chair))


TYPED = (
    "help", "status", "station", "flights", "power", "crew", "deals", "leaving", "danger", "came",
    "chronicle", "why tension", "why mandate", "advice", "lessons", "lessons off",
    "lessons skip", "records", "scenes",
    "scene 1", "scenes all", "scenes great", "scenes none", "look", "list", "preview", "undo",
    "save", "quit", "branch", "report", "nothing", "offer 1", "remove 1", "sum", "home", "work",
    "send", "back", "end", "decline", "`handshake continue --plain`", "aims", "advisers", "codex",
    "codex kourou", "convene", "list home", "news", "people", "speech", "speech full",
    "speech normal", "speech terse", "trend tension", "votes", "leaders",
)  # fmt: skip
"""What is typed in the plain game, and repeated there as it is typed."""
ASKED = (
    "undo", "save", "quit", "branch", "report", "lessons off", "`handshake continue --plain`",
    "speech normal", "speech terse", "lessons skip",
)  # fmt: skip
"""What of it would stop or change a game, and isn't asked here."""


@pytest.mark.parametrize("scenario", ["handshake_1975", "cold_snap_2022"])
def test_the_plain_game_tells_nothing_past_the_door(base: Content, scenario: str) -> None:
    questions = [word for word in TYPED if word not in ASKED]
    with speaking(Pseudo()):
        content, setup = in_language(base), Setup(scenario, "nasa", 7)
        session = Session(content, setup, seats_for(content, setup, "diplomat"))
        said = talk(session, *questions, *["1", "1", "offer 1", "2", *questions, "end"] * 3)
    left = {w: line for line in said.splitlines() for w in english_in(line, (*KEPT, *TYPED))}
    assert left == {}


@pytest.mark.parametrize(("setup", "turns"), GAMES, ids=lambda one: str(one)[16:36])
def test_nothing_is_told_past_the_door(base: Content, setup: Setup, turns: int) -> None:
    with speaking(Pseudo()):
        content = in_language(base)
        seats = dict.fromkeys(content.scenarios[setup.scenario].chairs, "diplomat")
        told = list(dict.fromkeys(_told(Session(content, setup, seats), setup.chair, turns)))
    assert len(told) > 100
    lines = [line for text in told for line in text.splitlines()]
    left = {word: line for line in lines for word in english_in(line, KEPT)}
    assert left == {}
