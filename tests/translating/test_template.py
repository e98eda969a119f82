"""The template that translators begin with: every text, where it stands, always the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from game.content.languages.texts import texts
from game.content.records import Content
from game.errors import UsageError
from game.narration.words import TEMPLATES
from game.narration.words.plural import Plural, Worded
from game.narration.words.voices import NEUTRAL
from game.translating.contents import content_entries
from game.translating.entry import Entry, merged
from game.translating.sources import source_entries
from game.translating.tables import table_entries
from game.translating.template import entries, is_template, template
from tests.content.conftest import EXTRA_PACK

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """
WORD = N_("Sign")
told = _("{name} declines.", name=who)
# For translators: of a pad
open_ = pgettext("a pad", "open")
turns = ngettext("{n} turn", "{n} turns", n)
"""


@pytest.fixture
def babel() -> Iterator[None]:
    """Skip a test where Babel, of the extra `words`, isn't installed."""
    pytest.importorskip("babel", reason="Babel, of the extra `words`, isn't installed")
    yield


def test_the_words_of_the_source_are_found(babel: None, tmp_path: Path) -> None:
    game = tmp_path / "game"
    game.mkdir()
    (game / "a.py").write_text(SOURCE, encoding="utf-8")
    assert list(source_entries(game)) == [
        Entry("Sign", places=(("game/a.py", 2),)),
        Entry("{name} declines.", places=(("game/a.py", 3),)),
        Entry("open", "a pad", places=(("game/a.py", 5),), remarks=("of a pad",)),
        Entry("{n} turn", plural="{n} turns", places=(("game/a.py", 6),)),
    ]


def test_without_babel_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "babel.messages.extract", None)
    with pytest.raises(UsageError, match=r"orbital-handshake\[words\]"):
        next(source_entries())


def test_every_code_of_the_rules_is_there_by_its_code() -> None:
    found = {(one.context, one.english, one.plural) for one in table_entries()}
    for code, said in TEMPLATES.items():
        if isinstance(said, Plural):
            assert (code, said.one, said.many) in found
        elif said and not isinstance(said, Worded):
            assert (code, said, "") in found
    assert {("voice.offer", way, "") for way in NEUTRAL["offer"]} <= found
    assert [one.context for one in table_entries() if one.context in TEMPLATES and not one.places
            ] == []  # fmt: skip


def test_every_text_of_content_is_there_with_its_place(base: Content) -> None:
    found = {(one.context, one.english): one for one in content_entries()}
    assert set(found) == {(text.context, text.english) for text in texts(base)}
    dragon = found[
        "event:the_wrong_ship/desk:nasa/choice:offer_dragon/text", "Offer Dragon at once"
    ]
    ((file, line),) = dragon.places
    assert "Offer Dragon at once" in (ROOT / file).read_text("utf-8").splitlines()[line - 1]
    assert dragon.remarks == ("fewer than 70 letters",)
    spoken = next(one for one in found.values() if one.context.startswith("voice:"))
    assert any("{city}" in remark for remark in spoken.remarks)


def test_a_pack_has_a_template_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(EXTRA_PACK, encoding="utf-8")
    codex = "- codex: door\n  basis: counterfactual\n  title: A door\n  text: It is open.\n"
    (tmp_path / "all.yaml").write_text(codex, encoding="utf-8")
    assert [(one.context, one.english) for one in entries((tmp_path,))] == [
        ("codex:extra:door/title", "A door"), ("codex:extra:door/text", "It is open."),
    ]  # fmt: skip


def test_what_a_pack_patches_is_its_own_to_translate(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(EXTRA_PACK, encoding="utf-8")
    patch = "- patch: base:event/invasion\n  set: {title: The loop is silent}\n"
    (tmp_path / "patch.yaml").write_text(patch, encoding="utf-8")
    (entry,) = content_entries([tmp_path])
    assert (entry.context, entry.english) == ("event:invasion/title", "The loop is silent")


@pytest.mark.long
def test_the_template_is_always_the_same_and_can_be_read(babel: None) -> None:
    text = template(entries())
    assert text == template(entries())
    assert is_template(text)
    read = polib.pofile(text)
    assert len(read) == len(entries()) > 6000
    assert read.percent_translated() == 0
    keys = [(entry.msgctxt, entry.msgid) for entry in read]
    assert len(keys) == len(set(keys))
    (months,) = (entry for entry in read if entry.msgctxt == "lock.money")
    assert months.msgid.startswith("Needs {cost}")
    assert months.occurrences[0][0] == "game/narration/words/locks.py"


def test_a_text_that_stands_twice_is_translated_once() -> None:
    one = Entry("Sign", places=(("a.py", 1),), remarks=("x",))
    other = Entry("Sign", places=(("b.py", 2),))
    assert merged([one, other, Entry("Sign", "elsewhere")]) == (
        Entry("Sign", places=(("a.py", 1), ("b.py", 2)), remarks=("x",)),
        Entry("Sign", "elsewhere"),
    )
