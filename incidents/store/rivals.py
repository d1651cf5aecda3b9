"""What others decided on the same incidents since a writer looked at the log last."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.engine import Connection

from incidents.decisions import Decision, TakeBack, conflict
from incidents.decisions.saying import say_action
from incidents.errors import RivalError
from incidents.store.rows import blob, decode, last_number
from incidents.store.tables import decisions
from incidents.tongue import _


def refuse_rivals(
    connection: Connection, made: Sequence[Decision], seen: int, mine: Collection[str]
) -> None:
    """Refuse to decide on what somebody else decided on meanwhile.

    Args:
        connection: within the transaction that writes.
        made: to be written.
        seen: number of the last entry that the writer knew.
        mine: ids of entries that are the writer's own, whatever their number.

    Raises:
        RivalError: it says who decided what, and when.
    """
    own = {one.id for one in made} | set(mine)
    # A log that is shorter than it was lost entries to an erasing, and began to count anew.
    for other in _since(connection, seen if seen <= last_number(connection) else 0):
        if other.id not in own and any(conflict(one, other) for one in made):
            raise _refusal(other)


def _since(connection: Connection, seen: int) -> Iterable[Decision]:
    columns = decisions.c.report_id, blob(decisions).label("payload")
    query = select(*columns).where(decisions.c.number > seen).order_by(decisions.c.number)
    for row in connection.execute(query):
        one, _unread = decode("decision", row.report_id, row.payload)
        if isinstance(one, Decision):
            yield one


def _refusal(other: Decision) -> RivalError:
    who = other.who or _("Somebody else")
    when = f"{other.at:%Y-%m-%d %H:%M} UTC" if other.at else "?"
    if isinstance(other.action, TakeBack):
        return RivalError(
            "{who} took back a decision on the same incident since you looked at it ({when}). "
            "Nothing of yours was kept yet: look at it again, or decide all the same.",
            who=who,
            when=when,
        )
    return RivalError(
        "{who} decided “{what}” on the same incident since you looked at it ({when}). "
        "Nothing of yours was kept yet: look at it again, or decide all the same.",
        who=who,
        what=say_action(other.action)[:200],
        when=when,
    )
