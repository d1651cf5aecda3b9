"""Many reports: JSON lines in, JSON lines out, in input order, over all cores or a cluster.

A line that can't be read becomes an error line and the run goes on. What is held in memory does
not grow with the number of reports: so many chunks are under way at a time, and no more.
"""

import multiprocessing
import multiprocessing.process
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from typing import Any, BinaryIO, NamedTuple, Protocol

import msgspec

from incidents.collecting import collector_resting
from incidents.errors import ConflictMapError, ReportError
from incidents.records import Incident, to_json
from incidents.report import LARGEST_FILE, Report, report_from_json

CHUNK = 16
"""Lines handed to a worker at a time."""
LONGEST_LINE = 4 * LARGEST_FILE
"""Bytes; a text of the largest size with every letter escaped."""
AHEAD = 4
"""Chunks under way for each worker."""

Reader = Callable[[Report], Sequence[Incident]]
MakeReader = Callable[[], Reader]
"""Makes a reader inside a worker; a module's function, so that it can be sent there by name."""


class Answer(NamedTuple):
    """What one line became."""

    line: bytes
    """JSON, with its line end."""
    failed: bool
    size: int
    """Bytes of the line that was read, for a progress bar."""
    notes: tuple[str, ...] = ()
    """What to know of its reading; the output's form has no room for it."""


class _Future(Protocol):
    def result(self) -> Any: ...


class _WithId(msgspec.Struct):
    """As much of a broken line as names its report."""

    id: str | None = None


def answer_line(number: int, line: bytes, read: Reader) -> Answer:
    """Read one line of the input and write one of the output.

    Args:
        number: its number in the input, from 1, for the message.
        line: JSON of a report.
        read: gives a report's incidents.
    """
    try:
        report = _report(line)
        incidents = list(read(report))
    except ConflictMapError as error:
        return _failed(number, line, str(error))
    except Exception as error:  # noqa: BLE001 - one report's trouble must not end the run
        return _failed(number, line, f"This report broke the reader ({error!r}); please report it.")
    written = to_json({"report_id": report.id, "incidents": incidents})
    notes = tuple(f"Line {number}: {note}" for note in report.notes)
    return Answer(written + b"\n", failed=False, size=len(line), notes=notes)


def _report(line: bytes) -> Report:
    if len(line) > LONGEST_LINE:
        raise ReportError(f"The line has over {LONGEST_LINE / 1e6:.0f} MB: divide its report.")
    return report_from_json(line)


def _failed(number: int, line: bytes, message: str) -> Answer:
    try:
        report_id = msgspec.json.decode(line[:LONGEST_LINE], type=_WithId).id
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        report_id = None
    written = to_json({"report_id": report_id, "error": f"Line {number}: {message}"})
    return Answer(written + b"\n", failed=True, size=len(line))


@cache
def _reader(make: MakeReader) -> tuple[Reader, threading.Lock]:
    """Make each process's reader once; its lock lets a cluster's threads take turns."""
    return make(), threading.Lock()


def answer_chunk(chunk: Sequence[tuple[int, bytes]], make: MakeReader) -> list[Answer]:
    """Answer some lines, in a worker."""
    read, lock = _reader(make)
    with lock, collector_resting():
        return [answer_line(number, line, read) for number, line in chunk]


def answer_all(
    lines: Iterable[bytes], make: MakeReader, *, workers: int | None = None
) -> Generator[Answer]:
    """Answer every line, in order, over this machine's cores.

    Args:
        lines: JSON lines; empty ones are passed over.
        make: makes the reader of each worker.
        workers: processes; all cores where None, none but this one where 1.

    Raises:
        ConflictMapError: a worker was ended from outside.
    """
    workers = workers or os.cpu_count() or 1
    chunks = _chunks(lines)
    if workers == 1:
        for chunk in chunks:
            yield from answer_chunk(chunk, make)
        return
    with ProcessPoolExecutor(workers, initializer=_end_with_parent) as pool:
        try:
            yield from _windowed(chunks, lambda c: pool.submit(answer_chunk, c, make), workers)
        except BrokenProcessPool:
            raise ConflictMapError(
                "A worker process was ended from outside, most likely for want of memory: try "
                "again with fewer workers."
            ) from None


def answer_on_cluster(
    lines: Iterable[bytes], make: MakeReader, scheduler: str
) -> Generator[Answer]:
    """Answer every line, in order, on a Dask cluster.

    Args:
        lines: JSON lines; empty ones are passed over.
        make: makes the reader of each worker; the program must be installed there.
        scheduler: address, such as `tcp://10.0.0.1:8786`.

    Raises:
        ConflictMapError: Dask is not installed, or nobody answers at the address.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that most never need
    except ImportError:
        raise ConflictMapError(
            "Dask is not installed: install the program with its 'cluster' extra."
        ) from None
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise ConflictMapError(f"No Dask scheduler answers at {scheduler}: {error}.") from None
    with client:
        workers = max(1, sum(client.nthreads().values()))
        yield from _windowed(
            _chunks(lines), lambda c: client.submit(answer_chunk, c, make, pure=False), workers
        )


def _end_with_parent() -> None:
    """Let a worker end when its parent does, even when that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for, args=(parent,), daemon=True).start()


def _wait_for(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def bounded_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file's lines; of one that is too long only enough to tell it."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


def _chunks(lines: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    told = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    while chunk := list(islice(told, CHUNK)):
        yield chunk


def _windowed(
    chunks: Iterator[list[tuple[int, bytes]]],
    submit: Callable[[list[tuple[int, bytes]]], _Future],
    workers: int,
) -> Generator[Answer]:
    """Keep so many chunks under way, and give their answers in order."""
    under_way: deque[_Future] = deque()
    for chunk in chunks:
        under_way.append(submit(chunk))
        if len(under_way) >= workers * AHEAD:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()
