"""`handshake pack test`: the tests of a pack, and what fails, told as findings are."""

from __future__ import annotations

from pathlib import Path

from game.content.findings import as_json, as_text, errors
from game.content.load import compile_content
from game.packs.about import checked_with
from game.packs.kept import id_of
from game.packs.places import pack_directory
from game.text.language import _, ngettext
from game.workshop.proving import prove, tests_of


def run(folder: Path, json: bool) -> int:
    """Carry out a pack's tests and print what fails; 1 where something does or can't be read."""
    checked, found = checked_with(folder, pack_directory())
    if wrong := errors(found):
        print(as_json(wrong) if json else as_text(wrong))
        return 1
    tests = tests_of(checked, [id_of(folder)])
    content = compile_content(checked)
    proofs = [prove(checked, content, one) for one in tests]
    failures = [failure for proof in proofs for failure in proof.failures]
    if json:
        print(as_json(failures))
        return 1 if failures else 0
    for failure in failures:
        print(failure.render())
    print(_sum(len(proofs), sum(1 for proof in proofs if proof.failures)))
    return 1 if failures else 0


def _sum(count: int, failed: int) -> str:
    if not count:
        return _("There are no tests in this pack: objects of the kind `test`.")
    tests = ngettext("{n} test", "{n} tests", count)
    if not failed:
        return _("{tests}, all hold.", tests=tests)
    return ngettext("{tests}, {n} fails.", "{tests}, {n} fail.", failed, tests=tests)
