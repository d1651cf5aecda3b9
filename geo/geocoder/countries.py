"""Which countries a report speaks of, by its places, its peoples and hints from outside."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from geo.gazetteer import Found
from geo.geocoder.adjectives import ADJECTIVES, demonym_places
from geo.geocoder.scoring import Scored, prior, shares
from incidents.finders.places.aside import ABROAD
from incidents.mentions import PlaceMention

SPOKEN_OF = 0.5
"""One adjective is enough for a country to be spoken of."""
NOISE = 0.05
"""Weight of a country, of the strongest one's, that is no more than an alternate name's echo."""
_DEMONYM, _HINT, _NAMED, _LIKELY = 0.6, 1.0, 1.0, 0.7
"""Weights of a demonym, a hint from outside, a country's name, and a town's likely country."""

Places = Callable[[str], Sequence[Found]]
"""Gives the places that a name may mean."""


class Countries:
    """The countries that one text speaks of, each with its weight."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[PlaceMention],
        hints: Mapping[str, float],
        places: Places,
    ) -> None:
        """Weigh the countries.

        Args:
            text: of the report.
            mentions: all of its places and peoples.
            hints: weights of countries from outside the words.
            places: what a name may mean.
        """
        self._text, self._find = text, places
        # "Four Chadian peacekeepers died near Kobi" was not in Chad.
        telling = [item for item in mentions if item.rule != ABROAD]
        # The town that a hotel is called after says nothing of the country it is in.
        towns = [item for item in telling if not (item.quarter and item.within)]
        names = [span for item in telling for span in item.within]
        names += [span for item in towns for span in item.names]
        self._votes = {
            name: self._vote(name, count)
            for name, count in Counter(span.of(text) for span in dict.fromkeys(names)).items()
        }
        self._placed = {
            span.of(text) for item in towns if item.locative for span in (*item.names, *item.within)
        }
        """Names of places where something may have happened."""
        abroad = frozenset(self._homes([item for item in mentions if item.rule == ABROAD]))
        self._weights = self._weigh(telling, hints, abroad)
        top = max(self._weights.values(), default=0.0)
        self.focus: dict[str, float] = {
            code: weight / top for code, weight in self._weights.items() if weight > NOISE * top
        }
        """Weight of each country spoken of; 1 is most."""

    def without(self, name: str, found: Sequence[Found]) -> Mapping[str, float]:
        """Return the countries' weights without the name's own vote: it can't speak for itself."""
        votes = self._votes.get(name)
        if not votes or len({item.entry.country for item in found}) < 2:  # noqa: PLR2004 - nothing to choose
            return self.focus
        left = self._left(name)
        top = max(left.values(), default=0.0)
        return {country: weight / top for country, weight in left.items()} if top > 0 else {}

    def about(self, country: str, name: str) -> float:
        """Return how much the report speaks of a country, `name` itself left out; 1 is most."""
        left = self._left(name)
        top = max(left.values(), default=0.0)
        return left.get(country, 0.0) / top if top > SPOKEN_OF else 0.0

    def placed_without(self, name: str) -> bool:
        """Tell whether a place other than `name` says which country the report is about.

        One that is only told aside says nothing: "prosecutors in Kobi", "men from Kobi".
        """
        total: defaultdict[str, float] = defaultdict(float)
        for other, votes in self._votes.items():
            if other != name and other in self._placed:
                for code, weight in votes.items():
                    total[code] += weight
        return any(weight > SPOKEN_OF for weight in total.values())

    def spoken_without(self, name: str) -> bool:
        """Tell whether anything but `name` itself says which country the report is about."""
        return any(weight > SPOKEN_OF for weight in self._left(name).values())

    def _left(self, name: str) -> dict[str, float]:
        votes = self._votes.get(name, {})
        return {code: weight - votes.get(code, 0.0) for code, weight in self._weights.items()}

    def _weigh(
        self,
        telling: Sequence[PlaceMention],
        hints: Mapping[str, float],
        abroad: frozenset[str],
    ) -> dict[str, float]:
        """Add up what speaks for each; a hint of one only named as from `abroad` counts nothing."""
        weights: defaultdict[str, float] = defaultdict(float)
        adjectives = Counter(item.text for item in telling if item.shape in ADJECTIVES)
        for word, count in adjectives.items():
            for place_id in demonym_places(word):
                if place_id.startswith("country:"):
                    weights[place_id[8:]] += _DEMONYM * count**0.5
        for votes in self._votes.values():
            for country, weight in votes.items():
                weights[country] += weight
        for country, weight in hints.items():
            if country not in abroad or weights.get(country, 0.0) > 0:
                weights[country] += _HINT * weight
        return dict(weights)

    def _vote(self, name: str, count: int) -> dict[str, float]:
        votes: defaultdict[str, float] = defaultdict(float)
        scores = [Scored(item.entry, prior(item, "plain")) for item in self._find(name)]
        for item, share in zip(scores, shares(scores), strict=True):
            weight = _NAMED if item.entry.kind == "country" else _LIKELY
            if item.entry.country:
                votes[item.entry.country] += weight * share * count**0.5
        return votes

    def _homes(self, abroad: Sequence[PlaceMention]) -> Iterator[str]:
        """Yield the countries that people and things named as from abroad come from."""
        for mention in abroad:
            ids = demonym_places(mention.text)
            yield from (place_id.removeprefix("country:") for place_id in ids)
            for item in self._find(mention.names[0].of(self._text)):
                if item.entry.kind == "country":
                    yield item.entry.country
