"""The codex: everything that has a name and a text, with where it is known from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content as Text

from game.content.records import Content
from game.text.language import _
from game.tui import ink


@dataclass(frozen=True, slots=True)
class Article:
    """One entry."""

    title: str
    text: str
    sources: tuple[str, ...] = ()


def chapters(content: Content) -> Iterator[tuple[str, Sequence[Article]]]:
    """Yield the chapters that have anything in them."""
    told = [Article(c.title, c.text, c.sources) for c in content.codex.values()]
    found: Iterable[tuple[str, list[Article]]] = (
        (_("How it is"), told),
        (_("Partners"), [Article(p.name, p.text) for p in content.partners.values()]),
        (_("Leaders"), [Article(x.name, x.text) for x in content.leaders.values()]),
        (_("Factions"), [Article(x.name, x.text) for x in content.factions.values()]),
        (_("Ships"), [Article(v.name, v.text) for v in content.vehicles.values()]),
        (_("Clauses"), [Article(c.name, c.text) for c in content.clauses.values()]),
        (_("Actions"), [Article(a.name, a.text) for a in content.actions.values()]),
        (_("Outside options"), [Article(o.name, o.text) for o in content.options.values()]),
        (_("Scenarios"), [Article(s.name, s.text) for s in content.scenarios.values()]),
    )
    for title, articles in found:
        kept = [article for article in articles if article.text.strip()]
        if kept:
            yield title, kept


def article_text(content: Content, article: Article) -> Text:
    """Return an entry with its sources."""
    parts = [Text(ink.flow(article.text))]
    if article.sources:
        parts += [Text(""), ink.heading(_("Sources"))]
        parts += [ink.dim(_source(content, source)) for source in article.sources]
    return ink.lines(parts)


def _source(content: Content, key: str) -> str:
    source = content.sources.get(key)
    if source is None:
        return key
    return f"{key}  {source.publisher}, {source.date}: {source.title or source.text}"
