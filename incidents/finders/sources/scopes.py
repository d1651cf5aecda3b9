"""What a source vouches for: its clause, its paragraph, or the whole of its own release."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from incidents.finders.sources.language import Language, language_of
from incidents.mentions import SourceMention
from incidents.records import Span
from incidents.text import Document

_LOOKING_BACK = frozenset({"reported", "confirmed"})
"""How a source puts it that vouches for what its paragraph said before."""
_OF_ITS_SENTENCE = frozenset({"claimed", "denied"})
"""What is claimed or denied is what that sentence tells; of the next ones it is only the source."""
_LEAD_REACH = 200
"""Characters behind a source in which its lead says that it is a release."""
_RELEASING = frozenset({"ngo", "un"})


def with_scopes(doc: Document, mentions: Sequence[SourceMention]) -> list[SourceMention]:
    """Divide a sentence among its sources, and let the last one go on in its paragraph."""
    language = language_of(doc.language)
    ends = {block.span.start: block.span.end for block in doc.blocks}
    starts = sorted(ends)
    turning = language.turning
    turns = [one.start for one in doc.sentences if turning.match(doc.text, one.start, one.end)]
    scoped: list[SourceMention] = []
    for index, mention in enumerate(mentions):
        scope = mention.scope
        start, end = _clause(doc.text, mentions, index, language)
        following = mentions[index + 1].scope.start if index + 1 < len(mentions) else len(doc.text)
        block = _last_at(starts, scope.start)
        goes_on = end
        if end == scope.end and following > scope.start:
            goes_on = max(end, min(ends[block], following, _turn(turns, scope.end)))
        if mention.status not in _OF_ITS_SENTENCE:
            end = goes_on
        first = not index or mentions[index - 1].scope.start < block
        if first and start == scope.start and mention.status in _LOOKING_BACK:
            start = block  # "Gunmen came. They killed five, police said."
        scoped.append(msgspec.structs.replace(mention, scope=Span(start, end)))
        if end < goes_on:
            rest = Span(end, goes_on)
            scoped.append(msgspec.structs.replace(mention, scope=rest, status="reported"))
    return scoped


def with_lead(doc: Document, mentions: list[SourceMention]) -> list[SourceMention]:
    """Let an organisation's own release vouch for all of it: "..., Amnesty said today" in its lead.

    Only where no other organisation speaks in it: else it is a story about several.
    """
    speaking = {one.name for one in mentions if one.kind in _RELEASING}
    lead = next((one for one in mentions if one.kind in _RELEASING), None)
    opening = [block for block in doc.blocks if block.kind == "paragraph"][:1]
    if lead is None or len(speaking) > 1 or not opening or not opening[0].span.covers(lead.span):
        return mentions
    first = doc.text[opening[0].span.start : min(opening[0].span.end, lead.span.end + _LEAD_REACH)]
    if lead.kind == "un" and not language_of(doc.language).releasing.search(first):
        return mentions  # the UN is quoted by others more often than it speaks alone
    whole = Span(lead.scope.start, len(doc.text))
    return [msgspec.structs.replace(one, scope=whole) if one is lead else one for one in mentions]


def _turn(turns: Sequence[int], position: int) -> int:
    """Give where the next sentence begins that tells of something else."""
    index = bisect_left(turns, position)
    return turns[index] if index < len(turns) else sys.maxsize


def _last_at(starts: Sequence[int], position: int) -> int:
    return starts[bisect_right(starts, position) - 1]


def _clause(
    text: str, mentions: Sequence[SourceMention], index: int, language: Language
) -> tuple[int, int]:
    """Cut a sentence where one source's clause gives way to another's."""
    mention = mentions[index]
    start, end = mention.scope
    if index and mentions[index - 1].scope == mention.scope:
        cut = language.clause.search(text, mentions[index - 1].span.end, mention.span.start)
        start = cut.end() if cut else start
    if index + 1 < len(mentions) and mentions[index + 1].scope == mention.scope:
        cut = language.clause.search(text, mention.span.end, mentions[index + 1].span.start)
        end = cut.start() if cut else end
    return start, end
