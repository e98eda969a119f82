"""Read the YAML subset of content: every value with its place, nothing surprising.

Only PyYAML's event stream is used, never its composer: that one crashes on deeply nested
input and follows aliases. What the subset leaves out is refused with a positioned finding.
"""

from __future__ import annotations

import codecs
import errno
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from game.content.findings import Finding, Mark, finding
from game.content.nodes import Mapping, Node, Scalar, Sequence, TextFile
from game.regular import read_regular, reason

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 24
MAX_FINDINGS = 100
"""A file with more findings than this is not read further."""
MAX_INT = 10**9

_FASTEST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, bool | None] = {
    "true": True, "false": False, "null": None, "~": None, "": None,
}  # fmt: skip
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file held: `root` is as much as could be read, `whole` tells if that is all."""

    source: TextFile
    root: Node | None
    findings: tuple[Finding, ...] = ()
    whole: bool = True


_SECOND_COLON = "mapping values are not allowed in this context"
_FRESH_KEY = re.compile(r" +(?P<key>[A-Za-z_][A-Za-z0-9_]*):")
_SYNTAX_HINTS = {
    _SECOND_COLON: 'a text with ": " in it needs quotes',
    "did not find expected ',' or '}'": "a text with a comma in it needs quotes inside { }",
    "did not find expected ',' or ']'": "a text with a comma in it needs quotes inside [ ]",
    "did not find expected key": "look at the indentation and at quotes inside quotes",
    "found character that cannot start any token": "a text that starts with it needs quotes",
    "did not find expected alphabetic or numeric character": "a text that starts with * or & needs "
    "quotes",
}
_OPEN_BRACE = re.compile(r"[^:]*:\s+(?P<sign>[{\[])")
_NO_SPACE = re.compile(r"\s*-\w")


class _StopReadingError(Exception):
    """The rest of the file can't be read."""


def resolve(text: str) -> str | int | bool | None:
    """Return what a plain scalar stands for: few words and decimal ints, else its text."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if len(text) <= 11 and _INT.fullmatch(text) else text


class _Builder:
    """Builds nodes from events without recursion, collecting findings."""

    def __init__(self, source: TextFile) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._stack: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._documents = 0
        self._linked: list[tuple[Mark, str]] = []
        self._steps = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.SequenceStartEvent: self._start_sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def feed(self, event: Any) -> None:
        """Take one event."""
        step = self._steps.get(type(event))
        if step:
            step(event)

    def report(self, code: str, mark: Mark, message: str, hint: str = "") -> None:
        """Note a finding; too many of them end the reading."""
        self.findings.append(finding(code, mark, message, hint))
        if len(self.findings) >= MAX_FINDINGS:
            raise _StopReadingError

    def found(self) -> tuple[Finding, ...]:
        """Return all findings; however many anchors and aliases there are, they are one."""
        if not self._linked:
            return tuple(self.findings)
        mark, first = self._linked[0]
        more = len(self._linked) - 1
        said = f"{first} is not allowed{f', nor are {more} more in this file' if more else ''}"
        return (*self.findings, finding("E006", mark, said))

    def _mark(self, event: Any) -> Mark:
        return self.source.mark(event.start_mark.line, event.start_mark.column)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("E010", event, "a second document starts here")
        if event.version or event.tags:
            self.report("E007", self._mark(event), "directives are not part of content's YAML")

    def _stop(self, code: str, event: Any, message: str) -> None:
        self.report(code, self._mark(event), message)
        raise _StopReadingError

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._linked.append((self._mark(event), f'anchor "&{event.anchor}"'))
        if event.tag is not None:
            self.report("E007", self._mark(event), f'tag "{event.tag}" is not allowed')

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        start = event.start_mark
        style = event.style or ""
        text: str = event.value
        node = Scalar(self.source, start.line, start.column, text, style)
        if style:
            self._check_quoted(node, text)
        elif not self._awaits_key():
            node.value = self._resolved(node, text)
        self._place(node)

    def _check_quoted(self, node: Scalar, text: str) -> None:
        if _CONTROL.search(text):
            self.report("E005", node.mark, "an escape here stands for a control character")

    def _resolved(self, node: Scalar, text: str) -> str | int | bool | None:
        value = resolve(text)
        too_big = isinstance(value, int) and abs(value) > MAX_INT
        if too_big or (isinstance(value, str) and len(text) > 11 and _INT.fullmatch(text)):
            self.report("E013", node.mark, f"{text[:20]} is beyond ±{MAX_INT:,}")
            return 0
        return value

    def _alias(self, event: Any) -> None:
        mark = self._mark(event)
        self._linked.append((mark, f'alias "*{event.anchor}"'))
        self._place(Scalar(self.source, mark.line - 1, mark.column - 1, None))

    def _start_mapping(self, event: Any) -> None:
        start = event.start_mark
        self._start(event, Mapping(self.source, start.line, start.column))

    def _start_sequence(self, event: Any) -> None:
        start = event.start_mark
        self._start(event, Sequence(self.source, start.line, start.column))

    def _start(self, event: Any, node: Sequence | Mapping) -> None:
        self._refuse_extras(event)
        if len(self._stack) >= MAX_DEPTH:
            self._stop("E009", event, f"nested more than {MAX_DEPTH} levels deep")
        if self._awaits_key():
            self._stop("E012", event, "a key must be a plain word, not a list or a map")
        self._place(node)
        self._stack.append(node)
        self._keys.append(None)

    def _end(self, event: Any) -> None:
        self._stack.pop()
        self._keys.pop()

    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1], Mapping) and not self._keys[-1]

    def _place(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node if isinstance(node, Scalar) else None
        else:
            self._put(parent, self._keys[-1], node)
            self._keys[-1] = None

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        name = str(key.value)
        if name in parent.keys:
            first = parent.keys[name].line + 1
            self.report("E008", key.mark, f'"{name}" is set twice; line {first} set it first')
        elif name in ("", "<<"):
            self.report("E012", key.mark, f'"{name}" can\'t be a key')
        else:
            parent.keys[name] = key
            parent.values[name] = node


def read_text(text: str, name: str, loader: Any = None) -> Parsed:
    """Read a text; `name` is how findings call it. Never raises for whatever is in the text."""
    source = TextFile(name, text)
    early = tuple(_unfit(source))
    if early:
        return Parsed(source, None, early, whole=False)
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.text, Loader=loader or _FASTEST_LOADER):
            builder.feed(event)
    except _StopReadingError:
        return Parsed(source, builder.root, builder.found(), whole=False)
    except yaml.YAMLError as error:
        wrong = (*builder.found(), _syntax_finding(source, error))
        return Parsed(source, builder.root, wrong, whole=False)
    return Parsed(source, builder.root, builder.found())


def _unfit(source: TextFile) -> Iterator[Finding]:
    """Yield what makes a text unfit before its structure is looked at."""
    if len(source.text) > MAX_BYTES:
        yield finding("E003", source.mark(0, 0), "longer than 2 MiB")
        return
    control = _CONTROL.search(source.text)
    if control:
        shown = f"U+{ord(control.group()):04X}"
        yield finding("E005", source.mark_at(control.start()), f"control character {shown}")
    tab = _TAB_INDENT.search(source.text)
    if tab:
        yield finding("E011", source.mark_at(tab.end() - 1), "a tab indents this line")


def _syntax_finding(source: TextFile, error: yaml.YAMLError) -> Finding:
    at = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    mark = source.mark(at.line, at.column) if at else source.mark(0, 0)
    problem = str(getattr(error, "problem", None) or "this is not YAML")
    key = _FRESH_KEY.match(mark.text_line)
    if problem == _SECOND_COLON and key and key.end() == mark.column:
        begins = source.mark(mark.line - 1, key.start("key"))
        said = "this key is indented further than the one above, whose value it can't be part of"
        return finding("E004", begins, said, "look at the indentation")
    return finding("E004", mark, problem, _syntax_hint(problem, mark))


def _syntax_hint(problem: str, mark: Mark) -> str:
    """Return what is most likely meant where the YAML breaks."""
    if _NO_SPACE.match(mark.text_line):
        return "a dash needs a space after it"
    begun = _OPEN_BRACE.match(mark.text_line)
    if problem == "did not find expected key" and begun and begun.end() < mark.column:
        return f"a text that starts with {begun['sign']} needs quotes"
    return _SYNTAX_HINTS.get(problem, "")


def read_file(path: Path, name: str) -> Parsed:
    """Read a file; `name` is how findings call it. Never raises for whatever the file is."""
    try:
        text = read_regular(path, MAX_BYTES).decode("utf-8")
    except OSError as error:
        if error.errno == errno.EFBIG:
            return _nothing(name, "E003", "longer than 2 MiB")
        return _nothing(name, "E001", f"can't be read: {reason(error)}")
    except UnicodeDecodeError as error:
        wide = error.object.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        said = "this is UTF-16" if wide else f"byte {error.start} is not UTF-8"
        return _nothing(name, "E002", said)
    return read_text(text, name)


def _nothing(name: str, code: str, message: str) -> Parsed:
    source = TextFile(name, "")
    return Parsed(source, None, (finding(code, source.mark(0, 0), message),), whole=False)
