"""What is wrong in the open reports, line by line: for those who write rules.

Held-out reports are never listed: whoever knows their misses can't be measured by them.
"""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from benchmarks.doubles import Double, given_total, gold_totals
from benchmarks.golden import GoldIncident, GoldReport
from benchmarks.scoring import GEO_FIELDS, Comparison, wrong_fields
from incidents.records import COUNT_KEYS, Incident

LISTS = ("doubles", "false", "missed", "totals", "fields")
"""What `--list` can be asked for; all of them if not said."""


def show(gold: GoldReport, comparison: Comparison, options: Namespace) -> list[str]:
    """Return lines on what is missed, false, doubled and wrong; none if nothing is.

    Raises:
        ValueError: the report is held out.
    """
    if gold.held_out:
        msg = f"{gold.id} is held out: its misses are not shown"
        raise ValueError(msg)
    wanted = ("fields",) if options.field else (options.list,) if options.list else LISTS
    lines = [line for name in wanted for line in _lines(name, gold, comparison, options)]
    return [f"{gold.id} ({len(comparison.pairs)} matched)", *lines] if lines else []


def _lines(name: str, gold: GoldReport, comparison: Comparison, options: Namespace) -> list[str]:
    if name == "fields":
        return [f"  wrong    {text}" for text in _wrong(comparison, options)]
    if name == "missed":
        return [f"  missed   {one.key}: {one.evidence_contains}" for one in comparison.missed]
    if name == "doubles":
        return [line for double in comparison.doubles for line in _double(gold, double)]
    if name == "totals":
        return list(_total(gold, comparison))
    return list(_false(gold, comparison))


def _total(gold: GoldReport, comparison: Comparison) -> Iterator[str]:
    """Yield the sum of killed that is coded and that is given, and its terms, where it is wrong."""
    wanted = gold_totals(gold)
    if wanted is None or given_total(comparison.given) in wanted:
        return
    coded = " or ".join(map(str, sorted(wanted)))
    yield f"  total    killed {given_total(comparison.given)}, coded {coded}:"
    for one in comparison.given:
        if one.part_of is None and "killed" in one.casualties:
            yield f"           {_given(gold, one)}"


def _false(gold: GoldReport, comparison: Comparison) -> Iterator[str]:
    """Yield a line for each given incident that is none and retells none."""
    doubled = {id(double.found) for double in comparison.doubles}
    for one in comparison.spurious:
        if id(one) not in doubled:
            mark = "never   " if one in comparison.forbidden else "spurious"
            yield f"  {mark} {_given(gold, one)} {one.rules}"


def _double(gold: GoldReport, double: Double) -> Iterator[str]:
    """Yield the retelling, and under it the given incident that it retells."""
    why = ", ".join(double.evidence)
    yield f"  double   of {double.gold.key} ({why}): {_given(gold, double.found)}"
    yield f"           first told: {_given(gold, double.first)}"


def _given(gold: GoldReport, one: Incident) -> str:
    killed = one.casualties.get("killed")
    toll = f"killed {killed.low}" if killed else "no toll"
    when = one.date.edtf if one.date else "no date"
    return f"{one.sub_event_type}, {when}, {one.place.text!r}, {toll}: {_words(gold, one)!r}"


def _words(gold: GoldReport, found: Incident) -> str:
    return " … ".join(" ".join(span.of(gold.text).split())[:160] for span in found.evidence)


def _wrong(comparison: Comparison, options: Namespace) -> Iterable[str]:
    """Yield a line for each pair and group of fields ("killed", "place") that is not right."""
    keys = {found.id: one.key for one, found in comparison.pairs}
    hidden = GEO_FIELDS if options.words else frozenset()
    for one, found in comparison.pairs:
        groups: dict[str, list[str]] = {}
        for name in wrong_fields(one, found, keys):
            if name not in hidden and name.startswith(options.field or ""):
                head = name if "_" not in name else name.split("_", maxsplit=1)[0]
                groups.setdefault(head, []).append(name)
        for head, names in groups.items():
            wanted, have = _coded(one, head), _found(found, head)
            yield f"{one.key}: {', '.join(names)}: coded {wanted}; found {have}"


def _coded(gold: GoldIncident, head: str) -> str:
    if head in ("date", "place"):
        coded = getattr(gold, head)
        return str({k: v for k in coded.__struct_fields__ if (v := getattr(coded, k))} or None)
    if head in COUNT_KEYS:
        return str(gold.casualties)
    return str(getattr(gold, _NAMES.get(head, head)))


def _found(found: Incident, head: str) -> str:
    if head == "date":
        when = found.date
        return "none" if when is None else f"{when.edtf} {when.basis} {when.text!r}"
    if head == "place":
        place = found.place
        parts = (place.kind, place.precision, place.country, place.admin1, place.basis)
        return " ".join([repr(place.text), *map(str, parts)])
    if head in COUNT_KEYS:
        return str({key: (c.low, c.best, c.high) for key, c in found.casualties.items()})
    if head == "actors":
        return str([(actor.name, actor.role) for actor in found.actors])
    if head in ("sources", "claims"):
        return str([getattr(one, "name", None) or one.source for one in getattr(found, head)])
    return str(getattr(found, _NAMES.get(head, head)))


_NAMES = {
    "event": "sub_event_type",
    "sub": "sub_event_type",
    "civilian": "civilian_targeting",
    "part": "part_of",
}
"""Record fields by the first word of a figure's name, where they differ."""
