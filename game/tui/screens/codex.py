"""The codex as a page: chapters and entries at the left, the text at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget

from game.content.records import Content
from game.narration.codex import Article, chapters
from game.rules.state import State
from game.text.language import _, pgettext
from game.tui.paint.codex import article_text
from game.tui.screens.sheet import Sheet, close_hint
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.hints import Hint
from game.tui.widgets.pane import Pane


class CodexSheet(Sheet):
    """Everything worth knowing, by chapters; in a game, as far as it is known by then."""

    NAME = "codex"

    def __init__(self, content: Content, seen: Callable[[], State | None] = lambda: None) -> None:
        """Show the codex of some content, as of the turn that is then seen; without one, all."""
        super().__init__(_("Codex"))
        self.content, self.seen = content, seen
        self.articles: list[Article | None] = []
        self.choices = Choices(classes="figures")
        self.choices.listen(self._show)
        self.text = Pane()

    def panes(self) -> Sequence[Widget]:
        """Return the list and the text."""
        return [Horizontal(self.choices, self.text, classes="sheet-body")]

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        entry, read = pgettext("key", "entry"), pgettext("key", "read")
        return ((_("up/down"), entry, ""), ("PgUp/PgDn", read, ""), close_hint())

    def paint(self) -> None:
        """Fill the list, the highlight where it was."""
        rows: list[Row] = []
        self.articles = []
        for chapter, articles in chapters(self.content, self.seen()):
            rows.append(Row(chapter, heading=True))
            self.articles.append(None)
            for article in articles:
                rows.append(Row(article.title))
                self.articles.append(article)
        place = self.choices.highlighted
        self.choices.show(rows, place if 0 < place < len(rows) else None)
        if not rows:
            self.text.show(_("Nothing is written here yet."))

    def _show(self, moved: bool) -> None:
        article = self.articles[self.choices.highlighted]
        if article is not None:
            self.text.show(article_text(self.content, article), article.title)

    @on(Choices.Chosen)
    def _done(self) -> None:
        self.action_close()
