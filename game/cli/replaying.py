"""`handshake replay`: a save's decisions played again."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from pathlib import Path

from game.cli.keeping import content_of
from game.saves.store import Store
from game.session.keeping import verify
from game.text.language import _, ngettext


def run(save: str, json: bool, packs: Sequence[Path]) -> None:
    """Verify a save and say so. Raises SaveError, with the turn, when it doesn't replay."""
    store = Store()
    record = store.load(save)
    session = verify(content_of(record, packs), record, str(store.path(save)))
    report = {
        "save": save,
        "decisions": len(session.decisions),
        "turns": session.state.turn,
        "chain": session.chain[-1],
        "hindsight": session.hindsight,
    }
    if json:
        print(dumps(report))
    else:
        taken = ngettext("{n} decision", "{n} decisions", len(session.decisions))
        turns = ngettext("{n} turn", "{n} turns", session.state.turn)
        print(
            _(
                "Verified: {decisions} over {turns} lead to the saved state. Last link {link}.",
                decisions=taken,
                turns=turns,
                link=report["chain"],
            )
        )
