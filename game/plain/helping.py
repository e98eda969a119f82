"""What `help` says: the words that work, and what they do."""

from __future__ import annotations

from game.text.language import N_

SAVING = N_("{save}: save now. {quit}: save and leave.")
UNDOING = N_("{undo}: take your latest decision back. {save}: save now. {quit}: save and leave.")
BRANCHING = N_("{branch} 3: go on in a new game from the start of turn 3; this one stays as it is.")
STATUS = N_("{status}: your figures. {station}: orbit, tanks, ships, coming flights.")
FLIGHTS = N_(
    "{flights}: flights, pads and docked ships in full. {power}: power, tunnel, debris and sun."
)
ABOARD = N_(
    "{crew}: who is aboard, and how they get home. {deals}: what is signed or promised; who is "
    "open."
)
ADVICE = N_("{advice}, or {advice} {station}: how often your advisers were right, and of what.")
CODEX = N_("{codex}: which entries the codex has. {codex} {kourou}: hear the one of that title.")
PEOPLE = N_("{news}: this turn's news again. {people}: who leads, who advises, who is aboard.")
HELP = (
    N_("Type the number of what you choose, or its first words."),
    N_("These work at every question:"),
    N_(
        "{look}: hear the question again. {list}: hear the numbered choices again; {list} {home}: "
        "those of one group."
    ),
    N_("{preview}, or {preview} 2: hear what the choices, or choice 2, would do."),
    STATUS,
    FLIGHTS,
    N_("{aims}: what you are here for, how you are judged, how it can end."),
    N_("{danger}: what will come unless somebody acts, when, and what helps."),
    ABOARD,
    N_("{leaving}: what it would cost if somebody left, and what each rung of the ladder shuts."),
    N_("{votes}: the elections and budgets coming at home, how they stand, what they would do."),
    N_(
        "{why} {tension}: why a figure has moved, in reasons that add up. {why} {tension} 3: in "
        "turn 3."
    ),
    ADVICE,
    N_("{came}: what came of your offers, votes, risks and dilemmas, in this turn and the last."),
    N_("{chronicle}, or {chronicle} 3: what happened in this turn, or in turn 3."),
    CODEX,
    N_(
        "{lessons}: hear this scenario's lessons again. {lessons} {skip}: pass the one you are at "
        "over. {lessons} {off}: hear no more of them."
    ),
    N_("{scenes}: which turning points there were. {scene} 2: hear the second of them again."),
    N_("{scenes} {all}, {scenes} {great}, {scenes} {none}: which of them are told at length."),
    N_("{speech} {terse}, {speech} {normal}, {speech} {full}: how much is read out."),
    PEOPLE,
    N_("{leaders}: who holds the offices, what they want and weigh, how they have answered you."),
    N_("{trend} {tension}: how a figure has gone, turn by turn."),
    N_("{advisers}: what your advisers think of what is asked, in their words."),
    N_("{records}: what finished runs left beside history, and which endings you have seen."),
    UNDOING,
    BRANCHING,
    N_("{report}: write a report of the run so far beside the saves."),
    N_("The game saves itself after every decision."),
)

ASHORE = {
    STATUS: N_("{status}: your figures. {place}: what is built, and who is there."),
    FLIGHTS: "",
    ABOARD: N_("{deals}: what is signed or promised; who is open."),
    ADVICE: N_("{advice}: how often your advisers were right, and of what."),
    CODEX: N_("{codex}: which entries the codex has; with a title after it, that one."),
    PEOPLE: N_("{news}: this turn's news again. {people}: who leads, who advises."),
}
"""Where no station flies: what is said instead of a line; nothing of what there isn't."""

OFFERING = {
    "remove": N_("{remove} 1: take clause 1 out of your draft."),
    "sum": N_("{sum}: what the offer is worth to each side, line by line."),
    "home": N_("{home}: how the homes vote on the offer, your factions clause by clause."),
    "work": N_("{work}: the smallest change that would make it worth signing for who is to sign."),
    "send": N_("{send}: put your draft to the other side."),
    "back": N_("{back}: leave the draft; nothing is sent."),
}
"""Words that work at some questions alone, which name them, and what they do."""
TYPED = {
    word: word
    for word in (
        "look", "list", "preview", "status", "station", "flights", "power", "danger",
        "crew", "deals", "leaving", "votes", "why", "tension", "advice", "came", "chronicle",
        "codex", "kourou", "lessons", "off", "skip", "scenes", "scene", "all", "great", "none",
        "undo", "save", "quit", "branch", "report", "remove", "sum", "home", "work",
        "send", "back", "end", "help",
        "aims", "records", "speech", "terse", "normal", "full", "news", "people", "trend",
        "advisers", "leaders",
    )
}  # fmt: skip
"""What is typed, the same in every language; `tension` is a figure's path, `kourou` an entry."""
