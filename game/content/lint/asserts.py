"""Checks of what texts take for granted: that it can be so where they are told.

A text of an event stands under its event's `when`, its variant's, its choice's `needs`, and under
what the event's other desks may have chosen: two that can be told of one event in one turn must be
able to be true together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from game.content.definitions.stories import Choice, Dilemma, Story
from game.content.definitions.world import Ending, Slide
from game.content.expressions.tree import Logic, Read, Tree
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.never import Known, known_of, never
from game.content.lint.subject import Subject
from game.content.names import Name
from game.content.past import key
from game.content.walk import Loc


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text asserts, where, and all that holds when it is told.

    `desk` and `choice` are places in an event; a claim of the card itself has no choice.
    """

    loc: Loc
    asserts: Tree
    given: tuple[Tree, ...]
    desk: str = ""
    choice: str = ""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every assertion that can't hold where its words are told."""
    story, known = subject.defined.model, known_of(subject)
    if not isinstance(story, Story | Ending | Slide):
        return
    claims = list(_claims(subject))
    for claim in claims:
        if never(Logic("and", (claim.asserts, *claim.given)), known):
            yield subject.report("W118", claim.loc, "this can't hold where the words are told")
    if isinstance(story, Story) and not isinstance(story, Dilemma):
        for one, other in combinations([c for c in claims if c.choice], 2):
            if one.desk != other.desk and _meet(one, other, known):
                both = Logic("and", (one.asserts, other.asserts))
                if never(both, known):
                    said = f"{one.desk} may be told the opposite when it chooses {one.choice}"
                    yield subject.report("W118", other.loc, said)


def _meet(one: Claim, other: Claim, known: Known) -> bool:
    """Return whether two desks can have chosen so in one turn."""
    return not never(Logic("and", (*one.given, *other.given)), known)


def _claims(subject: Subject) -> Iterator[Claim]:
    """Yield all that an object's texts assert."""
    for visit in subject.visits:
        if isinstance(visit.marker, Expr) and visit.loc[-1] == "asserts":
            asserts = _tree(subject, str(visit.value))
            if asserts is not None:
                desk, choice = _made(subject, visit.loc)
                name = choice.choice if choice else ""
                yield Claim(visit.loc, asserts, tuple(_given(subject, visit.loc)), desk, name)


def _tree(subject: Subject, text: str | None) -> Tree | None:
    expression = subject.library.check(text, "bool")[0] if text is not None else None
    return expression.tree if expression else None


def _made(subject: Subject, loc: Loc) -> tuple[str, Choice | None]:
    """Return the desk and the choice that a place belongs to."""
    story = subject.defined.model
    if not isinstance(story, Story) or loc[0] != "desks":
        return "", None
    desk = str(loc[1])
    picked = loc[3] if len(loc) > 4 and loc[2] == "choices" else None
    return desk, story.desks[desk].choices[picked] if isinstance(picked, int) else None


def _given(subject: Subject, loc: Loc) -> Iterator[Tree]:
    """Yield what holds where a text stands: conditions on the way to it, and its choice made."""
    model = subject.defined.model
    texts = [getattr(model, "when", None)] if _stands(loc) else []
    desk, choice = _made(subject, loc)
    if choice is not None:
        texts.append(choice.needs)
    if isinstance(loc[-2:][0], int):  # a variant, an outcome
        texts.append(_beside(subject, loc))
    yield from (tree for text in texts if (tree := _tree(subject, text)) is not None)
    if choice is not None and desk:
        chair, event = subject.find(desk, "partner") or desk, subject.defined.id
        for whose in (chair, "{self}"):
            name = Name("past", key("chose", event, choice.choice, whose), "bool")
            yield Read("chose", name)


def _stands(loc: Loc) -> bool:
    """Return whether what let an event come up still holds for sure where a text is told."""
    return not {"outcomes", "result"}.intersection(map(str, loc))


def _beside(subject: Subject, loc: Loc) -> str | None:
    """Return the condition of the variant at a place, as it is written beside its text."""
    scalar = subject.defined.scalar((*loc[:-1], "when"))
    beside = scalar is not None and loc[-3] in ("text", "recalls", "result")
    return str(scalar.value) if scalar is not None and beside else None
