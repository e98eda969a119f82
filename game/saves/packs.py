"""The packs that a save was made with, beside those that are loaded now."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Content
from game.saves.record import PackMark, Record
from game.text.language import N_, _

ADD_PACK = N_(
    "It isn't loaded: enable it, as in `handshake pack enable my_pack`, or put `--pack` and the "
    "pack's folder after the command, as in `handshake continue --pack my_pack`."
)


def marks(content: Content) -> list[PackMark]:
    """Return what a save remembers of the loaded packs."""
    return [
        PackMark(id=p.id, title=p.title, version=p.version, rules=p.rules, text=p.text)
        for p in content.packs
    ]


def missing(content: Content, record: Record) -> tuple[str, ...]:
    """Return which of the save's packs aren't loaded, and in which version it had them."""
    loaded = {pack.id for pack in content.packs}
    return tuple(
        _(
            "the pack {title} ({id}), version {version}",
            title=mark.title,
            id=mark.id,
            version=mark.version,
        )
        for mark in record.packs
        if mark.id not in loaded
    )


def differences(content: Content, record: Record) -> tuple[str, ...]:
    """Return how the loaded packs' rules differ from the save's, in words; empty when they don't.

    Only rules count: a mended text spoils no save.
    """
    return tuple(_differences(content, record))


def _differences(content: Content, record: Record) -> Iterator[str]:
    now = {pack.id: pack for pack in content.packs}
    then = {pack.id: pack for pack in record.packs}
    for name, mark in then.items():
        if name not in now:
            yield _("the pack {title} ({id}) isn't loaded, version {version}",
                    title=mark.title, id=name, version=mark.version)  # fmt: skip
        elif now[name].rules != mark.rules:
            yield _("the pack {title} ({id}) has other rules than {version} had then",
                    title=mark.title, id=name, version=mark.version)  # fmt: skip
    for name, pack in now.items():
        if name not in then:
            yield _("the pack {title} ({id}) is new", title=pack.title, id=name)
