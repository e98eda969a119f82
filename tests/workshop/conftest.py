"""One pack over the game's own, read once for all tests of this room."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.load import Checked, compile_content, read_content
from game.content.records import Content

INFO = 'pack: extra\ntitle: Extra\nversion: "1.0"\nformat: 1\n'
CARDS = """
- flag: thaw
  text: It thaws.
- event: kettle
  title: The kettle
  basis: counterfactual
  date: 2022-05-10
  lint_ignore: {W101: short on purpose}
  apart: Nobody speaks of it.
  desks:
    nasa:
      text: The water heater has failed, says {leader.nasa}.
      choices:
        - choice: share
          text: Share a kettle
          effects: [{shift: {cohesion: 2}}, {flag: {thaw: true}}, {mood: {peace: 1}}]
          result: Seven people drink tea.
        - choice: ask
          text: Ask Korolyov
          effects: [{shift: {standing: -1}}]
          result: Korolyov sends a drawing.
        - choice: fly
          text: Fly a heater
          needs: treasury > 50
          because: The till is empty.
          effects: [{spend: 40}]
          outcomes:
            - chance: 60
              text: It boils.
              effects: [{shift: {science: 2}}]
            - chance: 40
              text: It leaks.
              effects: [{shift: {cohesion: -3}}]
    roscosmos:
      text:
        - when: tension > 80
          text: They come for tea, and nobody speaks.
        - text: They come for tea.
      choices:
        - choice: pour
          text: Pour
          result: It is poured.
        - choice: shrug
          text: Shrug
          effects: [{when: flag.thaw, do: [{shift: {tension: -1}}]}]
          result: Nothing is said.
- event: follow_up
  title: A second kettle
  basis: counterfactual
  weight: 1
  when: flag.thaw
  lint_ignore: {W101: short on purpose}
  desks:
    esa:
      text: Another heater fails.
      choices:
        - choice: wait
          text: Wait
          effects: [{shift: {standing: -1}}]
          result: You wait.
        - choice: never
          text: Never to be had
          needs: tension > 99 and cohesion > 99 and war < 1
          because: It can't be.
          effects: [{shift: {standing: 1}}]
          result: It can.
"""
TESTS = """
- test: holds
  as: nasa
  card: kettle
  figures: {cohesion: 50, treasury: 100, tension: 30}
  flags: {thaw: false}
  when:
    - choose: share
    - {as: roscosmos, choose: shrug}
  then: [cohesion == 52, flag.thaw, 'chose("kettle", "share", "nasa")', happened.kettle]
  tells: [Seven people drink tea., Share a kettle, The kettle, says Bill Nelson]
- test: locked
  as: nasa
  card: kettle
  figures: {treasury: 20}
  locked: [fly]
- test: plays_on
  turn: 2
  when: [{act: lobby}, {play: 1}]
  then: [month == 6]
- test: wrong_figure
  why: It is meant so.
  card: kettle
  figures: {cohesion: 50}
  when: [{choose: share}]
  then: [cohesion == 53, flag.thaw, tension > 99]
- test: wrong_words
  card: kettle
  tells: [Eight people]
- test: wrong_choice
  card: kettle
  when: [{choose: pour}]
  then: [flag.thaw]
- test: wrong_lock
  card: kettle
  figures: {treasury: 400}
  locked: [fly, none]
- test: cant
  card: kettle
  figures: {treasury: 20}
  when: [{choose: fly}]
  then: [flag.thaw]
- test: no_state
  card: kettle
  turn: 9999
  then: [flag.thaw]
"""


@pytest.fixture(scope="session")
def extra(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checked, Content]:
    """Return a pack over the game's own, as checked and as compiled."""
    folder = write_extra(tmp_path_factory.mktemp("extra") / "extra")
    checked = read_content([folder])
    return checked, compile_content(checked)


def write_extra(folder: Path) -> Path:
    """Write the pack, and return its folder."""
    folder.mkdir()
    (folder / "pack.yaml").write_text(INFO)
    (folder / "cards.yaml").write_text(CARDS)
    (folder / "tests.yaml").write_text(TESTS)
    return folder
