"""Numbers in everyday sentences: persons by name and age, lists, and words of two senses."""

import pytest

from incidents.finders.counts.senses import Sense, is_meant, senses
from incidents.records import CountKey, Span
from incidents.rules import languages
from tests.incidents.reading import killed, read


@pytest.mark.parametrize("sense", [one for tongue in languages() for one in senses(tongue)])
def test_sense_keeps_its_own_examples(sense: Sense) -> None:
    """A noun has its other sense in each `match` text and in no `no_match` text."""
    meant = [is_meant(sense, text, Span(0, len(text))) for text in sense.match]
    not_meant = [is_meant(sense, text, Span(0, len(text))) for text in sense.no_match]
    assert all(meant)
    assert not any(not_meant)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Pupils aged 7, 9 and 13 were killed by a shell in Kobi on 9 May.", 3),
        ("Gunmen killed Yusuf Bala (b. 1975) and Sani Umar (b. 1988) in Kobi on 9 May.", 2),
        ("Lt. P. M. Obi and Pte. M. Eze were killed by rebels in Kobi on 9 May.", 2),
        ("A 71-year-old was killed by shelling in Kobi on 9 May.", 1),
        ("Bandits killed three guards, two farmers and a nurse in Kobi on 9 May.", 6),
    ],
)
def test_persons_are_counted_once(text: str, dead: int) -> None:
    """Ages, names with years, initials, sorts of people: each person counts one."""
    [incident] = read(text)
    assert killed(incident) == dead


def test_one_named_man_does_not_narrow_a_range() -> None:
    """A range stands where a later sentence counts one of them."""
    [incident] = read(
        "Between 40 and 48 people were killed in a raid on Kobi on 9 May."
        " Among the dead was a mayor."
    )
    assert incident.casualties["killed"].low == 40
    assert incident.casualties["killed"].high == 48


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("Des miliciens ont tué neuf mineurs artisanaux à Kobi le 9 mai.", False),
        ("Quatre mineurs ont été tués dans une mine d'or à Kobi le 9 mai.", False),
        ("Trois mineurs ont été tués par une mine à Kobi le 9 mai.", True),
        ("Deux mineurs de 12 et 15 ans ont été tués près de la mine à Kobi le 9 mai.", True),
    ],
)
def test_miners_are_no_minors(text: str, *, children: bool) -> None:
    """French has one word for miners and minors: what stands beside decides."""
    [incident] = read(text, "fr")
    assert ("killed_children" in incident.casualties) is children


@pytest.mark.parametrize(
    "text",
    [
        "A raid in Kobi on 6 June killed three. The toll rose to five. On Saturday seven had died.",
        "A blast in Kobi on 5 June killed four. The toll rose to six. Officials said 7 had died.",
    ],
)
def test_a_running_toll_goes_on_rising(text: str) -> None:
    """Where a toll has risen, a later and higher one of the dead is the newest."""
    [incident] = read(text)
    assert killed(incident) == 7


def test_a_rival_figure_does_not_replace_a_toll_that_stands() -> None:
    """Another source's higher figure is its claim where no toll has risen."""
    [incident] = read(
        "A raid in Kobi on 9 May killed three, police said. Residents said five had died."
    )
    assert killed(incident) == 3


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "More than 50 people were killed in Kobi on 9 May. At least 56 civilians died.",
            56,
        ),
        (
            "At least 56 people were killed in Kobi on 9 May. More than 50 civilians died.",
            56,
        ),
        (
            "More than 50 people were killed in Kobi on 9 May. At least 300 civilians died.",
            50,
        ),
    ],
)
def test_a_higher_floor_says_more_exactly(text: str, dead: int) -> None:
    """Floors: "at least 56" are more than 50; six times as many are somebody's claim."""
    [incident] = read(text)
    assert killed(incident) == dead


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Several dozen soldiers died in Kobi on 9 May. A doctor spoke of at least 61 dead.",
            61,
        ),
        (
            "Several dozen soldiers died in Kobi on 9 May. The rebels spoke of 400 dead.",
            24,
        ),
    ],
)
def test_a_rivals_count_of_dozens(text: str, dead: int) -> None:
    """A number that dozens may be says how many; a boast says it not."""
    [incident] = read(text)
    assert incident.casualties["killed"].low == dead


@pytest.mark.parametrize(
    ("text", "language", "key", "number"),
    [
        ("Amina Bala, 34, and Hawa Umar, 29, were killed in Kobi on 9 May.", "en", "killed", 2),
        ("Thieves entered Musa Bala's house in Kobi. They killed him and fled.", "en", "killed", 1),
        ("Gunmen hit a house in Kobi on 9 May, killing him and his wife.", "en", "killed", 2),
        ("Armed men abducted Dr. A. Bala and Mr. J. Umar in Kobi.", "en", "abducted", 2),
        ("Soldiers arrested Musa Bala and John Umar in Kobi on 9 May.", "en", "detained", 2),
        ("Mme Bala et M. Umar ont été enlevés à Kobi le 9 mai.", "fr", "abducted", 2),
        ("Gunmen seized four loggers near Kobi on 9 May and killed them.", "en", "killed", 4),
        ("Ils ont enlevé six marchands à Kobi le 9 mai et les ont tués.", "fr", "killed", 6),
    ],
)
def test_named_persons_and_pronouns_count(
    text: str, language: str, key: CountKey, number: int
) -> None:
    """Each who is named counts one, "him" one, and "them" as many as were told of."""
    [incident] = read(text, language)
    assert incident.casualties[key].low == number


def test_who_was_freed_is_not_dead() -> None:
    """A pronoun behind another verb says nothing of a death."""
    [incident] = read("Gunmen seized four loggers near Kobi on 9 May and released them.")
    assert "killed" not in incident.casualties
