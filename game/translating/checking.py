"""What is wrong with a catalogue, or missing in it, against the texts of the game."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.languages.catalogue import Catalogue, Translated, placeholders
from game.text.shapes import CONTEXT, bare, form_of
from game.translating.entry import Entry

MISSING = "missing"
"""What isn't translated yet: the one thing that is no mistake."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is told in English for all the catalogue says, or is told incompletely.

    `what` is `missing`, `changed` (the English is another now), `unknown` (nothing in the game
    says so), `unusable` or `lacking` (a placeholder of the English, or all words in a form that is
    asked for); `line` is the catalogue's.
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
    words = {one.english for one in known.values()}
    plain = [one for one in catalogue.entries if not one.context.startswith(CONTEXT)]
    inflected = [one for one in catalogue.entries if one.context.startswith(CONTEXT)]
    found = [problem for one in plain for problem in _wrong(one, known, contexts)]
    found += [_nobody(one) for one in inflected if one.english not in words]
    done = {one.key for one in catalogue.entries}
    missing = (Problem(MISSING, *key) for key in known if key not in done)
    return Checked(len(known), (*found, *_formless(plain, inflected), *missing))


def _nobody(one: Translated) -> Problem:
    return Problem(
        "unknown", one.context, one.english, one.line, "nothing in the game is so called"
    )


def _formless(plain: Iterable[Translated], inflected: Iterable[Translated]) -> Iterator[Problem]:
    """Yield each translation that asks for a form in which the catalogue gives no word at all."""
    given = {one.context.removeprefix(CONTEXT) for one in inflected}
    for one in plain:
        asked = (form_of(name) for told in one.forms for name in placeholders(told))
        for form in dict.fromkeys(form for form in asked if form and form not in given):
            why = f"no word is given in the form {form}, as an entry of the context {CONTEXT}{form}"
            yield Problem("lacking", one.context, one.english, one.line, why)


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
    told = {bare(name) for form in one.forms for name in placeholders(form)}
    return next((name for name in placeholders(one.english) if name not in told), "")
