"""Which extracted incident is which gold incident.

A pair may match when the extracted evidence overlaps a quote of the gold incident and both are of
one family: violence (Battles, Explosions/Remote violence, Violence against civilians),
demonstrations (Protests, Riots), or Strategic developments. Among all pairs that may match, the
assignment with the greatest sum of likeness is chosen: how much of the quote the evidence covers,
plus agreement of type, date, place and killed, which tells apart incidents of one sentence.
Each incident is used once; what is left over is missed or spurious.
"""

import unicodedata
from collections.abc import Sequence

from benchmarks.golden import (
    SUB_EVENT_TYPES,
    GoldIncident,
    GoldReport,
    alternatives,
    read_count,
)
from incidents.records import Count, Incident, Span

FAMILY = {
    "Battles": "violence",
    "Explosions/Remote violence": "violence",
    "Violence against civilians": "violence",
    "Protests": "demonstrations",
    "Riots": "demonstrations",
    "Strategic developments": "strategic",
}
COUNTRY_ONLY = 6
"""where_prec: a country named is no more than none."""
FORBIDDEN = -1e6
"""Likeness of a pair that may not match."""
GENERIC_WORDS = frozenset(
    {
        *(
            "a",
            "an",
            "the",
            "of",
            "in",
            "at",
            "la",
            "le",
            "les",
            "l",
            "un",
            "une",
            "d",
            "de",
            "des",
        ),
        *("du", "dans", "nearby", "village", "villages", "town", "towns", "city", "cities"),
        *("state", "region", "province", "district", "locality", "area", "neighbourhood"),
        *("territory", "county", "township", "department", "ville", "villes", "localite"),
        *("quartier", "commune", "territoire", "cercle", "secteur", "departement"),
    }
)
"""Articles and class words: "the town of Gao" and "Gao" name the same place."""


def plain(text: str) -> str:
    """Return text without case, accents and punctuation: "Ménaka's" is "menaka s"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(kept.split())


def place_words(text: str) -> frozenset[str]:
    """Return the words that name a place: "the town of Gao" and "Gao" are the same."""
    words = frozenset(plain(text).split())
    return words - GENERIC_WORDS or words


def same_place_text(gold: GoldIncident, found: Incident) -> bool:
    """Tell whether both name the place by the same words, or neither more than the country."""
    if gold.place.text is None:
        place = found.place
        return place.text is None or place.basis != "stated" or place.precision == COUNTRY_ONLY
    if found.place.text is None:
        return False
    words = place_words(found.place.text)
    return any(words == place_words(text) for text in alternatives(gold.place.text))


def same_dates(gold: GoldIncident, found: Incident) -> bool:
    """Tell whether both intervals are equal, or both unknown."""
    if gold.date is None or found.date is None:
        return gold.date is None and found.date is None
    if not gold.date.scored:
        return False
    return (found.date.earliest, found.date.latest) in gold.date.bounds


def count_agreement(codes: str | tuple[str, ...] | None, count: Count | None) -> dict[str, bool]:
    """Return for low, best and high whether each is right, under the code that fits best."""
    if codes is None or count is None:
        return dict.fromkeys(("low", "best", "high"), False)
    values = ["_" if value is None else str(value) for value in (count.low, count.best, count.high)]
    options = [
        [
            part == "*" or value in part.split("/")
            for part, value in zip(read_count(code), values, strict=True)
        ]
        for code in ([codes] if isinstance(codes, str) else codes)
    ]
    return dict(zip(("low", "best", "high"), max(options, key=sum), strict=True))


def likeness(report: GoldReport, gold: GoldIncident, found: Incident) -> float:
    """Score a pair: 0 to 1 for the words, 1 for each of four fields, or FORBIDDEN."""
    quotes = [report.span(quote) for quote in (gold.evidence_contains, *gold.also)]
    families = {FAMILY[SUB_EVENT_TYPES[sub]] for sub in alternatives(gold.sub_event_type)}
    touched = [overlap(quote, found.evidence) for quote in quotes]
    if not any(touched) or FAMILY[found.event_type] not in families:
        return FORBIDDEN
    killed = found.casualties.get("killed")
    code = gold.casualties.get("killed")
    agreed = [
        found.sub_event_type in alternatives(gold.sub_event_type),
        same_dates(gold, found),
        same_place_text(gold, found),
        (code is None and not (killed and killed.low))
        or all(count_agreement(code, killed).values()),
    ]
    return touched[0] + 0.1 * max(touched) + sum(agreed)


def overlap(quote: Span, evidence: Sequence[Span]) -> float:
    """Return the share of a quote that the evidence covers."""
    shared = sum(
        max(0, min(quote.end, span.end) - max(quote.start, span.start)) for span in evidence
    )
    return min(1.0, shared / (quote.end - quote.start))


def match(report: GoldReport, found: Sequence[Incident]) -> list[tuple[GoldIncident, Incident]]:
    """Pair gold and extracted incidents by the rule that this module's docstring states."""
    rows = [[likeness(report, gold, one) for one in found] for gold in report.incidents]
    return [
        (report.incidents[row], found[column])
        for row, column in best_assignment(rows)
        if rows[row][column] > FORBIDDEN
    ]


def best_assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the one-to-one (row, column) pairs with the greatest total weight.

    Successive augmentation by shortest paths (the Hungarian method), on costs `-weight`; rows are
    the shorter side, so that every row is paired.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in best_assignment(turned))
    row_of: list[int | None] = [None] * len(weights[0])
    row_cost, column_cost = [0.0] * len(weights), [0.0] * len(weights[0])
    for row in range(len(weights)):
        _augment(row, weights, row_of, row_cost, column_cost)
    return sorted((row, column) for column, row in enumerate(row_of) if row is not None)


def _augment(
    start: int,
    weights: Sequence[Sequence[float]],
    row_of: list[int | None],
    row_cost: list[float],
    column_cost: list[float],
) -> None:
    """Give row `start` a column, moving earlier rows along the cheapest alternating path."""
    distance = [float("inf")] * len(column_cost)
    before: list[int | None] = [None] * len(column_cost)
    done: set[int] = set()
    row, column = start, None
    while True:
        nearest, step = -1, float("inf")
        for other in (c for c in range(len(column_cost)) if c not in done):
            cost = -weights[row][other] - row_cost[row] - column_cost[other]
            if cost < distance[other]:
                distance[other], before[other] = cost, column
            if distance[other] < step:
                nearest, step = other, distance[other]
        row_cost[start] += step
        for other in done:
            column_cost[other] -= step
            row_cost[row_of[other] or 0] += step
        distance = [d if c in done else d - step for c, d in enumerate(distance)]
        done.add(nearest)
        column = nearest
        if (owner := row_of[column]) is None:
            break
        row = owner
    while column is not None:
        earlier = before[column]
        row_of[column] = start if earlier is None else row_of[earlier]
        column = earlier
