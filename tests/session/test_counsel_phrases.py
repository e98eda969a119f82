"""Which words advisers find: a line written for the choice first, no phrase twice in a year."""

from __future__ import annotations

from dataclasses import replace

import hypothesis

from game.content.records import Advice, Choice, Content
from game.rules.advice import opinions
from game.rules.decisions import Decision
from game.rules.home.watch import moves_of, worth
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.preview import preview
from game.rules.state import State
from game.rules.view import view
from game.session.counsel import Counsel
from game.session.counsel_phrases import BARE, SILENT, lately, words, written
from game.session.counsel_words import spoken
from game.testing.strategies import states
from tests.session.test_counsel import begin, first
from tests.small import CONTENT

DESKS = ("station", "money", "abroad", "home")
PRO = tuple(Advice(desk, f"For it, says {desk}.") for desk in DESKS)
CON = tuple(Advice(desk, f"Against it, says {desk}.") for desk in DESKS)


def _written(choice: Choice) -> Choice:
    return replace(choice, pro=PRO, against=CON)


def _everywhere() -> Content:
    """Return the small world with a line for every desk on every choice."""
    events = {
        id_: replace(
            event,
            desks=tuple(
                replace(desk, choices=tuple(map(_written, desk.choices))) for desk in event.desks
            ),
        )
        for id_, event in CONTENT.events.items()
    }
    return replace(CONTENT, events=events)


WRITTEN = _everywhere()


@hypothesis.given(states(CONTENT))
def test_a_line_of_the_card_is_said_where_there_is_one(state: State) -> None:
    if not state.queue:
        return
    seen = view(WRITTEN, state, state.queue[0].chair)
    card = KINDS[state.queue[0].kind].of_a_card
    lines = {"for": PRO, "uneasy": PRO, "against": CON}
    for opinion in opinions(WRITTEN, seen):
        desk, line = WRITTEN.advisers[opinion.adviser].desk, written(WRITTEN, seen, opinion)
        if card and (opinion.stance != "uneasy" or opinion.path):
            assert Advice(desk, line) in lines[opinion.stance]
            assert line == words(WRITTEN, seen, opinion)
        else:
            assert not line


def test_no_phrase_is_said_twice_within_a_year() -> None:
    session = begin()
    counsel, said = Counsel(session), dict[tuple[str, str], int]()
    while not session.over:
        today = session.state.figures["date"]
        for opinion in counsel.now() if session.state.queue[0].chair == "nasa" else ():
            phrase = words(CONTENT, session.state, opinion, lately(counsel, opinion))
            assert spoken(counsel, session.state, opinion)
            if phrase not in (BARE, SILENT):
                assert today - said.get((opinion.adviser, phrase), 0) >= 365
                said[opinion.adviser, phrase] = today
        session.submit(first(session))
    assert len(said) > 4


@hypothesis.given(states(CONTENT))
def test_nobody_recommends_what_costs_what_is_watched(state: State) -> None:
    if not state.queue or not KINDS[state.queue[0].kind].of_a_card:
        return
    fair = {id_: replace(one, bias={}) for id_, one in CONTENT.advisers.items()}
    content, chair = replace(CONTENT, advisers=fair), state.queue[0].chair
    seen = view(content, state, chair)
    for opinion in opinions(content, seen):
        if opinion.stance == "for":
            assert _worth(seen, fair[opinion.adviser].desk, opinion.about) > 0


def _worth(seen: State, desk: str, decision: Decision) -> int:
    """Return what the preview of a decision is worth to a desk, every way it can go weighed."""
    index, ahead = index_of(CONTENT, seen.scenario), preview(CONTENT, seen, decision)
    answers = [replace(one, chance=100 // len(ahead.answers)) for one in ahead.answers]
    return sum(
        branch.chance * worth(index, seen, decision.chair, path, by)[0]
        for branch in (*ahead.branches, *answers)
        for path, by in moves_of(desk, decision.chair, index, branch.changes).items()
    )
