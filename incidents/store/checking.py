"""A database looked over: the file, its form, every row, every decision's words."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

from incidents.decisions import fold, in_force
from incidents.records import Record
from incidents.soundness import misquoted
from incidents.store.connecting import Database, must_exist
from incidents.store.copying import brought_up
from incidents.store.erasing import ERASED
from incidents.store.forms import form_of
from incidents.store.rows import Contents, Unreadable, read_contents
from incidents.store.tables import FORMS


class Finding(Record, frozen=True, kw_only=True):
    """One thing that was found."""

    wrong: bool
    """Whether something has to be done about it."""
    said: str


def look_over(url: str, engine: str) -> Iterator[Finding]:
    """Look a database over; it is left as it is.

    One of an older form is brought up in a copy, and that is looked over.

    Args:
        url: the database's.
        engine: this program's version of rules and gazetteer.

    Raises:
        StoreError: there is none, a newer version or another program wrote it, or it is so
            broken that it can't be read at all.
    """
    path = must_exist(url)
    with closing(Database(url)) as database:
        yield from _integrity(database)
        form = form_of(database)
        yield Finding(wrong=False, said=_say_form(form))
        if form == FORMS[-1]:
            yield from _rows(database, engine)
    if path is not None and form not in (None, FORMS[-1]):
        with brought_up(path) as copy:
            yield from _rows(copy, engine)


def _say_form(form: str | None) -> str:
    if form is None:
        return "It is empty."
    older = "" if form == FORMS[-1] else f", an older one; opening it brings it up to {FORMS[-1]}"
    return f"Its form is {form}{older}."


def _integrity(database: Database) -> Iterator[Finding]:
    if database.path is None:
        return
    with database.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if said == ["ok"]:
        yield Finding(wrong=False, said="The file is whole.")
    yield from (Finding(wrong=True, said=f"The file is damaged: {one}") for one in said[:20]
                if one != "ok")  # fmt: skip
    yield from (
        Finding(wrong=True, said=f"Row {row[1]} of {row[0]} belongs to no report.") for row in lost
    )


def _rows(database: Database, engine: str) -> Iterator[Finding]:
    with database.reading() as connection:
        shown, whole = read_contents(connection), read_contents(connection, removed=True)
    standing = in_force(whole.decisions)
    yield Finding(
        wrong=False,
        said=f"Reports: {len(whole.reports)} ({len(whole.reports) - len(shown.reports)} removed). "
        f"Incidents: {len(whole.incidents)}. "
        f"Decisions: {len(whole.decisions)} ({len(standing)} in force).",
    )
    yield from _engines(whole, engine)
    yield from (Finding(wrong=True, said=_say_row(one)) for one in whole.unreadable)
    yield from _words(whole)


def _engines(contents: Contents, engine: str) -> Iterator[Finding]:
    for version, number in sorted(Counter(contents.engines.values()).items()):
        which = {engine: "this version", "snapshot": "another machine (from a snapshot)"}
        by = which.get(version, f"an earlier version ({version}); add them again to read them anew")
        yield Finding(wrong=False, said=f"Reports read by {by}: {number}.")


def _words(contents: Contents) -> Iterator[Finding]:
    texts = {one.id: one.text for one in contents.reports}
    for one in contents.incidents:
        for wrong in misquoted(one, texts[one.report_id]):
            yield Finding(wrong=True, said=f"Incident {one.id} of report {one.report_id}: {wrong}.")
    for orphan in fold(contents.incidents, contents.decisions, texts).orphans:
        made = orphan.decision
        yield Finding(
            wrong=True, said=f"Decision {made.id} on report {made.report_id}: {orphan.why}"
        )
    # What names an erased report does so for good, and holds others together.
    unknown = [one for one in contents.decisions if one.report_id not in {*texts, ERASED}]
    if unknown:
        yield Finding(
            wrong=True, said=f"Decisions on reports that are not here or not read: {len(unknown)}."
        )


def _say_row(one: Unreadable) -> str:
    which = {
        "report": f"Report {one.report_id}",
        "incident": f"Incident {one.number + 1} of report {one.report_id}",
        "decision": f"Decision {one.number} on report {one.report_id}",
    }[one.what]
    return f"{which} can't be read: {one.why}. The page “Add a report” removes it."
