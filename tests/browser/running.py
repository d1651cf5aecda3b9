"""A dashboard started as its user starts it, for the browser tests and the benchmarks."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from datasets.keeping import Shelf

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
START_SECONDS = 120


def chromium_path() -> str | None:
    """Return the system's Chromium; None leaves it to Playwright's own."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Dashboard:
    """A running dashboard."""

    def __init__(self, folder: Path, cache: Path, more: Mapping[str, str] | None = None) -> None:
        """Start one on a free port with its own database and wait until it answers.

        Args:
            folder: its own; `incidents.db` in it, where there is one, is what it starts with.
            cache: the gazetteer's.
            more: environment variables besides.
        """
        self.database = folder / "incidents.db"
        self._first = folder / "first.db"
        if self.database.exists():
            _copy(self.database, self._first)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        environment = {
            **os.environ,
            "CONFLICT_MAP_DATABASE": str(self.database),
            "CONFLICT_MAP_CACHE": str(cache),
            **(more or {}),
        }
        command = [sys.executable, "-m", "commands.main", "serve", "--headless"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port)],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self) -> None:
        request = urllib.request.Request(f"{self.url}/_stcore/health")  # noqa: S310  our own address
        for _ in range(START_SECONDS * 4):
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(request, timeout=1):  # noqa: S310  our own address
                    return
            except OSError:
                # Not up yet; a wait on the process returns at once should it die meanwhile.
                try:
                    self.process.wait(0.25)
                except subprocess.TimeoutExpired:
                    continue
        raise AssertionError(f"The dashboard did not start:\n{self.log.read_text()[-3000:]}")

    def begin(self, first: Path) -> None:
        """Hold another database from now on, which `restored` comes back to."""
        self._first = first
        self._hold(first)

    @contextmanager
    def restored(self, first: Path | None = None) -> Iterator[None]:
        """Put what is kept as it was at the start, before a block and after it, come what may.

        Args:
            first: another one, for the block alone.
        """
        self._hold(first or self._first)
        try:
            yield
        finally:
            self._hold(self._first)

    def _hold(self, first: Path) -> None:
        _copy(first, self.database)
        # What was brought in lies beside the database, and would be on all later maps.
        shutil.rmtree(Shelf(str(self.database)).folder, ignore_errors=True)

    def stop(self) -> None:
        """End the server that was started here."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)


def _copy(source: Path, target: Path) -> None:
    # SQLite's own backup, in one transaction: a server may have the target open meanwhile.
    with (
        closing(sqlite3.connect(source)) as old,
        closing(sqlite3.connect(target, timeout=30)) as new,
    ):
        old.backup(new)
