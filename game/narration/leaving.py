"""What leaving would cost and what the ladder shuts, in words a player reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.narration.words import say
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.phases.accidents import odds_of_any
from game.rules.rungs import rungs, shut_actions
from game.rules.separation import Half, goes_with, halves
from game.rules.state import Deal, State
from game.rules.table.ladder import (
    NOTICE,
    SEPARATION,
    notice_left,
    pressure,
    price_of_step,
    rung_of,
    shut,
    top,
)
from game.rules.table.stakes import stakes
from game.text.counting import counted

FATES = {
    "crewed": "goes on with people aboard",
    "empty": "stays up and can't be lived in",
    "lowered": "can't stay up and is steered down",
    "falling": "falls where nobody chooses",
}
ABILITIES = {
    "attitude": "Attitude",
    "thrust": "Thrust",
    "power": "Power",
    "air": "Air and stores",
    "down": "A way down",
    "seats": "Seats home",
}
HALVES = {"usos": "The American half", "ros": "The Russian half"}
NAMED = "Zarya"  # what a stake may begin with that keeps its capital letter
SURE = "All of it is in plain sight: ships, tanks, people and papers."
PLAIN = "All of it is in plain sight."
UNSURE = "Their purse is only believed; the rest is in plain sight."


def sum_text(lines: Sequence[Line]) -> str:
    """Return what lines sum to, with how far off it may be."""
    total, off = sum(line.amount for line in lines), sum(line.spread for line in lines)
    return f"{total} ±{off}" if off else str(total)


def how_sure(index: Index, lines: Sequence[Line]) -> str:
    """Return how far a reading of somebody else's stakes can be relied on."""
    if not index.scenario.station:
        return PLAIN
    return UNSURE if any(line.spread for line in lines) else SURE


def question(index: Index, chair: str, who: str, leaver: str) -> str:
    """Return whose loss by whose leaving an arithmetic is about."""
    name = index.content.partners
    loser = "you'd lose" if who == chair else f"{name[who].name} would lose"
    goes = "you" if leaver == chair else name[leaver].name
    return f"If {goes} left this turn, {loser}"


def bound(index: Index) -> bool:
    """Return whether anything binds the partners: a station, or a venture without one."""
    return index.scenario.station or index.scenario.venture is not None


def losses(
    index: Index, seen: State, chair: str
) -> Iterator[tuple[str, str, str, tuple[Line, ...]]]:
    """Yield loser, leaver, the question and the arithmetic: the chair's own losses first.

    Where neither a station nor a venture binds the partners, nobody loses anything.
    """
    if not bound(index):
        return
    others = [other for other in index.chairs if other != chair]
    for who, leaver in (*((chair, o) for o in others), *((o, chair) for o in others)):
        lines = stakes(index, seen, who, leaver)
        yield who, leaver, question(index, chair, who, leaver), lines


def in_short(index: Index, lines: Sequence[Line], most: int = 4) -> str:
    """Return the weightiest lines in one phrase."""
    ranked = sorted(lines, key=lambda line: -abs(line.amount))
    told = [f"{_short(say(index.content, line.label))} {line.amount}" for line in ranked[:most]]
    return ", ".join([*told, "and more"] if len(ranked) > most else told)


def _short(label: str) -> str:
    short = label.partition(":")[0]
    named = short.startswith(NAMED) or (short[:2].isupper() and short[:2].isalpha())
    return short if named else short[:1].lower() + short[1:]


def shuts(index: Index, number: int) -> str:
    """Return what a rung shuts that the one below doesn't, or nothing."""
    content, actions = index.content, shut_actions(index.content)
    names = [content.clauses[name].name for name, n in index.shut_clauses.items() if n == number]
    names += [content.actions[name].name for name, n in actions.items() if n == number]
    return ", ".join(name[:1].lower() + name[1:] for name in dict.fromkeys(names))


def suspended(index: Index, seen: State, deal: Deal, chair: str) -> Iterator[str]:
    """Yield what of a deal in force rests because a rung has shut it, and who stands there."""
    for clause in dict.fromkeys(term.clause for term in deal.terms):
        if shut(index, seen.figures, clause, *deal.parties):
            lowest, name = index.shut_clauses[clause], index.content.clauses[clause].name
            stand = (_stands(index, seen, p, chair) for p in _above(seen, deal, lowest))
            yield f"Suspended: {name}, shut from rung {lowest} up; {' and '.join(stand)}."


def _above(seen: State, deal: Deal, lowest: int) -> list[str]:
    return [p for p in deal.parties if seen.figures.get(f"{p}.rung", 0) >= lowest]


def _stands(index: Index, seen: State, who: str, chair: str) -> str:
    rung = seen.figures[f"{who}.rung"]
    name = "you stand" if who == chair else f"{index.content.partners[who].name} stands"
    return f"{name} on {rung}, {rungs(index.scenario)[rung]}"


def rung_lines(index: Index, number: int) -> Iterator[str]:
    """Yield what a rung means: what it shuts, how often it leads to accidents, what steps cost."""
    rung = rung_of(index, number)
    if rung.text:
        yield rung.text
    if closed := shuts(index, number):
        yield f"Shuts: {closed}."
    if odds := odds_of_any(index, number):
        yield f"Accidents: {odds} % a quarter."
    yield f"Step up to it: capital {rung.climb}. {_down(index, number)}"


def _down(index: Index, number: int) -> str:
    rung = rung_of(index, number)
    if number == SEPARATION:
        return "No step down."
    face = f", standing -{rung.face}" if rung.face else ""
    return f"Down from it: capital {rung.descend}{face}."


def standing_lines(index: Index, seen: State, chair: str) -> Iterator[str]:
    """Yield where everybody stands, how long a notice has to run, and what a threat is worth."""
    for who in index.chairs:
        rung, names = seen.figures[f"{who}.rung"], rungs(index.scenario)
        name = "You stand" if who == chair else f"{index.content.partners[who].name} stands"
        yield f"{name} on rung {rung}, {names[rung]}; the ladder ends at {names[top(index, who)]}."
        if rung >= NOTICE and seen.figures[f"notice.{who}"]:
            left = notice_left(seen, who)
            yield f"  Article 28: {12 - left} of the notice's 12 months have run."
        for other in index.chairs:
            points = pressure(seen.figures, other, who) if other != who else 0
            if points:
                way = f"gives way by {counted(points, 'point')} at the table"
                yield f"  {_whom(index, chair, other)} {way}."


def _whom(index: Index, chair: str, other: str) -> str:
    return "Your own side" if other == chair else index.content.partners[other].name


def step_lines(index: Index, seen: State, chair: str, by: int) -> Iterator[str]:
    """Yield what a step up or down would mean now."""
    rung, names = seen.figures[f"{chair}.rung"], rungs(index.scenario)
    if by > 0 and rung < top(index, chair):
        yield f"To rung {rung + 1}, {names[rung + 1]}."
        yield from rung_lines(index, rung + 1)
        if rung + 1 == SEPARATION:
            yield from alone_lines(index, seen, chair)
    elif by < 0 and rung:
        yield f"To rung {rung - 1}, {names[rung - 1]}."
        if closed := shuts(index, rung):
            yield f"Opens again: {closed}."
        cost = price_of_step(index, seen, chair, by)
        yield f"Costs capital {cost}, standing -{rung_of(index, rung).face}, and the hawks' cheers."


def alone_lines(index: Index, seen: State, leaver: str = "") -> Iterator[str]:
    """Yield what each half could do alone: as the run ended, or if somebody let go now."""
    if not index.scenario.station:
        return
    settled = seen.words["zarya"]
    zarya = goes_with(seen, index, leaver) if settled == "shared" else settled
    for half in halves(index, seen, zarya):
        yield f"{HALVES[half.segment]} {FATES[_fate(seen, half)]}:"
        for ability in half.abilities:
            told = say(index.content, ability.rests_on)
            yield f"  {ABILITIES[ability.name]}: {'yes' if ability.holds else 'no'}, {told}."


def _fate(seen: State, half: Half) -> str:
    """Return what was settled when the halves parted, before people and ships went."""
    settled = seen.words[f"{half.segment}_alone"]
    return half.fate if settled == "together" else settled
