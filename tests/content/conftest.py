"""A small base pack, and a way to check a file of objects or a pack.yaml beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.findings import Finding
from game.content.load import Checked, read_content
from tests.saves.games import write as write_file

FACTIONS = (
    "congress", "public", "security", "kremlin", "industry", "corps",
    "members", "science_community", "industry_eu",
)  # fmt: skip
HEADLINE = """\
- event: dawn
  title: Dawn
  basis: counterfactual
  weight: 1
  headline: The sun comes up.
"""
"""An event that only makes a headline."""
DESK = """\
- event: dawn
  title: Dawn
  basis: counterfactual
  weight: 1
  lint_ignore: {W101: a short card for a test}
  desks:
    nasa:
      text: Something is asked of you.
      choices:
        - choice: wait
          text: Wait
          result: You wait.
"""
"""An event with a card on one desk."""
BASE_PACK = 'pack: base\ntitle: Small\nversion: "0.1"\nformat: 1\n'
EXTRA_PACK = 'pack: extra\ntitle: Extra\nversion: "1.0"\nformat: 1\n'
BASE = """
- partner: nasa
  name: NASA
  office: NASA Administrator
  segment: usos
  decides: true
  adjective: American
  city: Washington
  people: astronaut
  text: Half a station.
  basis: record
  sources: [T-001]
- partner: roscosmos
  name: Roscosmos
  office: Head of Roscosmos
  segment: ros
  decides: true
  adjective: Russian
  city: Moscow
  people: cosmonaut
  text: The other half.
  basis: record
  sources: [T-001]
- partner: jaxa
  name: JAXA
  office: President of JAXA
  segment: usos
  decides: false
  adjective: Japanese
  city: Tokyo
  people: astronaut
  text: A laboratory.
  basis: record
  sources: [T-001]
- faction: congress
  partner: nasa
  name: Congress
  weight: 3
  likes: {money: -1}
  text: They pay.
- faction: kremlin
  partner: roscosmos
  name: The Kremlin
  weight: 3
  likes: {power: 2}
  text: They watch.
- leader: nelson
  partner: nasa
  name: Bill Nelson
  office: NASA Administrator
  real: true
  text: In office at the start.
  basis: record
  sources: [T-001]
- person: rubio
  partner: nasa
  name: Frank Rubio
  real: true
  role: flight engineer
  sources: [T-001]
- vehicle: soyuz
  name: Soyuz
  owner: roscosmos
  use: crew
  seats: 3
  price: 80
  port: ros
  stay: 200
  text: Three seats.
  basis: record
  sources: [T-001]
- outside_option: own_station
  owner: roscosmos
  name: A station of one's own
  text: Far off.
  drift: 3
  invest: 20
  gain: 4
  basis: counterfactual
- clause: seat_swap
  name: Seat swaps
  text: One of yours for one of theirs.
  shape: mutual
  givers: [nasa, roscosmos]
  receivers: [roscosmos, nasa]
  topic: people
- action: lobby
  name: Lobby
  text: Ask for money.
  group: home
- flag: pad_lost
  text: The pad is lost.
- event: pad_falls
  title: The pad falls
  basis: counterfactual
  weight: 1
  when: not flag.pad_lost
  effects: [{flag: {pad_lost: true}}]
  headline: A pad lies in the flame trench.
- source: T-001
  publisher: NASA
  date: 2022-01-01
  text: A thing happened.
"""


def small_root(directory: Path) -> Path:
    """Write the small base pack below a directory, and return the directory of packs."""
    for name, text in (("pack.yaml", BASE_PACK), ("world.yaml", BASE)):
        write_file(directory / "content" / "base" / name, text)
    return directory / "content"


Write = Callable[..., Path]
Check = Callable[[str], list[Finding]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a pack: its id, its pack.yaml, its files by name."""

    def made(id_: str, info: str, **files: str) -> Path:
        directory = tmp_path / id_
        directory.mkdir(exist_ok=True)
        (directory / "pack.yaml").write_text(info, encoding="utf-8")
        for name, text in files.items():
            (directory / f"{name}.yaml").write_text(text, encoding="utf-8")
        return directory

    return made


@pytest.fixture
def root(write: Write, tmp_path: Path) -> Path:
    """Return a directory of packs that holds the small base pack."""
    write("base", BASE_PACK, world=BASE)
    return tmp_path


@pytest.fixture
def read(root: Path, write: Write) -> Callable[[str], Checked]:
    """Return a function that reads objects as one more file of the base pack."""

    def read_objects(objects: str) -> Checked:
        write("base", BASE_PACK, objects=objects)
        return read_content(root=root)

    return read_objects


@pytest.fixture
def check(read: Callable[[str], Checked]) -> Check:
    """Return a function that gives the findings about objects beside the small base pack."""

    def findings(objects: str) -> list[Finding]:
        found = list(read(objects).findings)
        assert all(one.message for one in found), "a finding says nothing"
        return found

    return findings
