"""Sources: who speaks, how it is put, what it vouches for; and who is merely named."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.finders.sources import find_issuer, find_sources, publisher_of
from incidents.finders.sources.names import find_names
from incidents.mentions import SourceMention
from incidents.rules import languages, load_rules, load_vocabulary
from incidents.text import read_document


def found(text: str, language: str = "en") -> list[SourceMention]:
    return find_sources(read_document(text, language))


@pytest.mark.parametrize(
    ("text", "name", "kind", "status"),
    [
        ("Human Rights Watch documented a raid.", "Human Rights Watch", "ngo", "reported"),
        (
            "According to Ada Obi, a researcher at HRW, it is so.",
            "Human Rights Watch",
            "ngo",
            "reported",
        ),
        ("Three died, Amnesty International said.", "Amnesty International", "ngo", "reported"),
        ("Three died, said Airwars.", "Airwars", "ngo", "reported"),
        ("OCHA, the UN office, reported three dead.", "OCHA", "un", "reported"),
        ("The army denied the claims.", "army", "government", "denied"),
        (
            "A military spokesman, Brig. Gen. Ali Ba, said so.",
            "military spokesman",
            "government",
            "reported",
        ),
        (
            "The Ministry of Health confirmed three deaths.",
            "Ministry of Health",
            "government",
            "confirmed",
        ),
        ("Local residents accused the soldiers.", "Local residents", "witness", "alleged"),
        (
            "JNIM claimed responsibility.",
            "JNIM: Group for Support of Islam and Muslims",
            "armed group",
            "claimed",
        ),
        (
            "The Darfur Network for Human Rights said so.",
            "Darfur Network for Human Rights",
            "ngo",
            "reported",
        ),
        ("The Lagos Herald reported three dead.", "Lagos Herald", "media", "reported"),
        ("Security sources put it at three.", "Security sources", "other", "reported"),
        ("State television reported three dead.", "State television", "media", "reported"),
        ("The raid was confirmed by MINUSMA.", "MINUSMA", "un", "confirmed"),
    ],
)
def test_english_sources(text: str, name: str, kind: str, status: str) -> None:
    assert [(one.name, one.kind, one.status) for one in found(text)] == [(name, kind, status)]


@pytest.mark.parametrize(
    ("text", "name", "kind", "status"),
    [
        ("Human Rights Watch a documenté un raid.", "Human Rights Watch", "ngo", "reported"),
        (
            "Trois morts, selon des sources sécuritaires.",
            "sources sécuritaires",
            "other",
            "reported",
        ),
        (
            "« Ils ont tiré », a raconté un habitant de Djibo.",
            "habitant de Djibo",
            "witness",
            "reported",
        ),
        ("L'armée malienne a démenti.", "armée malienne", "government", "denied"),
        (
            "Le GSIM a revendiqué l'attaque.",
            "JNIM: Group for Support of Islam and Muslims",
            "armed group",
            "claimed",
        ),
        (
            "Le ministère de la Défense a confirmé.",
            "ministère de la Défense",
            "government",
            "confirmed",
        ),
        ("D'après l'ONU, il y a trois morts.", "United Nations", "un", "reported"),
        ("Les habitants accusent les soldats.", "habitants", "witness", "alleged"),
    ],
)
def test_french_sources(text: str, name: str, kind: str, status: str) -> None:
    assert [(one.name, one.kind, one.status) for one in found(text, "fr")] == [(name, kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked an MSF clinic and a UN convoy.",
        "The army killed three villagers.",
        "Residents were killed.",
        "It accused Wagner of killing.",
        "A UN convoy was attacked on Tuesday, he said.",
    ],
)
def test_who_is_named_and_does_not_speak(text: str) -> None:
    """A target, a victim, an accused is no source, and "he" without anybody before him is none."""
    assert found(text) == []


def test_two_sources_share_a_sentence() -> None:
    """Each vouches for its own clause: the claims compete."""
    text = "The army said it killed 15 terrorists, while residents said nine civilians died."
    one, two = found(text)
    assert one.scope.of(text) == "The army said it killed 15 terrorists"
    assert two.scope.of(text).strip() == "residents said nine civilians died."


def test_source_goes_on_in_its_paragraph_until_the_next() -> None:
    """Amnesty vouches for the sentence after its own, and not for the next paragraph."""
    text = (
        "HRW documented a raid. Amnesty International reported two strikes. One killed seven.\n"
        "A wedding was hit."
    )
    hrw, amnesty = found(text)
    assert hrw.scope.of(text).strip() == "HRW documented a raid."
    assert amnesty.scope.of(text).endswith("One killed seven.")


def test_words_that_refer_back_take_the_source_before() -> None:
    one, two = found("Amnesty International published it. The report said three died.")
    assert (two.name, two.kind) == (one.name, one.kind) == ("Amnesty International", "ngo")


def test_list_of_sources_speaks_together() -> None:
    names = [one.name for one in found("Witnesses and local officials said gunmen came.")]
    assert names == ["Witnesses", "local officials"]


def test_names_are_whole_words() -> None:
    found_names = find_names("The UNDERTAKER and HRWs met the AP.")
    assert [one.name.name for one in found_names] == ["Associated Press"]


@pytest.mark.parametrize("language", languages())
def test_gap_and_clause_keep_their_own_examples(language: str) -> None:
    table = load_rules(language, "sources")
    for rule in [*table["gap"], *table["clause"]]:
        pattern = re.compile(rule["pattern"], re.IGNORECASE)
        assert [text for text in rule["match"] if not pattern.search(text)] == [], rule["id"]
        assert [text for text in rule["no_match"] if pattern.search(text)] == [], rule["id"]


WORDS = sorted(
    {
        *(
            word
            for language in ("en", "fr")
            for words in load_vocabulary(language, "sources").values()
            for word in words
        ),
        *("the army", "residents", "HRW", "l'ONU", "un habitant", "he", "it", "the report", "il"),
        *(
            ",",
            ".",
            ";",
            "\n",
            "and",
            "while",
            "et",
            "tandis que",
            "Amnesty International",
            "police",
        ),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join), st.sampled_from(["en", "fr"]))
def test_sources_hold_whatever_the_words(text: str, language: str) -> None:
    """Spans slice back and every source has a name and vouches for something."""
    document = read_document(text, language)
    for one in find_sources(document):
        assert one.span.of(document.text) == one.text
        assert one.name
        assert 0 <= one.scope.start < one.scope.end <= len(document.text)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("According to Amnesty International, Boko Haram killed six.", "en", ["Amnesty"]),
        ("Boko Haram did not immediately claim the attack.", "en", []),
        ("Dix civils ont été tués, accusent des habitants.", "fr", ["habitants"]),
        ("Dix civils ont été tués, d'après le comité de résistance local.", "fr", ["comité"]),
        ("L'armée n'a pas encore confirmé ce bilan.", "fr", []),
        ("Gunmen killed six farmers, residents said.", "en", ["residents"]),
        ("Des hommes ont tué six bergers, a déclaré le préfet.", "fr", ["préfet"]),
        ("Six villageois ont été tués, ont affirmé des témoins.", "fr", ["témoins"]),
    ],
)
def test_who_speaks_and_who_does_not(text: str, language: str, names: list[str]) -> None:
    """Who acts behind a source's comma, and who has not spoken, is no source."""
    found = find_sources(read_document(text, language))
    assert [one.name.split()[0] for one in found] == names


def test_a_denial_of_something_else_denies_no_event() -> None:
    """One who denies targeting civilians does not deny the strike."""
    found = find_sources(read_document("The army denied targeting civilians.", "en"))
    assert [one.status for one in found] == ["reported"]


def test_a_claim_is_of_its_own_sentence() -> None:
    """The claimant remains the source of what follows, which is reported and no claim."""
    text = "The army claimed that six fighters died. Ten suspects were arrested."
    first, second = find_sources(read_document(text, "en"))
    assert (first.status, second.status) == ("claimed", "reported")
    assert first.name == second.name
    assert first.scope.end == second.scope.start


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Six died, said Grace Iringe, a police spokeswoman.", "en", ["police spokeswoman"]),
        ("Six died, residents and a lawmaker said.", "en", ["residents", "lawmaker"]),
        ("The state news agency SANA said six died.", "en", ["SANA"]),
        ("Six died according to local media; nobody else saw it.", "en", ["local media"]),
        ("Six died, the county commissioner said.", "en", ["county commissioner"]),
        ("Residents lynched two suspected thieves.", "en", []),
        ("Doctors admitted 18 people.", "en", ["Doctors"]),
        ("Six morts, a-t-on appris de source sécuritaire.", "fr", ["source sécuritaire"]),
        ("Six morts, confie un élu sous anonymat.", "fr", ["élu"]),
        ("Six morts, apprend-on de sources sécuritaires.", "fr", ["sources sécuritaires"]),
        ("Six morts, assure un conseiller municipal.", "fr", ["conseiller municipal"]),
        ("Six morts, à en croire plusieurs transporteurs.", "fr", ["transporteurs"]),
        (
            "Six morts, selon une source de sécurité libanaise.",
            "fr",
            ["source de sécurité libanaise"],
        ),
        ("Ils ont tué un orpailleur accusé de vol.", "fr", []),
    ],
)
def test_more_voices_of_the_press(text: str, language: str, names: list[str]) -> None:
    assert [one.name for one in found(text, language)] == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Six died in Dola, OCHA reported. Separately, rebels seized Kobi.", "en"),
        ("Six died in Dola, OCHA reported. In another incident, rebels seized Kobi.", "en"),
        ("Six morts à Dola, a indiqué l'OCHA. Par ailleurs, des rebelles ont pris Kobi.", "fr"),
    ],
)
def test_a_source_vouches_for_nothing_behind_a_turn(text: str, language: str) -> None:
    (source,) = found(text, language)
    assert "Kobi" not in text[source.scope.start : source.scope.end]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("GOMA (AFP) - Rebels killed four farmers.", "en", "Agence France-Presse"),
        ("GOMA, April 9 (Reuters) - Rebels killed four farmers.", "en", "Reuters"),
        ("OCHA Flash Update No. 3\n\nGunmen killed four farmers.", "en", "OCHA"),
        ("Amnesty International\n\nGunmen killed four farmers.", "en", "Amnesty International"),
        ("OCHA – Flash info n° 4\n\nDes hommes ont tué un berger.", "fr", "OCHA"),
        (
            "Communiqué de presse de la FIDH\n\nDes hommes ont tué un berger.",
            "fr",
            "International Federation for Human Rights",
        ),
        ("OCHA Flash Update, 12 April 2024. Gunmen killed four farmers.", "en", "OCHA"),
        ("OCHA said it. Gunmen killed four farmers.", "en", None),
        ("UN condemns the killing of four\n\nGunmen killed four farmers.", "en", None),
        ("Gunmen killed four farmers, Amnesty International said.", "en", None),
    ],
)
def test_the_head_of_a_report_says_who_issues_it(
    text: str, language: str, name: str | None
) -> None:
    """A dateline, a name alone or a release's heading; a title about somebody is none."""
    issuer = find_issuer(read_document(text, language))
    assert (issuer.name if issuer else None) == name


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [("Reuters", ("Reuters", "media")), ("The Valley Echo", ("The Valley Echo", "other"))],
)
def test_a_known_publisher_is_a_source(publisher: str, expected: tuple[str, str]) -> None:
    """By its canonical name where a list has it."""
    source = publisher_of(publisher)
    assert source is not None
    assert (source.name, source.kind) == expected


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Gunmen killed two traders in Beni, officials said.", "en", ["officials"]),
        ("Gunmen abducted six residents in Beni and police said they fled.", "en", ["police"]),
        ("Des hommes ont tué quatre habitants à Beni, a indiqué le maire.", "fr", ["maire"]),
        ("Residents said gunmen killed two traders.", "en", ["Residents"]),
        ("Ils ont blessé deux enseignants, rapportent des habitants.", "fr", ["habitants"]),
    ],
)
def test_those_to_whom_it_is_done_say_nothing(text: str, language: str, names: list[str]) -> None:
    """The object of a verb of harm is no speaker of the verb behind it."""
    assert [one.name for one in find_sources(read_document(text, language))] == names
