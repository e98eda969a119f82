"""People: seats, landings, training, command, walks, how they are."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

ABOARD: Mapping[str, Template] = {}
