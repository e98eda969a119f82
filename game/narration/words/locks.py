"""Why something may not be done."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

LOCKS: Mapping[str, Template] = {}
