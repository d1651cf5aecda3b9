"""Two sources, one incident: both versions are kept, and an updated toll is no rival."""

import pytest

from tests.incidents.reading import killed, read

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

VOICES = [
    (
        "en",
        (
            "Jets bombed an island near Dola on Sunday. The army says that only terrorists "
            "died; fishermen speak of nine dead."
        ),
        "fishermen",
    ),
    (
        "en",
        (
            "Gunmen attacked a mine near Dola on Sunday, killing 11 people, police said. "
            "The mine's owners put the toll at seven."
        ),
        "mine's owners",
    ),
    (
        "en",
        (
            "An air strike in Dola on Sunday killed four reporters. The army said that they"
            " were fighters; their employer rejects it."
        ),
        "employer",
    ),
    (
        "en",
        (
            "Two protesters died in Dola on Sunday, medics said, while the Kobi committee "
            "maintains that five were shot."
        ),
        "Kobi committee",
    ),
    (
        "fr",
        (
            "Des hélicoptères ont bombardé Dola vendredi, tuant dix personnes, selon "
            "l'armée ; des pêcheurs parlent de 30 morts."
        ),
        "pêcheurs",
    ),
    (
        "fr",
        (
            "Des heurts à Dola ont fait quatre morts le 3 juin, d'après la police ; un "
            "notable évoque sept morts."
        ),
        "notable",
    ),
    (
        "fr",
        (
            "Une frappe a tué 12 élèves à Dola le 3 juin, selon la société civile. La junte"
            " conteste ces accusations."
        ),
        "junte",
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
        ("Shells hit a school in Dola on 3 June, killing five. The toll has since risen to nine."),
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


@pytest.mark.parametrize(("language", "text", "voice"), VOICES)
def test_whoever_answers_is_a_source(language: str, text: str, voice: str) -> None:
    """Those who answer are heard by their verb, though no list of sources has them."""
    found = read(text, language)
    assert len(found) == 1
    assert any(voice in claim.source for claim in found[0].claims)


ASIDES = [
    (
        "en",
        (
            "Jets bombed a wedding in Dola on Sunday, killing 27 people, an aid worker "
            "said. The army said it had struck a gathering of terrorists."
        ),
        {"aid worker", "army"},
    ),
    (
        "en",
        (
            "Shells killed nine people in Dola on Sunday, residents said. The mayor, for "
            "his part, spoke of four dead."
        ),
        {"residents", "mayor"},
    ),
    (
        "fr",
        (
            "Au moins 21 civils ont été tués dimanche à Dola, d'après la société civile. "
            "L'armée assure n'avoir visé que des terroristes."
        ),
        {"société civile", "armée"},
    ),
    (
        "fr",
        (
            "Neuf civils ont été tués dimanche à Dola, selon des habitants. La préfecture, "
            "de son côté, parle de six morts."
        ),
        {"habitants", "préfecture"},
    ),
]


ASIDES += [
    (
        "en",
        (
            "A drone hit a fair in Dola on Sunday. The army speaks of eight rebels "
            "neutralised, whereas the Kobi League (KL) maintains that nine civilians died."
        ),
        {"army", "Kobi League"},
    ),
    (
        "en",
        (
            "A rocket killed 44 people in Dola on Sunday, according to the police; Jaysh "
            "al-Islam, which held the town, said that it was not responsible."
        ),
        {"police", "Jaysh al-Islam"},
    ),
    (
        "fr",
        (
            "Des habitants de Dola accusent des soldats d'avoir exécuté onze bergers "
            "dimanche. Le gouvernement dénonce une campagne de désinformation."
        ),
        {"habitants de Dola", "gouvernement"},
    ),
]


@pytest.mark.parametrize(("language", "text", "sources"), ASIDES)
def test_a_source_answers_without_an_event_of_its_own(
    language: str, text: str, sources: set[str]
) -> None:
    """Whom it meant to hit, or a figure behind "for its part", answers what was told."""
    found = read(text, language)
    assert len(found) == 1
    assert {claim.source for claim in found[0].claims} == sources


NO_VOICES = [
    ("en", "The guards at Dola denied them passage on Sunday. Gunmen killed four men in Kobi."),
    (
        "en",
        ("A bomb killed four men in Dola on Sunday, and the army neither confirmed nor denied it."),
    ),
    ("fr", "Une bombe a tué quatre hommes à Dola dimanche ; on parle de trois blessés."),
]


@pytest.mark.parametrize(("language", "text"), NO_VOICES)
def test_who_does_not_answer_is_no_source(language: str, text: str) -> None:
    """Passage denied, a silence and "one speaks of" are nobody's version."""
    assert not any(one.claims for one in read(text, language))


def test_a_denial_beside_a_report_leaves_it_reported() -> None:
    """What one side denies and the other tells is told; the claims keep both."""
    text = "Jets killed 12 pupils in Dola on Sunday, rights groups said. The junta denied it."
    (one,) = read(text, "en")
    assert one.status == "reported"
    assert {claim.status for claim in one.claims} == {"reported", "denied"}
