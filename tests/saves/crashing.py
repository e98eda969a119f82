"""A model of a disk that loses its power: every state that a cut may leave behind.

While it watches, each step of the writer is carried out for real and remembered. What was not
brought to the disk before the cut may then be there or not, each thing by itself and in any
order: names (made, linked, renamed, removed) until their directory is synced, a file's bytes until
the file is. Unsynced bytes may be missing, torn, or of the right length and zero.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

FOLDER = -1
GONE = -2
SHORT = 4096  # no call writes more at once, so that a write may be cut between two
MOST_LOOSE = 7  # names that hang in the air at once: all their subsets are looked at


@dataclass(frozen=True, slots=True)
class Step:
    """One call: its kind, the name it concerns, the file behind the name, bytes if any."""

    kind: str
    path: str = ""
    file: int = GONE
    content: bytes = b""


@dataclass
class Watch:
    """What was done below a directory, in order, and how far it had come at each save."""

    root: Path
    deaf: frozenset[str] = frozenset()
    steps: list[Step] = field(default_factory=list)
    saved: list[tuple[int, Any]] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    handles: dict[int, str] = field(default_factory=dict)
    count: int = 0

    def note(self, kind: str, path: str = "", file: int = GONE, content: bytes = b"") -> None:
        """Remember a step, unless this disk is deaf to its kind."""
        if kind not in self.deaf:
            self.steps.append(Step(kind, path, file, content))

    def done(self, what: Any) -> None:
        """Remember that something has been saved, as its player is told."""
        self.saved.append((len(self.steps), what))

    def _mine(self, path: object) -> str:
        name = Path(str(path)).absolute()
        return str(name) if name.is_relative_to(self.root) else ""

    def watching(self, patch: pytest.MonkeyPatch) -> None:
        """Listen to every call that changes the disk."""
        real = {n: getattr(os, n) for n in CALLS}
        for name in CALLS:
            patch.setattr(os, name, getattr(self, f"_{name}")(real[name]))

    def _open(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: Any, flags: int, *more: Any, **named: Any) -> int:
            handle = real(path, flags, *more, **named)
            if name := self._mine(path):
                self.handles[handle] = name
                if flags & os.O_CREAT and not name.endswith(".lock"):
                    self.count += 1
                    self.files[name] = self.count
                    self.note("name", name, self.count)
            return handle

        return call

    def _close(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(handle: int) -> None:
            self.handles.pop(handle, None)
            real(handle)

        return call

    def _write(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(handle: int, content: bytes) -> int:
            some = real(handle, content[:SHORT])
            if name := self.handles.get(handle, ""):
                self.note("write", name, self.files.get(name, GONE), content[:some])
            return some

        return call

    def _fsync(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(handle: int) -> None:
            if name := self.handles.get(handle, ""):
                kind = "settle" if Path(name).is_dir() else "sync"
                self.note(kind, name, self.files.get(name, GONE))

        return call

    def _mkdir(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: Any, *more: Any, **named: Any) -> None:
            real(path, *more, **named)
            if name := self._mine(path):
                self.note("name", name, FOLDER)

        return call

    def _link(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(source: Any, target: Any, **named: Any) -> None:
            real(source, target, **named)
            if name := self._mine(target):
                self.files[name] = self.files[self._mine(source)]
                self.note("name", name, self.files[name])

        return call

    def _replace(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(source: Any, target: Any, **named: Any) -> None:
            real(source, target, **named)
            if name := self._mine(target):
                self.files[name] = self.files.pop(self._mine(source))
                self.note("name", name, self.files[name])
                self.note("name", self._mine(source), GONE)

        return call

    _rename = _replace

    def _unlink(self, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: Any, **named: Any) -> None:
            real(path, **named)
            if name := self._mine(path):
                self.files.pop(name, None)
                self.note("name", name, GONE)

        return call


CALLS = ("open", "close", "write", "fsync", "mkdir", "link", "replace", "rename", "unlink")
Tree = dict[str, bytes | None]
"""What is on a disk: the bytes of each file by its name, None for a directory."""


def crashes(watch: Watch) -> Iterator[tuple[int, Tree]]:
    """Yield every state a cut may leave, with the number of steps that had been taken.

    Of states that differ in nothing but unfinished files one is enough.
    """
    seen: set[tuple[object, ...]] = set()
    for taken in range(len(watch.steps) + 1):
        told = sum(place <= taken for place, _ in watch.saved)
        for tree in _after(watch.root, watch.steps[:taken]):
            rows = ((n, c) for n, c in tree.items() if not n.endswith(".tmp"))
            key = (told, *sorted(rows, key=str))
            if key not in seen:
                seen.add(key)
                yield taken, tree


def _after(root: Path, steps: list[Step]) -> Iterator[Tree]:
    """Yield what may be on the disk when the power goes after some steps."""
    sure, loose, whole, synced = _sorted_out(steps)
    assert len(loose) <= MOST_LOOSE
    for kept in product((True, False), repeat=len(loose)):
        names = dict(sure)
        names.update((s.path, s.file) for s, stays in zip(loose, kept, strict=True) if stays)
        names = {p: f for p, f in names.items() if f != GONE and _held(root, p, names)}
        torn = sorted({f for f in names.values() if f not in (FOLDER, *synced)})
        for contents in product(*(_spoilt(whole.get(file, b"")) for file in torn)):
            found = {**whole, **dict(zip(torn, contents, strict=True))}
            yield {p: None if f == FOLDER else found.get(f, b"") for p, f in names.items()}


def _sorted_out(
    steps: list[Step],
) -> tuple[dict[str, int], list[Step], dict[int, bytes], set[int]]:
    """Return the names that are sure, those that hang in the air, all bytes, what is synced."""
    sure: dict[str, int] = {}
    loose: list[Step] = []
    whole: dict[int, bytes] = {}
    synced: set[int] = set()
    for step in steps:
        if step.kind == "name":
            loose.append(step)
        elif step.kind == "write":
            whole[step.file] = whole.get(step.file, b"") + step.content
            synced.discard(step.file)
        elif step.kind == "sync":
            synced.add(step.file)
        else:
            settled = [s for s in loose if str(Path(s.path).parent) == step.path]
            sure.update((s.path, s.file) for s in settled)
            loose = [s for s in loose if s not in settled]
    return sure, loose, whole, synced


def _held(root: Path, path: str, names: dict[str, int]) -> bool:
    """Return whether all the directories between the root and a name are there."""
    above = (str(place) for place in Path(path).parents if root in place.parents)
    return all(names.get(place) == FOLDER for place in above)


def _spoilt(content: bytes) -> tuple[bytes, ...]:
    """Return what may be left of bytes that weren't synced."""
    return (b"", content[: len(content) // 2], bytes(len(content)), content)


def laid_out(tree: Tree, old: Path, new: Path) -> None:
    """Put a state of the disk where it can be looked at: what lay below `old` lies below `new`."""
    for name, content in sorted(tree.items()):
        place = new / Path(name).relative_to(old)
        if content is None:
            place.mkdir(parents=True, exist_ok=True)
        else:
            place.write_bytes(content)
