"""Checks of what conditions ask about earlier choices: whether they can have been made by then."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions.stories import Story
from game.content.expressions.screening import parse_date
from game.content.expressions.tree import Read
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.subject import LONGEST_MONTH, Subject
from game.content.past import parted
from game.content.walk import Loc

GRACE = 12 * LONGEST_MONTH  # days for which a dated card may be put off


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every choice that a condition asks for and that nobody can have made by then."""
    for visit in subject.visits:
        if isinstance(visit.marker, Expr) and visit.loc[-1] != "asserts":  # which may deny
            expression, _ = subject.library.check(str(visit.value), visit.marker.wants)
            for read in expression.lookups() if expression else ():
                said = _unmade(subject, visit.loc, read)
                if said:
                    offset = max(str(visit.value).find(read.text), 0)
                    yield subject.report("W116", visit.loc, said, offset=offset)


def _unmade(subject: Subject, loc: Loc, read: Read) -> str:
    """Return why a choice can't have been made where it is asked for, or nothing."""
    if read.name.store != "past" or not read.name.key.startswith("chose/"):
        return ""
    parts = {what: part for part, what in parted(read.name.key)}
    story, event = subject.defined.model, parts["event"]
    if event == subject.defined.id and isinstance(story, Story):
        return _own(subject, story, loc, parts["choice"], parts.get("partner", ""))
    asked = _story(subject, event)
    if isinstance(story, Story) and asked is not None and opens(asked) > closes(story):
        return f'"{event}" comes only later'
    return ""


def _story(subject: Subject, event: str) -> Story | None:
    objects = subject.world.objects
    found = objects.of("event").get(event) or objects.of("dilemma").get(event)
    return found.model if found and isinstance(found.model, Story) else None


def _own(subject: Subject, story: Story, loc: Loc, choice: str, whose: str) -> str:
    """Return why a choice of the same event can't have been made on a desk, or nothing."""
    if loc[0] != "desks":
        return "" if loc[0] == "results" or not story.once else "nobody has answered this card yet"
    desk, after = str(loc[1]), _is_after(loc)
    offered = [name for name, one in story.desks.items()
               if choice in [c.choice for c in one.choices]]  # fmt: skip
    asked = [name for name in offered if not whose or subject.find(name, "partner") == whose]
    if "{" in whose:
        asked = [desk]
    ahead = story.order[: story.order.index(desk)] if desk in story.order else []
    open_ = [name for name in asked if not (name in ahead or (after and name == desk))]
    if not open_ or not story.once:
        return ""
    return f"{' and '.join(open_)} needn't have answered this card before {desk}"


def _is_after(loc: Loc) -> bool:
    """Return whether a place on a desk is looked at when its choice has been made."""
    return bool({"effects", "outcomes", "result"}.intersection(map(str, loc)))


def opens(story: Story) -> int:
    """Return the first day on which an event can come up; 0 where that isn't known."""
    first = story.date or (story.window.start if story.window else None)
    day = parse_date(first) if first and not story.hazard else None
    return day.toordinal() if day else 0


def closes(story: Story) -> int:
    """Return the last day on which an event can come up, or one after all days."""
    last = (story.window.end if story.window else None) or story.date
    day = parse_date(last) if last and not story.hazard else None
    return day.toordinal() + LONGEST_MONTH + (GRACE if story.date else 0) if day else 10**7
