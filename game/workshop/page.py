"""Pages about a pack for a browser: nothing is loaded from elsewhere, and no script runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from game.text.language import N_, _

STYLE = """
:root { color-scheme: light dark; --ink: #1b2230; --paper: #fdfdfb; --faint: #d5d9e0;
  --quiet: #566074; --a: #0b5cad; --b: #a04a00; --c: #2f6f3a; }
@media (prefers-color-scheme: dark) { :root { --ink: #dfe4ee; --paper: #11151f;
  --faint: #333b4d; --quiet: #9aa5ba; --a: #7cb8f2; --b: #f0a35e; --c: #8fd19e; } }
body { margin: 0 auto; padding: 1rem 1.2rem 4rem; max-width: 70rem; background: var(--paper);
  color: var(--ink); font: 0.95rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2rem; border-bottom: 1px solid var(--faint); }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.15rem 0.9rem 0.15rem 0; text-align: left;
  border-bottom: 1px solid var(--faint); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.never, .dead { color: var(--b); font-weight: 600; } .quiet { color: var(--quiet); }
.wide { overflow-x: auto; } svg text { font-size: 12px; fill: var(--ink); }
.node { fill: var(--paper); stroke: var(--quiet); } .node.other { stroke-dasharray: 4 3; }
.node.dead { stroke: var(--b); stroke-width: 2; }
.edge { fill: none; stroke: var(--quiet); } .edge.schedules { stroke: var(--a); stroke-width: 2; }
.edge.choice { stroke: var(--c); stroke-dasharray: 7 4; }
.edge.flag, .edge.pattern { stroke: var(--b); stroke-dasharray: 2 4; }
"""
NEVER = N_("never")


def page(title: str, body: Iterable[str]) -> str:
    """Return a whole page with a title."""
    inner = "\n".join(body)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{inner}\n</body>\n</html>\n"
    )


def is_page(text: str) -> bool:
    """Return whether a file's text is a page that was written here."""
    return text.startswith("<!DOCTYPE html>\n<html") and "--faint" in text[:1500]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; a cell that says never stands out."""
    yield '<div class="wide"><table>'
    yield f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>"
    for row in rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
    yield "</table></div>"


def _cell(text: str) -> str:
    kind = ' class="never"' if text == _(NEVER) else ' class="number"' if text.isdigit() else ""
    return f"<td{kind}>{escape(text)}</td>"
