"""The table: offers, deals, votes at home, promises, the ladder."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

TABLE: Mapping[str, Template] = {}
