"""What makes a cue no incident: hypothetical, threat, background, denial, sport, accident, ..."""

from collections.abc import Iterable, Sequence

from incidents.finders.events.lexicon import AllowRule, BarRule, CueRule, Lexicon
from incidents.phrases import HARD_STOPS, Hit, Word

SOFT_REASONS = frozenset({"attribution", "diplomacy", "crime"})
"""Said beside real incidents: they name a sentence's matter and bar nothing on their own."""


def bar_reasons(
    words: Sequence[Word], hits: Sequence[Hit], cues: Iterable[Hit], lexicon: Lexicon
) -> dict[Hit, str]:
    """Say of each barred cue why it is no incident; the first bar in the text decides."""
    bars = standing_bars(hits, lexicon)
    if not bars:
        return {}
    reasons: dict[Hit, str] = {}
    for cue in cues:
        for hit, rule in bars:
            if rule.reason not in SOFT_REASONS and _reaches(words, hit, rule, cue, lexicon):
                reasons.setdefault(cue, rule.reason)
    return reasons


def standing_bars(hits: Sequence[Hit], lexicon: Lexicon) -> list[tuple[Hit, BarRule]]:
    """List the bars of a sentence that no [[allow]] takes back."""
    allows = [(hit, rule) for hit in hits if isinstance(rule := lexicon.rules[hit.key], AllowRule)]
    return [
        (hit, rule)
        for hit in hits
        if isinstance(rule := lexicon.rules[hit.key], BarRule)
        and not any(
            rule.reason in allow.reasons and held.first <= hit.first < held.last
            for held, allow in allows
        )
    ]


def _reaches(words: Sequence[Word], hit: Hit, rule: BarRule, cue: Hit, lexicon: Lexicon) -> bool:
    cue_rule = lexicon.rules[cue.key]
    if rule.frames and isinstance(cue_rule, CueRule) and cue_rule.frame not in rule.frames:
        return False
    by_reach = {"clause": _in_clause, "inside": _inside, "after": _behind}
    if rule.reach == "sentence":
        return True
    if rule.reach in by_reach:
        return by_reach[rule.reach](words, hit, cue)
    if rule.reach == "before":
        return 0 <= hit.first - cue.last <= rule.within and _open(words, cue.last, hit.first)
    between = cue.first < hit.first and hit.last < cue.last  # "residents fear an attack"
    near = -len(cue.at) < cue.first - hit.last <= rule.within
    return between or (near and _open(words, hit.last, cue.first))


def _inside(_words: Sequence[Word], hit: Hit, cue: Hit) -> bool:
    """Tell whether a bar is made of words of the cue itself."""
    return not set(range(hit.first, hit.last)).isdisjoint(cue.at)


def _behind(_words: Sequence[Word], hit: Hit, cue: Hit) -> bool:
    """Tell whether a cue stands behind a bar."""
    return cue.first >= hit.last


def _in_clause(words: Sequence[Word], hit: Hit, cue: Hit) -> bool:
    """Tell whether a bar stands in a cue's clause, or opens the sentence: "Since 2012, ..."."""
    if hit.first == 0:
        return True
    first, last = (cue.last, hit.first) if cue.first < hit.first else (hit.last, cue.first)
    return not any(word.folded == "," for word in words[first:last])


def _open(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether nothing divides the words between a bar and a cue."""
    return not any(word.folded in HARD_STOPS for word in words[first:last])
