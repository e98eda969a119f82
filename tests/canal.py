"""A world without a station: two towns that dig a canal, in content of their own alone."""

from __future__ import annotations

from pathlib import Path

from game.content.load import load_content
from game.content.records import Content
from tests.content.conftest import BASE_PACK

SCENARIO = "canal"
CHAIRS = ("upper", "lower")
WORLD = """
- {partner: upper, name: Upper League, office: Warden of the League, segment: usos, decides: true,
   adjective: Upper, city: Highgate, people: digger, text: The hills., basis: counterfactual}
- {partner: lower, name: Lower League, office: Warden of the Fens, segment: ros, decides: true,
   adjective: Lower, city: Fenmouth, people: digger, text: The fens., basis: counterfactual}
- {faction: masons, partner: upper, name: Masons, weight: 3, likes: {money: 1, peace: 1},
   text: They cut stone.}
- {faction: eelers, partner: lower, name: Eelers, weight: 3, likes: {power: 2, peace: 1},
   text: They catch eels.}
- {leader: warden, partner: upper, name: The warden, office: Warden, text: Old.,
   basis: counterfactual}
- {leader: reeve, partner: lower, name: The reeve, office: Reeve, text: Young.,
   basis: counterfactual}
- {outside_option: mule_road, owner: upper, name: A mule road, text: Steep., drift: 2, invest: 5,
   gain: 9, basis: counterfactual}
- {clause: stone, name: Stone for timber, text: Barges of both., shape: mutual,
   givers: [upper, lower], receivers: [upper, lower], topic: money, months: 12,
   gains: {any: 6}, costs: {any: 1}, sign: [{shift: {tension: -1}}]}
- {action: dig, name: Dig, text: Dig on., group: home, effects: [{spend: 3}, {shift: {peace: 1}}]}
- {action: road, name: Work on the road, text: Widen it., group: future, chairs: [upper],
   effects: [{invest: mule_road}]}
- event: flood
  title: High water
  basis: counterfactual
  weight: 9
  once: false
  desks:
    upper:
      text: The sluice is under water.
      choices:
        - {choice: open, text: Open it, effects: [{shift: {tension: 6}}], result: It runs.}
        - {choice: wait, text: Wait, effects: [{shift: {lower.trust.upper: -3}}], result: It rests.}
    lower:
      text: The water comes down.
      choices:
        - {choice: sue, text: Send a letter, effects: [{step: 1}], result: It is sent.}
        - {choice: bail, text: Bail it out, effects: [{spend: 2}], result: Buckets.}
- scenario: canal
  name: The canal
  text: Two towns, one ditch.
  start: 1402-03-01
  turns: 10
  turn_months: 3
  chairs: [upper, lower]
  station: false
  figures: {tension: 30, upper.treasury: 40, lower.treasury: 40, upper.income: 3}
  leaders: {upper: warden, lower: reeve}
"""
VENTURE = '  venture: {text: "The canal, dug from both ends", points: 40}\n'


def canal(root: Path, more: str = VENTURE) -> Content:
    """Return the world of the canal, its files written below a directory."""
    (root / "base").mkdir()
    (root / "base" / "pack.yaml").write_text(BASE_PACK, encoding="utf-8")
    (root / "base" / "world.yaml").write_text(WORLD + more, encoding="utf-8")
    return load_content(root=root)
