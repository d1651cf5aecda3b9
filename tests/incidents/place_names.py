"""A few names, for tests of the place finder that need no gazetteer."""

from collections.abc import Sequence

from incidents.finders.places import NameMatch

COUNTRIES = (
    "Mali", "Niger", "Chad", "Sudan", "Nigeria", "Somalia", "Kenya", "Burkina Faso", "Lebanon",
    "République démocratique du Congo", "Tchad", "Sudan",
)  # fmt: skip
REGIONS = ("Segou", "Ségou", "Mopti", "Sahel", "Borno", "Kaduna", "Gaza", "Lac")
CITIES = ("Gao", "Bamako", "Kidal", "Abuja", "Aleppo", "Dakar", "Nairobi", "Ouagadougou",
    "Washington", "Paris",
)  # fmt: skip
VILLAGES = ("Dori", "Ansongo", "Solhan", "Same", "Boni", "Seno", "Sévaré", "Bandiagara", "Djibo",
    "Arbinda", "Gorom-Gorom",
)  # fmt: skip


class SomeNames:
    """A gazetteer of the names above."""

    def __init__(self) -> None:
        self._known = {
            **{name.lower(): ("country", 20_000_000) for name in COUNTRIES},
            **{name.lower(): ("region", 0) for name in REGIONS},
            **{name.lower(): ("town", 500_000) for name in CITIES},
            **{name.lower(): ("town", 3_000) for name in VILLAGES},
            "tri-border area": ("vague", 0),
        }

    def longest(self, tokens: Sequence[str], start: int) -> NameMatch | None:
        """Return the longest of the names above."""
        for count in range(min(5, len(tokens) - start), 0, -1):
            for joint in (" ", "-"):
                name = joint.join(tokens[start : start + count]).lower()
                name = name if name in self._known else name.replace("tri border", "tri-border")
                if name in self._known:
                    kind, people = self._known[name]
                    return NameMatch(count, frozenset({kind}), people)
        return None

    def phrase_heads(self) -> frozenset[str]:
        """Return the head of the one area."""
        return frozenset({"tri"})
