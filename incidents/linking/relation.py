"""What an account is to the incidents of its report."""

from enum import StrEnum

from incidents.records import Record, Span


class Relation(StrEnum):
    """What an account is to an incident, or why it belongs to none."""

    NEW = "new"
    """The first account of its incident."""
    SAME = "same"
    """Tells the incident again, or more of it."""
    RETOLD = "retold"
    """Was read as an incident of its own until the whole report was seen."""
    DETAIL = "detail"
    """Says when or where it was, or whose, and no more."""
    OTHER_SIDE = "other side"
    """Tells what the other side of a clash lost; its figures add up with those told before."""
    VERSION = "version"
    """Another source's figures, which compete with those told before."""
    PART = "part"
    """Tells an incident that another one counts already."""
    GENERAL = "general"
    """Tells of no one event: how things are, or a sum over months or regions."""
    PAST = "past"
    """Lies so far back that the report tells it as background."""

    @property
    def left_out(self) -> bool:
        """Whether no incident is made of the account."""
        return self in {Relation.GENERAL, Relation.PAST}


class Evidence(Record, frozen=True):
    """One thing that speaks for a link, or against it."""

    says: str
    """In words, for the reader of `explain`: "the same toll"."""
    weight: float = 0.0
    """Points for (above 0) or against; 0 where it settles the matter by itself."""


class Link(Record, frozen=True, kw_only=True):
    """What became of one account, and why."""

    span: Span
    """Its words, in the clean text."""
    relation: Relation
    evidence: tuple[Evidence, ...]
    incident: int | None = None
    """Place of its incident among those that are kept, from 0; None where it is left out."""

    @property
    def why(self) -> str:
        """The evidence in words: "the same toll +2, another bullet -2"."""
        return ", ".join(
            f"{one.says} {one.weight:+g}" if one.weight else one.says for one in self.evidence
        )
