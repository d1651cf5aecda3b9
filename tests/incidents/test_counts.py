"""Counts: bounds by the field's conventions, what is counted, and what is no count at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.claims import CountMention
from incidents.finders.counts import find_counts
from incidents.finders.counts.find import Context, contexts
from incidents.finders.counts.nouns import CLASSES
from incidents.records import COUNT_KEYS
from incidents.rules import languages, load_data, load_patterns, load_rules, load_vocabulary
from incidents.text import read_document


def found(text: str, language: str = "en") -> list[CountMention]:
    return find_counts(read_document(text, language))


def bounds(text: str, language: str = "en") -> list[tuple[int, int | None, int | None]]:
    return [(one.low, one.best, one.high) for one in found(text, language)]


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("25 individuals fled", 25, 25, 25),
        ("Twenty-five individuals fled", 25, 25, 25),
        ("one hundred and five people fled", 105, 105, 105),
        ("1,200 people fled", 1200, 1200, 1200),
        ("at least 13 civilians fled", 13, 13, None),
        ("no fewer than thirteen civilians fled", 13, 13, None),
        ("more than 30 civilians fled", 30, 30, None),
        ("up to 30 fighters fled", 1, None, 30),
        ("nearly 50 civilians fled", 45, 50, 50),
        ("fewer than 10 civilians fled", 1, None, 9),
        ("between 10 and 15 people fled", 10, None, 15),
        ("10 to 15 people fled", 10, None, 15),
        ("10–15 people fled", 10, None, 15),
        ("ten or twelve soldiers fled", 10, None, 12),
        ("several attendees fled", 3, None, None),
        ("dozens of villagers fled", 12, None, None),
        ("hundreds of villagers fled", 100, None, None),
        ("tens of thousands of people fled", 20000, None, None),
        ("a dozen soldiers fled", 12, 12, 12),
        ("two dozen soldiers fled", 24, 24, 24),
        ("three hundred soldiers fled", 300, 300, 300),
        ("an elderly woman fled", 1, 1, 1),
        ("One soldier fled", 1, 1, 1),
    ],
)
def test_english_bounds(text: str, low: int, best: int | None, high: int | None) -> None:
    assert bounds(text) == [(low, best, high)]


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("25 individus ont fui", 25, 25, 25),
        ("vingt-cinq personnes ont fui", 25, 25, 25),
        ("1 200 personnes ont fui", 1200, 1200, 1200),
        ("au moins treize civils ont fui", 13, 13, None),
        ("plus de 30 civils ont fui", 30, 30, None),
        ("jusqu'à 30 combattants ont fui", 1, None, 30),
        ("près de 50 civils ont fui", 45, 50, 50),
        ("entre 10 et 15 personnes ont fui", 10, None, 15),
        ("de 10 à 15 personnes ont fui", 10, None, 15),
        ("plusieurs habitants ont fui", 3, None, None),
        ("des dizaines de civils ont fui", 12, None, None),
        ("plusieurs centaines d'habitants ont fui", 200, None, None),
        ("une vingtaine d'hommes ont fui", 20, 20, None),
        ("une douzaine de soldats ont fui", 12, 12, 12),
        ("une femme âgée a fui", 1, 1, 1),
    ],
)
def test_french_bounds(text: str, low: int, best: int | None, high: int | None) -> None:
    assert bounds(text, "fr") == [(low, best, high)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A 12-year boycott ended, 30 km from Gao.", "en"),
        ("On 12 March 2024 at 5 p.m., 5:30 a.m. or 12/03/2024.", "en"),
        ("It cost $12 million, 12% of the 2023 budget, 40 percent.", "en"),
        ("The 12th brigade, route 66, section 4.2, 3.5 times.", "en"),
        ("Boys aged 5 and 7 fled, after 10 years of war.", "en"),
        ("No one knew. Someone came. In 2021 it ended.", "en"),
        ("A resident said so. A woman from the town told reporters.", "en"),
        ("Un conflit de 12 ans, à 30 km de Gao, à 17 h 30.", "fr"),
        ("Le 12 mars 2024, 12 % du budget, 40 francs, l'article 5.", "fr"),
        ("Un habitant a dit cela. Des garçons âgés de 5 et 7 ans.", "fr"),
    ],
)
def test_what_is_no_count(text: str, language: str) -> None:
    """Ages, dates, times, distances, money, shares and those who speak count nobody."""
    assert [one for one in found(text, language) if one.people != "thing"] == []


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "21 people, including three women and five children, fled",
            "en",
            [("person", 21, False), ("woman", 3, True), ("child", 5, True)],
        ),
        ("25 people, including children, fled", "en", [("person", 25, False), ("child", 2, True)]),
        (
            "25 people, seven of them children, fled",
            "en",
            [("person", 25, False), ("child", 7, True)],
        ),
        ("Seven of them were children.", "en", [("child", 7, True)]),
        (
            "21 personnes, dont trois femmes et cinq enfants, ont fui",
            "fr",
            [("person", 21, False), ("woman", 3, True), ("child", 5, True)],
        ),
        (
            "25 personnes, dont des enfants, ont fui",
            "fr",
            [("person", 25, False), ("child", 2, True)],
        ),
        ("Three women and five children fled", "en", [("woman", 3, False), ("child", 5, False)]),
    ],
)
def test_breakdowns(text: str, language: str, parts: list[tuple[str, int, bool]]) -> None:
    """What is included in the count before it is told apart from what stands beside it."""
    assert [(one.people, one.low, one.including) for one in found(text, language)] == parts


@pytest.mark.parametrize(
    ("text", "language", "key", "replaces"),
    [
        ("The attack brought the death toll to 34.", "en", "killed", True),
        ("The death toll has risen to at least 34.", "en", "killed", True),
        ("The number of wounded rose to 40.", "en", "injured", True),
        ("13 dead were found.", "en", "killed", False),
        ("25 wounded were treated.", "en", "injured", False),
        ("13 people killed and more to come.", "en", "killed", False),
        ("22 bodies were found.", "en", "killed", False),
        ("It led to the death of seven children.", "en", "killed", False),
        ("Three hostages were freed.", "en", "abducted", False),
        ("It led to the arrest of 12 men.", "en", "detained", False),
        ("Two of the wounded later died.", "en", None, False),
        ("13 people were attacked.", "en", None, False),
        ("Le bilan s'élève désormais à 34.", "fr", "killed", True),
        ("L'attaque a fait 13 morts.", "fr", "killed", False),
        ("On compte une vingtaine de blessés.", "fr", "injured", False),
        ("La mort de sept enfants.", "fr", "killed", False),
    ],
)
def test_what_the_words_settle(
    text: str,
    language: str,
    key: str | None,
    replaces: bool,  # noqa: FBT001 - an expected value
) -> None:
    mentions = found(text, language)
    assert [(one.key, one.replaces) for one in mentions] == [(key, replaces)]


@pytest.mark.parametrize(
    ("text", "people", "civilian"),
    [
        ("13 civilians", "person", True),
        ("13 people", "person", None),
        ("13 unarmed Fulani herders", "person", True),
        ("13 soldiers", "combatant", False),
        ("four police officers", "combatant", False),
        ("200 homes", "thing", None),
        ("two drone strikes", "thing", None),
        ("One of the strikes", "thing", None),
        ("13 wounded civilians", "person", True),
    ],
)
def test_what_is_counted(text: str, people: str, civilian: bool | None) -> None:  # noqa: FBT001 - as above
    assert [(one.people, one.civilian) for one in found(f"{text} fell.")] == [(people, civilian)]


def test_totals_are_told() -> None:
    assert [one.total for one in found("A total of 34 people fled. 12 people fled.")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("language", languages())
def test_data_speaks_of_known_classes_and_conventions(language: str) -> None:
    """Every class, bound, vague word and key of the language data means something."""
    table, words = load_rules(language, "counts"), load_vocabulary(language, "counts")
    conventions = load_data("conventions/vague_counts.toml")
    assert {*table["nouns"], *table["singular"]} <= set(CLASSES)
    assert set(words["bound"].values()) <= set(conventions["bounds"])
    assert set(words["vague"].values()) <= set(conventions["low"])
    assert set(words["exact"].values()) <= {*conventions["exact"], *conventions["round"]}
    assert {one.key for one in contexts(language) if one.key} <= set(COUNT_KEYS)


def all_contexts() -> list[Context]:
    return [context for language in languages() for context in contexts(language)]


@pytest.mark.parametrize("context", all_contexts(), ids=lambda context: context.id)
def test_context_keeps_its_own_examples(context: Context) -> None:
    """Each example is text around a number; the words about it fit, or do not."""

    def fits(text: str) -> bool:
        cuts = range(len(text) + 1)
        before = context.before is None or any(context.before.search(text[:cut]) for cut in cuts)
        after = context.after is None or any(context.after.search(text[cut:]) for cut in cuts)
        return before and after

    assert [text for text in context.match if not fits(text)] == []
    assert [text for text in context.no_match if fits(text)] == []


WORDS = sorted(
    {
        *(
            word
            for language in ("en", "fr")
            for words in load_vocabulary(language, "counts").values()
            for word in words
        ),
        *(
            text
            for language in ("en", "fr")
            for rule in load_patterns(language, "counts")
            for text in (*rule.match, *rule.no_match)
        ),
        *(
            "0",
            "00",
            "1",
            "999999999",
            "people",
            "children",
            "of them",
            ",",
            ".",
            "and",
            "of the",
            "de",
        ),
    }
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.sampled_from(["en", "fr"]))
def test_counts_hold_whatever_the_words(text: str, language: str) -> None:
    """Spans slice back and do not overlap, and bounds are in order."""
    document = read_document(text, language)
    last = 0
    for one in find_counts(document):
        assert last <= one.span.start < one.span.end
        last = one.span.end
        assert one.span.of(document.text) == one.text
        assert 1 <= one.low <= (one.best or one.low) <= (one.high or one.best or one.low)
