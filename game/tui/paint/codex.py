"""An entry of the codex, with where it is known from."""

from __future__ import annotations

from textual.content import Content as Text

from game.content.records import Content
from game.narration.codex import Article, source_text
from game.text.language import _
from game.tui import ink


def article_text(content: Content, article: Article) -> Text:
    """Return an entry with its sources."""
    parts = [Text(ink.flow(article.text))]
    if article.sources:
        parts += [Text(""), ink.heading(_("Sources"))]
        parts += [ink.dim(source_text(content, source)) for source in article.sources]
    return ink.lines(parts)
