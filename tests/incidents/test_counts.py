"""Counts: bounds by the field's conventions, what is counted, and what is no count at all."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.finders.counts import find_counts
from incidents.finders.counts.contexts import Context, contexts
from incidents.finders.counts.nouns import CLASSES
from incidents.finders.dates import find_dates
from incidents.mentions import CountMention
from incidents.records import COUNT_KEYS, Span
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
        ("Three hostages are in their hands.", "en", "abducted", False),
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
        words = list(re.finditer(r"[\w-]+", text))
        ends = [(one.start(), one.end()) for one in words] if context.before else []
        ends = ends if context.after else [(cut, cut) for cut in range(len(text) + 1)]
        ends = ends or [(cut, cut) for cut in range(len(text) + 1)]
        return any(
            (context.before is None or context.before.search(text[:start]))
            and (context.after is None or context.after.match(text[end:]))
            for start, end in ends
        )

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
        assert one.span.of(document.text) == one.text
        if not one.low:
            continue  # nobody killed and nobody injured are told by the same words
        assert last <= one.span.start < one.span.end
        last = one.span.end
        assert 1 <= one.low <= (one.best or one.low) <= (one.high or one.best or one.low)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The driver died in the ambush.", "en", [(1, None)]),
        ("The governor said nothing.", "en", []),
        ("Raiders killed the mayor of the town.", "en", [(1, "killed")]),
        ("Journalist Ada Lim was shot dead.", "en", [(1, None)]),
        ("Troops killed a bandit leader.", "en", [(1, "killed")]),
        ("The rebel group was beaten.", "en", []),
        ("Le chauffeur est mort.", "fr", [(1, None)]),
        ("Le préfet a condamné cet acte.", "fr", []),
        ("Le préfet et son chauffeur ont été enlevés.", "fr", [(1, None), (1, None)]),
        ("Un couple a été tué.", "fr", [(2, "killed")]),
        ("A couple and their baby fled.", "en", [(2, None), (1, None)]),
    ],
)
def test_single_persons(text: str, language: str, told: list[tuple[int, str | None]]) -> None:
    """A definite person counts where the words beside it say what befell them."""
    assert [(one.low, one.key) for one in found(text, language)] == told


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The toll has risen from 12 to 19.", "en", [(19, True)]),
        ("The raid killed 19 people, up from 12.", "en", [(19, False)]),
        ("Shells fell, bringing to 34 the number of people killed.", "en", [(34, True)]),
        ("Shells fell, bringing the toll to 70 this year.", "en", []),
        ("Le bilan est passé de 12 à 19 morts.", "fr", [(19, True)]),
        ("Cela porte à 34 le nombre de morts.", "fr", [(34, True)]),
        ("Cela porte à 70 le nombre de morts depuis janvier.", "fr", []),
        ("Le raid a fait 19 morts, contre 12 annoncés.", "fr", [(19, False)]),
    ],
)
def test_revised_tolls(text: str, language: str, told: list[tuple[int, bool]]) -> None:
    """The last figure holds; an earlier one and one for a longer time count nobody."""
    assert [(one.low, one.replaces) for one in found(text, language)] == told


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("Deux soldats maliens et un enseignant ont été tués.", "fr", "Deux soldats maliens"),
        ("Trois soldats tués et dix assaillants neutralisés.", "fr", "Trois soldats tués"),
        ("Two guards of the mine and a teacher were killed.", "en", "Two guards of the mine"),
        ("Two men fled and a teacher was killed.", "en", "Two men"),
    ],
)
def test_first_of_two_takes_in_what_is_its_own(text: str, language: str, first: str) -> None:
    """Numbers told in one breath touch, so that they can be added up."""
    assert found(text, language)[0].text == first


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A man, 55, was killed.", "en"),
        ("They came, killing one family.", "en"),
        ("Ils sont venus, tuant une famille.", "fr"),
        ("They launched 28 drones, of which 26 were shot down.", "en"),
    ],
)
def test_numbers_that_are_nobody(text: str, language: str) -> None:
    """Years of age, articles and parts of things add nobody."""
    assert [one for one in found(text, language) if one.low > 1 and one.people != "thing"] == []


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (
            "Quatre civils, deux soldats et un policier ont été tués.",
            "fr",
            [(4, "killed"), (2, "killed"), (1, "killed")],
        ),
        ("Two men were killed and another was wounded.", "en", [(2, "killed"), (1, "injured")]),
        ("One man was shot dead and five were arrested.", "en", [(1, "killed"), (5, "detained")]),
        ("The army lost four men.", "en", [(4, "killed")]),
        ("L'armée a perdu quatre hommes.", "fr", [(4, "killed")]),
        ("A third of the men fled.", "en", []),
    ],
)
def test_what_befell_whom(text: str, language: str, told: list[tuple[int, str | None]]) -> None:
    """Each number has the fate that the words right beside it or behind its list tell."""
    assert [(one.low, one.key) for one in found(text, language)] == told


NEW_READINGS = [
    ("en", "30 or more villagers fled", [(30, 30, None)]),
    ("en", "50+ fighters fled", [(50, 50, None)]),
    ("en", "At least one soldier died", [(1, 1, None)]),
    ("fr", "Au moins une personne a été tuée", [(1, 1, None)]),
    ("fr", "Douze personnes au moins ont péri", [(12, 12, None)]),
    ("en", "It left 14 dead and as many wounded", [(14, 14, 14), (14, 14, 14)]),
    ("fr", "Il a fait 14 morts et autant de blessés", [(14, 14, 14), (14, 14, 14)]),
    ("en", "A shell killed a family of five", [(5, 5, 5)]),
    ("en", "A father and son were shot", [(2, 2, 2)]),
    ("en", "killing himself and four cadets", [(1, 1, 1), (4, 4, 4)]),
    ("en", "Ali Musa, 34, was killed by a mine", [(1, 1, 1)]),
    ("en", "They shot at a car, killing its driver", [(1, 1, 1)]),
    ("fr", "Ali Moussa, 34 ans, a été tué", [(1, 1, 1)]),
    ("fr", "Des tirs ont fait des morts", [(2, None, None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NEW_READINGS)
def test_numbers_told_in_other_ways(
    language: str, text: str, expected: list[tuple[int, int | None, int | None]]
) -> None:
    assert bounds(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Troops of 21 Brigade came"),
        ("en", "Members of a women's rights body met"),
        ("en", "Ali Musa, 34, said so"),
        ("en", "A grenade wounded them"),
    ],
)
def test_what_is_no_number_of_people(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "20 people were killed or wounded"),
        ("en", "Shells killed or injured at least 20"),
        ("en", "It left 20 civilians dead or wounded"),
        ("fr", "20 personnes ont été tuées ou blessées"),
        ("fr", "L'obus a fait 20 morts ou blessés"),
    ],
)
def test_dead_and_wounded_in_one_figure_are_neither(language: str, text: str) -> None:
    assert [one.people for one in found(text, language)] == ["thing"]


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "6 KIA, 11 WIA", ["killed", "injured"]),
        ("en", "1 dead, 1 wounded", ["killed", "injured"]),
        ("en", "Killed: 6; wounded: 3", ["killed", "injured"]),
        ("fr", "Morts : 6 ; blessés : 3", ["killed", "injured"]),
        ("en", "A man was hit and another wounded", [None, "injured"]),
        ("en", "It left 12 in critical condition", ["injured"]),
        ("fr", "4 soldats sont tombés dimanche", ["killed"]),
        ("en", "Eleven fishermen drowned", ["killed"]),
    ],
)
def test_what_befell_them_stands_beside_the_number(
    language: str, text: str, keys: list[str | None]
) -> None:
    assert [one.key for one in found(text, language)] == keys


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two civilians, a woman and a child, were killed"),
        ("en", "Four people — two men, a woman and a child — died"),
        ("fr", "Deux personnes, un homme et son fils, ont été tuées"),
    ],
)
def test_members_told_behind_a_whole_are_parts_of_it(language: str, text: str) -> None:
    first, *others = found(text, language)
    assert not first.including
    assert others
    assert all(one.including for one in others)


UNLISTED = [
    ("en", "Gunmen shot dead a woodcutter near Dola", [(1, "killed")]),
    ("en", "A beekeeper was killed by a mine", [(1, "killed")]),
    ("en", "Two gondoliers were abducted", [(2, None)]),
    ("en", "They kidnapped a priest and two vergers", [(1, None), (2, None)]),
    ("en", "They shot dead Ana Ruiz, 43, who ran a radio", [(1, "killed")]),
    ("fr", "Une mine a tué un bûcheron", [(1, "killed")]),
    ("fr", "Deux gondoliers ont été enlevés", [(2, None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), UNLISTED)
def test_people_of_no_list_count_by_what_befell_them(
    language: str, text: str, expected: list[tuple[int, str | None]]
) -> None:
    told = [(one.low, one.key) for one in found(text, language)]
    assert [number for number, _ in told] == [number for number, _ in expected]
    assert all(key in {None, want} for (_, key), (_, want) in zip(told, expected, strict=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They killed a plan and burned a hut"),
        ("en", "They killed an unknown number of rebels"),
        ("en", "A hut was built by a carpenter's guild"),
        ("en", "The strike of March 20 went on"),
        ("en", "They met the Republican Guard"),
        ("fr", "Le vote a tué un projet de loi"),
    ],
)
def test_what_is_no_person_is_not_taken_for_one(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "A student aged 15 was shot dead", "child"),
        ("en", "A 16-year-old farmer was killed", "child"),
        ("en", "A farmer aged 55 was shot dead", "person"),
        ("fr", "Un lycéen de 16 ans a été tué", "child"),
        ("fr", "Un paysan de 46 ans a été tué", "person"),
        ("fr", "Une enseignante a été tuée", "woman"),
        ("en", "Two nuns were shot dead", "woman"),
    ],
)
def test_age_and_word_say_who_is_a_child_or_a_woman(language: str, text: str, people: str) -> None:
    assert [one.people for one in found(text, language)] == [people]


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "Shells hit the injury ward; one bystander was hit in the leg", ["injured"]),
        ("en", "The hospital treated 21 people", ["injured"]),
        ("en", "His sister (9) lost a leg", ["injured"]),
        (
            "en",
            "the death of a member of the force and the injury of two others",
            ["killed", "injured"],
        ),
        (
            "en",
            "2 members of the watch committee killed, 6 children abducted",
            ["killed", "abducted"],
        ),
        (
            "fr",
            "02 membres du comité de vigilance tués, 06 enfants enlevés",
            ["killed", "abducted"],
        ),
        ("fr", "Un journaliste a été touché à la tête", ["injured"]),
        ("fr", "La population a lapidé à mort un voleur", ["killed"]),
    ],
)
def test_more_words_say_what_befell_them(language: str, text: str, keys: list[str | None]) -> None:
    assert [one.key for one in found(text, language)] == keys


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On 14 August 2021 rebels shot herdsmen.", "en"),
        ("On August 14, 2021 rebels shot herdsmen.", "en"),
        ("In 2019 insurgents attacked Dola.", "en"),
        ("At 0415 rebels attacked the mine.", "en"),
        ("In Camp 7 refugees were shot dead.", "en"),
        ("On Highway 12 travellers were killed.", "en"),
        ("Boys aged between 7 and 13 were killed.", "en"),
        ("A bounty of 10 million was paid.", "en"),
        ("The men asked for 40,000 rupees.", "en"),
        ("Le 14 août 2021 civils et soldats ont été tués.", "fr"),
        ("En 2019 civils et soldats ont été tués.", "fr"),
        ("À 4 h 15 rebelles et soldats se sont battus.", "fr"),
        ("Dans le secteur 7 habitants et soldats ont été tués.", "fr"),
        ("Une rançon de 10 millions a été payée.", "fr"),
    ],
)
def test_numbers_of_dates_hours_places_ages_and_sums_count_nobody(text: str, language: str) -> None:
    """What a number names or measures is no crowd of people."""
    document = read_document(text, language)
    dates = [one.span for one in find_dates(document, None)]
    assert find_counts(document, dates) == []


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("4 120 people fled", "en", (4120, 4120, 4120)),
        ("4.120 people fled", "en", (4120, 4120, 4120)),
        ("3,40,000 people fled", "en", (340_000, 340_000, 340_000)),
        ("two lakh people fled", "en", (200_000, 200_000, 200_000)),
        ("2.5 lakh people fled", "en", (250_000, 250_000, 250_000)),
        ("some 1.2 million people fled", "en", (1_200_000, 1_200_000, None)),
        ("they killed ~40 civilians", "en", (40, 40, None)),
        ("they killed > 40 civilians", "en", (40, 40, None)),
        ("they killed ≥40 civilians", "en", (40, 40, None)),
        ("1,5 million de personnes ont fui", "fr", (1_500_000, 1_500_000, 1_500_000)),
        ("ils ont tué ~40 civils", "fr", (40, 40, None)),
        ("4.120 civils ont fui", "fr", (4120, 4120, 4120)),
    ],
)
def test_numbers_in_every_hand(
    text: str, language: str, told: tuple[int, int | None, int | None]
) -> None:
    """Thousands are set apart as each country does it, and signs before a number bound it."""
    assert bounds(text, language) == [told]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A mother of six was shot.", "en"),
        ("A father of three children, was shot.", "en"),
        ("Une mère de six enfants a été tuée.", "fr"),
        ("Un père de famille de six enfants a été tué.", "fr"),
    ],
)
def test_the_children_of_a_parent_are_not_counted(text: str, language: str) -> None:
    """Whoever is called a mother of six is one."""
    assert bounds(text, language) == [(1, 1, 1)]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Rebels killed Ouma Diarra in Dola.", "en", 1),
        ("Ouma Diarra and Pita Kone were shot dead.", "en", 2),
        ("Rebels killed Ouma Diarra, a farmer, in Dola.", "en", 1),
        ("Des rebelles ont tué Ouma Diarra à Dola.", "fr", 1),
        ("Ouma Diarra et Pita Kone ont été tués.", "fr", 2),
    ],
)
def test_those_named_as_killed_are_counted(text: str, language: str, number: int) -> None:
    """Each name counts one, and nobody is counted twice."""
    assert bounds(text, language) == [(number, number, number)]


@pytest.mark.parametrize(
    "text", ["Troops killed Boko Haram in Dola.", "Rebels killed Toro Bay fishermen in Dola."]
)
def test_names_of_groups_and_places_are_no_persons(text: str) -> None:
    """A capital letter alone makes no person."""
    groups = [Span(text.index("Boko"), text.index("Boko") + 10)] if "Boko" in text else []
    assert find_counts(read_document(text, "en"), groups=groups) == []


def test_the_displaced_are_no_casualties() -> None:
    """Who fled is counted, and never with the dead."""
    told = found("The raids displaced three lakh people and killed 14.")
    assert [(one.people, one.low) for one in told] == [("thing", 300_000), ("person", 14)]
