"""The tests on every Python that is installed: `nox`; `nox -- tests/rules` runs some of them."""

from __future__ import annotations

import nox

PYTHONS = ("3.11", "3.12", "3.13", "3.14")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Install this checkout and run its tests; a Python that isn't there is passed over."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)
