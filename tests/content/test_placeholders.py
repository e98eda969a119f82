"""The one grammar of placeholders: what it reads, and that what the lint passes is filled."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.findings import Finding
from game.content.load import compile_content, read_content
from game.content.placeholders import Placeholder, qualified, read, replaced
from game.content.records import Content
from game.narration.words import say
from game.rules.wording import worded
from tests.content.conftest import BASE, BASE_PACK, EXTRA_PACK, Check, Write
from tests.worlds import opening


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{leader.nasa}", Placeholder("leader", "nasa")),
        ("{office.moon:agency}", Placeholder("office", "moon:agency")),
        ("{ship2.name}", Placeholder("ship2", "name")),
        ("{figure}", Placeholder("figure")),
        ("{leader.moon:agency:gen}", None),
        ("{leader. nasa}", None),
        ("{Leader.nasa}", None),
        ("{2ship.name}", None),
        ("{}", None),
    ],
)
def test_a_placeholder_is_a_head_and_what_it_is_about(
    text: str, expected: Placeholder | None
) -> None:
    (braces,) = read(f"So {text}.")
    assert (braces.offset, braces.written, braces.placeholder) == (3, text, expected)


def test_only_the_ids_of_partners_are_made_whole() -> None:
    text = "{leader.agency} boards {ship.name}, {figure}, { so"
    whole = "{leader.moon:agency} boards {ship.name}, {figure}, { so"
    assert qualified(text, lambda id_: f"moon:{id_}") == whole
    assert replaced(whole, lambda one: one.about or "x") == "moon:agency boards name, x, { so"


PIECES = [
    "{leader.nasa}", "{office.csa}", "{partner.north:csa}", "{leader.jaxa}", "{ship2.name}",
    "{who.name}", "{who.nam}", "{leader.csa:gen}", "{leader}", "{figure}", "{ship2.name",
    "{", "}", "{}", "{partner.base:nasa}", "{leader.north}", "{Ship2.name}", "The sun, ",
]  # fmt: skip
EVENT = """\
- event: e{n}
  title: {title}
  basis: counterfactual
  weight: 1
  headline: {headline}
  roles: {{ship2: {{vehicle: soyuz}}, who: {{person: nasa, in: ship2}}}}
  desks:
    nasa:
      text: {card}
      choices:
        - {{choice: a, text: {choice}, result: {result}}}
        - choice: b
          text: Wait
          outcomes: [{{chance: 50, text: {outcome}}}, {{text: Nothing.}}]
          effects: [{{headline: {news}}}, {{promise: {{to: roscosmos, text: {vow},
            in_months: 6, keep: 1 < tension}}}}]
"""
PLACES = ("title", "headline", "card", "choice", "result", "outcome", "news", "vow")
CSA = """\
- partner: csa
  name: CSA
  office: President of the CSA
  segment: usos
  decides: false
  adjective: Canadian
  city: Longueuil
  people: astronaut
  text: An arm.
  basis: record
  sources: [T-001]
"""
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)


class Told(NamedTuple):
    """A pack's content and findings, and the texts that its events tell, as compiled."""

    content: Content
    findings: list[Finding]


def _loaded(write: Write, tmp_path: Path, events: str) -> Told:
    write("base", BASE_PACK, world=BASE)
    north = write("north", EXTRA_PACK.replace("pack: extra", "pack: north"), all=CSA + events)
    checked = read_content([north], root=tmp_path)
    return Told(compile_content(checked), list(checked.findings))


@given(places=st.lists(st.sampled_from(PLACES), min_size=20, max_size=20),
       texts=st.lists(TEXTS, min_size=20, max_size=20))  # fmt: skip
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_the_lint_passes_is_filled_completely(
    write: Write, tmp_path: Path, places: list[str], texts: list[str]
) -> None:
    plain = dict.fromkeys(PLACES, "Plain.")
    pairs = list(zip(places, texts, strict=True))
    events = [
        EVENT.format(n=n, **plain | {place: f"'{text}'"}) for n, (place, text) in enumerate(pairs)
    ]
    content, findings = _loaded(write, tmp_path, "".join(events))
    lines = EVENT.count("\n")
    before = CSA.count("\n")
    wrong = {(one.mark.line - before - 1) // lines for one in findings if one.code == "E042"}
    assert {one.code for one in findings if one.is_error} <= {"E042", "E056"}
    for n, (place, text) in enumerate(pairs):
        if n not in wrong:
            left = _everything_told(content, f"north:e{n}")
            assert "{" not in left and "}" not in left, (place, text)


def _everything_told(content: Content, id_: str) -> str:
    event = content.events[id_]
    (desk,) = event.desks
    texts = [event.title, event.headline, *(one.text for one in desk.text)]
    for choice in desk.choices:
        texts += [
            choice.text,
            *(one.text for one in choice.result),
            *(one.text for one in choice.outcomes),
        ]
        texts += [text for one in choice.effects if (text := getattr(one, "text", ""))]
    state, roles = opening(), (("ship2", "soyuz_1"), ("who", "rubio"))
    return " ".join(say(content, worded(content, state, text, roles)) for text in texts)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("  title: '{partner.nasa}'", '"{partner.nasa}" is not filled in here'),
        ("  title: 'A } brace'", '"}" without its opening brace'),
        ("  title: 'A { brace'", '"{" without its closing brace'),
    ],
)
def test_a_text_that_nothing_fills_holds_no_brace(check: Check, field: str, said: str) -> None:
    event = "- event: dawn\n{}\n  basis: counterfactual\n  weight: 1\n  headline: Dawn.\n"
    (found,) = check(event.format(field))
    assert (found.code, found.message) == ("E042", said)


def test_the_name_of_a_ship_holds_no_brace_either(check: Check) -> None:
    flight = "{flight: {vehicle: soyuz, crew: none, as: rescue, in_days: 74, name: 'S{'}}"
    event = "- event: dawn\n  title: Dawn\n  basis: counterfactual\n  weight: 1\n  effects: [{}]\n"
    (found,) = check(event.replace("{}", flight))
    assert (found.code, found.message) == (
        "E024", "name: nothing is filled in here, so no brace stands in it",
    )  # fmt: skip


def test_a_partner_of_another_world_is_not_filled_in(write: Write, tmp_path: Path) -> None:
    write("base", BASE_PACK, world=BASE)
    moon = EXTRA_PACK.replace("pack: extra", "pack: moon") + "world: moon\n"
    event = "- event: dawn\n  title: Dawn\n  basis: counterfactual\n  weight: 1\n  headline: '{}'\n"
    alien = write("moon", moon, all=event.format("{leader.nasa} waves."))
    (found,) = read_content([alien], root=tmp_path).findings
    assert (found.code, found.mark.column) == ("E040", 14)
    assert found.message == 'the partner "nasa" lives in the world station, not in moon'
    write("moon", moon + "borrows: {partner: [nasa]}\n")
    assert read_content([alien], root=tmp_path).findings == ()


def test_a_hint_names_a_packs_own_partner_as_the_pack_writes_it(
    write: Write, tmp_path: Path
) -> None:
    text = EVENT.format(n=0, **dict.fromkeys(PLACES, "Plain.") | {"card": "'{leder.csa}'"})
    findings = _loaded(write, tmp_path, text).findings
    assert [one.hint for one in findings if one.code == "E042"] == ['did you mean "{leader.csa}"?']
