"""Checks of events and dilemmas: dates, desks, choices, results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from game.content.definitions.stories import Choice, Desk, Dilemma, Outcome, Result, Story
from game.content.fields import ID_PATTERN, Telling, Variant
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.walk import Loc
from game.text.near import did_you_mean

ANY = "any"
_RESERVED = ("leader", "office", "partner", "self", "target", "stranded")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with an event or dilemma."""
    story = subject.defined.model
    if not isinstance(story, Story):
        return
    yield from _dates(subject, story)
    yield from _roles(subject, story)
    for chair, desk in story.desks.items():
        yield from _desk(subject, story, chair, desk)
    yield from _ratified(subject, story)
    yield from _together(subject, story)
    if isinstance(story, Dilemma):
        yield from _dilemma(subject, story)
    elif not (story.desks or story.headline or story.effects):
        yield subject.report(
            "E057", (), "neither desks nor a headline nor effects: nothing happens"
        )


def _together(subject: Subject, story: Story) -> Iterator[Finding]:
    """Several desks say how their answers meet: jointly, in order, or apart with a reason."""
    joint = isinstance(story, Dilemma)
    ways = [joint, bool(story.order), story.apart is not None]
    if len(story.desks) > 1 and not any(ways):
        said = (
            f"{' and '.join(story.desks)} each decide: jointly, in `order:`, or `apart:`, and why"
        )
        yield subject.report("W117", ("desks",), said, key=True)
    if sum(ways) > 1 or (len(story.desks) < 2 and any(ways[1:])):
        said = "the desks are answered jointly, in order or apart, and there are several"
        yield subject.report("E057", ("order",) if story.order else ("apart",), said, key=True)
    if story.order and sorted(story.order) != sorted(story.desks):
        said = f"the desks are {', '.join(story.desks)}; each stands in the order once"
        yield subject.report("E057", ("order",), said, key=True)


def _dates(subject: Subject, story: Story) -> Iterator[Finding]:
    if story.hazard and story.date is None:
        said = "a hazard has a date, from which seeded faults come loose"
        yield subject.report("E057", ("hazard",), said)
    if story.window is None:
        return
    start, end = story.window.start, story.window.end
    if start and end and _later(start, end):
        yield subject.report("E054", ("window", "from"), f"starts after {end}, where it ends")
    if story.date and end and _later(story.date, end):
        yield subject.report("E054", ("date",), f"after the window's end, {end}")
    if story.date and start and _later(start, story.date):
        yield subject.report("E054", ("date",), f"before the window's start, {start}")


def _later(one: str, other: str) -> bool:
    """Return whether a day is after another; a month counts for any of its days."""
    shortest = min(len(one), len(other))
    return one[:shortest] > other[:shortest]


def _roles(subject: Subject, story: Story) -> Iterator[Finding]:
    for name, role in story.roles.items():
        loc: Loc = ("roles", name)
        if not ID_PATTERN.fullmatch(name) or name in _RESERVED:
            yield subject.report("E029", loc, f'"{name}" can\'t name a role', key=True)
        if (role.vehicle is None) == (role.person is None):
            said = "a role is either a vehicle or a person"
            yield subject.report("E057", loc, said, key=True)
        if role.inside is not None and list(story.roles).index(name) == 0:
            said = "`in` names a ship role that stands above this one"
            yield subject.report("E043", (*loc, "in"), said)


def _desk(subject: Subject, story: Story, chair: str, desk: Desk) -> Iterator[Finding]:
    loc: Loc = ("desks", chair)
    partner = subject.find(chair, "partner")
    if partner is not None and partner not in subject.world.deciding:
        said = f"{chair} decides nothing and has no desk"
        yield subject.report("E047", loc, said, key=True)
    yield from _history(subject, story, loc, desk)
    yield from _variants(subject, (*loc, "text"), desk.text)
    seen: set[str] = set()
    for index, choice in enumerate(desk.choices):
        at: Loc = (*loc, "choices", index)
        if choice.choice in seen:
            yield subject.report("E055", (*at, "choice"), f'"{choice.choice}" stands here twice')
        seen.add(choice.choice)
        yield from _choice(subject, at, choice, silent=isinstance(story, Dilemma))


def _history(subject: Subject, story: Story, loc: Loc, desk: Desk) -> Iterator[Finding]:
    marked = [index for index, choice in enumerate(desk.choices) if choice.history]
    for index in marked[1:]:
        said = "history made one choice on a desk; another is marked already"
        yield subject.report("E050", (*loc, "choices", index, "history"), said)
    if not marked and story.basis in ("article", "record"):
        said = f"no choice is marked `history: true`, though the basis is {story.basis}"
        yield subject.report("E050", loc, said, key=True)


def _variants(
    subject: Subject, loc: Loc, text: str | Sequence[Variant | Telling] | None
) -> Iterator[Finding]:
    if text is None or isinstance(text, str):
        return
    *early, last = text
    if last.when is not None:
        said = "the last variant has a condition too, so there may be no text at all"
        yield subject.report("E057", loc, said)
    for index, variant in enumerate(early):
        if variant.when is None:
            said = "what follows a variant without a condition is never used"
            yield subject.report("W107", (*loc, index), said)


def _choice(subject: Subject, loc: Loc, choice: Choice, *, silent: bool) -> Iterator[Finding]:
    if not ID_PATTERN.fullmatch(choice.choice) or choice.choice == ANY:
        yield subject.report(
            "E029", (*loc, "choice"), f"\"{choice.choice}\" can't be a choice's id"
        )
    yield from lock(subject, loc, choice.needs, choice.because)
    yield from outcomes(subject, loc, choice.outcomes, choice.result)
    yield from _variants(subject, (*loc, "result"), choice.result)
    if not silent and not choice.outcomes and choice.result is None:
        yield subject.report(
            "W109", loc, "neither result nor outcomes: nobody learns what came of it"
        )


def lock(subject: Subject, loc: Loc, needs: str | None, because: str | None) -> Iterator[Finding]:
    """Yield what is wrong with a condition and the sentence that explains it."""
    if needs is not None and because is None:
        yield subject.report("W102", (*loc, "needs"), "no `because:` says why it is locked")
    if because is not None and needs is None:
        yield subject.report(
            "W110", (*loc, "because"), "`because:` without `needs:` is never shown"
        )


def outcomes(
    subject: Subject, loc: Loc, several: list[Outcome], result: object
) -> Iterator[Finding]:
    """Yield what is wrong with the chances of a risk."""
    fixed = [outcome.chance for outcome in several if isinstance(outcome.chance, int)]
    total = sum(fixed)
    yield from _rest(subject, loc, several)
    for index, outcome in enumerate(several):
        yield from _variants(subject, (*loc, "outcomes", index, "text"), outcome.text)
    if several and len(fixed) == len(several) and total != 100:
        said = f"the chances sum to {total}, not to 100"
        yield subject.report("E051", (*loc, "outcomes"), said, key=True)
    if several and result is not None:
        said = "`result:` is not used where there are outcomes"
        yield subject.report("W109", (*loc, "result"), said)


def _rest(subject: Subject, loc: Loc, several: list[Outcome]) -> Iterator[Finding]:
    """Where a chance is an expression, the last outcome takes the rest, and only the last."""
    for index, outcome in enumerate(several):
        last = index == len(several) - 1
        if outcome.chance is None and (not last or index == 0):
            said = "only the last of several outcomes leaves `chance:` out: it takes the rest"
            yield subject.report("E051", (*loc, "outcomes", index), said)
        if last and isinstance(outcome.chance, str):
            said = "the last outcome takes the rest; its chance can't be an expression"
            yield subject.report("E051", (*loc, "outcomes", index, "chance"), said)
    if (
        several
        and isinstance(several[-1].chance, int)
        and any(isinstance(outcome.chance, str) for outcome in several)
    ):
        said = "beside a chance that is an expression the last outcome has none: it takes the rest"
        yield subject.report("E051", (*loc, "outcomes"), said, key=True)


def _ratified(subject: Subject, story: Story) -> Iterator[Finding]:
    """Only what history signed is a deal that no home has to weigh any more."""
    for visit in subject.visits:
        if visit.loc[-2:] != ("sign", "ratified") or not visit.value or visit.loc[0] != "desks":
            continue
        chair, index = visit.loc[1], visit.loc[3]
        if isinstance(index, int) and not story.desks[str(chair)].choices[index].history:
            said = "`ratified: true` in a choice that history didn't make"
            yield subject.report("W115", visit.loc, said)


def _dilemma(subject: Subject, story: Dilemma) -> Iterator[Finding]:
    if sorted(story.between) != sorted(story.desks):
        said = (
            f"the desks are {', '.join(story.desks)}; it is between {' and '.join(story.between)}"
        )
        yield subject.report("E059", ("desks",), said, key=True)
        return
    for chair, desk in story.desks.items():
        if not 2 <= len(desk.choices) <= 3:
            said = f"a dilemma's desk has two or three choices, not {len(desk.choices)}"
            yield subject.report("E059", ("desks", chair, "choices"), said, key=True)
        for index, choice in enumerate(desk.choices):
            if choice.outcomes or choice.result is not None:
                said = "a dilemma's choice has no result of its own; the pair's is under results:"
                yield subject.report("E059", ("desks", chair, "choices", index), said)
    fit = [_answers(subject, story, index, result) for index, result in enumerate(story.results)]
    wrong = [found for one in fit for found in one]
    yield from wrong
    if not wrong:
        yield from _coverage(subject, story)


def _answers(subject: Subject, story: Dilemma, index: int, result: Result) -> list[Finding]:
    loc: Loc = ("results", index)
    found = []
    if sorted(result.answers) != sorted(story.between):
        said = f"a result answers for {' and '.join(story.between)}, each once"
        found.append(subject.report("E059", loc, said))
    for chair, answer in result.answers.items():
        known = (
            [choice.choice for choice in story.desks[chair].choices] if chair in story.desks else []
        )
        if chair in story.desks and answer not in (*known, ANY):
            said = f'{chair} has no choice "{answer}"'
            hint = did_you_mean(answer, known)
            found.append(subject.report("E040", (*loc, chair), said, hint))
    return found


def _coverage(subject: Subject, story: Dilemma) -> Iterator[Finding]:
    first, second = story.between
    used: set[int] = set()
    for pair in product(story.desks[first].choices, story.desks[second].choices):
        wanted = {first: pair[0].choice, second: pair[1].choice}
        row = _row(story, wanted)
        if row is None:
            said = " and ".join(f"{chair}: {choice}" for chair, choice in wanted.items())
            yield subject.report("E052", ("results",), f"no result for {said}", key=True)
        else:
            used.add(row)
    for index in range(len(story.results)):
        if index not in used:
            yield subject.report(
                "W107", ("results", index), "results above this one take all its pairs"
            )


def _row(story: Dilemma, wanted: dict[str, str]) -> int | None:
    for index, result in enumerate(story.results):
        if all(result.answers[chair] in (choice, ANY) for chair, choice in wanted.items()):
            return index
    return None
