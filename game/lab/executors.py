"""Who plays the games: processes of this machine, or a Dask cluster."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from logging import CRITICAL

from game.errors import HandshakeError, UsageError

WINDOWS_JOBS = 61  # that system lets nobody wait for more processes at once
GONE = "What was played into a folder is kept: go on with --resume"


@contextmanager
def processes(jobs: int) -> Iterator[Executor | None]:
    """Give so many processes of this machine; one job needs none of its own.

    Raises HandshakeError when one of them was ended from outside.
    """
    if jobs == 1:
        yield None
        return
    most = WINDOWS_JOBS if sys.platform == "win32" else jobs
    try:
        with ProcessPoolExecutor(min(jobs, most), initializer=_end_quietly) as executor:
            yield executor
    except BrokenProcessPool as error:
        raise HandshakeError(
            "A process of the lab was ended from outside, as happens where memory runs out. "
            f"{GONE}, and with fewer --jobs."
        ) from error


def _end_quietly() -> None:
    """Let an interruption end this process without a word; who started it tells of it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def dask(jobs: int, scheduler: str = "") -> Iterator[Executor]:
    """Give the workers of a Dask scheduler, or else so many on this machine.

    Raises UsageError without the extra `cluster` or where no scheduler answers, HandshakeError
    when the cluster gives a chunk up.
    """
    try:
        from distributed import Client, LocalCluster
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        said = "Dask needs the extra `cluster`: pip install 'orbital-handshake[cluster]'."
        raise UsageError(said) from error
    with ExitStack() as stack:
        where = scheduler or stack.enter_context(
            LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=CRITICAL
            )
        )
        try:
            client = stack.enter_context(Client(where))
        except (OSError, ValueError) as error:
            said = f"No Dask scheduler answers at {scheduler} ({error}); look at its address."
            raise UsageError(said) from error
        try:
            yield client.get_executor(pure=False)
        except (KilledWorker, CancelledError) as error:
            raise HandshakeError(
                "The cluster gave up: its scheduler went, or a chunk's workers died again and "
                f"again. {GONE}, and with a smaller --chunk."
            ) from error
