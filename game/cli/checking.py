"""`handshake check`: every finding about content at once, what it means, what content covers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content import codes, unused
from game.content.cached import check_content
from game.content.coverage import coverage
from game.content.findings import as_json, as_text, errors
from game.content.load import read_content
from game.errors import UsageError
from game.text.near import did_you_mean


def run(paths: Sequence[Path], json: bool) -> int:
    """Print the findings and return 1 when any is an error."""
    findings = check_content(paths)
    print(as_json(findings) if json else as_text(findings))
    return 1 if errors(findings) else 0


def cover(paths: Sequence[Path]) -> int:
    """Print which items of the articles content uses and return 1 when any is forgotten."""
    covered = coverage(read_content(paths))
    print(covered.render())
    return 1 if covered.missing else 0


def idle(paths: Sequence[Path]) -> int:
    """Print what nothing names, and return 1 when there is any."""
    found = unused.unused(read_content(paths))
    print(unused.as_text(found))
    return 1 if found else 0


def explain(code: str) -> None:
    """Print the page about a code. Raises UsageError when there is no such code."""
    wanted = code.upper()
    if wanted not in codes.CODES:
        guess = did_you_mean(wanted, codes.CODES)
        said = f"There is no finding {code!r}{'; ' + guess if guess else '.'}"
        raise UsageError(f"{said} `handshake check` prints the codes that there are.")
    print(codes.explain(wanted))
