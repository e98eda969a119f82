"""`python -m tests.mutants`: draw mutants, try the tests on them, and tell what none noticed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

import pytest

from tests.mutants.drawing import SHARES, Mutant, drawn
from tests.mutants.swapping import Swapping
from tests.mutants.trying import Trying

# Recorded texts and counts would notice anything; the screen and tools are rooms above.
LEFT_OUT = (
    "envs", "lab", "report", "surface", "tui", "web",
    "test_architecture.py", "test_docs.py", "test_release.py", "testing/test_playthrough.py",
)  # fmt: skip
OPTIONS = ("-n", "0", "-s", "-p", "no:cacheprovider", "-m", "not long",
           *(f"--ignore=tests/{name}" for name in LEFT_OUT))  # fmt: skip


def main() -> int:
    """Tell of each mutant as it is tried, then how many of each room were noticed."""
    given = _parser().parse_args()
    mutants = drawn(given.seed, given.rooms)
    if given.alone is not None:
        Swapping([mutants[given.alone]]).put(mutants[given.alone])
        return int(pytest.main([*OPTIONS, "-x", *given.tests]))
    noticed: dict[str, list[bool]] = {room: [] for room in given.rooms}

    def tell(number: int, test: str) -> None:
        noticed[mutants[number].room].append(bool(test))
        print(_told(mutants, number, test, number in trying.early), file=sys.stderr, flush=True)

    trying = Trying(mutants, tell)
    status = pytest.main([*OPTIONS, *given.tests], [trying])
    for room, found in noticed.items():
        print(f"{room}: {sum(found)} of {len(found)} noticed", file=sys.stderr)
    return int(status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("tests", nargs="*", default=["tests"], help="files or folders of tests")
    parser.add_argument("--seed", type=int, default=15, help="which are drawn (15)")
    parser.add_argument("--rooms", type=_shares, default=SHARES, help="such as `rules=500,saves`")
    parser.add_argument("--alone", type=int, metavar="N", help="let the tests begin with mutant N")
    return parser


def _shares(text: str) -> Mapping[str, int]:
    """Return how many of each room a text asks for, its share where it says no number."""
    rows = (row.partition("=") for row in text.split(","))
    return {room: int(number or SHARES[room]) for room, _, number in rows}


def _told(mutants: Sequence[Mutant], number: int, test: str, early: bool) -> str:
    mutant = mutants[number]
    where = f"{number} {mutant.path}:{mutant.line}"
    if test:
        return f"{where}: {test}"
    more = "; it runs as tests are collected, so try it with --alone" if early else ""
    return f"{where}: nothing noticed{more}\n{mutant.diff}"


if __name__ == "__main__":
    sys.exit(main())
