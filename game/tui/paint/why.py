"""Why a figure is what it is: where it stood, each reason, where it stands; the lines add up."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.content.paths import WORLD
from game.narration.crew import person_paths, person_value
from game.narration.figures import (
    amount_text,
    danger_lines,
    good,
    told_here,
    value_text,
)
from game.narration.header import header
from game.narration.home import backing, restless_text
from game.narration.leaving import how_sure, losses
from game.narration.makings import (
    is_made,
    made_about,
    made_name,
    made_of,
    made_paths,
    made_short,
    made_sum,
    made_title,
)
from game.narration.resting import settling
from game.narration.votes import VOTE, results_told, vote_of, vote_paths
from game.narration.words import say
from game.narration.words.own import phrase
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.decisions import Line
from game.rules.figures import unrest_path
from game.rules.ledger import moved
from game.rules.view import belief
from game.text.language import _
from game.tui import ink
from game.tui.play import Play

PERSON = "crew."


def paths(play: Play) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield groups of figures under their headings, the viewer's nearest first."""
    others = [chair for chair in play.index.chairs if chair != play.me]
    unrest = unrest_path(play.me)
    restless = [unrest] if play.seen.figures[unrest] else []
    vital = [*header(play.index, play.seen, play.me), *restless]
    made = [path for path in made_paths(play.index, play.me) if path not in vital]
    yield _("First of all"), told_here(play.index, vital)
    heading = _("The world and the station") if play.station else phrase(play.content, "why.world")
    world = [*WORLD, *(one.id for one in play.content.measures.values() if one.id == one.pattern)]
    yield heading, told_here(play.index, (path for path in world if path not in vital))
    for chair in (play.me, *others):
        yield play.content.partners[chair].name, tuple(_of(play, chair, vital))
    yield _("Votes coming at home"), vote_paths(play.index, play.seen, play.me)
    yield _("What leaving would cost"), tuple(_losses(play))
    yield _("What follows from the rest"), tuple(made)
    bounds = play.index.bounds
    options = [p for p in bounds if p.startswith("option.") and p not in vital]
    yield _("Outside options"), tuple(options)
    yield _("The people aboard"), person_paths(play.seen)


def _of(play: Play, chair: str, vital: list[str]) -> Iterator[str]:
    for path in told_here(play.index, play.index.bounds):
        if path.startswith(f"{chair}.") and path not in vital:
            yield path


def _losses(play: Play) -> list[str]:
    """Return the viewer's losses by the others, and theirs by the viewer."""
    return [
        f"{who}.loss.{leaver}" for who, leaver, *_told in losses(play.index, play.seen, play.me)
    ]


def known(play: Play, path: str) -> bool:
    """Return whether the viewer sees a figure itself, not only what is believed about it."""
    owners = play.index.seen.get(path, ())
    return not owners or play.me in owners


def at_end(play: Play, path: str, turn: int) -> int:
    """Return where a figure stood when a turn was over, now for the present one."""
    if path.startswith(PERSON):
        return _person_then(play, path, turn)
    pages = play.session.pages
    later = next((page for page in pages if page.turn == turn + 1), None)
    now = play.seen.figures[path]
    return later.opening.get(path, now) if later else now


def _person_then(play: Play, path: str, turn: int) -> int:
    """Return how somebody was when a turn was over: as they are, less what has moved it since."""
    since = [page for page in play.session.pages if page.turn > turn]
    return person_value(play.seen, path) - sum(moved(page.changes, path) for page in since)


def _made(play: Play, path: str, width: int) -> Content:
    """Return what a figure is made of as it stands: lines that sum to it."""
    lines = made_of(play.index, play.seen, path)
    title = made_title(play.index, play.seen, play.me, path)
    rows = [ink.dim(_about(play, path)), Content(""), ink.dim(f"{title}:")]
    for line in lines:
        off = f" ±{line.spread}" if line.spread else ""
        rows.append(ink.pair(f"  {say(play.content, line.label)}", f"{line.amount:+d}{off}", width))
    total = made_sum(play.index, path, lines)
    rows += [ink.dim("─" * width), ink.pair(_("in all"), total, width, "bold")]
    if ".loss." in path and not path.startswith(f"{play.me}."):
        rows.append(ink.dim(how_sure(play.index, lines)))
    return ink.lines([*rows, *_results(play, path), *_danger(play, path)])


def _results(play: Play, path: str) -> list[Content]:
    """Return, for a vote, from how many points on it does what."""
    if not path.startswith(VOTE):
        return []
    told = results_told(play.index, play.seen, vote_of(play.index, path), play.me)
    return [Content(""), *(Content(ink.flow(line)) for line in told)]


def _danger(play: Play, path: str) -> list[Content]:
    """Return from where on a figure is in danger."""
    return (
        [Content(""), *map(ink.dim, told)] if (told := [*danger_lines(play.content, path)]) else []
    )


def reasons_text(play: Play, path: str, turn: int, width: int) -> Content:
    """Return why a figure moved in a turn, down to its sum."""
    if is_made(path):
        return _made(play, path, width)
    about = ink.dim(f"{_about(play, path)}\n")
    if not known(play, path):
        return ink.lines([about, *_believed(play, path)])
    more = [*_backing(play, path, turn, width), *_restless(play, path, turn)]
    more += _settling(play, path, width) if turn == play.seen.turn else []
    return ink.lines([about, *_moved(play, path, turn, width), *more, *_danger(play, path)])


def _moved(play: Play, path: str, turn: int, width: int) -> list[Content]:
    """Return where a figure stood when a turn began, each reason, where it stands, the sum."""
    found = play.session.why(play.me, path, turn)
    total, end = sum(line.amount for line in found), at_end(play, path, turn)
    scenario = play.index.scenario
    began = _("{when} began at", when=label(scenario, turn_start(scenario, turn)))
    now = _("and stands at") if turn == play.seen.turn else _("and ended at")
    style = ink.tone(good(play.content, path, total)) if total else ""
    by = f"{ink.arrow(total)} {amount_text(play.content, path, total)}" if total else "="
    return [
        ink.pair(began, value_text(play.content, path, end - total, play.rungs), width),
        *(_reason(play, path, line, width) for line in found),
        *(() if found else [ink.dim(f"  {_('nothing moved it')}")]),
        ink.dim("─" * width),
        ink.pair(now, value_text(play.content, path, end, play.rungs), width, "bold"),
        ink.pair(_("so in all"), by, width, style),
    ]


def _reason(play: Play, path: str, line: Line, width: int) -> Content:
    tone = ink.tone(good(play.content, path, line.amount))
    amount = amount_text(play.content, path, line.amount)
    return ink.pair(f"  {say(play.content, line.label)}", amount, width, tone)


def _settling(play: Play, path: str, width: int) -> list[Content]:
    """Return where a figure settles if nothing else happens, and what pulls it there."""
    told, pulls = settling(play.index, play.seen, path)
    rows = [ink.pair(f"  {name}", f"{points:+d}", width) for name, points in pulls]
    return [Content(""), ink.heading(told), *rows] if told else []


def _restless(play: Play, path: str, turn: int) -> list[Content]:
    """Return, for unrest at the viewer's home as it stands, who is restless and what goes."""
    told = restless_text(play.index, play.seen, play.me)
    if path != unrest_path(play.me) or turn != play.seen.turn or not told:
        return []
    return [Content(""), Content(ink.flow(told))]


def _backing(play: Play, path: str, turn: int, width: int) -> list[Content]:
    """Return, for the viewer's mandate as it stands, the factions that it is weighed from."""
    if path != f"{play.me}.mandate" or turn != play.seen.turn:
        return []
    told = [ink.pair(f"  {who}", at, width) for who, at in backing(play.index, play.seen, play.me)]
    return [Content(""), ink.heading(_("Who stands behind it now")), *told]


def _believed(play: Play, path: str) -> list[Content]:
    held = belief(play.seen, play.me, path)
    owner = play.content.partners[path.partition(".")[0]].name
    if held is None:
        told = _("{owner} keeps this to itself, and you have no reading of it.", owner=owner)
        return [Content(told)]
    value = value_text(play.content, path, held.estimate, play.rungs)
    guess = f"{value} ±{held.spread}"
    return [
        ink.marked(_("You believe {value}", value=guess), guess, "bold"),
        Content(
            _(
                "as of turn {turn}. {owner} keeps it, and the reasons, to itself.",
                turn=held.turn,
                owner=owner,
            )
        ),
        ink.dim(_("A back-channel, or reading the other side, tells you more.")),
    ]


def _about(play: Play, path: str) -> str:
    return made_about(play.index, path)


def row_text(play: Play, path: str, turn: int) -> tuple[str, str]:
    """Return a figure's name and, for a list, its value and move in a turn."""
    title = made_name(play.index, path, play.me)
    if is_made(path):
        lines = made_of(play.index, play.seen, path)
        return title, f"{made_short(play.index, path, lines)}  "
    end = at_end(play, path, turn)
    if not known(play, path):
        value = value_text(play.content, path, end, play.rungs)
        return title, f"{_('about {value}', value=value)}  "
    by = sum(line.amount for line in play.session.why(play.me, path, turn))
    return title, f"{value_text(play.content, path, end, play.rungs)} {ink.arrow(by)}"
