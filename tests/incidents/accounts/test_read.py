"""The one constructor of an account: all that one mention says of its event."""

from incidents.accounts.account import Account
from incidents.accounts.number import Reading
from incidents.accounts.read import Above, make_account, read_account
from incidents.discourse import Marks
from tests.incidents.building import Page, count, cue, place, told

NO_HEADING = Above()


def read(page: Page, *, first: bool = True, above: Above = NO_HEADING) -> Account:
    """Read the account of a page's last line, "N people were killed", with what stands in it."""
    line = len(page.spans) - 1
    words = page.spans[line].of(page.text)
    start = page.spans[line].start
    killed = page.cue("killed", "kill", outcome="killed", voice="passive")
    number = page.count("Nine people", 9)
    places = [page.place("Dola", span=page.at("Dola", start))] if "Dola" in words else []
    dates = [page.date("Sunday", 9)] if "Sunday" in words else []
    sentence = page.sentence(line, cues=[killed], counts=[number], places=places, dates=dates)
    return read_account(page.doc, Marks(page.doc), page.event(sentence), above, first=first)


def test_it_says_when_where_and_how_many() -> None:
    """All from one sentence."""
    account = read(Page("Nine people were killed in Dola on Sunday."))
    assert account.date is not None
    assert account.place is not None
    assert (account.date.text, account.place.text) == ("Sunday", "Dola")
    assert account.tolls["killed"].best == 9


def test_it_leaves_open_what_the_words_do_not_say() -> None:
    """Nothing is inherited here."""
    account = read(Page("Nine people were killed."))
    assert (account.date, account.place) == (None, None)


def test_it_keeps_each_number_with_its_verb() -> None:
    """The tolls are put together from the readings."""
    (reading,) = read(Page("Nine people were killed.")).readings
    assert reading.cue is not None
    assert (reading.key, reading.cue.text) == ("killed", "killed")


def test_it_knows_the_headings_above() -> None:
    """The section, its place and its words."""
    dola = place()
    account = read(Page("Nine people were killed."), above=Above(2, dola, "Dola"))
    assert (account.section, account.under, account.heading) == (2, dola, "Dola")


def test_the_first_is_no_item_of_losses() -> None:
    """Before any incident is told there is nothing that could have cost a side."""
    page = Page("The toll is as follows:", "Enemy: Nine people were killed.")
    assert read(page, first=True).losses == ""


def test_an_item_of_losses_names_its_side() -> None:
    """A side before the colon."""
    page = Page("The toll is as follows:", "Enemy: Nine people were killed.")
    assert read(page, first=False).losses == "side"


def test_an_item_below_a_toll_list() -> None:
    """Without a side, by the list above it."""
    page = Page("The toll is as follows:", "Nine people were killed.")
    assert read(page, first=False).losses == "list"


def test_a_sides_label_is_no_place() -> None:
    """What stands before the colon of an item says whose, and not where."""
    page = Page("Enemy Dola: Nine people were killed.")
    found = read(page, first=False)
    assert (found.losses, found.place) == ("side", None)


def test_two_villages_are_two_events() -> None:
    """The number of places that it was done in counts events."""
    page = Page("Gunmen attacked two villages.")
    sentence = page.sentence(
        cues=[page.cue("attacked", "attack")],
        counts=[page.count("two villages", 2, people="thing", noun="villages")],
    )
    marks = Marks(page.doc)
    account = read_account(page.doc, marks, page.event(sentence), Above(), first=True)
    assert account.events == 2


def test_what_was_read_elsewhere_is_put_together_the_same_way() -> None:
    """Numbers that a caller read add up to tolls."""
    page = Page("nine and four")
    event = told(0).event
    readings = [
        Reading("killed", count(9, span=page.at("nine")), cue()),
        Reading("killed", count(4, span=page.at("four")), cue()),
    ]
    account = make_account(page.doc, event, readings=readings)
    assert account.tolls["killed"].best == 13
    assert account.counted() == [reading.count for reading in readings]


def test_a_number_that_counts_nobody_is_not_counted() -> None:
    """The "group of gunmen" who killed are no dead."""
    account = make_account(Page("x").doc, told(0).event)
    assert (account.tolls, account.counted(), account.site) == ({}, [], None)
