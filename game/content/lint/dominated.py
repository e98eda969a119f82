"""Choices that nobody has a reason to make: another of the desk is as good in everything.

As good in every figure, by the way that each is good and whatever it is by then, and dearer in
none. What a choice does beside moving figures, money and moods has to be the same for both; one
that is asked for later has a meaning of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from game.content.definitions.figures import Figure
from game.content.definitions.stories import Choice, Desk, Dilemma, Story
from game.content.definitions.world import Faction, OutsideOption
from game.content.effects.figures import Shift
from game.content.effects.home import Earn, Mood, Spend
from game.content.figures import usual_figures
from game.content.findings import Finding
from game.content.lint.never import Known, Range, known_of, reach
from game.content.lint.subject import Subject
from game.content.past import key
from game.content.paths import pattern_of
from game.content.records.content import STATION

Goods = Mapping[str, str]
"""Which way each figure is good, by its pattern: `up`, `down` or `none`."""
UP, DOWN = "up", "down"


@dataclass(slots=True)
class Moved:
    """By how much a choice moves something: a number, and expressions each so often."""

    by: int = 0
    texts: Counter[str] = field(default_factory=Counter)

    def add(self, amount: int | str, times: int = 1) -> None:
        """Move it by so many times an amount more."""
        if isinstance(amount, int):
            self.by += amount * times
        else:
            self.texts[amount] += times


@dataclass(slots=True)
class Effect:
    """What a choice does: to what, by figure or faction, and otherwise, as it is written."""

    moved: dict[str, Moved] = field(default_factory=dict)
    otherwise: tuple[object, ...] = ()

    def of(self, what: str) -> Moved:
        """Return by how much it moves something."""
        return self.moved.setdefault(what, Moved())


def check(subjects: Sequence[Subject], asked: Collection[str]) -> Iterator[tuple[Subject, Finding]]:
    """Yield the choices of cards that another choice beats; `asked` are those asked for later."""
    goods = _goods(subjects)
    for subject in subjects:
        story, home = subject.defined.model, goods.get(subject.home, goods[STATION])
        if isinstance(story, Story) and not isinstance(story, Dilemma):
            for chair, desk in story.desks.items():
                for one in _of_desk(subject, chair, desk, home, asked):
                    yield subject, one


def _goods(subjects: Sequence[Subject]) -> dict[str, Goods]:
    """Return, by world, which way figures are good there."""
    found: dict[str, dict[str, str]] = {}
    for subject in subjects:
        if isinstance(model := subject.defined.model, Figure):
            found.setdefault(subject.home, {})[model.path] = model.good
    if STATION not in found:
        found[STATION] = {one.path: one.good for one in usual_figures()}
    return {world: found[STATION] | own for world, own in found.items()}


def _of_desk(
    subject: Subject, chair: str, desk: Desk, goods: Goods, asked: Collection[str]
) -> Iterator[Finding]:
    partner = subject.find(chair, "partner") or chair
    able = [
        (n, choice, _effect(subject, partner, choice))
        for n, choice in enumerate(desk.choices)
        if key("chose", subject.defined.id, choice.choice, partner) not in asked
    ]
    beaten: set[int] = set()
    for (_, better, its), (n, worse, others) in permutations(able, 2):
        if n in beaten or not _opens(better, worse) or its.otherwise != others.otherwise:
            continue
        if _beats(subject, partner, goods, (better, its), (worse, others)):
            beaten.add(n)
            said = f'"{better.choice}" is as good in everything and better in something'
            yield subject.report("W124", ("desks", chair, "choices", n), said)


def _opens(better: Choice, worse: Choice) -> bool:
    """Return whether a choice can be made wherever another can."""
    return better.needs in (None, worse.needs) and better.capital <= worse.capital


def _effect(subject: Subject, chair: str, choice: Choice) -> Effect:
    """Return what a choice does."""
    found, rest = Effect(), list[object]()
    for written in choice.effects:
        if isinstance(written, Shift):
            for path, amount in written.shift.items():
                found.of(_key(subject, path, chair)).add(amount)
        elif isinstance(written, Spend):
            found.of(f"{chair}.treasury").add(written.spend, -1)
        elif isinstance(written, Earn):
            found.of(f"{chair}.treasury").add(written.earn)
        elif isinstance(written, Mood):
            _please(subject, chair, written, found)
        else:
            rest.append(written)
    found.otherwise = (rest, choice.outcomes, sorted(choice.breaks))
    return found


def _key(subject: Subject, path: str, chair: str) -> str:
    name = subject.library.names.resolve(path)
    return name.key.replace("{self}", chair) if name else path


def _please(subject: Subject, chair: str, mood: Mood, found: Effect) -> None:
    """Move each of a chair's factions by what it likes of the topics."""
    factions = subject.world.objects.of("faction")
    for id_ in (id_ for id_, owner in subject.world.owners.items() if owner == chair):
        model = factions[id_].model
        assert isinstance(model, Faction)
        for topic, amount in mood.mood.items():
            likes = model.likes.get(topic, 0)
            if likes:
                found.of(f"{chair}.faction.{id_}").add(amount, likes)


def _beats(
    subject: Subject, chair: str, goods: Goods, better: tuple[Choice, Effect],
    worse: tuple[Choice, Effect],
) -> bool:  # fmt: skip
    """Return whether a choice is nowhere worse than another, and somewhere better."""
    known, ahead = known_of(subject), better[0].capital < worse[0].capital
    for what in {*better[1].moved, *worse[1].moved}:
        low, high = _difference(subject, better[1].of(what), worse[1].of(what), known)
        way = _way(subject, chair, what, goods)
        if way == DOWN:
            low, high = -high, -low
        if low < 0 or (high > 0 and way not in (UP, DOWN)):
            return False
        ahead = ahead or high > 0
    return ahead


def _difference(subject: Subject, one: Moved, other: Moved, known: Known) -> Range:
    """Return the least and the most by which one moves something further than another."""
    low = high = one.by - other.by
    for text in {*one.texts, *other.texts}:
        times = one.texts[text] - other.texts[text]
        expression = subject.library.check(text, "int")[0] if times else None
        if expression is not None:
            ends = [times * end for end in reach(expression.tree, known)]
            low, high = low + min(ends), high + max(ends)
    return low, high


def _way(subject: Subject, chair: str, what: str, goods: Goods) -> str:
    """Return which way something is good for a chair: nothing where that is another's matter."""
    head, _, rest = what.partition(".")
    option = subject.world.objects.of("outside_option").get(rest) if head == "option" else None
    if option is not None and isinstance(option.model, OutsideOption):
        owner = subject.world.objects.find(("partner",), option.model.owner, option.pack)
        return goods.get(pattern_of(what), "") if owner == chair else ""
    others = head in subject.world.deciding and head != chair
    if others and rest != f"trust.{chair}":
        return ""
    return goods.get(pattern_of(what), "")
