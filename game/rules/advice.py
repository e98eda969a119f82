"""What advisers think: a biased one-step estimate on the view, and whether it came out right.

An adviser weighs only the figures of its desk. What the preview shows is moved by its bias, and a
hunch about what the preview can't show is added; the less the skill, the larger the hunch. The
dice of a hunch hang on the view alone, so that the same view always gives the same opinion.

An opinion is *right* when the sign of its estimate for the choice that was taken is the sign of
what came of that choice: its own changes, and within two turns those of the follow-ups that it
scheduled and the clauses that it signed, weighed without bias. Where nothing of the desk moved, or
the estimate was nothing, it is neither right nor wrong and isn't counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from game.content.records import Adviser, Content
from game.record import Record
from game.rules.decisions import SIGNING, Branch, Change, Decision, find_offer
from game.rules.dice import below
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.home.cabinet import advisers, seated, skill
from game.rules.home.watch import moves_of, worth
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.legality import options
from game.rules.preview import foreseeable, preview
from game.rules.state import State
from game.rules.table.lives import begun
from game.rules.table.sides import receiver
from game.rules.view import NO_SEED
from game.rules.ways_out import Foreseen, ways_out

__all__ = [
    "LATER",
    "Opinion",
    "came_out",
    "opinions",
    "phrases_of",
    "right",
    "seated",
    "skill",
]

Stance = Literal["for", "against", "uneasy"]
LATER = 2  # turns after which an opinion is held against what came of the choice
SPREAD = {5: 60, 4: 130, 3: 220, 2: 350, 1: 700}  # by skill: the hunch in per cent of the stake
UNSURE = 20  # a margin over the next best under which nobody is at ease, per cent of the stake
WARNING = 2  # how much weightier than the best the worst must be to be warned of
NEUTRAL = 100


class Opinion(Record):
    """What an adviser thinks of a decision that is due.

    `pick` is what it would take; `about` what its words are about, for the stance `against` the
    choice that it warns of. `path` and `amount` are its chief reason (empty: none it could name),
    `sure` how sure it feels, 0-100. `estimates` are in thousandths of a point, by decision.
    """

    adviser: str
    stance: Stance
    pick: Decision
    about: Decision
    path: str
    amount: int
    sure: int
    phrase: int
    estimates: tuple[tuple[Decision, int], ...]

    def estimate(self, decision: Decision) -> int:
        """Return what it expects of a decision for its desk; 0 for one that it didn't weigh."""
        return next((worth for known, worth in self.estimates if known == decision), 0)


class Weighed(Record):
    """A decision as an adviser sees it: its lines (path, amount, worth) and a hunch."""

    decision: Decision
    lines: tuple[tuple[str, int, int], ...]
    hunch: int

    @property
    def seen(self) -> int:
        """What the lines alone come to, in thousandths of a point."""
        return _sum(self.lines)

    @property
    def total(self) -> int:
        """The estimate, in thousandths of a point."""
        return self.seen + self.hunch


def opinions(content: Content, seen: State) -> tuple[Opinion, ...]:
    """Return what the advisers of whoever decides think; on the agenda one of them suggests.

    `seen` is a view. Who has nothing at stake keeps silent. At the table one speaks of leaving a
    deal, where all desks together see good in it.
    """
    slot = seen.queue[0] if seen.queue and not seen.ending else None
    if slot is None:
        return ()
    index = index_of(content, seen.scenario)
    team = advisers(index, seen, slot.chair)
    if not team or (slot.kind == "agenda" and _acted(content, seen, slot.chair)):
        return ()
    if slot.kind == "table":
        return _suggestion(index, seen, team, _good_ways_out(content, index, seen, team))
    ahead = _foreseen(content, index, seen)
    if slot.kind == "agenda":
        return _suggestion(index, seen, team, ahead)
    found = (_opinion(index, seen, adviser, ahead) for adviser in team)
    return tuple(opinion for opinion in found if opinion is not None)


def _good_ways_out(
    content: Content, index: Index, seen: State, team: tuple[Adviser, ...]
) -> Foreseen:
    """Return the ways out of deals that all desks together expect more good of than harm."""
    ahead = ways_out(content, index, seen, LATER * index.scenario.turn_months)
    return [one for one in ahead if sum(_sum(_lines(index, seen, a, *one)) for a in team) > 0]


def _suggestion(
    index: Index, seen: State, team: tuple[Adviser, ...], ahead: Foreseen
) -> tuple[Opinion, ...]:
    """Return the one suggestion of a turn: of the adviser whose turn it is, or the next."""
    first = seen.turn % len(team)
    for adviser in (*team[first:], *team[:first]):
        opinion = _opinion(index, seen, adviser, ahead)
        if opinion is not None and opinion.stance == "for":
            return (opinion,)
    return ()


def _acted(content: Content, seen: State, chair: str) -> bool:
    """Return whether a chair has done anything on its agenda this turn."""
    today, used = seen.figures["date"], seen.used
    return any(day == today and _is_action(content, chair, mark) for mark, day in used.items())


def _is_action(content: Content, chair: str, mark: str) -> bool:
    owner, _, rest = mark.partition(".")
    return owner == chair and rest.partition(".")[0] in content.actions


def _foreseen(content: Content, index: Index, seen: State) -> Foreseen:
    """Return what each choice that may be taken leads to: its branches, and the others' answers."""
    found: list[tuple[Decision, tuple[Branch, ...], tuple[Branch, ...]]] = []
    for option in options(content, seen):
        decision = option.decision
        if option.reason or decision.pick == "counter":
            continue
        if decision.pick in ("end", "decline"):
            found.append((decision, (), ()))
            continue
        ahead = preview(content, seen, decision)
        running = _running(index, seen) if decision.pick in SIGNING else ()
        found.append((decision, (*ahead.branches, *running), ahead.answers))
    return found


def _running(index: Index, seen: State) -> tuple[Branch, ...]:
    """Return what the clauses of the offer on the desk bring in the turns that are looked at."""
    slot = seen.queue[0]
    offer, draft = find_offer(seen, slot.subject), Draft(index, seen)
    for term in offer.terms:
        clause, getter = index.content.clauses[term.clause], receiver(offer, term)
        if clause.monthly:
            life = begun(index, seen, term, getter, offer.months)
            for _ in range(min(life.months, LATER * index.scenario.turn_months)):
                perform_clause(draft, clause.monthly, term.giver, getter, term.amount)
    return (Branch(100, None, foreseeable(draft.changes, slot.chair)),)


def _opinion(index: Index, seen: State, adviser: Adviser, ahead: Foreseen) -> Opinion | None:
    rows = [_lines(index, seen, adviser, *one) for one in ahead]
    stake = max((abs(_sum(lines)) for lines in rows), default=0)
    if not stake:
        return None
    suggests = KINDS[seen.queue[0].kind].open_ended
    weighed = tuple(
        Weighed(one[0], lines, _hunch(seen, adviser, one[0], stake))
        for one, lines in zip(ahead, rows, strict=True)
        if not suggests or _sum(lines) > 0  # nobody suggests what it sees no good in
    )
    return _spoken(seen, adviser, weighed, stake) if weighed else None


def _sum(lines: Iterable[tuple[str, int, int]]) -> int:
    return sum(points for _, _, points in lines)


def _lines(
    index: Index,
    seen: State,
    adviser: Adviser,
    decision: Decision,
    branches: tuple[Branch, ...],
    answers: tuple[Branch, ...],
) -> tuple[tuple[str, int, int], ...]:
    """Return the expected moves of the desk's figures and what they are worth to the adviser."""
    expected: dict[str, int] = {}
    for weight, branch in (*_weights(branches), *_equally(answers)):
        for path, amount in moves_of(adviser.desk, decision.chair, index, branch.changes).items():
            expected[path] = expected.get(path, 0) + weight * amount
    found = []
    for path, hundredfold in expected.items():
        points, figure = worth(index, seen, decision.chair, path, hundredfold)
        leaning = adviser.bias.get(figure, NEUTRAL)
        found.append((path, _rounded(hundredfold, 100), points * leaning // 10_000))
    return tuple(line for line in found if line[2])


def _weights(branches: tuple[Branch, ...]) -> list[tuple[int, Branch]]:
    return [(branch.chance, branch) for branch in branches]


def _equally(answers: tuple[Branch, ...]) -> list[tuple[int, Branch]]:
    return [(100 // len(answers), branch) for branch in answers]


def _rounded(amount: int, by: int) -> int:
    """Return a share rounded half away from zero, and never to nothing."""
    size = max(1, (abs(amount) * 2 + by) // (2 * by))
    return size if amount >= 0 else -size


def _hunch(seen: State, adviser: Adviser, decision: Decision, stake: int) -> int:
    """Return what an adviser thinks will come of a choice beyond what the preview shows."""
    if decision.pick in ("end", "decline"):
        return 0
    spread = stake * SPREAD[adviser.skill] // 100
    rolls = [_roll(seen, adviser, decision, 2 * spread + 1, n) for n in (0, 1)]
    return sum(rolls) // 2 - spread


def _roll(seen: State, adviser: Adviser, decision: Decision, limit: int, n: int) -> int:
    figures, subject = seen.figures, seen.queue[0].subject
    told = f"{figures['tension']}.{figures['altitude']}.{figures[f'{decision.chair}.mandate']}"
    what = f"{adviser.id}/{subject}/{decision.pick}.{decision.target}/{told}"
    return below(limit, NO_SEED, "advice", seen.turn, what, n)


def _spoken(seen: State, adviser: Adviser, weighed: tuple[Weighed, ...], stake: int) -> Opinion:
    """Return what an adviser says: for the best, against the worst, or uneasily for the best."""
    ranked = sorted(weighed, key=lambda one: -one.total)
    best, worst = ranked[0], ranked[-1]
    sure = _sureness(seen, ranked, stake)
    stance: Stance = "against" if _warns(seen, best, worst) else "for"
    about = worst if stance == "against" else best
    path, amount = _reason(about, 1 if stance == "for" else -1)
    if not path or sure < UNSURE or (stance == "for" and best.seen <= 0):
        stance, about = "uneasy", best
        path, amount = _reason(best, 1)
    phrases = len(phrases_of(adviser, stance, path))
    said = _roll(seen, adviser, about.decision, phrases, 2)
    estimates = tuple((one.decision, one.total) for one in weighed)
    return Opinion(
        adviser.id, stance, best.decision, about.decision, path, amount, sure, said, estimates
    )


def _warns(seen: State, best: Weighed, worst: Weighed) -> bool:
    """Return whether it speaks against the worst: that weighs more, or the best costs it too."""
    if worst is best or KINDS[seen.queue[0].kind].open_ended:
        return False
    return -worst.total > max(0, WARNING * best.total) or best.seen <= 0 > worst.seen


def _sureness(seen: State, ranked: list[Weighed], stake: int) -> int:
    """Return how far ahead the best is of the next, on the agenda of doing nothing; 0 to 100."""
    rivals = ranked[1:2] if not KINDS[seen.queue[0].kind].open_ended else []
    margin = ranked[0].total - (rivals[0].total if rivals else 0)
    return max(0, min(100, 100 * margin // stake))


def _reason(about: Weighed, sign: int) -> tuple[str, int]:
    """Return the weightiest figure that speaks for a stance, and its move; nothing if none does."""
    speaking = [line for line in about.lines if line[2] * sign > 0]
    path, amount, _ = max(speaking, key=lambda line: abs(line[2]), default=("", 0, 0))
    return path, amount


def phrases_of(adviser: Adviser, stance: Stance, path: str) -> tuple[str, ...]:
    """Return what may be said for a stance, its chief reason being a path."""
    voice = adviser.voice
    pro, against = voice.of.get(path.partition(".faction.")[2], ((), ()))
    found = {"for": voice.pro + pro, "against": voice.against + against, "uneasy": voice.uneasy}
    return found[stance]


def came_out(
    index: Index, seen: State, desk: str, chair: str, changes: Iterable[Change]
) -> tuple[tuple[str, int, int], ...]:
    """Return what changes came to for a desk: path, amount, and worth in thousandths of a point.

    `seen` is the view on which the opinion was given.
    """
    moved = moves_of(desk, chair, index, changes)
    return tuple((path, n, worth(index, seen, chair, path, n)[0]) for path, n in moved.items() if n)


def right(estimate: int, came: Iterable[tuple[str, int, int]]) -> bool | None:
    """Return whether the sign of an estimate was right; None where there is nothing to judge."""
    result = sum(points for _, _, points in came)
    return None if not estimate or not result else (estimate > 0) == (result > 0)
