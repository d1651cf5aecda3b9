"""The claims of several reports side by side: who says what, and where they part."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from incidents.records import Actor, ActorRole, CountKey, Incident, Span
from incidents.tongue import N_, _
from incidents.wording import say_count, say_date, say_place


class Cell(NamedTuple):
    """What one report says of one thing."""

    says: str
    """In the language in force; "" where it says nothing."""
    words: str
    """The report's own words; "" where none were marked."""
    differs: bool
    """Whether another report says something else."""


class Row(NamedTuple):
    """What all reports say of one thing."""

    label: str
    """In English; a message of the catalogue."""
    cells: tuple[Cell, ...]


class _Said(NamedTuple):
    """A cell before it is compared."""

    key: Hashable
    """What is compared; None where nothing is said."""
    says: str = ""
    words: str = ""


_NOTHING = _Said(None)
_DOERS: tuple[ActorRole, ...] = ("perpetrator", "supporter")
_HIT: tuple[ActorRole, ...] = ("victim", "target", "opponent")


def matrix(versions: Sequence[Incident], texts: Mapping[str, str]) -> list[Row]:
    """Lay versions of an event side by side; a row of which no report says anything is left out.

    Args:
        versions: a column each.
        texts: by report id.
    """
    rows = [
        _row(label, [read(one, texts.get(one.report_id, "")) for one in versions])
        for label, read in _READ
    ]
    return [row for row in rows if any(cell.says or cell.words for cell in row.cells)]


def _row(label: str, said: Sequence[_Said]) -> Row:
    known = {one.key for one in said if one.key is not None}
    cells = [Cell(o.says, o.words, o.key is not None and len(known) > 1) for o in said]
    return Row(label, tuple(cells))


def _when(one: Incident, _text: str) -> _Said:
    date = one.date
    if date is None:
        return _NOTHING
    return _Said((date.earliest, date.latest), say_date(date), date.text or "")


def _where(one: Incident, _text: str) -> _Said:
    if not (one.place.name or one.place.text or one.place.country):
        return _NOTHING
    return _Said(one.place.place_id or one.place.text, say_place(one.place), one.place.text or "")


def _type(one: Incident, text: str) -> _Said:
    return _Said(one.sub_event_type, _(one.sub_event_type), _of(one.spans.get("event_type"), text))


def _actors(roles: Iterable[ActorRole]) -> Callable[[Incident, str], _Said]:
    wanted = frozenset(roles)

    def read(one: Incident, _text: str) -> _Said:
        found = {a.actor_id: a for a in one.actors if a.role in wanted}
        if not found:
            return _NOTHING
        names = "; ".join(actor.name for actor in found.values())
        return _Said(frozenset(found), names, _words(found.values()))

    return read


def _words(actors: Iterable[Actor]) -> str:
    return "; ".join(dict.fromkeys(actor.text for actor in actors if actor.text))


def _count(key: CountKey) -> Callable[[Incident, str], _Said]:
    def read(one: Incident, _text: str) -> _Said:
        count = one.casualties.get(key)
        if count is None:
            return _NOTHING
        return _Said((count.low, count.best, count.high), say_count(count), count.text)

    return read


def _means(one: Incident, text: str) -> _Said:
    if one.means is None:
        return _NOTHING
    return _Said(one.means, _(one.means), _of(one.spans.get("means"), text))


def _sources(one: Incident, _text: str) -> _Said:
    # That others say it is no difference between the claims.
    names = "; ".join(dict.fromkeys(source.name for source in one.sources))
    words = "; ".join(dict.fromkeys(source.text for source in one.sources if source.text))
    return _Said(None, names, words)


def _evidence(one: Incident, text: str) -> _Said:
    return _Said(None, "", " … ".join(_of(span, text) for span in one.evidence))


def _of(span: Span | None, text: str) -> str:
    return " ".join(span.of(text).split()) if span else ""


_READ: tuple[tuple[str, Callable[[Incident, str], _Said]], ...] = (
    (N_("When"), _when),
    (N_("Where"), _where),
    (N_("What"), _type),
    (N_("By whom"), _actors(_DOERS)),
    (N_("Against whom"), _actors(_HIT)),
    (N_("Killed"), _count("killed")),
    (N_("Injured"), _count("injured")),
    (N_("Detained"), _count("detained")),
    (N_("Abducted"), _count("abducted")),
    (N_("Children among the killed"), _count("killed_children")),
    (N_("Women among the killed"), _count("killed_women")),
    (N_("Means"), _means),
    (N_("Who says so"), _sources),
    (N_("Sentences"), _evidence),
)
