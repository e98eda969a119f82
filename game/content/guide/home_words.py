"""What the guide says of the keys of what comes at home. Data alone."""

from __future__ import annotations

HOME_FIELDS = {
    "clause.stays": "What has to go on being so for it to be worth something; where it is seen to "
                    "end within two turns, that is said before anybody signs.",
    "grievance.faction": "Who minds it; `self` is its partner.",
    "grievance.name": "What it is restless about, as it stands after \"about\": no full stop.",
    "grievance.when": "While this holds it may turn restless about it.",
    "grievance.settled": "What settles it; left out: that `when` no longer holds.",
    "grievance.settles": "The same in words, for players.",
    "grievance.points": "Points of approval that it withdraws as the turn ends, if it isn't "
                        "settled; the scenario's `weariness` adds to them as years go.",
    "faction.restless": "What it asks in general when it is restless: no full stop.",
    "weariness.since": "The day from which home minds what is open more than at first.",
    "weariness.months": "In how many months it minds it by a point more.",
    "weariness.most": "The most points that come on top of a grievance's own.",
    "vote.partner": "Whose home votes; `self` in counts and effects.",
    "vote.text": "What hangs on it, a sentence or two.",
    "vote.dates": "The days on which it is held, each as the turn ends that holds it.",
    "vote.ahead": "How many months before it its chair is told; four turns at least.",
    "vote.counts": "The lines of its sum; the chair reads them, as they stand, at any time.",
    "vote.results": "What it comes to, the best first; the last, without `at`, is all the rest.",
    "voteresult.at": "The least sum for it.",
    "voteresult.headline": "One sentence for the chronicle; of several another one each time.",
    "voteresult.effects": "What comes of it.",
}  # fmt: skip
