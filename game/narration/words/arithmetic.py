"""What the lines of an arithmetic count: offers, votes, stakes, grades."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

ARITHMETIC: Mapping[str, Template] = {}
