"""Which words an adviser finds: a line written for the choice, or a phrase not heard for a year.

What was said before follows from the decisions of a session, as the track record does.
"""

from __future__ import annotations

from collections.abc import Collection

from game.content.records import Adviser, Content
from game.rules.advice import Opinion, phrases_of
from game.rules.kinds import KINDS
from game.rules.outcomes import choice_of
from game.rules.state import State
from game.session.counsel import Counsel
from game.text.language import N_, _

YEAR = 365  # days within which nobody says the same phrase twice
BARE = N_("{figure} {amount}.")
SILENT = N_("I have said what I had to say.")


def words(content: Content, seen: State, opinion: Opinion, said: Collection[str] = ()) -> str:
    """Return what an adviser says, unfilled; `said` are the phrases it has used within a year."""
    return written(content, seen, opinion) or _phrase(
        content.advisers[opinion.adviser], opinion, said
    )


def written(content: Content, seen: State, opinion: Opinion) -> str:
    """Return the line that the card has for this opinion, empty where it has none."""
    slot = seen.queue[0]
    if not KINDS[slot.kind].of_a_card:
        return ""
    choice = choice_of(content.events[slot.subject], slot.chair, opinion.about.pick)
    lines = choice.against if opinion.stance == "against" else choice.pro
    if opinion.stance == "uneasy" and not opinion.path:
        return ""
    desk = content.advisers[opinion.adviser].desk
    return next((line.text for line in lines if line.desk == desk), "")


def lately(counsel: Counsel, opinion: Opinion) -> Collection[str]:
    """Return the phrases that an adviser has used in the year before now."""
    session, last = counsel.session, dict[str, int]()
    today = session.state.figures["date"]
    for number, earlier in counsel.heard(opinion.pick.chair):
        if earlier.adviser == opinion.adviser:
            state = session.states[number]
            day = state.figures["date"]
            last[words(session.content, state, earlier, _within(last, day))] = day
    return _within(last, today)


def _within(last: dict[str, int], today: int) -> Collection[str]:
    return {phrase for phrase, day in last.items() if today - day < YEAR}


def _phrase(adviser: Adviser, opinion: Opinion, said: Collection[str]) -> str:
    """Return the next phrase not said within a year; the bare reason where all have been."""
    known = phrases_of(adviser, opinion.stance, opinion.path)
    turned = known[opinion.phrase :] + known[: opinion.phrase]
    spent = SILENT if opinion.stance == "uneasy" else BARE
    return next((phrase for phrase in turned if phrase not in said), _(spent))


__all__ = ["lately", "words", "written"]
