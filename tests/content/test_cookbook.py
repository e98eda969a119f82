"""Every recipe of the cookbook is taken from its page, checked, and does what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.languages.choosing import chosen
from game.content.languages.texts import in_language
from game.content.load import Checked, compile_content, read_content
from game.content.records import Content
from game.narration.codex import chapters
from game.narration.figures import figure_title
from game.rules.draft import Draft
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.text.language import speaking
from game.workshop import proving

PAGE = Path(__file__).parents[2] / "content" / "cookbook.md"
RECIPE = re.compile(r"^## (.*?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(yaml|po)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WISHES: dict[str, str] = dict(RECIPE.findall(PAGE.read_text(encoding="utf-8")))
IDS = {wish: f"wish_{number}" for number, wish in enumerate(WISHES)}
SCENARIO = "cold_snap_2022"
Looks = Callable[[Content], object]

PLAYED: dict[str, str] = {
    "I want a card to say something else": """
  card: invasion
  turn: 1
  when: [{choose: say_nothing_changes}]
  tells: [A call before dawn, read their procedures to one another, in both languages]
""",
    "That choice is far too dear": """
  card: invasion
  turn: 1
  figures: {treasury: 300, option.us_reboost: 20}
  when: [{choose: find_another_engine}]
  then: [treasury == 265, option.us_reboost == 28]
""",
    "Give me one more choice": """
  as: esa
  card: invasion
  turn: 1
  figures: {treasury: 50, tension: 60}
  when: [{choose: send_the_interpreters}]
  then: [treasury == 38, tension == 73]
  tells: [leave the adjectives out]
""",
    "A card of my own, for two chairs, and the second knows what the first said": """
  as: roscosmos
  card: the_spare_key
  when: [{as: nasa, choose: hand_it_over}, {choose: change_the_lock}]
  then: ['chose("the_spare_key", "hand_it_over", "nasa")']
  tells: [At supper the Americans have given back, older than the key]
""",
    "Something small now, that comes back to haunt them": """
  as: roscosmos
  card: a_tin_of_paint
  when: [{choose: take_the_yellow}, {play: 2}]
  then: [flag.paint_was_cheaper, happened.flakes_in_the_filter]
  tells: [Yellow flakes are found]
""",
    "A dilemma: both answer, and neither knows what the other says": """
  as: nasa
  card: one_photograph
  figures: {cohesion: 60, tension: 50}
  when: [{choose: together}, {as: roscosmos, choose: together}]
  then: [cohesion == 62, tension == 47]
  tells: [twice as well as the one with the film star]
""",
    "Somebody on the ground, whose story goes on": """
  as: roscosmos
  card: the_left_handed_seam
  turn: 1
  when: [{choose: turn_her_round}]
  tells: [looking at the window]
""",
}
"""What must come of a recipe in a game, as a test of a pack says it."""


def _told(content: Content, chapter: str) -> list[str]:
    return [
        article.title for title, found in chapters(content) if title == chapter for article in found
    ]


def _ends(content: Content) -> bool:
    state = new_game(content, Setup(SCENARIO, "nasa", 1))[0]
    draft = Draft(index_of(content, SCENARIO), state)
    draft.figures["tension"] = 12
    when = content.endings[_own("An ending of my own", "nobody_noticed")].when
    return bool(when.bind("")(draft.state, {}))


def _own(wish: str, id_: str) -> str:
    return f"{IDS[wish]}:{id_}"


SEEN: dict[str, Looks] = {
    "This card comes all the time": lambda c: (
        c.events["the_third_question"].weight == 1 and c.events["the_third_question"].cooldown == 96
    ),
    "I never want to see that event again": lambda c: "two_suppers" not in c.events,
    "It should only come when things are bad": lambda c: str(
        c.events["the_committee_asks"].when
    ).endswith("and (tension > 60 or cohesion < 50)')"),
    "More money, please": lambda c: (
        new_game(c, Setup(SCENARIO, "nasa", 1))[0].figures["nasa.income"] == 140
    ),
    "It should begin colder, with everybody at odds": lambda c: (
        c.scenarios["the_leak"].figures["tension"] == 85
    ),
    "I want a shorter game, that begins later": lambda c: (
        c.scenarios["second_thaw"].turns == 8 and c.scenarios["second_thaw"].turn_months == 6
    ),
    "Let my adviser speak of that choice": lambda c: (
        "The burn is on Thursday" in str(c.events["invasion"].desks)
    ),
    "A scene when the hatch opens": lambda c: (
        c.scenes[_own("A scene when the hatch opens", "bread_through_the_hatch")].on
        == "hatch.opens"
    ),
    "A new clause to bargain about": lambda c: (
        _own("A new clause to bargain about", "shared_weather")
        in {clause.id for table in index_of(c, SCENARIO).tables.values() for clause, _ in table}
    ),
    "A flight that isn't on the calendar": lambda c: (
        "Progress of good will"
        in [flight.name for flight in new_game(c, Setup(SCENARIO, "nasa", 1))[0].manifest]
    ),
    "A successor who is easier to deal with": lambda c: (
        c.leaders["roscosmos_successor_hard"].patience == 4
        and not c.leaders["roscosmos_successor_hard"].red_lines
    ),
    "Call them something else": lambda c: (
        c.partners["esa"].name == "The Europeans"
        and figure_title(index_of(c, SCENARIO).content, "cohesion") == "Table manners"
    ),
    "What does that figure mean, and when is it dangerous?": lambda c: (
        c.figures["sanctions"].danger[-1].text.startswith("By now even the postage")
    ),
    "A page for the codex": lambda c: "Bread in orbit" in _told(c, "How it is"),
    "Who signs and then breaks his word shall hear of it": lambda c: (
        c.events[_own("Who signs and then breaks his word shall hear of it", "an_open_chair")].when
    ),
    "An ending of my own": _ends,
}
"""What must be so once a recipe is there."""
OTHERWISE = {"Tell it in my language"}
Cooked = tuple[Checked, Content, Path]


def _write(folder: Path, wish: str) -> Path:
    folder.mkdir()
    info = f'pack: {folder.name}\ntitle: A wish\nversion: "1.0"\nformat: 1\n'
    (folder / "pack.yaml").write_text(info, encoding="utf-8")
    for sort, text in BLOCK.findall(WISHES[wish]):
        name = "recipe.yaml" if sort == "yaml" else "languages/de.po"
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if wish in PLAYED:
        text = f"- test: it_is_so{PLAYED[wish]}"
        (folder / "tests.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cooked(tmp_path_factory: pytest.TempPathFactory) -> Cooked:
    """Return all recipes, each a pack by itself, which none of the others knows."""
    root = tmp_path_factory.mktemp("cooked")
    checked = read_content([_write(root / IDS[wish], wish) for wish in WISHES])
    return checked, compile_content(checked), root


def test_every_wish_is_tried_and_has_one_recipe() -> None:
    assert len(WISHES) >= 20
    assert [*PLAYED, *SEEN, *OTHERWISE] != [] and {*PLAYED, *SEEN, *OTHERWISE} == {*WISHES}
    assert all(len(BLOCK.findall(text)) == 1 for text in WISHES.values())


def test_no_recipe_has_a_finding(cooked: Cooked) -> None:
    assert [one.render() for one in cooked[0].findings] == []
    assert {one.state for one in cooked[0].objects.outcomes} == {"applied"}


@pytest.mark.parametrize("wish", PLAYED)
def test_a_recipe_plays_as_it_says(cooked: Cooked, wish: str) -> None:
    checked, content, _root = cooked
    (proof,) = (
        proving.prove(checked, content, one) for one in proving.tests_of(checked, [IDS[wish]])
    )
    assert [one.render() for one in proof.failures] == []


@pytest.mark.parametrize("wish", SEEN)
def test_a_recipe_makes_what_it_says(cooked: Cooked, wish: str) -> None:
    assert SEEN[wish](cooked[1])


def test_a_recipe_translates(cooked: Cooked) -> None:
    path = cooked[2] / IDS["Tell it in my language"]
    choice = chosen("de", [path])
    assert choice.problems == ()
    with speaking(choice.spoken):
        told = in_language(cooked[1])
    assert told.events["a_harder_wind"].title == "Der Wind wird rauer"
