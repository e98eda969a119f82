"""A report as one page for a browser: nothing is loaded from elsewhere, and no script runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from game.report.records import Chart, Decided, Report, Turn, Weighty, grade_heads
from game.report.svg import drawing
from game.text.language import _, pgettext

STYLE = """
:root { color-scheme: light dark; --ink: #1b2230; --paper: #fdfdfb; --faint: #d5d9e0;
  --quiet: #566074; --a: #0b5cad; --b: #a04a00; --c: #2f6f3a; }
@media (prefers-color-scheme: dark) { :root { --ink: #dfe4ee; --paper: #11151f;
  --faint: #333b4d; --quiet: #9aa5ba; --a: #7cb8f2; --b: #f0a35e; --c: #8fd19e; } }
body { margin: 0 auto; padding: 1rem 1.2rem 4rem; max-width: 60rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 Georgia, "Times New Roman", serif; }
h1, h2, h3, table, summary, svg, nav { font-family: system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.4rem; border-bottom: 1px solid var(--faint); }
h3 { margin-bottom: 0.3rem; font-size: 1rem; } a { color: var(--a); }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.15rem 0.7rem 0.15rem 0; text-align: left;
  border-bottom: 1px solid var(--faint); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; } .quiet { color: var(--quiet); } summary { cursor: pointer; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
  gap: 1.2rem; }
figure { margin: 0; } figcaption { font-size: 0.85rem; color: var(--quiet); }
.chart { width: 100%; height: auto; } .chart text { font-size: 12px; fill: var(--quiet); }
.grid { stroke: var(--faint); stroke-width: 1; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.l0 { stroke: var(--a); stroke-width: 2.5; } .l1 { stroke: var(--b); stroke-dasharray: 7 4; }
.l2 { stroke: var(--c); stroke-dasharray: 2 4; }
.chart text.n0 { fill: var(--a); font-weight: 600; } .chart text.n1 { fill: var(--b); }
.chart text.n2 { fill: var(--c); }
@media print { details { display: block; } }
"""


def to_page(report: Report) -> str:
    """Return a report as an HTML document."""
    body = "\n".join(_body(report))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(_lang())}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(report.title)}: {escape(report.headline)}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(report: Report) -> Iterator[str]:
    yield f"<header><h1>{escape(report.title)}</h1>{_points(report.facts)}</header>"
    yield "<main>"
    yield f"<h2>{escape(report.headline)}</h2>"
    yield from (f"<p>{escape(text)}</p>" for text in report.ending)
    yield _head(report.line.heading)
    yield _legacies(report)
    yield _head(_("How the figures went"))
    yield f'<p class="quiet">{escape(report.line.dashed)} {escape(report.line.about)}</p>'
    yield '<div class="charts">'
    yield from (_figure(chart, number) for number, chart in enumerate(report.charts))
    yield "</div>"
    yield _head(_("The decisions that moved most"))
    yield _weighty(report.weighty)
    for title, texts in (
        (_("Deals"), report.deals), (_("Promises"), report.promises),
        (_("The ladder"), report.ladder),
    ):  # fmt: skip
        yield _head(title)
        yield _points(texts) if texts else f"<p>{escape(_('None.'))}</p>"
    yield _head(_("Turn by turn"))
    yield from (_turn(turn) for turn in report.turns)
    yield "</main>"


def _head(title: str) -> str:
    return f"<h2>{escape(title)}</h2>"


def _lang() -> str:
    """Return the code of the language spoken, as a page names it."""
    # For translators: the code of your language, such as de.
    return pgettext("code of this language", "en")


def _points(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _legacies(report: Report) -> str:
    rows = [
        (one.chair, one.title, f"{one.points}", f"{one.par}", f"{one.points - one.par:+d}",
         one.letter)
        for one in report.legacies
    ]  # fmt: skip
    return table(grade_heads(report.line.column), rows, words=2)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """Return a table whose first columns are words, the others numbers."""

    def cells(tag: str, row: Sequence[str]) -> str:
        kinds = ("" if n < words else ' class="number"' for n in range(len(row)))
        pairs = zip(kinds, row, strict=True)
        return "".join(f"<{tag}{kind}>{escape(text)}</{tag}>" for kind, text in pairs)

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return (
        f'<div class="wide"><table><thead><tr>{cells("th", head)}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _figure(chart: Chart, number: int) -> str:
    rows = [
        (label, *(_value(chart, line.values, place) for line in chart.series))
        for place, label in enumerate(chart.labels)
    ]
    inner = table(("", *(line.name for line in chart.series)), rows)
    summary = escape(_("As a table"))
    return (
        f"<figure><h3>{escape(chart.title)}</h3>{drawing(chart, number)}"
        f"<figcaption>{escape(chart.text)}<details><summary>{summary}</summary>{inner}"
        "</details></figcaption></figure>"
    )


def _value(chart: Chart, values: Sequence[int], place: int) -> str:
    return chart.told(values[place]) if place < len(values) else ""


def _weighty(found: Sequence[Weighty]) -> str:
    if not found:
        return f"<p>{escape(_('None yet.'))}</p>"
    return f"<ul>{''.join(f'<li>{_weighed(one)}</li>' for one in found)}</ul>"


def _weighed(one: Weighty) -> str:
    told = f"<strong>{escape(f'{one.when}, {one.chair}')}</strong>: {escape(one.title)}"
    chose = _("History chose: {choice}", choice=one.history)
    history = f"<br>{escape(chose)}" if one.history else ""
    return f'{told}<br><span class="quiet">{escape(one.moved)}{history}</span>'


def _turn(turn: Turn) -> str:
    parts = "".join(
        f"{f'<h3>{escape(title)}</h3>' if title else ''}{listed}"
        for title, texts, listed in (
            ("", turn.told, _points(turn.told)),
            (_("Decided"), turn.decided, _choices(turn.decided)),
            (_("On the record"), turn.record, _points(turn.record)),
        )
        if texts
    )
    named = _("{turn}, turn {n}", turn=turn.when, n=turn.number)
    return f"<details><summary>{escape(named)}</summary>{parts}</details>"


def _choices(found: Iterable[Decided]) -> str:
    return f"<ul>{''.join(f'<li>{_choice(one)}</li>' for one in found)}</ul>"


def _choice(one: Decided) -> str:
    led = "".join(f'<br><span class="quiet">{escape(text)}</span>' for text in one.led)
    return f"{escape(one.told)}{led}"
