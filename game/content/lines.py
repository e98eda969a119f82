"""Lines of figures at which the rules act by themselves."""

from __future__ import annotations

UNINHABITABLE = 15  # % of integrity at which nobody can stay (the game's own)
DISMISSAL = 15  # a mandate below this for two turns ends a career
ACTED_ON = {
    "integrity_usos": UNINHABITABLE + 1,
    "integrity_ros": UNINHABITABLE + 1,
    "supplies": 1,
    "<partner>.mandate": DISMISSAL,
}
"""Where the rules call crews home or take an office by themselves: by pattern, below which value.

What is declared of such a figure has a grave danger line there.
"""
