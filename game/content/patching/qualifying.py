"""Names that a patch brings into another pack's object, written so that they mean there the same.

Within its patches a pack writes its own ids without their prefix, as everywhere. What it brings is
read as part of the object, and so by the object's pack: there they need it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content import placeholders
from game.content.checking import Defined
from game.content.fields import Expr, Marker, Path, Ref, RoleName, Said
from game.content.nodes import Joined, Mapping, Scalar, at, steps_to
from game.content.objects import ARGUMENTS, Objects, parted
from game.content.past import ASKED
from game.content.patching import editing, joining
from game.content.records.content import BASE
from game.content.walk import Loc


@dataclass(frozen=True, slots=True)
class Crossing:
    """From the pack that writes a name to the one that reads it."""

    objects: Objects
    writer: str
    reader: str

    def id(self, name: str, kinds: Sequence[str]) -> str:
        """Return an id as the reader has to write it; what isn't one stays as it is."""
        meant = self.objects.find(kinds, name, self.writer)
        if meant is None or meant == self.objects.find(kinds, name, self.reader):
            return name
        return meant if ":" in meant else f"{BASE}:{meant}"

    def dotted(self, name: str) -> str:
        """Return a dotted name with its ids so written."""
        return ".".join(self.id(part, kinds) for part, kinds in parted(name))

    def expression(self, text: str) -> str:
        """Return an expression with its names so written."""
        return joining.with_names(text, self.dotted, self._asked)

    def _asked(self, function: str, place: int, word: str) -> str:
        arguments = ASKED[function].arguments if function in ASKED else ()
        kinds = ARGUMENTS.get(arguments[place], ()) if place < len(arguments) else ()
        return self.id(word, kinds)

    def value(self, marker: Marker, value: str) -> str:
        """Return a marked value with the names in it so written."""
        match marker:
            case Ref(kinds, words) if value not in words:
                return self.id(value, kinds)
            case Path():
                return self.dotted(value)
            case Expr():
                return self.expression(value)
            case RoleName("vehicle") if value.startswith("docked "):
                return f"docked {self.id(value.removeprefix('docked '), ('vehicle',))}"
            case Said():
                return placeholders.qualified(value, lambda name: self.id(name, ("partner",)))
        return value


def qualified(objects: Objects, defined: Defined) -> Mapping:
    """Return an object's map with the names that other packs brought into it so written."""
    node = defined.node
    for visit in reversed(defined.visits):  # a key after what stands below it
        steps = steps_to(node, visit.loc)
        if visit.is_key:
            node = _key(objects, defined.pack, node, steps, visit.marker)
        else:
            node = _value(objects, defined.pack, node, steps, visit.marker)
    return node


def _key(objects: Objects, pack: str, root: Mapping, steps: Loc, marker: Marker) -> Mapping:
    *place, last = steps or ("",)
    holder = at(root, tuple(place))
    if not isinstance(holder, Mapping) or last not in holder.keys:
        return root
    old = str(last)
    crossing = _crossing(objects, holder.keys[old], pack)
    new = crossing.value(marker, old) if crossing else old
    if new == old:
        return root
    return editing.edited(root, tuple(place), lambda _: editing.renamed(holder, old, new))


def _value(objects: Objects, pack: str, root: Mapping, steps: Loc, marker: Marker) -> Mapping:
    scalar = at(root, steps)
    if not isinstance(scalar, Scalar) or not isinstance(scalar.value, str):
        return root
    crossing = _crossing(objects, scalar, pack)
    new = crossing.value(marker, scalar.value) if crossing else scalar.value
    if new == scalar.value:
        return root
    return editing.edited(root, steps, lambda _: editing.scalar_like(scalar, new))


def _crossing(objects: Objects, scalar: Scalar, pack: str) -> Crossing | None:
    """Return from whom to whom a name goes; None where it stays with who wrote it."""
    writer = objects.written_by.get(scalar.source.name, pack)
    if writer == pack or isinstance(scalar, Joined):
        return None
    return Crossing(objects, writer, pack)
