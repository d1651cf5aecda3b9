"""Months that are also words of events: "on 9 March" is no march, and "in May" no "may"."""

from collections.abc import Sequence

from incidents.finders.events.lexicon import Grammar
from incidents.phrases import Word, is_number


def without_months(words: Sequence[Word], grammar: Grammar) -> Sequence[Word]:
    """Take from the months their second sense, so that no phrase finds it.

    Args:
        words: one sentence's words.
        grammar: its language's small words; `months` lists the months that have another sense.
    """
    found = {
        index
        for index, word in enumerate(words)
        if word.folded in grammar.months and _is_month(words, index, grammar)
    }
    if not found:
        return words
    return tuple(
        word._replace(folded=f"{word.folded}.") if index in found else word
        for index, word in enumerate(words)
    )


def _is_month(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether a day or a year stands beside a word, or what only stands before a month."""
    before = words[index - 1].folded if index else ""
    after = words[index + 1].folded if index + 1 < len(words) else ""
    if is_number(before) or is_number(after):
        return words[index].capital
    if before in grammar.ordinals and index > 1 and is_number(words[index - 2].folded):
        return words[index].capital
    return words[index].capital and before in grammar.before_months
