"""`handshake check`: every finding about content at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content.findings import as_json, as_text, errors
from game.content.load import check_content


def run(paths: Sequence[Path], json: bool) -> int:
    """Print the findings and return 1 when any is an error."""
    findings = check_content(paths)
    print(as_json(findings) if json else as_text(findings))
    return 1 if errors(findings) else 0
