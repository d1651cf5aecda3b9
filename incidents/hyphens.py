"""Words that a line's end broke with a hyphen: "Tim-/buktu" is one word, "twenty-/five" two."""

import re
from array import array
from functools import cache

from incidents.rules import languages, load_rules

_BROKEN = re.compile(r"([^\W\d_]+)-\n {0,4}([^\W\d_]+)")
_END = re.compile(r"([^\W\d_]+)-$")
_START = re.compile(r"[^\W\d_]+")


@cache
def _parts(side: str) -> frozenset[str]:
    """List the words that keep their hyphen before them ("first") or behind them ("second")."""
    return frozenset(
        word
        for language in languages()
        for word in load_rules(language, "text")[f"hyphen_{side}"].split()
    )


def keeps_hyphen(first: str, second: str, text: str = "") -> bool:
    """Tell whether a hyphen between two halves at a line's end is the word's own.

    Args:
        first: what stands before the hyphen.
        second: what begins the next line.
        text: where the word may stand unbroken elsewhere.
    """
    if (
        second[0].isupper()
        or first.lower() in _parts("first")
        or second.lower() in _parts("second")
    ):
        return True
    return f"{first}-{second}" in text


def joined(above: str, below: str) -> str:
    """Join two lines of one paragraph."""
    first, second = _END.search(above[-60:]), _START.match(below)
    if not first or not second:
        return f"{above}{below}" if above.endswith("-") else f"{above} {below}"
    return (above if keeps_hyphen(first[1], second[0]) else above[:-1]) + below


def without_breaks(text: str, offsets: "array[int]") -> tuple[str, "array[int]"]:
    r"""Join the words that line ends broke; every letter left keeps its offset.

    Args:
        text: clean, with "\n" for line ends.
        offsets: as `incidents.cleaning.clean` gives them.
    """
    if "-\n" not in text:
        return text, offsets
    parts: list[str] = []
    kept = array("i")
    done = 0
    for match in _BROKEN.finditer(text):
        first, second = match.span(1)[1], match.start(2)
        if keeps_hyphen(match[1], match[2], text):
            first += 1
        parts.append(text[done:first])
        kept.extend(offsets[done:first])
        done = second
    parts.append(text[done:])
    kept.extend(offsets[done:])
    return "".join(parts), kept
