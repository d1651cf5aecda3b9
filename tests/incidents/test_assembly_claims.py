"""Two sources, one incident: both versions are kept, and an updated toll is no rival."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

RIVALS = [
    (
        "en",
        (
            "The army said on Sunday that 15 rebels were killed near Dola. Residents said the"
            " dead were nine farmers."
        ),
        {"army": 15, "Residents": 9},
    ),
    (
        "en",
        (
            "Soldiers raided the village of Dola on Sunday. The defence ministry put the "
            "death toll at six. Human rights monitors, however, said at least 14 villagers "
            "had been killed."
        ),
        {"defence ministry": 6, "Human rights monitors": 14},
    ),
    (
        "en",
        (
            "According to the Taliban, its men killed 19 soldiers in Dola on Friday, while "
            "Islamabad said only two of its men had died."
        ),
        {"Taliban": 19, "Islamabad": 2},
    ),
    (
        "en",
        (
            "Jets bombed a market in Dola on Sunday, killing 20 people, the Kobi Lawyers "
            "Association said. An army spokesman said the victims were fighters."
        ),
        {"Kobi Lawyers Association": 20, "army spokesman": None},
    ),
    (
        "fr",
        (
            "L'armée affirme avoir neutralisé 30 terroristes samedi près de Dola. Des "
            "habitants parlent de 12 civils tués."
        ),
        {"armée": 30, "habitants": 12},
    ),
    (
        "fr",
        (
            "Selon l'armée, sept assaillants ont été abattus vendredi à Dola, tandis que des "
            "sources locales évoquent quatre éleveurs tués."
        ),
        {"armée": 7, "sources locales": 4},
    ),
    (
        "fr",
        (
            "Des miliciens ont attaqué le village de Dola dimanche, faisant 21 morts d'après "
            "la société civile. Le porte-parole de l'armée conteste ce bilan et parle de huit"
            " morts."
        ),
        {"société civile": 21, "porte-parole de l'armée": 8},
    ),
]

UPDATES = [
    (
        "en",
        (
            "A car bomb exploded in Dola on Friday, killing 12 people, police said. The death"
            " toll later rose to 17, a hospital doctor said."
        ),
        17,
    ),
    (
        "en",
        (
            "A bomber struck a mosque in Dola on Friday, killing eight, local police said. By"
            " Sunday the toll had climbed to 14, according to the health department."
        ),
        14,
    ),
    (
        "en",
        "Shells hit a school in Dola on 3 June, killing five. The toll has since risen to nine.",
        9,
    ),
    (
        "fr",
        (
            "Une bombe a tué neuf personnes lundi à Dola, selon la police. Le bilan est passé"
            " à 12 morts, a indiqué l'hôpital."
        ),
        12,
    ),
]


def read(text: str, language: str) -> list[Incident]:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return list(extract(report, NoNames()).incidents)


def killed(incident: Incident) -> int | None:
    count = incident.casualties.get("killed")
    return count.best if count else None


@pytest.mark.parametrize(("language", "text", "versions"), RIVALS)
def test_another_source_makes_a_claim_and_no_incident(
    language: str, text: str, versions: dict[str, int | None]
) -> None:
    """Where another source answers at once, one incident keeps both versions."""
    found = read(text, language)
    assert len(found) == 1
    told = {
        claim.source: claim.casualties["killed"].low if claim.casualties else None
        for claim in found[0].claims
    }
    assert told == versions


@pytest.mark.parametrize(("language", "text", "toll"), UPDATES)
def test_a_later_toll_replaces_and_competes_with_none(language: str, text: str, toll: int) -> None:
    """A toll that rose is news, and no other source's version."""
    found = read(text, language)
    assert [killed(one) for one in found] == [toll]
    assert not any(one.claims for one in found)


def test_another_place_is_another_incident_whoever_tells_it() -> None:
    """A source that tells of another village answers nobody."""
    text = (
        "The army said 15 rebels were killed near Dola on Sunday. Residents said nine farmers "
        "were killed in Kobi on Saturday."
    )
    assert [killed(one) for one in read(text, "en")] == [15, 9]
