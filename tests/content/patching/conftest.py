"""Packs that patch the small base pack, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.content.load import Checked, read_content
from game.content.nodes import plain
from tests.content.conftest import BASE_PACK, EXTRA_PACK, Write

STORY = """\
- event: tea
  title: Tea
  basis: counterfactual
  sources: [T-001]
  weight: 3
  window: {from: 2022-06, to: 2029-12}
  when: tension > 60 or cohesion < 20
  lint_ignore: {W101: a short card for a test}
  effects:
    - shift: {tension: 1, nasa.trust.roscosmos: 2}
    - flag: {pad_lost: true}
    - schedule: {event: pad_falls, in_months: 3}
    - schedule: {event: dregs, in_months: 5}
  desks:
    nasa:
      text:
        - when: tension > 70
          text: Something cold is asked of you.
        - text: Something is asked of you.
      choices:
        - choice: wait
          text: Wait
          capital: 1
          result: You wait.
        - choice: go
          text: Go
          outcomes:
            - {chance: 60, text: It works.}
            - {chance: 40, text: It fails.}
- event: dregs
  title: Dregs
  basis: counterfactual
  headline: Nothing is left in the cup.
"""
Patched = Callable[..., Checked]


def info(id_: str, *lines: str) -> str:
    """Return the pack.yaml of a pack of some id, with more lines."""
    return EXTRA_PACK.replace("pack: extra", f"pack: {id_}") + "".join(f"{x}\n" for x in lines)


@pytest.fixture
def patched(root: Path, write: Write) -> Patched:
    """Return a function that reads the base, a card of tea, and packs: their files by id."""
    write("base", BASE_PACK, story=STORY)

    def made(*lines: str, **packs: str) -> Checked:
        extra = [write(id_, info(id_, *lines), patch=text) for id_, text in packs.items()]
        return read_content(extra, root=root)

    return made


def field(checked: Checked, kind: str, id_: str, *path: str | int) -> Any:
    """Return what stands at a place of an object, as plain data."""
    found = plain(checked.objects.of(kind)[id_].node)
    for step in path:
        found = found[step]
    return found


def codes(checked: Checked) -> list[str]:
    """Return the codes of all findings."""
    return [one.code for one in checked.findings]
