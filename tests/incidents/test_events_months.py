"""Months that are also words of events: "on 9 March" is no march, and "in May" no "may"."""

import pytest

from tests.incidents.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were shot dead in Dola on 9 March.",
        "Police shot three men in Dola on 12 March.",
        "Six drivers were shot in Dola on March 14.",
        "Soldiers fired on a bus in Dola in March 2024, killing three.",
        "Officers shot a trader in Dola on the 9th of March.",
    ],
)
def test_a_day_in_march_is_no_march(text: str) -> None:
    """A day or a year beside March, or what only stands before a month, makes it no protest."""
    told = read(text)
    assert len(told) == 1
    assert told[0].event_type not in {"Protests", "Riots"}


@pytest.mark.parametrize(
    "text",
    [
        "Thousands marched in Dola on 9 March.",
        "A march was held in Dola on 9 March.",
        "The march on 3 May in Dola drew hundreds.",
    ],
)
def test_a_march_on_a_day_in_march_is_one(text: str) -> None:
    """The month takes nothing from the march that is held in it."""
    assert [one.sub_event_type for one in read(text)] == ["Peaceful protest"]


def test_a_deed_in_may_is_told_and_one_that_may_come_is_not() -> None:
    """The month May is no doubt, the verb is."""
    assert len(read("In May gunmen killed nine herders in Dola.")) == 1
    assert read("Gunmen may attack Dola on Sunday.") == []
