"""Values that their place can't hold: flags, offices, amounts below nothing, figures out of range.

What a number may count, a yes/no may not, and the other way round.
"""

from __future__ import annotations

import pytest

from tests.content.conftest import DESK, HEADLINE, Check

NIGHTS = """\
- flag: nights
  type: int
  text: So many nights.
- event: dusk
  title: Dusk
  basis: counterfactual
  weight: 1
  when: flag.nights < 3
  headline: The sun goes down.
  effects: [{flag: {nights: EFFECT}}]
"""
RIVAL = """\
- leader: rival
  partner: roscosmos
  name: A rival
  office: Head of Roscosmos
  basis: counterfactual
  text: Waits.
"""
SCENARIO = """\
- scenario: short
  name: Short
  text: A short one.
  start: 2022-01-01
  turns: 4
  turn_months: 3
  chairs: [nasa, roscosmos]
  figures: {tension: 50}
  leaders: {nasa: nelson}
"""
CLAUSE = """\
- clause: carve_out
  name: A carve-out
  text: Parts pass.
  shape: given
  givers: [nasa]
  receivers: [roscosmos]
  topic: money
"""


def said(check: Check, text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in check(text)]


@pytest.mark.parametrize(
    ("value", "code"),
    [("3", None), ("-2", None), ('"flag.nights + 1"', None), ('"tension // 9"', None),
     ("true", "E024"), ("false", "E024"), ('"nihgts + 1"', "E031"), ('"tension > 3"', "E032")],
)  # fmt: skip
def test_a_flag_that_counts_takes_numbers_and_amounts(
    check: Check, value: str, code: str | None
) -> None:
    found = said(check, NIGHTS.replace("EFFECT", value))
    assert [one for one, _ in found] == ([code] if code else [])


@pytest.mark.parametrize(
    ("value", "code"),
    [("true", None), ("false", None), ("3", "E024"), ("0", "E024"), ('"tension + 1"', "E024"),
     ('"tension > 3"', "E032")],
)  # fmt: skip
def test_a_yes_or_no_takes_true_and_false(check: Check, value: str, code: str | None) -> None:
    found = said(check, HEADLINE + f"  effects: [{{flag: {{pad_lost: {value}}}}}]\n")
    assert [one for one, _ in found] == ([code] if code else [])


def test_no_flag_takes_a_list(check: Check) -> None:
    found = said(check, HEADLINE + "  effects: [{flag: {pad_lost: [3]}}]\n")
    message = "a flag is set to true, false, a whole number or an expression"
    assert found == [("E024", f"pad_lost: {message}")]


def test_flags_start_as_what_they_are(check: Check) -> None:
    wrong = [("E024", 'the flag "pad_lost" is a yes/no: true or false stands here')]
    assert said(check, SCENARIO + "  flags: {pad_lost: 3}\n") == wrong
    assert said(check, SCENARIO + "  flags: {pad_lost: true}\n") == []
    counted = NIGHTS.replace("EFFECT", "1")
    wrong = [("E024", 'the flag "nights" is a number: a whole number stands here')]
    assert said(check, counted + SCENARIO + "  flags: {nights: true}\n") == wrong
    assert said(check, counted.replace("int\n", "int\n  default: true\n")) == wrong
    assert [one for one, _ in said(check, SCENARIO + "  flags: {pad_lost: soon}\n")] == ["E024"]


def test_a_flag_that_is_only_counted_up_is_never_asked_for(check: Check) -> None:
    counted = NIGHTS.replace("EFFECT", '"flag.nights + 1"').replace("  when: flag.nights < 3\n", "")
    assert said(check, counted) == [("W103", "no condition asks for this flag")]


@pytest.mark.parametrize(
    ("of", "to", "fits"),
    [("nasa", "nelson", True), ("nasa", "rival", False), ("roscosmos", "rival", True),
     ("self", "nelson", True), ("self", "rival", False)],
)  # fmt: skip
def test_an_office_goes_to_somebody_of_its_partner(
    check: Check, of: str, to: str, fits: bool
) -> None:
    found = said(check, RIVAL + DESK + f"          effects: [{{leader: {{of: {of}, to: {to}}}}}]\n")
    whose = {"nelson": "nasa", "rival": "roscosmos"}[to]
    assert found == ([] if fits else [("E057", f"{to} is a leader of {whose}")])


def test_an_action_aimed_at_anybody_installs_nobody(check: Check) -> None:
    aimed = "- action: oust\n  name: Oust\n  text: T.\n  group: abroad\n  target: partner\n"
    text = aimed + "  effects: [{leader: {of: target, to: nelson}}]\n"
    assert said(check, text) == [("E057", "nelson is a leader of nasa")]


def test_a_scenario_starts_with_its_partners_own_leaders(check: Check) -> None:
    text = RIVAL + SCENARIO.replace("nelson", "rival")
    assert said(check, text) == [("E057", "rival is a leader of roscosmos")]


@pytest.mark.parametrize(
    ("effect", "message"),
    [("{spend: -5}", "-5 is less than 0"), ("{earn: -5}", "-5 is less than 0"),
     ('{spend: "2 - 9"}', "-7 is less than 0"), ("{spend: 0}", ""), ("{earn: 5}", ""),
     ("{reboost: {km: -1}}", "-1 is less than 0"),
     ("{assign: {standing: 120}}", "standing lies from 0 to 100, and is set to 120"),
     ("{assign: {nasa.commitment: 204}}",
      "nasa.commitment lies from 2020 to 2040, and is set to 204"),
     ("{assign: {standing: 20}}", ""), ("{shift: {standing: -3}}", "")],
)  # fmt: skip
def test_amounts_have_the_sign_that_their_effect_says(
    check: Check, effect: str, message: str
) -> None:
    found = said(check, DESK + f"          effects: [{effect}]\n")
    assert found == ([("E026", message)] if message else [])


@pytest.mark.parametrize("chance", ['"0 - 5"', '"50 + 60"'])
def test_a_chance_that_never_changes_is_a_chance(check: Check, chance: str) -> None:
    outcomes = f"outcomes: [{{chance: {chance}, text: A.}}, {{text: B.}}]"
    text = DESK.replace("result: You wait.", outcomes)
    assert [one for one, _ in said(check, text)] == ["E026"]


def test_what_a_clause_brings_and_costs_is_never_less_than_nothing(check: Check) -> None:
    found = check(CLAUSE + "  gains: {any: -3}\n  costs: {nasa: -2, any: 2}\n")
    assert [(one.code, one.mark.line, one.hint) for one in found] == [
        ("E026", 8, "what it costs stands under costs:"),
        ("E026", 9, "what it brings stands under gains:"),
    ]


def test_a_scenarios_figures_lie_in_their_ranges(check: Check) -> None:
    text = SCENARIO.replace("tension: 50", "tension: 500, nasa.standing: -1")
    assert [code for code, _ in said(check, text)] == ["E026", "E026"]


def test_a_chair_of_history_aims_at_its_own_factions(check: Check) -> None:
    action = "- action: court\n  name: Court\n  text: T.\n  group: home\n  target: faction\n"
    move = "  history: [{date: 2022-02, chair: nasa, action: court, target: FACTION}]\n"
    text = action + SCENARIO + move
    assert said(check, text.replace("FACTION", "congress")) == []
    wrong = [("E057", "kremlin is a faction of roscosmos; a chair aims at its own")]
    assert said(check, text.replace("FACTION", "kremlin")) == wrong


@pytest.mark.parametrize(
    "effect",
    [
        "{sign: {with: NAME, clauses: [{clause: seat_swap}]}}",
        "{promise: {to: NAME, text: A., in_months: 1, keep: war > 3}}",
        "{study: NAME}",
    ],
)
def test_nobody_deals_with_themselves_or_with_who_decides_nothing(
    check: Check, effect: str
) -> None:
    for name, code in {"self": "E057", "nasa": "E057", "jaxa": "E047", "roscosmos": ""}.items():
        text = DESK + f"          effects: [{effect.replace('NAME', name)}]\n"
        assert [one for one, _ in said(check, text)] == ([code] if code else []), name


def test_an_action_of_all_names_nobody_that_may_take_it(check: Check) -> None:
    action = "- action: ask\n  name: Ask\n  text: T.\n  group: abroad\n  effects: [{study: nasa}]\n"
    assert [code for code, _ in said(check, action)] == ["E057"]
    assert said(check, action + "  chairs: [roscosmos]\n") == []
    assert said(check, action.replace("study: nasa", "study: target") + "  target: partner\n") == []
