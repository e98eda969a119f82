"""Reading back what was kept: records of content and nothing else, whatever a file asks for."""

from __future__ import annotations

import io
import pickle
from datetime import date
from importlib import import_module
from typing import TypeGuard

from game.record import Record

MODULES = frozenset(
    (
        *(f"game.content.records.{name}" for name in (
            "advisers", "content", "effects", "figures", "home", "lessons", "scenarios", "stories",
            "table", "voices", "world", "worlds",
        )),
        "game.content.expressions.compiled",
        "game.content.expressions.tree",
        "game.content.names",
        "game.content.paths",
    )
)  # fmt: skip
"""The modules whose own records are admitted."""
_OTHERS: dict[tuple[str, str], type] = {("datetime", "date"): date}


class _OnlyRecords(pickle.Unpickler):
    """Admits the records of `MODULES`, dates, and what pickles build without any class."""

    def find_class(self, module_name: str, name: str, /) -> type:
        """Return an admitted class. Raises UnpicklingError for anything else."""
        if (module_name, name) in _OTHERS:
            return _OTHERS[module_name, name]
        if module_name in MODULES:
            module = import_module(module_name)
            found = vars(module).get(name)
            if _is_record(found) and found.__module__ == module_name:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{name} is no record of content")

    def persistent_load(self, pid: object) -> object:
        """Refuse what stands outside the file."""
        raise pickle.UnpicklingError("nothing stands outside")


def _is_record(found: object) -> TypeGuard[type[Record]]:
    return isinstance(found, type) and issubclass(found, Record)


def unpickled(data: bytes) -> object:
    """Return what was pickled, made of records alone. Raises ValueError for anything else."""
    try:
        return _OnlyRecords(io.BytesIO(data)).load()
    except Exception as damage:  # a pickle can be wrong in every way that Python knows
        raise ValueError("this is no content that was kept") from damage
