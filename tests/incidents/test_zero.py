"""Nobody hurt: what a text says in words is zero, of the incident of which it says so."""

import pytest

from incidents.finders.counts.zero import Zero, zeros
from incidents.records import CountKey, Incident, Span
from incidents.rules import languages
from incidents.scanning import tokens
from tests.incidents.reading import read


def figure(incident: Incident, key: CountKey = "killed") -> tuple[int, int | None] | None:
    """Return low and high of a toll."""
    count = incident.casualties.get(key)
    return (count.low, count.high) if count else None


@pytest.mark.parametrize(
    "zero",
    [zero for language in languages() for zero in zeros(language)],
    ids=lambda zero: zero.id,
)
def test_zero_keeps_its_own_examples(zero: Zero) -> None:
    """A rule of zeros fires on its `match` texts, through its cue, and on no `no_match` text."""

    def has_cue(text: str) -> bool:
        return any(word[:4] in zero.cue for word, _ in tokens(text, Span(0, len(text))))

    assert [text for text in zero.match if not (zero.pattern.search(text) and has_cue(text))] == []
    assert [text for text in zero.no_match if zero.pattern.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a police post in Kano on 9 April. No casualties were reported.",
        "A bomb exploded outside a bank in Kano on 9 April, causing only material damage.",
        "A rocket hit a barn in Kano on 9 April. Luckily, nobody was hurt.",
        "Shells fell on Kano on 9 April; no one was killed or injured.",
        "Rebels shelled a camp at Kano on 9 April without inflicting any casualties.",
        "Des assaillants ont attaqué un poste à Djibo le 9 avril, sans faire de victimes.",
        "Une bombe a explosé à Djibo le 9 avril. Aucune victime n'est à déplorer.",
        "Une roquette a touché Djibo le 9 avril, ne causant que des dégâts matériels.",
        "Une grenade a explosé à Djibo le 9 avril. Il n'y a eu ni mort ni blessé.",
    ],
)
def test_nobody_hurt_is_zero(text: str) -> None:
    """Words that nobody was hurt give zero killed and zero injured, with bounds."""
    [incident] = read(text, "fr" if "avril" in text else "en")
    assert figure(incident) == (0, 0)
    assert figure(incident, "injured") == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a police post in Kano on 9 April. No civilian casualties were reported.",
        "Gunmen attacked a post in Kano on 9 April. There was no word on casualties.",
        "Gunmen attacked a post in Kano on 9 April. It is unclear whether anyone was hurt.",
        "Gunmen attacked a post in Kano on 9 April. There were no immediate reports of casualties.",
        "Gunmen attacked a post in Kano on 9 April. No group has claimed it.",
        "Des assaillants ont attaqué un poste à Djibo le 9 avril. Aucune victime civile.",
    ],
)
def test_what_is_unknown_is_no_zero(text: str) -> None:
    """What is said of some, or not known, is no zero."""
    [incident] = read(text, "fr" if "avril" in text else "en")
    assert figure(incident) is None


def test_number_is_stronger_than_nobody() -> None:
    """Where some were killed, "no casualties" was said of others or before it was known."""
    text = "Gunmen killed four traders in Kano on 9 April. There were no casualties, police said."
    [incident] = read(text)
    assert figure(incident) == (4, 4)
    assert figure(incident, "injured") is None


def test_nobody_killed_stands_beside_the_injured() -> None:
    """What is said of the killed alone goes with a number of injured."""
    [incident] = read("A bomb wounded three guards in Kano on 9 April but killed no one.")
    assert figure(incident) == (0, 0)
    assert figure(incident, "injured") == (3, 3)


def test_zero_is_of_the_incident_told_last() -> None:
    """The zero of a second incident does not touch the first one's dead."""
    first, second = read(
        "Gunmen killed four traders in Kano on 9 April. On 10 April a rocket hit a school in"
        " Kidal. No casualties were reported."
    )
    assert (figure(first), figure(second)) == ((4, 4), (0, 0))
