from __future__ import annotations

from pathlib import Path

import pytest

from game.content.load import Checked, read_content
from game.content.records import Content
from game.workshop.drawing import columns, stories_page
from game.workshop.stories import Edge, Thread, web
from tests.content.conftest import small_root
from tests.workshop.conftest import INFO

Extra = tuple[Checked, Content]
HEADLINE = """
- event: {id}
  title: Something
  basis: counterfactual
  {more}
  headline: Something happens.
"""
OBJECTS = (
    ("first", "weight: 1\n  effects: [{schedule: {event: second, in_months: 3}}, "
              "{flag: {wet: true}}]"),
    ("second", "when: flag.wet"),
    ("third", "weight: 1\n  when: happened.first and pattern(\"rain\")"),
    ("dry", "weight: 2"),
    ("lost", "when: tension > 20"),
)  # fmt: skip
PATTERN = """
- flag: wet
  text: It is wet.
- pattern: rain
  first: happened.first
  then: [{on: happened.second}]
- pattern: unheard
  first: happened.dry
  then: [{on: happened.first}]
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Return a pack of headlines that hang together, as it was checked."""
    place = tmp_path_factory.mktemp("stories")
    folder = place / "extra"
    folder.mkdir()
    (folder / "pack.yaml").write_text(INFO)
    text = "".join(HEADLINE.format(id=id_, more=more) for id_, more in OBJECTS)
    (folder / "stories.yaml").write_text(text + PATTERN)
    return read_content([folder], root=small_root(Path(place)))


def test_what_leads_from_one_to_another_is_found(small: Checked) -> None:
    (thread,) = web(small, "extra").threads
    first, second, third = (f"event extra:{name}" for name in ("first", "second", "third"))
    assert set(thread.edges) == {
        Edge(first, second, "schedules"),
        Edge(first, second, "flag", "extra:wet"),
        Edge(first, third, "event", "extra:first"),
        Edge("pattern extra:rain", third, "pattern", "extra:rain"),
        Edge(first, "pattern extra:rain", "event", "extra:first"),
        Edge(second, "pattern extra:rain", "event", "extra:second"),
        Edge("event extra:dry", "pattern extra:unheard", "event", "extra:dry"),
        Edge(first, "pattern extra:unheard", "event", "extra:first"),
    }


def test_dead_ends_and_who_stands_alone_are_told(small: Checked) -> None:
    found = web(small, "extra")
    assert found.alone == ("event extra:lost",)
    assert found.dead == {
        "event extra:lost": "it never comes up: no date, no weight, and nothing schedules it",
        "pattern extra:unheard": "nobody asks for it",
    }


def test_choices_that_are_asked_for_are_found(extra: Extra) -> None:
    (thread,) = web(extra[0], "extra").threads
    assert thread.edges == (
        Edge("event extra:kettle", "event extra:follow_up", "flag", "extra:thaw"),
    )


def test_each_stands_right_of_what_leads_to_it_but_in_a_circle() -> None:
    edges = (Edge("a", "b", "flag"), Edge("b", "c", "flag"), Edge("a", "c", "flag"))
    assert columns(Thread(("a", "b", "c"), edges)) == {"a": 0, "b": 1, "c": 2}
    circle = (*edges, Edge("c", "a", "flag"))
    assert sorted(columns(Thread(("a", "b", "c"), circle)).values()) == [0, 1, 2]


def test_the_page_draws_all_of_it(small: Checked) -> None:
    text = stories_page("extra", web(small, "extra"))
    assert text.count("<rect") == 6
    assert text.count("<path") == 8
    assert 'class="node dead other"' in text
    assert "event extra:lost" in text
    assert "<script" not in text
