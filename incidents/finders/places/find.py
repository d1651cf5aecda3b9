"""Find the places that a text mentions, as phrases with their names and hints."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple, cast

from msgspec.structs import replace

from incidents.coordination import joining, spaced
from incidents.finders.places.aside import BEFORE, is_body, set_aside
from incidents.finders.places.candidates import find_names
from incidents.finders.places.containers import with_containers
from incidents.finders.places.mask import mask
from incidents.finders.places.names import NameLookup, NameSpan
from incidents.finders.places.tokens import is_tagged
from incidents.finders.places.words import rules_by_first, words_of
from incidents.mentions import PlaceHint, PlaceMention, PlaceShape
from incidents.records import Span
from incidents.rules import Rule

_WORD = re.compile(r"([^\W\d_]{1,40}|\d{1,20})")


class _Hit(NamedTuple):
    """A rule's match: its phrase and the names in it."""

    start: int
    end: int
    names: tuple[NameSpan, ...]
    rule: Rule


def find_places(text: str, names: NameLookup, language: str) -> list[PlaceMention]:
    """Find the places that a text mentions.

    Args:
        text: any text; spans index it.
        names: the gazetteer.
        language: "en" or "fr".

    Returns:
        Mentions in text order, none overlapping. Demonyms, organisations and datelines are
        among them with `locative` false: they say which country is spoken of.
    """
    spans = [
        name for name in find_names(text, names, language) if not is_body(text, name, language)
    ]
    hits = _hits(text, spans, language)
    plain = list(_plain(text, spans, {span for hit in hits for span in hit.names}, language))
    mentions = [mention for hit in hits for mention in _from_hit(text, hit)]
    mentions += [_plain_mention(text, span) for span in plain]
    mentions.sort(key=lambda mention: mention.span)
    told = [_with_quarter(text, mention, language) for mention in mentions]
    return with_containers(text, set_aside(text, told, language))


def _with_quarter(text: str, mention: PlaceMention, language: str) -> PlaceMention:
    """Mark what a word makes a part of a town: "Barangay Kobi", "Kobi Hotel", "rue de Kobi"."""
    words = words_of(language)
    first, _, rest = mention.text.lower().partition(" ")
    inside = rest and (first in words.quarter or rest.rpartition(" ")[2] in words.quarter)
    if not inside and not _stands(text, mention, words.standing):
        return mention
    return replace(mention, quarter=True)


def _stands(text: str, mention: PlaceMention, standing: frozenset[str]) -> bool:
    """Tell whether a thing that stands in a town comes before its name: "Hotel Kobi"."""
    start = mention.span.start
    before = text[max(0, start - BEFORE) : start].lower()
    return mention.hint in {"plain", "country"} and before.endswith(tuple(standing))


def _hits(text: str, spans: Sequence[NameSpan], language: str) -> list[_Hit]:
    """Run the rules over the masked text; of overlapping matches the longest is kept."""
    masked = mask(text, spans)
    starts = [span.start for span in spans]
    hits: list[_Hit] = []
    for rule, at in _chances(masked, spans, language):
        found = rule.pattern.match(masked, at)
        if found is None or _in_word(masked, found.end("p")):
            continue
        start, end = found.span("p")
        inside = spans[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside or rule.extra["hint"] == "unnamed":
            hits.append(_Hit(start, end, tuple(inside), rule))
    return _longest(hits)


def _in_word(masked: str, at: int) -> bool:
    """Tell whether a phrase would end inside a word: "Nwodo state" in "Nwodo stated"."""
    return masked[at : at + 1].isalpha() and masked[at - 1].isalpha()


def _chances(masked: str, spans: Sequence[NameSpan], language: str) -> Iterator[tuple[Rule, int]]:
    """Yield each rule with each place where one of its first words stands."""
    rules = rules_by_first(language)
    parts = _WORD.split(masked)  # words at the odd places, what is between them at the even ones
    starts = accumulate(map(len, parts))
    for word, start in zip(map(str.lower, parts[1::2]), islice(starts, 0, None, 2), strict=False):
        for rule in rules.get("#" if word.isdigit() else word, ()):
            yield rule, start
    for span in spans:
        for rule in rules["<used>" if span.use else "<name>"]:
            yield rule, span.start


def _longest(hits: list[_Hit]) -> list[_Hit]:
    hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[_Hit] = []
    taken: list[tuple[int, int]] = []
    for hit in hits:
        place = bisect_left(taken, (hit.start, hit.end))
        before, after = taken[place - 1 : place], taken[place : place + 1]
        if (not before or before[0][1] <= hit.start) and (not after or hit.end <= after[0][0]):
            kept.append(hit)
            taken.insert(place, (hit.start, hit.end))
    return kept


def _from_hit(text: str, hit: _Hit) -> Iterator[PlaceMention]:
    hint = cast("PlaceHint", hit.rule.extra["hint"])
    if hit.rule.extra.get("within_near") and len(hit.names) > 1:
        # "Kobi, 20 km east of Ansongo" is called Kobi; the geocoder reads on to the last name.
        hit, base = hit._replace(end=hit.names[0].end), hit.names[-1]
        yield _mention(
            text, Span(base.start, base.end), (base,), "plain", "places.base", event=False
        )
    event = bool(hit.rule.extra.get("locative", True))
    shape = cast("PlaceShape", hit.rule.extra.get("shape", ""))
    if not hit.rule.extra.get("each"):
        yield _mention(
            text, Span(hit.start, hit.end), hit.names, hint, hit.rule.id, shape, event=event
        )
        return
    for place, name in enumerate(hit.names):
        start = hit.start if place == 0 else name.start
        end = hit.end if place == len(hit.names) - 1 else name.end
        yield _mention(text, Span(start, end), (name,), hint, hit.rule.id, shape, event=event)


def _mention(
    text: str,
    span: Span,
    names: Sequence[NameSpan],
    hint: PlaceHint,
    rule: str,
    shape: PlaceShape = "",
    *,
    event: bool = True,
) -> PlaceMention:
    return PlaceMention(
        text=span.of(text),
        span=span,
        names=tuple(Span(name.start, name.end) for name in names),
        hint=hint,
        locative=event and (hint == "between" or not any(name.use for name in names)),
        shape=shape,
        rule=rule,
    )


def _plain_mention(text: str, name: NameSpan) -> PlaceMention:
    hint: PlaceHint = "plain"
    if "demonym" in name.kinds or ("country" in name.kinds and "region" not in name.kinds):
        hint = "country"
    elif "vague" in name.kinds and name.kinds <= {"vague", "continent"}:
        hint = "vague"
    rule = f"places.{name.use or 'name'}"
    return _mention(text, Span(name.start, name.end), (name,), hint, rule, name.use)


def _plain(
    text: str, spans: Sequence[NameSpan], taken: set[NameSpan], language: str
) -> Iterator[NameSpan]:
    """Yield the names that no rule took and that are places all the same."""
    known = {text[span.start : span.end] for span in taken}
    end = -1
    for span in spans:
        if span in taken:
            end = span.end
        elif not span.kinds:
            if _is_told(text, span, language) or _ends_row(text, end, span):
                end = span.end
                yield span
        elif (
            span.sure
            or span.use
            or text[span.start : span.end] in known
            or is_tagged(text, span.start)
            or _is_next(text, end, span)
            or _is_placed(text, span, language)
        ):
            end = span.end
            known.add(text[span.start : span.end])
            yield span


def _is_told(text: str, name: NameSpan, language: str) -> bool:
    """Tell whether the words make an unknown name a place: "killed in Kobi, ", "à Essakane"."""
    before = text[max(0, name.start - 12) : name.start].split()
    if not before or before[-1].lower() not in words_of(language).inside:
        return False
    return text[name.end : name.end + 2] not in {"'s", "’s"}


def _ends_row(text: str, end: int, name: NameSpan) -> bool:
    """Tell whether an unknown name ends a row that a place begins: "à Boro et Tana, "."""
    closed = text[name.end : name.end + 1] in set(",.;:)\n")
    return closed and text[end : name.start] in spaced(joining().names_row)


def _is_next(text: str, end: int, name: NameSpan) -> bool:
    """Tell whether a name follows a place in a row: "Seno" in "Dori, Seno."."""
    return text[end : name.start] in {", ", " ("} and text[name.end : name.end + 1] in set(
        ",.;:)\n"
    )


def _is_placed(text: str, name: NameSpan, language: str) -> bool:
    """Tell whether the word before says that the name is a place: "in Solhan"."""
    words = words_of(language)
    before = text[max(0, name.start - 24) : name.start].split()
    common = text[name.start : name.end].lower() in words.common
    listed = words.strong if common else words.locative
    return bool(before) and before[-1].lower().strip("(,'’") in listed
