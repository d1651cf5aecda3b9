"""A grounder of the tests' own: towns by name, each with its country."""

from collections.abc import Mapping, Sequence

from incidents.mentions import PlaceMention
from incidents.records import Place


class Known:
    """Where the mentions of one text are, as told."""

    def __init__(self, towns: Mapping[str, str], around: str | None, texts: Sequence[str]) -> None:
        """Take the towns' countries, the country spoken of everywhere, and the mentions."""
        self._towns, self._around, self._texts = towns, around, texts

    def places(self) -> list[Place | None]:
        """Return the town that each mention names."""
        return [
            next((town(name, iso) for name, iso in self._towns.items() if name in text), None)
            for text in self._texts
        ]

    def around(self, position: int) -> Place | None:  # noqa: ARG002 - Ground's
        """Return the one country."""
        return Place(country=self._around) if self._around else None


class KnownTowns:
    """Grounds by a table of towns."""

    def __init__(self, towns: Mapping[str, str], around: str | None = None) -> None:
        """Take each town's country, and the country of what has no place."""
        self._towns, self._around = towns, around

    def ground(
        self,
        text: str,  # noqa: ARG002 - Grounder's
        mentions: Sequence[PlaceMention],
        countries: Mapping[str, float],  # noqa: ARG002 - Grounder's
    ) -> Known:
        """Look the mentions up."""
        return Known(self._towns, self._around, [mention.text for mention in mentions])


def town(name: str, country: str) -> Place:
    """Return a resolved town."""
    return Place(
        text=name,
        name=f"{name} Town",
        kind="point",
        country=country,
        precision=1,
        place_id=f"gn:{name}",
    )
