"""Which false incidents retell another: one event told twice, its dead counted twice.

A given incident is a double when it matches no coded incident of its own, is not excused as
optional, and retells a coded incident that another given incident took. Four things speak for or
against it:

    words   it stands on words that the coding gives to that incident (`evidence_contains`, `also`)
    date    the intervals overlap (for), or both are known and do not (against)
    place   the same words, within 25 km, or a region and a place in it (for); both are known
            and apart, or in two countries (against)
    toll    the same number of killed (for)

Words decide: what the coding calls a retelling is one, however wrongly its day or place was read.
Without them the toll must speak for it, or both date and place, and nothing against it. Both must
be of one family of event types, unless words speak for it and nothing against it. What stands on
the `never` list (sums, background) is a double only if its words are a coded incident's and more
speaks for it than against it.
"""

from collections.abc import Iterator, Sequence

import msgspec

from benchmarks.golden import (
    SUB_EVENT_TYPES,
    GoldIncident,
    GoldReport,
    OneOrMore,
    alternatives,
    read_count,
)
from benchmarks.matching import FAMILY, overlap, place_words, same_place_text
from incidents.distances import distance_km
from incidents.records import Incident, Place, Span

NEAR_KM = 25.0
"""Two places no farther apart are one: UCDP's bound of "near"."""
SUM_DAYS = 14
"""An interval longer than this is a sum's or a period's, and agrees with no event's day."""
DISTRICT, REGION = 3, 4
"""where_prec of a second-level and a first-level area, which may hold another place."""

Pair = tuple[GoldIncident, Incident]


class Double(msgspec.Struct, frozen=True):
    """One given incident that retells another."""

    found: Incident
    """The retelling."""
    first: Incident
    """The given incident that took the coded one."""
    gold: GoldIncident
    evidence: tuple[str, ...]
    """What speaks for it: "words", "date", "place", "toll"."""


def find_doubles(
    report: GoldReport, pairs: Sequence[Pair], spurious: Sequence[Incident]
) -> list[Double]:
    """Return for each false incident that retells one the coded incident that it fits best."""
    never = [report.span(aside.text) for aside in report.never]
    doubles = []
    for found in spurious:
        barred = any(overlap(span, found.evidence) for span in never)
        fits = [fit for pair in pairs if (fit := _fit(report, pair, found, barred=barred))]
        if fits:
            doubles.append(max(fits, key=lambda fit: len(fit.evidence)))
    return doubles


def _fit(report: GoldReport, pair: Pair, found: Incident, *, barred: bool) -> Double | None:
    """Return the double that `found` is of a pair, or None."""
    gold, first = pair
    signs = dict(_signs(report, pair, found))
    speaking = tuple(name for name, sign in signs.items() if sign > 0)
    subs = alternatives(gold.sub_event_type)
    akin = FAMILY[found.event_type] in {FAMILY[SUB_EVENT_TYPES[sub]] for sub in subs}
    against = min(signs.values()) < 0
    if "words" in speaking:
        told = (akin or not against) and (not barred or sum(signs.values()) > 0)
    else:
        told = akin and not barred and not against
        told = told and ("toll" in speaking or {"date", "place"} <= {*speaking})
    if not told:
        return None
    return Double(found, first, gold, speaking)


def _signs(report: GoldReport, pair: Pair, found: Incident) -> Iterator[tuple[str, int]]:
    """Yield what words, date, place and toll say: 1 for, 0 nothing, -1 against."""
    gold, first = pair
    yield "words", any(overlap(quote, found.evidence) for quote in _quotes(report, gold))
    yield "date", _date_sign(gold, first, found)
    yield "place", _place_sign(gold, first, found)
    yield "toll", _same_toll(gold, first, found)


def _quotes(report: GoldReport, gold: GoldIncident) -> list[Span]:
    return [report.span(quote) for quote in (gold.evidence_contains, *gold.also)]


def _date_sign(gold: GoldIncident, first: Incident, found: Incident) -> int:
    if found.date is None:
        return 0
    if gold.date and gold.date.scored:
        bounds = gold.date.bounds
    elif first.date:
        bounds = ((first.date.earliest, first.date.latest),)
    else:
        return 0
    earliest, latest = found.date.earliest, found.date.latest
    if not any(start <= latest and earliest <= end for start, end in bounds):
        return -1
    longest = max((end - start).days for start, end in bounds)
    return int((latest - earliest).days <= max(longest, SUM_DAYS))


def _place_sign(gold: GoldIncident, first: Incident, found: Incident) -> int:
    here, there = found.place, first.place
    if here.country and there.country and here.country != there.country:
        return -1
    if here.text is None or (gold.place.text is None and there.text is None):
        return 0
    if gold.place.text is not None and same_place_text(gold, found):
        return 1
    if there.text is not None and place_words(there.text) == place_words(here.text):
        return 1
    return _distance_sign(there, here)


def _distance_sign(first: Place, found: Place) -> int:
    """Say whether two placed incidents lie together or apart; 0 where one has no place."""
    if "none" in (first.kind, found.kind):
        return 0
    if _holds(first, found) or _holds(found, first):
        return 1
    spots = (first.lat_deg, first.lon_deg, found.lat_deg, found.lon_deg)
    if any(degrees is None for degrees in spots):
        return 0
    near = distance_km(*(degrees or 0.0 for degrees in spots)) <= NEAR_KM
    return 1 if near else -1


def _holds(area: Place, other: Place) -> bool:
    """Tell whether an area of a first or second level holds another place."""
    if area.admin1 is None or area.admin1 != other.admin1:
        return False
    if area.precision == DISTRICT:
        return area.admin2 is not None and area.admin2 == other.admin2
    return area.precision == REGION


def _same_toll(gold: GoldIncident, first: Incident, found: Incident) -> bool:
    if (killed := found.casualties.get("killed")) is None:
        return False
    known = first.casualties.get("killed")
    lows = killed_lows(gold.casualties.get("killed"))
    return str(killed.low) in lows or bool(known and known.low == killed.low)


def killed_lows(codes: OneOrMore | None) -> set[str]:
    """Return every killed low that is right: digits, or `*` where it is not scored."""
    if codes is None:
        return {"0"}
    readings = [codes] if isinstance(codes, str) else codes
    lows = {low for code in readings for low in read_count(code)[0].split("/")}
    return {"0" if low == "_" else low for low in lows}


def gold_totals(report: GoldReport) -> set[int] | None:
    """Return every right sum of killed over incidents that are no parts; None if unscored."""
    sums = {0}
    for gold in report.incidents:
        if gold.part_of:
            continue
        lows = killed_lows(gold.casualties.get("killed"))
        if "*" in lows:
            return None
        sums = {total + int(low) for total in sums for low in lows}
    return sums


def given_total(found: Sequence[Incident]) -> int:
    """Return the sum of killed lows over given incidents that are no parts."""
    counts = [one.casualties.get("killed") for one in found if one.part_of is None]
    return sum(count.low for count in counts if count)
