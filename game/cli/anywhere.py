"""Options that may stand anywhere on the command line, before whoever reads options is loaded."""

from __future__ import annotations

import sys

DEBUG = "--debug"
NO_CACHE = "--no-cache"
NO_PACKS = "--no-packs"


def debugging() -> bool:
    """Return whether tracebacks are wanted."""
    return DEBUG in sys.argv[1:]
