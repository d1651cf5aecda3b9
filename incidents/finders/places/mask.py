"""A text in which each name is one run of private signs, so that short patterns see names.

The masked text has the length of the text: what a pattern finds in it is where it is there.
"""

from collections.abc import Iterable

from incidents.finders.places.names import NameSpan

KNOWN, COUNTRY, UNKNOWN, USED, VAGUE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
INSIDE = "\ue00f"
"""First sign of a name that the gazetteer knows, of a country's, of a name only its capitals
make one, of an adjective or organisation, of an area by convention; and every further sign."""
_SIGNS = (KNOWN, COUNTRY, UNKNOWN, USED, VAGUE, INSIDE)
_CLEAR = str.maketrans(dict.fromkeys(_SIGNS, " "))
LONGEST = 80
"""Signs of a name that patterns see; the rest of a longer one is left as it is."""


def mask(text: str, names: Iterable[NameSpan]) -> str:
    """Return `text` with its names masked; `names` in text order, never overlapping."""
    parts, at = [], 0
    if any(sign in text for sign in _SIGNS):
        text = text.translate(_CLEAR)
    for name in names:
        first = _sign(name)
        width = min(name.end - name.start, LONGEST)
        parts += [text[at : name.start], first, INSIDE * (width - 1)]
        at = name.start + width
    parts.append(text[at:])
    return "".join(parts)


def _sign(name: NameSpan) -> str:
    if name.use:
        return USED
    if "country" in name.kinds:
        return COUNTRY
    if name.kinds == {"vague"}:
        return VAGUE
    return KNOWN if name.kinds else UNKNOWN
