"""Mistakes as modders make them: one finding each, at the place, with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.findings import Finding
from game.content.load import check_content
from tests.content.conftest import BASE, BASE_PACK, EXTRA_PACK, Check, Write

CARD = """\
- event: kettle
  title: The kettle
  basis: counterfactual
  weight: 3
  desks:
    nasa:
      text: |
        The heater on your side has failed, and for a week your crew has floated to the other end
        of the station for every cup of tea. They come back later each evening.
      choices:
        - choice: keep
          text: Leave them to it
          effects: [{shift: {cohesion: 2}}, {shift: {science: -1}}]
          result: They drink tea.
        - choice: send
          text: Send a heater
          effects: [{spend: 20}]
          result: It works.
"""
SCENARIO = """\
- scenario: cold
  name: Cold
  text: It is cold.
  start: 2022-01
  turns: 8
  turn_months: 3
  chairs: [nasa]
  figures: {}
  leaders: {nasa: nelson}
"""


def places(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(one.code, one.mark.line, one.mark.column) for one in findings]


@pytest.mark.parametrize(
    ("right", "wrong", "place", "hint"),
    [
        ("shift: {c", "shfit: {c", ("E028", 13, 22), 'did you mean "shift"?'),
        ("nasa:", "jaxa:", ("E047", 6, 5), ""),
        ("  weight: 3", "   weight: 3", ("E004", 4, 4), "look at the indentation"),
        ("  weight: 3", "  weight: 99999999999", ("E013", 4, 11), ""),
        ("  weight: 3", "  weight: *three", ("E006", 4, 11), ""),
        ("weight: 3", "weight: 3\n  when: tension = 5", ("E030", 5, 17), "write == to compare"),
        ("weight: 3", "weight: 3\n  when: war>1 & war<9", ("E033", 5, 15), "write and"),
        ("weight: 3", "weight: 3\n  when: war ≥ 9", ("E033", 5, 13), "write >="),
        ("weight: 3", "weight: 3\n  effects: [{spend: 5}]", ("E038", 5, 14),
         "shift figures by their full names, or put it on a desk"),
        ("[{spend: 20}]", "[{headline: Tea, cake}]", ("E022", 17, 37),
         "a text with a comma in it needs quotes inside { }"),
        ("They come", "**They** come", ("E060", 9, 46), ""),
        ("They come", "{leder.nasa} comes", ("E042", 9, 46), 'did you mean "{leader.nasa}"?'),
        ("  basis: counterfactual\n", "", ("E053", 1, 10), ""),
        ("- event: kettle", "- remove: event.kettle", ("E080", 1, 11),
         "write base:event/kettle"),
        ("- event: kettle", "- override: base:event/kettle", ("E021", 1, 3),
         "what another pack has is changed by `- patch: base:event/an_id`"),
        ("weight: 3", "weight: 3\n  when: war > 60 and 40 > war", ("W106", 5, 9), ""),
        ("works.\n", "works.\n-flag: odd\n", ("E004", 19, 1), "a dash needs a space after it"),
        ("[{spend: 20}]", "{spend: 20}", ("E024", 17, 20),
         "begin each item with a dash and a space"),
        ("weight: 3", "weight: 3\n  when: war < 9%", ("E030", 5, 9),
         "write the number without %"),
        ("They drink", "{leader.nasa} drinks", ("E004", 14, 33),
         "a text that starts with { needs quotes"),
        ("They drink", "**They** drink", ("E004", 14, 20),
         "a text that starts with * or & needs quotes"),
        ("{cohesion: 2}", "{cohesion:2}", ("E024", 13, 40), "a colon needs a space after it"),
        ("{cohesion: 2}", "cohesion 2", ("E024", 13, 29), "as in {tension: 2}"),
        ("[{spend: 20}]", "[{flag: {sent: true}}]", ("E040", 17, 29),
         "declare it: `- flag: sent`, with a `text:`"),
        ("- event: kettle", "- patch: base/event/dawn", ("E080", 1, 10), "write base:event/dawn"),
        ("weight: 3", 'weight: 3\n  when: date < date("2020-01")', ("W106", 5, 9), ""),
        ("weight: 3", "date: 2011-01-01", ("W105", 4, 9), ""),
        ("weight: 3", "weight: 3\n  window: {to: 2021-11}", ("W105", 5, 11), ""),
        ("Send a heater", "Send it\n          needs: treasury > 9000\n          because: Poor.",
         ("W106", 17, 18), ""),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_finding_at_its_place(
    check: Check, right: str, wrong: str, place: tuple[str, int, int], hint: str
) -> None:
    findings = check(CARD.replace(right, wrong, 1) + SCENARIO)
    assert places(findings) == [place]
    assert findings[0].hint == hint


@pytest.mark.parametrize(
    "when",
    [
        "tension > 60 or tension < 40", "not (tension > 60 and tension < 90)", "tension >= 100",
        'date < date("2023-01")', "min(tension, 300) > 99", "2 * tension - war > 150",
        "war == 1 and tension != tension", "tension > 99 and war < 1",
    ],
)  # fmt: skip
def test_what_can_be_is_left_alone(check: Check, when: str) -> None:
    event = CARD.replace("weight: 3", f"weight: 3\n  when: {when}")
    assert check(event + SCENARIO) == []


@pytest.mark.parametrize(
    "when",
    [
        "tension > 100", "tension + war > 200", "tension == 7 and tension == 8",
        "max(tension, war) > 100", "war < 0 or tension < 0", "not tension <= 100",
        "tension - war > 100", "1 <= tension < 1", "2 * tension > 200",
    ],
)  # fmt: skip
def test_what_no_figure_reaches_never_holds(check: Check, when: str) -> None:
    event = CARD.replace("weight: 3", f"weight: 3\n  when: {when}")
    assert places(check(event + SCENARIO)) == [("W106", 5, 9)]


def test_the_rest_of_an_object_with_a_mistake_is_looked_at(check: Check) -> None:
    text = CARD.replace("weight: 3", "wieght: 3\n  when: tenson > 2").replace(
        "spend: 20", "spend: s"
    )
    text = text.replace(
        "{shift: {cohesion: 2}}", "{shift: {cohesin: 2}}, {cancel: cattle}, {shfit: 1}"
    )
    assert places(check(text)) == [
        ("E022", 4, 3), ("E031", 5, 9), ("E031", 14, 30), ("E040", 14, 53), ("E028", 14, 63),
        ("E031", 18, 29),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "roles", ["rolse: {ship: {vehicle: soyuz}}", "roles: {ship: {vehicle: 3}}"]
)
def test_what_hangs_on_the_mistake_is_not_told_too(check: Check, roles: str) -> None:
    text = CARD.replace("weight: 3", f"weight: 3\n  {roles}").replace(
        "They come", "{ship.name} comes"
    )
    assert len(check(text)) == 1


def test_nothing_is_called_unused_in_a_pack_that_cant_be_read_whole(check: Check) -> None:
    flag = "- flag: tea\n  text: There is tea.\n"
    use = CARD.replace("weight: 3", "weight: 3\n  when: flag.tea")
    use = use.replace("{spend: 20}", "{flag: {tea: true}}")
    assert check(flag + use) == []
    misspelt = flag + use.replace("  title: ", "  titel: ")
    unknown = flag + use.replace("{flag: {tea: true}}", "{falg: {}}")
    for text, code in ((misspelt, "E022"), (unknown, "E028"), (flag + use + "- [", "E004")):
        assert [one.code for one in check(text)] == [code]


def test_a_hint_leaves_the_packs_own_prefix_out(root: Path, write: Write) -> None:
    text = CARD.replace("{spend: 20}", "{schedule: {event: ketle, in_months: 3}}")
    north = write("north", EXTRA_PACK.replace("pack: extra", "pack: north"), all=text)
    (found,) = check_content([north], root=root)
    assert (found.code, found.hint) == ("E040", 'did you mean "kettle"?')
    write(
        "north",
        EXTRA_PACK.replace("pack: extra", "pack: north"),
        all=text.replace("ketle", "north:ketle"),
    )
    (found,) = check_content([north], root=root)
    assert (found.code, found.hint) == ("E040", 'did you mean "kettle"?')


def test_a_text_of_a_wide_encoding_is_called_by_its_name(root: Path, write: Write) -> None:
    write("base", BASE_PACK, world=BASE)
    (root / "base" / "world.yaml").write_bytes(BASE.encode("utf-16"))
    (found,) = check_content(root=root)
    assert (found.code, found.message) == ("E002", "this is UTF-16")


@pytest.mark.parametrize(
    ("when", "column"),
    [
        ("tension <= 100", 9), ("not (tension > 60 and tension < 40)", 9),
        ("tension > 60 and war >= 0", 26), ("war > 5 and (tension > 60 or sanctions > 100)", 38),
    ],
)  # fmt: skip
def test_what_always_or_never_holds_decides_nothing(check: Check, when: str, column: int) -> None:
    event = CARD.replace("weight: 3", f"weight: 3\n  when: {when}")
    assert places(check(event + SCENARIO)) == [("W106", 5, column)]


FLAG = "- flag: tea\n  text: There is tea.\n"
QUIET = "- event: dregs\n  title: Dregs\n  basis: counterfactual\n  headline: Nothing is left.\n"


@pytest.mark.parametrize(
    ("needs", "why"),
    [
        ("flag.tea", "nothing opens this lock: nothing sets flag.tea"),
        ("flag.tea and war < 9", "nothing opens this lock: nothing sets flag.tea"),
        ("happened.dregs", "nothing opens this lock: dregs never comes up"),
        ("not flag.tea", ""),
        ("flag.tea or war < 9", ""),
    ],
)
def test_a_lock_that_nothing_opens(check: Check, needs: str, why: str) -> None:
    lock = f"Send it\n          needs: {needs}\n          because: No."
    found = check(CARD.replace("Send a heater", lock) + SCENARIO + FLAG + QUIET)
    assert [one.message for one in found if one.code == "W106"] == [why] * bool(why)


def test_a_lock_that_an_answer_opens_which_nobody_can_give(check: Check) -> None:
    asking = 'Send it\n          needs: chose("dregs", "sip", "nasa")\n          because: No.'
    quiet = QUIET.replace("  headline: Nothing is left.\n", CARD[CARD.index("  desks:") :])
    quiet = quiet.replace("choice: keep", "choice: sip")
    found = check(CARD.replace("Send a heater", asking) + SCENARIO + quiet)
    said = "nothing opens this lock: dregs never comes up"
    assert [one.message for one in found if one.code == "W106"] == [said]


@pytest.mark.parametrize(
    "wrong", ["  when: flag.thaw and war = 1\n", "  whne: flag.thaw\n", "  when: flag.thaw &\n"]
)
def test_who_knows_what_a_condition_asks_that_cant_be_read(check: Check, wrong: str) -> None:
    thaw = "- flag: thaw\n  text: It thaws.\n"
    sets = CARD.replace("[{spend: 20}]", "[{spend: 20}, {flag: {thaw: true}}]")
    found = check(thaw + sets.replace("  weight: 3\n", f"  weight: 3\n{wrong}"))
    assert [one.code[0] for one in found] == ["E"]


def test_who_knows_what_an_object_without_a_kind_or_an_id_sets(check: Check) -> None:
    asks = CARD.replace("  weight: 3\n", "  weight: 3\n  when: flag.thaw\n")
    for head in ("- evnt: thaws", "- event: it-thaws"):
        sets = f"- flag: thaw\n  text: It thaws.\n{head}\n  effects: [{{flag: {{thaw: true}}}}]\n"
        assert len(check(asks + sets)) == 1


def test_what_a_removal_leaves_uncited_is_no_fault_of_its_pack(root: Path, write: Write) -> None:
    cited = BASE.replace("date: 2022-01-01", "date: 2022-01-01", 1) + (
        "- source: T-002\n  publisher: NASA\n  date: 2022-01-01\n  text: Another.\n"
        "- event: cites\n  title: Cites\n  basis: record\n  sources: [T-002]\n  weight: 1\n"
        "  headline: It is so.\n"
    )
    write("base", BASE_PACK, world=cited)
    out = "- remove: base:event/cites\n  because: It is told elsewhere.\n"
    extra = write("extra", EXTRA_PACK, out=out)
    assert check_content(root=root) == []
    assert check_content([extra], root=root) == []


def test_a_pack_says_what_its_id_may_be_and_how_a_file_begins(root: Path, write: Write) -> None:
    named = write("extra", EXTRA_PACK.replace("pack: extra", "pack: Tea-Room"))
    assert [one.hint for one in check_content([named], root=root)] == ["write tea_room"]
    bare = write("extra", EXTRA_PACK, cards=CARD.removeprefix("- "))
    assert "begin each with a dash" in check_content([bare], root=root)[0].hint
