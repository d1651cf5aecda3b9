"""Nothing that a report gives needs the garbage collector, and it is as before afterwards."""

import gc

import pytest

from incidents.collecting import collector_resting
from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.report import Report

TEXT = "On 3 May 2024 gunmen killed 5 people in Dola, police said. The army shelled Kobi. " * 40


def test_the_collector_rests_inside_and_is_as_before_even_after_an_error() -> None:
    before = gc.get_threshold()

    def fail() -> None:
        with collector_resting():
            assert gc.get_threshold()[0] > before[0]
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert gc.get_threshold() == before


def test_who_finds_it_resting_leaves_it_so() -> None:
    with collector_resting():
        resting = gc.get_threshold()
        with collector_resting():
            pass
        assert gc.get_threshold() == resting


def test_a_report_leaves_no_circles_behind() -> None:
    report = Report(id="circles", text=TEXT, published="2024-05-05", language="en")
    extract(report, NoNames())  # rules are read, caches filled
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        extract(report, NoNames())
        gc.collect()
        left = [one for one in gc.garbage if type(one).__module__.startswith("incidents")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert left == []
