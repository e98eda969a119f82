"""How each holder of an office has answered what a chair put to it: signed, refused, countered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.narration.words import say
from game.rules.decisions import Decision, find_offer
from game.rules.kinds import KINDS
from game.rules.state import State
from game.rules.table.sides import aware
from game.rules.wording import leader_named
from game.session import Session
from game.text.language import N_, _
from game.text.lists import comma_listed

PICKS = {
    "accept": N_("signed {n}"), "counter": N_("answered {n} with terms of its own"),
    "decline": N_("refused {n}"),
}  # fmt: skip


@dataclass(slots=True)
class Holder:
    """Somebody who has held an office, as it was called then, and its answers by their pick."""

    name: str
    answers: Counter[str] = field(default_factory=Counter)


def holders(session: Session, chair: str, partner: str) -> tuple[Holder, ...]:
    """Return who has held a partner's office, in order, with the answers to offers of a chair's."""
    found: dict[str, Holder] = {}
    for state in session.states:
        leader = state.words[f"{partner}.leader"]
        if leader not in found:
            name = say(session.content, leader_named(session.content, state, partner))
            found[leader] = Holder(name)
    for state, decision in zip(session.states, session.decisions, strict=False):
        if _answers(state, decision, chair, partner):
            found[state.words[f"{partner}.leader"]].answers[decision.pick] += 1
    return tuple(found.values())


def _answers(state: State, decision: Decision, chair: str, partner: str) -> bool:
    """Return whether a decision is a partner's answer to something that a chair put to it.

    What a card brought in the chair's name, which it doesn't know of, isn't.
    """
    if decision.chair != partner or not KINDS[decision.kind].answers:
        return False
    return chair in aware(find_offer(state, state.queue[0].subject))


def answer_lines(session: Session, chair: str, partner: str) -> Iterator[str]:
    """Yield how the present holder of an office has answered a chair, then those before."""
    *before, now = holders(session, chair, partner)
    yield _("Answers to you: {answers}.", answers=_told(now))
    for one in reversed(before):
        yield _("Before, {leader}: {answers}.", leader=one.name, answers=_told(one))


def _told(one: Holder) -> str:
    told = (_(words, n=one.answers[pick]) for pick, words in PICKS.items() if one.answers[pick])
    return comma_listed(told) or _("none yet")
