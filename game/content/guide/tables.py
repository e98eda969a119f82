"""Makes the tables of the guide: kinds, effects, names, ids of the base pack, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.codes import CODES
from game.content.definitions import KINDS, Definition
from game.content.definitions.stories import Event, Story
from game.content.desks import DESKS
from game.content.effects import EFFECTS, are_effects
from game.content.fields import Variant
from game.content.figures import usual_figures
from game.content.guide.others import OTHER_NAMES
from game.content.guide.wording import called, worded
from game.content.guide.words import COMMON, FIELDS
from game.content.happenings import HAPPENINGS
from game.content.load import load_content
from game.content.names import Name
from game.content.past import ASKED, Asked
from game.content.paths import OF_ONE, OWN_FACTS, PARTNER, PATTERNS, WORLD, Figure
from game.content.placeholders import replaced
from game.content.scoping import in_order, scoped
from game.content.usual_world import declared
from game.content.walk import Shape, shape_of

SHARED = tuple(Definition.model_fields)


@cache
def blocks() -> dict[str, str]:
    """Return every table by its name in the markers."""
    found = {kind: _kind(model) for kind, model in KINDS.items()}
    found |= {"common": _fields(Definition), "effects": _effects()}
    found |= {"figures": _figures(WORLD), "partners": _figures(_of_partner())}
    found |= {"facts": _figures(_derived()), "others": _table(("Name", "Is", "What"), OTHER_NAMES)}
    found |= {"happenings": _happenings(), "past": _past()}
    return found | {"base": _base(), "codes": _codes(), "desks": _desks(), "words": _words()}


def _words() -> str:
    rows = ((f"`{code}`", said.strip()) for code, said in declared().words.items())
    return _table(("Word", "What the base says"), rows)


def _happenings() -> str:
    rows = (
        (f"`{code}`", one.text, ", ".join(one.kinds) or "nothing")
        for code, one in HAPPENINGS.items()
    )
    return _table(("`on`", "What happens", "What `about` may name"), rows)


def _past() -> str:
    rows = ((f"`{name}({_arguments(one)})`", one.text) for name, one in ASKED.items())
    return _table(("Ask", "What it tells"), rows)


def _arguments(asked: Asked) -> str:
    """Return how a question is written: what may be left out in brackets."""
    needed = ", ".join(asked.arguments[: asked.needed])
    return (
        needed
        + "".join(f"[, {name}" for name in asked.arguments[asked.needed :])
        + "]" * (len(asked.arguments) - asked.needed)
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |".replace("  ", " ") for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


# --- kinds


def _kind(model: type[Definition]) -> str:
    """Return the table of a kind, and one for each map inside it."""
    known = _known(model)
    parts = [_fields(model, leave_out=(*SHARED, *known.model_fields))]
    for inner in _inner(model):
        if inner in _inner(known):
            continue
        parts.append(f"*{called(inner)}*: {_doc(inner)}\n\n{_fields(inner)}")
    return "\n\n".join(parts)


def _known(model: type[Definition]) -> type[Definition]:
    """Return the kind that a reader has met before: a dilemma's keys are an event's and two."""
    return Story if issubclass(model, Story) and model is not Event else Definition


def _inner(model: type[BaseModel], seen: tuple[type[BaseModel], ...] = ()) -> list[type[BaseModel]]:
    """Return the maps inside a map, outermost first; effects have a table of their own."""
    found = list(seen)
    for annotation in get_type_hints(model, include_extras=True).values():
        for one in _models(shape_of(annotation)):
            if one not in found and one is not Variant:
                found = _inner(one, (*found, one))
    return found


def _models(shape: Shape | None) -> Iterator[type[BaseModel]]:
    if shape is None or are_effects(shape):
        return
    yield from shape.models
    for part in (shape.items, shape.keys, shape.values):
        yield from _models(part)


def _fields(model: type[BaseModel], leave_out: Sequence[str] = ()) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = [
        (
            f"`{field.alias or name}`",
            worded(hints[name]),
            _default(field),
            _meaning(model, field.alias or name),
        )
        for name, field in model.model_fields.items()
        if name not in leave_out
    ]
    return _table(("Key", "Value", "If left out", "What it says"), rows)


def _default(field: FieldInfo) -> str:
    """Say what a key is when left out; nothing for what simply isn't there."""
    if field.is_required():
        return "**needed**"
    if isinstance(field.default, bool):
        return "`true`" if field.default else "`false`"
    if isinstance(field.default, int | str) and field.default != "":
        return f"`{field.default}`"
    return ""


def _meaning(model: type[BaseModel], key: str) -> str:
    names = (f"{base.__name__.lower()}.{key}" for base in model.__mro__)
    return next((FIELDS[name] for name in names if name in FIELDS), COMMON.get(key, ""))


def _doc(thing: Any) -> str:
    return str(thing.__doc__).strip().splitlines()[0]


# --- effects


def _effects() -> str:
    rows = []
    for name, one in EFFECTS.items():
        what = f"{_doc(one.form)} {one.more}".strip()
        rows.append((f"`{name}`", _body(one.form), what, f"`{one.example}`"))
    return _table(("Effect", "Takes", "What it does", "Example"), rows)


def _body(model: type[BaseModel]) -> str:
    """Say what an effect takes: one value, or the keys of its map."""
    hints = get_type_hints(model, include_extras=True)
    names = list(model.model_fields)
    body = hints[names[0]]
    if isinstance(body, type) and issubclass(body, BaseModel):
        return ", ".join(_keys(body))
    if len(names) > 1:
        return ", ".join(_keys(model))
    return worded(body)


def _keys(model: type[BaseModel]) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        optional = "" if field.is_required() else ", optional"
        yield f"`{field.alias or name}` ({worded(hints[name])}{optional})"


# --- names


def _of_partner() -> Iterator[str]:
    yield from (f"<partner>.{name}" for name in PARTNER)
    yield from ("<partner>.trust.<partner>", "<partner>.faction.<faction>")


def _derived() -> Iterator[str]:
    facts = [pattern for pattern in PATTERNS if "<" not in pattern and pattern not in WORLD]
    one_each = [f"{name}.<{what}>" for name, (what, _) in OF_ONE.items()]
    yield from (*one_each[:2], *facts, *one_each[3:], one_each[2])
    yield from (f"<partner>.{name}" for name in OWN_FACTS)


def _figures(patterns: Iterable[str]) -> str:
    """Return a table of figures: what the rules hold of each, and what its declaration says."""
    said = {words.path: words.text for words in usual_figures()}
    rows = []
    for pattern in patterns:
        one, text = PATTERNS[pattern], _spoken(said[pattern])
        span = f"{one.low} to {one.high}" if one.unit == "year" else f"{one.low:,} to {one.high:,}"
        name, private = pattern.removeprefix("<partner>."), " Private." if one.private else ""
        settable = "yes" if _writable(one) else "no"
        rows.append((f"`{name}`", one.unit, span, settable, f"{text}{private}"))
    return _table(("Name", "Unit", "Range", "Effects may set it", "What"), rows)


def _spoken(text: str) -> str:
    """Return what a figure says with the capitals unnamed."""
    return replaced(text, lambda one: f"the {one.head}")


def _writable(figure: Figure) -> bool:
    return Name("figures", figure.name, "int", figure).writable


# --- ids and findings


def _base() -> str:
    everything = load_content()
    content = scoped(everything, "cold_snap_2022")
    groups = {
        "partners that decide": [p.id for p in content.partners.values() if p.decides],
        "partners that contribute": [p.id for p in content.partners.values() if not p.decides],
        "factions": [f"{f.id} ({f.partner})" for f in content.factions.values()],
        "outside options": [f"{o.id} ({o.owner})" for o in content.options.values()],
        "vehicles": list(content.vehicles),
        "pads": list(content.pads),
        "clauses": list(content.clauses),
        "scenarios": list(in_order(everything)),
    }
    rows = ((what, ", ".join(f"`{_id(i)}`{i[len(_id(i)):]}" for i in ids))
            for what, ids in groups.items())  # fmt: skip
    return _table(("What", "Ids"), rows)


def _id(text: str) -> str:
    return text.partition(" ")[0]


def _desks() -> str:
    rows = ((f"`{desk}`", ", ".join(f"`{name}`" for name in held)) for desk, held in DESKS.items())
    return _table(("Desk", "Watches"), rows)


def _codes() -> str:
    rows = ((f"`{code}`", about.title, about.cure) for code, about in CODES.items())
    return _table(("Code", "What", "Cure"), rows)
