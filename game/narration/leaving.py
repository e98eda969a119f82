"""What leaving would cost and what the ladder shuts, in words a player reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.narration.ladder import stand, step_told
from game.narration.words import rung_told, say
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
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, listed

FATES = {
    "crewed": N_("goes on with people aboard"),
    "empty": N_("stays up and can't be lived in"),
    "lowered": N_("can't stay up and is steered down"),
    "falling": N_("falls where nobody chooses"),
}
ABILITIES = {
    "attitude": N_("Attitude"),
    "thrust": N_("Thrust"),
    "power": N_("Power"),
    "air": N_("Air and stores"),
    "down": N_("A way down"),
    "seats": N_("Seats home"),
}
HALVES = {"usos": N_("The American half {fate}:"), "ros": N_("The Russian half {fate}:")}
NAMED = ("Zarya", "Columbus")  # what a stake may begin with that keeps its capital letter
SURE = N_("All of it is in plain sight: ships, tanks, people and papers.")
PLAIN = N_("All of it is in plain sight.")
UNSURE = N_("Their purse is only believed; the rest is in plain sight.")


def sum_text(lines: Sequence[Line]) -> str:
    """Return what lines sum to, with how far off it may be."""
    total, off = sum(line.amount for line in lines), sum(line.spread for line in lines)
    return f"{total} ±{off}" if off else str(total)


def how_sure(index: Index, lines: Sequence[Line]) -> str:
    """Return how far a reading of somebody else's stakes can be relied on."""
    if not index.scenario.station:
        return _(PLAIN)
    return _(UNSURE) if any(line.spread for line in lines) else _(SURE)


def question(index: Index, chair: str, who: str, leaver: str) -> str:
    """Return whose loss by whose leaving an arithmetic is about."""
    loser, goes = index.content.partners[who].name, index.content.partners[leaver].name
    if who == chair:
        return _("If {name} left this turn, you'd lose", name=goes)
    if leaver == chair:
        return _("If you left this turn, {name} would lose", name=loser)
    return _("If {leaver} left this turn, {loser} would lose", leaver=goes, loser=loser)


def bound(index: Index) -> bool:
    """Return whether anything binds the partners: a station, or a venture without one."""
    return index.scenario.station or bool(index.scenario.venture)


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
    return comma_listed([*told, _("and more")] if len(ranked) > most else told)


def _short(label: str) -> str:
    short = label.partition(":")[0]
    named = short.startswith(NAMED) or (short[:2].isupper() and short[:2].isalpha())
    return short if named else short[:1].lower() + short[1:]


def shuts(index: Index, number: int) -> str:
    """Return what a rung shuts that the one below doesn't, or nothing."""
    content, actions = index.content, shut_actions(index.content)
    names = [content.clauses[name].name for name, n in index.shut_clauses.items() if n == number]
    names += [content.actions[name].name for name, n in actions.items() if n == number]
    return comma_listed([name[:1].lower() + name[1:] for name in dict.fromkeys(names)])


def suspended(index: Index, seen: State, deal: Deal, chair: str) -> Iterator[str]:
    """Yield what of a deal in force rests because a rung has shut it, and who stands there."""
    for clause in dict.fromkeys(term.clause for term in deal.terms):
        if shut(index, seen.figures, clause, *deal.parties):
            lowest, name = index.shut_clauses[clause], index.content.clauses[clause].name
            stand = [_stands(index, seen, p, chair) for p in _above(seen, deal, lowest)]
            yield _(
                "Suspended: {clause}, shut from rung {rung} up; {who_stands}.",
                clause=name,
                rung=lowest,
                who_stands=listed(stand),
            )


def _above(seen: State, deal: Deal, lowest: int) -> list[str]:
    return [p for p in deal.parties if seen.figures.get(f"{p}.rung", 0) >= lowest]


def _stands(index: Index, seen: State, who: str, chair: str) -> str:
    rung = seen.figures[f"{who}.rung"]
    called = rung_told(index.content, rungs(index.scenario)[rung])
    if who == chair:
        return _("you stand on {n}, {rung}", n=rung, rung=called)
    name = index.content.partners[who].name
    return _("{name} stands on {n}, {rung}", name=name, n=rung, rung=called)


def rung_lines(index: Index, number: int) -> Iterator[str]:
    """Yield what a rung means: what it shuts, how often it leads to accidents, what steps cost."""
    rung = rung_of(index, number)
    if rung.text:
        yield rung.text
    if closed := shuts(index, number):
        yield _("Shuts: {what}.", what=closed)
    if odds := odds_of_any(index, number):
        yield _("Accidents: {odds} % a quarter.", odds=odds)
    yield f"{_('Step up to it: capital {cost}.', cost=rung.climb)} {_down(index, number)}"


def _down(index: Index, number: int) -> str:
    rung = rung_of(index, number)
    if number == SEPARATION:
        return _("No step down.")
    if not rung.face:
        return _("Down from it: capital {cost}.", cost=rung.descend)
    return _(
        "Down from it: capital {cost}, standing -{standing}.",
        cost=rung.descend,
        standing=rung.face,
    )


def standing_lines(index: Index, seen: State, chair: str) -> Iterator[str]:
    """Yield where everybody stands, how long a notice has to run, and what a threat is worth."""
    for who in index.chairs:
        rung = seen.figures[f"{who}.rung"]
        yield _standing(index, rung, who, chair)
        if moved := step_told(index, stand(index, seen, who)):
            yield f"  {_('Last step: {moved}.', moved=moved)}"
        if rung >= NOTICE and seen.figures[f"notice.{who}"]:
            run = 12 - notice_left(seen, who)
            told = _("Article 28: {months} of the notice's 12 months have run.", months=run)
            yield f"  {told}"
        for other in index.chairs:
            points = pressure(seen.figures, other, who) if other != who else 0
            if points:
                yield f"  {_gives_way(index, chair, other, points)}"


def _standing(index: Index, rung: int, who: str, chair: str) -> str:
    """Return where somebody stands on the ladder, and where it ends for them."""
    names = rungs(index.scenario)
    called, ends = (rung_told(index.content, names[n]) for n in (rung, top(index, who)))
    if who == chair:
        return _("You stand on rung {n}, {rung}; the ladder ends at {last}.",
                 n=rung, rung=called, last=ends)  # fmt: skip
    return _("{name} stands on rung {n}, {rung}; the ladder ends at {last}.",
             name=index.content.partners[who].name, n=rung, rung=called, last=ends)  # fmt: skip


def _gives_way(index: Index, chair: str, other: str, points: int) -> str:
    """Return by how much somebody gives way to a threat to leave."""
    if other == chair:
        return ngettext(
            "Your own side gives way by {n} point at the table.",
            "Your own side gives way by {n} points at the table.",
            points,
        )
    return ngettext(
        "{name} gives way by {n} point at the table.",
        "{name} gives way by {n} points at the table.",
        points,
        name=index.content.partners[other].name,
    )


def step_lines(index: Index, seen: State, chair: str, by: int) -> Iterator[str]:
    """Yield what a step up or down would mean now."""
    rung = seen.figures[f"{chair}.rung"]
    if by > 0 and rung < top(index, chair):
        yield _to_rung(index, rung + 1)
        yield from rung_lines(index, rung + 1)
        if rung + 1 == SEPARATION:
            yield from alone_lines(index, seen, chair)
    elif by < 0 and rung:
        yield _to_rung(index, rung - 1)
        if closed := shuts(index, rung):
            yield _("Opens again: {what}.", what=closed)
        cost = price_of_step(index, seen, chair, by)
        yield _(
            "Costs capital {cost}, standing -{standing}, and the hawks' cheers.",
            cost=cost,
            standing=rung_of(index, rung).face,
        )


def _to_rung(index: Index, rung: int) -> str:
    name = rung_told(index.content, rungs(index.scenario)[rung])
    return _("To rung {n}, {rung}.", n=rung, rung=name)


def alone_lines(index: Index, seen: State, leaver: str = "") -> Iterator[str]:
    """Yield what each half could do alone: as the run ended, or if somebody let go now."""
    if not index.scenario.station:
        return
    settled = seen.words["zarya"]
    zarya = goes_with(seen, index, leaver) if settled == "shared" else settled
    for half in halves(index, seen, zarya):
        yield _(HALVES[half.segment], fate=_(FATES[_fate(seen, half)]))
        for ability in half.abilities:
            told = say(index.content, ability.rests_on)
            name, holds = _(ABILITIES[ability.name]), _("yes") if ability.holds else _("no")
            yield f"  {_('{ability}: {holds}, {why}.', ability=name, holds=holds, why=told)}"


def _fate(seen: State, half: Half) -> str:
    """Return what was settled when the halves parted, before people and ships went."""
    settled = seen.words[f"{half.segment}_alone"]
    return half.fate if settled == "together" else settled
