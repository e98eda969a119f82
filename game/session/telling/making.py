"""From what led to a place in a game to the items that a chair is told there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.narration.scenes import Cue
from game.rules.deciding import DECIDING
from game.rules.decisions import Change, Decision, find_offer
from game.rules.kinds import KINDS
from game.rules.ledger import MOVES
from game.rules.state import State
from game.rules.table.parting import PARTINGS
from game.rules.table.sides import aware
from game.rules.view import visible
from game.session import Session
from game.session.others import may_know
from game.session.telling.items import Item, Rank, Sort
from game.session.voices import breakers

BURNS = ("rule:progress", "rule:reboost", "rule:us_reboost")
TRAFFIC = ("ship", "crew")
BROKEN = ("promise.broken", "deal.broken")
RESTLESS = "faction.restless"


@dataclass(slots=True)
class Group:
    """What changed for one cause in one turn, as far as a chair may know."""

    turn: int
    cause: str
    changes: list[Change] = field(default_factory=list)

    @property
    def kinds(self) -> frozenset[str]:
        """Of which kinds anything is that happened, beside figures that moved."""
        return frozenset(change.kind for change in self.changes if change.kind not in MOVES)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a chair did or waited for, and by which causes or codes it owns changes.

    Of causes it owns those that begin with one of its `heads`. Of an offer that was `sent` nothing
    is to be told but what the other side makes of it.
    """

    sort: Sort
    subject: str
    heads: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    sent: bool = False

    def owns(self, group: Group) -> bool:
        """Return whether something came of it."""
        told = any(change.reason.code in self.codes for change in group.changes)
        return told or group.cause.startswith(self.heads)


def items_at(session: Session, chair: str, place: int, cues: Mapping[str, Cue]) -> tuple[Item, ...]:
    """Return what a chair is told of what led to a place; `cues` are its scenes, by cause."""
    groups = _groups(session, chair, place)
    came = list(_came(session, chair, place, groups)) if place else []
    answered = any(item.sort == "answer" for item in came)
    moves = [] if not place else list(_moves(session, chair, place, groups, answered))
    happened = _happenings(place, groups, cues)
    found = (*came, *moves, *happened, *_figures(place, groups))
    return tuple(_with_scenes(found, dict(cues)))


def led_by_turn(session: Session, place: int) -> Sequence[tuple[int, tuple[Change, ...]]]:
    """Return the changes that led to the state at a place, turn by turn."""
    if place:
        return session.led_by_turn(place - 1)
    return ((session.states[0].turn, session.opened_with()),)


def _groups(session: Session, chair: str, place: int) -> list[Group]:
    """Return what changed by turn and cause; whose faction turns restless stands by itself."""
    found: dict[tuple[int, str, bool], Group] = {}
    for turn, changes in led_by_turn(session, place):
        for change in visible(changes, chair):
            key = (turn, change.cause, change.kind not in MOVES and change.reason.code == RESTLESS)
            found.setdefault(key, Group(turn, change.cause)).changes.append(change)
    return list(found.values())


def _taken(groups: list[Group], mine: Sequence[Group]) -> tuple[Change, ...]:
    """Take some groups out of all, and return their changes."""
    groups[:] = [group for group in groups if not any(group is one for one in mine)]
    return tuple(change for group in mine for change in group.changes)


def _came(session: Session, chair: str, place: int, groups: list[Group]) -> Iterator[Item]:
    """Yield what came of the chair's own doings; what it owns is taken out of the groups."""
    turn = session.states[place - 1].turn
    for claim in _claims(session, chair, place - 1, groups):
        mine = [group for group in groups if group.turn == turn and claim.owns(group)]
        if mine or claim.sort == "answer":
            changes = _taken(groups, mine)
            rank = Rank.FIGURES if claim.sent else Rank.CAME
            yield Item(rank, claim.sort, place, turn, changes, claim.subject, place - 1)


def _claims(session: Session, chair: str, decided: int, groups: Sequence[Group]) -> Iterator[Claim]:
    state, decision = session.states[decided], session.decisions[decided]
    if KINDS[decision.kind].of_an_offer:
        yield from _answered(state, decision, chair)
    for event in dict.fromkeys(_dilemma(session, group) for group in groups):
        if event and chair in session.content.events[event].between:
            yield Claim("dilemma", event, (f"dilemma:{event}", f"choice:{event}/"))
    if decision.chair == chair:
        yield _own(session, state, decision)
    if any(change.reason.code in BROKEN for group in groups for change in group.changes):
        yield from _broken(session, chair, decided)


def _broken(session: Session, chair: str, decided: int) -> Iterator[Claim]:
    """Yield whose word was broken by others."""
    for who in breakers(session, decided):
        if who != chair:
            yield Claim("breach", who, codes=BROKEN)


def _answered(state: State, decision: Decision, chair: str) -> Iterator[Claim]:
    """Yield what was answered to what lay on the table between a chair and another."""
    offer = find_offer(state, state.queue[0].subject)
    own, signs = decision.chair == chair, decision.pick not in ("decline", "counter")
    if chair in aware(offer) and (signs or not own):
        yield Claim("answer", offer.id, (*_about(offer.id), "witness:"))


def _about(offer: str) -> tuple[str, ...]:
    """Return with what the causes begin of what comes of an offer."""
    return tuple(f"{head}:{offer}" for head in ("deal", "ratify", "offer"))


def _dilemma(session: Session, group: Group) -> str:
    """Return of which dilemma's answers something has come, if of any."""
    head, _, subject = group.cause.partition(":")
    event = session.content.events.get(subject.partition("/")[0])
    return event.id if head in ("dilemma", "choice") and event and event.between else ""


def _own(session: Session, state: State, decision: Decision) -> Claim:
    """Return what a chair decided itself: a deed, or one that could have gone in several ways."""
    sort: Sort = "outcome" if _ways(session, state, decision) else "deed"
    subject = f"{state.queue[0].subject}/{decision.pick}"
    kind = KINDS[decision.kind]
    asked = kind.on_the_desk and not kind.sealed  # no turn ends: every burn was asked for
    heads = (*_causes(state, decision), *(BURNS if asked else ()))
    return Claim(sort, subject, heads, sent=decision.kind == "table" and decision.pick == "offer")


def _causes(state: State, decision: Decision) -> tuple[str, ...]:
    """Return with what the causes begin of what a decision itself changes."""
    subject = state.queue[0].subject
    if KINDS[decision.kind].of_a_card:
        return (f"choice:{subject}/{decision.pick}",)
    if decision.kind == "agenda":
        return (f"action:{decision.pick}",)
    if decision.pick in PARTINGS:
        return (f"deal:{decision.target}", f"claim:{decision.target}")
    if decision.kind == "table":
        return ("table:", "offer:", "rule:ladder")  # an offer is answered before ladders move
    return _about(subject)


def _ways(session: Session, state: State, decision: Decision) -> int:
    """Return in how many ways a decision could have gone."""
    if KINDS[decision.kind].sealed:
        return 0  # told when it is opened
    return len(DECIDING[decision.kind].outcomes(session.content, state, decision))


def _moves(
    session: Session, chair: str, place: int, groups: list[Group], answered: bool
) -> Iterator[Item]:
    """Yield what others have decided, with what that moved and nothing else tells."""
    turn = session.states[place - 1].turn
    for decided in _known(session, chair, place, answered):
        state, decision = session.states[decided], session.decisions[decided]
        heads = _causes(state, decision) if decided == place - 1 else ()
        mine = [g for g in groups if g.cause.startswith(heads) and g.kinds <= {"offer"}]
        subject = f"{decision.chair}/{decision.pick}/{decided}"
        changes = _taken(groups, mine)
        yield Item(Rank.MOVE, "move", place, turn, changes, subject, decided)


def _known(session: Session, chair: str, place: int, answered: bool) -> Iterator[int]:
    """Yield which decisions of others a chair comes to know of at a place, and isn't told yet."""
    state, decision = session.states[place - 1], session.decisions[place - 1]
    opened = {one.event for one in state.sealed} | {_dilemma_of(state, decision)}
    opened -= {one.event for one in session.states[place].sealed} | {""}
    for number in range(place) if opened else ():
        taken = session.decisions[number]
        if taken.chair != chair and _dilemma_of(session.states[number], taken) in opened:
            yield number
    if decision.chair != chair and not answered and may_know(state, decision, chair):
        yield place - 1


def _dilemma_of(state: State, decision: Decision) -> str:
    return state.queue[0].subject if KINDS[decision.kind].sealed else ""


def _happenings(place: int, groups: list[Group], cues: Mapping[str, Cue]) -> Iterator[Item]:
    """Yield what else happened, a cause each: events, or the traffic of ships and people."""
    for group in [group for group in groups if group.kinds or group.cause in cues]:
        changes = _taken(groups, [group])
        rank = Rank.TRAFFIC if group.kinds <= frozenset(TRAFFIC) else Rank.EVENT
        yield Item(rank, "happening", place, group.turn, changes, group.cause)


def _figures(place: int, groups: Sequence[Group]) -> Iterator[Item]:
    """Yield what moved with nothing to tell of it, a turn each."""
    for turn in dict.fromkeys(group.turn for group in groups):
        changes = tuple(c for group in groups if group.turn == turn for c in group.changes)
        yield Item(Rank.FIGURES, "figures", place, turn, changes, f"{turn}")


def _with_scenes(items: Sequence[Item], cues: dict[str, Cue]) -> Iterator[Item]:
    """Yield items with the scenes that they open; what happened or was done ranks as a scene."""
    for item in items:
        causes = dict.fromkeys(change.cause for change in item.changes)
        found = tuple(cues.pop(cause) for cause in causes if cause in cues)
        mine = item.rank is Rank.CAME or not found
        yield replace(item, cues=found, rank=item.rank if mine else Rank.SCENE)
