"""`python -m game.content.guide`: bring the tables of the modding guide up to date."""

from __future__ import annotations

from game.content.guide import renewed
from game.content.places import content_root


def main() -> None:
    """Rewrite the guide beside the game's own packs."""
    guide = content_root() / "README.md"
    guide.write_text(renewed(guide.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
