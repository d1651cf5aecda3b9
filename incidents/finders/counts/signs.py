"""Signs that stand before a number and bound it: "~30 people", "> 20 soldiers"."""

import re
from functools import cache

import msgspec

from incidents.finders.counts.amounts import bounded
from incidents.mentions import CountMention
from incidents.records import Span
from incidents.rules import compile_pattern, load_rules
from incidents.text import Document

_REACH = 6
"""Most code points before a number that its sign takes."""


def signed(doc: Document, sentence: Span, mention: CountMention) -> CountMention:
    """Let the sign right before an exact number bound it."""
    start = mention.span.start
    sign = _signs(doc.language).search(doc.text, max(sentence.start, start - _REACH), start)
    if sign is None or mention.best is None or mention.best != mention.high:
        return mention
    span = Span(sign.start(), mention.span.end)
    low, best, high = bounded(mention.low, sign.lastgroup)
    return msgspec.structs.replace(
        mention, span=span, text=span.of(doc.text), low=low, best=best, high=high
    )


@cache
def _signs(language: str) -> re.Pattern[str]:
    """Compile the signs of a language; each group is named after its bound."""
    table, where = load_rules(language, "counts"), f"data/rules/{language}/counts.toml, signs"
    return compile_pattern(f"(?:{table['signs']}) ?$", {}, where)
