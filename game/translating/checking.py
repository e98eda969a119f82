"""What is wrong with a catalogue, or missing in it, against the texts of the game."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.languages.catalogue import Catalogue, Translated, placeholders
from game.translating.entry import Entry

MISSING = "missing"
"""What isn't translated yet: the one thing that is no mistake."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is told in English for all the catalogue says, or is told incompletely.

    `what` is `missing`, `changed` (the English is another now), `unknown` (nothing in the game
    says so), `unusable` or `lacking` (a placeholder of the English); `line` is the catalogue's.
    """

    what: str
    context: str
    english: str
    line: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that was found, what is missing last; `texts` is how many there are in all."""

    texts: int
    problems: tuple[Problem, ...]

    @property
    def missing(self) -> tuple[Problem, ...]:
        """The texts that have no translation."""
        return tuple(one for one in self.problems if one.what == MISSING)

    @property
    def sound(self) -> bool:
        """Whether all that is translated is told as it stands."""
        return len(self.missing) == len(self.problems)


def check(catalogue: Catalogue, texts: Iterable[Entry]) -> Checked:
    """Return what is wrong with a catalogue against these texts, and what it lacks of them."""
    known = {one.key: one for one in texts}
    several = Counter(one.context for one in known.values())
    contexts = {one.context: one.english for one in known.values() if several[one.context] == 1}
    found = [problem for one in catalogue.entries for problem in _wrong(one, known, contexts)]
    done = {one.key for one in catalogue.entries}
    missing = (Problem(MISSING, *key) for key in known if key not in done)
    return Checked(len(known), (*found, *missing))


def _wrong(
    one: Translated, known: dict[tuple[str, str], Entry], contexts: dict[str, str]
) -> Iterator[Problem]:
    place = (one.context, one.english, one.line)
    if one.key not in known:
        if one.context in contexts:
            yield Problem("changed", *place, f'the English is now "{contexts[one.context]}"')
        else:
            yield Problem("unknown", *place, "nothing in the game says so")
    elif one.wrong:
        yield Problem("unusable", *place, one.wrong)
    elif lacking := _lacking(one):
        yield Problem("lacking", *place, f"{lacking} of the English is left out")


def _lacking(one: Translated) -> str:
    """Return a placeholder of the English that no form of the translation has, or nothing.

    Where there are several forms, some may well do without the number.
    """
    told = {name for form in one.forms for name in placeholders(form)}
    return next((name for name in placeholders(one.english) if name not in told), "")
