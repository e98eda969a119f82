"""Codes of reading (E00x), of form (E02x) and of expressions (E03x)."""

from __future__ import annotations

from game.content.codes.code import CODEX, HEADLINE, Code

READING = {
    "E001": Code(
        "A file can't be read", "Look at the file's permissions, and whether it is a file."
    ),
    "E002": Code("A file is not UTF-8", "Save the file as UTF-8 in your editor."),
    "E003": Code("A file is too long", "Split the file; no file has more than 2 MiB."),
    "E004": Code(
        "The YAML is malformed",
        "Look at the caret: a colon and a space inside a text, a comma inside { }, a quote left "
        "open, or indentation. A text in quotes is safe.",
        CODEX.replace("title: Orbit", "title: Orbit: a fall"),
    ),
    "E005": Code(
        "A control character",
        "Delete the character or the escape; text is letters, digits, signs and line ends.",
        CODEX.replace("title: Orbit", 'title: "Bell \\a"'),
    ),
    "E006": Code(
        "An anchor or alias",
        "Write the value out in both places; `&` at the head of a text needs quotes.",
        CODEX.replace("title: Orbit", "title: &name Orbit"),
    ),
    "E007": Code(
        "A tag or directive",
        "Delete it; `!` at the head of a text needs quotes.",
        CODEX.replace("title: Orbit", "title: !!str Orbit"),
    ),
    "E008": Code(
        "A key is set twice",
        "Keep one of the two.",
        CODEX + "  title: Orbits\n",
    ),
    "E009": Code(
        "Nested too deeply",
        "Nothing in the format is nested more than 24 levels deep; look for a bracket left open.",
        "- " + "[" * 25 + "]" * 25 + "\n",
    ),
    "E010": Code(
        "Several documents in one file",
        "Delete the line `---` in the middle, or make two files.",
        "- codex: orbit\n---\n- codex: apogee\n",
    ),
    "E011": Code(
        "A tab as indentation",
        "Indent with spaces.",
        "- codex: orbit\n\ttitle: Orbit\n",
    ),
    "E012": Code(
        "This can't be a key",
        "A key is a plain word; merge keys (`<<`) are not read.",
        "- codex: orbit\n  ? [a, b]\n  : c\n",
    ),
    "E013": Code(
        "A number is too big",
        "Numbers lie between minus and plus one billion; put digits that are a text in quotes.",
        HEADLINE.replace("weight: 1", "weight: 12345678901234567890"),
    ),
    "E018": Code(
        "A file that is not read",
        "A file of content ends in .yaml, in small letters; a pack has one pack.yaml, at its top.",
    ),
}

FORM = {
    "E020": Code(
        "A file of content is a list of objects",
        "Begin each object with `- kind: id`.",
        "codex: orbit\n",
    ),
    "E021": Code(
        "Unknown kind of object",
        "The first key of an object is its kind; see the guide for all of them.",
        "- evnt: first_light\n",
    ),
    "E022": Code(
        "Unknown key",
        "Mend the spelling, or look where in the object the key belongs.",
        HEADLINE + "  wieght: 3\n",
    ),
    "E023": Code(
        "A key is missing",
        "Add the key; the guide lists which ones an object needs.",
        "- codex: orbit\n  basis: counterfactual\n",
    ),
    "E024": Code(
        "A value of the wrong sort",
        "Write the sort of value named; a text that looks like a number or a yes needs quotes.",
        "- codex: orbit\n  basis: counterfactual\n  title: 1975\n  text: A year.\n",
    ),
    "E025": Code(
        "Not one of the possible words",
        "Use one of the words listed.",
        "- codex: orbit\n  basis: rumour\n  title: Orbit\n  text: A fall.\n",
    ),
    "E026": Code(
        "Out of bounds",
        "Stay within the bounds named.",
        HEADLINE + "  cooldown: -1\n",
    ),
    "E027": Code(
        "No such date",
        "Write 2022-12 or 2022-12-14.",
        HEADLINE + "  date: 2022-13\n",
    ),
    "E028": Code(
        "Unknown effect",
        "Effects are a closed set; the guide lists them.",
        HEADLINE + "  effects: [{shfit: {tension: 2}}]\n",
    ),
    "E029": Code(
        "This can't be an id",
        "An id is small letters, digits and _, and begins with a letter.",
        "- codex: Orbit!\n",
    ),
}

EXPRESSIONS = {
    "E030": Code(
        "An expression that can't be read",
        "Look at the caret: an operator without its second half, or a bracket left open.",
        HEADLINE + "  when: tension >\n",
    ),
    "E031": Code(
        "Unknown name",
        "Mend the spelling, or declare what is meant (a flag, an outside option, a clause).",
        HEADLINE + "  when: tenson > 60\n",
    ),
    "E032": Code(
        "Types don't fit",
        'Compare numbers with numbers, dates with date("2022-10"), words with words.',
        HEADLINE + "  when: tension\n",
    ),
    "E033": Code(
        "Not part of the language of expressions",
        "There are and, or, not, comparisons, in [..], + - * // %, min, max, abs and date; "
        "and the past is asked with chose, deal, paper, promise and person.",
        HEADLINE + "  when: tension ** 2 > 60\n",
    ),
    "E034": Code(
        "An expression is too long or too deep",
        "Split it into nested `when:` effects, or keep part of it in a flag.",
        HEADLINE + "  when: " + "not " * 25 + "flag.pad_lost\n",
    ),
    "E035": Code(
        "A word that never occurs",
        "Compare with one of the words listed.",
        HEADLINE + '  when: hatch == "ajar"\n',
    ),
    "E036": Code(
        "A number in an expression is too big",
        "No amount leaves the range of one billion either way.",
        HEADLINE + "  when: tension > 9999999999\n",
    ),
    "E037": Code(
        "A date in an expression is malformed",
        'Write date("2022-10") or date("2022-10-05").',
        HEADLINE + "  when: date > date(2022)\n",
    ),
    "E038": Code(
        "A name that means nothing here",
        "`self` (and a bare treasury or trust) needs a desk or an action, `target` an action or a "
        "clause, `amount` a clause. Elsewhere name the partner: nasa.treasury.",
        HEADLINE + "  when: treasury > 60\n",
    ),
    "E039": Code(
        "A figure that this partner doesn't have",
        "Only partners that decide have figures, and each has its own factions.",
        HEADLINE + "  when: jaxa.treasury > 60\n",
    ),
}
