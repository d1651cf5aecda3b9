"""Reads the tokens of a text as phrases: "Mali government forces", "fighters of the M23".

A rule's pattern runs over one letter a token, with a letter between two tokens for the words
between them, so that a rule is short and the same for all countries and groups.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incidents.finders.actors.lexicon import Token
from incidents.rules import Rule, load_patterns, load_rules


class Phrase(NamedTuple):
    """One match of one rule."""

    rule: Rule
    tokens: tuple[Token, ...]
    """The tokens in it; empty where the rule ran over the text."""
    shape: str
    """The letters that matched."""
    start: int
    end: int
    match: re.Match[str] | None = None
    """Of a rule over the text, for its groups."""


class Tagged(NamedTuple):
    """A text as letters, with the token (or None) behind each."""

    letters: str
    tokens: tuple[Token | None, ...]


_NAMES = frozenset("ACNE")
_OPEN = "x"
"""Between two tokens: any other words."""
_LOOK = 32
"""Code points around a match that its `before` and `after` may see."""


@cache
def _gaps(language: str) -> Mapping[str, str]:
    table: Mapping[str, list[str]] = load_rules(language, "actors")["gaps"]
    return {_plain(words): letter for letter, several in table.items() for words in several}


@cache
def _finite(language: str) -> frozenset[str]:
    """List participles that are verbs of their own where no hyphen ties them to a name."""
    return frozenset(load_rules(language, "actors").get("finite", {}).get("words", ()))


def _plain(words: str) -> str:
    return words.strip().replace("’", "'").casefold()


def tag(text: str, tokens: Sequence[Token], language: str) -> Tagged:
    """Write a text's tokens as letters, and what lies between them as letters too."""
    gaps, finite = _gaps(language), _finite(language)
    letters: list[str] = []
    behind: list[Token | None] = []
    reached = None
    for token in tokens:
        between = _between(text, reached, token.start, gaps)
        if letters and letters[-1] in _NAMES and text[token.start : token.end] in finite:
            # "JNIM claimed it", but "a JNIM-claimed attack".
            between = between or ("" if text[token.start - 1] == "-" else _OPEN)
        if between:
            letters.append(between)
            behind.append(None)
        letters.append(token.tag)
        behind.append(token)
        reached = token.end
    return Tagged("".join(letters), tuple(behind))


def _between(text: str, reached: int | None, start: int, gaps: Mapping[str, str]) -> str:
    if reached is None:
        return ""
    if start - reached > _LOOK or "\n" in (words := text[reached:start]):
        return _OPEN
    if words in (" ", "-"):
        return ""
    return gaps.get(_plain(words), _OPEN)


def phrases(text: str, tagged: Tagged, language: str) -> list[Phrase]:
    """Apply the rules in their order; what one has read, no later one reads."""
    found: list[Phrase] = []
    letters = tagged.letters
    for rule in load_patterns(language, "actors"):
        if rule.extra.get("over") == "text":
            found.extend(_over_text(rule, text))
        else:
            letters = _over_tags(rule, text, letters, tagged.tokens, found)
    return _apart(found)


def _over_tags(
    rule: Rule,
    text: str,
    letters: str,
    behind: Sequence[Token | None],
    found: list[Phrase],
) -> str:
    def read(match: re.Match[str]) -> str:
        tokens = tuple(t for t in behind[match.start() : match.end()] if t is not None)
        if not tokens or not _stands(rule, text, tokens[0].start, tokens[-1].end):
            return match[0]
        start = _past_article(text, tokens) if len(tokens) > 1 else tokens[0].start
        found.append(Phrase(rule, tokens, match[0], start, tokens[-1].end))
        return _READ * len(match[0])

    return rule.pattern.sub(read, letters)


def _past_article(text: str, tokens: Sequence[Token]) -> int:
    """Begin after the article of "the rebels" in "the rebels of the M23"."""
    first = tokens[0]
    if first.tag != "W":
        return first.start
    article = re.match(r"\w{1,6}[ ']", text[first.start : first.end])
    return first.start + (article.end() if article else 0)


_READ = "."
"""Written over letters that a rule has read."""


_HEAD = re.compile(r"\(\?P<head>((?:[^\W\d_]| |s\?|\|)+)\)")
"""A rule's nouns, where they are plain words: "(?P<head>Front|Army|Brigades?)"."""


@cache
def _nouns(source: str) -> tuple[str, ...]:
    """List words without one of which a rule over the text cannot match; none where unknown."""
    found = _HEAD.findall(source)
    return tuple(word.removesuffix("s?") for word in found[0].split("|")) if len(found) == 1 else ()


def _over_text(rule: Rule, text: str) -> Iterator[Phrase]:
    nouns = () if rule.pattern.flags & re.IGNORECASE else _nouns(rule.source)
    if nouns and not any(noun in text for noun in nouns):
        return
    for match in rule.pattern.finditer(text):
        start, end = match.span("group")
        if _stands(rule, text, start, end):
            yield Phrase(rule, (), "", start, end, match)


def _apart(found: list[Phrase]) -> list[Phrase]:
    """Sort by place; a phrase over the text gives way to named ones, and unnamed ones to it."""
    over_tags = [phrase for phrase in found if phrase.match is None]
    taken = {i for phrase in over_tags if _names(phrase) for i in range(phrase.start, phrase.end)}
    kept = []
    covered: set[int] = set()
    for phrase in found:
        span = range(phrase.start, phrase.end)
        if phrase.match is not None and taken.isdisjoint(span):
            taken.update(span)
            covered.update(span)
            kept.append(phrase)
    kept += [p for p in over_tags if covered.isdisjoint(range(p.start, p.end))]
    return sorted(kept, key=lambda phrase: phrase.start)


def _names(phrase: Phrase) -> bool:
    return bool(set(phrase.shape) & set("ANCDEJO"))


@cache
def _condition(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _stands(rule: Rule, text: str, start: int, end: int) -> bool:
    before, after = rule.extra.get("before"), rule.extra.get("after")
    if before and not _condition(before).search(text[max(0, start - _LOOK) : start]):
        return False
    return not after or bool(_condition(after).search(text[end : end + _LOOK]))
