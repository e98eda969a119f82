"""Shapes of the words that fill a translation's placeholders: inflected, or chosen between.

    {crew.name/gen}                   the word in its form `gen`
    {crew.name/gender?f=her|m=his}    of these the one that its form `gender` names, else the last

English needs none. Which forms a language has is its catalogue's own business: an entry of the
context `form:gen` gives one English name in that form.
"""

from __future__ import annotations

import re
from collections.abc import Callable

CONTEXT = "form:"  # before a form's name, the context of the entries that give it
SHAPE = r"(?:/[a-z][a-z0-9_]*(?:\?[^{}:!]*)?)?"
"""What may follow the name in a placeholder, as a part of an expression."""

_WRITTEN = re.compile(r"/([a-z][a-z0-9_]*)(?:\?([^{}:!]*))?(?=[:}])")


def bare(placeholder: str) -> str:
    """Return a placeholder, braces included, without its shape: as the English has it."""
    return _WRITTEN.sub("", placeholder)


def form_of(placeholder: str) -> str:
    """Return the form that a placeholder, braces included, asks for; empty where it asks none."""
    found = _WRITTEN.search(placeholder)
    return found[1] if found else ""


def shaped(word: str, shape: str, in_form: Callable[[str, str], str]) -> str:
    """Return a word in the shape written after its name, such as `gen` or `gender?f=her|m=his`.

    `in_form` tells a word in a form, the word itself where that is unknown.
    """
    form, _, choices = shape.partition("?")
    told = in_form(word, form)
    return _chosen(told, choices) if choices else told


def _chosen(wanted: str, choices: str) -> str:
    """Return the words whose name is wanted; the last where none is."""
    named = [one.partition("=") for one in choices.split("|")]
    return next((words for name, _, words in named if name == wanted), named[-1][2])
