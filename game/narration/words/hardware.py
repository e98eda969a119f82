"""The machine: orbit, air, power, ships, flights, pads, the two halves alone."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

HARDWARE: Mapping[str, Template] = {}
