"""The process that reads one file after another for another process, within limits."""

import os
import queue
import re
import sys
import threading
import time
from pathlib import Path
from typing import IO, NoReturn

import msgspec

from incidents.errors import ReportError
from incidents.formats.apart import OUT_OF_MEMORY, Answer, Request
from incidents.formats.contents import Contents
from incidents.formats.readers import reader_of

_NO_MEMORY = re.compile(r"memory|^unknown error", re.IGNORECASE)
_LOOK_S = 0.1
"""How often the memory is looked at where the system keeps no limit (macOS)."""
_ceiling: list[int] = []
"""Bytes that this process may have taken at its peak, of each request; the last one holds."""


def main() -> NoReturn:
    """Answer requests on standard input until it ends."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    requests: queue.Queue[tuple[Request, bytes]] = queue.Queue()
    threading.Thread(target=_hear, args=(sys.stdin.buffer, requests), daemon=True).start()
    while True:
        written = msgspec.json.encode(_answer(*requests.get()))
        out.write(b"%d\n" % len(written) + written)
        out.flush()


def _hear(stdin: IO[bytes], requests: "queue.Queue[tuple[Request, bytes]]") -> None:
    """Take requests; the pipe ends with the process that asks, and this one at once after it."""
    while line := stdin.readline():
        request = msgspec.json.decode(line, type=Request)
        data = stdin.read(request.size)
        if len(data) < request.size:
            break
        requests.put((request, data))
    os._exit(0)


def _answer(request: Request, data: bytes) -> Answer:
    try:
        read = reader_of(request.kind)  # loads its libraries before the limit is set
        _limit_memory(request.limits.memory_bytes)
        contents = read(data, request.name, request.limits)
    except ReportError as error:
        return Answer(error=str(error))
    except Exception as error:  # noqa: BLE001 - the readers' libraries raise dozens of kinds
        if _is_memory(error):
            os._exit(OUT_OF_MEMORY)
        kind = type(error).__name__
        return Answer(error=f"{request.name} is damaged and cannot be read ({kind}: {error}).")
    if len(contents.text) > request.limits.text_length:
        most = request.limits.text_length / 1e6
        return Answer(error=f"{request.name} has over {most:g} million characters: divide it.")
    return Answer(contents=_clean(contents))


def _is_memory(error: BaseException | None) -> bool:
    """Tell a want of memory, which libraries dress as errors of their own."""
    while error is not None:
        # libxml2 calls it an unknown error.
        if isinstance(error, MemoryError) or _NO_MEMORY.search(str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


def _clean(contents: Contents) -> Contents:
    """Put a question mark for lone surrogates, which no UTF-8 can carry."""
    return Contents(
        text=_whole(contents.text),
        meta={key: _whole(value) for key, value in contents.meta.items()},
        proposed_published=contents.proposed_published,
        notes=tuple(map(_whole, contents.notes)),
    )


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _limit_memory(more: int) -> None:
    """Let this process take so many bytes more than it has now."""
    try:
        import resource  # noqa: PLC0415 - Windows has none: time and unpacking are bounded there
    except ImportError:
        return
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        _watch_memory(more)
        return
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _watch_memory(more: int) -> None:
    """End this process when it takes more; macOS accepts a limit of memory and keeps none."""
    _ceiling.append(_peak_bytes() + more)
    if len(_ceiling) == 1:
        threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    while _peak_bytes() < _ceiling[-1]:
        time.sleep(_LOOK_S)
    os._exit(OUT_OF_MEMORY)


def _peak_bytes() -> int:
    import resource  # noqa: PLC0415 - as above

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
