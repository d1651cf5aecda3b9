"""Who issues a report: its agency's dateline, the name at its head, or its known publisher."""

import re

from incidents.finders.sources.language import language_of
from incidents.finders.sources.names import Named, find_names
from incidents.mentions import SourceMention
from incidents.records import Source, SourceKind, Span
from incidents.text import Document

_DATELINE = re.compile(r"[^.()\n]{0,60}\((?P<name>[^()\n]{2,40})\) ?[-–—:]")
""""BUNIA, April 9 (AFP) -"."""
_HEAD = 4
"""Blocks in which the head of a report stands."""
_REACH = 500
"""Code points in which it does."""
_LINE = 140
"""Code points of a line of the head; a longer one is a lead."""
_ISSUING: frozenset[SourceKind] = frozenset({"ngo", "un", "government", "media"})
_APART = frozenset("|:–—-,/")


def find_issuer(doc: Document) -> SourceMention | None:
    """Find who issues a report by its own head: "OCHA Flash Update", "GOMA (Reuters) -"."""
    for block in doc.blocks[:_HEAD]:
        if block.span.start > _REACH:
            break
        line = Span(block.span.start, min(block.span.end, block.span.start + _LINE))
        words = line.of(doc.text)
        dateline = _DATELINE.match(words)
        if dateline and (named := _whole(dateline["name"])):
            return _mention(doc, named, line.start + dateline.start("name"))
        first = words.partition(". ")[0]  # "OCHA Flash Update, 12 April 2024. On 9 April ..."
        if first != words and (named := _release(first, doc)):
            return _mention(doc, named, line.start)
        if block.span.end == line.end and not words.rstrip().endswith((".", "!", "?")):
            named = next((one for one in find_names(words) if _issues(words, one, doc)), None)
            if named:
                return _mention(doc, named, line.start)
    return None


def publisher_of(publisher: str | None) -> Source | None:
    """Make a source of the publisher that a report is known to have; it has no words in it."""
    if not publisher:
        return None
    known = _whole(publisher)
    kind: SourceKind = known.name.kind if known else "other"
    return Source(name=known.name.name if known else publisher, kind=kind)


def _whole(words: str) -> Named | None:
    """Find an organisation whose name the words are, and nothing else."""
    found = [one for one in find_names(words) if one.name.kind in _ISSUING]
    return found[0] if found and found[0].span == (0, len(words)) else None


def _issues(line: str, named: Named, doc: Document) -> bool:
    """Tell whether a line of the head is one by a name, and no title about it."""
    if named.name.kind not in _ISSUING:
        return False
    after = line[named.span.end :].lstrip()
    alone = not named.span.start and (not after or after[0] in _APART)
    return alone or bool(language_of(doc.language).issuing.search(line))


def _release(line: str, doc: Document) -> Named | None:
    """Find the organisation that a sentence without a verb begins with, as a release's title."""
    named = next(iter(find_names(line)), None)
    if named is None or named.span.start or named.name.kind not in _ISSUING:
        return None
    return named if language_of(doc.language).issuing.match(line, named.span.end + 1) else None


def _mention(doc: Document, named: Named, offset: int) -> SourceMention:
    span = Span(offset + named.span.start, offset + named.span.end)
    return SourceMention(
        span=span,
        text=span.of(doc.text),
        name=named.name.name,
        kind=named.name.kind,
        status="reported",
        scope=span,
        rule="sources.issuer",
    )
