"""The words of one stretch of text, and what stands beside each of them."""

from collections.abc import Sequence

from incidents.finders.places import compounds
from incidents.finders.places.compounds import ARTICLES, is_hyphened
from incidents.finders.places.lists import Lists
from incidents.finders.places.names import NameLookup, NameMatch, NameSpan, NameUse
from incidents.finders.places.tokens import Token
from incidents.sentences import is_headline

_LARGER = frozenset({"country", "vague", "region"})
FEWEST_SHOUTED = 3
"""Words in capitals that make a shout, and no name of an organisation."""
_NO_MATCH = NameMatch(0, frozenset(), 0)


class Beside:
    """A stretch with the lists and the gazetteer that tell what its words are."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        names: NameLookup,
        lists: Lists,
    ) -> None:
        self.text, self.tokens, self.lookup, self.lists = text, tokens, names, lists
        self.words, self.people, self.heads = lists.words, lists.people, lists.heads
        self.people_named: set[str] = set()
        """Words of persons' names met on the way."""
        self.closed, self.listed = lists.closed, lists.listed
        self.texts = [token.text for token in tokens]
        self.lower = [text.lower() for text in self.texts]
        self.titled = is_headline(self.texts)
        """Whether capitals say nothing here: "Gunmen Attack Nigerian Village"."""
        letters = [text for text in self.texts if text.isalpha()]
        self.shouted = len(letters) >= FEWEST_SHOUTED and all(text.isupper() for text in letters)
        """Whether all is written in capitals: "GUNMEN ATTACK VILLAGE"."""

    def _demonym_at(self, at: int) -> int:
        """Return how many tokens the adjective here has: "South Sudanese" has two."""
        if self.lower[at] in self.lists.pairs and at + 1 < len(self.tokens):
            first, second = self.texts[at : at + 2]
            if self._is_demonym(f"{first}-{second}") or self._is_demonym(f"{first} {second}"):
                return 2
        return int(self._is_demonym(self.texts[at]))

    def _is_demonym(self, word: str) -> bool:
        return word in self.people or (word[:1].isupper() and word.lower() in self.people)

    def _article(self, at: int) -> bool:
        """Tell whether "al" begins a name here: "al-Fashir", "as-Suwayda", not "at Fashir"."""
        token = self.tokens[at]
        if self.lower[at] not in ARTICLES or at + 1 >= len(self.tokens):
            return False
        hyphen = self.text[token.end : token.end + 1] == "-"
        return self.tokens[at + 1].capital and (hyphen or self.lower[at] in {"al", "el"})

    def _is_quarter(self, at: int) -> bool:
        """Tell whether a quarter of the sky and a division's noun stand here: "West district"."""
        if at + 1 >= len(self.tokens) or not self.tokens[at].capital:
            return False
        return self.lower[at] in self.words.compass and self.lower[at + 1] in self.words.division

    def _plain_capital(self, at: int) -> bool:
        """Tell whether a capitalised word stands here that only a person's name would put here."""
        if not 0 <= at < len(self.tokens) or not self.tokens[at].capital:
            return False
        if self.lower[at] in self.listed or self._is_demonym(self.texts[at]):
            return False
        return not self._parted(at) and self.lookup.longest(self.texts, at) is None

    def _parted(self, at: int) -> bool:
        """Tell whether a hyphen stands at either side: "Kaduna-Abuja" is two places."""
        token = self.tokens[at]
        before = self.text[max(0, token.start - 2) : token.start]
        return "-" in before or "-" in self.text[token.end : token.end + 2]

    def _heads_name(self, at: int) -> bool:
        """Tell whether a common word begins a name here: "Abu Salim", "Pont-Sondé"."""
        if at + 1 >= len(self.tokens) or not self.tokens[at + 1].capital:
            return False
        if self.lower[at] in self.words.heads:
            return True
        facility = self.lower[at] in self.words.facility | self.words.compass
        return (
            facility
            and is_hyphened(self.text, self.tokens, at + 1)
            and self.lower[at + 1] not in self.listed
            and not (self.lookup.longest(self.texts, at + 1) or _NO_MATCH).kinds & _LARGER
        )

    def _inside(self, at: int) -> int:
        return compounds.inner_words(self.text, self.tokens, at, self.listed)

    def _capital(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].capital

    def _neighbour(self, at: int) -> str:
        return self.lower[at] if at < len(self.tokens) else ""

    def _before(self, at: int) -> str:
        if at:
            return self.lower[at - 1]
        start = self.tokens[at].start
        return self.text[max(0, start - 14) : start].rstrip(". ").rpartition(" ")[2].lower()

    def _span(
        self, at: int, count: int, kinds: frozenset[str], *, sure: bool, use: NameUse = ""
    ) -> NameSpan:
        return NameSpan(
            self.tokens[at].start, self.tokens[at + count - 1].end, kinds, sure, use
        )  # fmt: skip
