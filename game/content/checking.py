"""From a read map to a checked definition; what pydantic refuses becomes positioned findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.content.definitions import KINDS, Definition
from game.content.effects import EFFECTS
from game.content.fields import STEP
from game.content.findings import Finding, Mark, finding
from game.content.nodes import Mapping, Node, Scalar, Sequence, plain
from game.content.salvage import salvaged
from game.content.walk import Loc, Visit, keys_at, walk
from game.text.near import did_you_mean

_SAID = {
    "string_type": "a text stands here",
    "string_too_short": "the text is empty",
    "string_too_long": "the text is too long",
    "int_type": "a whole number stands here",
    "bool_type": "true or false stands here",
    "list_type": "a list stands here",
    "dict_type": "a map stands here",
    "model_type": "a map stands here",
    "model_attributes_type": "a map stands here",
}
_ONE_EFFECT = "a map holds one effect; begin another item of the list"
_COMMA = "a text with a comma in it needs quotes inside { }"
_RUN_ON = re.compile(r"[\w.]+:\S+")
_BOUNDS = ("greater_than_equal", "less_than_equal", "too_short", "too_long")


@dataclass(frozen=True, slots=True)
class Defined:
    """An object of a pack: kind, qualified id, where it was read, its checked model.

    `visits` are the marked values of the model, for whoever looks at references or texts. An
    object that isn't `whole` is what is left of one with a mistake in its form.
    """

    kind: str
    id: str
    pack: str
    node: Mapping
    model: Definition
    visits: tuple[Visit, ...]
    whole: bool = True

    def mark(self, loc: Loc, *, key: bool = False) -> Mark:
        """Return where a part of the object stands in its file."""
        return locate(self.node, loc, key=key)

    def scalar(self, loc: Loc) -> Scalar | None:
        """Return the scalar at a place, when there is one."""
        found = _follow(self.node, loc)[0]
        return found if isinstance(found, Scalar) else None


def locate(node: Node, loc: Loc, *, key: bool = False) -> Mark:
    """Return the mark of the value (or of its key) at a place; the nearest that exists."""
    found, key_node = _follow(node, loc)
    return key_node.mark if key and key_node is not None else found.mark


def _follow(node: Node, loc: Loc) -> tuple[Node, Scalar | None]:
    key: Scalar | None = None
    for step in loc:
        if isinstance(node, Mapping) and step in node.values:
            key, node = node.keys[str(step)], node.values[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
    return node, key


def check(kind: str, id_: str, pack: str, node: Mapping) -> tuple[Defined | None, list[Finding]]:
    """Return the checked object, and everything that its form gets wrong.

    Of a wrong one it is what can be looked at further, or None.
    """
    model = KINDS[kind]
    data = {key: value for key, value in plain(node).items() if key != kind}
    try:
        checked = model.model_validate(data)
    except ValidationError as refused:
        left = salvaged(model, kind, node)
        hurt = left and Defined(kind, id_, pack, left[1], left[0], tuple(walk(left[0])), False)
        return hurt, said_wrong(kind, model, node, refused)
    return Defined(kind, id_, pack, node, checked, tuple(walk(checked))), []


def said_wrong(
    what: str, model: type[BaseModel], node: Mapping, refused: ValidationError
) -> list[Finding]:
    """Return pydantic's refusal of a map as findings; `what` is the name of the whole."""
    details = refused.errors(include_url=False)
    found = [
        _finding(what, model, node, detail)
        for detail in details
        if not (detail["type"] == "missing" and _misspelt(model, details, detail["loc"]))
    ]
    return list(dict.fromkeys(found))


def _misspelt(model: type[BaseModel], details: list[ErrorDetails], missing: Loc) -> bool:
    """Return whether a missing key is there, misspelt: then that alone is the mistake."""
    *place, key = missing
    extras = (one["loc"] for one in details if one["type"] == "extra_forbidden")
    beside = [loc for loc in extras if loc[:-1] == tuple(place)]
    hints = [did_you_mean(str(loc[-1]), keys_at(model, loc[:-1])) for loc in beside]
    return f'did you mean "{key}"?' in hints


def _finding(kind: str, model: type[BaseModel], node: Mapping, detail: ErrorDetails) -> Finding:
    sort, loc = detail["type"], detail["loc"]
    name = next(_named(loc), kind)
    if sort == "extra_forbidden":
        hint = _of_unknown(name, model, node, loc)
        return finding("E022", locate(node, loc, key=True), f'unknown key "{name}"', hint)
    if sort == "missing":
        return finding("E023", locate(node, loc[:-1]), f'the key "{name}" is missing')
    if sort == "union_tag_invalid":
        return _unknown_effect(node, loc, detail)
    mark = locate(node, loc, key="[key]" in loc)
    return next(_wrong_value(mark, name, detail))


def _of_unknown(name: str, model: type[BaseModel], node: Mapping, loc: Loc) -> str:
    """Return a hint at what an unknown key is: half a text, another effect, a slip of the pen."""
    value, key = _follow(node, loc)
    bare = isinstance(value, Scalar) and value.value is None and not value.style
    if key is not None and bare and "," in key.mark.text_line[: key.column]:
        return _COMMA
    if name in EFFECTS and str(loc[-2]).startswith(STEP):
        return _ONE_EFFECT
    near = did_you_mean(name, keys_at(model, loc[:-1]))
    return near or ("put it under `set:`" if "and_when" in model.model_fields else "")


def _named(loc: Loc) -> Iterator[str]:
    """Yield the keys on the way to a place, the last one first."""
    steps = (str(step) for step in reversed(loc) if not isinstance(step, int))
    return (step for step in steps if step != "[key]" and not step.startswith(STEP))


def _unknown_effect(node: Mapping, loc: Loc, detail: ErrorDetails) -> Finding:
    word = str(detail["ctx"]["tag"]).removeprefix(STEP) if "ctx" in detail else ""
    if not word:
        said = "an effect is a map such as {shift: {tension: 2}}"
        return finding("E024", locate(node, loc), said)
    mark = locate(node, (*loc, word), key=True)
    return finding("E028", mark, f'unknown effect "{word}"', did_you_mean(word, EFFECTS))


def _wrong_value(mark: Mark, name: str, detail: ErrorDetails) -> Iterator[Finding]:
    """Yield what is wrong with one value; the first that fits is the best said."""
    sort, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    if sort == "literal_error":
        words = str(context["expected"]).replace("'", '"')
        near = did_you_mean(str(value), [word for word in words.split('"') if word.isidentifier()])
        yield finding("E025", mark, f"{_shown(value)} is not one of {words}", near)
    if sort == "bad_date":
        yield finding("E027", mark, f"{_shown(value)} is no date", detail["msg"])
    if sort in _BOUNDS:
        said = detail["msg"].lower().replace("dictionary", "map").replace(" after validation", "")
        yield finding("E026", mark, f"{name}: {said}")
    if sort == "value_error":
        run = value is None and _RUN_ON.fullmatch(name)
        hint = "a colon needs a space after it" if run else ""
        yield finding("E024", mark, f"{name}: {context['error']}", hint)
    wanted = _SAID.get(sort, detail["msg"])
    yield finding("E024", mark, f"{name}: {wanted}, not {_shown(value)}", _way_out(sort, value))


def _way_out(sort: str, value: Any) -> str:
    """Return what to do about a value of the wrong sort."""
    if sort == "string_type" and not isinstance(value, dict | list):
        return "put it in quotes"
    if sort == "list_type":
        return "begin each item with a dash and a space"
    return "as in {tension: 2}" if sort == "dict_type" and isinstance(value, str) else ""


def _shown(value: Any) -> str:
    """Return a value as content writes it, cut short."""
    if isinstance(value, dict | list):
        return "a map" if isinstance(value, dict) else "a list"
    words = {True: "true", False: "false", None: "nothing"}
    if value is None or isinstance(value, bool):
        return words[value]
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f'{text[:57]}…"'
