"""Reads a file in a process of its own, so that no file can take this one's memory or time.

A reader's process is kept for the next file, since starting one costs more than most files do,
and it ends when this process does, however that ends (docs/decisions/0007-readers-apart.md).
"""

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import msgspec

from incidents.errors import ReportError
from incidents.formats.contents import Contents, Limits
from incidents.records import Record

OUT_OF_MEMORY = 77
"""Exit code of a reader that met its memory limit."""
_ROOT = Path(__file__).resolve().parents[2]
_START = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from incidents.formats import worker; "


class Request(Record, frozen=True, kw_only=True):
    """What a reader is asked; the file's bytes follow it."""

    kind: str
    """Ending of the format: ".pdf"."""
    name: str
    size: int
    """Bytes that follow."""
    limits: Limits


class Answer(Record, frozen=True, kw_only=True):
    """What it answers: one of the two."""

    contents: Contents | None = None
    error: str | None = None


class _Reader:
    """One process that reads files, one after the other."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-c", _START + "worker.main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, request: Request, data: bytes) -> Answer | None:
        """Return the answer, or None where the process ended over it."""
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:  # never so: both are pipes
            return None
        try:
            stdin.write(msgspec.json.encode(request) + b"\n")
            stdin.write(data)
            stdin.flush()
            return _answer(stdout)
        except OSError:
            return None

    def kill(self, late: threading.Event) -> None:
        """End the process because its time is up, and remember that."""
        late.set()
        self.process.kill()

    def end(self) -> int:
        """End the process; return its exit code."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                _close(pipe)
        self.process.kill()
        return self.process.wait()


def _close(pipe: IO[bytes]) -> None:
    with contextlib.suppress(OSError):  # what was not yet written has no reader any more
        pipe.close()


def _answer(stdout: IO[bytes]) -> Answer | None:
    size = stdout.readline()
    written = stdout.read(int(size)) if size.strip().isdigit() else b""
    if not size or len(written) < int(size):
        return None
    return msgspec.json.decode(written, type=Answer)


_idle: list[_Reader] = []
_lock = threading.Lock()


def _take() -> _Reader:
    with _lock:
        # A forked process holds its parent's readers too, and those are not its own.
        own = [reader for reader in _idle if reader.owner == os.getpid()]
        if not own:
            return _Reader()
        _idle.remove(own[0])
        return own[0]


def _give_back(reader: _Reader) -> None:
    with _lock:
        if not _idle:
            _idle.append(reader)
            return
    reader.end()


def read_apart(kind: str, data: bytes, name: str, limits: Limits) -> Contents:
    """Read a file in a process of its own.

    Args:
        kind: ending of the format, as `worker` knows it.
        data: the file.
        name: its name, for messages.
        limits: how much memory and time the reading may take.

    Raises:
        ReportError: the file cannot be read, or met a limit; the message says which.
    """
    request = Request(kind=kind, name=name, size=len(data), limits=limits)
    reader = _take()
    late = threading.Event()
    timer = threading.Timer(limits.seconds, reader.kill, [late])
    timer.start()
    try:
        answer = reader.ask(request, data)
    finally:
        timer.cancel()
    if answer is None or late.is_set():
        raise ReportError(_ended(name, reader.process.wait(), limits, late=late.is_set()))
    _give_back(reader)
    if answer.contents is None:
        raise ReportError(answer.error or f"{name} cannot be read.")
    return answer.contents


def _ended(name: str, code: int, limits: Limits, *, late: bool) -> str:
    advice = "It may be damaged or made to harm; save its text and read that."
    if late:
        return f"{name} took longer than the limit of {limits.seconds:g} seconds. {advice}"
    if code == OUT_OF_MEMORY:
        megabytes = limits.memory_bytes / 1e6
        return f"{name} took more memory than the limit of {megabytes:g} MB. {advice}"
    return f"{name} ended its reader (exit code {code}), most likely for want of memory. {advice}"
