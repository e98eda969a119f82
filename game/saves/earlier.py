"""Recovery points: how a save stood at the end of each of its last turns, out of the lists.

They lie in `earlier/NAME/` beside the saves, as `000012-7.json`: the twelfth of them, from turn 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from game.errors import SaveError
from game.saves.files import write_over

DIRECTORY = "earlier"
MOST = 5
FILE = re.compile(r"(\d{1,9})-(\d{1,9})\.json")
NAMED = re.compile(r"(.+)~(\d{1,9})")


class Earlier:
    """The recovery points of the saves in one directory."""

    def __init__(self, directory: Path) -> None:
        """Keep them beside the saves of a directory."""
        self.directory = directory / DIRECTORY

    def keep(self, name: str, turn: int, text: str) -> None:
        """Keep how a save stood in a turn, and no more than the last few.

        A point that can't be kept is done without: the save itself is worth more.
        """
        numbers = [number for number, _, _ in self._points(name)]
        place = self.directory / name / f"{max(numbers, default=0) + 1:06d}-{turn}.json"
        with suppress(SaveError):
            write_over(place, text)
            for _, _, old in sorted(self._points(name))[:-MOST]:
                with suppress(OSError):
                    old.unlink()

    def forget(self, name: str) -> None:
        """Remove all points of a save. Raises OSError where one can't be."""
        for _, _, path in self._points(name):
            path.unlink(missing_ok=True)

    def turns(self, name: str) -> tuple[int, ...]:
        """Return the turns that a save can go back to, in order."""
        return tuple(sorted(self.points(name)))

    def points(self, name: str) -> Mapping[int, Path]:
        """Return the files of a save's points by their turn; of two the later one."""
        return {turn: path for _, turn, path in sorted(self._points(name))}

    def find(self, name: str) -> Path | None:
        """Return the file that a name like `my_game~7` means, if there is one."""
        meant = NAMED.fullmatch(name)
        return self.points(meant[1]).get(int(meant[2])) if meant else None

    def of(self, path: Path) -> str:
        """Return the name of the save that a file is a point of; empty for any other file."""
        place = path.absolute().parent
        mine = place.parent == self.directory.absolute() and FILE.fullmatch(path.name)
        return place.name if mine else ""

    def _points(self, name: str) -> Iterator[tuple[int, int, Path]]:
        """Yield number, turn and file of each point of a save."""
        try:
            paths = list((self.directory / name).iterdir())
        except OSError:
            return
        for path in paths:
            if found := FILE.fullmatch(path.name):
                yield int(found[1]), int(found[2]), path
