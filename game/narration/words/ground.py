"""The ground: world, home, money, leaders, cards, promises of years."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

GROUND: Mapping[str, Template] = {}
