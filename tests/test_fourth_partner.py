"""A fourth partner as CONTRIBUTING tells it: content alone seats one; a whole game is played."""

from __future__ import annotations

from pathlib import Path

from game.content.load import check_content, load_content
from game.narration.header import header
from game.rules.index import index_of
from game.rules.invariants import violations
from game.rules.setup import Setup, new_game
from game.session import Session

SCENARIO, CHAIR = "four:four_chairs", "four:isro"
PACK = 'pack: four\ntitle: Four at the table\nversion: "1"\nformat: 1\n'
PARTNER = """
- {partner: isro, name: ISRO, office: Chair of ISRO, segment: usos, decides: true,
   adjective: Indian, city: Bengaluru, people: gaganyatri, text: A fourth voice.,
   basis: counterfactual}
- {faction: delhi, partner: isro, name: New Delhi, weight: 3, likes: {science: 1, peace: 1},
   text: It pays.}
- {leader: chair, partner: isro, name: The chair, office: Chair of ISRO, text: Patient.,
   basis: counterfactual}
- scenario: four_chairs
  name: Four chairs
  text: One more at the table.
  start: 2026-01-01
  turns: 8
  turn_months: 3
  chairs: [nasa, roscosmos, esa, isro]
  figures:
    tension: 40
    altitude: 416000
    propellant: 6000
    power: 100
    supplies: 200
    integrity_usos: 90
    integrity_ros: 90
    isro.treasury: 90
    isro.income: 20
    isro.trust.nasa: 60
  leaders: {nasa: isaacman, roscosmos: bakanov, esa: aschbacher, isro: chair}
"""


def _pack(root: Path) -> Path:
    pack = root / "four"
    pack.mkdir()
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (pack / "isro.yaml").write_text(PARTNER, encoding="utf-8")
    return pack


def test_content_alone_seats_a_fourth_partner(tmp_path: Path) -> None:
    pack = _pack(tmp_path)
    assert check_content([pack]) == []
    content = load_content([pack])
    index = index_of(content, SCENARIO)
    assert len(index.chairs) == 4
    opening, _ = new_game(content, Setup(SCENARIO, "nasa", 3))
    assert f"{CHAIR}.trust.nasa" in header(index, opening, "nasa")
    session = Session(content, Setup(SCENARIO, CHAIR, 3), dict.fromkeys(index.chairs, "diplomat"))
    while not session.over:
        session.play_one()
        assert not list(violations(content, session.state))
    assert {decision.chair for decision in session.decisions} == set(index.chairs)
