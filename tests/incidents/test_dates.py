"""Dates: what words are found, what days they mean, what they are for; and that nothing breaks."""

import datetime as dt

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.dating import read_edtf
from incidents.finders.dates import document_date, find_dates
from incidents.finders.dates.uses import Context, contexts
from incidents.mentions import DateMention
from incidents.rules import languages, load_patterns, load_vocabulary
from incidents.text import read_document


def found(text: str, published: str | None = None, language: str = "en") -> list[DateMention]:
    document = read_document(text, language)
    return find_dates(document, document_date(document, published))


def only(text: str, published: str | None = None, language: str = "en") -> DateMention:
    mentions = found(text, published, language)
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "edtf_text", "precision"),
    [
        ("It happened on 12 March 2023.", "2023-03-12", "day"),
        ("It happened on March 12, 2023.", "2023-03-12", "day"),
        ("It happened on Tuesday, 12 March.", "2024-03-12", "day"),
        ("It happened on the 3rd of June.", "2023-06-03", "day"),
        ("It happened on 28 March.", "2024-03-28", "day"),
        ("It happened on 29 March.", "2024-03-29", "day"),
        ("It happened on 2024-02-29.", "2024-02-29", "day"),
        ("It happened on 13/02/2024.", "2024-02-13", "day"),
        ("It happened on 02/13/2024.", "2024-02-13", "day"),
        ("A raid in January killed three.", "2024-01", "month"),
        ("A raid in April killed three.", "2023-04", "month"),
        ("A raid in May 2022 killed three.", "2022-05", "month"),
        ("A raid in mid-February killed three.", "2024-02-11/2024-02-20", "range"),
        ("A raid in early March 2023 killed three.", "2023-03-01/2023-03-10", "range"),
        ("A raid at the end of February 2023 killed three.", "2023-02-21/2023-02-28", "range"),
        ("A raid in the first week of May killed three.", "2023-05-01/2023-05-07", "week"),
        ("A raid in the week of 4 March killed three.", "2024-03-04/2024-03-10", "week"),
        ("Between 3 and 5 June they came.", "2023-06-03/2023-06-05", "range"),
        ("The night of 14 to 15 March they came.", "2024-03-14/2024-03-15", "range"),
        ("From 28 February to 3 March they came.", "2024-02-28/2024-03-03", "range"),
        ("From December 28 to January 3 they came.", "2023-12-28/2024-01-03", "range"),
        ("From December through March they came.", "2023-12/2024-03", "range"),
        ("Since December they came.", "2023-12-01/2024-03-28", "range"),
        ("In the summer of 2023 they came.", "2023-22", "season"),
        ("In the first quarter of 2023 they came.", "2023-01/2023-03", "range"),
        ("On Tuesday they came.", "2024-03-26", "day"),
        ("On Thursday they came.", "2024-03-28", "day"),
        ("Last Thursday they came.", "2024-03-21", "day"),
        ("From Friday to Sunday they came.", "2024-03-22/2024-03-24", "range"),
        ("Two days ago they came.", "2024-03-26", "day"),
        ("Yesterday they came.", "2024-03-27", "day"),
        ("Overnight they came.", "2024-03-27/2024-03-28", "range"),
        ("Last week they came.", "2024-03-18/2024-03-24", "week"),
        ("Last month they came.", "2024-02", "month"),
        ("Earlier this month they came.", "2024-03", "month"),
        ("Two months ago they came.", "2024-01", "month"),
        ("Over the weekend they came.", "2024-03-23/2024-03-24", "range"),
        ("In the past 24 hours they came.", "2024-03-27/2024-03-28", "range"),
        ("Last year they came.", "2023", "year"),
        ("On 3, 5 and 9 February they came.", "2024-02-03/2024-02-09", "range"),
        ("Sunday night into Monday morning they came.", "2024-03-24/2024-03-25", "range"),
        ("In June of last year they came.", "2023-06", "month"),
        ("On Christmas Day they came.", "2023-12-25", "day"),
        ("12/02: they came.", "2024-02-12", "day"),
        ("In the night from Thu to Fri they came.", "2024-03-21/2024-03-22", "range"),
        ("Late on Sat they came.", "2024-03-23", "day"),
        ("Night of 12 to 13/03: they came.", "2024-03-12/2024-03-13", "range"),
        ("On the night of Sunday to Monday, March 11 they came.", "2024-03-10/2024-03-11", "range"),
        ("Three weeks ago they came.", "2024-03-04/2024-03-10", "week"),
        ("On 12/02/24 they came.", "2024-02-12", "day"),
        ("On 12.02.24 they came.", "2024-02-12", "day"),
        ("On 12-Feb-2024 they came.", "2024-02-12", "day"),
        ("On 12-Feb-24 they came.", "2024-02-12", "day"),
        ("From late January to early March they came.", "2024-01-21/2024-03-10", "range"),
        ("In the second half of February they came.", "2024-02-16/2024-02-29", "range"),
        ("In the first half of the month they came.", "2024-03-01/2024-03-15", "range"),
        ("In the last week of last month they came.", "2024-02-23/2024-02-29", "week"),
        ("In Q1 2023 they came.", "2023-01/2023-03", "range"),
        ("During Q4 they came.", "2023-10/2023-12", "range"),
        ("On the 8th of this month they came.", "2024-03-08", "day"),
        ("Since the start of the month they came.", "2024-03-01/2024-03-28", "range"),
        ("Late last month they came.", "2024-02-21/2024-02-29", "range"),
        ("Over the past day they came.", "2024-03-27/2024-03-28", "range"),
    ],
)
def test_english_dates(text: str, edtf_text: str, precision: str) -> None:
    """Resolved against a report published on Thursday, 28 March 2024."""
    value = only(text, "2024-03-28").value
    assert (value.edtf, value.precision) == (edtf_text, precision)


@pytest.mark.parametrize(
    ("text", "edtf_text"),
    [
        ("Le 12 mars 2023, ils sont venus.", "2023-03-12"),
        ("Mardi 12 mars, ils sont venus.", "2024-03-12"),
        ("Le 1er juin, ils sont venus.", "2023-06-01"),
        ("En janvier, ils sont venus.", "2024-01"),
        ("Depuis décembre, ils sont venus.", "2023-12-01/2024-03-28"),
        ("À la mi-février, ils sont venus.", "2024-02-11/2024-02-20"),
        ("Dans la nuit du 14 au 15 mars, ils sont venus.", "2024-03-14/2024-03-15"),
        ("Entre le 3 et le 5 juin, ils sont venus.", "2023-06-03/2023-06-05"),
        ("De décembre à mars, ils sont venus.", "2023-12/2024-03"),
        ("La première semaine de mai, ils sont venus.", "2023-05-01/2023-05-07"),
        ("Mardi, ils sont venus.", "2024-03-26"),
        ("Jeudi dernier, ils sont venus.", "2024-03-21"),
        ("Dans la nuit de lundi à mardi, ils sont venus.", "2024-03-25/2024-03-26"),
        ("Il y a deux jours, ils sont venus.", "2024-03-26"),
        ("Hier, ils sont venus.", "2024-03-27"),
        ("Le mois dernier, ils sont venus.", "2024-02"),
        ("La semaine dernière, ils sont venus.", "2024-03-18/2024-03-24"),
        ("L'an dernier, ils sont venus.", "2023"),
        ("Ils sont venus au cours des 24 dernières heures.", "2024-03-27/2024-03-28"),
        ("Ils sont venus durant la nuit.", "2024-03-27/2024-03-28"),
        ("Dans la nuit de dimanche à lundi 11 mars, ils sont venus.", "2024-03-10/2024-03-11"),
        ("Dans la nuit du mardi au mercredi 13 mars, ils sont venus.", "2024-03-12/2024-03-13"),
        ("Le 12/02/24, ils sont venus.", "2024-02-12"),
        ("De fin janvier à début mars, ils sont venus.", "2024-01-21/2024-03-10"),
        ("La seconde quinzaine de février, ils sont venus.", "2024-02-16/2024-02-29"),
        ("La première moitié du mois, ils sont venus.", "2024-03-01/2024-03-15"),
        ("Au premier trimestre 2023, ils sont venus.", "2023-01/2023-03"),
        ("Le 8 courant, ils sont venus.", "2024-03-08"),
        ("Nuit du 12 au 13/03 : ils sont venus.", "2024-03-12/2024-03-13"),
        ("Dans la nuit du 29 au 1/03, ils sont venus.", "2024-02-29/2024-03-01"),
        ("13/03, 15 h 30 : ils sont venus.", "2024-03-13"),
        ("Le 12 de ce mois, ils sont venus.", "2024-03-12"),
        ("Plus tôt ce mois-ci, ils sont venus.", "2024-03"),
        ("Depuis le début du mois, ils sont venus.", "2024-03-01/2024-03-28"),
    ],
)
def test_french_dates(text: str, edtf_text: str) -> None:
    """The same days by French words."""
    assert only(text, "2024-03-28", "fr").value.edtf == edtf_text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("On 12 March they came. Two days earlier they met.", "en", "2024-03-10"),
        ("On 12 March they came. Two days later they met.", "en", "2024-03-14"),
        ("On 12 March they came. The next day they met.", "en", "2024-03-13"),
        ("On 3 May 2023 they came. The following Tuesday they met.", "en", "2023-05-09"),
        ("On 3 May 2023 they came. The previous Friday they met.", "en", "2023-04-28"),
        ("On 12 March they came. The same day they met.", "en", "2024-03-12"),
        ("On 12 March 2021 they came. On 14 March they met.", "en", "2021-03-14"),
        ("On 30 December 2021 they came. On 2 January they met.", "en", "2022-01-02"),
        ("On 12 March they came. The following week they met.", "en", "2024-03-18/2024-03-24"),
        ("On 6 January they came. The following month they met.", "en", "2024-02"),
        (
            "On 2 March they came and stayed overnight. The following day they left.",
            "en",
            "2024-03-03",
        ),
        (
            "On Tuesday they freed men taken in January. The day before they met.",
            "en",
            "2024-03-25",
        ),
        (
            "Le 12 mars, ils ont libéré des gens pris en janvier. La veille, rien.",
            "fr",
            "2024-03-11",
        ),
        ("Le 12 mars, ils sont venus. La semaine suivante, rien.", "fr", "2024-03-18/2024-03-24"),
        ("Le 12 mars, ils sont venus. Le lendemain, ils ont fui.", "fr", "2024-03-13"),
        ("Le 12 mars, ils sont venus. Deux jours plus tôt, rien.", "fr", "2024-03-10"),
    ],
)
def test_dates_that_point_at_the_one_before(text: str, language: str, expected: str) -> None:
    """Words like "two days later" and a date without a year lean on what the text said last."""
    assert found(text, "2024-03-28", language)[-1].value.edtf == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A march is planned for 6 April.", "en"),
        ("They will vote on 27 April.", "en"),
        ("Une marche est prévue le 6 avril.", "fr"),
    ],
)
def test_a_day_to_come_is_none_of_last_year(text: str, language: str) -> None:
    assert only(text, "2024-03-28", language).use == "background"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Tuesday, two days after a raid on Dola, they came.", "en"),
        ("They came on Tuesday, a week after the vote.", "en"),
        ("Mardi, trois jours après le raid de Dola, ils sont venus.", "fr"),
    ],
)
def test_what_a_day_came_after_is_no_day_of_its_own(text: str, language: str) -> None:
    assert only(text, "2024-03-28", language).value.edtf == "2024-03-26"


def test_a_place_and_a_day_before_a_colon_head_what_follows() -> None:
    mention = only("Dola, 25 March: five people were killed.", "2024-03-28")
    assert (mention.value.edtf, mention.use) == ("2024-03-25", "event")
    assert only("Dola, 28 March: five people were killed.", "2024-03-28").use == "dateline"


@pytest.mark.parametrize(
    "text",
    [
        "The reporter of India Today spoke. The weekly Dawn Today closed.",
        "They may leave. The march went on. He sat in the sun.",
        "A 12-year-old was killed with 2,021 others for $2021.",
        "The Somali second division, 12 km from the 3.5 million.",
        "Section 12.03 says so; call 12-34-56.",
        "It was the last village of the week's news, next week.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert found(text, "2024-03-28") == []


def test_weekdays_of_a_weeks_report_are_that_weeks() -> None:
    """A summary of Monday to Sunday that is published on the Monday after means the week before."""
    text = "Week of the Sahel (3 - 9 June 2024)\n\nOn Monday gunmen came. On Friday they left."
    assert [one.value.edtf for one in found(text, "2024-06-10")][1:] == ["2024-06-03", "2024-06-07"]


def test_day_of_speaking_gives_way_to_the_day_of_the_event() -> None:
    uses = [
        one.use for one in found("Police said on Monday that it came on 20 March.", "2024-03-28")
    ]
    assert uses == ["dateline", "event"]


def test_a_publication_that_is_a_month_gives_no_day() -> None:
    """Never more precise than what is known: some Tuesday of about March."""
    value = only("On Tuesday they came.", "2024-03~").value
    assert (value.earliest, value.latest) == (dt.date(2024, 2, 27), dt.date(2024, 3, 26))
    assert value.precision == "range"


def test_without_a_publication_pointing_words_say_nothing() -> None:
    document = read_document("On Tuesday they came, two days ago.", "en")
    found = find_dates(document, None)
    assert [one.value.edtf for one in found] == ["XXXX", "XXXX"]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("BAMAKO, March 12 (Reuters) - It came on Monday.", ["dateline", "event"]),
        ("Goma, 12 March 2024 – It came on 8 March.", ["dateline", "event"]),
        ("Reports cover incidents from December through March.", ["period"]),
        ("Weekly update\nReporting period: 4-10 March 2024\n\nIt came.", ["period"]),
        ("Update\n\n4 March\n- Three died.\n\n5 March\n- Two died.", ["heading", "heading"]),
        ("They came after the 2021 coup.", ["background"]),
        ("The junta, which seized power in August 2020, denied it.", ["background"]),
        ("The war broke out in April 2023 and on 5 March they came.", ["background", "event"]),
        ("Since 2012, the north has been at war.", ["background"]),
        ("The army killed 12 people between 3 and 5 March.", ["event"]),
    ],
)
def test_what_a_date_is_for(text: str, uses: list[str]) -> None:
    assert [mention.use for mention in found(text, "2024-03-12")] == uses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BAMAKO, March 12, 2024 (Reuters) - It came.", "2024-03-12"),
        ("Published: 5 August 2024\n\nIt came on Tuesday.", "2024-08-05"),
        ("Il est venu le 3 mars 2024 et le 15 mars 2024.", None),
        ("It came.", None),
        ("It came after the 2012 coup.", None),
    ],
)
def test_document_date_of_the_text(text: str, expected: str | None) -> None:
    """The dateline's alone: the latest date told is not when it was published."""
    value = document_date(read_document(text), None)
    assert (value.edtf if value else None) == expected


def test_given_date_beats_the_text() -> None:
    document = read_document("BAMAKO, March 12, 2024 (Reuters) - It came.")
    given_value = document_date(document, "2024-04-01")
    assert given_value == read_edtf("2024-04-01")


def all_contexts() -> list[Context]:
    return [context for language in languages() for context in contexts(language)]


@pytest.mark.parametrize("context", all_contexts(), ids=lambda context: context.id)
def test_context_keeps_its_own_examples(context: Context) -> None:
    """Of each example, some date has the context's use, or none has."""
    language = context.id.split(".")[1]
    for text in context.match:
        assert context.use in [mention.use for mention in found(text, "2022-06-01", language)], text
    for text in context.no_match:
        uses = [mention.use for mention in found(text, "2022-06-01", language)]
        assert context.use not in uses, text


WORDS = sorted(
    {
        *(
            word
            for language in ("en", "fr")
            for words in load_vocabulary(language, "dates").values()
            for word in words
        ),
        *(
            text
            for language in ("en", "fr")
            for rule in load_patterns(language, "dates")
            for text in (*rule.match, *rule.no_match)
        ),
        *(
            "31 June",
            "29 February 2023",
            "99",
            "2024",
            "to",
            "and",
            ".",
            "\n",
            "of",
            "the",
            "900 years",
        ),
    }
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.sampled_from([None, "2024-03-28", "2024-03~", "2024", "0001-01-01", "9999-12-31"]),
    st.sampled_from(["en", "fr"]),
)
def test_dates_hold_whatever_the_words(text: str, published: str | None, language: str) -> None:
    """Spans slice back, do not overlap, EDTF is valid, and first days come before last ones."""
    document = read_document(text, language)
    last = 0
    for mention in find_dates(document, document_date(document, published)):
        assert last <= mention.span.start < mention.span.end
        last = mention.span.end
        assert mention.span.of(document.text) == mention.text == mention.value.text
        assert mention.value.earliest <= mention.value.latest
        assert edtf.parse_edtf(mention.value.edtf)


@pytest.mark.parametrize(
    ("text", "language", "edtf_text"),
    [
        ("On 3 March they came. A few days later they left.", "en", "2024-03-05/2024-03-10"),
        (
            "Le 3 mars ils sont venus. Quelques semaines plus tard, rien.",
            "fr",
            "2024-03-17/2024-03-28",
        ),
        ("On April 13 last year they came.", "en", "2023-04-13"),
        ("Le 13 avril de l'an dernier ils sont venus.", "fr", "2023-04-13"),
        ("Ces dernières 48 heures ils sont venus.", "fr", "2024-03-26/2024-03-28"),
        ("Courant février ils sont venus.", "fr", "2024-02"),
        ("05/03 - Ménaka : ils sont venus.", "fr", "2024-03-05"),
        ("On 30 March they came.", "en", "2024-03-30"),
        ("On 2 April they came.", "en", "2023-04-02"),
    ],
)
def test_dates_of_bulletins_and_sequels(text: str, language: str, edtf_text: str) -> None:
    """What follows by some days, days of a named year, and days that lead an item."""
    assert found(text, "2024-03-28", language)[-1].value.edtf == edtf_text


def test_days_that_head_a_list_are_no_dateline() -> None:
    """Two lines that are dates head what stands below them; one alone dates the report."""
    below = "3 March\nThey came.\n4 March\nThey left."
    assert [one.use for one in found(below, "2024-03-28")] == ["heading", "heading"]
    items = "Mali, 3 March - They came.\n\nMali, 4 March - They left."
    assert [one.use for one in found(items, "2024-03-28")] == ["event", "event"]
    assert [one.use for one in found("GAO, 3 March (X) - They came.", "2024-03-03")] == ["dateline"]


@pytest.mark.parametrize(
    ("text", "language", "published", "days"),
    [
        (
            "On the second day of Eid al-Adha, men came.",
            "en",
            "2023-08-01",
            "2023-06-28/2023-06-30",
        ),
        ("Men came on Easter Monday.", "en", "2022-05-10", "2022-04-18"),
        ("Men came on Good Friday 2021.", "en", "2022-05-10", "2021-04-02"),
        ("Men came on Christmas Eve of 2020.", "en", "2022-05-10", "2020-12-24"),
        ("During Ramadan, men came.", "en", "2022-06-10", "2022-04-01/2022-05-02"),
        ("On Timket, men came.", "en", "2024-01-30", "2024-01-20"),
        ("At Nowruz, men came.", "en", "2024-04-30", "2024-03-20"),
        ("On 20 Miyazya 2016, men came.", "en", "2024-05-30", "2024-04-28"),
        ("Le 12 Hamal 1403, ils sont venus.", "fr", "2024-05-30", "2024-03-31"),
        ("On 25 Meskerem 2016, men came.", "en", None, "2023-10-06"),
        ("On 10 Rajab 1443, men came.", "en", "2022-06-10", "2022-02-10/2022-02-12"),
        ("Le lundi de Pâques, des hommes sont venus.", "fr", "2022-05-10", "2022-04-18"),
        ("La veille de la Tabaski, ils sont venus.", "fr", "2023-08-01", "2023-06-26/2023-06-28"),
        ("Pendant le ramadan, ils sont venus.", "fr", "2022-06-10", "2022-04-01/2022-05-02"),
    ],
)
def test_feasts_fall_when_their_calendar_says(
    text: str, language: str, published: str, days: str
) -> None:
    """A feast is its own days, a moon-sighted one with a day on either side."""
    value = only(text, published, language).value
    assert value.edtf == days
    assert type(value.earliest) is type(value.latest) is dt.date  # else nothing writes it


@pytest.mark.parametrize(
    "text", ["They shot Ramadan Abdulle.", "Two boats left Christmas Island.", "Ramadan fled."]
)
def test_names_of_persons_and_places_are_no_feasts(text: str) -> None:
    """Whoever is called after a month dates nothing."""
    assert found(text, "2022-06-10") == []


@pytest.mark.parametrize(
    ("text", "language", "published", "day"),
    [
        ("Men came on Thursday 9, and left.", "en", "2022-06-20", "2022-06-09"),
        ("Men came on the last Sunday of May.", "en", "2022-06-20", "2022-05-29"),
        ("Men came to Dola on the 27th.", "en", "2022-06-20", "2022-05-27"),
        ("Men came on 05/14/2022 or so.", "en", "2022-06-20", "2022-05-14"),
        ("Men came on 04/12/2022.", "en", "2022-06-20", "2022-04-12"),
        ("081545ZJUN22 men came.", "en", "2022-06-20", "2022-06-08"),
        ("Three days after the vote on 2 June, men came.", "en", "2022-06-20", "2022-06-05"),
        ("Ils sont venus le jeudi 9.", "fr", "2022-06-20", "2022-06-09"),
        ("Le dernier dimanche de mai, ils sont venus.", "fr", "2022-06-20", "2022-05-29"),
        ("Au lendemain du vote du 2 juin, ils sont venus.", "fr", "2022-06-20", "2022-06-03"),
    ],
)
def test_days_told_in_other_ways(text: str, language: str, published: str, day: str) -> None:
    """A day may be told by its weekday and number, its place in a month, or from another day."""
    assert only(text, published, language).value.edtf == day


@pytest.mark.parametrize(
    ("text", "language"),
    [("On Thursday 9 people died.", "en"), ("Jeudi 9 personnes sont mortes.", "fr")],
)
def test_a_number_of_people_behind_a_weekday_is_no_day(text: str, language: str) -> None:
    """Only the weekday is the date."""
    assert only(text, "2022-06-20", language).text.lower() in {"thursday", "jeudi"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On the eve of 8 March, gunmen killed two women.", (2024, 3, 7)),
        ("The day after 3 March 2024, gunmen killed two women.", (2024, 3, 4)),
        ("2024.03.17: gunmen killed two women.", (2024, 3, 17)),
        ("À la veille du 8 mars, des tireurs ont tué deux femmes.", (2024, 3, 7)),
        ("Au lendemain du dimanche 3 mars, des tireurs ont tué une femme.", (2024, 3, 4)),
    ],
)
def test_a_day_beside_a_date_and_a_dotted_one(text: str, day: tuple[int, int, int]) -> None:
    """The eve of a date is the day before it, and no other day is read there."""
    found = find_dates(read_document(text), read_edtf("2024-03-28"))
    assert [one.value.earliest for one in found] == [dt.date(*day)]
