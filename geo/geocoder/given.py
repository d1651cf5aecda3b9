"""Mentions that somebody else marked: what the words around each say of it is read here."""

from collections.abc import Sequence

from msgspec.structs import replace

from incidents.finders.places import NameLookup, find_places
from incidents.mentions import PlaceMention
from incidents.records import Span

_TYPED = frozenset({"region", "district", "town", "village", "river", "country", "vague"})


def mentions_at(
    text: str, spans: Sequence[Span], names: NameLookup, language: str
) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """Make a mention of each marked span, and find the others as their context.

    Returns:
        The mentions at the spans, in order, and the found ones that no span touches.
    """
    found = find_places(text, names, language)
    given = [_at(text, span, found) for span in spans]
    others = [item for item in found if not any(item.span.overlaps(span) for span in spans)]
    return given, others


def _at(text: str, span: Span, found: Sequence[PlaceMention]) -> PlaceMention:
    touching = [item for item in found if item.span.overlaps(span)]
    for item in touching:
        if item.span == span:
            return item
    for item in touching:
        if span in item.names and (item.hint in _TYPED and len(item.names) == 1):
            hint = "plain" if item.hint in {"vague", "country"} else item.hint
            return replace(item, text=span.of(text), span=span, hint=hint)
    within = next((item.within for item in touching if item.span.covers(span)), ())
    return PlaceMention(
        text=span.of(text), span=span, names=(span,), within=within, rule="places.given"
    )
