"""Finds who took part: named groups, states' forces, unnamed people, and what refers to them.

Words are found by one automaton (`lexicon`), read as phrases by the rules of
`data/rules/<language>/actors/` (`phrases`), resolved by what the whole report says
(`context`, `build`), and references by what was said before (`references`).
"""

from collections.abc import Sequence

from incidents.finders.actors.build import build, build_unnamed
from incidents.finders.actors.coined import Coin, coins, told_again
from incidents.finders.actors.context import Context, country_at, read_context
from incidents.finders.actors.lexicon import tokens
from incidents.finders.actors.phrases import phrases, tag
from incidents.finders.actors.references import reference_of, resolve
from incidents.mentions import ActorMention
from incidents.records import Span
from incidents.text import Document

__all__ = ["find_actors", "read_actors"]


def find_actors(doc: Document) -> list[ActorMention]:
    """Find the actors of a report; see `read_actors`."""
    return list(read_actors(doc)[0])


def read_actors(doc: Document) -> tuple[list[ActorMention], Context]:
    """Find the actors of a report, in text order, outside its boilerplate.

    A country alone is no actor, save where the words make it one ("Russia launched missiles").
    Mentions of one rule may share a noun: "Malian and Nigerien troops" are two.

    Args:
        doc: the report's clean text.

    Returns:
        Mentions over `doc.text`. "The group", "they" and the like carry `refers_to`; where nobody
        was named before, "the gunmen" are unidentified and "they" are left out. Beside them
        what the whole report says of its countries.
    """
    text = doc.told
    words = tokens(text, doc.language)
    read = phrases(text, tag(text, words, doc.language), doc.language)
    coined = coins(read, doc.language)
    context = read_context(doc, words, read, coined)
    found: list[ActorMention] = []
    aside: list[ActorMention] = []
    for phrase in read:
        make = phrase.rule.extra["make"]
        if make == "affiliation":  # nothing later refers to it
            aside.extend(build(phrase, text, context, doc.language))
        elif make == "refer":
            mention = resolve(reference_of(phrase), found, text)
            found.extend([mention] if mention else build_unnamed(phrase, text, context))
        else:
            found.extend(build(phrase, text, context, doc.language))
    found.extend(_coined(text, coined, found, context))
    found = sorted([*found, *aside], key=lambda mention: (mention.span, mention.actor_id))
    return found, context


def _coined(
    text: str, coined: Sequence[Coin], found: Sequence[ActorMention], context: Context
) -> list[ActorMention]:
    """Make mentions of the groups that only the report names, outside of what was read."""
    if not coined:
        return []
    taken = {i for mention in found if mention.named for i in range(*mention.span)}
    again = []
    for start, end, coin in told_again(text, coined):
        if taken.isdisjoint(range(start, end)):
            here = coin.named.country or coin.owner or country_at(context, start)
            span = Span(start, coin.end if start == coin.start else end)
            again.append(
                ActorMention(
                    span=span,
                    text=span.of(text),
                    actor_id=coin.named.actor_id,
                    name=coin.named.name,
                    kind=coin.named.kind,
                    country=here,
                    rule=coin.rule,
                )
            )
    return again
