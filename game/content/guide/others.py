"""What the guide says of names that expressions know and that are no figures."""

from __future__ import annotations

OTHER_NAMES = (
    ("`date`", "a day", "The first day of the turn; compare it with `date(\"2022-10\")`."),
    ("`hatch`", "a word", "`\"open\"`, `\"closed\"` or `\"gone\"`."),
    ("`prk`", "a word", "The tunnel's hatch: `\"open\"`, `\"sealed\"` (but for unloading) or "
     "`\"shut\"` for good."),
    ("`usos_alone`, `ros_alone`", "a word", "What becomes of a half by itself, told at the end: "
     "`\"crewed\"`, `\"empty\"`, `\"lowered\"` (steered down), `\"falling\"`; until then "
     "`\"together\"`."),
    ("`zarya`", "a word", "Where Zarya went when the halves parted: `\"american\"`, "
     "`\"russian\"` (by a deal), `\"taken\"` (against the title); until then `\"shared\"`."),
    ("`loss.<partner>`", "points", "What the own side would lose if that partner left now, 0 to "
     "100; `nasa.loss.esa` of another's."),
    ("`level`", "a word", "`\"liaison\"`, `\"director\"` or `\"cold\"`."),
    ("`hazards`", "a word", "`\"dated\"` or `\"seeded\"`."),
    ("`scenario`", "a word", "The id of the scenario that is played."),
    ("`leader`", "a word", "The id of the own leader; `nasa.leader` of another's."),
    ("`restless`", "a word", "The id of the own faction that turns restless this turn, or `\"\"`; "
     "`nasa.restless` of another's."),
    ("`target`", "a number", "In an action aimed at a faction or an outside option: where it "
     "stands now."),
    ("`flag.<flag>`", "yes/no or a number", "A flag that some pack declares."),
    ("`happened.<event>`", "yes/no", "Whether an event or dilemma has come up."),
    ("`deal.<clause>`", "yes/no", "Whether a deal with it is in force between anybody."),
    ("`deal.<clause>.<partner>`", "yes/no", "Whether that partner takes part in one."),
    ("`whole.<thread>`", "yes/no", "Whether history has been followed in a thread: "
     "`commitments`, `crews`, `hardware`, `leaders`, `swaps`, `war`."),
    ("`in_chair.<partner>`", "yes/no", "Whether the scenario has that chair."),
    ("`commander.<partner>`", "yes/no", "Whether somebody of that partner commands."),
    ("`notice.<partner>`", "yes/no", "Whether its twelve months' notice runs."),
    ("`amount`", "a whole number", "In a clause: the amount in the deal."),
)  # fmt: skip
"""Names of expressions that aren't figures: name, what it is, what it means."""
