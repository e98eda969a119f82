"""What a code of findings says of itself, and the pieces that its examples are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One sort of finding; an empty example means that it can't be shown as text."""

    title: str
    cure: str
    example: str = ""
    file: str = "objects.yaml"


PACK = 'pack: extra\ntitle: Extra\nversion: "1.0"\nformat: 1\n'
CODEX = "- codex: orbit\n  title: Orbit\n  text: A fall that misses.\n  basis: counterfactual\n"
EVENT = """- event: first_light
  title: First light
  basis: counterfactual
  weight: 1
"""
HEADLINE = EVENT + "  headline: The sun comes up over the solar wings.\n"
DESK = (
    EVENT
    + """  desks:
    nasa:
      text: Something is asked of you.
      choices:
"""
)
CHOICE = DESK + "        - choice: wait\n          text: Wait\n          result: You wait.\n"
SCENE = """- scene: hatch_opens
  on: hatch.opens
  title: Two knocks
  drawing: "[ hatch ]"
  shows: A round hatch, open.
  text: Somebody turns the handle. It smells of other people's supper.
"""
ADVISER = """- adviser: night_shift
  partner: nasa
  title: Night shift
  desk: station
  skill: 3
  text: Awake when nobody else is.
  voice:
    for: ["{figure} {amount}. Do it.", "Yes, for {figure}."]
    against: ["No. {figure} {amount}.", "That costs {figure}."]
    uneasy: [I would sleep on it., Hard to say from here.]
"""
FIGURE = """- figure: ill_will
  path: tension
  title: Ill will
  text: What the towns hold against each other.
  good: down
"""
DILEMMA = """- dilemma: two_doors
  title: Two doors
  basis: counterfactual
  weight: 1
  between: [nasa, roscosmos]
  desks:
    nasa:
      text: Open or shut?
      choices: [{choice: open, text: Open it}, {choice: shut, text: Shut it}]
    roscosmos:
      text: Open or shut?
      choices: [{choice: open, text: Open it}, {choice: shut, text: Shut it}]
"""
