"""`python -m game.content [pack directories]`: print every finding about content."""

from __future__ import annotations

import sys
from pathlib import Path

from game.content.findings import as_text, errors
from game.content.load import check_content


def main(arguments: list[str]) -> int:
    """Check the game's own pack and those in the given directories; 1 when there are errors."""
    findings = check_content([Path(one) for one in arguments])
    print(as_text(findings))
    return 1 if errors(findings) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
