"""`handshake pack who`, `pack why` and `dump`: who wrote what, and what the packs add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.options import Json, Packs
from game.errors import UsageError
from game.text.inert import one_line
from game.text.language import _, ngettext
from game.text.near import did_you_mean

if TYPE_CHECKING:
    from game.content.checking import Defined
    from game.content.load import Checked
    from game.content.objects import Objects
    from game.content.patching.changes import Change, Outcome
    from game.content.patching.provenance import Field, Named

DUMP_EPILOG = (
    "Examples: handshake dump --pack my_pack | handshake dump base:event/invasion | "
    "handshake dump event --json"
)
MOST = 24  # fields that are shown of a patch


def add_to(group: typer.Typer) -> None:
    """Add the commands about patches to the group of those about packs."""
    group.command(
        epilog="Examples: handshake pack who base:event/invasion --pack my_pack | handshake pack "
        "who base:event/invasion.desks.nasa.text"
    )(who)
    group.command(epilog="Examples: handshake pack why my_pack | handshake pack why")(why)


def who(
    what: Annotated[str, typer.Argument(help="An object, or a field of one behind a dot.")],
    json: Json = False,
    pack: Packs = None,
) -> None:
    """Tell who wrote a field and what stood there before; of an object, what patches wrote."""
    from game.content.patching.provenance import fields

    objects = _read(pack).objects
    one = _named(objects, what)
    if one.id not in objects.of(one.kind):
        _gone(objects, one, what, json)
        return
    try:
        found = fields(objects, one)
    except KeyError as there:
        raise UsageError(
            _("There is no {path} in {what}; there are {names}.", path=repr(one.path),
              what=what.partition(".")[0], names=there.args[0])
        ) from None  # fmt: skip
    if json:
        print(dumps([_plain(asdict(field)) for field in found], indent=2, ensure_ascii=False))
        return
    place = objects.of(one.kind)[one.id]
    print(_("{what} is defined by {pack} ({place}).", what=what.partition(".")[0],
            pack=place.pack, place=place.mark(())))  # fmt: skip
    if not found:
        print(_("No patch changes it."))
    for field in found:
        print("\n".join(one_line(line) for line in _field_lines(field)))


def _gone(objects: Objects, one: Named, what: str, json: bool) -> None:
    """Tell who took an object out."""
    (taken,) = [x for x in objects.removals() if x.of == (one.kind, one.id) and not x.path]
    if json:
        print(dumps([_plain(asdict(taken))], indent=2, ensure_ascii=False))
        return
    print(one_line(_("{pack} takes {what} out ({place}): {why}", pack=taken.pack, what=what,
                     place=taken.mark, why=taken.told)))  # fmt: skip


def _field_lines(field: Field) -> Iterator[str]:
    if not field.value:
        yield _("{field}: {pack} took it out ({place})", field=field.path, pack=field.pack,
                place=field.mark)  # fmt: skip
    else:
        yield f"{field.path}: {field.value}"
    if field.parts:
        for value, pack, mark in field.parts:
            yield "  " + _("{pack} wrote {value} ({place})", pack=pack, value=value, place=mark)
        return
    if field.value:
        yield "  " + _("{pack} wrote it ({place})", pack=field.pack, place=field.mark)
    for change in reversed(field.changes):
        if change.mark != field.mark and change.pack != field.pack:
            yield f"  {_done(change)} ({change.mark})"
    if field.changes and field.first != field.value:
        yield "  " + (
            _("before all patches: {value} ({place})", value=field.first, place=field.first_mark)
            if field.first is not None
            else _("before all patches: nothing")
        )


def _done(change: Change) -> str:
    """Return what a patch did to a field, or to all that it stands in."""
    match change.operation:
        case "set":
            return _("{pack} set it to {value}", pack=change.pack, value=change.told)
        case "add":
            return _("{pack} added {value}", pack=change.pack, value=change.told)
        case "remove":
            return _("{pack} took out {value}", pack=change.pack, value=change.before)
        case "and_when":
            return _("{pack} narrowed it by {value}", pack=change.pack, value=change.told)
    return _("{pack} widened it by {value}", pack=change.pack, value=change.told)


def why(
    packs: Annotated[
        list[Path] | None, typer.Argument(help="Packs; else those that are enabled.")
    ] = None,
    json: Json = False,
) -> None:
    """Tell of each patch whether it was applied, and why not where it wasn't."""
    from game.packs.played import named, played

    which = tuple(named(path) for path in packs) if packs else played()
    checked = _of(which)
    if json:
        told = [_plain(asdict(one)) for one in checked.objects.outcomes]
        print(dumps(told, indent=2, ensure_ascii=False))
        return
    for one in _unusable(checked):
        print(one)
    for known in checked.objects.packs:
        mine = [one for one in checked.objects.outcomes if one.pack == known.id]
        if not known.own or mine:
            print("\n".join(one_line(line) for line in _pack_lines(checked, known.id, mine)))


def _unusable(checked: Checked) -> Iterator[str]:
    """Yield what is wrong with packs that can't be read at all."""
    yield from (one.render() for one in checked.findings if one.code.startswith("E07"))


def _pack_lines(checked: Checked, id_: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    from game.content.patching.order import orders

    after = [x for x in (p.id for p in checked.objects.packs) if x in orders(
        checked.objects.packs)[id_]]  # fmt: skip
    version = next(one.info.version for one in checked.objects.packs if one.id == id_)
    yield ngettext(
        "{pack} {version}, after {others}: {n} patch.",
        "{pack} {version}, after {others}: {n} patches.",
        len(outcomes),
        pack=id_,
        version=version,
        others=", ".join(after) or _("nobody"),
    )
    for one in outcomes:
        yield from _outcome_lines(one)


def _outcome_lines(one: Outcome) -> Iterator[str]:
    state = {
        "applied": _("applied"), "left out": _("left out"), "refused": _("refused"),
    }[one.state]  # fmt: skip
    told = _("{target} ({place}): {state}", target=one.target, place=one.mark, state=state)
    yield f"  {told}: {one.why}" if one.why else f"  {told}"
    for change in one.changes[:MOST]:
        if change.path:
            yield f"    {change.field}: {_done(change)}"
    if (more := len(one.changes) - MOST) > 0:
        yield "    " + ngettext("and {n} field more", "and {n} fields more", more)


def dump(
    what: Annotated[
        str, typer.Argument(help="An object such as base:event/invasion, or a kind; else all.")
    ] = "",
    json: Json = False,
    pack: Packs = None,
) -> None:
    """Write data as the game has it, all packs and patches merged."""
    from game.content.nodes import plain
    from game.content.patching.dumping import dumped

    checked = _read(pack)
    chosen = list(_chosen(checked.objects, what))
    if json:
        print(dumps([plain(one.node) for one in chosen], indent=2, ensure_ascii=False))
    else:
        print(dumped(checked.objects, chosen), end="")


def _chosen(objects: Objects, what: str) -> Iterator[Defined]:
    from game.content.definitions import KINDS

    if not what or what in KINDS:
        yield from (one for one in objects.each() if what in ("", one.kind))
        return
    one = _named(objects, what)
    if one.id not in objects.of(one.kind):
        raise UsageError(_("{what} is taken out; `handshake pack who` tells by whom.", what=what))
    yield objects.of(one.kind)[one.id]


def _named(objects: Objects, what: str) -> Named:
    """Return which object is meant. Raises UsageError where there is none."""
    from game.content.patching.provenance import known, named

    one = named(objects, what)
    if one is None:
        raise UsageError(
            _("{what} names no object; write it as base:event/invasion.", what=repr(what))
        )
    if (one.kind, one.id) in objects.unpatched or one.id in objects.of(one.kind):
        return one
    guess = did_you_mean(what.partition(".")[0], known(objects))
    raise UsageError(
        _("There is no {what}; {guess}", what=repr(what), guess=guess)
        if guess
        else _("There is no {what}. `handshake dump KIND` names what there is.", what=repr(what))
    )


def _read(pack: Packs) -> Checked:
    """Return the content that is played: with the enabled packs and the named ones."""
    from game.packs.played import played

    return _of(played(pack or ()))


def _of(packs: Sequence[Path]) -> Checked:
    from game.content.load import read_content

    return read_content(packs)


def _plain(data: Any) -> Any:
    """Return records as JSON has them; a place as `file:line:column`."""
    if isinstance(data, dict) and set(data) == {"file", "line", "column", "text_line"}:
        return f"{data['file']}:{data['line']}:{data['column']}"
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(one) for one in data] if isinstance(data, list | tuple) else data
