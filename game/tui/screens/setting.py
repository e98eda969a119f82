"""Setting a game up: scenario, chair, level, faults, who plays the others, seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from game.content.records import Content as Record
from game.content.scoping import in_order
from game.narration.figures import LEVEL_TEXTS, level_name
from game.rules.setup import HAZARDS, LEVELS, USUAL, Setup
from game.session import usual_player
from game.text.language import N_, _, ngettext, pgettext
from game.tui.ink import flow
from game.tui.screens.ask import AskNumber
from game.tui.screens.closing import Closing
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.hints import Hint, Hints
from game.tui.widgets.pane import Pane
from game.tui.widgets.small import TooSmall

HAZARD_TEXTS = {
    "dated": N_("Hardware fails on the days on which it really failed."),
    "seeded": N_("Hardware fails by chance, from the seed; knowing history doesn't help."),
}
HAZARD_NAMES = {"dated": N_("as in history"), "seeded": N_("by chance")}
MODE_NAMES = {"ordinary": N_("undo, branches"), "iron": N_("none (iron)")}
MODE_TEXTS = {
    "ordinary": N_(
        "Undo, and branches from any past turn; what was taken back counts as hindsight."
    ),
    "iron": N_(
        "Iron mode: one save, written after each decision. Nothing can be taken back. It is "
        "evident among honest players, and no proof against somebody who copies the folder."
    ),
}
PLAYER_NAMES = {
    "person": N_("person"),
    "random": N_("random"),
    "historical": N_("historical"),
    "diplomat": N_("diplomat"),
    "hawk": N_("hawk"),
    "planner": N_("planner"),
    "peacemaker": N_("peacemaker"),
}
SEED_TEXT = N_("The same seed gives the same world. Enter types one in; left and right change it.")
PERSON_TEXT = N_("A person at this screen; it is handed over when their turn comes.")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to set: its key, its name, what it can be."""

    key: str
    name: str
    values: tuple[str, ...]


class Setting(Closing[tuple[Setup, dict[str, str], bool] | None]):
    """The set-up; the result is what to start with, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"pick('{n}')", show=False) for n in range(1, 10)),
        Binding("left", "change(-1)", show=False),
        Binding("right", "change(1)", show=False),
        Binding("r", "shuffle", show=False),
        Binding("escape,q", "close", show=False),
    ]

    def __init__(
        self, content: Record, players: dict[str, str], seed: int, met: tuple[str, ...] = ()
    ) -> None:
        """Choose among a content's scenarios; `players` maps a player's name to what it does.

        `met` are the cards of recent campaigns; a run whose seed is named doesn't know them.
        """
        super().__init__()
        self.met, self.named = met, False
        self.content = content
        self.players = {**players, "person": PERSON_TEXT}
        self.seed = seed
        usual = "diplomat" if "diplomat" in players else next(iter(players))
        first = USUAL if USUAL in content.scenarios else ""
        self.chosen = {
            "scenario": first or next(iter(content.scenarios)),
            "level": "director",
            "hazards": "dated",
            "mode": "ordinary",
        }
        self.usual = usual
        self._take_chairs()

    def _take_chairs(self) -> None:
        """Keep the chair if the scenario has it, and let the usual player take the others."""
        chairs = self.content.scenarios[self.chosen["scenario"]].chairs
        if self.chosen.get("chair") not in chairs:
            self.chosen["chair"] = chairs[0]
        for chair in chairs:
            self.chosen.setdefault(f"seat.{chair}", self.usual)

    def _seat_usual(self) -> None:
        """Let the level's usual player take every chair but the own."""
        usual = usual_player(self.chosen["level"])
        self.usual = usual if usual in self.players else self.usual
        for key in [key for key in self.chosen if key.startswith("seat.")]:
            self.chosen[key] = self.usual

    def fields(self) -> list[Field]:
        """Return what can be set now."""
        chairs = self.content.scenarios[self.chosen["scenario"]].chairs
        names = self.content.partners
        others = [chair for chair in chairs if chair != self.chosen["chair"]]
        players = tuple(self.players)
        return [
            Field("scenario", _("Scenario"), in_order(self.content)),
            Field("chair", _("Your chair"), chairs),
            Field("level", _("Level"), LEVELS),
            Field("hazards", _("Faults"), HAZARDS),
            *(Field(f"seat.{c}", _("{name} is", name=names[c].name), players) for c in others),
            Field("seed", _("Seed"), ()),
            Field("mode", _("Way back"), tuple(MODE_NAMES)),
            Field("start", _("Start the game"), ()),
        ]

    def compose(self) -> ComposeResult:
        """Lay out."""
        yield TooSmall()
        yield Static(_("New game"), classes="sheet-title", markup=False)
        with Horizontal(classes="sheet-body"):
            choices = Choices(id="fields")
            choices.listen(self._describe)
            yield choices
            yield Pane(id="about")
        yield Hints(_hints())

    def on_mount(self) -> None:
        """Show the fields; the highlight stands on the start."""
        self.query_one(Choices).focus()
        self.fill(len(self.fields()) - 1)

    def fill(self, highlighted: int | None = None) -> None:
        """Show the fields with their values."""
        choices = self.query_one(Choices)
        rows = [self._row(n, field) for n, field in enumerate(self.fields(), 1)]
        choices.show(rows, choices.highlighted if highlighted is None else highlighted)

    def _row(self, number: int, field: Field) -> Row:
        note = f"< {self._value_name(field)} >" if field.values else ""
        if field.key == "seed":
            note = f"< {self.seed} >"
        browse = field.key in ("seed", "start")
        return Row(field.name, note=note, number=str(number), browse=browse)

    def _value_name(self, field: Field) -> str:
        value = self.chosen[field.key]
        if field.key == "scenario":
            return self.content.scenarios[value].name
        if field.key == "chair":
            return self.content.partners[value].name
        if field.key == "level":
            return level_name(value)
        names = {**HAZARD_NAMES, **MODE_NAMES, **PLAYER_NAMES}
        return _(names[value]) if value in names else value

    def _describe(self, moved: bool) -> None:
        field = self.fields()[self.query_one(Choices).highlighted]
        title, text = self._about(field)
        self.query_one("#about", Pane).show(Content(flow(text)), title)

    def _about(self, field: Field) -> tuple[str, str]:
        value = self.chosen.get(field.key, "")
        if field.key in ("scenario", "start"):
            scenario = self.content.scenarios[self.chosen["scenario"]]
            turns = ngettext("{n} turn.", "{n} turns.", scenario.turns)
            return scenario.name, f"{scenario.text.strip()}\n\n{turns}"
        if field.key == "chair":
            partner = self.content.partners[value]
            briefs = self.content.scenarios[self.chosen["scenario"]].briefs
            return f"{partner.office}, {partner.city}", briefs.get(value, partner.text)
        texts = {**LEVEL_TEXTS, **HAZARD_TEXTS, **MODE_TEXTS, **self.players}
        text = SEED_TEXT if field.key == "seed" else texts.get(value, "")
        return field.name, _(text) if text else ""

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        field = self.fields()[message.index]
        if field.key == "start":
            self.dismiss((self.setup(), self.seats(), self.chosen["mode"] == "iron"))
        elif field.key == "seed":
            self.app.push_screen(AskNumber(_("Seed"), self.seed), self._take_seed)
        else:
            self.action_change(1)

    def _take_seed(self, seed: int | None) -> None:
        if seed is not None:
            self.seed, self.named = seed, True
            self.fill()

    def setup(self) -> Setup:
        """Return the set-up as chosen."""
        chosen = self.chosen
        met = () if self.named else self.met
        return Setup(
            chosen["scenario"], chosen["chair"], self.seed, chosen["level"], chosen["hazards"], met
        )

    def seats(self) -> dict[str, str]:
        """Return who plays each chair."""
        chairs = self.content.scenarios[self.chosen["scenario"]].chairs
        mine = self.chosen["chair"]
        return {c: "person" if c == mine else self.chosen[f"seat.{c}"] for c in chairs}

    def action_change(self, by: int) -> None:
        """Change the highlighted field."""
        field = self.fields()[self.query_one(Choices).highlighted]
        if field.key == "seed":
            self.seed, self.named = max(0, self.seed + by), True
        elif field.values:
            place = field.values.index(self.chosen[field.key])
            self.chosen[field.key] = field.values[(place + by) % len(field.values)]
            if field.key == "level":
                self._seat_usual()
            self._take_chairs()
        self.fill()

    def action_shuffle(self) -> None:
        """Take another seed."""
        self.named = False
        self.seed = (self.seed * 6_364_136_223_846_793_005 + 1_442_695) % 1_000_000
        self.fill()

    def action_pick(self, number: str) -> None:
        """Highlight a field by its number."""
        self.query_one(Choices).pick_number(number)

    def action_ok(self) -> None:
        """Start, edit or change the highlighted field."""
        self.query_one(Choices).action_choose()

    def action_close(self) -> None:
        """Go back to the title."""
        self.dismiss(None)


def _hints() -> Sequence[Hint]:
    return (
        (_("up/down"), pgettext("key", "field"), ""),
        (_("left/right"), pgettext("key", "change"), ""),
        ("Enter", pgettext("key", "start or edit"), "screen.ok"),
        ("r", pgettext("key", "random seed"), "screen.shuffle"),
        ("Esc", pgettext("key", "back"), "screen.close"),
    )
