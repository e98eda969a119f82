"""The codex in plain text: which entries there are, and one of them with its sources."""

from __future__ import annotations

from collections.abc import Iterator

from game.narration.codex import BETWEEN, Article, chapters, source_text
from game.session import Session
from game.text.language import _
from game.text.near import did_you_mean


def codex_report(session: Session, chair: str, asked: str) -> Iterator[str]:
    """Yield the titles by chapter, or an entry whose title holds what is asked for."""
    found = list(chapters(session.content, session.view(chair)))
    if asked:
        yield from _entry(session, [one for _title, several in found for one in several], asked)
        return
    for title, articles in found:
        yield _("{title}: {names}.", title=title, names="; ".join(a.title for a in articles))


def _entry(session: Session, articles: list[Article], asked: str) -> Iterator[str]:
    titles = {one.title.casefold(): one for one in articles}
    wanted = asked.casefold()
    name = min((t for t in titles if wanted in t), key=lambda t: (t != wanted, len(t)), default="")
    if not name:
        near = did_you_mean(wanted, titles)
        said = _("There is no entry {name}.", name=repr(asked))
        yield f"{said} {near[:1].upper()}{near[1:]}".strip()
        return
    yield f"{titles[name].title}."
    yield from (" ".join(one.split()) for one in titles[name].text.split(BETWEEN))
    for source in titles[name].sources:
        yield _("Source: {source}", source=source_text(session.content, source))
