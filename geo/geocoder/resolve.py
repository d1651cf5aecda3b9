"""Say where each mention of a report is, or that the words do not say."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from geo.gazetteer import Entry, Gazetteer
from geo.geocoder import relative
from geo.geocoder.adjectives import ADJECTIVES, demonym_places
from geo.geocoder.answers import adjective, candidates_of, nothing, settled, undecided
from geo.geocoder.phrases import offset_of
from geo.geocoder.reading import Reading
from geo.geocoder.reasons import reason, region_said
from geo.geocoder.scoring import Scored, is_tie
from incidents.mentions import PlaceHint, PlaceMention
from incidents.records import Place, Span

REGION = 4
"""where_prec of a first-level region."""
CLOSE = 0.93
"""Countries whose scores are this near to the first can't be told from it."""
OF_SEVERAL = frozenset({"continent", "vague"})
"""Kinds of what is of several countries: "the Lake Chad basin"."""


class Geocoder:
    """Resolves mentions against one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Use `gazetteer`, as `open_gazetteer()` gives it."""
        self.gazetteer = gazetteer

    def resolve(
        self,
        text: str,
        mentions: Sequence[PlaceMention],
        *,
        countries: Mapping[str, float] | None = None,
    ) -> list[Place]:
        """Resolve the mentions of one report together.

        Args:
            text: what the mentions' spans index.
            mentions: as `find_places` gives them; the ones that are no places of an event
                (`locative` false) tell the countries and are answered too.
            countries: weights of ISO alpha-2 codes that the report's actors hint at.

        Returns:
            One place a mention, in order. `kind` is "none" where only the country or nothing
            is known; `why` then says why.
        """
        return self.ground(text, mentions, countries or {}).places()

    def ground(
        self, text: str, mentions: Sequence[PlaceMention], countries: Mapping[str, float]
    ) -> "Grounded":
        """Make out the mentions of one report; as `incidents.grounding.Grounder` wants it."""
        reading = Reading(text, mentions, self.gazetteer, countries)
        return Grounded(self.gazetteer, reading, mentions)


class Grounded:
    """The places of one report; an `incidents.grounding.Ground`."""

    def __init__(
        self, gazetteer: Gazetteer, reading: Reading, mentions: Sequence[PlaceMention]
    ) -> None:
        """Stand on what was read of the mentions."""
        self._gazetteer, self._reading, self._mentions = gazetteer, reading, mentions

    def places(self) -> list[Place]:
        """Return the place of each mention, in their order."""
        return [self._resolved(mention) for mention in self._mentions]

    def around(self, position: int) -> Place:
        """Return the country spoken of at a position, which is where it is that has no place."""
        here = Span(position, position)
        told = PlaceMention(text="", span=here, hint="unnamed", rule="places.none")
        return replace(self._resolved(told), text=None, span=None, basis="inherited")

    def _resolved(self, mention: PlaceMention) -> Place:
        return _One(self._gazetteer, self._reading, mention).divided()


class _One:
    """One mention while it is resolved."""

    def __init__(self, gazetteer: Gazetteer, reading: Reading, mention: PlaceMention) -> None:
        self.gazetteer, self.reading = gazetteer, reading
        self.names = [span.of(reading.text) for span in mention.names]
        self._put_in(mention, known=True)

    def _put_in(self, mention: PlaceMention, *, known: bool) -> None:
        """Put the place into what the words say contains it, here or elsewhere."""
        within = self.reading.told_within(mention, known=known)
        self.mention = replace(mention, within=within)
        self.within = [span.of(self.reading.text) for span in within]

    def divided(self) -> Place:
        """Answer with the place, in the first-level region that the words name."""
        place = self.place()
        if place.kind == "area" and place.precision == REGION:
            return place
        region = region_said(self.reading, self.mention, place.country)
        return replace(place, admin1=region) if region else place

    def place(self) -> Place:
        mention = self.mention
        if mention.shape in ADJECTIVES:
            return self._demonym(mention.text)
        if not self.names:
            return self._unnamed("The words name no place")
        by_others = {
            "between": self._between, "near": self._near, "vague": self._vague, "sea": self._sea,
        }  # fmt: skip
        if mention.hint in by_others:
            return by_others[mention.hint]()
        if len(self.names) > 1 and mention.shape == "offset":
            return self._offset_name()
        return self._named(self.names[0], mention.hint)

    def _demonym(self, word: str) -> Place:
        focus = self.reading.focus
        places = sorted(demonym_places(word), key=lambda item: -focus.get(item[-2:], 0.0))
        entries = [entry for item in places if (entry := self.gazetteer.by_id(item))]
        if not entries:
            return nothing(self.mention, f"{word!r} names no country.")
        why = f"{word!r} points to {entries[0].name}; it is no place of an event."
        return adjective(self.mention, entries, why)

    def _named(self, name: str, hint: PlaceHint) -> Place:
        whole = self.mention.text
        found: list[Scored] = []
        if len(self.names) == 1 and name != whole:
            found = self._weigh(whole, hint)
        found = found or self._weigh(name, hint)
        if self.mention.quarter and self._known_container():
            # "Hotel Kobi in Gao", "rue de Kobi à Gao": Gao, wherever Kobi is.
            found = [item for item in found if self.reading.lies_in(item.entry, self.within[0])]
        found = self._held(name, found)
        if not found:
            return self._demonym(name) if demonym_places(name) else self._unknown(name)
        return self._answer(found)

    def _held(self, name: str, found: list[Scored]) -> list[Scored]:
        """Leave out what lies outside the country that the words name as its container.

        A well-known town stays: "Pristina, Serbia" is Pristina, whosever it is.
        """
        for span, outer in zip(self.mention.within, self.within, strict=True):
            holder = self.reading.holders.get(span)
            if holder is None or holder.shape == "label":
                continue  # what merely stands under a heading may lie elsewhere
            known = self.reading.candidates(outer, "plain")
            if not found or not known or any(i.entry.kind in OF_SEVERAL for i in known):
                continue
            lands = {item.entry.country for item in known}
            inside = [item for item in found if item.entry.country in lands]
            best, state = found[0].entry, known[0].entry
            if inside or not self.reading.is_at_home_anywhere(name, best, state):
                found = inside
        return found

    def _known_container(self) -> bool:
        """Tell whether the gazetteer knows what the words say contains the place."""
        return bool(self.within and self.reading.candidates(self.within[0], "plain"))

    def _weigh(self, name: str, hint: PlaceHint) -> list[Scored]:
        found = self.reading.candidates(name, hint, self.within)
        at = self.mention.span.start
        while self.reading.is_far_fetched(name, found, self.within, at):
            abroad = found[0].entry.country
            found = [item for item in found if item.entry.country != abroad]
            if self.within:
                found = [i for i in found if self.reading.lies_in(i.entry, self.within[0])]
        return found

    def _offset_name(self) -> Place:
        """Answer "Kobi, 20 km east of Ansongo": Kobi if it is known and there, else the point."""
        whole = self._weigh(self.names[0], "plain")
        if whole and whole[0].entry.kind in {"country", "region", "vague"}:
            return self._answer(whole)  # "Louisville, Kentucky, 35 miles south of Austin"
        base = self._weigh(self.names[-1], "near")
        found = self._weigh(self.names[0], "village")
        if not base:
            return self._answer(found) if found else self._unknown(self.names[0])
        said = Span(self.mention.span.start, self.mention.names[-1].end)
        spelled = replace(self.mention, text=said.of(self.reading.text))
        point = replace(relative.near(spelled, base[0].entry), text=self.mention.text)
        given = offset_of(spelled.text).distance_km
        close = [i for i in found if relative.is_close(i.entry, point, base[0].entry, given)]
        if close:
            return self._answer(close)
        why = f"{self.names[0]} is not in the gazetteer. {point.why}"
        return self._kept(replace(point, name=self.names[0], why=why), base)

    def _answer(self, found: list[Scored]) -> Place:
        if len(found) > 1 and is_tie(found[0], found[1]):
            return undecided(self.mention, found, self._common_division(found))
        return settled(self.mention, found, reason(self.reading, self.mention, found))

    def _common_division(self, found: list[Scored]) -> Entry | None:
        """Return the division that all places which may be meant alike lie in."""
        tied = {item.entry.region for item in found if is_tie(found[0], item) or item is found[0]}
        return self.gazetteer.by_id(tied.pop()) if len(tied) == 1 and all(tied) else None

    def _unknown(self, name: str) -> Place:
        self._put_in(self.mention, known=False)
        why = f"{name} is not in the gazetteer"
        return self._unnamed(why, advice=" A country pack may know it.")

    def _unnamed(self, why: str, advice: str = "") -> Place:
        """Answer with what contains the place by the words, else with the country in focus."""
        for span, outer in zip(self.mention.within, self.within, strict=True):
            place = self._inside(span, outer, why, advice)
            if place is not None:
                return place
        country = self._focus()
        if country and self.names and (place := self._around(country, why, advice)):
            return place
        entry = self.gazetteer.by_id(f"country:{country}") if country else None
        if entry is None:
            return nothing(self.mention, f"{why}.{advice}")
        return self._country(entry, f"{why}; the report is about {entry.name}", advice)

    def _around(self, country: str, why: str, advice: str) -> Place | None:
        """Answer an unknown name with the one region that the report speaks of around it."""
        region = self.reading.region_near(self.mention.span.start, country)
        entry = self.gazetteer.by_id(region) if region else None
        if entry is None:
            return None
        mention = replace(self.mention, hint="region", rule="places.within")
        place = settled(mention, [Scored(entry, 0.0)], "")
        said = f"{why}; the report speaks of no region here but {entry.name}.{advice}"
        return replace(place, why=said)

    def _inside(self, span: Span, outer: str, why: str, advice: str) -> Place | None:
        """Answer with what the words say contains the place; None where that is not known."""
        holder = self.reading.holders.get(span)
        if holder and holder.hint == "vague" and holder is not self.mention:
            place = _One(self.gazetteer, self.reading, holder).place()
            if place.kind == "area":
                why = f"{why}; the words put it in {place.name}.{advice}"
                return replace(place, text=self.mention.text, span=self.mention.span, why=why)
        heads = holder is not None and holder.shape == "label"
        hint = holder.hint if holder else "plain"
        bare = heads and hint == "plain"
        if bare and self.mention.hint != "district":
            likely = self.reading.candidates(outer, "plain")[:1]
            is_country = any(item.entry.kind == "country" for item in likely)
            hint = "country" if is_country else "region"
        others = [item.of(self.reading.text) for item in holder.within] if holder else []
        found = self.reading.candidates(outer, hint, others)
        if not found or self.reading.is_far_fetched(outer, found, others, span.start):
            return self._farther(holder, span, why, advice)
        entry = found[0].entry
        if entry.kind == "country":
            around = None if heads else self._around(entry.country, why, advice)
            said = f"{why}; the words put it in {entry.name}"
            return around or self._country(entry, said, advice)
        if bare and entry.kind == "town" and self.mention.hint != "district":
            return None
        if entry.kind == "town" and hint not in {"region", "district"}:
            near = relative.near(replace(self.mention, text=outer), entry)
            said = f"{why}; the words put it in {entry.name}, which is drawn.{advice}"
            return self._kept(replace(near, text=self.mention.text, name=outer), found, said)
        place = settled(replace(self.mention, hint=hint, rule="places.within"), found, "")
        return replace(place, why=f"{why}; the words put it in {entry.name}.{advice}")

    def _farther(
        self, holder: PlaceMention | None, span: Span, why: str, advice: str
    ) -> Place | None:
        """Answer with what contains a container that is not known itself."""
        for outer in holder.within if holder else ():
            beyond = self.reading.holders.get(outer)
            if outer != span and not (beyond and span in beyond.within):
                return self._inside(outer, outer.of(self.reading.text), why, advice)
        return None

    def _country(self, entry: Entry, why: str, advice: str) -> Place:
        return nothing(self.mention, f"{why}.{advice}", country=entry.country)

    def _focus(self) -> str | None:
        """Return the country that the report is about here, None where two are as likely."""
        countries = self.reading.countries_near(self.mention.span.start)
        if not countries or (len(countries) > 1 and countries[1][1] > CLOSE * countries[0][1]):
            return None
        return countries[0][0]

    def _near(self) -> Place:
        found = self._weigh(self.names[0], "near")
        if not found:
            return self._unknown(self.names[0])
        if len(found) > 1 and is_tie(found[0], found[1]):
            return undecided(self.mention, found, self._common_division(found))
        return self._kept(relative.near(self.mention, found[0].entry), found)

    def _sea(self) -> Place:
        """Answer "off Kobi": the sea before it; a sea's own name is an area by convention."""
        found = self._weigh(self.names[0], "plain")
        if not found:
            return self._unknown(self.names[0])
        if found[0].entry.kind in {"vague", "water"}:
            return self._answer(found)
        return self._kept(relative.off(self.mention, found[0].entry), found)

    def _between(self) -> Place:
        is_border = self.mention.shape == "border"
        ends = [self._end(name) for name in self.names[:2]]
        if is_border and len(ends) == 1 and ends[0]:
            return self._border_with(ends[0])
        known = [entry for entry in ends if entry is not None]
        if len(known) < 2 or known[0] == known[1]:  # noqa: PLR2004 - two ends
            if len(known) == 1 and not is_border:
                return relative.near(self.mention, known[0])
            missing = [name for name, end in zip(self.names, ends, strict=False) if end is None]
            why = f"{' and '.join(missing)} is not in the gazetteer" if missing else "One end only"
            return self._unnamed(why)
        answer = relative.border if is_border else relative.between
        return answer(self.mention, known[0], known[1])

    def _border_with(self, entry: Entry) -> Place:
        """Answer "the border with Niger": the other side is the country spoken of here."""
        for country, _ in self.reading.countries_near(self.mention.span.start):
            other = self.gazetteer.by_id(f"country:{country}")
            if country == entry.country:
                continue
            place = relative.border(self.mention, entry, other) if other else None
            if place and place.kind == "area":
                return place
        why = f"The border of {entry.name}; the words do not say with which country"
        return self._country(entry, why, "")

    def _end(self, name: str) -> Entry | None:
        if codes := demonym_places(name):
            return self.gazetteer.by_id(codes[0])
        found = self._weigh(name, self.mention.hint)
        return found[0].entry if found else None

    def _vague(self) -> Place:
        for entry in (item.entry for item in self._weigh(self.mention.text, "vague")):
            if entry.kind == "vague":
                return relative.convention(self.mention, entry)
            if entry.kind == "region":
                return settled(
                    self.mention,
                    [Scored(entry, 0.0)],
                    reason(self.reading, self.mention, [Scored(entry, 0)]),
                )
        found = self._weigh(self.names[-1], "vague")
        if not found:
            return self._unknown(self.names[-1])
        place = relative.part(self.mention, found[0].entry, self.gazetteer)
        return self._kept(place, found) if place else self._answer(found)

    def _kept(self, place: Place, found: list[Scored], why: str = "") -> Place:
        return replace(place, candidates=candidates_of(found), why=why or place.why)
