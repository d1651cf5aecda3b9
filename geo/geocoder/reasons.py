"""Why a place is the one that is meant, and the region that the words put it in."""

from collections.abc import Sequence

from geo.geocoder.reading import Reading
from geo.geocoder.scoring import Scored
from geo.shapes import source_of
from incidents.mentions import PlaceMention

_KIND_WORDS = {
    "region": "first-level region", "district": "district", "town": "populated place",
    "water": "water", "relief": "natural feature", "spot": "site", "vague": "area",
}  # fmt: skip
FOCUS_SHARE = 0.6
"""Weight, of the strongest country's, from which a second one is as much in view."""


def reason(reading: Reading, mention: PlaceMention, found: Sequence[Scored]) -> str:
    """Say in one sentence why the first of the places found is meant."""
    within = [span.of(reading.text) for span in mention.within]
    name = mention.names[0].of(reading.text) if mention.names else mention.text
    entry = found[0].entry
    if entry.kind == "country":
        return f"{entry.name} is a country: nothing nearer is said."
    if entry.kind == "continent":
        return f"{entry.name} is a continent: nothing nearer is said."
    if entry.kind == "vague":
        return f"{entry.name} by convention: {source_of(entry.place_id)}."
    reasons = [f"{entry.name} is a {_KIND_WORDS[entry.kind]}"]
    reasons[0] += f" of {entry.admin1}" if entry.admin1 not in {"", entry.name} else ""
    if mention.hint in {"region", "district", "town", "village"}:
        reasons.append(f"the words say {mention.hint}")
    if within:
        inside = reading.lies_in(entry, within[0])
        reasons.append(
            f"the words put it in {', '.join(within)}"
            + ("" if inside else f", where {name} is not known")
        )
    if reading.about(entry.country, name) >= FOCUS_SHARE:
        country = reading.country(entry.country)
        reasons.append(f"the report is about {country.name if country else entry.country}")
    others = len(found) - 1
    reasons.append(f"likelier than {others} of its name" if others else "no other of its name")
    return "; ".join(reasons) + "."


def region_said(reading: Reading, mention: PlaceMention, country: str | None) -> str | None:
    """Return the nearest region that the words put the place in, None where they say none."""
    for span in mention.within:
        holder = reading.holders.get(span)
        hint = holder.hint if holder else "plain"
        if hint not in {"plain", "region"}:
            continue
        best = reading.candidates(span.of(reading.text), "region" if hint == "region" else hint)[:1]
        for entry in (item.entry for item in best):
            first = entry.kind == "region" and entry.feature not in {"5", "6"}
            if first and entry.country == country:
                return entry.name
    return None
