"""All patches of all packs, in the order of the packs: each applied, left out or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.content.checking import Defined, check
from game.content.findings import Finding, Mark, finding
from game.content.nodes import Mapping, plain
from game.content.objects import Objects
from game.content.patching.applying import Applying, RefusedError, StaleError
from game.content.patching.changes import Change, Outcome, State, overlap
from game.content.patching.forms import Removal, Written, read
from game.content.patching.order import one_way_out, orders
from game.content.patching.qualifying import qualified
from game.content.patching.steps import find
from game.content.versions import met
from game.text.counting import with_article
from game.text.near import did_you_mean


def merge(objects: Objects) -> list[Finding]:
    """Apply all patches to the objects, and return everything wrong or doubtful in them."""
    found: list[Finding] = []
    for pack, node in objects.patches:
        one = read(pack, node)
        if isinstance(one, Written):
            found += _Merging(objects, one).run()
        else:
            found += one
            objects.note(_unread(pack, node, one[0]))
    return found


def _unread(pack: str, node: Mapping, wrong: Finding) -> Outcome:
    named = next(iter(node.values.values()))
    return Outcome(pack, str(plain(named)), named.mark, "refused", wrong.message)


class _LeftOutError(Exception):
    """A patch isn't for these packs, or not for what they have become."""


class _Merging:
    """One patch on its way into the objects."""

    def __init__(self, objects: Objects, patch: Written) -> None:
        self.objects = objects
        self.patch = patch
        self.packs = {pack.id: pack for pack in objects.packs}

    def run(self) -> list[Finding]:
        """Apply the patch or note why not, and return what is wrong with it."""
        try:
            changes, wrong = self._applied()
        except _LeftOutError as reason:
            self._note("left out", str(reason))
            return []
        except RefusedError as refused:
            return self._refused(refused)
        self._note("refused" if wrong else "applied", wrong[0].message if wrong else "", changes)
        return wrong

    def _note(self, state: State, why: str = "", changes: tuple[Change, ...] = ()) -> None:
        one = self.patch
        self.objects.note(Outcome(one.pack, one.target, one.mark, state, why, changes))

    def _refused(self, refused: RefusedError) -> list[Finding]:
        """Note why a patch is refused; what another pack has taken out is a case of its own."""
        before = self._before(refused)
        if before is not None:
            self._note("left out", f"{before.pack} {done(before)} first ({before.mark})")
            return list(self._lost(before, refused))
        self._note("left out" if isinstance(refused, StaleError) else "refused", refused.message)
        return [finding(refused.code, refused.mark, refused.message, self._with_place(refused))]

    def _with_place(self, refused: RefusedError) -> str:
        """Return a hint with the place of what a patch is about."""
        target = self._target()
        path = refused.path or self.patch.path_at(refused.mark)
        place = f"it is about {self._field(target, path)}" if target else ""
        by = [
            f"{one.pack} changed it ({one.mark})"
            for one in self.objects.changes(self.patch.kind, self._id())
            if isinstance(refused, StaleError) and overlap(one.field, refused.path)
        ]
        return "; ".join(part for part in (refused.hint, *by, place) if part)

    def _applied(self) -> tuple[tuple[Change, ...], list[Finding]]:
        self._wanted()
        target = self._usable()
        form = self.patch.form
        if isinstance(form, Removal):
            return (self._take_out(target, form),), []
        applying = Applying(self.objects, target, self.patch, form, target.node)
        applying.run()
        wrong = self._put_back(target, applying.node)
        return (() if wrong else tuple(applying.changes)), wrong

    def _wanted(self) -> None:
        """Raise _LeftOutError where the packs that a patch is for aren't there."""
        for id_, versions in self.patch.form.if_pack.items():
            there = self.packs[id_].info.version if id_ in self.packs else None
            if not met(there, versions):
                said = f"here is {there}" if there else "it isn't there"
                raise _LeftOutError(f"it is for {id_} {versions}".rstrip() + f", and {said}")

    def _usable(self) -> Defined:
        """Return the object that a patch is of. Raises _LeftOutError or RefusedError."""
        self._pack_there()
        target, one = self._target(), self.patch
        if target is not None:
            self._in_order(target)
            return target
        removed = next((x for x in self.objects.removals() if x.of == (one.kind, self._id())), None)
        if removed is not None:
            raise RefusedError("E081", one.mark, f"{removed.pack} has removed it")
        if self._id() in self.objects.named.get(one.kind, ()):
            raise _LeftOutError("what it is about has mistakes of its own")
        hint = self._meant()
        raise RefusedError("E080", one.mark, f'there is no {one.kind} "{self._id()}"', hint)

    def _meant(self) -> str:
        """Return a hint at the object that is meant."""
        named, id_ = self.objects.named, self._id()
        other = next((kind for kind, ids in named.items() if id_ in ids), "")
        return (
            f"it is {with_article(other)}"
            if other
            else did_you_mean(id_, named.get(self.patch.kind, ()))
        )

    def _pack_there(self) -> None:
        """Raise an error where the pack of the object isn't there."""
        whose = self.patch.whose
        if not whose or whose in self.packs:
            return
        own = self.packs[self.patch.pack]
        if whose in {*own.info.optional, *own.info.after, *self.patch.form.if_pack}:
            raise _LeftOutError(f"the pack {whose} isn't there")
        hint = did_you_mean(whose, self.packs) or f"name it in pack.yaml: `optional: [{whose}]`"
        raise RefusedError("E080", self.patch.mark, f'there is no pack "{whose}"', hint)

    def _in_order(self, target: Defined) -> None:
        """Raise RefusedError where a pack doesn't say that it comes after the one it changes."""
        pack = self.patch.pack
        if target.pack in (pack, *orders(self.objects.packs)[pack]) or (
            self.objects.is_own(target.pack)
        ):
            return
        said = f"{pack} doesn't say that it comes after {target.pack}, whose object this is"
        hint = f"write `after: [{target.pack}]` in pack.yaml"
        raise RefusedError("E080", self.patch.mark, said, hint)

    def _id(self) -> str:
        """Return the whole id of the object that is named."""
        one = self.patch
        if one.whose:
            return self.objects.qualified(one.whose, one.id)
        return self.objects.find((one.kind,), one.id, one.pack) or one.id

    def _target(self) -> Defined | None:
        found = self.objects.of(self.patch.kind).get(self._id())
        return found if found and self.patch.whose in ("", found.pack) else None

    def _take_out(self, target: Defined, form: Removal) -> Change:
        self.objects.unpatched.setdefault((target.kind, target.id), target)
        del self.objects.defined[target.kind][target.id]
        self.objects.named[target.kind].discard(target.id)
        one = self.patch
        return Change(
            one.pack, target.kind, target.id, "remove", (), one.mark, form.because,
            str(target.mark(())), tuple(sorted(form.if_pack)),
        )  # fmt: skip

    def _put_back(self, target: Defined, node: Mapping) -> list[Finding]:
        """Check what a patch has made, and take it if it is right."""
        made, wrong = check(target.kind, target.id, target.pack, node)
        if made is not None and made.whole:
            whole = qualified(self.objects, made)
            made, wrong = check(target.kind, target.id, target.pack, whole)
        if made is not None and made.whole:
            self.objects.unpatched.setdefault((target.kind, target.id), target)
            self.objects.defined[target.kind][target.id] = made
            return []
        return [self._here(one, target) for one in wrong]

    def _here(self, one: Finding, target: Defined) -> Finding:
        """Return what is wrong with what a patch has made, with the places of both."""
        own = self.objects.written_by.get(one.mark.file) == self.patch.pack
        if own:
            field = self._field(target, self.patch.path_at(one.mark))
            hint = "; ".join(x for x in (one.hint, f"in {field}") if x)
            return replace(one, hint=hint)
        said = f"{one.message} once this patch is applied"
        return replace(one, mark=self.patch.mark, message=said, hint=f"see {one.mark}")

    def _field(self, target: Defined, path: str) -> Mark:
        """Return where a field of an object stands, or what is nearest to it of what is there."""
        return find(target.node, path).node.mark if path else target.mark(())

    def _before(self, refused: RefusedError) -> Change | None:
        """Return what another pack, which this one needn't follow, has done to what is changed."""
        if refused.code not in ("E081", "E082"):
            return None
        follows = orders(self.objects.packs)[self.patch.pack]
        for change in self.objects.changes(self.patch.kind, self._id()):
            apart = change.pack != self.patch.pack and change.pack not in follows
            if apart and overlap(change.field, refused.path):
                return change
        return None

    def _lost(self, before: Change, refused: RefusedError) -> Iterator[Finding]:
        """Yield that another pack wins, unless both take out the same."""
        one, path = self.patch, refused.path
        taking = isinstance(one.form, Removal) or path in one.form.remove
        if taking and before.operation == "remove":
            return
        what = f"{one.kind} {before.id}{f', {path}' if path else ''}"
        said = f"{what}: {before.pack} {done(before)} ({before.mark}) what {one.pack} changes"
        hint = one_way_out(one.pack, before.pack)
        yield finding("W122", refused.mark, f"{said}; {before.pack} wins", hint)


def done(change: Change) -> str:
    """Return what a change has done, for a sentence."""
    return "takes out" if change.operation == "remove" else "changes"
