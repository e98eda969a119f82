"""The machine: orbit, air, power, ships, flights, pads, the two halves alone."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Plural, Template

SEGMENTS = {"usos": "US", "ros": "Russian"}
WHYS = {
    "flight.grounded": "stays on the ground",
    "flight.unpaid": "waits for money",
    "flight.full_stores": "waits: the stores are full",
    "flight.port_left_late": "waits: its port is left only as the turn ends",
    "flight.no_port": "waits: no port is free",
    "pad.out": "{pad} is out",
    "pad.readied": "{pad} is made ready",
    "pad.weather": "{pad} waits for the weather",
    "pad.valve": "{pad} has a valve changed",
    "pad.range": "{pad} gives the range to somebody else",
}
"""Why a flight is later than it was, by what the state remembers of it."""

HARDWARE: Mapping[str, Template] = {
    "spares.lacking": "No money for {partner:partner}'s spares",
    "module.worn": "{module:module} and the wear around it",
    "spares.bought": "Spares for an old station",
    "ship.past_life": "A ship past its certified life fails",
    "ship.fails_test": "{ship}, past its certified life, fails a test.",
    "ship.leaves": "{ship} leaves",
    "ship.emptied": "{ship} has been emptied and leaves.",
    "ship.emptied.several": "{ships} have been emptied and leave.",
    "ship.home": "{ship} brings its crew home.",
    "ship.home.several": "{ships} bring their crews home.",
    "gyroscope.bearing": "A gyroscope's bearing gives out",
    "gyroscope.stops_held": (
        "A gyroscope stops. {left} of {of} turn, and they still hold the station."
    ),
    "gyroscope.stops_thrusters": (
        "A gyroscope stops. {left} of {of} turn, and the thrusters do their work."
    ),
    "flight.slips": "{flight} slips: {why:why}.",
    "flight.held": "{flight} {why:why}.",
    "flight.paid": "{flight} is paid for",
    "ship.docking": "{ship} docks",
    "ship.docks": "{ship} docks.",
    "ship.docks.several": "{ships} dock.",
    "ship.docks_crewed": "{ship} docks with {crew:names}.",
    "orbit.drag": "Thin air drags the orbit down",
    "thrusters.steady": "Thrusters hold the station steady",
    "thrusters.gyroscopes": "Thrusters do the gyroscopes' work",
    "orbit.us_push": "A US ship pushes the station up",
    "orbit.progress_burn": "A Progress burns what it kept back",
    "orbit.raised": "Progress burns raise the orbit",
    "debris.stepped_aside": "The station steps aside for a piece of debris.",
    "debris.burn": "A debris avoidance burn",
    "debris.us_burn": "A US ship steps aside for debris",
    "debris.shelter": "Nobody can push; the crew shelters from debris",
    "debris.in_capsules": "The crew waits in its capsules while debris goes by.",
    "debris.strikes": "A piece of debris strikes",
    "debris.strikes_home": "Debris that nobody dodged strikes home.",
    "pad.built_on": "The builders work on",
    "ship.leaves_port": "{ship} leaves its port to {to}.",
    "power.fades": "The solar wings fade",
    "power.dark": "The {half:segment} half goes dark by {short} %",
    "power.sheds": "The {half:segment} half lacks {short} % of its power and switches racks off.",
    "tunnel.shut": "The tunnel is shut for good",
    "tunnel.cracks": "The tunnel's cracks grow",
    "supplies.eaten": "The crew eats, drinks and breathes",
    "supplies.air": "Lost air must be carried up again",
    "wear.metal": "Metal tires",
    "wear.untended": "Nobody aboard can run it",
    "ship.down_empty": "{ship} comes down empty.",
    "part.fails": "A part fails in the {segment:segment} segment",
    "part.fails_told": "A part fails in the {segment:segment} segment.",
    "segment.unlivable": "A segment can't be lived in any more",
    "supplies.empty": "The stores are empty",
    "crew.ordered_home": "{why}: the crews are ordered home.",
    "ship.home_early": "{ship} brings its crew home early.",
    "flight.booked": "{flight} is put on the manifest.",
    "flight.later": Plural(
        "{flight} comes {days} day later.", "{flight} comes {days} days later.", "days"
    ),
    "flight.earlier": Plural(
        "{flight} comes {days} day earlier.", "{flight} comes {days} days earlier.", "days"
    ),
    "ship.damaged": "{ship} is damaged: {fault}.",
    "ship.mended": "{ship} is fit to fly again.",
    "ship.stays": Plural(
        "{ship} and its crew stay {days} day longer.",
        "{ship} and its crew stay {days} days longer.",
        "days",
    ),
    "hatch.shut": "The hatch between the two halves is shut.",
    "hatch.gone": "The two halves let go of each other.",
    "hatch.opens": "The hatch between the two halves opens again.",
    "alone.unloaded": "{left} of {of} gyroscopes, and ships of its own that unload them",
    "alone.not_unloaded": "{left} of {of} gyroscopes, and nothing that unloads them",
    "alone.months": Plural(
        "{months} month until the orbit is too low",
        "{months} months until the orbit is too low",
        "months",
    ),
    "alone.wings": "{power} % from the big wings",
    "alone.own_ships": "its own ships hold the orbit",
    "alone.steering_ship": "a ship that can steer it down",
    "alone.no_way_down": "none",
    "alone.tanks_with": "{kg} kg with Zarya's tanks",
    "alone.tanks_without": "{kg} kg without Zarya's tanks",
    "alone.thrusters": "thrusters, {tanks}",
    "alone.engines": "engines, {tanks}",
    "alone.own_module": "a power module of its own",
    "alone.small_wings": "small wings and a battery",
    "alone.lived_in": Plural(
        "{sound} % sound, {days} day of supplies",
        "{sound} % sound, {days} days of supplies",
        "days",
    ),
    "alone.unseated": Plural(
        "{people} person, {short} without a seat",
        "{people} people, {short} without a seat",
        "people",
    ),
    "alone.seated": "a seat for all {people}",
    "separation.alone": "Each half goes on with what it can do alone",
    "ship.home_from_half": "{ship} brings its crew home from a half that can't be kept.",
    "zarya.american": (
        "Zarya stays with the half that paid for it, and five tonnes of tanks with it."
    ),
    "zarya.russian": "Zarya goes with the half that built it: the deed was signed over.",
    "zarya.taken": (
        "Zarya goes with the Russian half, against the title. The dispute outlives the orbit."
    ),
    "fate.crewed_usos": "The American half goes on alone, with people aboard.",
    "fate.crewed_ros": "The Russian half goes on alone, with people aboard.",
    "fate.empty_usos": "The American half keeps its orbit and nobody can live in it.",
    "fate.empty_ros": "The Russian half keeps its orbit and nobody can live in it.",
    "fate.lowered_usos": "The American half can't stay up; a ship steers it down.",
    "fate.lowered_ros": (
        "The Russian half can't stay; it burns what it has to come down where aimed."
    ),
    "fate.falling_usos": "The American half tumbles and sinks; where it comes down nobody chooses.",
    "fate.falling_ros": "The Russian half drifts with dry tanks; where it falls nobody chooses.",
}
