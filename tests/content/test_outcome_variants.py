"""Variants of what an outcome tells: checked as those of other texts, compiled, translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import records as r
from game.content.languages.texts import texts
from game.content.load import load_content
from tests.content.conftest import BASE, BASE_PACK, DESK, Check, Write

RISK = (
    DESK.replace("          result: You wait.\n", "")
    + """\
          outcomes:
            - chance: 60
              text:
                - when: tension > 60
                  asserts: tension > 50
                  text: They come, and nobody speaks.
                - text: They come.
            - chance: 40
              text: They stay away.
"""
)


def test_they_are_compiled_and_each_wording_is_translated(write: Write, tmp_path: Path) -> None:
    write("base", BASE_PACK, base=BASE, more=RISK)
    content = load_content(root=tmp_path)
    come, stay = content.events["dawn"].desks[0].choices[0].outcomes
    assert (come.text, stay.text, stay.variants) == ("They come.", "They stay away.", ())
    (one,) = come.variants
    assert isinstance(one, r.Variant) and one.text == "They come, and nobody speaks."
    assert one.when is not None and one.when.text == "tension > 60"
    assert one.asserts is not None and one.asserts.text == "tension > 50"
    places = {text.english: text.context for text in texts(content)}
    assert places[come.text].endswith("/text") and "/variants:" in places[one.text]
    assert len({places[words] for words in (come.text, one.text, stay.text)}) == 3


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line"),
    [
        ("tension > 50", "tension < 50", "W118", 16),
        ("                - text: They come.\n", "", "E057", 15),
        (
            "                - when: tension > 60\n                  asserts",
            "                - asserts",
            "W107",
            15,
        ),
        ("when: tension > 60", "when: roscosmos.treasury > 60", "E048", 15),
        ("tension > 60", "tenson > 60", "E031", 15),
        ("nobody speaks", "{nobody} speaks", "E042", 17),
    ],
)
def test_they_are_checked_as_variants_of_other_texts(
    check: Check, right: str, wrong: str, code: str, line: int
) -> None:
    assert check(RISK) == [] and right in RISK
    found = check(RISK.replace(right, wrong))
    assert [(one.code, one.mark.line) for one in found] == [(code, line)]


def test_a_wording_may_read_its_choosers_own_private_figures(check: Check) -> None:
    assert check(RISK.replace("when: tension > 60", "when: treasury > 60")) == []
