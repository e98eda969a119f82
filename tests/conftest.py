"""Hypothesis profiles, and the game's own content for the tests that play it.

`HYPOTHESIS_PROFILE=deep` looks at many more examples, and at other ones each time. Tests marked
`long` begin first, so that no core waits for them at the end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings

from game.content.load import Checked
from game.content.records import Content
from game.testing.shelf import VARIABLE
from game.text import language
from tests import shipped

_apart = TemporaryDirectory()  # nobody's own settings are read or written
os.environ["HANDSHAKE_SETTINGS"] = f"{_apart.name}/settings.json"
os.environ["HANDSHAKE_PACKS"] = f"{_apart.name}/packs"
os.environ.setdefault(VARIABLE, str(Path(__file__).parents[1] / ".pytest_cache" / "games"))
os.environ["HANDSHAKE_CACHE"] = "off"  # what is tested is what there is; some tests turn it on
SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "modest",
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=SLOW_IS_FINE,
)
settings.register_profile(
    "deep", max_examples=1000, deadline=None, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile(
    "mutants",
    parent=settings.get_profile("modest"),
    phases=(Phase.explicit, Phase.generate),
    max_examples=12,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "modest"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long tests first."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes run tests: one more than cores, since the screen's often wait."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def nothing_is_told_of_none() -> Iterator[None]:
    """Fail whatever fills a placeholder with None: nobody is ever to read that word."""
    fill = language._filled

    def filled(told: str, english: str, args: dict[str, object]) -> str:
        assert None not in args.values(), f"{english!r} is told of None"
        return fill(told, english, args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "_filled", filled)
        yield


@pytest.fixture(scope="session")
def checked() -> Checked:
    """Return the packs that are shipped, as read and checked."""
    return shipped.checked()


@pytest.fixture(scope="session")
def base() -> Content:
    """Return the content that is shipped."""
    return shipped.base()


@pytest.fixture(scope="session")
def kept_content(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a cache for the content of processes of one's own, which then read it but once."""
    return str(tmp_path_factory.mktemp("kept"))
