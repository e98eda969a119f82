"""What nothing names is listed, with its place, unless somebody says why it is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.content.load import Checked
from game.content.unused import as_text, unused

Read = Callable[[str], Checked]


def test_the_games_own_packs_define_nothing_in_vain(checked: Checked) -> None:
    assert as_text(unused(checked)) == "0 things that nothing names"


@pytest.mark.parametrize(
    ("objects", "found"),
    [
        ("- pad: site\n  name: Site\n  place: Steppe\n  owner: nasa\n  text: Sand.\n", ["site"]),
        ("- flag: odd\n  text: Odd.\n", ["odd"]),
        ("- flag: odd\n  text: Odd.\n  lint_ignore: {W103: for later}\n", []),
        ("- source: T-002\n  publisher: NASA\n  date: 2022-01-01\n  text: So.\n", ["T-002"]),
        ("- person: cole\n  partner: nasa\n  name: A. Cole\n  role: doctor\n", []),
        ("- person: cole\n  partner: nasa\n  name: A. Cole\n  role: doctor\n  real: true\n",
         ["cole"]),
    ],
)  # fmt: skip
def test_what_nothing_names(read: Read, objects: str, found: list[str]) -> None:
    before = {one.id for one in unused(read(""))}
    checked = read(objects)
    assert [one.id for one in unused(checked) if one.id not in before] == found
    for id_ in found:
        assert f"objects.yaml:1:3 {next(iter(objects[2:].split(':')))} {id_}:" in as_text(
            unused(checked)
        )
