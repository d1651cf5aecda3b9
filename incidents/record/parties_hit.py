"""Who was hit by an incident, fighters or civilians, which settles its type by the codebook."""

from collections.abc import Sequence
from functools import cache

from incidents.events.families import ARMED
from incidents.finders.events.lexicon import SettingRule, load_lexicon
from incidents.linking.cluster import Cluster
from incidents.mentions import CountMention
from incidents.phrases import fold
from incidents.record.event_type import Parties
from incidents.records import Actor, Span

OF_REACH = 4
"""Characters of " of " between people and the force that is theirs."""


def parties_hit(language: str, cluster: Cluster, actors: Sequence[Actor]) -> Parties:
    """Tell whether fighters and whether civilians were hit, and by whom."""
    settings = {cue.setting for cue in cluster.cues() if cue.setting}
    counts = [count for account in cluster.accounts for count in account.counted()]
    rules = [rule for rule in _settings(language) if rule.name in settings]
    fighters = any(c.people == "combatant" and not _former(c, language) for c in counts)
    # A vehicle or a road is no civilian's where soldiers were hit in it.
    armed = fighters or any(a.role == "target" and a.kind in ARMED for a in actors)
    civilians = any(
        (c.civilian and not _of_fighters(c.span, actors))
        or c.people in {"child", "woman"}
        or _former(c, language)
        for c in counts
    )
    # "Ten villagers were killed near the army base": the base was not hit.
    beside = civilians or any(a.role == "victim" and a.kind == "civilians" for a in actors)
    # "Soldiers beat a rider at a checkpoint": it is their own.
    beside = beside or any(a.role == "perpetrator" and a.kind == "state forces" for a in actors)
    return Parties(
        actors=actors,
        fighters_hit=fighters or (not beside and any(rule.military for rule in rules)),
        civilians_hit=civilians or (not armed and any(rule.civilian for rule in rules)),
    )


def _former(count: CountMention, language: str) -> bool:
    """Tell whether people were soldiers once: "a former policeman" is a civilian."""
    words = load_lexicon(language).grammar.former
    return any(fold(word) in words for word in count.text.replace("-", " ").split())


def _of_fighters(counted: Span, actors: Sequence[Actor]) -> bool:
    """Tell whether people are a fighting force's own: "a leader of JNIM", "an ISIS commander"."""
    return any(
        actor.kind in ARMED
        and (counted.overlaps(actor.span) or 0 <= actor.span.start - counted.end <= OF_REACH)
        for actor in actors
        if actor.span is not None
    )


@cache
def _settings(language: str) -> tuple[SettingRule, ...]:
    rules = load_lexicon(language).rules.values()
    return tuple(rule for rule in rules if isinstance(rule, SettingRule))
