"""E-mail (.eml): the message's own words, decoded, with its date; signatures are left out."""

import datetime as dt
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from incidents.errors import ReportError
from incidents.formats.contents import Contents, Limits
from incidents.formats.flow import text_of
from incidents.formats.plain import decode
from incidents.tongue import later

_QUOTE = re.compile(r"^(?:> ?)+")
_DASHES = re.compile(r"^(?:> ?)*--\s?$")
_CLOSING = re.compile(
    r"^(?:> ?)*(?:(?:best|kind|warm|with best|with kind)?\s?(?:regards|wishes)|yours \w+|sincerely"
    r"|many thanks|thanks|thank you|cheers|(?:bien )?cordialement|(?:bien )?à vous"
    r"|salutations(?: \w+)?|meilleures salutations|merci)\s?[,.!]?$",
    re.IGNORECASE,
)
"""A line that closes a letter; the lines below it are its writer's name and address."""
_LONGEST_SIGNATURE = 10
"""Lines."""
_SENTENCE = re.compile(r"[.!?]['\"»”)]?$")
_SENTENCE_WORDS = 6
_MOST_NAMED = 5
_QUOTE_HEAD = re.compile(
    r"(?:> ?)*(?:(?:On|Le) .{6,200}(?:wrote|a écrit)\s?:$|-{3,}.*-{3,}$|(?:From|De) ?: .{3,})"
)
"""What mail programs set above the mail that is answered or passed on."""


def read(data: bytes, name: str, _limits: Limits) -> Contents:
    """Take the text out of an e-mail.

    Raises:
        ReportError: it has none.
    """
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(data)
    body, notes = _body(message, name)
    if not body.strip():
        raise ReportError("{name} is an e-mail without text.", name=name)
    lines = body.replace("\r\n", "\n").split("\n")
    kept = list(_without_signatures(lines))
    if len(kept) < len(lines):
        count = len(lines) - len(kept)
        notes += (later("{name}: its signature was left out ({n} lines).", name=name, n=count),)
    notes += tuple(_attachments(message, name))
    published = _sent(message)
    meta = {"title": str(message.get("Subject", "")).strip(), "published": published or ""}
    return Contents(
        text="\n".join(_QUOTE.sub("", line) for line in kept).strip("\n"),
        meta={key: value for key, value in meta.items() if value},
        notes=notes,
    )


def _sent(message: EmailMessage) -> str | None:
    """Return the day of the message's own date, as its writer's clock had it."""
    try:
        date: dt.datetime = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError):
        return None
    return date.date().isoformat()


def _body(message: EmailMessage, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode what a reader of mail would show: the plain part, else the HTML one."""
    texts: list[str] = []
    notes: list[str] = []
    for part in _shown(message):
        raw = part.get_payload(decode=True)
        if not isinstance(raw, bytes):
            continue
        text, told = _decoded(part, raw, name)
        notes += told
        texts.append(text_of(text) if part.get_content_subtype() == "html" else text)
    return "\n\n".join(texts), tuple(notes)


def _decoded(part: EmailMessage, raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return raw.decode(part.get_content_charset() or "utf-8"), ()
    except (LookupError, UnicodeDecodeError):
        return decode(raw, name)


def _shown(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that are text, of alternatives the plain one."""
    if message.get_content_type() == "multipart/alternative":
        parts = [part for part in message.iter_parts() if isinstance(part, EmailMessage)]
        plain = [part for part in parts if part.get_content_type() == "text/plain"]
        for chosen in plain[:1] or parts[-1:]:
            yield from _shown(chosen)
    elif message.is_multipart():
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _shown(part)
    elif message.get_content_maintype() == "text" and not message.is_attachment():
        yield message


def _attachments(message: EmailMessage, name: str) -> Iterator[str]:
    names = [
        part.get_filename() or part.get_content_type()
        for part in message.walk()
        if part.get_content_disposition() == "attachment"
        or part.get_content_maintype() not in {"text", "multipart", "message"}
    ]
    told, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    if more > 0:
        yield later(
            "{name}: what is attached was not read: {names} and {n} more.",
            name=name,
            names=told,
            n=more,
        )
    elif names:
        yield later("{name}: what is attached was not read: {names}.", name=name, names=told)


def _without_signatures(lines: list[str]) -> Iterator[str]:
    """Leave out what stands below "-- " or a closing, to the next quotation or the end."""
    index = 0
    while index < len(lines):
        end = _signature_end(lines, index)
        if end == index:
            yield lines[index]
            index += 1
        index = max(index, end)


def _signature_end(lines: list[str], start: int) -> int:
    """Return where the signature that begins at `start` ends; `start` where none does."""
    if _DASHES.match(lines[start]):
        level = _level(lines[start])
        return _find_end(lines, start, level, len(lines))
    if not _CLOSING.match(lines[start]):
        return start
    end = _find_end(lines, start, _level(lines[start]), start + 1 + _LONGEST_SIGNATURE)
    told = any(_is_sentence(line) for line in lines[start + 1 : end])
    whole = end == len(lines) or _level(lines[end]) != _level(lines[start]) or not told
    return end if whole and not told else start


def _find_end(lines: list[str], start: int, level: int, most: int) -> int:
    for index in range(start + 1, min(most, len(lines))):
        if _level(lines[index]) != level or _opens_quote(lines[index]):
            return index
    return min(most, len(lines))


def _opens_quote(line: str) -> bool:
    return bool(_QUOTE_HEAD.match(line))


def _level(line: str) -> int:
    match = _QUOTE.match(line)
    return match[0].count(">") if match else 0


def _is_sentence(line: str) -> bool:
    return bool(_SENTENCE.search(line)) and line.count(" ") >= _SENTENCE_WORDS
