"""What is painted is told without drawings, columns and wrapping; no word of it is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.web.page.spoken import spoken

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1)


@pytest.mark.parametrize(
    ("painted", "told"),
    [
        ("Tension  ▁▂▃ ████▒░  49 ^6", ["Tension; 49 +6"]),
        ("Leak  ·····  0.5 kg/day =", ["Leak; 0.5 kg/day"]),
        ("capital 1 · 4 M", ["capital 1 · 4 M"]),
        ("Mandate  55 > 54 v", ["Mandate; 55 → 54"]),
        ("- Soyuz docks,\n  Sergey aboard.\n- Home.", ["Soyuz docks, Sergey aboard.", "Home."]),
        ("Orbit  416 km\n  Thin air takes\n  a lot.", ["Orbit; 416 km. Thin air takes a lot."]),
        ("Hill for 2: “National security\n+4.”", ["Hill for 2: “National security +4.”"]),
        ("│ │ ║\n\n╧═╧", []),
    ],
)  # fmt: skip
def test_what_is_painted_is_told(painted: str, told: list[str]) -> None:
    assert list(spoken(painted)) == told


@given(st.lists(st.lists(WORDS, min_size=1), max_size=9), st.sampled_from(["\n", "\n  ", "\n- "]))
def test_no_word_is_lost_or_told_twice(lines: list[list[str]], breaks: str) -> None:
    words = [word for line in lines for word in line]
    told = " ".join(spoken(breaks.join("  ".join(line) for line in lines)))
    assert sorted(re.findall(r"[a-z]+", told)) == sorted(words)
