"""What an incident takes from a further mention of text that tells of it."""

from collections.abc import Sequence
from dataclasses import replace

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.tolls import agreed, found_dead, later_toll
from incidents.events.families import OUTCOMES
from incidents.linking.cluster import Cluster
from incidents.linking.headlines import headlines
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
) -> None:
    """Let an account tell more of an incident, or tell it as another source does."""
    if relation is Relation.VERSION:
        account = replace(account, rival=True)
    announced = account.date is not None and headlines(account, cluster)
    opens = is_first(account, cluster.accounts)
    cluster.add(account)
    if relation is Relation.OTHER_SIDE and not opens:
        cluster.tolls = with_losses(story.doc.text, cluster.tolls, account.tolls)
    elif relation is Relation.VERSION:
        cluster.tolls = {**cluster.tolls, **held_back(account, cluster)}
    elif announced or opens:  # "at least 13" was "13" in the headline
        cluster.tolls |= _surer(account, cluster)
    else:
        _update_tolls(cluster, account)
    cluster.tolls = agreed(cluster.tolls | found_dead(account.event, cluster.tolls))
    dated = not _counts_later(account) and not _dies_later(account, cluster)
    if account.date is not None and dated and (not cluster.date or cluster.date.basis != "stated"):
        own = cluster.date is not None and cluster.date.basis in {"stated", "relative"}
        value = account.date.value
        cluster.date = when.sharper(cluster.date, value) if own else value
    if account.place is not None:
        held = cluster.place if cluster.place_basis == "stated" else None
        first, second = (account.place, held) if announced else (held, account.place)
        called = announced and held is not None and where.calls_wider(account.place, held)
        if called or where.closer(first, second) is account.place:
            cluster.place, cluster.place_basis = account.place, "stated"
    story.link(account.event, relation, evidence, cluster)


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


def _update_tolls(cluster: Cluster, account: Account) -> None:
    for key, count in account.tolls.items():
        old = cluster.tolls.get(key)
        cluster.tolls[key] = count if old is None else later_toll(old, count, account.event)


def absorb(story: Story, kept: Cluster, gone: Cluster, evidence: Sequence[Evidence]) -> None:
    """Let the accounts of one incident tell of another one."""
    for index, account in enumerate(gone.accounts):
        relation = Relation.VERSION if account.rival else Relation.RETOLD
        join(story, kept, account, relation, evidence if index == 0 else ())
    if gone.accounts[0].event.span < kept.accounts[-len(gone.accounts) - 1].event.span:
        kept.accounts.sort(key=lambda account: account.event.span)
    if gone.parent is kept:
        kept.children.remove(gone)
    for child in gone.children:
        child.parent = kept
        kept.children.append(child)
