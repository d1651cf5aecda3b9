"""Makes mentions of phrases: the words, whom they name, and what the words alone make of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from incidents.actors import Named, groups, local_words, of_class, of_group
from incidents.coordination import listed
from incidents.finders.actors.context import Context, choose, country_at
from incidents.finders.actors.lexicon import Entry, Token
from incidents.finders.actors.phrases import Phrase
from incidents.mentions import ActorMention
from incidents.records import Span
from incidents.rules import load_rules

_OWNERS = frozenset("NCO")
_HEADS = frozenset("FfmUXVTRW")


def build(phrase: Phrase, text: str, context: Context, language: str) -> Iterator[ActorMention]:
    """Make the mentions of one phrase: one for each country or group that it names."""
    make = _MAKERS.get(phrase.rule.extra["make"])
    if make is not None:
        yield from make(phrase, text, context, language)


def _mention(
    phrase: Phrase,
    text: str,
    named: Named,
    start: int,
    end: int,
    *,
    is_named: bool = True,
    guessed: bool = False,
    community: str | None = None,
) -> ActorMention:
    span = Span(start, end)
    return ActorMention(
        span=span,
        text=span.of(text),
        actor_id=named.actor_id,
        name=named.name,
        kind=named.kind,
        country=named.country,
        named=is_named,
        guessed=guessed,
        community=community,
        use=phrase.rule.extra.get("use", ""),
        rule=phrase.rule.id,
    )


def _named(phrase: Phrase, text: str, context: Context, _language: str) -> Iterator[ActorMention]:
    token = next(t for t in phrase.tokens if t.tag in "AJ")
    entries = choose(token, context)
    if not entries:
        if not context.weights:  # "the AA attacked it": its place may tell whether it is meant
            yield _open(phrase, text, token)
        return
    here = country_at(context, token.start)
    if len(entries) == 1:
        named = of_group(entries[0].value, here, context.top)
    else:
        named = _ambiguous(text[token.start : token.end], entries)
    yield _mention(phrase, text, named, phrase.start, phrase.end)


def _open(phrase: Phrase, text: str, token: Token) -> ActorMention:
    named = _ambiguous(text[token.start : token.end], token.entries)
    return _mention(phrase, text, named, phrase.start, phrase.end, is_named=False, guessed=True)


def _ambiguous(words: str, entries: Sequence[Entry]) -> Named:
    """Leave open which of several groups is meant, or whether the only one is."""
    ids = "|".join(sorted(entry.value for entry in entries))
    kinds = {groups()[entry.value].kind for entry in entries}
    kind = kinds.pop() if len(kinds) == 1 else "unidentified"
    return Named(actor_id=f"ambiguous:{ids}", name=words, kind=kind)


def _affiliation(
    phrase: Phrase, text: str, context: Context, language: str
) -> Iterator[ActorMention]:
    for mention in _named(phrase, text, context, language):
        yield msgspec.structs.replace(mention, named=False)


def _head_class(tokens: Sequence[Token]) -> str:
    heads = [t for t in tokens if t.tag in _HEADS and t.entries[0].value]
    firm = [t for t in heads if t.tag != "f"]
    # "Police special forces" are police: the first firm word says what they are.
    chosen = next(iter(firm or heads), None)
    key = chosen.entries[0].value if chosen else "military"
    # "A junta base" is its army's.
    return "military" if key == "government" and any(t.tag in "fL" for t in tokens) else key


def _owners(phrase: Phrase) -> list[tuple[Token, bool]]:
    """List the countries of a phrase, and whether each only backs: "Russia-backed"."""
    tokens = phrase.tokens
    backs = [i + 1 < len(tokens) and tokens[i + 1].tag == "B" for i in range(len(tokens))]
    return [(t, b) for t, b in zip(tokens, backs, strict=True) if t.tag in _OWNERS]


def _force(phrase: Phrase, text: str, context: Context, _language: str) -> Iterator[ActorMention]:
    owners = [token for token, backs in _owners(phrase) if not backs]
    key = _head_class(phrase.tokens)
    vague = all(t.tag not in "Fm" for t in phrase.tokens)
    spans = _shares(phrase, owners)
    for token, (start, end) in zip(owners, spans, strict=True):
        iso = _iso(token, context)
        group = context.described.get(iso) if vague and iso != context.top else None
        named = group or of_class(key, iso)
        yield _mention(phrase, text, named, start, end)


def _shares(phrase: Phrase, owners: Sequence[Token]) -> list[tuple[int, int]]:
    """Share a phrase out: the one whose noun is beside it gets the noun too."""
    if len(owners) == 1:
        return [(phrase.start, phrase.end)]
    shares = [(token.start, token.end) for token in owners]
    shares[0] = (phrase.start, shares[0][1])
    shares[-1] = (shares[-1][0], phrase.end)
    return shares


def _iso(token: Token, context: Context) -> str:
    """Choose among the countries of one adjective the one that the report names."""
    return max(
        (entry.value for entry in token.entries), key=lambda iso: context.weights.get(iso, 0.0)
    )


def _state(phrase: Phrase, text: str, context: Context, _language: str) -> Iterator[ActorMention]:
    owners = [token for token, _ in _owners(phrase)]
    role = phrase.rule.extra.get("role")
    for token, (start, end) in zip(owners, _shares(phrase, owners), strict=True):
        iso = _iso(token, context)
        group = context.described.get(iso) if role == "supporter" else None
        key = "government" if role == "supplier" else "military"
        yield _mention(phrase, text, group or of_class(key, iso), start, end)


def _bare(phrase: Phrase, text: str, context: Context, _language: str) -> Iterator[ActorMention]:
    key = phrase.rule.extra.get("class") or _head_class(phrase.tokens)
    owner = next((_iso(token, context) for token, backs in _owners(phrase) if not backs), None)
    iso = None if key == "pmc" else owner or country_at(context, phrase.start)
    words = (text[t.start : t.end].casefold() for t in phrase.tokens)
    local = next((local_words()[w, iso] for w in words if iso and (w, iso) in local_words()), None)
    named = of_group(local) if local else of_class(key, iso)
    known = local is not None
    yield _mention(
        phrase, text, named, phrase.start, phrase.end, is_named=known, guessed=owner is None
    )


def build_unnamed(phrase: Phrase, text: str, context: Context) -> Iterator[ActorMention]:
    """Make an unnamed actor of "the gunmen", where nobody was told of before."""
    kind = phrase.tokens[0].entries[0].value
    if kind:
        named = of_class(kind, country_at(context, phrase.start))
        yield _mention(phrase, text, named, phrase.start, phrase.end, is_named=False, guessed=True)


def _fighters(
    phrase: Phrase, text: str, context: Context, _language: str
) -> Iterator[ActorMention]:
    key = _head_class(phrase.tokens)
    owners = [token for token, backs in _owners(phrase) if not backs]
    armed = any(t.tag in "XU" for t in phrase.tokens)
    for token, (start, end) in zip(owners, _shares(phrase, owners), strict=True):
        iso = _iso(token, context)
        group = context.described.get(iso) if armed else None
        named = group or of_class(key, iso)
        yield _mention(phrase, text, named, start, end, is_named=group is not None)


def _nationals(
    phrase: Phrase, text: str, context: Context, _language: str
) -> Iterator[ActorMention]:
    named = of_class("civilians", _iso(phrase.tokens[0], context))
    yield _mention(phrase, text, named, phrase.start, phrase.end, is_named=False)


def _community(
    phrase: Phrase, text: str, context: Context, language: str
) -> Iterator[ActorMention]:
    iso = country_at(context, phrase.start)
    may_be_armed: Sequence[str] = load_rules(language, "actors")["community"]["armed"]
    people = [text[t.start : t.end].casefold() for t in phrase.tokens if t.tag == "V"]
    peaceful = bool(people) and not any(word in may_be_armed for word in people)
    for token in (t for t in phrase.tokens if t.tag == "E"):
        group = token.entries[0].value
        named = of_class("civilians" if peaceful else "ethnic", iso, group)
        yield _mention(phrase, text, named, phrase.start, phrase.end, guessed=True, community=group)


def _villagers(
    phrase: Phrase, text: str, context: Context, _language: str
) -> Iterator[ActorMention]:
    """Make the people of a place that no list need have: "youths from Doko"."""
    if phrase.match is None:
        return
    place = phrase.match["place"].split()
    if place[0] not in listed("actors", "leading", "open"):
        named = of_class(phrase.rule.extra["class"], country_at(context, phrase.start))
        yield _mention(
            phrase,
            text,
            named,
            phrase.start,
            phrase.end,
            is_named=False,
            guessed=True,
            community=" ".join(place),
        )


def _unit(phrase: Phrase, text: str, context: Context, _language: str) -> Iterator[ActorMention]:
    """Make a force of a unit's own name: "the 44th Infantry Battalion", "Osun Police Command"."""
    named = of_class(phrase.rule.extra["class"], country_at(context, phrase.start))
    yield _mention(phrase, text, named, phrase.start, phrase.end, is_named=False, guessed=True)


def _clan(phrase: Phrase, text: str, context: Context, _language: str) -> Iterator[ActorMention]:
    """Make a community's militia of a clan that no list has: "the Hawadle clan"."""
    if phrase.match is None:
        return
    no_clan = listed("actors", "no_clan", "community")
    name = " ".join(w for w in phrase.match["group"].split() if w not in no_clan)
    if name:
        named = of_class("ethnic", country_at(context, phrase.start), name)
        yield _mention(phrase, text, named, phrase.start, phrase.end, guessed=True)


_MAKERS: Mapping[str, Callable[[Phrase, str, Context, str], Iterator[ActorMention]]] = {
    "named": _named,
    "affiliation": _affiliation,
    "force": _force,
    "state": _state,
    "bare": _bare,
    "fighters": _fighters,
    "nationals": _nationals,
    "community": _community,
    "unit": _unit,
    "clan": _clan,
    "villagers": _villagers,
}
