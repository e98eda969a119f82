"""What the guide says of outside options, the ladder, stakes and of separation. Data alone."""

from __future__ import annotations

LADDER_FIELDS = {
    "outsideoption.drift": "Points a year without anybody's help.",
    "outsideoption.invest": "Million USD an invest step.",
    "outsideoption.gain": "Points an invest step.",
    "outsideoption.milestones": "What happens on the way, rising marks.",
    "milestone.at": "The mark, in per cent of progress.",
    "partner.share": "What it pays of its half's common costs, per mille.",
    "partner.works": "What it keeps running; the others miss it when it leaves.",
    "work.usos": "Points that the American half loses without it.",
    "work.ros": "Points that the Russian half loses without it.",
    "rung.number": "Its place on the ladder.",
    "rung.text": "What it means, one line.",
    "rung.climb": "Capital that a step up to it costs.",
    "rung.descend": "Capital that a step down from it costs.",
    "rung.face": "Standing that a step down from it loses.",
    "rung.clauses": "What can't be signed, and is suspended, between two of whom one stands "
                    "here or higher.",
    "rung.actions": "What can't be done then; without a partner as target, while anybody stands "
                    "here or higher.",
    "accident.from": "The lowest rung on which it happens; the highest standing counts.",
    "accident.odds": "Per cent a quarter on that rung, and as much more on each higher one.",
    "outsideoption.eases": "By stake, how much of that loss it makes good when it is complete, "
                           "per cent.",
}  # fmt: skip

LADDER_NAMES = (
    ("`usos_alone`, `ros_alone`", "a word", "What becomes of a half by itself, told at the end: "
     "`\"crewed\"`, `\"empty\"`, `\"lowered\"` (steered down), `\"falling\"`; until then "
     "`\"together\"`."),
    ("`zarya`", "a word", "Where Zarya went when the halves parted: `\"american\"`, "
     "`\"russian\"` (by a deal), `\"taken\"` (against the title); until then `\"shared\"`."),
    ("`loss.<partner>`", "points", "What the own side would lose if that partner left now, 0 to "
     "100; `nasa.loss.esa` of another's."),
)  # fmt: skip
