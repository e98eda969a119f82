"""What a save may be called: short enough, a file of the directory, and the same everywhere."""

from __future__ import annotations

import pytest

from game.errors import SaveError
from game.saves.names import MOST, MOST_NEW, check_name, check_new_name


@pytest.mark.parametrize("name", ["a", "a" * MOST, "n\u00e9" * (MOST // 3), "a b", "con", "a?"])
def test_what_names_a_file_here_can_be_asked_for(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize("name", ["", ".", ".hidden", "a/b", "../a", "a\0b"])
def test_what_names_no_file_of_the_directory_is_refused(name: str) -> None:
    with pytest.raises(SaveError, match="can't be the name of a save; use letters"):
        check_name(name)


def test_a_name_that_is_too_long_is_told_how_long_it_may_be() -> None:
    with pytest.raises(SaveError, match=f"take at most {MOST_NEW} letters"):
        check_name("a" * (MOST + 1))
    check_new_name("a" * MOST_NEW)
    with pytest.raises(SaveError, match=f"take at most {MOST_NEW} letters"):
        check_new_name("a" * (MOST_NEW + 1))


@pytest.mark.parametrize("name", ["con", "CON.old", "a?", "a ", " a", "a.", "a\nb", "com1", "a:b"])
def test_a_new_name_is_one_that_every_system_takes(name: str) -> None:
    with pytest.raises(SaveError, match="can't be the name of a new save on every system"):
        check_new_name(name)


@pytest.mark.parametrize(("name", "told"), [("/" * 60, "/" * 60), ("/" * 61, "/" * 59 + "…")])
def test_a_long_name_is_told_cut_short(name: str, told: str) -> None:
    with pytest.raises(SaveError) as refused:
        check_name(name)
    assert str(refused.value).startswith(f"'{told}' can't be")
