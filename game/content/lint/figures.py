"""Checks of figures' words: one to one with the rules' figures, and of headers that show them."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.checking import Defined
from game.content.definitions.figures import Figure
from game.content.definitions.scenarios import Scenario
from game.content.fields import Path
from game.content.findings import Finding
from game.content.lines import ACTED_ON
from game.content.lint.subject import Subject
from game.content.paths import PATTERNS, pattern_of
from game.content.records.content import BASE
from game.content.walk import Loc
from game.text.near import did_you_mean


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the words of a figure, and with what shows or moves one."""
    match subject.defined.model:
        case Figure() as model:
            yield from _declared(subject, model)
        case Scenario() as model:
            for place, name in enumerate(model.header or ()):
                yield from _shown(subject, ("header", place), name)
    for visit in subject.visits:
        if isinstance(visit.marker, Path):
            yield from _had(subject, visit.loc, str(visit.value), key=visit.is_key)


def _declared(subject: Subject, model: Figure) -> Iterator[Finding]:
    if model.path not in PATTERNS:
        hint = did_you_mean(model.path, PATTERNS)
        yield subject.report("E031", ("path",), f'unknown figure "{model.path}"', hint)
    first, *others = _declaring(subject, model.path)
    if others and subject.defined.id != first:
        said = f'"{model.path}" has its words from "{first}" already'
        yield subject.report("E063", ("path",), said)
    elif subject.defined.pack == BASE and subject.defined.id == _last(subject):
        for pattern in PATTERNS:
            if not _declaring(subject, pattern):
                said = f'no figure has the path "{pattern}", so nothing says what it is'
                yield subject.report("E063", ("figure",), said)
    if model.scale is not None and model.scale[0] >= model.scale[1]:
        yield subject.report(
            "E054", ("scale",), "a scale rises from its first number to its second"
        )
    acted = ACTED_ON.get(model.path)
    if acted is not None and not any(one.grave and one.below == acted for one in model.danger):
        said = f"the rules act where {model.path} is below {acted}, and no danger line says so"
        hint = f"danger: [{{below: {acted}, grave: true, text: what happens there}}]"
        yield subject.report("E063", ("danger",), said, hint)
    for place, line in enumerate(model.danger):
        if (line.below is None) == (line.above is None):
            said = "a danger line lies `below:` or `above:` a value"
            yield subject.report("E057", ("danger", place), said)


def _declaring(subject: Subject, path: str) -> list[str]:
    """Return which figures of the subject's pack have a path, in the order of their files."""
    return [one.id for one in _of_pack(subject) if getattr(one.model, "path", "") == path]


def _last(subject: Subject) -> str:
    """Return the last figure of the subject's pack, with which all have been declared."""
    return _of_pack(subject)[-1].id


def _of_pack(subject: Subject) -> list[Defined]:
    figures = subject.world.objects.of("figure").values()
    return [one for one in figures if one.pack == subject.defined.pack]


def _shown(subject: Subject, loc: Loc, text: str) -> Iterator[Finding]:
    """A header shows figures: bare names of numbers, each of which the world has."""
    name = subject.library.names.resolve(text)
    if name is None or name.store != "figures" or name.type != "int":
        said = f'"{text}" is no figure that a header can show'
        yield subject.report("E063", loc, said, "name a figure, such as self.mandate")
    else:
        yield from _had(subject, loc, text)


def _had(subject: Subject, loc: Loc, text: str, *, key: bool = False) -> Iterator[Finding]:
    """What is shown or moved is a figure that the world has, if it says which it has."""
    name = subject.library.names.resolve(text)
    had = subject.world.had.get(subject.home)
    if name is None or name.store != "figures" or name.key == "{target}" or not had:
        return
    pattern = pattern_of(name.key)
    if pattern in PATTERNS and pattern not in had:
        said = f'the world {subject.home} has no figure "{pattern}"'
        hint = "a world that declares figures has no others; declare it, or borrow the game's"
        yield subject.report("E063", loc, said, hint, key=key)
