"""One report's names against each other: which country it is about, and what each name means.

Two rounds: first each name by itself and by the countries spoken of, then with the neighbours.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from geo.divisions import children
from geo.gazetteer import Entry, Found, Gazetteer
from geo.gazetteer.keys import key_of
from geo.geocoder.around import Around
from geo.geocoder.containment import adjoin, contains, has_seat, is_list
from geo.geocoder.countries import Countries
from geo.geocoder.doubt import (
    KNOWN_TOWN,
    METROPOLIS,
    is_by_country,
    is_outside,
    is_well_known,
    outgrows,
)
from geo.geocoder.scoring import (
    HOLDS,
    INSIDE,
    NAMESAKE,
    OFFICIAL,
    OUTSIDE,
    SEAT,
    Context,
    Scored,
    in_context,
    prior,
    ranked,
    shares,
)
from geo.geocoder.spoken import Spoken
from incidents.finders.places.aside import ABROAD
from incidents.mentions import PlaceHint, PlaceMention
from incidents.records import Span

LIKELY_INNER = 3
"""The most populous places of an inner name that an outer one is checked against."""
UNMENTIONED = 0.12
"""Weight of a country, of the strongest one's, below which the report does not speak of it."""
MOST = 40
"""Places of one name that are weighed: the most populous, those of countries spoken of."""
CLEAR = 0.8
"""Share of the scores from which a place counts as made out."""


class Reading:
    """The names of one text, weighed together."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[PlaceMention],
        gazetteer: Gazetteer,
        countries: Mapping[str, float],
    ) -> None:
        """Weigh the names of all mentions; `countries` are weights from outside the words."""
        self.text = text
        self._gazetteer = gazetteer
        # "Four Chadian peacekeepers died near Kobi" was not in Chad.
        telling = [item for item in mentions if item.rule != ABROAD]
        self.focus: dict[str, float] = dict.fromkeys(countries, 1.0)
        self._known: dict[tuple[str, str, tuple[str, ...]], list[Scored]] = {}
        self._inner = self._containments(mentions)
        self._countries = Countries(text, mentions, countries, self._places)
        self.focus = self._countries.focus
        self._anchors: list[tuple[str, float, float]] = []
        self._divisions: frozenset[str] = frozenset()
        self._made: dict[str, Entry] = {}
        self.holders = {name: item for item in mentions for name in item.names}
        """The mention that each name is in: it tells what the words say the name is."""
        self._told = self._told_in(telling)
        self._small = {
            item.names[0].of(text)
            for item in mentions
            if item.hint in {"village", "district"} and item.names
        }
        """Names that the words somewhere give to a village or district, which is no metropolis."""
        self._anchors = self._made_out(mentions)
        self._divisions = frozenset(self._members())
        self._known.clear()
        self._spoken = Spoken(text, telling, self._likely, self._country)
        self._around = Around(text, telling, self._likely)

    def candidates(self, name: str, hint: PlaceHint, within: Sequence[str] = ()) -> list[Scored]:
        """Return the places that a name may mean, the likeliest first.

        Args:
            name: as the text writes it.
            hint: what the words say it is.
            within: names that the words say contain it, the nearest first.
        """
        key = (name, hint, tuple(within))
        if key not in self._known:
            self._known[key] = self._weigh(name, hint, within)
        return self._known[key]

    def _weigh(self, name: str, hint: PlaceHint, within: Sequence[str]) -> list[Scored]:
        found = self._places(name)
        context = Context(self._countries.without(name, found), self._divisions, self._anchors)
        towns = {item.entry.region for item in found if item.entry.kind == "town"}
        of_country = any(item.entry.kind == "country" and item.official for item in found)
        scored = []
        for item in found:
            score = prior(item, hint) + in_context(item.entry, name, context)
            if item.entry.kind in {"region", "district"} and hint not in {"region", "district"}:
                score += SEAT if has_seat(item, towns, found) else 0.0
                score -= OFFICIAL if _is_lesser(name, item, found) else 0.0
            if of_country and item.entry.kind == "town" and not item.official:
                score += NAMESAKE
            score += self._holds(name, item)
            scored.append(Scored(item.entry, score))
        return ranked(self._contained(scored, found, within))

    def countries_near(self, at: int) -> list[tuple[str, float]]:
        """Order the countries by how much the report is about them at a position."""
        return self._spoken.near(at, self.focus)

    def region_near(self, at: int, country: str) -> str | None:
        """Return the id of the one region that the report speaks of at a position."""
        return self._around.region(at, country)

    def _likely(self, mention: PlaceMention) -> Entry | None:
        """Return what a mention's first name most likely is, None where all is far-fetched."""
        if not mention.names:
            return None
        name = mention.names[0].of(self.text)
        best = self.candidates(name, mention.hint)
        return best[0].entry if best and not self.is_far_fetched(name, best, ()) else None

    def _country(self, mention: PlaceMention) -> Entry | None:
        """Return the country that a mention's first name may be."""
        names = mention.names[:1]
        best = self.candidates(names[0].of(self.text), "country") if names else []
        return best[0].entry if best else None

    def about(self, country: str, name: str) -> float:
        """Return how much the report speaks of a country, `name` itself left out; 1 is most."""
        return self._countries.about(country, name)

    def _holds(self, name: str, outer: Found) -> float:
        """Score an outer place by what the words put in it."""
        for inner in self._inner.get(name, ()):
            likely = self._places(inner)[:LIKELY_INNER]
            if any(contains(outer.entry, item.entry) for item in likely):
                return HOLDS
        return 0.0

    def is_far_fetched(
        self,
        name: str,
        found: Sequence[Scored],
        within: Sequence[str],
        at: int | None = None,
    ) -> bool:
        """Tell whether the report makes every place of the name unlikely; see `doubt`.

        Args:
            name: as the text writes it.
            found: its places, the likeliest first.
            within: names that the words say contain it.
            at: where it stands.
        """
        if not found:
            return False
        best = found[0].entry
        bearers = self._places(name)
        small = best.kind == "town" and name in self._small
        outer = self._places(within[0]) if within else []
        if outer and not any(contains(place.entry, best) for place in outer):
            if self.is_at_home_anywhere(name, best, outer[0].entry):
                return False
            return is_outside(best, bearers, outer, spelled_out=small or len(within) > 1)
        if outer and self._is_meant(within[0], best, outer):
            return False
        named = self._spoken.beside(at) if at is not None else set[str]()
        small = small and best.population < METROPOLIS
        if not is_by_country(best) or (not small and is_well_known(best, bearers, named)):
            return False
        if best.kind == "town" and best.population >= KNOWN_TOWN and not small:
            # "A Russian missile hit Nikopol": whose missile it was does not say where it fell.
            told = self._countries.placed_without(name)
        else:
            told = self._countries.spoken_without(name)
        return told and self.about(best.country, name) < UNMENTIONED

    def is_at_home_anywhere(self, name: str, entry: Entry, outer: Entry) -> bool:
        """Tell whether a place is meant though the words put it into another country.

        A state beside another ("DJIBOUTI, ERITREA"), an area of several, a well-known town that
        the next country claims ("Pristina, Serbia").
        """
        if not is_by_country(entry) or outer.kind != "country":
            return entry.kind in {"country", "vague"}
        bearers = self._places(name)
        known = is_well_known(entry, bearers, ()) or outgrows(entry, bearers)
        alike = key_of(name)[:1] == key_of(entry.name)[:1]  # Hong Kong is no Victoria
        return known and alike and adjoin(f"country:{entry.country}", outer.place_id)

    def told_within(self, mention: PlaceMention, *, known: bool = True) -> tuple[Span, ...]:
        """Return what the words put a mention in, here or where they first say it of its name.

        "In Kobi, Gao region, ... Two died in Kobi" puts the second Kobi into Gao region too.

        Args:
            mention: any of the text.
            known: whether the place may be one of the gazetteer: then only what holds one.
        """
        if mention.within or not mention.names:
            return mention.within
        name = mention.names[0].of(self.text)
        told = self._told.get(name, ())
        outer = [span.of(self.text) for span in told[:1]]
        found = self._places(name) if known else []
        inside = any(self.lies_in(item.entry, whole) for item in found for whole in outer)
        return told if inside or not known else ()

    def _told_in(self, mentions: Sequence[PlaceMention]) -> dict[str, tuple[Span, ...]]:
        told: dict[str, tuple[Span, ...]] = {}
        for mention in mentions:
            if mention.within and mention.names and mention.shape != "label":
                told.setdefault(mention.names[0].of(self.text), mention.within)
        return told

    def _is_meant(self, name: str, inner: Entry, outer: Sequence[Found]) -> bool:
        """Tell whether a division of a container's name holds a place: "Macon, Georgia"."""
        meant = self.candidates(name, "plain")[:1]
        holds = any(contains(item.entry, inner) for item in meant)
        return holds and any(item.entry.kind == "region" for item in outer)

    def country(self, code: str) -> Entry | None:
        """Return the country with an ISO code, None for one that no source has."""
        return self._gazetteer.by_id(f"country:{code}")

    def lies_in(self, entry: Entry, outer: str) -> bool:
        """Tell whether a place lies in one that `outer` may mean."""
        return any(contains(place.entry, entry) for place in self._places(outer))

    def _places(self, name: str) -> list[Found]:
        found = self._gazetteer.lookup(name)
        if len(found) <= MOST:
            return list(found)
        rest = [item for item in found[MOST:] if item.entry.country in self.focus]
        return [*found[:MOST], *rest[:MOST]]

    def _contained(
        self, scored: list[Scored], found: Sequence[Found], within: Sequence[str]
    ) -> list[Scored]:
        for outer in within:
            places = self._places(outer)
            if is_list(found, places):
                continue
            inside = [any(contains(place.entry, item.entry) for place in places) for item in found]
            if any(inside) and not all(inside):
                scored = [
                    Scored(item.entry, item.score + (INSIDE if ok else OUTSIDE))
                    for item, ok in zip(scored, inside, strict=True)
                ]
        return scored

    def _containments(self, mentions: Sequence[PlaceMention]) -> dict[str, set[str]]:
        inner: defaultdict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            for outer in mention.within[:1]:
                inner[outer.of(self.text)] |= {span.of(self.text) for span in mention.names[:1]}
        return inner

    def _members(self) -> Iterator[str]:
        """Yield the boundaries of the divisions that are made out."""
        for place_id, entry in self._made.items():
            if entry.kind in {"region", "district"}:
                yield place_id
                yield from children().get(place_id.removeprefix("iso:"), ())

    def _made_out(self, mentions: Sequence[PlaceMention]) -> list[tuple[str, float, float]]:
        anchors = {}
        for mention in mentions:
            within = [span.of(self.text) for span in mention.within]
            for span in mention.names:
                name = span.of(self.text)
                best = self.candidates(name, mention.hint, within)
                if not best or best[0].entry.kind not in {"town", "region", "district", "spot"}:
                    continue
                if shares(best)[0] >= CLEAR:
                    entry = best[0].entry
                    anchors[entry.place_id] = (name, entry.lat_deg, entry.lon_deg)
                    self._made[entry.place_id] = entry
        return sorted(anchors.values(), key=lambda anchor: anchor[1])


def _is_lesser(name: str, division: Found, bearers: Sequence[Found]) -> bool:
    """Tell whether a town abroad bears a name better: "Beni" is less El Beni of Bolivia."""
    return key_of(name) != key_of(division.entry.name) and any(
        item.official and item.entry.country != division.entry.country
        for item in bearers
        if item.entry.kind == "town" and item.entry.population >= KNOWN_TOWN
    )
