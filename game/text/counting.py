"""Numbers and articles with their nouns, so that no sentence says `1 months` or `a event`."""

from __future__ import annotations

VOWELS = tuple("aeiou")


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Return a number with its noun, the plural (`nouns`, or with an s) unless it is one."""
    return f"{number} {noun if abs(number) == 1 else nouns or f'{noun}s'}"


def with_article(noun: str) -> str:
    """Return a noun, as one reads it, with `a` or `an` before it."""
    said = noun.lower()
    vowel = said.startswith(VOWELS) and not said.startswith(("us", "uni", "one", "eu"))
    return f"{'an' if vowel else 'a'} {noun}"
