"""An example of every effect for the guide, and what its one line leaves out. Data alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """An effect's example, and whatever its one line leaves out."""

    example: str
    more: str = ""


EFFECTS_SAID = {
    "shift": Said("shift: {tension: 2, roscosmos.trust.nasa: 5}",
                  "Figures stay within their ranges."),
    "assign": Said("assign: {commitment: 2028}"),
    "spend": Said("spend: 90", "A choice that can't be paid is locked. Less than 0 is 0."),
    "earn": Said('earn: "income // 2"', "Less than 0 is 0."),
    "mood": Said("mood: {peace: 2, defiance: -1}",
                 "Each moves by what it likes times the number: the usual way."),
    "flag": Said("flag: {pad_31_lost: true}",
                 "A yes/no takes `true` or `false`, a number an amount: `{nights: \"flag.nights + "
                 "1\"}` counts one up."),
    "word": Said("word: {prk: sealed}"),
    "schedule": Said("schedule: {event: a_hole_has_two_sides, in_months: 3}"),
    "cancel": Said("cancel: a_hole_has_two_sides"),
    "flight": Said("flight: {vehicle: soyuz, crew: none, as: rescue, in_days: 74}",
                   "`as` is the name by which later effects know it; such a flight is paid for "
                   "already. `name` is what players call it, where a type and a number won't do."),
    "delay": Said("delay: {flight: next_crew, of: roscosmos, days: 30}",
                  "The flight is `next_crew`, `next_cargo` or a name given with `as`."),
    "harm": Said("harm: {vehicle: ship, fault: coolant}", "Its seats no longer count."),
    "mend": Said("mend: {vehicle: docked soyuz}"),
    "liner": Said("liner: {people: stranded, vehicle: docked crew_dragon}",
                  "For one `person`, or for up to two people without a seat."),
    "extend": Said("extend: {vehicle: ship, days: 60}"),
    "recall": Said("recall: {of: nasa}"),
    "reboost": Said("reboost: {km: 2}",
                    "`by: usos` takes what docked US ships brought for it."),
    "leader": Said("leader: {of: roscosmos, to: borisov}"),
    "sign": Said("sign: {with: nasa, clauses: [{clause: seat_swap, amount: 3}], months: 30}",
                 "The card itself strikes it, without a round of offers: the other side agrees. "
                 "The own home weighs it as any deal; `ratified: true` says that on the record it "
                 "has passed."),
    "breach": Said("breach: seat_swap"),
    "promise": Said("promise: {to: nasa, text: A seat for everybody, in_months: 6, "
                    "keep: stranded == 0}",
                    "Kept if the condition holds on the day, broken if not."),
    "step": Said("step: 1", "With all that the ladder's steps cost."),
    "break_thread": Said("break_thread: swaps"),
    "headline": Said("headline: Frost glitters in the floodlights."),
    "end": Said("end: uncontrolled_fall"),
    "study": Said("study: nasa"),
    "wellbeing": Said("wellbeing: {people: everybody, fatigue: -10, morale: 5}",
                      "Whose: `people`, all of a partner (`of`), a role (`person`) or a ship's "
                      "crew (`vehicle`); they are aboard."),
    "train": Said("train: {of: self, skill: other, people: 2, months: 4}",
                  "First those who fly next, if they can be back in time; `other` is the segment "
                  "of the partner they train with, or, with none, the one that isn't theirs."),
    "command": Said("command: esa"),
    "walk": Said("walk: ros", "Take it beside outcomes whose chance is `walk.ros`."),
    "bring_home": Said("bring_home: unwell"),
    "invest": Said("invest: russian_station", "Pays and gains what the option says."),
    "adviser": Said("adviser: station",
                    "The reserves of a desk come round in the order of their ids."),
    "when": Said("when: tension > 60, do: [{shift: {cohesion: -2}}], else: [{spend: 5}]"),
}  # fmt: skip
"""By effect; the examples stand on the desk of Roscosmos, with a ship role `ship`."""
