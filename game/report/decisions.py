"""What was decided in a run: the decisions that moved most, and every turn's, with reasons."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from game.narration.decisions import decision_title, fill, term_text
from game.narration.figures import amount_text, figure_title
from game.narration.offers import sides_named
from game.narration.words.times import label
from game.report.records import Decided, Weighty
from game.rules.calendar import turn_start
from game.rules.deciding import DECIDING
from game.rules.decisions import Change, Decision, find_offer
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.ledger import totals
from game.rules.messages import Message, message
from game.rules.state import State
from game.rules.view import visible
from game.rules.wording import worded
from game.session import PERSON, Session
from game.session.telling import Item, Rank
from game.session.telling.words import happened_in
from game.session.voices import reason_told
from game.text.language import _
from game.text.lists import comma_listed

UNTOLD = ("ship", "offer")
MOST = 12
SHOWN_FIGURES = 6


def when(session: Session, turn: int) -> str:
    """Return what a turn is called, such as `2022 Q4`."""
    scenario = index_of(session.content, session.state.scenario).scenario
    return label(scenario, turn_start(scenario, turn))


def may_read(session: Session, chair: str, other: str) -> bool:
    """Return whether a reader at a chair may read another's decisions: its own, or at the end."""
    return session.over or chair == other


def weighty(session: Session, chair: str) -> tuple[Weighty, ...]:
    """Return the people's decisions that moved their figures most, in the order of play."""
    found = [
        (share, place, told)
        for place, decision in enumerate(session.decisions)
        if session.seats.get(decision.chair) == PERSON and may_read(session, chair, decision.chair)
        for share, told in _weighed(session, chair, place)
    ]
    heaviest = sorted(found, key=lambda one: -one[0])[:MOST]
    return tuple(told for _, _, told in sorted(heaviest, key=lambda one: one[1]))


def _weighed(session: Session, chair: str, place: int) -> Iterator[tuple[float, Weighty]]:
    """Yield a decision with the share of their ranges by which it moved figures, if it did."""
    state, decision = session.states[place], session.decisions[place]
    bounds = index_of(session.content, state.scenario).bounds
    changes = _own(session, place)
    if not session.over:
        changes = visible(changes, chair)
    moved = totals(c for c in changes if not c.path.endswith(".capital"))
    shares = {
        path: abs(amount) / (bounds[path][1] - bounds[path][0])
        for path, amount in moved.items()
        if path in bounds
    }
    if shares:
        told = Weighty(
            when(session, state.turn),
            session.content.partners[decision.chair].name,
            _title(session, state, decision),
            _moved(session, chair, moved, shares),
            _historical(session, state, decision),
        )
        yield sum(shares.values()), told


def _moved(
    session: Session, chair: str, moved: Mapping[str, int], shares: Mapping[str, float]
) -> str:
    content = session.content
    paths = sorted(shares, key=lambda path: -shares[path])[:SHOWN_FIGURES]
    told = [
        f"{figure_title(content, path, chair)} {amount_text(content, path, moved[path])}"
        for path in paths
    ]
    return comma_listed([*told, _("and more")] if len(shares) > len(paths) else told)


def _title(session: Session, state: State, decision: Decision) -> str:
    """Return what a decision is called, a signature with what was signed."""
    title = decision_title(session.content, state, decision)
    if decision.pick != "accept" and decision.kind != "ratify":
        return title
    offer = find_offer(state, state.queue[0].subject)
    other = sides_named(session.content, offer, decision.chair)
    terms = comma_listed([term_text(session.content, term) for term in offer.terms])
    if decision.pick == "accept":
        return _("{choice} with {name}: {terms}", choice=title, name=other, terms=terms)
    return _("{choice} in the deal with {name}: {terms}", choice=title, name=other, terms=terms)


def _own(session: Session, place: int) -> tuple[Change, ...]:
    """Return what a decision itself has changed; a dilemma's answer waits for the other's."""
    state, decision = session.states[place], session.decisions[place]
    slot = state.queue[0]
    causes = DECIDING[decision.kind].causes(slot, decision)
    if KINDS[decision.kind].sealed:
        page = session.page(state.turn).changes
        chosen = choice_worded(session, state, decision)
        told = message("card.chosen", event=slot.subject, choice=chosen)
        return tuple(c for c in page if c.cause in causes and c.reason == told)
    return tuple(c for c in session.led_to(place) if c.cause in causes)


def choice_worded(session: Session, state: State, decision: Decision) -> Message:
    """Return a card's choice as the ledger names it."""
    event = session.played.events[state.queue[0].subject]
    desk = next(desk for desk in event.desks if desk.chair == decision.chair)
    text = next(choice.text for choice in desk.choices if choice.id == decision.pick)
    return worded(session.played, state, text, state.roles.get(event.id, ()))


def _historical(session: Session, state: State, decision: Decision) -> str:
    """Return what history chose on a card, where that is known and was something else."""
    if not KINDS[decision.kind].of_a_card:
        return ""
    event = session.content.events[state.queue[0].subject]
    desk = next(desk for desk in event.desks if desk.chair == decision.chair)
    others = [c for c in desk.choices if c.history and c.id != decision.pick]
    same = any(c.history and c.id == decision.pick for c in desk.choices)
    return "" if same or not others else fill(session.content, state, others[0].text, event.id)


def decided(
    session: Session, chair: str, items: Sequence[Item]
) -> Mapping[int, tuple[Decided, ...]]:
    """Return by turn what was decided and what that led to, as far as a reader at a chair may know.

    Each is a sentence; what came of the reader's own is told in the story's own words, as the
    `items` that the chair is told have it.
    """
    known = {item.decided for item in items}
    own = {i.decided: i for i in items if i.rank is Rank.CAME and i.sort in ("deed", "outcome")}
    found: dict[int, list[Decided]] = {}
    for place, title, reason in _rows(session, chair, known):
        state, decision = session.states[place], session.decisions[place]
        name = session.content.partners[decision.chair].name
        told = f"{name}: {title}." if not reason else f"{name}: {title}. {reason}"
        mine = [own[place]] if place in own else []
        led = happened_in(session, chair, mine, UNTOLD)
        found.setdefault(state.turn, []).append(Decided(told.replace("..", "."), led))
    return {turn: tuple(lines) for turn, lines in found.items()}


def flow(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


def _rows(session: Session, chair: str, known: Container[int]) -> Iterable[tuple[int, str, str]]:
    """Yield the place of each decision that may be read, its title and its reason."""
    taken = zip(session.states, session.decisions, strict=False)
    for place, (state, decision) in enumerate(taken):
        if decision.pick == "end":
            continue
        if may_read(session, chair, decision.chair) or place in known:
            title = _title(session, state, decision)
            yield place, title, reason_told(session, chair, place)
