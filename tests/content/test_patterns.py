"""Patterns as content: what a step may be, what can come about, who may ask, what they become."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import records as r
from game.content.load import load_content
from tests.content.conftest import BASE, BASE_PACK, EXTRA_PACK, HEADLINE, Check, Write

PATTERN = """\
- pattern: asked_again
  first: paper("seat_swap", "broken", "nasa")
  then:
    - on: paper("seat_swap", "signed", "roscosmos", "nasa") or happened.pad_falls
      within: 12
      without: hatch("shut")
    - quiet: 6
      without: office("nasa")
"""
ASKED = HEADLINE + '  when: pattern("asked_again")\n'
OFFERED = PATTERN.replace("office(", 'offer("seat_swap", "made", "nasa", "roscosmos") or office(')
SECRET = """\
- event: dusk
  title: Dusk
  basis: counterfactual
  weight: 1
  secret: true
  lint_ignore: {W101: a short card for a test}
  desks:
    nasa:
      text: Something is asked of you.
      choices: [{choice: wait, text: Wait, result: You wait.}]
"""
LOCKED = """\
- action: ask
  name: Ask
  text: You ask.
  group: home
  needs: pattern("asked_again")
  because: Nobody has asked yet.
"""


def told(check: Check, text: str) -> list[tuple[str, int]]:
    return [(one.code, one.mark.line) for one in check(text)]


def test_a_pattern_is_without_a_finding_and_heard_by_the_keys_of_the_past(
    write: Write, tmp_path: Path
) -> None:
    write("base", BASE_PACK, base=BASE, more=PATTERN + ASKED)
    (pattern,) = load_content(root=tmp_path).patterns.values()
    assert pattern == r.Pattern(
        "asked_again",
        (
            r.PatternStep(("paper/broken/seat_swap/nasa",)),
            r.PatternStep(
                ("paper/signed/seat_swap/nasa/roscosmos", "happened/pad_falls"), 12, 0,
                ("hatch/shut",),
            ),
            r.PatternStep((), 0, 6, ("office/nasa",)),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ('paper("seat_swap", "broken", "nasa")', 'deal("seat_swap")', "E057", 2),
        ('paper("seat_swap", "broken", "nasa")', "tension > 60", "E057", 2),
        ('paper("seat_swap", "broken", "nasa")', 'person("rubio", "aboard")', "E057", 2),
        ('paper("seat_swap", "broken", "nasa")', 'not hatch("shut")', "E057", 2),
        ('hatch("shut")', 'hatch("shut") and office("nasa")', "E057", 6),
        ('hatch("shut")', 'hatch("ajar")', "E040", 6),
        ('"broken", "nasa"', '"broken", "csa"', "E040", 2),
        ('office("nasa")', 'office("self")', "E038", 8),
        ('office("nasa")', 'pattern("asked_again", "waiting")', "E057", 8),
        ("      within: 12\n", "      quiet: 3\n", "E057", 4),
        ("quiet: 6", "within: 6", "E057", 7),
        ('      without: office("nasa")\n', "", "E057", 7),
        ("quiet: 6", "quiet: 6\n      within: 3", "E057", 7),
        ("      within: 12\n    ", "      quiet: 12\n    ", "E057", 4),
        (' or happened.pad_falls\n      within: 12\n      without: hatch("shut")',
         '\n      without: paper("seat_swap", "signed", "roscosmos", "nasa")', "W107", 5),
    ],
)  # fmt: skip
def test_what_is_no_step_is_found(
    check: Check, right: str, wrong: str, code: str, line: int
) -> None:
    assert right in PATTERN
    assert told(check, PATTERN.replace(right, wrong) + ASKED) == [(code, line)]


def test_quiet_comes_last(check: Check) -> None:
    early = PATTERN + '    - on: hatch("gone")\n' + ASKED
    assert told(check, early) == [("E057", 7)]


def test_what_nobody_asks_for_is_found(check: Check) -> None:
    assert told(check, PATTERN) == [("W103", 1)]
    asked = ASKED.replace("asked_again", "asked_agian")  # which may be what asks for it
    assert told(check, PATTERN + asked) == [("E040", 14)]


def test_a_pattern_that_waits_for_itself_is_found(check: Check) -> None:
    one = PATTERN.replace('office("nasa")', 'pattern("two")')
    two = PATTERN.replace("asked_again", "two").replace('office("nasa")', 'pattern("asked_again")')
    assert told(check, one + two) == [("E057", 1), ("E057", 9)]
    assert told(check, one + PATTERN.replace("asked_again", "two") + ASKED) == []


def test_steps_whose_time_is_over_before_they_can_come_are_found(check: Check) -> None:
    early = HEADLINE.replace("dawn", "early").replace("weight: 1", "date: 2022-02-01")
    late = HEADLINE.replace("dawn", "late").replace("weight: 1", "date: 2026-02-01")
    before = "- pattern: asked_again\n  first: happened.{}\n  then: [{{on: happened.{}}}]\n"
    assert told(check, before.format("early", "late") + ASKED + early + late) == []
    assert told(check, before.format("late", "early") + ASKED + early + late) == [("W116", 3)]


def test_an_offer_is_heard_by_patterns_alone(check: Check) -> None:
    assert told(check, OFFERED + ASKED) == []
    asked = HEADLINE + '  when: offer("seat_swap", "made", "nasa", "roscosmos")\n'
    assert told(check, asked) == [("E038", 6)]


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [(PATTERN, []), (OFFERED, [("E048", 13)]),
     (PATTERN.replace('hatch("shut")', 'chose("dusk", "wait", "nasa")') + SECRET, [("E048", 23)])],
)  # fmt: skip
def test_a_lock_asks_for_no_pattern_that_somebody_cant_hear(
    check: Check, pattern: str, wanted: list[tuple[str, int]]
) -> None:
    assert told(check, pattern + LOCKED) == wanted


def test_a_pack_writes_its_own_patterns_without_a_prefix(write: Write, tmp_path: Path) -> None:
    write("base", BASE_PACK, base=BASE)
    extra = write("extra", EXTRA_PACK, more=PATTERN + ASKED)
    content = load_content([extra], root=tmp_path)
    assert list(content.patterns) == ["extra:asked_again"]
    (event,) = (one for one in content.events.values() if one.id == "extra:dawn")
    assert event.when is not None and event.when.reads() == {'pattern("asked_again")'}
