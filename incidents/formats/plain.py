"""Plain text: its encoding told, and what an earlier program garbled repaired, with a note."""

import codecs
import html
import re
from collections.abc import Sequence

import ftfy
from ftfy.badness import is_bad

from incidents.errors import ReportError
from incidents.formats.contents import Contents, Limits
from incidents.tongue import N_, later

_SUSPECT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_MOST_SUSPECT = 0.01
"""Share of control characters above which a file is binary, whatever its name."""
_SAMPLE = 20_000
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LIKELY = frozenset("àâäáãåæçéèêëíîïìñóôöòõøœúùûüÿßÀÂÁÄÇÉÈÊËÎÏÍÑÔÖÓŒÙÛÜÚŸ’‘“”–—…«»°€£·•\u00a0ŠšŽž")
"""What texts of Latin letters have beyond ASCII."""
_OLD = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": N_("the DOS code page 850")}
"""Encodings that are tried where a text is no UTF-8, the likeliest first."""


def read(data: bytes, name: str, _limits: Limits) -> Contents:
    """Decode a text and repair it.

    Raises:
        ReportError: it is binary, or in no encoding that is known here.
    """
    text, notes = decode(data, name)
    mended = ftfy.fix_encoding(text) if is_bad(text) else text
    if mended != text:
        notes += (
            later(
                "{name} was garbled by an earlier program (such as Ã© for é) and repaired.",
                name=name,
            ),
        )
    if _ENTITY.search(mended) and (plain := _ENTITY.sub(_character, mended)) != mended:
        mended = plain
        notes += (
            later(
                "{name} had HTML entities (such as &eacute;), read as the letters they mean.",
                name=name,
            ),
        )
    return Contents(text=mended, notes=notes)


def _character(match: re.Match[str]) -> str:
    put = html.unescape(match[0])
    return put if put.isprintable() else " "


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode a text: UTF-8, UTF-16, else what suits its accents best, with a note that says so.

    Raises:
        ReportError: it is binary, or in none of these encodings.
    """
    for encoding in _unicode(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        _refuse_binary(text, name)
        return text, ()
    _refuse_zeros(data, name)
    text, note = _half_broken(data, name) or _guessed(data, name)
    _refuse_binary(text, name)
    return text, (note,)


def _unicode(data: bytes) -> Sequence[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    sample = data[:_SAMPLE]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        # Latin letters in UTF-16 are every other byte a zero; nothing else that is text is.
        if len(data) % 2 == 0 and zeros.count(0) * 2 > len(zeros):
            return [encoding]
    return ["utf-8-sig"]


def _refuse_zeros(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    if sample.count(0) > _MOST_SUSPECT * len(sample):
        _refuse_binary(sample.decode("latin-1"), name)


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:_SAMPLE]
    if len(_SUSPECT.findall(sample)) > _MOST_SUSPECT * len(sample):
        raise ReportError(
            "{name} is binary and no text. Give its text, HTML, PDF, .docx or .eml.", name=name
        )


def _half_broken(data: bytes, name: str) -> tuple[str, str] | None:
    """Read as UTF-8 what mostly is, and the odd bytes in it as Windows-1252."""
    text = data.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd")
    good = sum(not one.isascii() for one in text) - broken
    if good <= broken:
        return None
    return (
        data.decode("utf-8-sig", _ONE_BYTE),
        later(
            "{name} is not all UTF-8: the rest (places: {n}) was read as Windows-1252. "
            "Check its accents.",
            name=name,
            n=broken,
        ),
    )


_ONE_BYTE = "conflict-map-windows-1252"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    odd = error.object[error.start : error.end]
    return odd.decode("cp1252", "replace"), error.end


codecs.register_error(_ONE_BYTE, _as_windows)


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    """Read as the old encoding in which the most of it is what a text would have."""
    texts: dict[str, str] = {}
    for encoding in _OLD:
        try:
            texts[encoding] = data.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = max(texts, key=lambda encoding: _likeness(texts[encoding]), default="")
    if not best or _likeness(texts[best]) <= 0:
        raise ReportError(
            "{name} is in an unknown encoding. Save it as UTF-8 and try again.", name=name
        )
    return texts[best], later(
        "{name} is not UTF-8: it was read as {encoding}. Check its accents.",
        name=name,
        encoding=_OLD[best],
    )


def _likeness(text: str) -> float:
    """Say how much of what is beyond ASCII a text would have: 1 all, below 0 next to nothing."""
    odd = [one for one in text if not one.isascii()]
    return 2 * sum(one in _LIKELY for one in odd) / max(1, len(odd)) - 1
