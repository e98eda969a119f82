"""Who holds an office: a checked leader becomes the record that the rules read."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler, day
from game.content.definitions import world


def leader(c: Compiler, id_: str, d: world.Leader) -> r.Leader:
    """Return a holder of an office."""
    persona = d.persona.model_dump()
    return r.Leader(
        id_, c.partner(d.partner), d.name, d.office, d.real, persona, c.text(d.text),
        relative_gains=d.relative_gains,
        wants={c.id(clause, "clause"): points for clause, points in d.wants.items()},
        red_lines={
            c.id(line.clause, "clause"): day(line.until).toordinal() if line.until else 0
            for line in d.red_lines
        },
        patience=d.patience,
    )  # fmt: skip
