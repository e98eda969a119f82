"""What offers became in games that were played: by leader, made and received, kinds and answers.

Two leaders of one office differ by so many standard errors: how far the mix of what they offer,
and of what they sign, lies from one mix for both (a chi-square, from its mean, in its own standard
errors), and how far the shares of offers to them lie apart that they sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import sqrt
from statistics import mean

from game.lab.experiment import Experiment, content_of
from game.rules.deciding.table import why_not_sign
from game.rules.decisions import Decision, find_offer
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.state import Offer, State
from game.rules.table.deals import verdict
from game.rules.table.marks import repeats
from game.rules.table.sides import other_side
from game.session import Session

ANSWERS = ("accept", "counter", "decline")
RARE = 5.0  # offers of a kind that are expected of a leader, under which kinds are taken together


@dataclass(frozen=True, slots=True)
class Put:
    """An offer or a counter-offer, by which leaders, and what was answered to it.

    `sum` is the printed sum of who answered; `again` says that it was declined before as it is.
    """

    turn: int
    maker: str
    answerer: str
    counter: bool
    again: bool
    kinds: tuple[str, ...]
    answer: str
    sum: int
    open: bool


def offered(experiment: Experiment, executor: Executor | None = None) -> tuple[Put, ...]:
    """Play an experiment's games and return what was offered in them. Raises what a game raises."""
    one = partial(_of_game, experiment)
    games = map(one, experiment.seeds) if executor is None else executor.map(one, experiment.seeds)
    return tuple(put for game in games for put in game)


def _of_game(experiment: Experiment, seed: int) -> tuple[Put, ...]:
    content = content_of(experiment.load)
    session = Session(content, replace(experiment.setup, seed=seed), experiment.seats)
    session.play_others()
    index = index_of(content, session.setup.scenario)
    pairs = zip(session.states, session.decisions, strict=False)
    return tuple(_puts(index, pairs))


def _puts(index: Index, moves: Iterable[tuple[State, Decision]]) -> Iterator[Put]:
    """Yield every answer to an offer; whether it was made before is known as it is answered."""
    for before, decision in moves:
        if not KINDS[decision.kind].answers:
            continue
        offer = find_offer(before, before.queue[0].subject)
        yield _put(index, before, offer, decision)


def _put(index: Index, before: State, offer: Offer, decision: Decision) -> Put:
    chair, words = decision.chair, before.words
    return Put(
        turn=before.turn,
        maker=words[f"{other_side(offer, chair)}.leader"],
        answerer=words[f"{chair}.leader"],
        counter=decision.kind == "counter",
        again=repeats(before, offer),
        kinds=tuple(sorted(_kinds(index, offer, other_side(offer, chair)))),
        answer=decision.pick,
        sum=verdict(index, before, offer, chair),
        open=why_not_sign(index, before, offer, chair) is None,
    )


def _kinds(index: Index, offer: Offer, maker: str) -> Iterator[str]:
    """Yield what an offer holds, from its maker's side: clauses given, got and shared."""
    for term in offer.terms:
        mutual = index.content.clauses[term.clause].mutual
        way = "both" if mutual else "gives" if term.giver == maker else "gets"
        yield f"{way} {term.clause}"


@dataclass(frozen=True, slots=True)
class Talk:
    """What a leader's offers became, and what became of offers to it; counter-offers apart."""

    made: int
    signed: int
    countered: int
    again: int
    received: int
    accepted: int
    unwilling: int
    offers: Mapping[str, int]
    signs: Mapping[str, int]

    @property
    def share(self) -> int:
        """Per cent of the offers made that were signed as they stood."""
        return 100 * self.signed // max(1, self.made)


def talk_of(puts: Iterable[Put], leader: str) -> Talk:
    """Return what the offers of a leader, and those to it, came to.

    `unwilling` counts offers that it could sign, whose sum was zero or above, and that it didn't.
    """
    known = list(puts)
    made = [put for put in known if put.maker == leader and not put.counter]
    came = [put for put in known if put.answerer == leader and not put.counter]
    unwilling = [put for put in known if put.answerer == leader and put.sum >= 0 and put.open]
    return Talk(
        made=len(made),
        signed=_count(made, lambda put: put.answer == "accept"),
        countered=_count(made, lambda put: put.answer == "counter"),
        again=_count(made, lambda put: put.again),
        received=len(came),
        accepted=_count(came, lambda put: put.answer == "accept"),
        unwilling=_count(unwilling, lambda put: put.answer != "accept"),
        offers=Counter(kind for put in made for kind in put.kinds),
        signs=Counter(kind for put in came if put.answer == "accept" for kind in put.kinds),
    )


def _count(puts: Iterable[Put], said: Callable[[Put], bool]) -> int:
    return len([1 for put in puts if said(put)])


def apart(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return by how many standard errors two mixes of kinds lie further apart than by chance.

    Kinds that are rare in either are taken together. Zero where there is too little to tell.
    """
    columns = _columns(one, other)
    totals = [sum(column[side] for column in columns) for side in (0, 1)]
    if len(columns) < 2 or not all(totals):
        return 0.0
    found = 0.0
    for column in columns:
        for side in (0, 1):
            meant = sum(column) * totals[side] / sum(totals)
            found += (column[side] - meant) ** 2 / meant
    freedom = len(columns) - 1
    return (found - freedom) / sqrt(2 * freedom)


def _columns(one: Mapping[str, int], other: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return how often each kind stands in both mixes, the rare ones added up in one column."""
    whole = sum(one.values()) + sum(other.values())
    least = min(sum(one.values()), sum(other.values()))
    pairs = [(one.get(kind, 0), other.get(kind, 0)) for kind in sorted(one.keys() | other.keys())]
    common = [pair for pair in pairs if sum(pair) * least >= RARE * whole]
    rest = [pair for pair in pairs if pair not in common]
    added = (sum(pair[0] for pair in rest), sum(pair[1] for pair in rest))
    return [*common, added] if sum(added) else common


def shares_apart(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return by how many standard errors two shares lie apart, each so many of so many."""
    if not one[1] or not other[1]:
        return 0.0
    both = (one[0] + other[0]) / (one[1] + other[1])
    error = sqrt(both * (1 - both) * (1 / one[1] + 1 / other[1]))
    return abs(one[0] / one[1] - other[0] / other[1]) / error if error else 0.0


def report(index: Index, puts: Iterable[Put]) -> list[str]:
    """Return a line for each leader, its kinds, and a line for each two that follow each other."""
    known = list(puts)
    leaders = _met(index, known)
    talks = {leader: talk_of(known, leader) for leader in leaders}
    lines = [
        "leader                     made signed countered repeated | received signed unwilling",
        *(_row(leader, talk) for leader, talk in talks.items()),
        "", "what they offer, and what they sign, the commonest first:",
    ]  # fmt: skip
    for leader, talk in talks.items():
        lines += [f"{leader} offers {_mix(talk.offers)}", f"{leader} signs {_mix(talk.signs)}"]
    lines += ["", "standard errors between two of one office: offers, signatures, share signed"]
    partners = {one: index.content.leaders[one].partner for one in leaders}
    return [*lines, *(_between(talks, *two) for two in _successive(partners))]


def _met(index: Index, puts: Iterable[Put]) -> list[str]:
    """Return the leaders of some offers, from who came first on the whole to who came last."""
    turns: dict[str, list[int]] = {}
    for put in puts:
        for leader in (put.maker, put.answerer):
            turns.setdefault(leader, []).append(put.turn)
    known = [leader for leader in turns if leader in index.content.leaders]
    return sorted(known, key=lambda leader: (mean(turns[leader]), leader))


def _row(leader: str, talk: Talk) -> str:
    countered = 100 * talk.countered // max(1, talk.made)
    accepted = 100 * talk.accepted // max(1, talk.received)
    made = f"{leader:26} {talk.made:4} {talk.share:4} % {countered:7} % {talk.again:8}"
    return f"{made} | {talk.received:8} {accepted:4} % {talk.unwilling:9}"


def _mix(kinds: Mapping[str, int]) -> str:
    whole = max(1, sum(kinds.values()))
    most = Counter(kinds).most_common(6)
    return ", ".join(f"{kind} {100 * n // whole} %" for kind, n in most) or "nothing"


def _successive(partners: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the leaders of each office, two by two in their order."""
    for partner in dict.fromkeys(partners.values()):
        yield from pairwise([one for one, office in partners.items() if office == partner])


def _between(talks: Mapping[str, Talk], one: str, other: str) -> str:
    first, second = talks[one], talks[other]
    offers, signs = apart(first.offers, second.offers), apart(first.signs, second.signs)
    share = shares_apart((first.accepted, first.received), (second.accepted, second.received))
    return f"{one} to {other}: {offers:.1f}, {signs:.1f}, {share:.1f}"
