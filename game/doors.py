"""The doors of packages: public names that load when they are first used, and former names.

Whoever imports a package loads nothing heavy. A name that has another by now still answers, with a
DeprecationWarning that says which.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as in `typing`, which would take longer to load than all else here
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def places(modules: Mapping[str, str]) -> dict[str, str]:
    """Return the module of each name, of a table of names by module, with spaces between."""
    return {name: module for module, names in modules.items() for name in names.split()}


def door(
    package: str,
    where: Mapping[str, str],
    made: Callable[[Any], Any] = lambda found: found,
    former: Mapping[str, str] | None = None,
) -> Callable[[str], Any]:
    """Return a package's `__getattr__`, which loads names from the modules `where` they are.

    A thing is handed out as `made` makes it; `former` tells by a former name the present one.
    """
    renamed = former or {}

    def found(name: str) -> Any:
        """Load a public name from the module that holds it."""
        if name in renamed:
            import_module("warnings").warn(
                f"{package}.{name} is called {package}.{renamed[name]} now; the former name goes "
                "with the next minor version.",
                DeprecationWarning,
                stacklevel=2,
            )
            return getattr(import_module(package), renamed[name])
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        thing = made(getattr(import_module(where[name]), name))
        setattr(import_module(package), name, thing)
        return thing

    return found
