"""How checking and loading grow with content, beside PyYAML's plain C load of the same text.

The base's own events, copied under ids of their own, make a pack of any size. All times are the
processor's, of one run, so that only what they are to each other is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import yaml

from game.content.expressions.library import Library
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.haste import uncollected
from game.content.lint import CHECKS, dominated, whole
from game.content.lint.subject import Subject, subjects, world_of
from game.content.load import Checked, compile_content, read_content
from game.content.objects import PackNames
from game.content.packs import find_packs
from game.content.places import content_root
from game.content.records.content import BASE

SIZES = (0, 1000, 10_000)
"""How many events are added."""
ROUNDS = 3  # the quickest of so many counts, of what takes a short time
SHORT = 2000  # events up to which it takes one
A_FILE = 200  # events of a file
INFO = f'pack: grown\ntitle: Grown\nversion: "1.0"\nformat: 1\noptional: [{BASE}]\n'

_OBJECT = re.compile(r"(?m)^(?=- )")
_EVENT = re.compile(r"- event: (\w+)")


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds of the processor: of PyYAML's load, of check and compiling, of each lint by name."""

    added: int
    objects: int
    plain: float
    check: float
    build: float
    lints: dict[str, float]


def events(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of every event of a pack."""
    for file in sorted(folder.rglob("*.yaml")):
        for text in _OBJECT.split(file.read_text(encoding="utf-8")):
            if head := _EVENT.match(text):
                yield head[1], text


def copies(own: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield copies of events without end, each under an id that no other has."""
    number = 0
    while own:
        for id_, text in own:
            yield re.sub(rf"\b{id_}\b", f"{id_}_{number}", text)
        number += 1


def write(folder: Path, own: Sequence[tuple[str, str]], added: int) -> None:
    """Write a pack of so many copied events."""
    (folder / "pack.yaml").write_text(INFO, encoding="utf-8")
    made = islice(copies(own), added)
    for number in range(0, added, A_FILE):
        text = "".join(islice(made, A_FILE))
        (folder / f"events_{number}.yaml").write_text(text, encoding="utf-8")


def growths(sizes: Sequence[int] = SIZES, root: Path | None = None) -> Iterator[Growth]:
    """Yield what each number of added events costs."""
    own = list(events((root or content_root()) / BASE))
    for added in sizes:
        with TemporaryDirectory() as place:
            write(Path(place), own, added)
            rounds = range(ROUNDS if added <= SHORT else 1)
            several = [_measured(added, root, [Path(place)]) for _ in rounds]
        yield min(several, key=lambda one: one.check / one.plain)


def _measured(added: int, root: Path | None, extra: list[Path]) -> Growth:
    packs, _ = find_packs(root or content_root(), extra)
    texts = [file.read_text(encoding="utf-8") for pack in packs for file in pack.files()]
    plain = seconds(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts])
    found: list[Checked] = []
    check = seconds(lambda: found.append(read_content(extra, root=root)))
    build = seconds(lambda: compile_content(found[0]))
    number = sum(1 for _ in found[0].objects.each())
    return Growth(added, number, plain, check, build, dict(lints(found[0])))


def lints(checked: Checked) -> Iterator[tuple[str, float]]:
    """Yield what each lint takes of all objects, by name; `expressions` is what reads those."""
    objects, names = checked.objects, checked.objects.names()
    libraries = {one: Library(PackNames(names, objects, one)) for one in checked.libraries}
    world = world_of(objects, libraries)
    everything = list(subjects(world))
    yield "expressions", seconds(lambda: _read(everything))
    yield "unchanging", seconds(lambda: world.fixed.update(whole.unchanging(everything)))
    beaten = seconds(lambda: list(dominated.check(everything, ())))
    yield "dominated", beaten
    yield "whole", max(0.0, seconds(lambda: list(whole.check(everything))) - beaten)
    for check in CHECKS:
        name = check.__module__.rpartition(".")[2]
        yield name, seconds(partial(_run, check, everything))


def _read(everything: Sequence[Subject]) -> None:
    for subject in everything:
        for visit in subject.visits:
            if isinstance(visit.marker, Expr) and isinstance(visit.value, str):
                subject.library.check(visit.value, visit.marker.wants)


def _run(check: Callable[[Subject], Iterator[Finding]], everything: Sequence[Subject]) -> None:
    for subject in everything:
        list(check(subject))


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's time that some work takes."""
    with uncollected():
        start = process_time()
        work()
        return process_time() - start


def lines(root: Path | None = None) -> Iterator[str]:
    """Yield the table of all sizes beside the packs in a folder, the game's own by default."""
    yield from table(list(growths(SIZES, root)))


def table(found: Sequence[Growth]) -> Iterator[str]:
    """Yield what each size takes, by what PyYAML takes for the same text."""
    yield f"{'added events':<24}" + "".join(f"{one.added:12,}" for one in found)
    yield f"{'objects':<24}" + "".join(f"{one.objects:12,}" for one in found)
    yield f"{'PyYAML, seconds':<24}" + "".join(f"{one.plain:12.2f}" for one in found)
    yield "by PyYAML's load of the same text:"
    yield _row("check", [one.check / one.plain for one in found])
    yield _row("check and load", [(one.check + one.build) / one.plain for one in found])
    first = found[0]
    yield _row(
        "check, of what is added",
        [(x.check - first.check) / (x.plain - first.plain) for x in found if x.plain > first.plain],
        len(found),
    )
    for name in first.lints:
        yield _row(f"  lint {name}", [one.lints[name] / one.plain for one in found])


def _row(name: str, numbers: Sequence[float], columns: int = 0) -> str:
    skipped = " " * 12 * max(0, columns - len(numbers))
    return f"{name:<24}{skipped}" + "".join(f"{number:12.3f}" for number in numbers)
