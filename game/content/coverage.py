"""Which items of the five source articles the content uses, and why not where it doesn't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.content.checking import Defined
from game.content.definitions.world import Unused
from game.content.fields import Ref
from game.content.load import Checked

ITEMS_OF_ARTICLES = (18, 22, 29, 20, 23)
"""How many items each article holds; their ids are A0-01 to A4-23."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """By item: which objects cite it, or the declared reason why none does."""

    cited: Mapping[str, tuple[str, ...]]
    excused: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Items that nothing cites and nobody excuses."""
        return tuple(item for item, by in self.cited.items() if not by and item not in self.excused)

    def render(self) -> str:
        """Return a report: counts, excused items with reasons, and what is missing."""
        used = sum(1 for by in self.cited.values() if by)
        lines = [f"{used} of {len(self.cited)} article items are cited."]
        lines += [f"{item}: {', '.join(by)}" for item, by in self.cited.items() if by]
        lines += [f"{item}: not used. {reason}" for item, reason in self.excused.items()]
        lines += [f"{item}: neither cited nor excused" for item in self.missing]
        return "\n".join(lines)


def article_items() -> tuple[str, ...]:
    """Return the ids of all items of the articles."""
    return tuple(
        f"A{article}-{number:02d}"
        for article, count in enumerate(ITEMS_OF_ARTICLES)
        for number in range(1, count + 1)
    )


def _cited(defined: Defined) -> Iterable[str]:
    """Return what an object cites, in whatever place, each once."""
    marked = ((visit.marker, str(visit.value)) for visit in defined.visits)
    return dict.fromkeys(
        name for marker, name in marked if isinstance(marker, Ref) and "source" in marker.kinds
    )


def coverage(checked: Checked) -> Coverage:
    """Return how far checked content covers the articles; objects are written `kind id`."""
    cited: dict[str, list[str]] = {item: [] for item in article_items()}
    excused: dict[str, str] = {}
    for defined in checked.objects.each():
        if isinstance(defined.model, Unused):
            excused[defined.id] = defined.model.reason
            continue
        for source in _cited(defined):
            if source in cited:
                cited[source].append(f"{defined.kind} {defined.id}")
    by = {item: tuple(objects) for item, objects in cited.items()}
    return Coverage(by, {item: why for item, why in excused.items() if not by.get(item)})
