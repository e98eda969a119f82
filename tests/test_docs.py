"""What the documents say is so: examples load, tables are current, commands and links exist."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

from game.cli.app import app
from game.content.codes import CODES
from game.content.definitions import KINDS
from game.content.effects import EFFECTS
from game.content.findings import Finding
from game.content.guide import renewed, tables_in
from game.content.guide.others import OTHER_NAMES
from game.content.guide.tables import blocks
from game.content.load import check_content
from game.content.names import Names
from game.packs.places import VARIABLE as PACKS
from game.saves.places import VARIABLE

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "content" / "README.md"
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES += [GUIDE, GUIDE.with_name("cookbook.md"), ROOT / "saves" / "README.md"]
PAGES += [ROOT / "docs" / "stability.md"]
PAGES += [ROOT / "game" / room / "README.md" for room in ("envs", "lab", "testing", "web")]
PACK = 'pack: guide\ntitle: Guide\nversion: "1.0"\nformat: 1\n'
PLAY = "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/handshake"
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/python -m pytest"
DESK = """- flag: pad_31_lost
  text: The pad is lost.
- event: example
  title: An example
  basis: counterfactual
  weight: 1
  when: not flag.pad_31_lost
  roles: {ship: {vehicle: soyuz}}
  desks:
    roscosmos:
      text: Something is asked of you.
      choices:
        - choice: go
          text: Go
          result: You go.
          effects:
"""
# Put together here, so that this file doesn't hold what it looks for.
FORBIDDEN = tuple(f"{a}{b}" for a, b in (("/wo", "rk/"), ("/tm", "p/"), ("sha", "red/")))
PLAIN = (".md", ".py", ".yaml", ".toml", ".tcss", ".txt", ".json", ".svg", "")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def fenced(text: str, *languages: str) -> list[str]:
    return [block[2] for block in FENCE.finditer(text) if block[1] in languages]


def examples() -> list[str]:
    return [block for block in fenced(read(GUIDE), "yaml") if block.startswith("- ")]


def findings(directory: Path, *files: str, info: str = PACK) -> list[Finding]:
    (directory / "pack.yaml").write_text(info, encoding="utf-8")
    for number, objects in enumerate(files):
        (directory / f"example_{number}.yaml").write_text(objects, encoding="utf-8")
    return check_content([directory])


def rendered(found: list[Finding]) -> str:
    return "\n".join(one.render() for one in found)


# --- the guide's examples


def test_the_examples_of_the_guide_are_without_findings(tmp_path: Path) -> None:
    assert rendered(findings(tmp_path, *examples())) == ""


def test_the_first_pack_of_the_guide_is_without_findings(tmp_path: Path) -> None:
    info = fenced(read(GUIDE), "yaml")[0]
    assert info.startswith("pack: tea_break\n")
    assert rendered(findings(tmp_path, examples()[0], info=info)) == ""


def test_every_kind_has_an_example() -> None:
    shown = {kind for text in examples() for kind in re.findall(r"^- (\w+):", text, re.MULTILINE)}
    kinds = set(KINDS) - {"unused"}
    assert shown - {"patch", "remove"} == kinds  # it would excuse a source that an example cites


def test_the_examples_of_effects_have_no_errors(tmp_path: Path) -> None:
    shown = "".join(f"            - {{{one.example}}}\n" for one in EFFECTS.values())
    found = findings(tmp_path, DESK + shown)
    assert rendered([one for one in found if one.is_error]) == ""


def test_an_example_of_an_effect_shows_that_effect() -> None:
    for name, one in EFFECTS.items():
        assert one.example.startswith(f"{name}: ")


def test_the_finding_that_the_guide_shows(tmp_path: Path) -> None:
    shown = next(block for block in fenced(read(GUIDE), "") if "E031" in block)
    objects = (
        "- event: kettle\n  title: The kettle\n  basis: counterfactual\n  weight: 1\n"
        "  when: tenson > 60\n  headline: It boils.\n"
    )
    (found,) = findings(tmp_path, objects)
    assert found.render().partition(":")[2] == shown.strip().partition(":")[2]


# --- the guide's tables


def test_the_tables_are_current() -> None:
    text = read(GUIDE)
    assert renewed(text) == text, "run `python -m game.content.guide` and look at what it changed"


def test_every_table_is_shown_once() -> None:
    assert sorted(tables_in(read(GUIDE))) == sorted(blocks())


@pytest.mark.parametrize("name", sorted(set(blocks()) - {"codes"}))
def test_a_table_leaves_nothing_unsaid(name: str) -> None:
    words_enough = ("persona", "skills")  # their keys say it themselves
    for part in blocks()[name].split("\n\n*"):
        if not part.startswith(words_enough):
            assert "| |\n" not in f"{part}\n"


def test_the_tables_hold_every_effect_and_code() -> None:
    made = blocks()
    assert set(re.findall(r"^\| `(\w+)` \|", made["effects"], re.MULTILINE)) == set(EFFECTS)
    assert set(re.findall(r"^\| `(\w+)` \|", made["codes"], re.MULTILINE)) == set(CODES)


def test_every_name_of_the_guide_resolves() -> None:
    ids = {"partner": "nasa", "faction": "congress", "option": "own", "vehicle": "soyuz",
           "pad": "steppe",
           "clause": "swap", "flag": "lost", "event": "leak", "thread": "war"}  # fmt: skip
    names = Names(
        partners=frozenset(["nasa"]),
        factions={"congress": "nasa"},
        options=frozenset(["own"]),
        vehicles=frozenset(["soyuz"]),
        pads=frozenset(["steppe"]),
        clauses=frozenset(["swap"]),
        flags={"lost": "bool"},
        events=frozenset(["leak"]),
    )
    made = blocks()
    listed = "\n".join(made[name] for name in ("figures", "partners", "facts", "others"))
    found = re.findall(r"^\| `([^`]+)` \|", listed, re.MULTILINE)
    assert len(found) > len(OTHER_NAMES)
    for name in found:
        plain = re.sub(r"<(\w+)>", lambda place: ids[place[1]], name)
        assert names.resolve(plain) is not None, name


# --- commands


def test_play_and_test_are_the_first_two_command_blocks() -> None:
    first, second = fenced(read(ROOT / "README.md"), "sh")[:2]
    assert (first.strip(), second.strip()) == (PLAY, TEST)


def test_the_checks_find_the_test_command() -> None:
    """What `.ci/run` does: from the marker to the end of the block, the line that starts so."""
    _, _, rest = read(ROOT / "README.md").partition("<!-- test -->\n")
    lines = rest[: rest.index("\n```\n")].split("\n")
    assert lines[0].startswith("```")
    assert [line for line in lines if line.startswith("python3 -m venv")] == [TEST]


def commands() -> Iterator[tuple[str, str]]:
    """Yield every `handshake …` that a page shows in code, with the page's name."""
    for page in PAGES:
        text = read(page)
        lines = "\n".join(fenced(text, "", "sh")).split("\n")
        lines += re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
        for line in lines:
            found = re.match(r"(?:.* )?(?:\.venv/bin/)?handshake( [a-z-].*)?$", line)
            if found and found[1]:
                yield page.relative_to(ROOT).as_posix(), re.split(r"  |#", found[1].strip())[0]


def test_commands_are_found() -> None:
    assert len(list(commands())) > 20


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_a_command_exists(page: str, line: str) -> None:
    command = typer.main.get_command(app)
    words = line.split()
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        command = command.commands[words.pop(0)]
    known = {name for param in command.params for name in param.opts} | {"--help", "--debug"}
    assert {word for word in words if word.startswith("-")} <= known, page


def test_modules_that_are_run_exist() -> None:
    named = {name for page in PAGES for name in re.findall(r"python -m ([\w.]+)", read(page))}
    assert "game.content.guide" in named
    assert [name for name in sorted(named) if find_spec(name) is None] == []


def test_the_variable_for_saves_is_documented() -> None:
    assert VARIABLE in read(ROOT / "saves" / "README.md")


def test_the_first_pack_is_played_as_the_guide_says(tmp_path: Path) -> None:
    """Its card is the first on the desk of the command that the guide shows."""
    findings(tmp_path, examples()[0], info=fenced(read(GUIDE), "yaml")[0])
    (line,) = [b for _, b in set(commands()) if b.startswith("plain --pack tea_break")]
    asked = line.replace("tea_break", str(tmp_path)).split()
    told = CliRunner().invoke(app, asked, input="1\nquit\n", env={VARIABLE: str(tmp_path / "s")})
    assert "The kettle in Zvezda" in told.stdout


def shared_pack() -> str:
    """Return the guide's chapter on the way to a shared pack."""
    return read(GUIDE).partition("## From nothing to a shared pack")[2].partition("\n## ")[0]


@pytest.mark.long
def test_the_way_to_a_shared_pack_goes_as_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_content: str
) -> None:
    """Every command of the chapter in its order, the files written as it shows them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDSHAKE_CACHE", kept_content)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "saves"))
    monkeypatch.setenv(PACKS, str(tmp_path / "packs"))
    folder, shown, told = tmp_path / "packs" / "second_shift", fenced(shared_pack(), "yaml"), ""
    for line in "".join(fenced(shared_pack(), "")).splitlines():
        words = shlex.split(line.removeprefix("handshake "))
        if words[0] == "check":
            (folder / "events.yaml").write_text(shown[0], encoding="utf-8")
            (folder / "tests.yaml").write_text(shown[1], encoding="utf-8")
        if words[0] == "try":
            words.append("--plain")
        if words[:2] == ["pack", "install"]:  # on somebody else's machine
            monkeypatch.setenv(PACKS, str(tmp_path / "elsewhere"))
        words = ["1" if word == "60" else word for word in words]  # seconds
        ran = CliRunner().invoke(app, words, input="1\nquit\n")
        assert ran.exit_code == 0, f"{line}: {ran.output} {ran.exception}"
        told += ran.output
    assert "no errors, no warnings" in told
    assert "Needs 30 M" in told
    assert "2 tests, all hold." in told
    assert "Cards: 1. Branches: 4. Broken: 0. Never seen: 0." in told
    assert "Nothing broke." in told
    assert "Threads: 0. Standing alone: 1. Dead ends: 0." in told
    assert "cards: 1 of 1" in told
    assert "night_shift nasa leave_it_open" in (tmp_path / "coverage.html").read_text("utf-8")
    assert "[on] second_shift: The second shift, version 0.1 (installed)" in told
    assert len(re.findall(r"A card.*: The loop at three in the morning", told)) == 4
    assert "isn't enabled: version 0.1 has come along" in told
    assert list((tmp_path / "elsewhere").glob("second_shift*")) == []


# --- paths


@pytest.mark.parametrize("page", PAGES[:2], ids=lambda path: path.name)
def test_paths_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"`((?:\.ci|content|game|tests|saves)/[\w./*-]*)`", read(page))
    assert named
    assert [path for path in named if not any(ROOT.glob(path.rstrip("/")))] == []


def test_the_layout_names_every_room_of_the_game() -> None:
    layout = read(ROOT / "README.md").partition("## Layout")[2].partition("\n## ")[0]
    rooms = [
        p for p in (ROOT / "game").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()
    ]
    loose = {"__init__.py", "__main__.py"}
    missing = [p.name for p in rooms if p.name not in loose and f"`game/{p.name}" not in layout]
    assert sorted(missing) == []


# --- links


def anchors(text: str) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    shown = re.sub(r"<!--.*?-->", "", read(page), flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)]+)\)", shown):
        if link.startswith("https://"):
            continue
        place, _, anchor = link.partition("#")
        target = page.parent / place if place else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(read(target)), link


# --- Python in the README


@pytest.mark.parametrize("number", range(len(fenced(read(ROOT / "README.md"), "python"))))
def test_the_library_example_runs(
    number: int,
    capsys: pytest.CaptureFixture[str],
    kept_content: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HANDSHAKE_CACHE", kept_content)
    names: dict[str, object] = {"__name__": "example"}
    exec(fenced(read(ROOT / "README.md"), "python")[number], names)
    for name, thing in names.items():
        if name.startswith("test_") and callable(thing):
            thing()
            return
    assert capsys.readouterr().out.startswith(("Tension in turn 5:", "cautious "))


# --- the whole repository


def tracked() -> list[Path]:
    """Return the files that git tracks or would; without git, those of the known directories."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        told = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        parts = ("game", "content", "tests")
        return [path for part in parts for path in (ROOT / part).rglob("*") if path.is_file()]
    return [ROOT / name for name in told.split("\0") if (ROOT / name).is_file()]


def test_nothing_speaks_of_the_machine_it_was_made_on() -> None:
    plain = [path for path in tracked() if path.suffix in PLAIN and "__pycache__" not in path.parts]
    assert GUIDE in plain
    found = [(path.name, bad) for path in plain for bad in FORBIDDEN if bad in read(path)]
    assert found == []
