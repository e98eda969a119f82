"""What the guide says of the keys of clauses. Data alone."""

from __future__ import annotations

CLAUSE_FIELDS = {
    "clause.text": "What the parties agree to.",
    "clause.shape": "`mutual`: both do it; `given`: one gives and the other gets; `joint`: all "
    "three of a paper do it, hosted by a chair that convenes (`convenes:` of the "
    "scenario). Of a joint clause `self` is the host, and there is no `target` but "
    "in `gains`, `costs` and `each`.",
    "clause.covers": "A guarantee, million USD: when the paper is broken the host owes it to "
    "whoever was wronged, and has it back from whoever broke it.",
    "clause.counts_as": "Clauses that are in force with it for conditions: `deal.seat_swap`.",
    "clause.each": "What signing does for either side, `self`, `target` being the other; of a "
    "joint clause for either of the two whom the host convenes.",
    "clause.givers": "Who can give it.",
    "clause.receivers": "Who can get it; for a mutual clause the same partners.",
    "clause.topic": "By which topic a leader weighs it.",
    "clause.amount": "What is counted, and how much may stand in a deal.",
    "clause.months": "How many months it runs, a number or by `amount`; 0: done when signed.",
    "clause.until_year": "Whether it runs until the year that is its amount is over.",
    "clause.notice": "Months of notice that cancelling it takes.",
    "clause.price": "Points of standing that cancelling costs who is to deliver it.",
    "clause.while": "What has to hold in a month for it to be delivered; else it rests, and who "
    "gives it isn't to blame: it goes on so much longer.",
    "clause.idle": "Why it rests then, in a sentence.",
    "clause.needs": "What must hold for it to be offered: `self` gives, `target` gets.",
    "clause.after": "What stays, told when a deal with it runs out.",
    "clause.gains": "What it is worth to who gets it (mutual: to each), by partner or `any`; to "
    "who hosts it, `host`. "
    "0 to 20 is usual.",
    "clause.costs": "What it costs who gives it (mutual: each), by partner, `any` or `host`.",
    "clause.sign": "What happens when it is signed: `self` gives, `target` gets.",
    "clause.monthly": "What happens each month while it runs; it rests in a month for which who "
    "gives it can't pay.",
    "clause.holds": "What is added to figures while it is in force, and given back when it isn't.",
    "clause.at_least": "What figures don't fall below while it is in force.",
    "clause.ends": "What happens when it ends, in whichever way: what signing did is undone here.",
    "clause.mood": "How the signatories' factions take it, by topic.",
    "clause.home": "What a faction makes of it when the deal is ratified, besides its likes times "
    "`mood`: points by faction.",
    "clause.witness": "What it is to a partner that only watches: by partner, else `ally` (shares "
    "a segment with one of the two), `outsider` (with neither), or `any`. A "
    "breach turns it round, towards who breaks it.",
    "watching.trust": "By how much the watcher trusts each of the two more or less.",
    "watching.mood": "How the watcher's own factions take it, by topic.",
    "clause.breach": "What a breach does besides the usual; `self` breaks it.",
    "unit.unit": "What is counted: flights, tonnes, a year.",
    "unit.low": "The least that may stand in a deal.",
    "unit.high": "The most.",
}
