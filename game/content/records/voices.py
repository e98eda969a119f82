"""Compiled voices of offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content.records.told import Told


@dataclass(frozen=True, slots=True)
class OfficeVoice:
    """Ways of saying by kind of speech; `partner` and `family` empty: for all of them."""

    id: str
    partner: str
    family: str
    says: Mapping[str, tuple[Told, ...]]
