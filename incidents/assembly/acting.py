"""Who: the roles that the sentences give, and the accusations that a report makes as a whole."""

from collections.abc import Iterable, Sequence

import msgspec

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import DEALS, STATE
from incidents.assembly.roles import assign_roles
from incidents.records import Actor, Span
from incidents.text import Document


def stated_actors(doc: Document, tellings: Iterable[Telling]) -> list[Actor]:
    """Collect the actors that the pieces of one incident name, with their roles."""
    found: dict[tuple[str, str], Actor] = {}
    for telling in tellings:
        for actor in piece_actors(doc, telling):
            found.setdefault((actor.actor_id, actor.role), actor)
    return _one_role_each(found.values())


def piece_actors(doc: Document, telling: Telling) -> list[Actor]:
    """Give the actors of one piece their roles, by all its cues."""
    piece = telling.piece
    actors = piece.actors()
    sentence = Span(piece.lead.start, piece.span.end) if piece.lead else piece.span
    found: list[Actor] = []
    for cue in piece.cues:
        found += assign_roles(doc, sentence, cue, actors)
    return _one_role_each(found)


def _one_role_each(actors: Iterable[Actor]) -> list[Actor]:
    """Keep one role for each actor: the first that was given; the named before the nameless."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault(actor.actor_id, actor)
    roles = [a.role for a in kept.values() if a.kind != "unidentified"]
    # The second side of a clash may be nameless.
    named = {role for role in roles if role != "opponent" or roles.count(role) > 1}
    return [
        actor for actor in kept.values() if actor.kind != "unidentified" or actor.role not in named
    ]


def accused(doc: Document, telling: Telling) -> list[Actor]:
    """List those whom a general statement accuses, as perpetrators of acts told elsewhere.

    A heading accuses too: "Attacks by the M23".
    """
    if not telling.piece.has("accusation") and telling.piece.scene.kind != "heading":
        return []
    return _perpetrators(doc, telling)


def _perpetrators(doc: Document, telling: Telling) -> list[Actor]:
    return [
        msgspec.structs.replace(actor, role="perpetrator", basis="inherited")
        for actor in piece_actors(doc, telling)
        if actor.role == "perpetrator" and actor.kind not in {"civilians", "unidentified"}
    ]


class Accusations:
    """Whom a report accuses of more than one event, and where it says so."""

    def __init__(self, doc: Document, general: Iterable[Actor], drafts: Iterable[Draft]) -> None:
        """Gather what is said in general, and who owns up to several events at once."""
        self._doc = doc
        self._headings = [block.span for block in doc.blocks if block.kind == "heading"]
        self._general = list(general)
        self._claims = [
            (telling.piece.span.start, actor)
            for draft in drafts
            for telling in draft.tellings
            if telling.piece.has("claim") and any(cue.plural for cue in telling.piece.scene.cues)
            for actor in _perpetrators(doc, telling)
        ]

    def against(self, draft: Draft) -> list[Actor]:
        """List those accused of an incident, their spans in the raw text."""
        start = draft.first.span.start
        found = [actor for actor in self._general if self._over(actor, start)]
        found += [actor for at, actor in self._claims if start < at]
        once = {actor.actor_id: actor for actor in reversed(found)}
        return [raw_actor(self._doc, actor) for actor in reversed(once.values())]

    def _over(self, actor: Actor, start: int) -> bool:
        """Tell whether an accusation holds at a position: a heading's ends with its section.

        A lone one's holds for all: it is the title.
        """
        under = self._heading_of(actor)
        others = {self._heading_of(other) for other in self._general} - {None, under}
        if under is None or not (others or under.start > self._headings[0].start):
            return True
        return under.start < start and not any(
            under.start < heading.start < start for heading in self._headings
        )

    def _heading_of(self, actor: Actor) -> Span | None:
        at = actor.span.start if actor.span else -1
        return next((span for span in self._headings if span.start <= at < span.end), None)


def with_inherited(
    stated: Sequence[Actor], draft: Draft, accusations: Sequence[Actor], parent: Sequence[Actor]
) -> list[Actor]:
    """Add the perpetrators that an incident inherits, where its own words name none."""
    doers = [actor for actor in stated if actor.role == "perpetrator"]
    nameless = all(actor.kind == "unidentified" for actor in doers)
    if not nameless or draft.first.main.frame in DEALS:
        return list(stated)
    known = {actor.actor_id for actor in stated}
    source = [a for a in parent if a.role == "perpetrator"] or accusations
    inherited = [
        msgspec.structs.replace(actor, basis="inherited")
        for actor in source
        if actor.actor_id not in known
        # "Gunmen" are those who own up to it, and no army.
        if not doers or actor.kind not in STATE | {"unidentified"}
    ]
    rest = [actor for actor in stated if actor not in doers] if inherited else stated
    return [*rest, *inherited]


def raw_actor(doc: Document, actor: Actor) -> Actor:
    """Map an actor's span to the raw text."""
    if actor.span is None:
        return actor
    span = doc.to_raw(Span(*actor.span))
    return msgspec.structs.replace(actor, span=span, text=span.of(doc.raw))
