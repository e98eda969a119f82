from __future__ import annotations

from collections import Counter

from game.content.load import Checked
from game.content.records import Content
from game.workshop.page import NEVER, is_page, page, table
from game.workshop.seen import OFFERED, SORTS, Key, seen_in, things
from game.workshop.subjects import by_scenario, events_of
from tests.small import CAMPAIGN, CONTENT

Extra = tuple[Checked, Content]


def counted() -> Counter[Key]:
    return seen_in(CONTENT, CAMPAIGN, 4)


COUNTS = counted()


def test_what_games_come_to_is_counted_once_a_game() -> None:
    assert COUNTS["cold_morning", ()] == 4
    assert counted() == COUNTS
    assert max(COUNTS.values()) == 4
    answers = [COUNTS["cold_morning", ("desks", "nasa", "choices", n)] for n in range(3)]
    assert sum(answers) == 4
    ways = [COUNTS["cold_morning", ("desks", "nasa", "choices", 2, "outcomes", n)] for n in (0, 1)]
    assert sum(ways) == answers[2]
    assert COUNTS["cold_morning", ("desks", "roscosmos", "choices", 2)] == 0  # never open


def test_results_of_dilemmas_and_clauses_are_counted() -> None:
    assert sum(COUNTS["hole", ("results", n)] for n in (0, 1)) >= COUNTS["hole", ()] > 0
    assert any(loc == OFFERED for _id, loc in COUNTS)


def test_all_of_a_pack_that_games_may_come_to_is_listed(extra: Extra) -> None:
    checked, content = extra
    events = events_of(checked, "extra")
    assert [one.id for one in events] == ["extra:kettle", "extra:follow_up"]
    (pairs,) = by_scenario(content, events, None).values()
    found = things(pairs, [])
    sorts = Counter(one.sort for one in found)
    assert sorts == {"event": 2, "choice": 7, "outcome": 2, "wording": 2}
    assert set(sorts) <= set(SORTS)
    by_place = {one.loc: one for one in found if one.sort == "wording"}
    mark = by_place["desks", "roscosmos", "text", 0, "text"].defined.mark(
        ("desks", "roscosmos", "text", 0, "text")
    )
    assert "nobody speaks" in mark.text_line


def test_a_page_holds_all_and_nothing_that_could_run() -> None:
    text = page("A & B", table(("what",), [("<script>",), (NEVER,), ("12",)]))
    assert "A &amp; B" in text and "&lt;script&gt;" in text and "<script" not in text
    assert '<td class="never">never</td>' in text
    assert is_page(text) and not is_page("<html>")
