"""Scores of matched incidents, field by field, and their sums over groups of reports.

A field is scored only where the coding states it, or where the program claims something that the
coding leaves unknown (a killed count where the text gives none is an error). Each score is a pair
(right, asked). Actors are scored as a set of (name, role): F1 over all matched incidents; unnamed
civilians, protesters and rioters are left out on both sides. A source or claim is right where its
name or words contain, or lie in, one of the names coded.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from benchmarks.doubles import Double, find_doubles, given_total, gold_totals
from benchmarks.golden import (
    SUB_EVENT_TYPES,
    GoldIncident,
    GoldReport,
    actor_names,
    alternatives,
)
from benchmarks.matching import count_agreement, match, overlap, plain, same_dates, same_place_text
from incidents.records import CountKey, Incident

CROWDS = ("civilians", "protesters", "rioters")
SCORED_COUNTS: tuple[CountKey, ...] = ("killed", "injured", "detained", "abducted")
GEO_FIELDS = frozenset(
    {
        *("place_kind", "place_country", "place_admin1", "place_precision"),
        *("place_answered", "place_right_if_answered"),
    }
)
"""Fields that only the geocoder can fill; not scored on the words alone."""


class Scores(msgspec.Struct):
    """Sums over some reports."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    forbidden: int = 0
    """Extracted incidents that stand on words of the `never` list."""
    doubles: int = 0
    """Extracted incidents that retell another."""
    tolls: int = 0
    """Reports that tell of dead, or were given any."""
    totals: int = 0
    """Of those, reports whose sum of killed is right."""
    fields: dict[str, tuple[int, int]] = {}
    """Field to (right, asked); of actors (2 × shared, gold + found), whose ratio is F1."""

    def add(self, other: "Scores") -> None:
        """Add another group's sums to these."""
        self.gold += other.gold
        self.found += other.found
        self.matched += other.matched
        self.forbidden += other.forbidden
        self.doubles += other.doubles
        self.tolls += other.tolls
        self.totals += other.totals
        for name, (right, asked) in other.fields.items():
            old = self.fields.get(name, (0, 0))
            self.fields[name] = (old[0] + right, old[1] + asked)

    def ratios(self) -> dict[str, float]:
        """Return incidents' figures, doubles and totals, then each field's accuracy, 0 to 1."""
        figures = {
            "incident precision": self.matched / self.found if self.found else 0.0,
            "incident recall": self.matched / self.gold if self.gold else 0.0,
            "incident F1": 2 * self.matched / max(1, self.gold + self.found),
        }
        if self.found:
            figures["doubles"] = self.doubles / self.found
        if self.tolls:
            figures["totals right"] = self.totals / self.tolls
        return figures | {
            name: right / asked for name, (right, asked) in self.fields.items() if asked
        }


class Comparison(msgspec.Struct):
    """One report's gold against what was extracted, for the scores and for `--show`."""

    pairs: list[tuple[GoldIncident, Incident]]
    missed: list[GoldIncident]
    spurious: list[Incident]
    forbidden: list[Incident]
    """Of the spurious, those on the `never` list."""
    doubles: list[Double]
    """Of the spurious, those that retell another."""

    @property
    def given(self) -> list[Incident]:
        """What was extracted, but for what is excused as optional."""
        return [*(one for _, one in self.pairs), *self.spurious]


def compare(report: GoldReport, found: Sequence[Incident]) -> Comparison:
    """Match a report's incidents and sort out what is left over."""
    pairs = match(report, found)
    matched_keys = {gold.key for gold, _ in pairs}
    matched_ids = {id(one) for _, one in pairs}
    rest = [one for one in found if id(one) not in matched_ids]
    optional = [report.span(aside.text) for aside in report.optional]
    spurious = [one for one in rest if not any(overlap(span, one.evidence) for span in optional)]
    never = [report.span(aside.text) for aside in report.never]
    return Comparison(
        pairs=pairs,
        missed=[gold for gold in report.incidents if gold.key not in matched_keys],
        spurious=spurious,
        forbidden=[one for one in spurious if any(overlap(s, one.evidence) for s in never)],
        doubles=find_doubles(report, pairs, spurious),
    )


def score(report: GoldReport, found: Sequence[Incident], *, places: bool) -> Scores:
    """Sum up one report; without `places` the geocoder's fields are left out."""
    comparison = compare(report, found)
    scores = _incident_scores(report, comparison)
    keys = {one.id: gold.key for gold, one in comparison.pairs}
    for gold, one in comparison.pairs:
        fields = {name: (right, asked) for name, right, asked in field_scores(gold, one, keys)}
        if not places:
            fields = {name: pair for name, pair in fields.items() if name not in GEO_FIELDS}
        scores.add(Scores(fields=fields))
    return scores


def _incident_scores(report: GoldReport, comparison: Comparison) -> Scores:
    """Count incidents, doubles and whether the sum of killed is right; no fields yet."""
    wanted, total = gold_totals(report), given_total(comparison.given)
    asked = wanted is not None and (wanted != {0} or total > 0)
    return Scores(
        gold=len(report.incidents),
        found=len(comparison.given),
        matched=len(comparison.pairs),
        forbidden=len(comparison.forbidden),
        doubles=len(comparison.doubles),
        tolls=asked,
        totals=asked and total in (wanted or ()),
    )


def field_scores(
    gold: GoldIncident, found: Incident, keys: dict[str, str]
) -> Iterator[tuple[str, int, int]]:
    """Yield (field, right, asked) for one matched pair; `keys` maps matched ids to gold keys."""
    subs = alternatives(gold.sub_event_type)
    yield "event_type", found.event_type in {SUB_EVENT_TYPES[sub] for sub in subs}, 1
    yield "sub_event_type", found.sub_event_type in subs, 1
    if gold.count != "*":
        yield "count", found.count == gold.count, 1
    if gold.civilian_targeting != "*":
        yield "civilian_targeting", found.civilian_targeting == gold.civilian_targeting, 1
    yield "status", found.status in alternatives(gold.status), 1
    if gold.part_of or found.part_of:
        whole = keys.get(found.part_of, "unmatched") if found.part_of else None
        yield "part_of", whole == gold.part_of, 1
    for name in ("means", "setting"):
        if wanted := getattr(gold, name):
            yield name, plain(getattr(found, name) or "") in plain_options(wanted), 1
    yield from _date_scores(gold, found)
    yield from _place_scores(gold, found)
    yield from _count_scores(gold, found)
    yield "actors", *_actor_score(gold, found)
    yield from _source_scores(gold, found)


def _date_scores(gold: GoldIncident, found: Incident) -> Iterator[tuple[str, int, int]]:
    if gold.date and not gold.date.scored:
        return
    yield "date", same_dates(gold, found), 1
    if gold.date:
        when = found.date
        yield "date_precision", bool(when and when.precision in gold.date.precisions), 1
        yield "date_basis", bool(when and when.basis in alternatives(gold.date.basis)), 1


def _place_scores(gold: GoldIncident, found: Incident) -> Iterator[tuple[str, int, int]]:
    wanted, place = gold.place, found.place
    yield "place_text", same_place_text(gold, found), 1
    yield "place_basis", place.basis in alternatives(wanted.basis), 1
    yield "place_kind", place.kind in {kind for kind, _ in wanted.placings}, 1
    yield "place_precision", place.precision in {code for _, code in wanted.placings}, 1
    if all(kind != "none" for kind, _ in wanted.placings):
        yield "place_answered", place.kind != "none", 1
        if place.kind != "none":
            drawn = (place.kind, place.precision)
            yield "place_right_if_answered", drawn in wanted.placings, 1
    if wanted.country:
        yield "place_country", place.country == wanted.country, 1
    if wanted.admin1:
        named = plain((place.admin1 or "").partition(" (")[0])
        yield "place_admin1", named in {plain(name) for name in alternatives(wanted.admin1)}, 1


def _count_scores(gold: GoldIncident, found: Incident) -> Iterator[tuple[str, int, int]]:
    for key in SCORED_COUNTS:
        codes, count = gold.casualties.get(key), found.casualties.get(key)
        if codes is None and (count is None or not count.low):
            continue  # coders write no zero: absent is unknown, or none
        if codes is None or not all_unscored(codes):
            for part, right in count_agreement(codes, count).items():
                yield f"{key}_{part}", right, 1
    for key in ("killed_children", "killed_women"):
        codes, count = gold.casualties.get(key), found.casualties.get(key)
        if (codes or count) and not all_unscored(codes or ""):
            yield key, all(count_agreement(codes, count).values()), 1


def plain_options(coded: str) -> set[str]:
    """Return every wording of a coded "a|b" that is right."""
    return {plain(option) for option in coded.split("|")}


def all_unscored(code: str | tuple[str, ...]) -> bool:
    """Tell whether a casualty code asks nothing at all."""
    return code == "*,*,*"


def _actor_score(gold: GoldIncident, found: Incident) -> tuple[int, int]:
    """Return twice the shared (name, role) pairs, and how many both sides have together."""
    names = actor_names()
    left = list(
        dict.fromkeys(
            ("unidentified" if actor.kind == "unidentified" else actor.name, actor.role)
            for actor in found.actors
            if actor.kind != "civilians" and not plain(actor.name).startswith(CROWDS)
        )
    )
    shared, asked = 0, len(gold.actors) + len(left)
    for name, roles, *_ in gold.actors:
        hit = next(
            (a for a in left if a[1] in roles.split("|") and same_actor(name, a[0], names)), None
        )
        if hit:
            left.remove(hit)
            shared += 1
    return 2 * shared, asked


def same_actor(coded: str, found: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a found canonical name is one of those coded, by `names.toml`'s table.

    A found "ADF: Ambazonia Defence Forces" is not known by its acronym, which others share.
    """
    keys = coded.split("|")
    if found == "unidentified" and any(key.startswith("Unidentified") for key in keys):
        return True
    wanted = {name for key in keys for name in (key, *names.get(key, ()))}
    bare = found.partition(" (")[0]
    have = {_form(found), _form(bare), _form(bare.partition(": ")[2] or bare)}
    return bool(have & {_form(name) for name in wanted})


def _form(name: str) -> str:
    return plain(name).replace(" the ", " ")


def _source_scores(gold: GoldIncident, found: Incident) -> Iterator[tuple[str, int, int]]:
    sources = [(source.name, source.text or "") for source in found.sources]
    for wanted in gold.sources:
        yield "sources", int(_named(wanted, sources)), 1
    claims = [(claim.source, claim.text) for claim in found.claims]
    for wanted in gold.claims:
        yield "claims", int(_named(wanted, claims)), 1


def _named(wanted: str, found: Iterable[tuple[str, str]]) -> bool:
    """Tell whether one of the coded names stands in a found name or its words, or holds it."""
    names = [_form(name) for name in wanted.split("|")]
    return any(
        name in _form(canonical) or _form(canonical) in name or name in _form(words)
        for canonical, words in found
        for name in names
        if _form(canonical)
    )


def wrong_fields(gold: GoldIncident, found: Incident, keys: dict[str, str]) -> Counter[str]:
    """Return the fields of a pair that are not wholly right, with how far they fall short."""
    shortfall: Counter[str] = Counter()
    for name, right, asked in field_scores(gold, found, keys):
        shortfall[name] += asked - int(right)
    return +shortfall
