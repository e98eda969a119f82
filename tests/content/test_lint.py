"""The second pass: what each check finds, where, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.load import check_content
from tests.content.conftest import BASE, BASE_PACK, DESK, HEADLINE, Check, Write

ACTION = """\
- action: ask
  name: Ask
  text: You ask.
  group: home
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
DILEMMA = """\
- dilemma: doors
  title: Doors
  basis: counterfactual
  weight: 1
  lint_ignore: {W101: short cards for a test}
  between: [nasa, roscosmos]
  desks:
    nasa:
      text: Open or shut?
      choices: [{choice: open, text: Open it}, {choice: shut, text: Shut it}]
    roscosmos:
      text: Open or shut?
      choices: [{choice: open, text: Open it}, {choice: shut, text: Shut it}]
"""
SCENARIO = """\
- scenario: short
  name: Short
  text: A short one.
  start: 2022-01-01
  turns: 4
  turn_months: 3
  chairs: [nasa, roscosmos]
  figures: {tension: 50, nasa.trust.roscosmos: 40, option.own_station: 5}
  leaders: {nasa: nelson}
"""

DATED = HEADLINE.replace("  weight: 1\n", "")


def found(check: Check, text: str) -> list[tuple[str, int]]:
    return [(one.code, one.mark.line) for one in check(text)]


def said(check: Check, text: str) -> str:
    (one,) = check(text)
    return one.message + ("; " + one.hint if one.hint else "")


@pytest.mark.parametrize("text", [HEADLINE, DESK, ACTION, CLAUSE, SCENARIO])
def test_nothing_is_found_where_nothing_is_wrong(check: Check, text: str) -> None:
    assert found(check, text) == []


# Expressions and figures ---------------------------------------------------------------------


def test_a_place_inside_an_expression_is_marked(check: Check) -> None:
    (one,) = check(HEADLINE + "  when: tension > 60 and tenson < 3\n")
    assert one.render().endswith(
        'objects.yaml:6:26 E031 unknown name "tenson" in a condition; did you mean "tension"?\n'
        "      when: tension > 60 and tenson < 3\n"
        "                             ^"
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("when: nasa.treasury > 3", None),
        ("when: treasury > 3", "E038"),
        ("when: trust.nasa > 3", "E038"),
        ("when: faction.congress > 3", "E038"),
        ("when: self.treasury > 3", "E038"),
        ("when: target.treasury > 3", "E038"),
        ("when: amount > 3", "E038"),
        ("when: target > 3", "E038"),
        ("when: jaxa.treasury > 3", "E039"),
        ('when: jaxa.leader == "x"', "E039"),
        ("when: aboard.jaxa > 0", None),
        ("when: notice.jaxa", None),
        ("when: nasa.trust.nasa > 3", "E039"),
        ("when: nasa.trust.jaxa > 3", "E039"),
        ("when: nasa.faction.kremlin > 3", "E039"),
        ("when: nasa.faction.congress > 3", None),
        ("when: true", "W106"),
        ("when: false", "W106"),
        ("effects: [{shift: {tension: 2}}]", None),
        ("effects: [{shift: {nasa.treasury: -2}}]", None),
        ("effects: [{shift: {treasury: 2}}]", "E038"),
        ("effects: [{shift: {target: 2}}]", "E038"),
        ("effects: [{shift: {target.trust.self: 2}}]", "E038"),
        ("effects: [{shift: {tenson: 2}}]", "E031"),
        ("effects: [{shift: {aboard: 2}}]", "E046"),
        ("effects: [{shift: {nasa.mandate: 2}}]", "E046"),
        ("effects: [{assign: {flag.pad_lost: 1}}]", "E046"),
        ("effects: [{assign: {hatch: 1}}]", "E046"),
        ("effects: [{shift: {date: 1}}]", "E046"),
        ("effects: [{shift: {nasa.faction.kremlin: 1}}]", "E039"),
        ("effects: [{shift: {jaxa.standing: 1}}]", "E039"),
        ('effects: [{shift: {tension: "tenson + 1"}}]', "E031"),
        ("effects: [{reboost: {km: hatch}}]", "E032"),
        ("effects: [{recall: {of: self}}]", "E038"),
        ("effects: [{recall: {of: target}}]", "E038"),
        ("effects: [{invest: own_station}]", "E038"),
        ("effects: [{spend: 3}]", "E038"),
        ("effects: [{earn: 3}]", "E038"),
        ("effects: [{mood: {peace: 3}}]", "E038"),
        ("effects: [{breach: seat_swap}]", "E038"),
        ("effects: [{study: nasa}]", "E038"),
        ("effects: [{step: 1}]", "E038"),
        ("effects: [{sign: {with: nasa, clauses: [{clause: seat_swap}]}}]", "E038"),
        ("effects: [{promise: {to: nasa, text: A., in_months: 1, keep: war > 3}}]", "E038"),
        ("effects: [{when: war > 3, do: [{step: 1}]}]", "E038"),
        ("effects: [{recall: {of: nasa}}, {break_thread: swaps}]", None),
        ("effects: [{when: amount > 3, do: []}]", "E038"),
        ("effects: [{when: tension > 3, do: [], else: [{shift: {wor: 1}}]}]", "E031"),
    ],
)
def test_names_where_nobody_decides(check: Check, line: str, code: str | None) -> None:
    assert found(check, HEADLINE + f"  {line}\n") == ([(code, 6)] if code else [])


@pytest.mark.parametrize(
    ("effect", "code"),
    [
        ("{shift: {treasury: 2}}", None),
        ("{shift: {science: 2, faction.congress: 1}}", None),
        ("{shift: {faction.kremlin: 1}}", "E039"),
        ("{shift: {trust.nasa: 1}}", "E039"),
        ("{shift: {trust.roscosmos: 1}}", None),
        ("{shift: {target.treasury: 1}}", "E038"),
        ("{recall: {of: self}}", None),
        ("{mood: {peace: 2}}", None),
        (
            '{promise: {to: roscosmos, text: Go., in_months: 6, keep: "target.trust.self > 3"}}',
            None,
        ),
        ("{promise: {to: roscosmos, text: Go., in_months: 6, keep: amount > 3}}", "E038"),
        ("{step: 1}", None),
    ],
)
def test_names_on_a_desk(check: Check, effect: str, code: str | None) -> None:
    assert found(check, DESK + f"          effects: [{effect}]\n") == ([(code, 13)] if code else [])


@pytest.mark.parametrize(
    ("target", "effect", "code"),
    [
        ("none", "{shift: {treasury: 2}}", None),
        ("none", "{shift: {target: 2}}", "E038"),
        ("none", "{shift: {faction.congress: 2}}", "E039"),
        ("partner", "{shift: {target.trust.self: 2}}", None),
        ("partner", "{study: target}", None),
        ("partner", "{shift: {target: 2}}", "E038"),
        ("faction", "{shift: {target: 8}}", None),
        ("option", "{shift: {target: 8}}", None),
        ("option", "{invest: target}", None),
        ("partner", "{invest: target}", "E038"),
        ("option", "{shift: {target.trust.self: 8}}", "E038"),
        ("ship", "{mend: {vehicle: target}}", None),
        ("person", "{mend: {vehicle: target}}", "E043"),
        ("person", "{liner: {person: target, vehicle: docked soyuz}}", None),
        ("ship", "{liner: {people: stranded, vehicle: target}}", None),
        ("ship", "{liner: {person: stranded, vehicle: target}}", None),
        ("ship", "{mend: {vehicle: docked shuttle}}", "E040"),
    ],
)
def test_names_of_an_action(check: Check, target: str, effect: str, code: str | None) -> None:
    text = ACTION + f"  target: {target}\n  effects: [{effect}]\n"
    assert found(check, text) == ([(code, 6)] if code else [])


def test_an_action_of_one_chair_may_name_its_faction(check: Check) -> None:
    text = ACTION + "  chairs: [nasa]\n  effects: [{shift: {faction.congress: 2}}]\n"
    assert found(check, text) == []


def test_names_of_a_clause(check: Check) -> None:
    good = (
        "  needs: target.standing > amount\n  because: No.\n  gains: {any: 2 * amount + treasury}\n"
    )
    assert found(check, CLAUSE + good) == []


def test_names_of_an_option_are_its_owners(check: Check) -> None:
    text = """\
- outside_option: moon
  owner: roscosmos
  name: The Moon
  text: Far off.
  drift: 1
  invest: 10
  gain: 1
  basis: counterfactual
  milestones:
    - {at: 50, text: Half way., effects: [{shift: {faction.kremlin: 2, power_legacy: 1}}]}
    - {at: 50, text: Half way again., effects: [{shift: {faction.congress: 2}}]}
"""
    assert found(check, text) == [("E054", 11), ("E039", 11)]


def test_slides_are_told_to_a_chair_and_endings_to_all(check: Check) -> None:
    slide = "- slide: a\n  when: treasury > 3\n  text: Rich.\n"
    assert found(check, slide) == []
    ending = (
        "- ending: a\n  title: A\n  when: {}\n  last: true\n"
        "  text: [{{when: treasury > 3, text: Rich.}}, {{text: Poor.}}]\n"
    )
    assert found(check, ending.format("treasury > 3")) == [("E038", 3)]
    assert found(check, ending.format("nasa.treasury > 3")) == []
    assert found(check, ending.format("true")) == []
    assert found(check, ending.format("false")) == [("W106", 3)]


@pytest.mark.parametrize(
    ("needs", "fits"),
    [
        ("treasury > 3", True),
        ("self.faction.congress > 3", True),
        ("roscosmos.standing > 3", True),
        ("roscosmos.treasury > 3", False),
        ("tension > 3 and roscosmos.faction.kremlin > 3", False),
        ("tenson > 3", None),
    ],
)
def test_a_lock_tells_no_secrets(check: Check, needs: str, fits: bool | None) -> None:
    lock = f"          needs: {needs}\n          because: No.\n"
    wanted = [] if fits else [("E031" if fits is None else "E048", 13)]
    assert found(check, DESK + lock) == wanted


LOCKS = "  locks: [{when: %s, because: No money.}]\n"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("  needs: tension < 9\n  because: No.\n" + LOCKS % "treasury < 3", None),
        ("  needs: tension < 9\n  because: No.\n" + LOCKS % "roscosmos.treasury < 3", "E048"),
        (LOCKS % "treasury < 3", "W110"),
    ],
)
def test_exact_reasons_explain_a_lock_and_tell_no_secrets(
    check: Check, lines: str, code: str | None
) -> None:
    assert [one.code for one in check(ACTION + lines)] == ([code] if code else [])


def test_a_clauses_lock_reads_nothing_private_at_all(check: Check) -> None:
    lock = "  needs: treasury > 3\n  because: No.\n"
    assert found(check, CLAUSE + lock) == [("E048", 8)]


@pytest.mark.parametrize(
    ("worth", "fits"),
    [
        ("treasury // 10", True),
        ("income // 10", True),
        ("target.treasury // 10", False),
        ("roscosmos.income", False),
        ("target.trust.self", True),
    ],
)
def test_a_sides_worth_hangs_on_nothing_that_it_cannot_see(
    check: Check, worth: str, fits: bool
) -> None:
    for table in ("gains", "costs"):
        wanted = [] if fits else [("E048", 8)]
        assert found(check, f'{CLAUSE}  {table}: {{any: "{worth}"}}\n') == wanted


# References ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effect", "wanted"),
    [
        ("{recall: {of: nobody}}", 'there is no partner "nobody"'),
        ("{schedule: {event: pad_fals, in_months: 3}}",
         'there is no event or dilemma "pad_fals"; did you mean "pad_falls"?'),
        ("{flag: {pad_lots: true}}", 'there is no flag "pad_lots"; did you mean "pad_lost"?'),
        ("{leader: {of: nasa, to: nelso}}", 'there is no leader "nelso"; did you mean "nelson"?'),
        ("{end: graceful}", 'there is no ending "graceful"'),
        ("{flight: {vehicle: shuttle, in_days: 3}}", 'there is no vehicle "shuttle"'),
        ("{leader: {of: nasa, to: nobody}}", 'there is no leader "nobody"'),
        ("{delay: {flight: rescue, of: nasa, days: 3}}", "no effect books a flight `as: rescue`"),
        ("{harm: {vehicle: boat, fault: leak}}",
         'there is no vehicle role "boat"; declare it under roles: or write `docked <vehicle>`'),
    ],
)  # fmt: skip
def test_effects_name_what_exists(check: Check, effect: str, wanted: str) -> None:
    assert said(check, HEADLINE + f"  effects: [{effect}]\n") == wanted


def test_flights_by_handle(check: Check) -> None:
    booked = "{flight: {vehicle: soyuz, crew: none, as: rescue, in_days: 3}}"
    for name in ("rescue", "next_crew", "next_cargo"):
        delay = f"{{delay: {{flight: {name}, of: nasa, days: 3}}}}"
        assert found(check, HEADLINE + f"  effects: [{booked}, {delay}]\n") == []


def test_a_delay_without_an_owner_is_checked_too(check: Check) -> None:
    text = HEADLINE + "  effects: [{delay: {flight: resuce, days: 3}}]\n"
    assert found(check, text) == [("E040", 6)]


def test_roles(check: Check) -> None:
    roles = """\
  roles:
    ship: {vehicle: soyuz, carries: nasa}
    who: {person: nasa, in: ship}
  effects: [{harm: {vehicle: ship, fault: leak}}, {liner: {person: who, vehicle: ship}}]
"""
    assert found(check, HEADLINE + roles) == []
    assert found(check, HEADLINE + roles.replace("in: ship", "in: boat")) == [("E043", 8)]
    assert found(check, HEADLINE + roles.replace("vehicle: ship,", "vehicle: who,")) == [
        ("E043", 9)
    ]
    assert found(check, HEADLINE + roles.replace("soyuz", "shuttle")) == [("E040", 7)]
    assert found(check, HEADLINE + roles.replace("{person: nasa,", "{person: mars,")) == [
        ("E040", 8)
    ]


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        ("leader: {vehicle: soyuz}", [("E029", 7)]),
        ("Ship: {vehicle: soyuz}", [("E029", 7)]),
        ("ship: {carries: nasa}", [("E057", 7)]),
        ("ship: {vehicle: soyuz, person: nasa}", [("E057", 7)]),
        ("who: {person: nasa, in: who}", [("E043", 7), ("E043", 7)]),
    ],
)
def test_malformed_roles(check: Check, role: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, HEADLINE + f"  roles:\n    {role}\n") == wanted


def test_a_broken_object_is_named_all_the_same(check: Check) -> None:
    broken = "- event: broken\n  titel: x\n" + HEADLINE + "  when: happened.broken\n"
    assert {code for code, _ in found(check, broken)} == {"E022"}


def test_a_broken_faction_is_named_all_the_same(check: Check) -> None:
    broken = "- faction: voters\n  partner: nasa\n" + HEADLINE
    assert {code for code, _ in found(check, broken + "  when: nasa.faction.voters > 3\n")} == {
        "E023"
    }


def test_an_object_in_a_broken_file_is_named_all_the_same(check: Check) -> None:
    broken = HEADLINE + "  when: happened.late\n- event: mid\n  title: a: b\n- event: late\n"
    assert found(check, broken) == [("E004", 8)]


def test_every_unknown_source_is_found(check: Check) -> None:
    text = HEADLINE + "  sources: [T-009, T-010]\n"
    assert found(check, text) == [("E044", 6), ("E044", 6)]


def test_without_any_source_one_finding_says_so(write: Write, tmp_path: Path) -> None:
    write("base", BASE_PACK, world=BASE[: BASE.index("- source: T-001")])
    (one,) = check_content(root=tmp_path)
    assert (one.code, one.message) == ("E044", "no pack defines a source, and here one is cited")


def test_promises_in_the_same_words_may_mean_different_things(check: Check) -> None:
    promise = "{{promise: {{to: roscosmos, text: A seat., in_months: 6, keep: {}}}}}"
    both = f"{promise.format('war < 3')}, {promise.format('war < 4')}"
    assert found(check, DESK + f"          effects: [{both}]\n") == []


# Texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{leader.nasa} meets {office.roscosmos} of {partner.roscosmos}.", None),
        ("{leader.mars} speaks.", "E042"),
        ("{leader} speaks.", "E042"),
        ("{ship.name} docks.", "E042"),
        ("{ship.nam} docks.", "E042"),
        ("A {brace", "E042"),
        ("A brace}", "E042"),
        ("{{leader.nasa}}", "E042"),
        ("{}", "E042"),
        ("A *star* and a [9] at 5 < 6.", None),
        ("**bold**", "E060"),
        ("a `tick`", "E060"),
        ("[b]bold", "E060"),
        ("[/]", "E060"),
        ("<b>", "E060"),
        ("</b>", "E060"),
        ("back\\slash", "E060"),
    ],
)
def test_placeholders_and_markup(check: Check, text: str, code: str | None) -> None:
    event = HEADLINE.replace("The sun comes up.", f"'{text}'")
    assert {one for one, _ in found(check, event)} == ({code} if code else set())


def test_a_role_is_a_placeholder(check: Check) -> None:
    event = HEADLINE.replace("The sun comes up.", "'{ship.name} docks, {ship.crew} wave.'")
    text = event + "  roles: {ship: {vehicle: soyuz}}\n"
    assert said(check, text) == 'unknown placeholder "{ship.crew}"; did you mean "{ship.name}"?'


@pytest.mark.parametrize(("words", "fits"), [(24, False), (25, True), (110, True), (111, False)])
def test_length_of_a_card(check: Check, words: int, fits: bool) -> None:
    text = DESK.replace("  lint_ignore: {W101: a short card for a test}\n", "")
    text = text.replace("Something is asked of you.", "word " * words)
    assert found(check, text) == ([] if fits else [("W101", 7)])


@pytest.mark.parametrize(("length", "fits"), [(69, True), (70, False)])
def test_length_of_a_choice(check: Check, length: int, fits: bool) -> None:
    text = DESK.replace("text: Wait", f"text: {'x' * length}")
    assert found(check, text) == ([] if fits else [("E056", 11)])


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("date: 2026-06-30", None),
        ("date: 2026-07-01", "W108"),
        ("weight: 1\n  window: {from: 2026-07}", "W108"),
        ("weight: 1\n  window: {from: 2026-06, to: 2027-01}", None),
        ("weight: 1\n  window: {to: 2027-01}", None),
    ],
)
def test_real_people_after_the_record(check: Check, when: str, code: str | None) -> None:
    event = DATED.replace("The sun comes up.", "Rubio waves.") + f"  {when}\n"
    assert found(check, event) == ([(code, 4)] if code else [])


def test_a_surname_is_a_whole_word(check: Check) -> None:
    event = DATED.replace("The sun comes up.", "Rubions wave.") + "  date: 2027-01\n"
    assert found(check, event) == []


# Events, choices, dilemmas -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("window: {from: 2022-10, to: 2022-10}", []),
        ("window: {from: 2022-10-05, to: 2022-10}", []),
        ("window: {from: 2022-11, to: 2022-10}", [("E054", 6)]),
        ("window: {from: 2022-11}", []),
    ],
)
def test_windows(check: Check, lines: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, HEADLINE + f"  {lines}\n") == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("date: 2022-10-05\n  window: {from: 2022-10, to: 2022-10}", []),
        ("date: 2022-11-05\n  window: {to: 2022-10}", [("E054", 5)]),
        ("date: 2022-09-05\n  window: {from: 2022-10}", [("E054", 5)]),
    ],
)
def test_a_day_lies_in_its_window(check: Check, lines: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, DATED + f"  {lines}\n") == wanted


def test_history_is_marked_once_on_a_card_of_record(check: Check) -> None:
    record = DESK.replace("basis: counterfactual", "basis: record\n  sources: [T-001]")
    record = record.replace("weight: 1", "date: 2022-01-05")
    assert found(check, record) == [("E050", 8)]
    once = record + "          history: true\n"
    assert found(check, once) == []
    twice = once + "        - {choice: go, text: Go, result: You go., history: true}\n"
    assert found(check, twice) == [("E050", 15)]


def test_history_is_missing_from_an_invention(check: Check) -> None:
    assert found(check, DESK) == []
    assert found(check, DESK + "          history: true\n") == [("W119", 13)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("date: 2022-01-05\n  sources: [T-001]", []),
        ("date: 2026-06-30\n  sources: [T-001]", []),
        ("date: 2026-07-01\n  sources: [T-001]", ["W119"]),
        ("weight: 1\n  sources: [T-001]", ["W119"]),
        ("weight: 1\n  window: {from: 2022-01, to: 2022-06}\n  sources: [T-001]", []),
        ("weight: 1\n  window: {from: 2022-01}\n  sources: [T-001]", ["W119"]),
        ("date: 2022-01-05", ["E053", "W119"]),
        ("date: 2022-01-05\n  sources: [C-001]", ["W119"]),
    ],
)
def test_what_history_chose_is_dated_within_the_record(
    check: Check, lines: str, wanted: list[str]
) -> None:
    invented = "- source: C-001\n  publisher: We\n  date: invented\n  text: A thought.\n"
    excused = "- unused: C-001\n  reason: It is tried above.\n"
    record = DESK.replace("basis: counterfactual", "basis: record").replace("weight: 1", lines)
    said = check(record + "          history: true\n" + invented + excused)
    assert sorted(one.code for one in said) == wanted


@pytest.mark.parametrize(
    ("passages", "wanted"),
    [
        ("[{since: 2022-01, text: It falls.}]", []),
        ("[{text: It falls.}, {since: 2022-01, sources: [T-001], text: It misses.}]", []),
        ("[{text: It falls.}, {since: 2021-01, sources: [T-001], text: It misses.}]", ["W121"]),
        ("[{since: 2021-12-31, text: It falls.}]", ["W121"]),
        ("[{since: 2022-02, text: It falls.}, {since: 2022-02, text: It misses.}]", ["E054"]),
        ("[{since: 2022-03, text: It falls.}, {since: 2022-02, text: It misses.}]", ["E054"]),
    ],
)
def test_an_entry_tells_nothing_before_it_is_known(
    check: Check, passages: str, wanted: list[str]
) -> None:
    early = "- codex: orbit\n  title: Orbit\n  basis: record\n  sources: [T-001]\n"
    later = early.replace("  sources: [T-001]\n", "") if "sources" in passages else early
    found = [one.code for one in check(f"{later}  text: {passages}\n")]
    assert sorted(code for code in found if code != "E053") == wanted


def test_variants_of_a_text(check: Check) -> None:
    def card(*variants: str) -> str:
        return DESK.replace("Something is asked of you.", f"[{', '.join(variants)}]")

    asked, plain = "{when: treasury > 3, text: Rich.}", "{text: Poor.}"
    assert found(check, card(asked, plain)) == []
    assert found(check, card(asked)) == [("E057", 8)]
    assert found(check, card(plain, plain)) == [("W107", 8)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("outcomes: [{chance: 60, text: Yes.}, {chance: 40, text: No.}]", []),
        ("outcomes: [{chance: 60, text: Yes.}, {chance: 41, text: No.}]", [("E051", 12)]),
        ("outcomes: [{chance: walk.ros, text: Yes.}, {text: No.}]", []),
        ("outcomes: [{chance: walk.ros, text: Yes.}, {chance: 40, text: No.}]", [("E051", 12)]),
        ("outcomes: [{chance: 40, text: Yes.}, {chance: walk.ros, text: No.}]", [("E051", 12)]),
        ("outcomes: [{text: Yes.}, {chance: 40, text: No.}]", [("E051", 12)]),
        ("outcomes: [{chance: nasa.treasury, text: Yes.}, {text: No.}]", [("E048", 12)]),
        ("outcomes: [{chance: 100, text: Yes.}]\n          result: Both.", [("W109", 13)]),
        ("capital: 1", [("W109", 10)]),
        ("result: You.\n          needs: treasury > 3", [("W102", 13)]),
        ("result: You.\n          because: No money.", [("W110", 13)]),
        ("result: You.\n          needs: treasury > 3\n          because: No money.", []),
    ],
)
def test_choices(check: Check, lines: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, DESK.replace("result: You wait.", lines)) == wanted


@pytest.mark.parametrize("name", ["any", "Wait", "wait-more"])
def test_ids_of_choices(check: Check, name: str) -> None:
    assert found(check, DESK.replace("choice: wait", f"choice: {name}")) == [("E029", 10)]


def test_desks_of_partners_that_do_not_exist(check: Check) -> None:
    assert found(check, DESK.replace("nasa:", "mars:")) == [("E040", 7)]


ANY = "{nasa: any, roscosmos: any, text: A draught.}"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([ANY], []),
        (["{nasa: open, roscosmos: any, text: A.}", "{nasa: any, roscosmos: any, text: B.}"], []),
        (["{nasa: open, roscosmos: open, text: A.}", "{nasa: open, roscosmos: shut, text: A.}",
          "{nasa: shut, roscosmos: open, text: A.}",
          "{nasa: shut, roscosmos: shut, text: A.}"], []),
        (["{nasa: open, roscosmos: any, text: A.}"], [("E052", 14), ("E052", 14)]),
        ([ANY, ANY], [("W107", 16)]),
        ([ANY, "{nasa: opne, roscosmos: any, text: A.}"], [("E040", 16)]),
        (["{nasa: any, text: A.}"], [("E059", 15)]),
        (["{nasa: any, esa: any, text: A.}"], [("E059", 15), ("E040", 15)]),
    ],
)  # fmt: skip
def test_results_of_a_dilemma(check: Check, rows: list[str], wanted: list[tuple[str, int]]) -> None:
    text = DILEMMA + "  results:\n" + "".join(f"    - {row}\n" for row in rows)
    assert found(check, text) == wanted


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("between: [nasa, roscosmos]", "between: [nasa, jaxa]", 7),
        (DILEMMA[DILEMMA.index("  desks") :], "", 1),
        (", {choice: shut, text: Shut it}", "", 10),
        ("text: Shut it}]\n    ros", "text: Shut it, result: Bang.}]\n    ros", 10),
    ],
)
def test_malformed_dilemmas(check: Check, old: str, new: str, line: int) -> None:
    text = DILEMMA.replace(old, new, 1) + f"  results: [{ANY}]\n"
    assert ("E059", line) in found(check, text)


def test_dilemmas_and_events_share_their_ids(check: Check) -> None:
    text = HEADLINE.replace("dawn", "doors") + DILEMMA + f"  results: [{ANY}]\n"
    assert found(check, text) == [("E041", 6)]


# Other kinds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("basis: record", [("E053", 1)]),
        ("basis: record\n  sources: [T-001]", []),
        ("basis: article", [("E053", 1)]),
        ("sources: [T-001]", [("E053", 1)]),
        ("basis: counterfactual", []),
        ("basis: record\n  sources: [T-001, T-001]", [("W112", 5)]),
    ],
)
def test_claims(check: Check, lines: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, f"- codex: orbit\n  title: Orbit\n  text: A fall.\n  {lines}\n") == wanted


def test_real_people_need_sources(check: Check) -> None:
    person = "- person: kim\n  partner: nasa\n  name: Jonny Kim\n  role: engineer\n"
    assert found(check, person) == []
    assert found(check, person + "  real: true\n") == [("E053", 1)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("amount: {unit: flights, low: 4, high: 1}", [("E026", 8)]),
        ("amount: {unit: flights, low: 1, high: 4}", []),
        ("needs: hatch == 'open'", [("W102", 8)]),
        ("because: No.", [("W110", 8)]),
        ("gains: {nasa: treasury}", []),
        ("gains: {nasa: target.treasury}", [("E048", 8)]),
        ("costs: {any: target.faction.kremlin}", [("E048", 8)]),
        ("home: {congress: 3, kremlin: -3}", []),
        ("home: {congress: 11}", [("E026", 8)]),
        ("home: {nobody: 3}", [("E040", 8)]),
        ("witness: {ally: {trust: -2, mood: {money: 1}}, outsider: {trust: 1}, any: {}}", []),
        ("witness: {nasa: {trust: 1}}", [("E057", 8)]),
        ("witness: {jaxa: {trust: 1}}", [("E047", 8)]),
        ("witness: {nobody: {trust: 1}}", [("E040", 8)]),
        ("witness: {ally: {trust: 99}}", [("E026", 8)]),
    ],
)
def test_clauses(check: Check, lines: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, CLAUSE + f"  {lines}\n") == wanted


def test_a_faction_weighs_only_what_its_partner_may_sign(check: Check) -> None:
    among = CLAUSE.replace("[roscosmos]", "[nasa]") + "  home: {congress: 1, kremlin: 1}\n"
    assert found(check, among) == [("E057", 8)]


def test_a_mutual_clause_has_the_same_on_both_sides(check: Check) -> None:
    assert found(check, CLAUSE.replace("given", "mutual", 1)) == [("E057", 5)]


def test_actions_are_checked_like_choices(check: Check) -> None:
    text = ACTION + "  needs: treasury > 3\n  outcomes: [{chance: 5, text: No.}]\n"
    assert found(check, text) == [("W102", 5), ("E051", 6)]


def test_leaders_serve_forwards(check: Check) -> None:
    leader = "- leader: x\n  partner: nasa\n  name: X\n  office: Head\n  text: X.\n"
    leader += "  basis: counterfactual\n"
    assert found(check, leader + "  from: 2022-03\n  to: 2022-04\n") == []
    assert found(check, leader + "  from: 2022-05\n  to: 2022-04\n") == [("E054", 7)]


@pytest.mark.parametrize(
    ("asks", "wrong"),
    (
        ("wants: {seat_swap: 3}", ""),
        ("red_lines: [{clause: seat_swap, until: 2022-04}]", ""),
        ("wants: {carve_out: 2}", "nasa never gets carve_out, so its office can't want it"),
        ("red_lines: [{clause: carve_out}]", ""),
        ("red_lines: [{clause: sold}]", "nasa never gives sold: there is nothing to refuse"),
        ("wants: {sold: 2}", ""),
    ),
)
def test_an_office_wants_what_it_can_get_and_refuses_what_it_could_give(
    check: Check, asks: str, wrong: str
) -> None:
    clauses = (
        f"- clause: {name}\n  name: A clause\n  text: Words.\n  shape: given\n"
        f"  givers: [{giver}]\n  receivers: [{getter}]\n  topic: money\n  basis: counterfactual\n"
        for name, giver, getter in (
            ("carve_out", "nasa", "roscosmos"), ("sold", "roscosmos", "nasa"))
    )  # fmt: skip
    leader = "- leader: x\n  partner: nasa\n  name: X\n  office: Head\n  text: X.\n"
    text = "".join(clauses) + leader + f"  basis: counterfactual\n  {asks}\n"
    assert [one.message for one in check(text) if one.code == "E057"] == ([wrong] if wrong else [])
    assert not [one for one in check(text) if one.code.startswith("E") and one.code != "E057"]


@pytest.mark.parametrize(
    ("lines", "fits"),
    [
        ("type: int\n  default: 3", True),
        ("type: bool\n  default: true", True),
        ("type: int", True),
        ("type: int\n  default: true", False),
        ("default: 3", False),
    ],
)
def test_flags(check: Check, lines: str, fits: bool) -> None:
    text = f"- flag: lone\n  text: Alone.\n  lint_ignore: {{W103: a test}}\n  {lines}\n"
    assert ("E024" in {code for code, _ in found(check, text)}) is not fits


def test_an_int_flag_is_compared(check: Check) -> None:
    flag = "- flag: talks\n  type: int\n  text: Talks held.\n"
    event = HEADLINE + "  when: flag.talks > 2\n  effects: [{flag: {talks: 3}}]\n"
    assert found(check, flag + event) == []
    assert found(check, flag + event.replace("talks > 2", "talks")) == [("E032", 9)]


def test_flags_set_but_not_asked_and_the_other_way_round(check: Check) -> None:
    flag = "- flag: talks\n  text: Talks held.\n"
    assert said(check, flag + HEADLINE + "  when: flag.talks\n") == "no effect sets this flag"
    setting = HEADLINE + "  effects: [{flag: {talks: true}}]\n"
    assert said(check, flag + setting) == "no condition asks for this flag"


def test_sources_unused_with_a_reason(check: Check) -> None:
    source = "- source: A0-09\n  publisher: NASA\n  date: 2022\n  text: A thing.\n"
    source = source.replace("date: 2022", "date: '2022'")
    assert found(check, source) == [("W104", 1)]
    assert found(check, source + "- unused: A0-09\n  reason: A slip.\n") == []
    assert found(check, "- unused: A0-09\n  reason: A slip.\n") == [("E044", 1)]


def test_events_come_up_by_date_weight_or_schedule(check: Check) -> None:
    quiet = HEADLINE.replace("  weight: 1\n", "")
    assert found(check, quiet) == [("W105", 1)]
    assert found(check, quiet + "  date: 2022-10\n") == []
    caller = (
        HEADLINE.replace("dawn", "dusk") + "  effects: [{schedule: {event: dawn, in_months: 1}}]\n"
    )
    assert found(check, quiet + caller) == []
    action = ACTION + "  effects: [{schedule: {event: dawn, in_months: 1}}]\n"
    assert found(check, quiet + action) == []


def test_events_that_only_schedule_each_other_never_come_up(check: Check) -> None:
    ping = HEADLINE.replace("  weight: 1\n", "  effects: [{schedule: {event: X, in_months: 0}}]\n")
    itself = ping.replace("X", "dawn")
    said_of_it = (
        "never comes up: no date, no weight, and what schedules it ({}) never comes up either"
    )
    assert said(check, itself) == said_of_it.format("itself")
    pong = ping.replace("dawn", "dusk").replace("X", "dawn")
    pair = ping.replace("X", "dusk") + pong
    assert [one.message for one in check(pair)] == [
        said_of_it.format("dusk"),
        said_of_it.format("dawn"),
    ]
    assert found(check, pair + "  date: 2022-10\n") == []


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("docked: [{vehicle: soyuz, name: A, launched: 2022-01, returns: 2021-01, crew: [rubio]}]",
         [("E054", 10)]),
        ("manifest: [{vehicle: soyuz, name: A, launches: 2022-01, returns: 2021-01}]",
         [("E054", 10)]),
        ("manifest: [{vehicle: soyuz, name: A, launches: 2022-01, crew: [no]}]", [("E040", 10)]),
        ("manifest: [{vehicle: soyuz, name: A, launches: 2022-01, substitutes: {rubio: rubi}}]",
         [("E040", 10)]),
        ("cadence: {soyuz: 200, shuttle: 100}", [("E040", 10)]),
        ("deals: [{between: [nasa, roscosmos], clauses: [{clause: seat_swap}], signed: 2021-07, "
         "ends: 2024-12}]",
         []),
        ("deals: [{between: [nasa, nasa], clauses: [{clause: seat_swap}], signed: 2021-07, "
         "ends: 2024-12}]",
         [("E057", 10)]),
        ("deals: [{between: [nasa, jaxa], clauses: [{clause: seat_swap}], signed: 2021-07, "
         "ends: 2024-12}]",
         [("E047", 10)]),
        ("deals: [{between: [nasa, roscosmos], clauses: [{clause: swap}], signed: 2021-07, "
         "ends: 2024-12}]",
         [("E040", 10)]),
        ("deals: [{between: [nasa, roscosmos], clauses: [{clause: seat_swap}], signed: 2022-07, "
         "ends: 2024-12}]",
         [("E054", 10)]),
        ("deals: [{between: [nasa, roscosmos], clauses: [{clause: seat_swap}], signed: 2021-07, "
         "ends: 2022-01}]",
         [("E054", 10)]),
        ("deals: [{between: [nasa, roscosmos], clauses: [{clause: seat_swap}], "
         "signed: 2022-01-01, ends: 2022-01-02}]",
         []),
        ("deals: [{between: [nasa, roscosmos], clauses: [{clause: seat_swap}], signed: 2021-07, "
         "ends: 2022-01-01}]",
         [("E054", 10)]),
        ("flags: {talks: true}", [("E040", 10)]),
        ("happened: [dusk]", [("E040", 10)]),
        ("broken: [swap]", [("E025", 10)]),
        ("par: {nasa: {peace: 50}}", []),
        ("history: [{date: 2022-02, chair: nasa, action: lobby}]", []),
        ("history: [{date: 2022-02, chair: nasa, action: loby}]", [("E040", 10)]),
        ("history: [{date: 2022-02, chair: nasa}]", [("E057", 10)]),
        ("history: [{date: 2022-02, chair: nasa, action: lobby, target: nasa}]", [("E057", 10)]),
        ("history: [{date: 2022-02, chair: nasa, offer: {to: roscosmos, clauses: [{clause: "
         "seat_swap}]}}]",
         []),
    ],
)  # fmt: skip
def test_scenarios(check: Check, lines: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, SCENARIO + f"  {lines}\n") == wanted


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("chairs: [nasa,", "chairs: [jaxa,", [("E047", 7)]),
        ("chairs: [nasa,", "chairs: [mars,", [("E040", 7)]),
        ("{nasa: nelson}", "{roscosmos: nelson}", [("E057", 9)]),
        ("tension: 50", "tenson: 50", [("E031", 8)]),
        ("tension: 50", "tension: high", [("E024", 8)]),
    ],
)
def test_openings(check: Check, old: str, new: str, wanted: list[tuple[str, int]]) -> None:
    assert found(check, SCENARIO.replace(old, new)) == wanted


@pytest.mark.parametrize(
    ("move", "wanted"),
    [
        ("action: aim, target: roscosmos", []),
        ("action: aim, target: mars", [("E040", 10)]),
        ("action: aim", [("E057", 10)]),
        ("action: aim, target: nasa, chair: roscosmos", [("E057", 10)]),
    ],
)
def test_moves_of_history_have_the_actions_target(
    check: Check, move: str, wanted: list[tuple[str, int]]
) -> None:
    chair = "" if "chair" in move else "chair: nasa, "
    text = SCENARIO + f"  history: [{{date: 2022-02, {chair}{move}}}]\n"
    aim = ACTION.replace("ask", "aim") + "  target: partner\n  chairs: [nasa]\n"
    assert found(check, text + aim) == wanted


VEHICLE = """- vehicle: ferry
  name: Ferry
  owner: nasa
  use: cargo
  price: 10
  port: usos
  stay: 30
  text: It comes and goes.
  basis: counterfactual
"""


@pytest.mark.parametrize(("series", "wanted"), (("Ferry F-", []), ("Ferry F-1", [("E057", 10)])))
def test_a_series_ends_before_its_numbers(
    check: Check, series: str, wanted: list[tuple[str, int]]
) -> None:
    assert found(check, f"{VEHICLE}  series: {series}\n") == wanted


# Silence -------------------------------------------------------------------------------------


def test_a_doubt_is_silenced_with_a_reason(check: Check) -> None:
    quiet = HEADLINE.replace("  weight: 1\n", "")
    assert found(check, quiet + "  lint_ignore: {W105: A mod schedules it}\n") == []
    assert found(check, quiet + "  lint_ignore: {W105: ' '}\n") == [("E058", 5)]


def test_what_stops_the_game_is_not_silenced(check: Check) -> None:
    text = HEADLINE + "  when: tenson > 3\n  lint_ignore: {E031: I know}\n"
    assert found(check, text) == [("E031", 6), ("E058", 7)]


def test_silencing_must_fit(check: Check) -> None:
    assert found(check, HEADLINE + "  lint_ignore: {W999: No such}\n") == [("E058", 6)]
    assert found(check, HEADLINE + "  lint_ignore: {W101: Not found}\n") == [("W111", 6)]
    assert found(check, HEADLINE + "  lint_ignore: [W101]\n") == [("E024", 6)]


TWO_DESKS = DESK + DESK[DESK.index("    nasa:") :].replace("nasa:", "roscosmos:").replace(
    "choice: wait", "choice: look"
)
APART = "  apart: each waits at home\n"
EARLIER = DESK.replace("dawn", "dusk").replace("  weight: 1\n", "  date: 2022-03\n")


@pytest.mark.parametrize(
    ("how", "found"),
    [
        ("", {"W117"}),
        (APART, set()),
        ("  order: [roscosmos, nasa]\n", set()),
        ("  order: [roscosmos]\n", {"E057"}),
        ("  order: [nasa, nasa]\n", {"E057"}),
        ("  order: [roscosmos, nasa]\n" + APART, {"E057"}),
    ],
)
def test_several_desks_say_how_they_meet(check: Check, how: str, found: set[str]) -> None:
    assert {one.code for one in check(TWO_DESKS + how)} == found


def test_a_single_desk_has_nobody_to_be_apart_from(check: Check) -> None:
    assert [one.code for one in check(DESK + APART)] == ["E057"]


@pytest.mark.parametrize(
    ("order", "able"), [("[nasa, roscosmos]", True), ("[roscosmos, nasa]", False)]
)
def test_a_desk_asks_only_what_came_before_it(check: Check, order: str, able: bool) -> None:
    asked = TWO_DESKS + '          needs: chose("dawn", "wait", "nasa")\n          because: No.\n'
    assert [one.code for one in check(asked + f"  order: {order}\n")] == ([] if able else ["W116"])


@pytest.mark.parametrize(
    ("asked", "able"),
    [
        ('chose("dusk", "wait")', True),
        ('not chose("dusk", "wait", "nasa")', True),
        ('chose("dawn", "wait")', False),
    ],
)
def test_an_event_asks_only_what_came_before_it(check: Check, asked: str, able: bool) -> None:
    found = check(EARLIER + DESK + f"  when: {asked}\n")
    assert [one.code for one in found] == ([] if able else ["W116"])


def test_results_may_ask_for_the_answers_that_led_to_them_and_the_card_may_not(
    check: Check,
) -> None:
    asks = 'chose("doors", "open", "nasa")'
    shift = f"[{{when: '{asks}', do: [{{shift: {{tension: 1}}}}]}}]"
    result = f"  results: [{ANY[:-1]}, effects: {shift}}}]\n"
    assert found(check, DILEMMA + result) == []
    card = DILEMMA + f"  when: {asks}\n  results: [{ANY}]\n"
    assert [code for code, _ in found(check, card)] == ["W116"]


@pytest.mark.parametrize(("window", "able"), [("2024-01", True), ("2022-02", False)])
def test_what_comes_only_later_can_t_have_been_chosen(
    check: Check, window: str, able: bool
) -> None:
    later = EARLIER.replace("date: 2022-03", "date: 2023-06")
    asks = f'  window: {{to: {window}}}\n  when: chose("dusk", "wait")\n'
    assert [one.code for one in check(later + DESK + asks)] == ([] if able else ["W116"])


def test_what_is_secret_is_asked_by_its_chooser_alone(check: Check) -> None:
    secret = EARLIER + "  secret: true\n"
    own = '          needs: chose("dusk", "wait", "self")\n          because: No.\n'
    assert check(secret + DESK + own) == []
    anybody = own.replace(', "self"', "")
    assert [one.code for one in check(secret + DESK + anybody)] == ["E048"]


@pytest.mark.parametrize(
    ("when", "asserts", "able"),
    [
        ("tension > 60", "tension > 50", True),
        ("tension > 60", "tension < 50", False),
        ("flag.pad_lost", "not flag.pad_lost", False),
        ('hatch == "open" and cohesion > 3', "cohesion >= 3", True),
    ],
)
def test_what_words_take_for_granted_can_be_so(
    check: Check, when: str, asserts: str, able: bool
) -> None:
    flag = "- flag: pad_lost\n  text: A pad.\n" + HEADLINE.replace("dawn", "dusk").replace(
        "  headline", "  effects: [{flag: {pad_lost: true}}]\n  headline"
    )
    found = check(flag + HEADLINE + f"  when: {when}\n  asserts: {asserts}\n")
    assert [one.code for one in found if one.code == "W118"] == ([] if able else ["W118"])


def two_tellings(needs: str = "") -> str:
    """Return a card whose desks are told opposites, the second under a condition."""
    came = "          result:\n            - {asserts: %s, text: So it is.}\n"
    first, second = TWO_DESKS.split("    roscosmos:\n")
    first = first.replace("          result: You wait.\n", came % "cohesion < 20")
    second = second.replace("          result: You wait.\n", needs + came % "cohesion > 80")
    return f"{first}    roscosmos:\n{second}"


def test_two_desks_of_one_event_are_not_told_opposites(check: Check) -> None:
    assert [one.code for one in check(two_tellings() + APART)] == ["W118"]
    locked = '          needs: not chose("dawn", "wait", "nasa")\n          because: No.\n'
    ordered = "  order: [nasa, roscosmos]\n"
    assert check(two_tellings(locked) + ordered) == []


@pytest.mark.parametrize(
    ("at", "done", "wanted"),
    [
        ("card", "{point: true}", []),
        ("agenda", "{read: why}", []),
        ("table", "{take: step_up}", []),
        ("answer", "{take: any}", []),
        ("table", "{take: decline}", [("E057", 8)]),
        ("card", "{take: nothing_of_the_kind}", [("E057", 8)]),
        ("card", "{put: seat_swap}", [("E057", 8)]),
        ("table", "{act: wave}", [("E057", 8)]),
    ],
)
def test_what_a_lesson_asks_for_can_be_done_where_it_comes_up(
    check: Check, at: str, done: str, wanted: list[tuple[str, int]]
) -> None:
    lesson = f"- lesson: one\n  title: One\n  text: Do it.\n  at: {at}\n  done: {done}\n"
    told = found(check, lesson)
    assert [one for one in told if one[0] != "E040"] == [(c, 5) for c, _ in wanted], told


def test_a_lesson_fits_at_the_foot_of_a_page_and_is_done_by_one_thing(check: Check) -> None:
    lesson = "- lesson: one\n  title: One\n  at: card\n  text: "
    assert found(check, f"{lesson}{'word ' * 60}\n") == []
    assert found(check, f"{lesson}{'word ' * 61}\n") == [("W101", 4)]
    assert found(check, f"{lesson}Do it.\n  done: {{}}\n")
    assert found(check, f"{lesson}Do it.\n  done: {{point: true, take: any}}\n")


LOCKS = (
    DESK.rstrip()
    + """
          needs: tension > 60
        - choice: go
          text: Go
          needs: tension > 70
          result: You go.
"""
)


def test_a_finding_is_silenced_for_a_part_of_an_object(check: Check) -> None:
    assert found(check, LOCKS) == [("W102", 13), ("W102", 16)]
    part = LOCKS.replace("{W101:", '{"W102 desks.nasa.choices.go": it is plain, W101:')
    assert found(check, part) == [("W102", 13)]
    whole = LOCKS.replace("{W101:", '{"W102 desks.nasa.choices.go.needs": it is plain, W101:')
    assert found(check, whole) == [("W102", 13)]
    nowhere = LOCKS.replace("{W101:", '{"W102 desks.nasa.choices.stay": it is plain, W101:')
    assert ("E058", 5) in found(check, nowhere)
    other = LOCKS.replace("{W101:", '{"W102 headline": it is plain, W101:')
    assert ("E058", 5) in found(check, other)
    stale = LOCKS.replace("{W101:", '{"W102 title": it is plain, W101:')
    assert ("W111", 5) in found(check, stale)


@pytest.mark.parametrize(
    ("comment", "silent"),
    [
        ("  # lint_ignore W102: it is plain", True),
        ("  # lint_ignore W102:", False),
        ("  # lint_ignore W101: it is plain", False),
        ("  # W102: it is plain", False),
    ],
)
def test_a_finding_is_silenced_on_its_line(check: Check, comment: str, silent: bool) -> None:
    text = LOCKS.replace("tension > 60", f"tension > 60{comment}")
    assert (("W102", 13) in found(check, text)) is not silent
    assert ("W102", 16) in found(check, text)


def test_an_error_is_silenced_on_no_line(check: Check) -> None:
    text = HEADLINE + "  when: tenson > 3  # lint_ignore E031: I know\n"
    assert found(check, text) == [("E031", 6)]


START = """- scenario: cold
  name: Cold
  text: It is cold.
  start: 2022-01
  turns: 8
  turn_months: 3
  chairs: [nasa]
  figures: {}
  leaders: {nasa: nelson}
"""


@pytest.mark.parametrize(
    ("event", "lines", "said"),
    [
        (HEADLINE, "  date: 2022-10\n", "an event with a `date:`"),
        (DESK.replace("nasa:", "roscosmos:"), "", "no scenario has a chair for roscosmos"),
        (DESK, "", ""),
        (HEADLINE, "  thread: war\n", ""),
        (HEADLINE.replace("counterfactual", "record\n  sources: [T-001]"), "  thread: war\n",
         "every scenario has left the thread war"),
        (HEADLINE.replace("counterfactual", "record\n  sources: [T-001]\n  always: true"),
         "  thread: war\n", ""),
    ],
)  # fmt: skip
def test_a_weight_that_never_wins(check: Check, event: str, lines: str, said: str) -> None:
    told = [x.message for x in check(event + lines + START + "  broken: [war]\n")]
    told = [one for one in told if one.startswith("this weight")]
    assert len(told) == bool(said)
    assert all(said in one for one in told)
