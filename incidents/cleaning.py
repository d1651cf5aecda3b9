r"""Makes a text uniform for the finders, and keeps the way back to every code point as given.

Line endings become "\n", odd spaces one space, typographic quotes straight ones, HTML entities
and combining accents single letters; marks that nobody sees (right-to-left marks, soft hyphens,
zero-width spaces, byte-order marks) go. Guillemets and dashes stay: they carry meaning.
"""

import html
import re
import unicodedata
from array import array

from incidents.capitals import read_tag

_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\x00\x1f"
_BREAKS = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_UNSEEN = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_ACCENTS = "\u0300-\u036f"
_LIKENESS = {
    **dict.fromkeys("‘’‚‛ʼ`´′＇", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys("‐‑−﹣－", "-"),
    "‒": "–",
    "―": "—",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬀ": "ff",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
}
_ODD = re.compile(rf"[&#{_SPACES}{_BREAKS}{_UNSEEN}{_ACCENTS}{''.join(_LIKENESS)}]")
"""One class, so that a plain text is passed over at the engine's full speed."""
_ENTITY = re.compile(r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_SOFT_BREAK = re.compile(rf"\xad[ ]{{0,4}}(?:\r\n|[\n{_BREAKS}])[ ]{{0,4}}")
"""A soft hyphen that a line's end made to be seen."""
_MARKS = re.compile(rf"[{_ACCENTS}]{{1,8}}")
_IS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_RUNS = re.compile(r" +\n *|\n +| {2,}")


def clean(raw: str) -> tuple[str, "array[int]"]:
    """Make `raw` uniform, in time linear in its length.

    Returns:
        The clean text, and for each of its code points, and for its end, the position in `raw`
        of what it was read from. Positions never fall.
    """
    parts: list[str] = []
    offsets = array("i")
    done = 0
    for found in _ODD.finditer(raw):
        if found.start() < done:
            continue
        if found[0] == "#":
            if tag := read_tag(raw, found.start()):
                end, put, places = tag
                parts += (raw[done : found.start()], put)
                offsets.extend(range(done, found.start()))
                offsets.extend(places)
                done = end
            continue
        start, end, put = _read(raw, found.start(), done)
        parts += (raw[done:start], put)
        offsets.extend(range(done, start))
        offsets.extend([start] * len(put))
        done = end
    parts.append(raw[done:])
    offsets.extend(range(done, len(raw) + 1))
    return _without_runs("".join(parts), offsets)


def _read(raw: str, at: int, done: int) -> tuple[int, int, str]:
    """Read the odd piece at `at`: where it starts, where it ends, what stands for it."""
    if match := _BREAK.match(raw, at):
        return at, match.end(), "\n"
    if match := _MARKS.match(raw, at):
        if at > done and raw[at - 1].isalpha():
            composed = unicodedata.normalize("NFC", raw[at - 1 : match.end()])
            return at - 1, match.end(), composed
        return at, match.end(), ""
    if (match := _ENTITY.match(raw, at)) and (put := _entity(match[0])) is not None:
        return at, match.end(), put
    if match := _SOFT_BREAK.match(raw, at) or _IS_UNSEEN.match(raw, at):
        return at, match.end(), ""
    return at, at + 1, _plain(raw[at])


def _entity(text: str) -> str | None:
    """Read `&eacute;`; None for what names no character, as in "&foo;"."""
    characters = html.unescape(text)
    if len(characters) > len("fi"):
        return None
    return "".join(_plain(one) for one in characters if not _IS_UNSEEN.match(one))


def _plain(character: str) -> str:
    return _LIKENESS.get(character, character if character.isprintable() else " ")


def _without_runs(text: str, offsets: "array[int]") -> tuple[str, "array[int]"]:
    """Make runs of spaces one space, and take them from the ends of lines."""
    if "  " not in text and " \n" not in text and "\n " not in text:
        return text, offsets
    parts: list[str] = []
    kept = array("i")
    done = 0
    for run in _RUNS.finditer(text):
        start, end = run.span()
        parts += (text[done:start], "\n" if "\n" in run[0] else " ")
        kept.extend(offsets[done : start + 1])
        done = end
    parts.append(text[done:])
    kept.extend(offsets[done:])
    return "".join(parts), kept


def last_seen(raw: str, start: int, end: int) -> int:
    """Move `end` back over marks that nobody sees and the cleaning left out."""
    while end > start + 1 and not raw[end - 1].isascii() and _IS_UNSEEN.match(raw, end - 1):
        end -= 1
    return end
