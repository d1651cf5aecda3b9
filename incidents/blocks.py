"""Lines, paragraphs, bullets and headings of a clean text, and what no reader would read.

A page's furniture ("Related News" with other stories' headlines, "Follow us on") is told by the
cues of `data/rules/*/text.toml` and by its shape: headlines with dates below them, at the end.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from incidents.records import Record, Span
from incidents.rules import Rule, languages, load_patterns, load_rules

BlockKind = Literal["paragraph", "bullet", "heading", "boilerplate"]

_WIDEST_WRAP = 130
"""No mail, terminal or PDF wraps its lines wider; longer lines are paragraphs."""
_NARROW = _WIDEST_WRAP // 3
"""Lines shorter than this are a list's as often as a column's."""
_NARROWEST = 18
_COLUMN_FULL = 0.7
"""Share of a narrow column's lines that the next word would not have fitted on."""
_FEWEST_WORDS = 3
"""Words of a short line that the next one may go on from with a small letter."""
_LONGEST_HEADING = 110
_BULLET = re.compile(
    r"(?:[•●▪◦■□‣⁃*·➢►→✓▶»–—-]|o(?= )|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ ]{1,3}(?=\S)"
)
_HEADING_MARK = re.compile(r"#{1,6} |\*\*.{1,200}\*\*:?$|.{1,100}:$")
_STOP = re.compile(r"[a-zà-ÿ\d]\. [A-ZÀ-Ý]")
_TERMINAL = re.compile(r"[.!?…;]['\"»)\]]{0,3}(?:\[\d{1,3}\]){0,3}$")
_BODY_WORDS = 25
"""A line of so many words with a full stop is a story's own text and no headline."""


class Block(Record, frozen=True, kw_only=True):
    """A paragraph, bullet or heading of the clean text."""

    span: Span
    kind: BlockKind
    """`boilerplate` (and all below it: "Related News") is shown and never read."""


def find_blocks(text: str) -> tuple[Block, ...]:
    """Divide a clean text with its wrapped lines joined; blank lines belong to no block."""
    spans = list(_lines(text))
    kinds = [_kind(text[span.start : span.end]) for span in spans]
    lines = [text[span.start : span.end] for span in spans]
    for index in _furniture(lines, kinds):
        kinds[index] = "boilerplate"
    last = max((i for i, kind in enumerate(kinds) if kind != "boilerplate"), default=None)
    if last is not None and kinds[last] == "heading":
        kinds[last] = "paragraph"  # it heads nothing
    return tuple(Block(span=span, kind=kind) for span, kind in zip(spans, kinds, strict=True))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def bullet_mark(line: str) -> int:
    """Tell how many characters the bullet or number before a line takes; 0 for none."""
    match = _BULLET.match(line)
    return match.end() if match else 0


def _kind(line: str) -> BlockKind:
    if bullet_mark(line):
        return "bullet"
    if len(line) > _LONGEST_HEADING or (_TERMINAL.search(line) and not line.startswith("#")):
        return "paragraph"
    return "heading"


def join_wrapped(text: str) -> str:
    """Put a space for each line break that only a narrow page made; the length stays."""
    lines = text.split("\n")
    if len(lines) == 1:
        return text
    groups = list(_groups(lines))
    widths = [_wrap_width(group) for group in groups]
    usual = max(widths)
    parts: list[str] = []
    for group, own in zip(groups, widths, strict=True):
        width = own or (usual if max(map(len, group)) <= usual else 0)
        for line, following in pairwise([*group, ""]):
            parts += (line, " " if _continues(line, following, width) else "\n")
    return "".join(parts)[: len(text)]


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """Cut the lines after each blank one."""
    group: list[str] = []
    for line in lines:
        group.append(line)
        if not line:
            yield group
            group = []
    if group:
        yield group


def _wrap_width(group: Sequence[str]) -> int:
    """Give the width that a group of lines was wrapped at; 0 where it was not."""
    width = max(map(len, group))
    if width > _WIDEST_WRAP:
        return 0
    breaks = [(line, after) for line, after in pairwise(group) if line and after]
    full = sum(_was_full(line, after, width) for line, after in breaks)
    if width >= _NARROW:
        return width if full > 1 and full * 2 > len(breaks) else 0
    # Short lines may be a list's; a narrow column's go on with small letters, or sentences end amid
    # them, and all are full.
    running = sum(
        after[0].islower() or _ends_openly(line) or bool(_STOP.search(after))
        for line, after in breaks
    )
    most_full = full > 1 and full >= _COLUMN_FULL * len(breaks)
    is_column = most_full and (running * 3 >= len(breaks) or (full == len(breaks) and running > 1))
    return width if is_column and width >= _NARROWEST else 0


def _was_full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the line below would not have fitted any more."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _continues(line: str, following: str, width: int) -> bool:
    if not line or not following or bullet_mark(following) or _HEADING_MARK.match(following):
        return False
    if width and _was_full(line, following, width):
        return True
    if line[-1] in '.!?:;»")':
        return False
    if _ends_openly(line):
        return True
    long = len(line) > _WIDEST_WRAP // 4 or line.count(" ") >= _FEWEST_WORDS - 1
    return long and (following[0].islower() or line[-1] == ",")


def _ends_openly(line: str) -> bool:
    """Tell a line that ends with "in" or "the": no list's or heading's does."""
    words = line.rsplit(" ", _FEWEST_WORDS - 1)
    return len(words) == _FEWEST_WORDS and words[-1] in _open_ends()


@cache
def _open_ends() -> frozenset[str]:
    return frozenset(
        word for one in languages() for word in load_rules(one, "text")["open_ends"].split()
    )


@cache
def _cues(role: str) -> tuple[Rule, ...]:
    """Collect the furniture cues of all languages: an English page may carry French ones."""
    return tuple(
        rule
        for language in languages()
        for rule in load_patterns(language, "text")
        if rule.extra.get("role") == role
    )


def _is_cue(line: str, role: str) -> bool:
    return any(rule.pattern.match(line) for rule in _cues(role))


def is_contact(sentence: str) -> bool:
    """Tell an office's address, or how to reach it: "Our office: 12 Rue de Lyon, Geneva"."""
    return _is_cue(sentence[: _LONGEST_HEADING * 2], "contact")


def is_issue_line(block: str) -> bool:
    """Tell "Press release - Geneva, 12 April 2024": its day is read, its place nothing told of."""
    return len(block) <= _LONGEST_HEADING and _is_cue(block, "issue-line")


def _furniture(lines: Sequence[str], kinds: Sequence[BlockKind]) -> Iterator[int]:
    """Yield the indices of lines that are no part of the story."""
    tail = _headline_tail(lines, kinds)
    links = False
    for index, line in enumerate(lines):
        short = line[: _LONGEST_HEADING * 2]
        if index >= tail or (len(line) <= _LONGEST_HEADING and _is_cue(short, "tail")):
            yield from range(index, len(lines))
            return
        links = (links and not _is_body(line)) or _is_cue(short, "links")
        if links or _is_cue(short, "line") or _is_cue(short, "contact-line"):
            yield index


def _is_body(line: str) -> bool:
    return bool(_TERMINAL.search(line)) and (line.count(" ") >= _BODY_WORDS or ". " in line)


def _headline_tail(lines: Sequence[str], kinds: Sequence[BlockKind]) -> int:
    """Find where a closing list of headlines, each with a date below it, begins.

    A dated list of a situation report has its dates above, or full sentences or bullets.
    """
    start, dated = len(lines), 0
    for index in range(len(lines) - 1, -1, -1):
        is_date = _is_cue(lines[index], "date-line") and len(lines[index]) <= _LONGEST_HEADING
        if not is_date and kinds[index] != "heading":
            break
        dated += is_date
        start = index
    body_above = any(_is_body(line) for line in lines[:start])
    closing = start < len(lines) and _is_cue(lines[-1], "date-line")
    opens_dated = start < len(lines) and _is_cue(lines[start], "date-line")
    return start if dated > 1 and closing and body_above and not opens_dated else len(lines)
