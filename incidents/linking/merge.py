"""What an incident takes from a further mention of text that tells of it."""

from collections.abc import Sequence
from dataclasses import replace

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.found_dead import found_dead
from incidents.accounts.tolls import agreed, later_toll
from incidents.events.families import OUTCOMES
from incidents.linking.cluster import Cluster
from incidents.linking.headlines import headlines
from incidents.linking.on_top import on_top
from incidents.linking.other_side import with_losses
from incidents.linking.relation import Evidence, Relation
from incidents.linking.rivals import held_back
from incidents.linking.story import Story
from incidents.linking.toll_lists import is_first
from incidents.mentions import CountMention
from incidents.records import CountKey


def join(
    story: Story,
    cluster: Cluster,
    account: Account,
    relation: Relation,
    evidence: Sequence[Evidence],
) -> Cluster:
    """Let an account tell more of an incident, or tell it as another source does."""
    if relation is Relation.VERSION:
        account = replace(account, rival=True)
    announced = account.date is not None and headlines(account, cluster)
    told = cluster.telling(account)
    told = replace(told, tolls=_tolls(story, cluster, account, relation, announced=announced))
    told = _placed(_dated(told, account), account, announced=announced)
    story.put(told)
    story.link(account.event, relation, evidence, told)
    return told


def _tolls(
    story: Story, cluster: Cluster, account: Account, relation: Relation, *, announced: bool
) -> dict[CountKey, CountMention]:
    """Give an incident's figures once an account has told of it."""
    opens = is_first(account, cluster.accounts)
    if relation is Relation.OTHER_SIDE and not opens:
        tolls = with_losses(story.doc.text, cluster.tolls, account.tolls)
    elif relation is Relation.VERSION:
        tolls = {**cluster.tolls, **held_back(account, cluster)}
    elif announced or opens:  # "at least 13" was "13" in the headline
        tolls = {**cluster.tolls, **_surer(account, cluster)}
    else:
        tolls = _updated(story, cluster, account)
    return agreed({**tolls, **found_dead(story.doc.text, account.event, tolls)})


def _updated(story: Story, cluster: Cluster, account: Account) -> dict[CountKey, CountMention]:
    tolls = dict(cluster.tolls)
    for key, count in account.tolls.items():
        old = tolls.get(key)
        if old is None:
            tolls[key] = count
            continue
        more = on_top(story.doc.text, account, cluster, old, key)
        tolls[key] = more or later_toll(old, count, account.event)
    return tolls


def _dated(cluster: Cluster, account: Account) -> Cluster:
    """Give the incident with an account's day, where that is closer than its own."""
    if account.date is None or (cluster.date and cluster.date.basis == "stated"):
        return cluster
    if _counts_later(account) or _dies_later(account, cluster):
        return cluster
    own = cluster.date is not None and cluster.date.basis in {"stated", "relative"}
    value = account.date.value
    return replace(cluster, date=when.sharper(cluster.date, value) if own else value)


def _placed(cluster: Cluster, account: Account, *, announced: bool) -> Cluster:
    """Give the incident with an account's place, where that is closer than its own."""
    if account.place is None:
        return cluster
    held = cluster.place if cluster.place_basis == "stated" else None
    first, second = (account.place, held) if announced else (held, account.place)
    called = announced and held is not None and where.calls_wider(account.place, held)
    if called or where.closer(first, second) is account.place:
        return replace(cluster, place=account.place, place_basis="stated")
    return cluster


def _surer(account: Account, cluster: Cluster) -> dict[CountKey, CountMention]:
    """Give an account's tolls without those of nobody where the incident has a number."""
    return {k: one for k, one in account.tolls.items() if one.low or k not in cluster.tolls}


def _counts_later(account: Account) -> bool:
    """Tell whether an account only counts the dead anew: its day is that of the count."""
    update = account.event.has("update") or any(t.replaces for t in account.tolls.values())
    return update and account.event.frames <= OUTCOMES


def _dies_later(account: Account, cluster: Cluster) -> bool:
    """Tell whether an account only says that victims died or were found, after the deed."""
    later = account.event.frames <= {"death", "bodies", "injure"}
    return later and bool(cluster.accounts[0].event.frames - OUTCOMES)


def absorb(story: Story, kept: Cluster, gone: Cluster, evidence: Sequence[Evidence]) -> Cluster:
    """Let the accounts of one incident tell of another one."""
    for index, account in enumerate(gone.accounts):
        relation = Relation.VERSION if account.rival else Relation.RETOLD
        kept = join(story, kept, account, relation, evidence if index == 0 else ())
    if gone.first.span < kept.accounts[-len(gone.accounts) - 1].event.span:
        inorder = sorted(kept.accounts, key=lambda account: account.event.span)
        kept = replace(kept, accounts=tuple(inorder))
    parts = tuple(one for one in kept.children if one != gone.number) + gone.children
    kept = replace(kept, children=parts)
    story.put(kept)
    for number in gone.children:
        story.put(replace(story.begun[number], parent=kept.number))
    return kept


def count_in(story: Story, part: int, whole: int) -> Cluster:
    """Make an incident a part of another one, which counts its dead; give it as it is then."""
    told, counting = story.begun[part], story.begun[whole]
    told = replace(told, parent=whole)
    story.put(told)
    story.put(replace(counting, children=(*counting.children, part)))
    return told
