"""What a world says of its own: legacies, grades and words, each found where it can't be."""

from __future__ import annotations

import pytest

from tests.content.conftest import Check

WORLD = "- world: here\n"
GRADES = "  grades: [{{letter: A, ahead: {}}}, {{letter: {}, ahead: 0}}]\n"
LETTERS = "  words: {legacy.letters: B is the line}\n"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("  legacies: [{figure: peace, topic: peace}]\n", ""),
        ("  legacies: [{figure: peac, topic: peace}]\n", '"peac" is no figure'),
        ("  legacies: [{figure: capital, topic: peace}]\n", "a legacy from 0 to 100"),
        (f"  legacies: [{', '.join(['{figure: peace, topic: peace}'] * 2)}]\n", "graded already"),
        (GRADES.format(5, "B") + LETTERS, ""),
        (GRADES.format(5, "B"), "other grades"),
        (GRADES.format(0, "B") + LETTERS, "given from 0 on"),
        (GRADES.format(5, "A") + LETTERS, "A stands twice"),
        ("  words: {capitols: the two towns}\n", 'no words are called "capitols"'),
    ],
)
def test_what_a_world_has_of_its_own(check: Check, lines: str, said: str) -> None:
    found = check(WORLD + lines)
    assert [one.code for one in found] == (["E067"] if said else [])
    assert all(said in one.message for one in found)


def test_words_leave_open_what_those_they_replace_do(check: Check) -> None:
    (found,) = check(WORLD + '  words: {capitals: "the {city}"}\n')
    assert (found.code, found.hint) == ("E042", "delete it")


def test_a_hint_names_the_words_that_may_be_meant(check: Check) -> None:
    (found,) = check(WORLD + "  words: {capitols: the two towns}\n")
    assert 'did you mean "capitals"' in found.hint
