"""Which kept report has nearly the same text: a reprint, an updated page, a story in a digest.

Texts are compared by their runs of five words, which a changed header, date or figure leaves
standing everywhere else. Plain sets and counts do this for thousands of reports in a moment.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from incidents.records import Record
from incidents.tongue import _

RUN = 5
"""Words that must follow each other in both texts."""
SURE = 0.85
"""Share of the shorter text's words from which it is nearly the same, whatever else it has."""
LIKELY = 0.6
"""Share from which it is, unless both have news of their own."""
NEWS = 25
"""Words of its own from which a text may tell something else in the same frame: an agency's
words about itself, a background that every update repeats."""
LONGEST = 20_000
"""Words of a text that are looked at, from its beginning: fifty pages tell it from any other."""
SHORT = 30
"""Words below which a text is too short for anything but its very words."""
_WORD = re.compile(r"\w+")


class Like(Record, frozen=True, kw_only=True):
    """A report that has nearly the same text as another."""

    report_id: str
    """The other's."""
    share: float
    """Of this one's words that stand in the other, 0 to 1."""
    share_of_other: float
    """Of the other's words that stand in this one."""

    def sentence(self, name: str) -> str:
        """Say it.

        Args:
            name: the other's.
        """
        return _(
            "Nearly the same as “{name}”: {share} % of its words.", name=name, share=self.percent
        )

    @property
    def percent(self) -> int:
        """Of this one's words, and 100 only where it is all of them."""
        return int(100 * self.share)


class Shelf:
    """The texts that are there, to find the one that a new text is like."""

    def __init__(self, texts: Iterable[tuple[str, str]] = ()) -> None:
        """Take texts in.

        Args:
            texts: report ids and texts.
        """
        self._words: dict[str, list[str]] = {}
        self._sizes: dict[str, int] = {}
        """How many runs of words each has."""
        self._having: defaultdict[int, list[str]] = defaultdict(list)
        """By run of words: ids of the reports that have it."""
        for report_id, text in texts:
            self.add(report_id, text)

    def add(self, report_id: str, text: str) -> None:
        """Take a text in; one that is there already stays as it is."""
        if report_id in self._words:
            return
        words = words_of(text)
        self._words[report_id] = words
        runs = set(_runs(words))
        self._sizes[report_id] = len(runs)
        for run in runs:
            self._having[run].append(report_id)

    def like(self, report_id: str, text: str) -> Like | None:
        """Return the report that a text is most like; None where none is nearly the same.

        Args:
            report_id: the text's own, which is passed over.
            text: as given.
        """
        words = words_of(text)
        shared: Counter[str] = Counter()
        runs = set(_runs(words))
        for run in runs:
            shared.update(self._having.get(run, ()))
        found = [
            like
            for other, number in shared.most_common()
            if other != report_id
            and number >= LIKELY / 2 * min(len(runs), self._sizes[other])
            and (like := compare(words, other, self._words[other]))
        ]
        return max(found, key=lambda one: one.share + one.share_of_other, default=None)


def words_of(text: str) -> list[str]:
    """Return a text's first words, without capitals and signs."""
    found = islice(_WORD.finditer(text), LONGEST)
    return [match.group().casefold() for match in found]


def compare(words: Sequence[str], other_id: str, other: Sequence[str]) -> Like | None:
    """Return how like two texts are; None where they aren't nearly the same."""
    left, left_other = _own(words, other), _own(other, words)
    like = Like(
        report_id=other_id,
        share=1 - len(left) / max(1, len(words)),
        share_of_other=1 - len(left_other) / max(1, len(other)),
    )
    share = like.share if len(words) <= len(other) else like.share_of_other
    if min(len(words), len(other)) < SHORT:
        return like if share == 1 else None
    if share >= SURE or (share >= LIKELY and not _news(left, left_other)):
        return like
    return None


def _runs(words: Sequence[str]) -> list[int]:
    if len(words) < RUN:
        return [hash(tuple(words))] if words else []
    return [hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1)]


def _own(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the words that stand in no run which the other text has too."""
    there = set(_runs(other))
    kept = [True] * len(words)
    for start, run in enumerate(_runs(words)):
        if run in there:
            kept[start : start + RUN] = [False] * len(kept[start : start + RUN])
    return [word for word, own in zip(words, kept, strict=True) if own]


def _news(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether both texts say something of their own, in words that the other hasn't.

    A figure that was brought up to date leaves most words of its sentence as they were.
    """
    if min(len(one), len(other)) < NEWS:
        return False
    both = (Counter(one) & Counter(other)).total()
    return both < min(len(one), len(other)) / 2
