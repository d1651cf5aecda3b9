"""Reads with the garbage collector at rest: it would go through all that was found over and over.

What a report gives are records that point only at older ones, so that nothing of it is garbage
in a circle: counting references frees it all (a test holds that). With the collector as Python
sets it, a report of 10 MB takes a quarter longer, and a longer one more than its share.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = 200_000
"""Objects made before the collector looks: enough for a report; loading the rules leaves circles,
and those shall go."""


@contextmanager
def collector_resting() -> Iterator[None]:
    """Let the collector look rarely for a while.

    Threads that do so at once leave it as it was, whatever their order: who finds it resting
    leaves it so.
    """
    before = gc.get_threshold()
    if before[0] in {0, _RARELY}:
        yield
        return
    gc.set_threshold(_RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
