"""The stories that the game's own pack finds: each can come about, and is told in the end."""

from __future__ import annotations

from game.content.records import Content, Pattern, Slide
from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.endings import slides
from game.rules.index import index_of
from game.rules.patterns import hear, lapse
from game.rules.setup import Setup, new_game

NAME = "cold_snap_2022"


def _after(content: Content, steps: int, pattern: Pattern) -> Draft:
    """Return a draft in which so many steps of a pattern have come, a quarter apart."""
    draft = Draft(index_of(content, NAME), new_game(content, Setup(NAME, "nasa", 1))[0])
    for step in pattern.steps[:steps]:
        hear(draft, *step.on[:1])
        months = step.quiet or 3
        draft.figures["date"] = add_months(draft.figures["date"], months)
        lapse(draft)
    return draft


def _told_by(content: Content, id_: str) -> set[str]:
    """Return the slides that ask for a pattern."""
    asked = f'pattern("{id_}")'
    slides_ = content.slides.values()
    return {slide.id for slide in slides_ if any(asked in words for words in _asked(slide))}


def _asked(slide: Slide) -> list[str]:
    return [slide.when.text, *(one.when.text for one in slide.text if one.when)]


def test_a_story_comes_about_step_by_step_and_is_told_in_the_end(base: Content) -> None:
    assert len(base.patterns) >= 8
    for id_, pattern in base.patterns.items():
        many = len(pattern.steps)
        for steps in range(many + 1):
            draft = _after(base, steps, pattern)
            assert (f"pattern/{id_}/done" in draft.state.past) is (steps == many), (id_, steps)
        assert {slide.id for slide in slides(base, draft.state)} & _told_by(base, id_), id_
