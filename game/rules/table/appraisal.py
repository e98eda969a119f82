"""What a clause is worth to a side at every amount, worked out anew when what it reads moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from game.content.names import Names
from game.content.records import Amount, Clause, Facts, Row
from game.rules.figures import weight_path

MOST = 512  # rows that are kept before they are forgotten


@dataclass(slots=True, eq=False)
class Appraisal:
    """What a clause is worth to a party that gives it or gets it, from its lowest amount up.

    What a row hangs on is asked first, so that nothing is worked out twice. `read` returns that;
    it is None where a worth hangs on more than figures.
    """

    low: int
    sizes: int
    gain: Callable[[Facts], Row]
    cost: Callable[[Facts], Row]
    weight: str
    read: Callable[[Mapping[str, int]], object] | None
    _plain: dict[object, Row] = field(default_factory=dict)
    _weighed: dict[object, Row] = field(default_factory=dict)

    def plain(self, facts: Facts) -> Row:
        """Return the worth at every amount before a leader weighs it."""
        if self.read is None:
            return self._reckoned(facts)
        key = self.read(facts.figures)
        found = self._plain.get(key)
        if found is None:
            found = _remembered(self._plain, key, self._reckoned(facts))
        return found

    def weighed(self, facts: Facts) -> Row:
        """Return the worth at every amount as the party's leader weighs it."""
        figures = facts.figures
        share = figures[self.weight]
        if self.read is None:
            return percent(self._reckoned(facts), share)
        key = self.read(figures), share
        found = self._weighed.get(key)
        if found is None:
            found = _remembered(self._weighed, key, percent(self.plain(facts), share))
        return found

    def _reckoned(self, facts: Facts) -> Row:
        gains, costs = self.gain(facts), self.cost(facts)
        return tuple([gain - cost for gain, cost in zip(gains, costs, strict=True)])


def _remembered(rows: dict[object, Row], key: object, row: Row) -> Row:
    if len(rows) >= MOST:
        rows.clear()
    rows[key] = row
    return row


def percent(values: Row, share: int) -> Row:
    """Return a share of each value, rounded down: what is cut in parts is worth no more for it."""
    return tuple([value * share // 100 for value in values])


def appraisal_of(names: Names, clause: Clause, who: str, other: str, gives: bool) -> Appraisal:
    """Return the appraisal of a clause by a party that gives it to another, or gets it."""
    hosts = clause.joint and gives
    gain = 0 if gives and not clause.mutual else _part(clause.gains, who, hosts)
    cost = _part(clause.costs, who, hosts) if gives or clause.mutual else 0
    sizes = range(clause.low, clause.high + 1)
    return Appraisal(
        clause.low,
        len(sizes),
        _row_of(gain, sizes, who, other),
        _row_of(cost, sizes, who, other),
        weight_path(who, clause.topic),
        _reader(names, (gain, cost), who, other),
    )


def _part(table: Mapping[str, Amount], who: str, hosts: bool) -> Amount:
    """Return what a table of gains or costs has for a party; who hosts a clause has its own."""
    if hosts and "host" in table:
        return table["host"]
    return table.get(who, table.get("any", 0))


def _row_of(amount: Amount, sizes: range, who: str, other: str) -> Callable[[Facts], Row]:
    if not isinstance(amount, int):
        return amount.at_every(sizes, who, other)
    row = (amount,) * len(sizes)
    return lambda facts: row


def _reader(
    names: Names, amounts: tuple[Amount, ...], who: str, other: str
) -> Callable[[Mapping[str, int]], object] | None:
    """Return what reads all figures that some amounts hang on; None where they read more."""
    asked = {raw for one in amounts if not isinstance(one, int) for raw in one.reads()}
    found = list(_found(names, asked))
    if any(store != "figures" for store, _ in found):
        return None
    keys = tuple(sorted({key.format(self=who, target=other) for _, key in found}))
    return itemgetter(*keys) if keys else lambda figures: ()


def _found(names: Names, asked: set[str]) -> Iterator[tuple[str, str]]:
    """Yield in which table of a state, and under what key, each name but the amount is kept."""
    for raw in asked:
        name = names.resolve(raw)
        if name is None:
            raise KeyError(raw)
        if name.store != "scope":
            yield name.store, name.key
