"""Codes of references (E04x), of what objects say (E05x, E06x), of packs (E07x), and doubts."""

from __future__ import annotations

from game.content.codes.code import (
    ADVISER,
    CHOICE,
    DESK,
    DILEMMA,
    EVENT,
    FIGURE,
    HEADLINE,
    PACK,
    SCENE,
    Code,
)

REFERENCES = {
    "E040": Code(
        "A reference that leads nowhere",
        "Mend the spelling, define what is meant, or borrow what lives in another world: "
        "`borrows: {event: [its_id]}` in pack.yaml.",
        HEADLINE + "  effects: [{cancel: second_light}]\n",
    ),
    "E041": Code(
        "An id is defined twice",
        "Rename one of the two; events and dilemmas share their ids.",
        2 * "- flag: hatch_shut\n  text: The hatch is shut.\n",
    ),
    "E042": Code(
        "Unknown placeholder",
        "There are {role.name} for a declared role, {leader.nasa}, {office.nasa}, {partner.nasa}, "
        "in cards, choices and what comes of them, headlines, promises, endings, slides and "
        "scenes; {figure} and {amount} in what advisers say; {city}, {clause} and {reason} in what "
        "offices say; {owner}, {other}, {name} and {capitals} in what figures are called and mean. "
        "No other text and no other brace is filled.",
        EVENT + '  headline: "{ship.name} docks."\n',
    ),
    "E043": Code(
        "Unknown role",
        "Declare it under `roles:`, or write `docked soyuz`.",
        HEADLINE + "  effects: [{mend: {vehicle: ship}}]\n",
    ),
    "E044": Code(
        "Unknown source",
        "Mend the spelling, or add the source.",
        HEADLINE + "  sources: [T-999]\n",
    ),
    "E046": Code(
        "A figure that no effect may set",
        "Derived figures follow from others: change those.",
        HEADLINE + "  effects: [{shift: {nasa.mandate: 5}}]\n",
    ),
    "E047": Code(
        "A desk for somebody who doesn't decide",
        "Give the card to a partner with `decides: true`.",
        CHOICE.replace("nasa:", "jaxa:"),
    ),
}

OBJECTS = {
    "E048": Code(
        "A lock that tells a secret, or a worth that hangs on one",
        "Let `needs:`, `gains:` and `costs:` read public figures, or the side's own.",
        CHOICE + "          needs: roscosmos.treasury >= 20\n          because: They are broke.\n",
    ),
    "E050": Code(
        "History is not marked exactly once on a desk",
        "Of each desk of a card on record, mark one choice `history: true`: what really happened.",
        CHOICE.replace("basis: counterfactual", "basis: record\n  sources: [T-001]"),
    ),
    "E051": Code(
        "Chances don't sum to 100",
        "Change the chances; players see them as they are.",
        DESK + "        - {choice: go, text: Go, outcomes: [{chance: 60, text: It works.}]}\n",
    ),
    "E052": Code(
        "A dilemma without a result for every pair",
        "Add the pair, or a last row with `any`.",
        DILEMMA + "  results: [{nasa: open, roscosmos: any, text: A draught.}]\n",
    ),
    "E053": Code(
        "No basis or no sources",
        "Say `basis:` (article, record, counterfactual) and cite `sources:`.",
        "- codex: orbit\n  title: Orbit\n  text: A fall.\n",
    ),
    "E054": Code(
        "Dates or marks in the wrong order",
        "Let the start come before the end, and the date lie in the window.",
        HEADLINE + "  window: {from: 2023-05, to: 2022-05}\n",
    ),
    "E055": Code(
        "Two choices of one id on a desk",
        "Rename one; saves point at choices by id.",
        CHOICE + "        - {choice: wait, text: Wait more, result: You wait.}\n",
    ),
    "E056": Code(
        "A choice is too long",
        "A choice is a verb and an object, under 70 characters; the rest belongs on the card.",
        DESK + "        - {choice: go, text: Go" + " on and on" * 8 + ", result: You went.}\n",
    ),
    "E057": Code(
        "An object at odds with itself",
        "Follow the sentence: two keys that exclude each other, or one that is needed.",
        EVENT,
    ),
    "E058": Code(
        "A finding silenced wrongly",
        "Name a warning or a matter of style, and a reason; errors that stop the game stay.",
        HEADLINE + "  lint_ignore: {E031: I like it so}\n",
    ),
    "E059": Code(
        "A malformed dilemma",
        "Two desks as in `between:`, two or three choices each, and results for the pair.",
        DILEMMA.replace(", {choice: shut, text: Shut it}", "", 1)
        + "  results: [{nasa: any, roscosmos: any, text: A draught.}]\n",
    ),
    "E060": Code(
        "Markup in a text",
        "Text is plain; delete stars, backticks, tags and backslashes.",
        EVENT + "  headline: The sun is **up**.\n",
    ),
    "E062": Code(
        "Two advisers at one desk",
        "Mark one of them `reserve: true`, or let them sit in different `scenarios:`. A pack of "
        "its own may put somebody else at a desk that another pack has filled.",
        ADVISER + ADVISER.replace("night_shift", "day_shift"),
    ),
    "E063": Code(
        "A figure without words, with two, or with too few",
        "Write one `figure:` for a path. A world that declares figures has no others: declare or "
        "borrow each that its scenarios set or show and its effects move. Where the rules act by "
        "themselves at a value, a danger line with `grave: true` says so.",
        FIGURE + FIGURE.replace("ill_will", "bad_blood"),
    ),
    "E065": Code(
        "A drawing that doesn't fit",
        "A drawing has at most 76 cells and 14 rows, and is made of ASCII, lines (U+2500 to 257F), "
        "blocks (U+2580 to 259F) and the dot in the middle, which every terminal has.",
        SCENE.replace("[ hatch ]", "[ hatch " + "=" * 76 + " ]"),
    ),
    "E066": Code(
        "A world that is declared twice",
        "One `world:` says all that a world has of its own; that of another pack is patched.",
        "- world: moon\n  ladder: [together, apart]\n- world: once_more\n",
    ),
    "E067": Code(
        "Something of a world's own that can't be",
        "Legacies are figures that each chair has, from 0 to 100; grades go from the best down; "
        "words replace those that `content/base/world.yaml` has.",
        "- world: moon\n  legacies: [{figure: tension, topic: peace}]\n",
    ),
}

PACKS = {
    "E070": Code("No pack here", "A pack is a directory with a pack.yaml, which is one map."),
    "E071": Code(
        "A required pack is missing",
        "Add the pack that is named, or leave this one out.",
        PACK + "requires: [other]\n",
        "pack.yaml",
    ),
    "E072": Code(
        "Packs that exclude each other",
        "Leave one of the two out.",
        PACK + "conflicts: [base]\n",
        "pack.yaml",
    ),
    "E073": Code(
        "Packs that wait for each other",
        "Delete one `requires:`, `optional:` or `after:` of the circle.",
        PACK + "after: [extra]\n",
        "pack.yaml",
    ),
    "E074": Code(
        "Another format of content",
        "Use a newer game, or a version of the pack for this one.",
        PACK.replace("format: 1", "format: 2"),
        "pack.yaml",
    ),
    "E075": Code(
        "Another version of the game",
        'Use a version that fits; a range is written ">=0.1, <2".',
        PACK + 'game: ">=99"\n',
        "pack.yaml",
    ),
    "E076": Code(
        "Two packs of one id",
        "Leave one out; two copies of a pack can't be told apart.",
        PACK.replace("extra", "base"),
        "pack.yaml",
    ),
    "E078": Code(
        "An id with a prefix",
        "Leave the prefix out: a pack defines only in its own namespace.",
        "- codex: base:orbit\n",
    ),
}

PATCHES = {
    "E080": Code(
        "A patch of what isn't there",
        "Name what is there as `pack:kind/id`, and let your pack come after the one it changes: "
        "`after:` in pack.yaml.",
        "- patch: base:event/second_light\n  set: {weight: 2}\n",
    ),
    "E081": Code(
        "A path that leads nowhere, or to several places",
        "A path goes by keys and ids: `desks.nasa.choices.freeze.capital`. What a list's item has "
        "no id for is found by what it says: `outcomes.chance=60.text`.",
        "- patch: base:event/pad_falls\n  set: {wieght: 2}\n",
    ),
    "E082": Code(
        "A patch that can't be done",
        "Set what is there, add to what is a list or a map, join what is a condition, and do one "
        "thing to one field.",
        "- patch: base:event/pad_falls\n  add: {title: [Again]}\n",
    ),
}

DOUBTS = {
    "W101": Code(
        "A card or a lesson is very short or very long",
        "Aim at 40 to 90 words a card; 25 to 110 pass. A lesson has at most 300 characters.",
        CHOICE,
    ),
    "W102": Code(
        "A lock without a reason",
        "Add `because:` with one plain sentence; players read it.",
        CHOICE + "          needs: tension > 60\n",
    ),
    "W103": Code(
        "A flag that is never set, or a flag or pattern never asked for",
        "Use it or delete it.",
        "- flag: lonely\n  text: Nobody asks.\n",
    ),
    "W104": Code(
        "A source that nothing cites",
        "Cite it, delete it, or say why not with `- unused: T-002`.",
        "- source: T-002\n  publisher: NASA\n  date: 2022-01-01\n  text: A thing happened.\n",
    ),
    "W105": Code(
        "An event that never comes up",
        "Give it a date, a weight, or let an effect schedule it.",
        HEADLINE.replace("  weight: 1\n", ""),
    ),
    "W106": Code(
        "A condition that doesn't depend on anything",
        "Delete it, or mend what it compares.",
        HEADLINE + "  when: 1 < 2\n",
    ),
    "W107": Code(
        "Something that is never used",
        "What stands above it takes all cases; change the order or delete it.",
        DILEMMA
        + "  results:\n    - {nasa: any, roscosmos: any, text: A draught.}\n"
        + "    - {nasa: open, roscosmos: any, text: Never.}\n",
    ),
    "W108": Code(
        "A real person after the record's end",
        "After June 2026 nothing is known: write the office, {office.nasa}.",
        EVENT + "  date: 2027-01\n  headline: Nelson speaks.\n",
    ),
    "W109": Code(
        "A choice that doesn't say what came of it",
        "Give it a `result:`, or `outcomes:`, not both.",
        DESK + "        - {choice: wait, text: Wait}\n",
    ),
    "W110": Code(
        "A reason without a lock",
        "Add `needs:`, or delete `because:`.",
        CHOICE + "          because: It is late.\n",
    ),
    "W111": Code(
        "A silenced finding that isn't there",
        "Delete it from `lint_ignore:`.",
        HEADLINE + "  lint_ignore: {W101: A short card on purpose}\n",
    ),
    "W112": Code(
        "A source is cited twice",
        "Delete one.",
        HEADLINE + "  sources: [T-001, T-001]\n",
    ),
    "W113": Code(
        "A leaning that changes nothing",
        "Lean on a figure that the adviser's desk watches, by some other number than 100.",
        ADVISER + "  bias: {treasury: 150}\n",
    ),
    "W114": Code(
        "A phrase that is too long",
        "Cut it to 60 characters, placeholders included; it stands on one line.",
        ADVISER.replace("Hard to say from here.", "Hard to say" + " and harder" * 6),
    ),
    "W115": Code(
        "A deal that no home weighs",
        "Leave `ratified:` out, or mark the choice `history: true` if the record has it passed.",
        CHOICE
        + "          effects: [{sign: {with: roscosmos, clauses: [{clause: seat_swap}], "
        + "ratified: true}}]\n",
    ),
    "W116": Code(
        "A choice asked for that can't have been made",
        "Ask for a choice of an earlier event; of the same event only on a desk that its `order:` "
        "puts later.",
        CHOICE + '          needs: chose("first_light", "wait", "nasa")\n'
        "          because: You haven't waited.\n",
    ),
    "W117": Code(
        "Several desks that nobody has brought together",
        "Make it a dilemma, say in which `order:` the desks are answered, or why they can be "
        "answered `apart:`.",
        CHOICE + "    roscosmos:\n      text: Something is asked of you too.\n      choices:\n"
        "        - choice: wait\n          text: Wait\n          result: You wait.\n",
    ),
    "W118": Code(
        "Words at odds with what calls them",
        "Words take for granted (`asserts:`) what can't be so where they are told: change the "
        "condition, write a variant, or let a later desk of the same event ask what was chosen.",
        HEADLINE + "  when: tension > 60\n  asserts: tension < 50\n",
    ),
    "W119": Code(
        "History that no record bears out",
        "Mark `history: true` only in an event that is dated within the record (a `date:`, or the "
        "`to:` of its window) and cites a dated source that says so.",
        CHOICE + "          history: true\n",
    ),
    "W120": Code(
        "An id that the game's own object has too",
        "A pack replaces nothing: both objects are there. Give yours an id of its own.",
    ),
    "W121": Code(
        "Told before it is known",
        "Tell it in a passage of its own, `since:` a day on which its sources are known.",
        "- codex: orbit\n  title: Orbit\n  basis: record\n  sources: [T-001]\n"
        "  text:\n    - since: 2021-12\n      text: A fall that misses.\n",
    ),
    "W122": Code(
        "Two packs at odds over one thing",
        "Say in one pack that it comes `after:` the other, whose field or desk it takes, or let a "
        "third settle it under `if_pack:`. A rung that another pack describes is patched.",
    ),
    "W123": Code(
        "A patch that expects something else",
        "What it changes has changed since it was written, so it is left out: look at both, and "
        "mend `expect:`.",
        "- patch: base:event/pad_falls\n  expect: {weight: 3}\n  set: {weight: 5}\n",
    ),
    "W124": Code(
        "A choice that nobody has a reason to make",
        "Another choice of the desk is as good in every figure and every faction, whatever they "
        "are by then, and costs no more: give this one something of its own, or say why it stands.",
        CHOICE
        + "          effects: [{shift: {tension: 1}}]\n"
        + "        - {choice: go, text: Go, result: You go.}\n",
    ),
    "W125": Code(
        "A weight that never wins a draw",
        "Delete the weight or the date; give the desk to a chair that a scenario has; mark an "
        "event `always: true` that comes up though its thread of history was left.",
        HEADLINE + "  date: 2022-02-24\n",
    ),
}
