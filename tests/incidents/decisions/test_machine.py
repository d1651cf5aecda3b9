"""Whatever an analyst does, in whatever order: nothing decided is lost, and all can be undone."""

import datetime as dt
from collections import Counter

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from geo.snapshot.carrying import as_read, carried_of, reports_of
from incidents.decisions import (
    Decider,
    Decision,
    Folded,
    Note,
    Part,
    PutPlace,
    SetCount,
    SetMeans,
    Split,
    events,
    fold,
    in_force,
    newcomers,
    to_redo,
    to_undo,
    touched,
    undone,
)
from incidents.decisions.making import made_ids
from incidents.errors import DecisionError
from incidents.joining.candidates import kept_apart
from incidents.quotes import quote
from incidents.records import Incident, Place, Span, to_json
from incidents.report import Report
from incidents.soundness import faults, misquoted
from incidents.store import Store
from tests.incidents.decisions.deciding import NOON, OTHER_TEXT, span
from tests.making import TEXT, five, incident

KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)
THIRD = "On 17 March a drone killed at least 16 people near Amasrakad. The army denied it."
TEXTS = {"r1": TEXT, "r2": OTHER_TEXT, "r3": THIRD}
READ = {
    "r1": five(),
    "r2": [
        incident("drone", report_id="r2", evidence=(span("une frappe de drone", OTHER_TEXT),)),
        incident("denial", report_id="r2", evidence=(span("L'armée dément", OTHER_TEXT),)),
    ],
    "r3": [
        incident("strike", report_id="r3", evidence=(span("a drone killed", THIRD),)),
        incident("toll", report_id="r3", evidence=(span("at least 16", THIRD),), part_of="strike"),
    ],
}
Picked = st.integers(0, 10_000)
ReportId = st.sampled_from(sorted(TEXTS))


class Desk(RuleBasedStateMachine):
    """An analyst at work on three reports, and a second engine that reads them otherwise."""

    @initialize()
    def begin(self) -> None:
        """Keep the reports, with nothing decided."""
        self.store = Store("sqlite://")
        self.log: list[Decision] = []
        self.removed: set[str] = set()
        self.erased: set[str] = set()
        self.minutes = 0
        for key, read in READ.items():
            self.store.put(Report(id=key, text=TEXTS[key]), read, "v1")

    def folded(self) -> Folded:
        """Return what shows."""
        contents = self.store.contents()
        return fold(
            contents.incidents, contents.decisions, {one.id: one.text for one in contents.reports}
        )

    def by(self) -> Decider:
        """Return who decides, a minute later."""
        contents = self.store.contents()
        texts = {one.id: one.text for one in contents.reports}
        return Decider(contents.incidents, self.folded(), texts, who="Ada", at=self.moment())

    def moment(self) -> dt.datetime:
        """Return a moment after the last."""
        self.minutes += 1
        return NOON + dt.timedelta(minutes=self.minutes)

    def keep(self, *made: Decision) -> None:
        """Confirm decisions."""
        self.store.record(made)
        self.log += made

    def shown(self) -> tuple[Incident, ...]:
        """Return the incidents that show."""
        return self.folded().incidents

    def pick(self, number: int) -> Incident:
        """Return one of them."""
        shown = self.shown()
        return shown[number % len(shown)]

    def something_shows(self) -> bool:
        """Tell whether there is anything to decide on."""
        return bool(self.shown())

    @precondition(something_shows)
    @rule(number=Picked)
    def accept(self, number: int) -> None:
        """Check one, and each version of it."""
        one = self.pick(number)
        told = self.folded().told(one)
        self.keep(*events.accepted(self.by(), one))
        assert all(self.folded().review(each.id).checked for each in told)

    @precondition(something_shows)
    @rule(number=Picked)
    def reject(self, number: int) -> None:
        """Reject one, and each version of it."""
        one = self.pick(number)
        told = {each.id for each in self.folded().told(one)}
        self.keep(*events.rejected(self.by(), one, "no"))
        assert not told & {other.id for other in self.folded().versions}

    @precondition(something_shows)
    @rule(number=Picked, other=Picked)
    def name_the_whole(self, number: int, other: int) -> None:
        """Say that one is a part of another of its report, or of none."""
        one = self.pick(number)
        beside = [None, *(each for each in self.shown() if each.report_id == one.report_id)]
        whole = beside[other % len(beside)]
        if whole is None or whole.id != one.id:
            self.keep(self.by().whole(one, whole))

    @precondition(something_shows)
    @rule(number=Picked, low=st.integers(0, 50), means=st.sampled_from(["drone", "fire"]))
    def edit(self, number: int, low: int, means: str) -> None:
        """Set two fields in one step."""
        one, by = self.pick(number), self.by()
        toll = by.made(one, SetCount(key="killed", low=low))
        self.keep(toll, by.made(one, SetMeans(means=means)))
        (now,) = [other for other in self.shown() if other.id == one.id]
        assert (now.casualties["killed"].low, now.means) == (low, means)

    @precondition(something_shows)
    @rule(number=Picked, wide=st.booleans())
    def place(self, number: int, wide: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
        """Put one, or all of its words, somewhere else."""
        one, by = self.pick(number), self.by()
        action = PutPlace(place=KIDAL)
        self.keep(*(by.widely(one, action) if wide and one.place.text else [by.made(one, action)]))

    @precondition(something_shows)
    @rule(number=Picked)
    def note(self, number: int) -> None:
        """Write something down; nothing that shows is another."""
        before = self.shown()
        self.keep(self.by().made(self.pick(number), Note(text="Ask again.")))
        assert self.shown() == before

    @rule(key=ReportId, start=Picked, length=st.integers(1, 40))
    def add(self, key: str, start: int, length: int) -> None:
        """Add one that was missed."""
        text = TEXTS[key]
        begin = start % len(text)
        words = Span(begin, min(len(text), begin + length))
        if key in self.removed or not words.of(text).strip():
            return
        means = SetMeans(means="fire")
        self.keep(*self.by().add(key, [words], ("Battles", "Armed clash"), [means]))

    @precondition(something_shows)
    @rule(number=Picked)
    def split(self, number: int) -> None:
        """Make two of one."""
        one = self.pick(number)
        text = TEXTS[one.report_id]
        words = tuple(quote(text, evidence) for evidence in one.evidence[:1])
        parts = (Part(evidence=words), Part(evidence=(), edits=(SetMeans(means="fire"),)))
        self.keep(self.by().made(one, Split(parts=parts)))

    @precondition(something_shows)
    @rule(number=Picked, other=Picked)
    def join(self, number: int, other: int) -> None:
        """Make one event of two."""
        first, second = self.pick(number), self.pick(other)
        if first.id != second.id:
            self.keep(self.by().together(first, [second], same=True))
            assert first.id in self.folded().joined

    @precondition(something_shows)
    @rule(number=Picked)
    def take_apart(self, number: int) -> None:
        """Say that those of an event are not the same."""
        folded = self.folded()
        if folded.joined:
            first = sorted(folded.joined)[number % len(folded.joined)]
            (one,) = [other for other in folded.incidents if other.id == first]
            self.keep(self.by().together(one, folded.joined[first], same=False))
            assert first not in self.folded().joined

    @precondition(something_shows)
    @rule(number=Picked)
    def take_back_the_joining(self, number: int) -> None:
        """Let each version of an event be on its own, and nothing be said of its being another."""
        before = self.folded()
        if before.joined:
            first = sorted(before.joined)[number % len(before.joined)]
            (one,) = [other for other in before.incidents if other.id == first]
            members = {each.id for each in before.told(one)}
            self.keep(*events.taken_apart(self.by(), one))
            after = self.folded()
            assert members <= {each.id for each in after.incidents}
            assert {first: before.joined[first]} | dict(after.joined) == before.joined

    @precondition(something_shows)
    @rule(number=Picked)
    def propose_again(self, number: int) -> None:
        """Take back that two are not the same: that pair's alone."""
        before = self.folded()
        shown = {one.id: one for one in before.incidents}
        pairs = sorted(set(kept_apart(before)))
        pairs = [pair for pair in pairs if shown.keys() >= set(pair)]
        if pairs:
            one, other = pairs[number % len(pairs)]
            try:
                told = events.proposed_again(self.by(), shown[one], shown[other])
            except DecisionError:  # a joining from before would be in force again
                return
            self.keep(*told)
            after = self.folded()
            assert (one, other) not in set(kept_apart(after))
            assert set(kept_apart(before)) - {(one, other)} == set(kept_apart(after))
            assert after.joined == before.joined

    @rule()
    def undo(self) -> None:
        """Take the last step back."""
        self.keep(*undone(to_undo(self.log, "Ada"), at=self.moment(), who="Ada"))

    @rule()
    def undo_and_redo(self) -> None:
        """Doing again is as it was."""
        before = self.folded()
        entries = to_undo(self.log, "Ada")
        if entries:
            self.keep(*undone(entries, at=self.moment(), who="Ada"))
            self.redo()
            again = self.folded()
            assert (again.incidents, again.reviews) == (before.incidents, before.reviews)

    @rule()
    def redo(self) -> None:
        """Bring back what was undone last."""
        self.keep(*undone(to_redo(self.log, "Ada"), at=self.moment(), who="Ada"))

    @rule(key=ReportId)
    def remove(self, key: str) -> None:
        """Remove a report."""
        self.store.remove(key)
        self.removed.add(key)

    @rule(key=ReportId)
    def put_back(self, key: str) -> None:
        """Put a report back: what shows of it is what showed before."""
        self.store.restore(key)
        self.removed -= {key} - self.erased

    @rule(key=ReportId)
    def erase(self, key: str) -> None:
        """Delete a report for good: what shows is what shows while it is removed."""
        self.store.remove(key)
        before, last = self.folded(), self.store.last()
        self.store.erase(key)
        after = self.folded()
        assert (after.incidents, after.joined) == (before.incidents, before.joined)
        assert (after.reviews, after.apart) == (before.reviews, before.apart)
        assert self.store.last() in (0, last)
        self.log = self.store.decisions()
        assert f'"{key}"'.encode() not in b"".join(map(to_json, self.log))
        self.removed.add(key)
        self.erased.add(key)

    @rule(key=ReportId)
    def remove_and_put_back(self, key: str) -> None:
        """A removal that is taken back leaves no trace."""
        if key not in self.removed:
            before = self.folded()
            self.store.remove(key)
            self.store.restore(key)
            assert self.folded() == before

    @rule(key=ReportId, engine=st.integers(2, 5), lost=st.sets(st.integers(0, 4)))
    def read_again(self, key: str, engine: int, lost: set[int]) -> None:
        """Let another engine read a report: other ids, and some incidents no more."""
        kept = [one for number, one in enumerate(READ[key]) if number not in lost]
        ids = {one.id: f"{one.id}-{engine}" for one in kept}
        read = [
            msgspec.structs.replace(one, id=ids[one.id], part_of=ids.get(one.part_of or ""))
            for one in kept
        ]
        self.store.put(Report(id=key, text=TEXTS[key]), read, f"v{engine}")
        self.removed.discard(key)
        self.erased.discard(key)

    @rule(key=ReportId)
    def read_as_before(self, key: str) -> None:
        """Let the first engine read it again."""
        self.store.put(Report(id=key, text=TEXTS[key]), READ[key], "v1")
        self.removed.discard(key)
        self.erased.discard(key)

    @rule(kept=st.sets(ReportId))
    def open_a_snapshot(self, kept: set[str]) -> None:
        """On an empty desk what was in view says the same; on one's own it brings nothing."""
        folded, contents = self.folded(), self.store.contents()
        view = [one for one in folded.incidents if one.report_id in kept]
        carried = carried_of(view, contents)
        assert newcomers(self.log, carried.decisions) == ([], [])
        read = as_read(view, carried)
        used = reports_of(view, carried)
        again = fold(read, carried.decisions, {key: TEXTS[key] for key in used})
        there = {one.id: one for one in again.incidents}
        # Its whole may be out of view.
        alone = [msgspec.structs.replace(one, part_of=None) for one in view]
        assert alone == [msgspec.structs.replace(there[one.id], part_of=None) for one in view]
        for one in view:
            assert again.review(one.id) == folded.review(one.id)
            assert {i.id for i in again.told(one)} == {i.id for i in folded.told(one)}
        if kept >= {one.report_id for one in folded.incidents}:
            assert [there[one.id] for one in view] == view

    @invariant()
    def nothing_is_lost(self) -> None:
        """The log has every decision in its order, and replays to what shows."""
        contents = self.store.contents()
        assert list(contents.decisions) == self.log
        assert self.folded() == self.folded()

    @invariant()
    def every_incident_is_somewhere_once(self) -> None:
        """Shown, joined to one that shows, rejected, or split; and each is sound."""
        folded, contents = self.folded(), self.store.contents()
        shown = [*folded.versions, *(one.incident for one in folded.rejected)]
        assert max(Counter(one.id for one in shown).values(), default=1) == 1
        split = {
            key
            for key, made in folded.decisions.items()
            if any(isinstance(one.action, Split) for one in made)
        }
        assert {one.id for one in contents.incidents} <= {one.id for one in shown} | split
        ids = {one.id for one in folded.incidents}
        for one in folded.incidents:
            assert faults(one, TEXTS[one.report_id]) == []
            assert misquoted(one, TEXTS[one.report_id]) == []
            assert one.part_of is None or one.part_of in ids - {one.id}

    @invariant()
    def every_decision_says_where_it_is(self) -> None:
        """In force on an incident, listed with its reason, or waiting for what it is about.

        It waits for a report that was removed, and for one that makes its incident and was undone.
        """
        folded, standing = self.folded(), in_force(self.log)
        here = {one.id for made in folded.decisions.values() for one in made}
        here |= {one.decision.id for one in folded.orphans}
        made = made_ids(standing)
        for one in standing:
            told = list(touched(one))
            waits = any(key in self.removed or key not in TEXTS for key, _anchor in told)
            waits |= any(anchor.made and anchor.made not in made for _key, anchor in told)
            assert waits or one.id in here

    def teardown(self) -> None:
        """Undo everything: what shows is what was read."""
        if not hasattr(self, "store"):
            return
        for key in READ:
            self.store.restore(key)
            if key in self.erased:
                self.read_as_before(key)
        while entries := to_undo(self.log, "Ada"):
            self.keep(*undone(entries, at=self.moment(), who="Ada"))
        contents, folded = self.store.contents(), self.folded()
        assert folded.incidents == contents.incidents
        assert (folded.reviews, folded.rejected, folded.orphans) == ({}, (), ())
        self.store.close()


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
