"""Which capitalised words of a text are names of places: the gazetteer's word, and the neighbours'.

A stretch is words that no punctuation parts. In it the longest names are taken from the left;
what stands beside a name then tells a person ("Ilaria Mopti"), an organisation ("Bamako
Declaration") or a force ("Gao police") from a place.
"""

from collections.abc import Iterator
from functools import cache

from incidents.coordination import listed
from incidents.finders.places import compounds
from incidents.finders.places.beside import Beside
from incidents.finders.places.compounds import ARTICLES, EZAFE, is_hyphened
from incidents.finders.places.lists import lists_of
from incidents.finders.places.names import NameLookup, NameMatch, NameSpan, NameUse
from incidents.finders.places.tokens import stretches
from incidents.finders.places.words import (
    means_people,
)

SURE_KINDS = frozenset({"country", "region", "vague", "continent"})
"""Kinds whose names need no further evidence, unless they are common words."""
LARGE = 100_000
"""Inhabitants from which a town's name needs no further evidence."""
LONGEST_ACRONYM = 5
"""Letters; a longer word in capitals is a shout."""
_BOUNDS = frozenset({"country", "vague"})
_PARTICLES = frozenset({"el", "al", "ag"})
"""Of names, in whatever language."""


@cache
def _inner() -> frozenset[str]:
    """List the small words that may stand inside a name."""
    return _PARTICLES | frozenset(listed("places", "inner"))


def find_names(text: str, names: NameLookup, language: str) -> list[NameSpan]:
    """Return the names of a text in order, places and possible places."""
    lists = lists_of(language, names.phrase_heads())
    found: list[NameSpan] = []
    persons: set[str] = set()
    for stretch in stretches(text):
        if any(token.capital or token.text in lists.alone for token in stretch):
            reader = _Stretch(text, stretch, names, lists)
            found += reader.names()
            persons |= reader.people_named
    return [span for span in found if not _is_named_person(text, span, persons)]


def _is_named_person(text: str, span: NameSpan, persons: set[str]) -> bool:
    """Tell whether a town's name is a person's met elsewhere: "Sutton" after "Ashley Sutton"."""
    return (
        bool(span.kinds)
        and not span.kinds & {"country", "region", "demonym", "vague"}
        and text[span.start : span.end].lower() in persons
    )


class _Stretch(Beside):
    """One stretch while it is read."""

    def names(self) -> Iterator[NameSpan]:
        at = 0
        starts = self.lists.starts
        while at < len(self.tokens):
            if not self.tokens[at].capital and self.lower[at] not in starts:
                at += 1  # most words
                continue
            span, used = self._at(at)
            if span is not None:
                yield span
            at += used

    def _at(self, at: int) -> tuple[NameSpan | None, int]:
        """Return what stands at a token, if it is a name, and how many tokens to go on."""
        if self.shouted:
            return self._shouted_at(at)
        token = self.tokens[at]
        lower = self.lower[at]
        may_begin = token.capital or lower in self.heads or self._article(at)
        match = self.lookup.longest(self.texts, at) if may_begin else None
        match = self._acceptable(at, match)
        count = self._demonym_at(at)
        if count and (not match or match.words <= count):
            use: NameUse = "people" if means_people(self.texts[at + count - 1]) else "demonym"
            return self._span(at, count, frozenset({"demonym"}), sure=False, use=use), count
        if match is None and self._article(at):
            return self._after_article(at)
        if match is None:
            return self._unknown(at) if token.capital else (None, 1)
        return self._known(at, match.words, match.kinds, match.population)

    def _shouted_at(self, at: int) -> tuple[NameSpan | None, int]:
        """Read a word among capitals: a country, or what a word of place makes one: "IN GAO"."""
        match = self.lookup.longest(self.texts, at)
        if match is None or self._is_word(at, match):
            return None, 1
        if match.words == 1 and self.lower[at] in self.listed:
            return None, 1
        whole = " ".join(self.lower[at : at + match.words])
        known = len(whole) >= LONGEST_ACRONYM and whole not in self.words.common
        sure = bool(match.kinds & SURE_KINDS) and (known or "country" in match.kinds)
        if not sure and self._before(at) not in self.words.locative:
            return None, 1
        return self._span(at, match.words, match.kinds, sure=True), match.words

    def _acceptable(self, at: int, match: NameMatch | None) -> NameMatch | None:
        """Refuse common words, and leave "region" of "Segou region" to the patterns."""
        if match is None:
            return None
        last = self.lower[at + match.words - 1]
        if match.words > 1 and last in self.words.division:
            shorter = self.lookup.longest(self.texts[at : at + match.words - 1], 0)
            if shorter and shorter.words == match.words - 1:
                match = shorter
        first = self.tokens[at]
        if self._is_acronym(at, match) or not self._ends_capital(at, match):
            return None
        if not first.capital and not self._article(at):
            return match if match.kinds == {"vague"} and match.words > 1 else None
        if self._is_word(at, match):
            return None
        if match.words == 1 and self.lower[at] in self.words.abbreviation:
            return match if self.text[max(0, first.start - 2) : first.start] == ", " else None
        return match

    def _is_word(self, at: int, match: NameMatch) -> bool:
        """Tell whether the name is one of the lists' words: "Same", "University", "White House"."""
        words = self.words
        whole = " ".join(self.lower[at : at + match.words])
        if whole in words.peoples and not match.kinds & {"region"}:
            return True
        if whole in words.never and not self._is_division(at, match):
            return True
        alone = match.words == 1 and whole in self.lists.nouns
        return alone and not self._is_division(at, match)

    def _is_division(self, at: int, match: NameMatch) -> bool:
        """Tell whether a division's noun stands beside: "Eastern Province", "région du Centre"."""
        if not match.kinds & {"region", "district"} or self.lower[at] in _inner():
            return False
        beside = self.lower[max(0, at - 3) : at] + self.lower[at + 1 : at + 4]
        return any(word in self.words.division for word in beside)

    def _is_acronym(self, at: int, match: NameMatch) -> bool:
        """Tell whether capitals make a town's name an acronym: "NATO", "BA"; not in a headline."""
        text = self.texts[at]
        if match.words > 1 or not text.isupper() or len(text) > LONGEST_ACRONYM:
            return False
        beside = self.texts[max(0, at - 1) : at] + self.texts[at + 1 : at + 2]
        headline = any(len(word) > 1 and word.isupper() for word in beside)
        starts_line = self.tokens[at].start == 0 or self.text[self.tokens[at].start - 1] == "\n"
        return not (match.kinds & SURE_KINDS or headline or (starts_line and len(text) > 3))  # noqa: PLR2004 - "GAO (AP)" against "AI"

    def _ends_capital(self, at: int, match: NameMatch) -> bool:
        """Tell whether the name's last word is written as one: "The Hague", not "The post"."""
        last = self.tokens[at + match.words - 1]
        return (
            match.words == 1
            or last.capital
            or last.text in self.heads
            or match.kinds == {"vague"}
            or not self.tokens[at].capital
            or last.text in self.words.division
        )

    def _after_article(self, at: int) -> tuple[NameSpan | None, int]:
        """Read "al-Shadadi": what is known without its article, or an unknown name with it."""
        span, used = self._at(at + 1)
        if span is None or span.use or "country" in span.kinds:
            return span, used + 1
        return span._replace(start=self.tokens[at].start), used + 1

    def _known(
        self, at: int, count: int, kinds: frozenset[str], population: int
    ) -> tuple[NameSpan | None, int]:
        common = count == 1 and self.lower[at] in self.words.common
        large = bool(kinds & SURE_KINDS) or population >= LARGE
        if self._is_person(at, count, kinds, known_well=large and not common):
            end = compounds.run_end(self.tokens, at)
            if self._neighbour(end) in self.words.facility and not self.tokens[end].capital:
                return self._unknown(at)  # "the Ali Doro bridge"
            self.people_named.update(self.lower[at:end])
            return None, end - at
        if count == 1 and "country" not in kinds and self._runs_on(at + 1, small=not large):
            return self._unknown(at)
        if self._is_quarter(at + count):  # "Imphal West district"
            return self._span(at, count + 1, frozenset(), sure=False), count + 1
        if self._is_attribute(at + count):
            embedded = self._span(at, count, kinds, sure=False, use="organisation")
            return (embedded if large and not common else None), count
        sure = not common and (large or count > 1)
        return self._span(at, count, kinds, sure=sure), count

    def _runs_on(self, at: int, *, small: bool) -> bool:
        """Tell whether a name is only the first word of a longer one: "Mir Ali", "Ain Issa"."""
        if at >= len(self.tokens):
            return False
        if not self.tokens[at].capital:
            return bool(self._inside(at)) and (small or self.lower[at] in ARTICLES | EZAFE)
        if self.lower[at] in self.listed or self._is_demonym(self.texts[at]):
            return False
        match = self.lookup.longest(self.texts, at)
        if is_hyphened(self.text, self.tokens, at):  # "Mayen-Abun" is one place, "Kaduna-Abuja" two
            return match is None or (
                not match.kinds & _BOUNDS
                and not compounds.are_two_ends(self.lower, at - 1, at)
                and (small or compounds.is_of_division(self.lower, at - 1, at, self.words))
            )
        return small if match is None else not match.kinds & _BOUNDS

    def _is_attribute(self, after: int) -> bool:
        """Tell whether the next word makes the name a part: "Bamako Declaration", "US-based"."""
        if self._neighbour(after) == "s":  # "Mali's army"
            owned = self._neighbour(after + 1)
            named = after + 1 < len(self.tokens) and self.tokens[after + 1].capital
            return owned in self.words.organisation or (owned in self.words.titles and not named)
        if after >= len(self.tokens):
            return False
        word = self.lower[after]
        return (
            word in self.words.organisation
            or (word in self.words.titles and self.tokens[after].capital)
            or self._plain_capital(after)
        )

    def _is_person(self, at: int, count: int, kinds: frozenset[str], *, known_well: bool) -> bool:
        if kinds & {"country", "vague"}:
            return count == 1 and self._is_given(at)
        before = self._before(at)
        if before in self.words.titles or before in self.words.inside:
            return before in self.words.titles
        if self._neighbour(at + count) in self.words.speech and not known_well:
            return True
        if count > 1:
            return False
        after = self._plain_capital(at + count)
        return self._plain_capital(at - 1) or (after and not known_well)

    def _is_given(self, at: int) -> bool:
        """Tell whether a country's name is a person's first one: "Jordan Keita, a teacher"."""
        end = compounds.run_end(self.tokens, at)
        if self.lower[at] not in self.words.given or end != at + 2:
            return False
        ends = end == len(self.tokens) or self.lower[end] in self.words.speech
        surname = self._neighbour(at + 1) not in self.listed
        return surname and ends

    def _unknown(self, at: int) -> tuple[NameSpan | None, int]:
        """Take a run of capitalised words that the gazetteer does not know as a possible name."""
        acronym = len(self.texts[at]) > 1 and self.texts[at].isupper()
        short = len(self.texts[at]) < 2  # noqa: PLR2004 - initials
        closed = self.lower[at] in self.closed and not self._heads_name(at)
        if self.titled or short or acronym or closed:
            return None, 1
        end = at + 1
        while end < len(self.tokens):
            hyphen = is_hyphened(self.text, self.tokens, end)
            if not self.tokens[end].capital:
                inner = self._inside(end)
                if not inner:
                    break
                end += inner
                continue
            if self.lower[end] in self.closed and not hyphen:
                break
            match = self.lookup.longest(self.texts, end)
            if hyphen and compounds.are_two_ends(self.lower, at, end):
                break
            if match and not hyphen and match.kinds & _BOUNDS:
                break
            end += 1
        return self._span(at, end - at, frozenset(), sure=False), end - at
