"""The tunnel: a hatch that is shut stops the cracks and narrows the road for propellant."""

from __future__ import annotations

import pytest

from game.rules.hardware import tunnel
from game.rules.ledger import moved
from tests.small import CONTENT
from tests.worlds import begin, changed, opening

PROGRESS = CONTENT.vehicles["progress"]


@pytest.mark.parametrize(("word", "growth"), [("open", 12), ("sealed", 6)])
def test_cracks_grow_slower_behind_a_hatch(word: str, growth: int) -> None:
    draft = begin(changed(opening(), leak=450))
    draft.own("words")["prk"] = word
    tunnel.crack(draft, 3)
    assert moved(draft.changes, "leak") == 3 * growth
    tight = begin(changed(opening(), leak=0))
    tunnel.crack(tight, 3)
    assert not tight.changes


def test_a_hatch_shut_for_good_leaves_a_residue() -> None:
    draft = begin(changed(opening(), leak=1_700))
    draft.own("words")["prk"] = "shut"
    tunnel.crack(draft, 3)
    tunnel.crack(draft, 3)
    assert draft.figures["leak"] == tunnel.RESIDUE


def test_less_propellant_gets_across_the_further_the_hatch_is_shut() -> None:
    across = []
    for word in ("open", "sealed", "shut"):
        draft = begin()
        draft.own("words")["prk"] = word
        across.append(tunnel.pumped(draft, PROGRESS))
    assert across[0] == PROGRESS.propellant > across[1] > across[2] > 0


def test_unloading_through_a_sealed_hatch_tires_the_crew() -> None:
    for word, tired in (("open", 0), ("sealed", -1), ("shut", 0)):
        draft = begin()
        draft.own("words")["prk"] = word
        tunnel.drill(draft, PROGRESS)
        tunnel.drill(draft, CONTENT.vehicles["soyuz"])
        assert moved(draft.changes, "cohesion") == tired
