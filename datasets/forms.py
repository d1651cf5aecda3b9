"""The exact forms: whose columns a file has, and what each of them holds."""

from collections.abc import Mapping, Sequence
from typing import Literal

from datasets.records import Fields

Form = Literal["acled", "ucdp", "own"]

UCDP_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
"""UCDP GED and Candidate, in their order: 49."""
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
"""ACLED since March 2023, in their order: 31."""

_ACLED: Mapping[str, tuple[str, ...]] = {
    "id": ("event_id_cnty", "event_id_c"),
    "date": ("event_date",),
    "date_precision": ("time_precision", "time_preci"),
    "event_type": ("event_type",),
    "sub_event_type": ("sub_event_type", "sub_event_"),
    "actor_1": ("actor1",),
    "allies_1": ("assoc_actor_1", "ally_actor_1", "assoc_acto"),
    "kind_1": ("inter1",),
    "actor_2": ("actor2",),
    "allies_2": ("assoc_actor_2", "ally_actor_2", "assoc_ac_1"),
    "kind_2": ("inter2",),
    "civilians": ("civilian_targeting",),
    "iso": ("iso",),
    "country": ("country",),
    "admin1": ("admin1",),
    "admin2": ("admin2",),
    "place": ("location",),
    "lat": ("latitude",),
    "lon": ("longitude",),
    "precision": ("geo_precision", "geo_precis"),
    "source": ("source",),
    "notes": ("notes",),
    "killed": ("fatalities",),
}
"""A field's column under its names in the course of time; shapefiles cut names at ten letters."""
_UCDP: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "date": ("date_start",),
    "date_end": ("date_end",),
    "date_precision": ("date_prec",),
    "event_type": ("type_of_violence",),
    "actor_1": ("side_a",),
    "actor_2": ("side_b",),
    "country": ("country",),
    "admin1": ("adm_1",),
    "admin2": ("adm_2",),
    "place": ("where_coordinates",),
    "lat": ("latitude",),
    "lon": ("longitude",),
    "precision": ("where_prec",),
    "source": ("source_article", "source_original"),
    "notes": ("source_headline",),
    "killed": ("best",),
    "killed_low": ("low",),
    "killed_high": ("high",),
}
_NEEDED: Mapping[Form, frozenset[str]] = {
    "acled": frozenset({"id", "date", "event_type", "actor_1", "lat", "lon"}),
    "ucdp": frozenset({"id", "date", "event_type", "actor_1", "actor_2", "precision"}),
}
_ALSO_HELD: Mapping[Form, frozenset[str]] = {
    # What other columns settle: a day has its year, two kinds their code.
    "acled": frozenset({"year", "disorder_type", "interaction"}),
    "ucdp": frozenset({"year"}),
}
LICENCES: Mapping[str, str] = {
    "acled": "ACLED (acleddata.com); its terms of use forbid passing on the raw data.",
    "ucdp": "Uppsala Conflict Data Program (ucdp.uu.se), CC BY 4.0.",
    "own": "",
}


def recognise(columns: Sequence[str]) -> tuple[Form, Fields] | None:
    """Return the form of a file and what its columns hold; None where it is neither."""
    spelled = {column.strip().casefold(): column for column in reversed(columns)}
    forms: tuple[tuple[Form, Mapping[str, tuple[str, ...]]], ...] = (
        ("acled", _ACLED),
        ("ucdp", _UCDP),
    )
    for form, names in forms:
        found = {
            field: spelled[name]
            for field, choices in names.items()
            if (name := next((one for one in choices if one in spelled), None))
        }
        if _NEEDED[form] <= set(found):
            return form, Fields(**found)
    return None


def held_columns(form: str, fields: Fields, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that the record can hold, in the file's order."""
    wanted = set(fields.named().values())
    also: frozenset[str] = _ALSO_HELD.get(form, frozenset())  # type: ignore[call-overload]
    return tuple(
        column for column in columns if column in wanted or column.strip().casefold() in also
    )


def looks_like_ucdp(cells: Sequence[str]) -> bool:
    """Tell whether a first row is no heading but an event of UCDP's: some Candidates have none."""
    if len(cells) != len(UCDP_COLUMNS):
        return False
    by_name = dict(zip(UCDP_COLUMNS, (cell.strip() for cell in cells), strict=True))
    return (
        by_name["year"].isdigit()
        and by_name["type_of_violence"] in {"1", "2", "3"}
        and by_name["where_prec"] in set("1234567")
    )
