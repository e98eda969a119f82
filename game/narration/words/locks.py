"""Why something may not be done."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Plural, Template, Worded
from game.narration.words.table import range_told

LOCKS: Mapping[str, Template] = {
    "action.shut": "{why:upper}",
    "offer.no_partner": "An offer needs another partner at the table.",
    "offer.no_clause": "An offer needs at least one clause.",
    "offer.twice": "A clause can stand in an offer only once for each side that gives it.",
    "offer.too_many": "At most {most} clauses a side.",
    "clause.unknown": "There is no such clause.",
    "clause.not_given": "{clause:clause}: {giver:partner} can't give this to {to:partner}.",
    "clause.of_three": "{clause:clause}: this takes three; a chair that convenes puts it to two.",
    "convene.not_yours": "{partner:partner} has no standing to convene two others.",
    "convene.no_part": "Who convenes has a part in the paper: put in something that you give.",
    "convene.of_two": "{clause:clause}: what you get belongs on a paper of two.",
    "convene.fell_lately": (
        "Your last paper of three was declined; the next can be made from {ready:turn} on."
    ),
    "clause.range": Worded(("clause", "low", "high"), range_told),
    "clause.shut": "{clause:clause}: {why}",
    "clause.barred": "{clause:clause}: {why}",
    "clause.not_now": "not possible now.",
    "clause.runs_already": "{clause:clause}: a deal about it runs between you already.",
    "clause.done_lately": "{clause:clause}: it was done between you within the last two years.",
    "clause.parted_lately": "{clause:clause}: you parted over it within the last year.",
    "clause.year_over": "{clause:clause}: {year} is over.",
    "parting.no_deal": "You have no such deal in force.",
    "parting.left_already": "It has been cancelled already; the notice runs.",
    "parting.nothing_owed": "Nothing is owed to you under it.",
    "rung.shuts_two": "shut from rung {rung} up, {name:rung}, whichever of the two stands there.",
    "rung.shuts": "shut from rung {rung} up, {name:rung}, whoever stands there.",
    "ladder.notice_runs": (
        "Article 28 gives the partners twelve months from your notice; they still run."
    ),
    "ladder.on_ground": "You stand at its foot already.",
    "ladder.let_go": "What has been let go of can't be caught again.",
    "ladder.shipless": "You have no ship of your own to leave with.",
    "ladder.left": "You left.",
    "ladder.up_too_dear": "A step up needs {cost} capital; {held:held}.",
    "ladder.down_too_dear": "A step down needs {cost} capital; {held:held}.",
    "ladder.ends": "The ladder ends here: {name:rung}.",
    "action.barred": "Not possible as things stand.",
    "action.done_already": "Done already this turn.",
    "action.rests": Plural(
        "Done lately; possible again in {months} month.",
        "Done lately; possible again in {months} months.",
        "months",
    ),
    "lock.money": "Needs {cost} M; the treasury holds {held} M.",
    "lock.capital": "Needs {needed} capital; you have {held}.",
    "choice.unknown": "There is no such choice on this card.",
    "run.over": "The run is over.",
    "turn.of_other": "It is {partner:partner}'s turn to decide ({kind:slot}).",
    "agenda.no_clauses": "Only an offer has clauses.",
    "agenda.no_target": "Ending the agenda has no target.",
    "action.unknown": "There is no such action on your agenda, or it can't be aimed at that.",
    "ladder.one_step": "One step on the ladder a turn.",
    "offer.one_a_turn": "One outgoing offer a turn; yours is made.",
    "offer.refused_lately": (
        "{partner:partner} declined your last offer; the next can be made from {ready:turn} on."
    ),
    "offer.fell_lately": "The last deal between you fell at home; let it rest.",
    "offer.no_capital": "An offer needs 1 capital; you have none left this turn.",
    "offer.two_already": "{partner:partner} has two offers to think about already this turn.",
    "offer.nothing_left": "There is nothing left that the two of you could agree on now.",
    "table.offers_only": "Only an offer has an addressee and clauses.",
    "table.unknown": "There is no such move at the table.",
    "answer.no_addressee": "An answer has no addressee of its own.",
    "answer.of_three": "A paper of three is signed as it stands, or it falls.",
    "answer.brought": "A paper that was brought to you is signed as it stands, or sent back.",
    "answer.same_offer": "A counter-offer must differ from the offer.",
    "answer.counters_only": "Only a counter-offer has clauses of its own.",
    "answer.unknown": "There is no such answer.",
    "ratify.unknown": "Home can be paid, pressed or left; there is no such way.",
}
