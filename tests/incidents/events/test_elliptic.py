"""Lists with the verb left out: each member has the first one's verb, and its own number."""

import pytest

from incidents.discourse import load_marks
from incidents.events.elliptic import unfold
from incidents.events.mention import EventMention
from tests.incidents.building import Page

EN, FR = load_marks("en").elliptic, load_marks("fr").elliptic


def died(text: str, *places: str, number: str = "12", language: str = "en") -> list[EventMention]:
    """Unfold the event of a text's "killed", whose first number is found."""
    page = Page(text)
    sentence = page.sentence(
        cues=[page.cue("killed", "kill", outcome="killed", voice="passive")],
        counts=[page.count(number, 12)],
        places=[page.place(name) for name in places],
    )
    return unfold(text, page.event(sentence), EN if language == "en" else FR)


def tolls(events: list[EventMention]) -> list[list[int]]:
    """Give the numbers in each event."""
    return [[count.low for count in event.counts()] for event in events]


MEMBERS = [
    ("12 were killed in Maru, eight in Gusau and five in Anka.", [[12], [8], [5]]),
    ("12 were killed in Maru and eight others in Gusau near Anka.", [[12], [8]]),
    ("12 were killed in Maru, another eight in Gusau, then Anka.", [[12], [8]]),
    ("12 were killed in Maru; 8 people in Gusau; 5 in Anka.", [[12], [8], [5]]),
    ("12 were killed in Maru, Gusau and Anka.", [[12]]),
    ("12 were killed in Maru, on the road to Gusau, in Anka.", [[12]]),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_each_member_has_its_number(text: str, expected: list[list[int]]) -> None:
    """A number before a place makes a member; a place alone does not."""
    assert tolls(died(text, "Maru", "Gusau", "Anka")) == expected


def test_it_is_so_in_french() -> None:
    """The numbers are read in the language of the list."""
    events = died("12 killed à Maru, huit à Gusau.", "Maru", "Gusau", language="fr")
    assert tolls(events) == [[12], [8]]


def test_one_place_is_no_list() -> None:
    """The event stays as it is."""
    page = Page("12 were killed in Maru.")
    sentence = page.sentence(cues=[page.cue("killed", "kill")], places=[page.place("Maru")])
    event = page.event(sentence)
    assert unfold(page.text, event, EN) == [event]


def test_a_member_carries_the_verb() -> None:
    """It says that those of the list were killed, too."""
    first, second = died("12 were killed in Maru, eight in Gusau.", "Maru", "Gusau")
    assert [cue.text for cue in second.cues] == ["killed"]
    assert second.lead == first.span
    assert second.reason == "“Gusau” is one of a list with its own words"


def test_a_member_has_its_own_place() -> None:
    """No member is told of at another one's place."""
    events = died("12 were killed in Maru, eight in Gusau.", "Maru", "Gusau")
    assert [[place.text for place in event.places()] for event in events] == [["Maru"], ["Gusau"]]


def test_a_part_is_counted_already() -> None:
    """What stands behind "including" the first number counts."""
    events = died("12 were killed in Maru, including eight in Gusau.", "Maru", "Gusau")
    assert [event.counted for event in events] == [False, True]


def test_a_verb_of_its_own_is_no_ellipsis() -> None:
    """A clause with another event word is not the list's."""
    page = Page("12 were killed in Maru, eight fled to Gusau.")
    sentence = page.sentence(
        cues=[page.cue("killed", "kill", outcome="killed"), page.cue("fled", "other")],
        places=[page.place("Maru"), page.place("Gusau")],
    )
    assert len(unfold(page.text, page.event(sentence), EN)) == 1


def test_a_bare_number_is_of_the_firsts_people() -> None:
    """Eight of twelve soldiers' list are soldiers."""
    page = Page("12 soldiers were killed in Maru, eight in Gusau.")
    sentence = page.sentence(
        cues=[page.cue("killed", "kill", outcome="killed")],
        counts=[page.count("12 soldiers", 12, noun="soldiers", people="combatant")],
        places=[page.place("Maru"), page.place("Gusau")],
    )
    second = unfold(page.text, page.event(sentence), EN)[1].counts()[0]
    assert (second.text, second.noun, second.people, second.key) == (
        "eight",
        "soldiers",
        "combatant",
        "killed",
    )


def test_the_date_at_its_end_is_the_lists() -> None:
    """One date behind the last member holds for all."""
    page = Page("12 were killed in Maru, eight in Gusau on Sunday.")
    sentence = page.sentence(
        cues=[page.cue("killed", "kill", outcome="killed")],
        counts=[page.count("12", 12)],
        places=[page.place("Maru"), page.place("Gusau")],
        dates=[page.date("Sunday", 9)],
    )
    events = unfold(page.text, page.event(sentence), EN)
    assert [event.tail for event in events] == [page.at("Sunday")] * 2


def test_members_may_differ_by_their_dates() -> None:
    """Two places, each with its day, are two events."""
    page = Page("12 were killed in Maru on Friday and Gusau on Sunday.")
    sentence = page.sentence(
        cues=[page.cue("killed", "kill", outcome="killed")],
        counts=[page.count("12", 12)],
        places=[page.place("Maru"), page.place("Gusau")],
        dates=[page.date("Friday", 7), page.date("Sunday", 9)],
    )
    events = unfold(page.text, page.event(sentence), EN)
    assert [[date.text for date in event.dates()] for event in events] == [["Friday"], ["Sunday"]]
