"""What the guide says of who holds an office, what they weigh, want and refuse. Data alone."""

from __future__ import annotations

LEADER_FIELDS = {
    "leader.office": "The office held.",
    "leader.real": "A real person, named only as long as history is followed.",
    "leader.from": "The first day in office.",
    "leader.to": "The last day in office.",
    "leader.persona": "What the leader weighs, unseen by others; 100 is neutral, 40 to 180 usual.",
    "leader.relative_gains": "Points that an offer loses at most by which the other side gains far "
                             "more than the office.",
    "leader.wants": "Points by clause, for what the office wants to get or to share.",
    "leader.red_lines": "Clauses that the office doesn't give or share.",
    "leader.patience": "How often in a year it bears that what suits both is turned down.",
    "redline.until": "The first day on which it would; left out, it never does.",
    "persona.bluff": "How vague and how slanted public reports of their weights and approvals are.",
    "persona.risk": "How much they dare.",
}  # fmt: skip
