"""Lines in capitals and hashtags are read as the sentences that they stand for."""

import pytest

from incidents.text import read_document


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (
            "GUNMEN KILL SIX VILLAGERS IN KOBI ON 9 MARCH",
            "Gunmen kill six villagers in Kobi on 9 March",
        ),
        ("FIVE SOLDIERS KILLED NEAR DOLA, SAYS UN", "Five soldiers killed near Dola, says UN"),
        (
            "DES HOMMES ARMES ONT TUE SIX CIVILS A KOBI",
            "Des hommes armés ont tué six civils à Kobi",
        ),
        (
            "L'ARMÉE A TUÉ DIX CIVILS À DOLA LE 9 AVRIL",
            "L'armée a tué dix civils à Dola le 9 avril",
        ),
        (
            "TIREURS: DEUX SOLDATS BLESSES PRES DE DOLA",
            "Tireurs: Deux soldats blessés près de Dola",
        ),
    ],
)
def test_a_line_in_capitals_gets_small_letters(raw: str, read: str) -> None:
    """Names keep one capital, short forms all; French gets its accents back."""
    doc = read_document(raw)
    assert doc.text == read
    assert doc.raw == raw
    assert list(doc.offsets) == list(range(len(raw) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "In Kobi, JNIM killed six people.",
        "JNIM, ISGS, FAMA",
        "Moussa TRAORÉ was killed in Dola.",
        "KOBI REGION",
        "WEEKLY SITUATION REPORT OF KOBI\n\nGunmen killed six villagers in Dola on 9 March 2024.",
    ],
)
def test_a_text_with_some_capitals_is_left_as_it_is(text: str) -> None:
    """Short forms, family names and short headings are no shouted line."""
    assert read_document(text).text == text


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("Shelling in #ElKobi, six dead", "Shelling in El Kobi, six dead"),
        ("Six dead near #Kobi #CaboDola", "Six dead near Kobi (Cabo Dola)"),
        ("Six people were killed in Kobi #Dola", "Six people were killed in Kobi (Dola)"),
        ("An attack on #kobi by #JNIM", "An attack on Kobi by JNIM"),
        ("Six dead in Kobi. #KeepYourEyesOnKobi", "Six dead in Kobi."),
        ("Room #12 and http://x.org/a#Kobi", "Room #12 and http://x.org/a#Kobi"),
    ],
)
def test_a_hashtag_is_the_words_that_it_is_made_of(raw: str, read: str) -> None:
    """Behind a name or at the end it says where; in a sentence it is a word of it."""
    assert read_document(raw).text.strip() == read


def test_what_is_read_of_a_hashtag_slices_back() -> None:
    """Its letters have their own places, and the sign before them none."""
    raw = "Six dead near #ElKobi #CaboDola"
    doc = read_document(raw)
    for words, shown in (("El Kobi", "ElKobi"), ("Cabo Dola", "CaboDola"), ("near", "near")):
        start = doc.text.index(words)
        span = doc.to_raw(doc.sentences[0].__class__(start, start + len(words)))
        assert span.of(raw) == shown


def test_a_post_of_few_words_is_read_in_its_language() -> None:
    """The rules' own words tell where no small word does."""
    assert read_document("Attaque terroriste hier, 20 civils tués").language == "fr"
    assert read_document("ATTAQUE CONTRE DES CIVILS, SIX MORTS").language == "fr"
    assert read_document("SIX CIVILIANS KILLED, TWO WOUNDED").language == "en"
