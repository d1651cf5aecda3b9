"""Places of texts, a JSON line a text: what `conflict-map geocode --jsonl` reads and writes."""

import msgspec
from msgspec.structs import replace

from geo.gazetteer import Gazetteer
from geo.geocoder.given import mentions_at
from geo.geocoder.resolve import Geocoder
from incidents.errors import ReportError
from incidents.finders.places import find_places
from incidents.languages import detect_language
from incidents.mentions import PlaceMention
from incidents.records import Place, Record, Span


class Marked(Record, frozen=True, kw_only=True):
    """A marked stretch of the text, `[start, end)` in code points."""

    start: int
    end: int


class Query(Record, frozen=True, kw_only=True):
    """One input line."""

    id: str
    text: str
    mentions: tuple[Marked, ...] = ()
    language: str | None = None
    """"en" or "fr"; found out where not given."""


class Answer(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One output line: places in the order of the mentions, or an error."""

    id: str | None
    places: tuple[Place | None, ...] | None = None
    """None at a mention about which nothing at all can be said."""
    error: str | None = None


def answer_line(line: bytes, geocoder: Geocoder, *, find: bool) -> Answer:
    """Answer one line; what is wrong with it is told in `error`.

    Args:
        line: JSON as `Query` has it.
        geocoder: with its gazetteer.
        find: find the mentions too; the ones of `mentions` are then ignored.
    """
    try:
        query = msgspec.json.decode(line, type=Query)
    except msgspec.DecodeError as error:
        return Answer(id=_id_of(line), error=f"The line is no query ({error}); see --help.")
    try:
        places = found_places(query, geocoder) if find else marked_places(query, geocoder)
    except ReportError as error:
        return Answer(id=query.id, error=str(error))
    return Answer(id=query.id, places=tuple(places))


def _id_of(line: bytes) -> str | None:
    try:
        value = msgspec.json.decode(line)
    except msgspec.DecodeError:
        return None
    return value["id"] if isinstance(value, dict) and isinstance(value.get("id"), str) else None


def found_places(query: Query, geocoder: Geocoder) -> list[Place | None]:
    """Find the places of a text and resolve them; unnamed ones and peoples are left out."""
    language = query.language or detect_language(query.text)
    mentions = find_places(query.text, geocoder.gazetteer, language)
    places = geocoder.resolve(query.text, mentions)
    return [
        pointed(place, geocoder.gazetteer)
        for mention, place in zip(mentions, places, strict=True)
        if mention.names and mention.shape != "people"
    ]


def marked_places(query: Query, geocoder: Geocoder) -> list[Place | None]:
    """Resolve the marked stretches of a text, in their order.

    Raises:
        ReportError: a stretch lies outside the text.
    """
    spans = [Span(mark.start, mark.end) for mark in query.mentions]
    for span in spans:
        if not 0 <= span.start < span.end <= len(query.text):
            raise ReportError(
                f"The mention {span.start}–{span.end} is not in the text, which has "
                f"{len(query.text)} code points."
            )
    language = query.language or detect_language(query.text)
    given, others = mentions_at(query.text, spans, geocoder.gazetteer, language)
    places = geocoder.resolve(query.text, [*given, *others])[: len(given)]
    return [_or_null(pointed(place, geocoder.gazetteer)) for place in places]


def one_name(name: str, geocoder: Geocoder, country: str | None = None) -> Place:
    """Resolve a phrase by itself: "Segou region", "20 km east of Ansongo"."""
    mentions: list[PlaceMention] = find_places(name, geocoder.gazetteer, detect_language(name))
    whole = Span(0, len(name))
    mention = next(
        (item for item in mentions if item.names and len(item.text) >= len(name) / 2),
        PlaceMention(text=name, span=whole, names=(whole,), rule="places.given"),
    )
    hints = {country: 1.0} if country else {}
    return pointed(geocoder.resolve(name, [mention], countries=hints)[0], geocoder.gazetteer)


def pointed(place: Place, gazetteer: Gazetteer) -> Place:
    """Give a country its conventional point: a look-up is answered, though no pin is drawn."""
    entry = gazetteer.by_id(place.place_id) if place.kind == "none" and place.place_id else None
    if entry is None:
        return place
    return replace(place, lat_deg=entry.lat_deg, lon_deg=entry.lon_deg)


def _or_null(place: Place) -> Place | None:
    said = place.country or place.candidates or place.place_id or place.kind != "none"
    return place if said else None
