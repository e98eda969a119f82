"""The form of objects: what pydantic refuses is said at its place, in the format's words."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from game.content.definitions import KINDS
from game.content.effects import EFFECTS, Effect
from game.content.fields import STEP, TOPICS_OF_FIELDS
from game.content.findings import Finding
from game.content.paths import THREADS, TOPICS
from game.content.walk import fields_of, keys_at
from tests.content.conftest import HEADLINE, Check

ITEMS = "begin each item with a dash and a space"


def one(findings: list[Finding]) -> Finding:
    (found,) = findings
    return found


@pytest.mark.parametrize(
    ("line", "code", "message", "column"),
    [
        ("wieght: 3", "E022", 'unknown key "wieght"; did you mean "weight"?', 3),
        ("xyzzy: 3", "E022", 'unknown key "xyzzy"', 3),
        ("window: {form: 2022-10}", "E022", 'unknown key "form"; did you mean "from"?', 12),
        ("roles: {ship: {vehicel: soyuz}}", "E022",
         'unknown key "vehicel"; did you mean "vehicle"?', 18),
        ("effects: [{schedule: {evnt: dawn, event: dawn, in_months: 1}}]", "E022",
         'unknown key "evnt"; did you mean "event"?', 25),
        ("effects: [{shift: {tension: 1}, spend: 3}]", "E022",
         'unknown key "spend"; a map holds one effect; begin another item of the list', 35),
        ("effects: [{when: tension > 3, do: [], els: []}]", "E022",
         'unknown key "els"; did you mean "else"?', 41),
        ("effects: [{schedule: {event: dawn}}]", "E023", 'the key "in_months" is missing', 24),
        ("effects: [{when: tension > 3}]", "E023", 'the key "do" is missing', 13),
        ("effects: [{shfit: {tension: 1}}]", "E028",
         'unknown effect "shfit"; did you mean "shift"?', 14),
        ("effects: [shift]", "E024", "an effect is a map such as {shift: {tension: 2}}", 13),
        ("effects: [{}]", "E024", "an effect is a map such as {shift: {tension: 2}}", 13),
        ("effects: {shift: {tension: 1}}", "E024",
         f"effects: a list stands here, not a map; {ITEMS}", 12),
        ("effects: [{shift: 3}]", "E024", "shift: a map stands here, not 3", 21),
        ("effects: [{shift: {}}]", "E026",
         "shift: map should have at least 1 item, not 0", 21),
        ("effects: [{spend: true}]", "E024",
         "spend: an amount is a whole number or an expression", 21),
        ("effects: [{spend: [3]}]", "E024",
         "spend: an amount is a whole number or an expression", 21),
        ("effects: [{mood: {paece: 1}}]", "E025",
         '"paece" is not one of "peace", "science", "people", "power", "money" or "defiance"; '
         'did you mean "peace"?', 21),
        ("effects: [{step: 2}]", "E025", "2 is not one of 1 or -1", 20),
        ("when: 3", "E024", "when: a condition is an expression such as `tension > 60`", 9),
        ("once: 1", "E024", "once: true or false stands here, not 1", 9),
        ("cooldown: -1", "E026", "cooldown: input should be greater than or equal to 0", 13),
        ("cooldown: '6'", "E024", 'cooldown: a whole number stands here, not "6"', 13),
        ("cooldown: [6]", "E024", "cooldown: a whole number stands here, not a list", 13),
        ("thread: hardwear", "E025",
         '"hardwear" is not one of "leaders", "swaps", "crews", "commitments", "war" or '
         '"hardware"; '
         'did you mean "hardware"?', 11),
        ("date: 2022-13", "E027",
         '"2022-13" is no date; a date is written YYYY-MM or YYYY-MM-DD', 9),
        ("window: 2022-10", "E024", 'window: a map stands here, not "2022-10"', 11),
        ("sources: T-001", "E024",
         f'sources: a list stands here, not "T-001"; {ITEMS}', 12),
        ("desks: {nasa: {text: Hm., choices: []}}", "E026",
         "choices: list should have at least 1 item, not 0", 38),
        ("lint_ignore: {W101: 3}", "E024", "W101: a text stands here, not 3; put it in quotes", 23),
    ],
)  # fmt: skip
def test_a_line_too_many(check: Check, line: str, code: str, message: str, column: int) -> None:
    found = one(check(HEADLINE + f"  {line}\n"))
    assert (found.code, found.mark.line, found.mark.column) == (code, 6, column)
    assert found.message + (f"; {found.hint}" if found.hint else "") == message


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1975", "title: a text stands here, not 1975; put it in quotes"),
        ("true", "title: a text stands here, not true; put it in quotes"),
        ("false", "title: a text stands here, not false; put it in quotes"),
        ("", "title: a text stands here, not nothing; put it in quotes"),
        ("[a]", "title: a text stands here, not a list"),
        ("{a: b}", "title: a text stands here, not a map"),
        ("''", 'title: the text is empty, not ""'),
    ],
)
def test_a_text_is_a_text(check: Check, value: str, said: str) -> None:
    found = one(check(HEADLINE.replace("title: Dawn", f"title: {value}")))
    assert found.message + (f"; {found.hint}" if found.hint else "") == said


def test_long_values_are_cut(check: Check) -> None:
    found = one(check(HEADLINE + f"  thread: {'x' * 200}\n"))
    assert "x…" in found.message
    assert len(found.message) < 200


def test_everything_wrong_is_found_at_once(check: Check) -> None:
    text = "- event: dawn\n  titel: Dawn\n  weight: -1\n  date: never\n- codex: orbit\n"
    assert [found.code for found in check(text)] == ["E022", "E026", "E027", "E023", "E023"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("event: dawn\n", "E020"),
        ("dawn\n", "E020"),
        ("- dawn\n", "E020"),
        ("- [dawn]\n", "E020"),
        ("- {}\n", "E020"),
        ("- evnt: dawn\n", "E021"),
        ("- event: Dawn\n", "E029"),
        ("- event: 3\n", "E029"),
        ("- event: [dawn]\n", "E029"),
        ("- event: {a: b}\n", "E029"),
        ("- event:\n", "E029"),
        ("- source: coolant\n", "E029"),
        ("- event: base:dawn\n", "E078"),
        ("- patch: base:dawn\n  set: {}\n", "E080"),
    ],
)
def test_objects_begin_with_kind_and_id(check: Check, text: str, code: str) -> None:
    assert one(check(text)).code == code


def test_a_result_is_a_map(check: Check) -> None:
    text = "- dilemma: d\n  title: D\n  between: [nasa, roscosmos]\n  desks: {}\n  results: [x]\n"
    found = one(check(text))
    assert (found.code, found.mark.line, found.mark.column) == ("E024", 5, 13)


WAVE = """\
- action: wave
  name: Wave
  text: A hand is waved.
  group: home
  basis: counterfactual
  effects: [{{shift: {{standing: 1}}}}]
  result: {result}
"""


def test_an_actions_result_is_a_text_or_several(check: Check) -> None:
    assert not check(WAVE.format(result="Somebody waves back."))
    assert not check(WAVE.format(result="[Somebody waves back., Nobody does.]"))
    found = one(check(WAVE.format(result="[]")))
    assert (found.code, found.mark.line) == ("E026", 7)
    for wrong in ("[Somebody waves back., 3]", "{a: b}"):
        found = one(check(WAVE.format(result=wrong)))
        assert found.mark.line == 7 and found.message.startswith("result: a text stands here")


def test_every_effect_of_the_union_is_in_the_table() -> None:
    branches = re.findall(r"Tag\(tag='~(\w+)'\)", repr(Effect))
    assert branches == list(EFFECTS)


def test_an_effects_first_key_is_its_name() -> None:
    for name, one in EFFECTS.items():
        assert name in fields_of(one.form)
        assert len(fields_of(one.form)) == 1 or name == "when"


def test_words_of_the_format_are_those_of_the_rules() -> None:
    assert sorted(TOPICS_OF_FIELDS) == sorted(TOPICS)
    thread = fields_of(KINDS["event"])["thread"]
    assert thread is not None
    assert set(THREADS) == {"leaders", "swaps", "crews", "commitments", "war", "hardware"}


def test_every_kind_has_its_keys() -> None:
    for model in KINDS.values():
        assert {"basis", "sources", "lint_ignore"} <= keys_at(model, ())
        assert not any(key.startswith(STEP) for key in keys_at(model, ()))


@pytest.mark.parametrize(
    ("kind", "loc", "key"),
    [
        ("event", ("window",), "from"),
        ("event", ("desks", "nasa", "choices", 0, "outcomes", 1), "chance"),
        ("event", ("effects", 0, "~when", "else", 0, "~shift"), "shift"),
        ("clause", ("amount",), "unit"),
        ("scenario", ("history", 0, "offer", "clauses", 0), "clause"),
    ],
)
def test_keys_at_a_place(kind: str, loc: tuple[str | int, ...], key: str) -> None:
    assert key in keys_at(KINDS[kind], loc)


def test_definitions_refuse_changes_and_unknown_keys() -> None:
    models: list[type[BaseModel]] = [*KINDS.values(), *(one.form for one in EFFECTS.values())]
    for model in models:
        assert model.model_config["frozen"] is True
        assert model.model_config["extra"] == "forbid"
        assert model.model_config["strict"] is True
