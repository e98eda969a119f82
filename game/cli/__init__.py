"""The command line: `handshake` and its commands."""

from __future__ import annotations

import gc
import os
import sys

from game.cli.anywhere import DEBUG, NO_CACHE, NO_PACKS, debugging

INTERRUPTED = 130
SELDOM = 100_000  # objects between two looks for rubbish: starting makes many and drops few


def main() -> int:
    """Run `handshake` with the arguments of the process and return its exit status."""
    gc.set_threshold(SELDOM)
    try:
        return _run()
    except KeyboardInterrupt:  # while the program itself is still being read
        print("Interrupted before anything was begun.", file=sys.stderr)
        return INTERRUPTED


def _run() -> int:
    from game.cli.failing import guarded

    if NO_CACHE in sys.argv[1:]:
        os.environ["HANDSHAKE_CACHE"] = "off"  # for the processes of the lab, too
    if NO_PACKS in sys.argv[1:]:
        os.environ["HANDSHAKE_PACKS"] = "off"
    arguments = [word for word in sys.argv[1:] if word not in (DEBUG, NO_CACHE, NO_PACKS)]
    return guarded(arguments, debug=debugging())
