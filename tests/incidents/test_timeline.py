"""Time: what is binned, what is a bar, how the window steps."""

import datetime as dt

import pytest

from incidents.filters import FilterSpec
from incidents.records import DateValue
from incidents.table import make_table
from incidents.timeline import MAX_BARS, bin_of, step, timeline, unit_for
from tests.making import TEXT, five, incident


def on(first: dt.date, last: dt.date | None = None) -> DateValue:
    last = last or first
    return DateValue(
        edtf=f"{first}/{last}",
        earliest=first,
        latest=last,
        precision="day" if first == last else "range",
        basis="stated",
    )


def test_an_interval_is_a_bar_over_its_whole_length() -> None:
    """December to March is not piled onto the first day; parts stay with their whole."""
    line = timeline(make_table(five(), {"r1": TEXT}).rows)
    assert line is not None
    assert line.bins == ()
    assert [(b.start, b.end) for b in line.bars] == [
        *[(dt.date(2023, 12, 1), dt.date(2024, 3, 31))] * 3,
        (dt.date(2024, 1, 1), dt.date(2024, 1, 31)),
    ]
    assert sum(b.events for b in line.bars) == 5
    assert line.lanes == 4


def test_a_day_goes_into_its_bin() -> None:
    """Dated incidents are counted by unit; the same day and type add up."""
    day = dt.date(2024, 2, 29)
    rows = make_table([incident("a", date=on(day), count=2), incident("b", date=on(day))], {}).rows
    line = timeline(rows)
    assert line is not None
    assert [(b.start, b.events, b.ids) for b in line.bins] == [(day, 3, ("a", "b"))]


def test_nothing_dated_is_no_line_and_the_undated_are_counted() -> None:
    """What can't be drawn is said."""
    assert timeline(make_table([incident("a", date=None)], {}).rows) is None
    both = [incident("a", date=None), incident("b", date=on(dt.date(2024, 1, 1)))]
    line = timeline(make_table(both, {}).rows)
    assert line is not None
    assert line.undated == 1


def test_what_the_browser_gets_stays_small() -> None:
    """A thousand intervals are at most `MAX_BARS` bars, the rest is counted."""
    many = [
        incident(str(n), date=on(dt.date(2020, 1, 1), dt.date(2021, 1, 1) + dt.timedelta(days=n)))
        for n in range(300)
    ]
    line = timeline(make_table(many, {}).rows)
    assert line is not None
    assert len(line.bars) == MAX_BARS
    assert line.left_out == 300 - MAX_BARS


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        (dt.date(2024, 2, 1), "day"),
        (dt.date(2024, 6, 1), "week"),
        (dt.date(2026, 6, 1), "month"),
        (dt.date(2044, 1, 1), "year"),
    ],
)
def test_the_unit_fits_the_stretch(last: dt.date, unit: str) -> None:
    """Readable bins over any stretch."""
    assert unit_for(dt.date(2024, 1, 1), last) == unit


def test_bins_are_inclusive_and_weeks_begin_on_monday() -> None:
    """ISO weeks; leap Februaries."""
    assert bin_of(dt.date(2024, 2, 10), "month") == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert bin_of(dt.date(2024, 3, 31), "week") == (dt.date(2024, 3, 25), dt.date(2024, 3, 31))
    assert bin_of(dt.date(2024, 3, 31), "year") == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("window", "by", "after"),
    [
        (("2024-01-01", "2024-01-31"), 1, ("2024-02-01", "2024-02-29")),
        (("2024-03-01", "2024-03-31"), -1, ("2024-02-01", "2024-02-29")),
        (("2024-01-03", "2024-01-05"), 1, ("2024-01-06", "2024-01-08")),
    ],
)
def test_the_window_steps_by_its_own_length(
    window: tuple[str, str], by: int, after: tuple[str, str]
) -> None:
    """A month steps to the next month, three days to the next three."""
    line = timeline(make_table(five(), {"r1": TEXT}).rows)
    assert line is not None
    start, end = map(dt.date.fromisoformat, window)
    moved = step(FilterSpec(date_from=start, date_to=end), line, by)
    assert (str(moved.date_from), str(moved.date_to)) == after
    begun = step(FilterSpec(), line, 1)
    assert begun.date_from is not None
    assert begun.date_from <= line.first
