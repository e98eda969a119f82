"""The codes of findings: what each means, the smallest example, and the cure. Data alone."""

from __future__ import annotations

from game.content.codes.code import Code
from game.content.codes.form import EXPRESSIONS, FORM, READING
from game.content.codes.meaning import DOUBTS, OBJECTS, PACKS, PATCHES, REFERENCES

CODES: dict[str, Code] = {
    **READING, **FORM, **EXPRESSIONS, **REFERENCES, **OBJECTS, **PACKS, **PATCHES, **DOUBTS,
}  # fmt: skip


def explain(code: str) -> str:
    """Return a page about a code: title, example, cure. Raises KeyError for an unknown code."""
    known = CODES[code]
    lines = [f"{code}  {known.title}", ""]
    if known.example:
        shown = [f"    {line}" for line in known.example.splitlines()]
        lines += [f"For example, in {known.file}:", "", *shown, ""]
    return "\n".join([*lines, known.cure])
