"""Every code of the rules has words, every word its code, and no rule speaks in prose."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest

import game.rules
from game.content import records as r
from game.narration.alarms import SHORT
from game.narration.decisions import deal_title
from game.narration.words import TELLERS, TEMPLATES, say, why_told
from game.narration.words.plural import Plural, Worded
from game.rules.messages import TEXT, message, text
from game.rules.state import Deal, Term
from tests.small import CONTENT
from tests.worlds import opening

RULES = Path(str(game.rules.__file__)).parent
NARRATION = RULES.with_name("narration")
FOR_PROGRAMMERS = ("rules/invariants.py", "rules/encoding.py", "rules/setup.py")
SPACES = 2  # a literal with so many spaces is a sentence


def _trees(*rooms: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in (path for room in rooms for path in sorted(room.rglob("*.py"))):
        where = path.relative_to(RULES.parent).as_posix()
        yield where, ast.parse(path.read_text(encoding="utf-8"))


def _calls() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield each place that makes a message, its code and the names of its arguments."""
    for where, tree in _trees(RULES, NARRATION):
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "message":
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{where}:{node.lineno}: a code is literal"
                names = frozenset(str(keyword.arg) for keyword in node.keywords)
                yield f"{where}:{node.lineno}", str(code.value), names


def _placeholders(template: str) -> set[tuple[str, str]]:
    return {(n, t or "") for _, n, t, _ in Formatter().parse(template) if n is not None}


def _all_of(code: str) -> set[tuple[str, str]]:
    found = TEMPLATES[code]
    if isinstance(found, Worded):
        return {(name, "") for name in found.args}
    if isinstance(found, Plural):
        return _placeholders(found.one) | _placeholders(found.many) | {(found.by, "")}
    return _placeholders(found)


def test_what_the_rules_say_has_words_for_just_these_arguments() -> None:
    for where, code, names in _calls():
        assert code in TEMPLATES, f"{where}: no words for {code!r}"
        assert {name for name, _ in _all_of(code)} <= names, f"{where}: {code}"


def test_every_word_belongs_to_something_that_is_said() -> None:
    said = {code for _, code, _ in _calls()} | {TEXT, ""}
    said |= {f"{code}{SHORT}" for code in said}
    assert sorted(set(TEMPLATES) - said) == []


def test_every_placeholder_has_a_teller() -> None:
    assert {t for code in TEMPLATES for _, t in _all_of(code)} <= set(TELLERS)


def test_a_clause_of_one_amount_has_none_to_choose() -> None:
    ranged = message("clause.range", clause="engines", low=1, high=6, unit="engine")
    fixed = message("clause.range", clause="inspection", low=1, high=1, unit="")
    assert say(CONTENT, ranged) == "Engines: from 1 to 6 engines."
    assert say(CONTENT, fixed) == "Inspection: it has no amount to choose."


def test_what_both_give_each_other_is_named_once_in_a_deals_name() -> None:
    terms = tuple(Term("engines", 2, who) for who in ("nasa", "roscosmos"))
    deal = Deal("deal", ("nasa", "roscosmos"), terms, 0, 0)
    state = replace(opening(), deals=(deal,))
    assert deal_title(CONTENT, state, deal.id) == "Engines (2 engines)"


def test_what_the_content_says_is_told_as_it_stands() -> None:
    assert say(CONTENT, text("A {brace} and a % sign.")) == "A {brace} and a % sign."
    assert say(CONTENT, "kept by an older game") == "kept by an older game"


@pytest.mark.parametrize(
    ("why", "told"),
    (
        ("pad.weather:steppe", "The steppe waits for the weather"),
        ("flight.no_port", "waits: no port is free"),
        ("event:letter", "A letter"),
        ("choice:cold_morning/protest", "A cold morning: Protest"),
        ("action:calm", "Calm"),
        ("clause:engines", "Engines"),
        ("accident:spark", "A spark"),
        ("Pad 31 is out", "Pad 31 is out"),
        ("event:gone", "event:gone"),
    ),
)
def test_why_a_flight_has_moved_is_told_by_what_moved_it(why: str, told: str) -> None:
    spark = r.Accident("spark", "A spark", "Smoke.", 0, 1, None, ())
    assert why_told(replace(CONTENT, accidents={"spark": spark}), why) == told


def test_a_message_is_equal_by_what_it_says() -> None:
    assert message("x", a=1) == message("x", a=1) != message("x", a=2)
    assert message("x", a=1).arg("a") == 1


def _is_error(node: ast.AST) -> bool:
    """Return whether an exception is made here."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Name) and called.id.endswith("Error")


def _own_names(tree: ast.Module) -> set[int]:
    """Return the literals that nobody reads in play: docstrings, and errors for programmers."""
    spared: set[int] = set()
    for node in ast.walk(tree):
        said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.FunctionDef) and node.name == "__repr__":
            said = True
        if said or isinstance(node, ast.Raise | ast.Assert) or _is_error(node):
            spared |= {id(inner) for inner in ast.walk(node)}
    return spared


def test_the_rules_hold_no_sentence() -> None:
    """Literals with two spaces or more; what is wrong with a state or a text is for programmers."""
    found = []
    for where, tree in _trees(RULES):
        spared = _own_names(tree)
        for node in (node for node in ast.walk(tree) if isinstance(node, ast.Constant)):
            words = node.value if isinstance(node.value, str) else ""
            if words.count(" ") >= SPACES and id(node) not in spared:
                found.append(f"{where}:{node.lineno} {words}")
    assert [line for line in found if not line.startswith(FOR_PROGRAMMERS)] == []
