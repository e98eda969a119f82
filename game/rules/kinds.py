"""The kinds of decision, and what is true of each wherever one is met.

How each is decided stands in `game.rules.deciding`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.state import SlotKind


@dataclass(frozen=True, slots=True)
class Kind:
    """What is true of a kind of decision.

    `of_a_card`: a card asks, and the slot's subject is its event. `sealed`: nobody else learns the
    answer until all have answered. `of_an_offer`: it is about an open offer, the slot's subject;
    `answers` it, as the other side does, not a home. `open_ended`: a chair goes on until it picks
    `end`, and nothing that it is about is hidden. `on_the_desk`: a chair decides it by itself, with
    no other side to sign.
    """

    of_a_card: bool = False
    sealed: bool = False
    of_an_offer: bool = False
    answers: bool = False
    open_ended: bool = False
    on_the_desk: bool = False


KINDS: Mapping[SlotKind, Kind] = {
    "card": Kind(of_a_card=True, on_the_desk=True),
    "dilemma": Kind(of_a_card=True, sealed=True, on_the_desk=True),
    "agenda": Kind(open_ended=True, on_the_desk=True),
    "table": Kind(open_ended=True),
    "answer": Kind(of_an_offer=True, answers=True),
    "counter": Kind(of_an_offer=True, answers=True),
    "ratify": Kind(of_an_offer=True),
}
