"""What a date is for: an event, a report's period, a heading, a dateline, or background."""

import re
from functools import cache
from typing import Any, Literal

from incidents.coordination import either, listed
from incidents.errors import RuleError
from incidents.mentions import DateMention
from incidents.records import DateValue, Record, Span
from incidents.rules import compile_pattern, load_rules
from incidents.text import Block, Document

Use = Literal["event", "period", "heading", "dateline", "quoted", "background"]

_REACH = 90
"""Code points before and after a date that are looked at."""
_TOP_BLOCKS = 4
"""A dateline or a date of issue stands in the first blocks."""
_LEAD_WORDS = 4
_DATELINE_TAIL = re.compile(r" ?(?:\([^()]{2,40}\)|/[\w .-]{2,30}/)? ?(?:--|[-–—:|])|\)? ?\([A-Z]")
_SEPARATORS = tuple("-–—|:(,/•")
_LONG_AGO_YEARS = 2
_YEAR_DAYS = 364
_SUMMARY_DAYS = 150
"""What happened "this year" is a sum, and no incident."""
_NEWS_DAYS = 45
_PERIOD_DAYS = 4
_LONGEST_ISSUE = 31
"""Days; a report is issued on a day or in a month."""
_LATE_DAYS = 3
"""How long after its date of publication a report may still tell what was."""
_LEADING_DATE = re.compile(
    r"(?:[^\W\d][\w'’./()-]{0,20},? ){0,6}\d{1,2}\b[^\n]{0,24}?(?: ?[-–—:]|$)"
)


class Context(Record, frozen=True, kw_only=True):
    """Words about a date that say what it is for."""

    id: str
    use: Use
    before: re.Pattern[str] | None
    """Matched against what stands before the date, up to it."""
    after: re.Pattern[str] | None
    ranges: bool
    """Of intervals longer than a day only."""
    match: tuple[str, ...]
    no_match: tuple[str, ...]


@cache
def contexts(language: str) -> tuple[Context, ...]:
    """Read the `[[context]]` rules of a language, in file order: the first that fits decides."""
    table = load_rules(language, "dates")
    return tuple(_context(raw, language) for raw in table.get("context", ()))


def _context(raw: dict[str, Any], language: str) -> Context:
    where = f"data/rules/{language}/dates.toml, rule {raw.get('id')!r}"
    for key in ("id", "use", "match", "no_match"):
        if key not in raw:
            raise RuleError(f"{where}: {key!r} is missing.")
    before, after = raw.get("before"), raw.get("after")
    return Context(
        id=raw["id"],
        use=raw["use"],
        before=compile_pattern(before, {}, where) if before else None,
        after=compile_pattern(after, {}, where) if after else None,
        ranges=bool(raw.get("ranges")),
        match=tuple(raw["match"]),
        no_match=tuple(raw["no_match"]),
    )


class Setting:
    """Where in the document the reading is: its block, and the heading above it."""

    def __init__(self, doc: Document) -> None:
        self._blocks = iter(enumerate(doc.blocks))
        self.block: Block | None = None
        self.index = -1
        self.heading_year: DateValue | None = None
        """Date of the last heading that named its year; the years below it are its own."""

    def enter(self, sentence: Span) -> bool:
        """Move to the block of a sentence; tell whether it is another one than before."""
        if self.block is not None and self.block.span.covers(sentence):
            return False
        for index, block in self._blocks:
            if block.span.covers(sentence):
                self.index, self.block = index, block
                break
        return True

    def note(self, mention: DateMention, *, named_year: bool) -> None:
        """Keep a heading's date for the years of what stands below it."""
        if mention.use in {"heading", "period"} and named_year:
            self.heading_year = mention.value


def use_of(
    doc: Document,
    span: Span,
    value: DateValue,
    setting: Setting,
    published: DateValue | None,
) -> Use:
    """Say what a date is for by where it stands and what stands about it."""
    block = setting.block or Block(span=Span(0, len(doc.text)), kind="paragraph")
    before = doc.text[max(block.span.start, span.start - _REACH) : span.start]
    after = doc.text[span.end : min(block.span.end, span.end + _REACH)]
    top = setting.index < _TOP_BLOCKS
    for context in contexts(doc.language):
        if _fits(context, before, after, value, published):
            return context.use
    if top and block.kind == "heading" and _is_period(value):
        return "period"
    if top and _is_dateline(doc, block, span, value, before, after, published):
        return "dateline"
    if _is_heading(block, span, before):
        return "heading"
    return "background" if _is_long_ago(value, published) else "event"


def _fits(
    context: Context, before: str, after: str, value: DateValue, published: DateValue | None
) -> bool:
    if context.ranges and (value.precision == "day" or value.basis != "stated"):
        return False
    if context.use == "background" and not _is_past(value, published):
        return False
    if context.use == "dateline" and (value.latest - value.earliest).days >= _LONGEST_ISSUE:
        return False
    if context.before is not None and not context.before.search(before):
        return False
    return context.after is None or bool(context.after.search(after))


def _is_past(value: DateValue, published: DateValue | None) -> bool:
    """Tell whether a date lies before the days that a report of news is about."""
    if published is None:
        return value.precision in {"year", "month", "range"}
    return (published.earliest - value.latest).days > _NEWS_DAYS


def _is_period(value: DateValue) -> bool:
    return value.basis == "stated" and (value.latest - value.earliest).days >= _PERIOD_DAYS


def _is_dateline(
    doc: Document,
    block: Block,
    span: Span,
    value: DateValue,
    before: str,
    after: str,
    published: DateValue | None,
) -> bool:
    """Know "BAMAKO, 12 March (Reuters) -", or a date of issue on a line at the top."""
    if value.precision != "day" or value.basis != "stated":
        return False
    if block.kind == "heading":
        if published is not None and published.earliest == value.earliest == published.latest:
            return True
        alone = len(block.span.of(doc.text)) - (span.end - span.start) < len("(dd.mm.yyyy)")
        last = not after.strip(" .)|") and before.rstrip()[-1:] in _SEPARATORS
        return last or (
            alone and not _has_list_below(doc, block) and not _is_one_of_many(doc, block)
        )
    if _is_one_of_many(doc, block):
        return False
    at_start = span.start - len(before) == block.span.start
    if after.lstrip().startswith(":") and published and published.latest != value.latest:
        return published.earliest <= value.earliest  # "Gao, 8 June: five civilians were killed"
    return at_start and bool(_dateline_lead().match(before) and _DATELINE_TAIL.match(after))


def _is_one_of_many(doc: Document, block: Block) -> bool:
    """Know the dates of a list of days: another block begins with a date in the same way."""
    own = _shape(block.span.of(doc.text))
    if own is None:
        return False
    alike = [one for one in doc.blocks if one.kind == block.kind and one.span != block.span]
    shapes = (_shape(one.span.of(doc.text)) for one in alike)
    return any(shape is not None and shape[0] == own[0] and shape != own for shape in shapes)


def _shape(text: str) -> tuple[int, str] | None:
    """Give the number of words before the day that a block begins with, and the words."""
    found = _LEADING_DATE.match(text[:_REACH])
    if found is None:
        return None
    digit = next(index for index, one in enumerate(found[0]) if one.isdigit())
    return len(found[0][:digit].split()), found[0]


def _has_list_below(doc: Document, block: Block) -> bool:
    following = next((one for one in doc.blocks if one.span.start > block.span.start), None)
    dated = sum(1 for one in doc.blocks if one.kind == "heading")
    return following is not None and (following.kind == "bullet" or dated > _TOP_BLOCKS)


def _is_heading(block: Block, span: Span, before: str) -> bool:
    """Know a date that leads its heading, "12 March: Gao region"."""
    leads = len(before.split()) < _LEAD_WORDS and span.start - len(before) == block.span.start
    return block.kind == "heading" and leads


def _is_long_ago(value: DateValue, published: DateValue | None) -> bool:
    """Take whole years, and what reaches back over them, as background; and the future too."""
    if published is None:
        return False
    if (value.earliest - published.latest).days > _LATE_DAYS:
        return True
    years = published.latest.year - value.earliest.year
    if value.basis == "relative" and (value.latest - value.earliest).days >= _SUMMARY_DAYS:
        return True
    return years >= _LONG_AGO_YEARS and (value.latest - value.earliest).days >= _YEAR_DAYS


@cache
def _saying(language: str) -> re.Pattern[str]:
    where = f"data/rules/{language}/dates.toml, said"
    return compile_pattern(load_rules(language, "dates")["said"], {}, where)


def is_said(text: str, span: Span, language: str) -> bool:
    """Tell whether a date is when somebody spoke: "police said on Tuesday"."""
    return bool(_saying(language).search(text[max(0, span.start - _REACH) : span.start]))


@cache
def _dateline_lead() -> re.Pattern[str]:
    """What stands before the date of a dateline."""
    lead = either(listed("dates", "dateline_lead"))
    return re.compile(rf"(?:^|[.)] )[\"'(]?[A-ZÀ-Ý][\w'’ .,/()-]{{1,60}}?[,(–—-] ?{lead}?$")
