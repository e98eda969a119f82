"""Names: of whoever stands in content's texts, of threads of history, of kinds of decision."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

NAMES: Mapping[str, Template] = {
    "name.person": "{person:person}",
    "name.ship": "{ship}",
    "name.clause": "{clause:clause}",
    "name.gone": "a ship now gone",
    "name.partner": "{partner:partner}",
    "name.office": "{partner:office}",
    "name.the_office": "the {partner:office}",
    "name.leader": "{leader:leader}",
    "name.held": "{leader:held_office}",
    "name.the_held": "the {leader:held_office}",
}

THREADS: Mapping[str, str] = {
    "commitments": "commitments",
    "crews": "crews",
    "hardware": "hardware",
    "leaders": "leaders",
    "swaps": "swaps",
    "war": "war",
}
"""The threads in which a run can leave history."""

SLOTS: Mapping[str, str] = {
    "card": "card",
    "dilemma": "dilemma",
    "agenda": "agenda",
    "table": "table",
    "answer": "answer",
    "counter": "counter",
    "ratify": "ratify",
}
"""The kinds of decision."""
