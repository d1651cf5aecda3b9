"""Nearly the same reports are told from different reports in the same frame."""

import pytest

from incidents.likeness import Shelf

STORY = (
    "Gunmen on motorcycles attacked the market town of Dolabe in the early hours of Sunday, "
    "killing at least twelve people and wounding nine others, residents and a local official "
    "said. The assailants arrived from the north shortly after the first prayer and fired at "
    "traders who were setting up their stalls. Several shops were burned down and two trucks "
    "loaded with millet were taken away. Soldiers from the garrison in nearby Kemba reached the "
    "town three hours later, when the attackers had already left towards the river. No group "
    "has said that it was behind the raid, the third on the district since the beginning of the "
    "rainy season. The mayor asked the government to reopen the military post which was closed "
    "in spring after a mutiny over unpaid wages."
)
ABOUT = (
    "About this bulletin: the monitoring unit gathers reports of violence against civilians "
    "from a network of volunteers in all provinces of the country and checks each of them with "
    "at least two independent persons before it is published. Figures are lower bounds and may "
    "change as more is known. The unit takes no side in the conflict and receives no money from "
    "any of the parties to it. For questions write to the office in the capital, and for earlier "
    "bulletins see the archive. Reproduction is welcome as long as the source is named in full "
    "and nothing is added to or taken from the text of the bulletin."
)
OTHER = (
    "On Tuesday a roadside bomb struck a minibus between Arou and Tessit and killed four "
    "passengers, among them a midwife on her way to work. The driver lost both legs. The road "
    "had been reopened only last week after engineers cleared it."
)
ANOTHER = (
    "Militiamen held six fishermen for two days on the island of Sanga and let them go after "
    "their families had paid a ransom. One of them was beaten so badly that he had to be taken "
    "to hospital, a cousin told the unit by telephone."
)
FRENCH = (
    "Des hommes armés circulant à moto ont attaqué dimanche à l'aube le marché de Dolabé, tuant "
    "au moins douze personnes et en blessant neuf autres, selon des habitants. Les assaillants "
    "sont arrivés du nord peu après la première prière et ont tiré sur les commerçants. "
    "Plusieurs boutiques ont été incendiées et deux camions de mil emportés. L'armée est arrivée "
    "trois heures plus tard."
)


def like(new: str, *there: str) -> tuple[str, int] | None:
    """Return which of the texts a new one is like, by number, and the percent of its words."""
    shelf = Shelf((str(n), text) for n, text in enumerate(there))
    found = shelf.like("new", new)
    return (found.report_id, round(100 * found.share)) if found else None


@pytest.mark.parametrize(
    ("new", "least"),
    [
        ("The Daily Herald\nWorld news. By our own staff and agencies.\n\n" + STORY, 85),
        ("DOLABE, 3 March (Agency) - " + STORY + "\n(Writing by A. B.; editing by C. D.)", 85),
        (STORY.replace("twelve", "fifteen").replace("nine others", "eleven others"), 85),
        (STORY.replace("Gunmen", "Armed men").replace("said.", "said on Monday."), 90),
        (STORY[: len(STORY) // 2] + " The story will be updated as more is known.", 80),
        (STORY.upper(), 100),
        (STORY.replace(" ", "\n").replace(",", " ,"), 100),
        (STORY + " " + OTHER, 65),
    ],
)
def test_reprints_and_updates_are_nearly_the_same(new: str, least: int) -> None:
    """Another header, a new toll, half of it, other line ends, a paragraph more."""
    found = like(new, OTHER, STORY, FRENCH)
    assert found is not None
    assert found[0] == "1"
    assert found[1] >= least


def test_a_page_that_was_rewritten_in_part_is_an_update() -> None:
    """Figures and a sentence changed, a paragraph added; the old one is found in it."""
    new = STORY.replace("twelve people and wounding nine", "fifteen and wounding eleven")
    new = new.replace("No group has said that it was behind the raid", "A group has said so")
    new = f"{new} {ANOTHER}"
    assert like(new, STORY) is not None
    assert like(STORY, new) is not None


@pytest.mark.parametrize(
    ("new", "there"),
    [
        (f"{OTHER}\n\n{ABOUT}", f"{ANOTHER}\n\n{ABOUT}"),
        (f"{OTHER}\n\n{ABOUT}", f"{STORY}\n\n{ABOUT}"),
        (f"{OTHER} {STORY}", f"{ANOTHER} {ABOUT}"),
        (FRENCH, STORY),
        (OTHER, ""),
        ("", STORY),
        ("Gunmen killed four people in Arou on Tuesday.", "Gunmen killed six people in Kemba."),
        (
            "Airstrikes hit Arou on 3 March, killing four people and wounding two, the unit said. "
            "The planes came from the east. " + OTHER,
            "Airstrikes hit Kemba on 9 April, killing six people and wounding one, the unit said. "
            "The planes came from the east. " + ANOTHER,
        ),
    ],
)
def test_different_reports_in_one_frame_are_different(new: str, there: str) -> None:
    """The agency's words about itself make no duplicate; neither do a language or a template."""
    assert like(new, there) is None


def test_a_report_is_not_like_itself() -> None:
    """Its own id is passed over, and the nearest of several is named."""
    shelf = Shelf([("a", STORY), ("b", "Header. " + STORY), ("c", STORY + " " + OTHER)])
    found = shelf.like("a", STORY)
    assert found is not None
    assert (found.report_id, found.share) == ("b", 1)


def test_many_reports_of_one_agency_take_no_time_each() -> None:
    """None of two hundred bulletins with the same words about the unit is like another."""
    bulletins = [" ".join(f"word{n}x{m}" for m in range(60)) + " " + ABOUT for n in range(200)]
    shelf = Shelf((str(n), text) for n, text in enumerate(bulletins))
    assert [shelf.like(str(n), text) for n, text in enumerate(bulletins[:20])] == [None] * 20
