"""Words that belong to another question, and groups that aren't there, are told so."""

from __future__ import annotations

import pytest

from game.plain.menus import ELSEWHERE, Menu, astray, no_group
from game.rules.decisions import Decision, Option


def _menu(*sections: str) -> Menu:
    options = tuple(Option(Decision("nasa", "agenda", s or "end")) for s in sections)
    return Menu(options, tuple(f"Do {n}" for n, _ in enumerate(sections)), sections, sections)


@pytest.mark.parametrize("word", sorted(ELSEWHERE))
def test_a_word_of_another_question_says_where_it_works(word: str) -> None:
    assert astray(word).startswith(f"{word} ")
    assert astray(f"{word.partition(' ')[0]} esa") or " " in word


def test_other_words_are_not_astray() -> None:
    assert astray("") == astray("perhaps") == astray("end") == ""


def test_a_group_that_is_not_there_names_those_that_are() -> None:
    told = no_group(_menu("At home", "Abroad", "Abroad", ""), "nothing")
    assert "nothing" in told and "At home, Abroad" in told
    assert "no groups" in no_group(_menu("", ""), "abroad")
