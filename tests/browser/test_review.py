"""The review: an analyst's last word on a report, by keyboard alone, seen on map and in exports."""

import csv
import io
import re
import zipfile
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from geo.pipeline import default_pipeline
from incidents.decisions import SetCount
from incidents.filters import FilterSpec
from incidents.report import read_report
from incidents.store import Store
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import opened, opened_adding, press, settled

pytestmark = pytest.mark.browser
TEXT = """Weekly security note, North-West Nigeria 🌍

On 3 March 2024 gunmen attacked the market in Gusau, Zamfara State, killing 14 traders and \
injuring nine others, police said.

On 5 March 2024 bandits abducted 11 farmers near Kankara in Katsina State, residents told \
reporters.

On 7 March 2024 an improvised bomb killed three soldiers on the road near Zuru in Kebbi State, \
the army said.

The dead in Gusau were later put at 16.

Earlier note: on 6 March 2024 armed men on motorcycles abducted 12 women near Kankara in Katsina \
State, a radio reported.

A week later, houses in Jibia were found empty; neighbours spoke of four people whom nobody has \
seen since.
"""
ASTRAL = (
    "🌍🔥 On 3 March 2024 gunmen killed 14 traders in Gusau, police said.\n\n"
    "𝔄 Eleven of them were women."
)
STRIP, CARD, SIDE = ".cm-strip", ".st-key-review_card", ".st-key-review_side"
ROOT = """[...document.querySelectorAll('.st-key-source_text *')]
    .map((one) => one.shadowRoot).find(Boolean)"""
"""Where the text is: within its component."""
_IN_STEP = """() => {
    const shown = new URLSearchParams(location.search).get("sel");
    return !shown || [...document.querySelectorAll('.st-key-review_keys *')]
        .some((one) => one.shadowRoot?.querySelector("[data-on]")?.dataset.on === shown);
}"""
"""Whether the keys are about what the page shows: they hear of it a moment later."""


def reviewing(page: Page, dashboard: Dashboard, query: str = "") -> Page:
    """Open the review and wait until its keys are heard."""
    page.goto(f"{dashboard.url}/review{query}")
    expect(page.locator(STRIP)).to_be_visible()
    expect(page.locator(".st-key-review_keys [data-on]")).to_be_attached()
    return settled(page)


def pasted(page: Page, dashboard: Dashboard) -> str:
    """Paste the note, look at it alone as it is told, and return its id."""
    opened_adding(page, dashboard)
    page.get_by_role("tab", name="Pasted text").click()
    page.get_by_role("textbox", name="Text", exact=True).fill(TEXT)
    page.get_by_role("textbox", name="Published").last.fill("2024-03-15")
    settled(page).get_by_role("button", name="Read", exact=True).last.click()
    expect(page.get_by_role("button", name="Show on the map")).to_be_visible()
    store = Store(f"sqlite:///{dashboard.database}")
    report = next(one for one in store.reports() if "Weekly security note" in one.text)
    store.close()
    only(reviewing(page, dashboard), "Weekly")
    press_radio(page, "As told")
    return report.id


def only(page: Page, name: str) -> None:
    """Look at one report, chosen with the keys by its name."""
    page.get_by_role("combobox", name=re.compile("Report")).first.focus()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    leave_field(settled(page))


def press_radio(page: Page, name: str) -> None:
    """Choose a segment."""
    page.locator('[data-testid="stSidebar"]').get_by_text(name, exact=True).click()
    leave_field(settled(page))


def leave_field(page: Page) -> None:
    """Leave whatever has the focus."""
    page.evaluate("() => document.activeElement?.blur()")


def key(page: Page, *keys: str) -> None:
    """Press keys, each when all that followed from the one before is there."""
    for one in keys:
        page.keyboard.press(one)
        settled(page)
        page.wait_for_function(_IN_STEP)


def checked(page: Page, words: str) -> None:
    """Hold how far the review has come."""
    expect(page.locator(STRIP)).to_contain_text(words)


def mark(page: Page, words: str) -> None:
    """Mark words of the text with the keys alone: the first of them, then on to the last."""
    page.locator(".scroll").focus()
    for way in ["ArrowRight"] * 150 + ["ArrowLeft"] * 300:
        page.keyboard.press(way)
        if from_mark(page).startswith(words):
            break
    for _word in words.split()[1:]:
        page.keyboard.press("Shift+ArrowRight")
    assert marked(page) == words


def marked(page: Page) -> str:
    """Return the marked words."""
    return str(page.evaluate(f"() => String(({ROOT}).getSelection())"))


def from_mark(page: Page) -> str:
    """Return the text from the mark's beginning to its paragraph's end."""
    told = page.evaluate(
        f"""() => {{
            const range = ({ROOT}).getSelection().getRangeAt(0);
            const rest = document.createRange();
            rest.setStart(range.startContainer, range.startOffset);
            rest.setEndAfter(range.startContainer.parentElement.closest("p").lastChild);
            return String(rest);
        }}"""
    )
    return str(told)


def on_the_map(page: Page, dashboard: Dashboard, report: str) -> list[dict[str, str]]:
    """Show one report on the map and return the rows of a snapshot's CSV."""
    spec = FilterSpec(reports=(report,)).to_json()
    opened(page, dashboard, f"?{urlencode({'f': spec})}")
    press(page, re.compile("^Snapshot"))
    press(page, "Make the snapshot")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Save the zip")).click()
    with zipfile.ZipFile(download.value.path()) as archive:
        table = archive.read("incidents.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(table)))


def killed(rows: list[dict[str, str]]) -> int:
    """Add the dead of an export up."""
    return sum(int(row["killed_low"] or 0) for row in rows)


def test_a_report_is_put_right_by_keyboard_alone(page: Page, dashboard: Dashboard) -> None:
    """A double rejected, a toll changed, a missed one added, the rest accepted: all agree.

    Undoing everything brings the reading back, and doing again brings the analyst's word back.
    """
    report = pasted(page, dashboard)
    checked(page, "0 of 4 checked")
    key(page, "ArrowDown", "ArrowDown", "ArrowDown")
    expect(page.locator(CARD)).to_contain_text("6 March 2024")
    key(page, "x")
    checked(page, "1 of 4 checked")
    key(page, "ArrowUp", "ArrowUp", "ArrowUp")
    expect(page.locator(CARD)).to_contain_text("14 killed")
    mark(page, "16")
    key(page, "1")
    expect(page.locator(CARD)).to_contain_text("16 killed")
    mark(page, "neighbours spoke of four people whom nobody has seen since")
    key(page, "n")
    checked(page, "2 of 5 checked")
    expect(page.get_by_role("combobox", name=re.compile("What was done"))).to_be_visible()
    leave_field(page)
    key(page, "e", "ArrowUp", "a", "a", "a")
    checked(page, "5 of 5 checked")
    expect(page.locator(SIDE)).to_contain_text("Everything here is checked")

    rows = on_the_map(page, dashboard, report)
    expect(page.locator(STRIP)).to_contain_text("4 incidents")
    expect(page.locator(STRIP)).to_contain_text("19 killed")
    assert (len(rows), killed(rows)) == (4, 19)

    reviewing(page, dashboard)
    for _step in range(6):
        key(page, "u")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    rows = on_the_map(page, dashboard, report)
    assert (len(rows), killed(rows)) == (4, 17)
    reviewing(page, dashboard)
    for _step in range(6):
        key(page, "Shift+U")
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()
    rows = on_the_map(page, dashboard, report)
    assert (len(rows), killed(rows)) == (4, 19)


def test_no_key_decides_while_somebody_types(page: Page, dashboard: Dashboard) -> None:
    """In a field an "a" is a letter; Escape leaves the field, and the next one accepts."""
    reviewing(page, dashboard)
    checked(page, "0 of 5 checked")
    key(page, "/")
    page.keyboard.type("strike ax")
    key(page, "Enter")
    checked(page, "0 of 5 checked")
    expect(page.locator(SIDE)).to_contain_text("No incident of these has all the words")
    press(page, "Clear the search")
    key(page, "/", "Escape", "a")
    checked(page, "1 of 5 checked")


def test_all_that_is_shown_is_decided_at_once(page: Page, dashboard: Dashboard) -> None:
    """How many is said before, and one undo takes all back."""
    reviewing(page, dashboard)
    press(page, "All 5 shown")
    expect(page.get_by_text("5 incidents of 1 report")).to_be_visible()
    press(page, "Reject these 5")
    checked(page, "5 of 5 checked")
    leave_field(page)
    key(page, "u")
    checked(page, "0 of 5 checked")


def test_fields_are_changed_in_place(page: Page, dashboard: Dashboard) -> None:
    """E goes to the first field; a number that is typed is kept, and the incident waits on."""
    reviewing(page, dashboard)
    key(page, "e")
    expect(page.locator(".st-key-review_fields input:focus")).to_have_count(1)
    field = page.get_by_role("spinbutton", name="injured best")
    field.fill("7")
    field.press("Tab")
    settled(page)
    expect(page.get_by_role("spinbutton", name="injured at least")).to_have_value("7")
    leave_field(page)
    key(page, "e")
    expect(page.locator(CARD)).to_contain_text("7 injured")
    checked(page, "0 of 5 checked")


def test_marks_are_told_in_code_points(page: Page, start: Start) -> None:
    """A sign that a script counts twice counts once; the mouse need not hit a word's ends."""
    report = read_report(ASTRAL.encode(), title="Astral", published="2024-03-15", language="en")
    house = start((report, default_pipeline().read(report)))
    only(reviewing(page, house), "Astral")
    box = page.evaluate(
        f"""() => {{
            const walk = document.createTreeWalker({ROOT}, NodeFilter.SHOW_TEXT);
            while (!walk.nextNode().data.includes("Eleven"));
            const range = document.createRange();
            const at = walk.currentNode.data.indexOf("Eleven");
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 6);
            return range.getBoundingClientRect().toJSON();
        }}"""
    )
    middle = box["top"] + box["height"] / 2
    page.mouse.move(box["left"] + 12, middle)
    page.mouse.down()
    page.mouse.move(box["right"] - 12, middle, steps=5)
    page.mouse.up()
    assert marked(page) == "Eleven"
    page.locator(".bar").get_by_role("button", name="women killed").click()
    settled(page)
    expect(page.locator(CARD)).to_contain_text("11 women among the killed")
    store = Store(f"sqlite:///{house.database}")
    made = [one.action for one in store.decisions() if isinstance(one.action, SetCount)]
    store.close()
    assert [one.words.exact for one in made if one.words] == ["Eleven"]


def test_a_digit_of_a_french_keyboard_gives_words(page: Page, start: Start) -> None:
    """With Shift, and by its key without; a letter with Shift gives none."""
    report = read_report(ASTRAL.encode(), title="Astral", published="2024-03-15", language="en")
    house = start((report, default_pipeline().read(report)))
    only(reviewing(page, house), "Astral")
    mark(page, "14")
    typed(page, key="P", shiftKey=True)
    assert marked(page) == "14"
    typed(page, key="2", shiftKey=True)
    expect(page.locator(CARD)).to_contain_text("14 injured")
    mark(page, "14")
    typed(page, key='"', code="Digit3")
    expect(page.locator(CARD)).to_contain_text("14 detained")


def typed(page: Page, **told: object) -> None:
    """Press a key in the text, as another keyboard than this one tells of it."""
    page.evaluate(
        f"""(told) => ({ROOT}).querySelector(".scroll").dispatchEvent(
            new KeyboardEvent("keydown", {{...told, bubbles: true, composed: true}}))""",
        told,
    )
    settled(page)


def test_an_empty_desk_says_what_to_do(page: Page, dashboard: Dashboard) -> None:
    """Without a report there is a way to add one."""
    store = Store(f"sqlite:///{dashboard.database}")
    for report in store.reports():
        store.remove(report.id)
    store.close()
    page.goto(f"{dashboard.url}/review")
    expect(page.locator(".cm-say", has_text="No report here yet")).to_be_visible()
