"""A place as the words mention it, before anybody knows where it is.

The finder of place mentions writes these, the assembly attaches them to incidents,
and `geo` resolves them.
"""

from typing import Literal

from incidents.records import Record, Span

PlaceHint = Literal[
    "country",  # "Mali", or a demonym used for the country
    "region",  # "the Segou region", "Mopti Region", "région de Mopti": first level
    "district",  # "cercle of Bankass", "Ansongo district", "province du Soum": second level
    "town",  # "the town of Gao"
    "village",  # "the village of Solhan"
    "river",
    "vague",  # "northern Mali", "the tri-border area", "the Lake Chad basin"
    "near",  # "near X", "outside X", "20 km east of X"
    "between",  # "between X and Y", "on the road from X to Y", "along the X-Y border"
    "sea",
    "unnamed",  # "a village", "un marché": a place the words do not name
    "plain",  # a bare name: "in Ansongo"
]


class PlaceMention(Record, frozen=True, kw_only=True):
    """One mention of a place in a text."""

    text: str
    span: Span
    """The whole phrase that limits the place: "20 km east of Ansongo", "the Segou region"."""
    names: tuple[Span, ...] = ()
    """Spans of the proper names inside it, in text order; empty for `unnamed`."""
    hint: PlaceHint = "plain"
    locative: bool = True
    """False where the words are no place of an event: demonyms, datelines, "flew to"."""
    within: tuple[Span, ...] = ()
    """Names that contain it by the words: "Dori, in the Sahel region" gives the region's."""
    held: tuple[str, ...] = ()
    """The words of `within`, in lower case."""
    quarter: bool = False
    """Whether its words say that it is a part of a town: "Barangay Kobi", "Bako road"."""
    rule: str = ""
