"""Runs the tests in forks: first to see which statements each reaches, then on each mutant."""

from __future__ import annotations

import builtins
import gc
import json
import os
import signal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, pairwise
from typing import TextIO

import pytest

from tests import shipped
from tests.mutants.drawing import Mutant
from tests.mutants.swapping import HIT, Swapping

Timed = tuple[float, pytest.Item]  # how many seconds a test takes unmutated, and the test
BUDGET = 150.0  # seconds of tests, as they take unmutated, that a mutant is tried with
PATIENCE = 600  # seconds after which a test that only waits is ended


@dataclass(eq=False)
class Trying:
    """A plugin of pytest that runs the collected tests on mutants, and tells of each.

    `told` hears of a mutant its number and what noticed it: a test, or nothing.
    """

    mutants: Sequence[Mutant]
    told: Callable[[int, str], None]
    reached: set[int] = field(default_factory=set)  # since the last test began
    seconds: float = 0.0  # of the last test, with what it sets up
    failed: bool = False
    early: frozenset[int] = frozenset()  # reached before any test began, whose forks share it

    def __post_init__(self) -> None:
        """Import what is mutated, and mark it before tests are collected."""
        vars(builtins)[HIT] = self.reached.add
        self.swapping = Swapping(self.mutants)
        for path, lines in self._lines().items():
            self.swapping.mark(path, lines)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what a phase of a test came to."""
        self.seconds += report.duration
        self.failed |= not report.passed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run each file of tests once, then each mutant's tests, quickest first."""
        shipped.base()
        self.early = frozenset(self.reached)
        gc.freeze()
        reaching = self._reaching(session.items)
        for path in self.swapping.files:
            self.swapping.take(path)
        for number, mutant in enumerate(self.mutants):
            self.told(number, self._noticed(mutant, _within(BUDGET, reaching[number])))
        return True

    def _lines(self) -> dict[str, dict[int, int]]:
        lines: dict[str, dict[int, int]] = defaultdict(dict)
        for number, mutant in enumerate(self.mutants):
            lines[mutant.path][number] = mutant.line
        return lines

    def _reaching(self, items: Sequence[pytest.Item]) -> dict[int, list[Timed]]:
        """Return which tests that pass reach each mutant, and how long they take."""
        found: dict[int, list[Timed]] = defaultdict(list)
        named = {item.nodeid: item for item in items}
        for _, group in groupby(items, key=lambda item: item.path):
            for line in _forked(partial(self._watch, [*group])):
                test, seconds, numbers = json.loads(line)
                for number in numbers:
                    found[number].append((seconds, named[test]))
        return found

    def _watch(self, items: Sequence[pytest.Item], out: TextIO) -> None:
        for item in self._run(items):
            if not self.failed:
                print(json.dumps([item.nodeid, self.seconds, [*self.reached]]), file=out)

    def _run(self, items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
        """Run tests one by one, and yield each that has run."""
        for item, following in pairwise([*items, None]):
            assert item is not None
            self.reached.clear()
            self.seconds, self.failed = 0.0, False
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            yield item

    def _noticed(self, mutant: Mutant, tests: Sequence[Timed]) -> str:
        """Return the test that fails on a mutant or never ends on it, or "" for none."""
        *_, last = ("", *_forked(partial(self._try, mutant, tests)))
        return last

    def _try(self, mutant: Mutant, tests: Sequence[Timed], out: TextIO) -> None:
        """Write each test's name as it begins, and nothing once all have passed."""
        self.swapping.put(mutant)
        running = self._run(item for _, item in tests)
        for seconds, item in tests:
            print(item.nodeid, file=out)
            signal.setitimer(signal.ITIMER_PROF, 20 + 10 * seconds)  # of work, then it is ended
            signal.alarm(PATIENCE)
            next(running)
            if self.failed:
                return
        print(file=out)


def _within(budget: float, tests: list[Timed]) -> list[Timed]:
    """Return the quickest of the tests, as many as take no longer together."""
    chosen = []
    for seconds, item in sorted(tests, key=lambda one: one[0]):
        budget -= seconds
        if budget < 0:
            break
        chosen.append((seconds, item))
    return chosen


def _forked(work: Callable[[TextIO], None]) -> Iterator[str]:
    """Do something in a fork; yield the lines that it writes."""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with os.fdopen(reading) as lines:
            yield from (line.rstrip("\n") for line in lines)
        os.waitpid(child, 0)
        return
    try:
        with os.fdopen(writing, "w", buffering=1) as out:
            work(out)
    finally:
        os._exit(0)
