"""The register of iron runs: how far each has come, so that no older copy of it can be played.

An iron run is one save with no way back. Its save could be copied and put back; the register,
beside the saves, remembers how many decisions were written down and a hash over them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from game.errors import SaveError
from game.regular import is_there
from game.saves.files import read, write_over
from game.saves.record import Record, Taken
from game.text.language import _
from game.text.typed import whole_number

DIRECTORY = "iron"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a run has come: so many decisions, and the hash over them."""

    decisions: int
    head: str


def new_run() -> str:
    """Return a name for a new iron run."""
    return token_hex(8)


def head_of(decisions: Sequence[Taken]) -> str:
    """Return the hash over some decisions."""
    rows = [_row(taken) for taken in decisions]
    return sha256(json.dumps(rows, sort_keys=True).encode("ascii")).hexdigest()


def _row(taken: Taken) -> dict[str, Any]:
    """Return what counts of a decision: neither why it was taken nor where it led."""
    row = asdict(taken)
    del row["why"], row["after"]
    for term in row["terms"]:
        if not term["to"]:  # as it was written down before terms named whom they go to
            del term["to"]
    return row


def reached_by(record: Record) -> Reached:
    """Return how far a record has come."""
    return Reached(len(record.decisions), head_of(record.decisions))


class Register:
    """How far the iron runs of one directory of saves have come."""

    def __init__(self, directory: Path) -> None:
        """Keep the register beside the saves of a directory."""
        self.directory = directory / DIRECTORY

    def reached(self, run: str) -> Reached | None:
        """Return how far a run has come; None where the register doesn't know it."""
        path = self.directory / run
        if not is_there(path):
            return None
        count, _space, head = read(path).strip().partition(" ")
        decisions = whole_number(count)
        return None if decisions is None else Reached(decisions, head)

    def admit(self, record: Record, where: str) -> bool:
        """Return whether the register knows a record's run, and this is as far as it has come.

        Raises SaveError for a copy older than the run, or one that went another way.
        """
        known = self.reached(record.iron)
        if known is None:
            return False
        if known.head == head_of(record.decisions[: known.decisions]):
            return True
        raise SaveError(
            _(
                "{save} is an older copy of an iron run that has come as far as decision {n}: iron "
                "mode has no way back. Go on with the run's own save.",
                save=where,
                n=known.decisions,
            )
        )

    def hold(self, run: str, before: Reached | None) -> None:
        """Raise SaveError when somebody else has played a run on since it had come so far."""
        if self.reached(run) != before:
            raise SaveError(
                _(
                    "This iron run has been played on elsewhere meanwhile. Leave this one; the "
                    "run's own save is as the other left it."
                )
            )

    def begin(self, run: str) -> Reached:
        """Write a new run down before anything of it is saved, and return how far it has come.

        A save of a run that the register doesn't know is taken for a copy. Raises SaveError.
        """
        return self._write(run, Reached(0, head_of(())))

    def advance(self, record: Record) -> Reached:
        """Write down how far a run has come, and return it."""
        now = reached_by(record)
        return now if now == self.reached(record.iron) else self._write(record.iron, now)

    def _write(self, run: str, reached: Reached) -> Reached:
        write_over(self.directory / run, f"{reached.decisions} {reached.head}\n")
        return reached
