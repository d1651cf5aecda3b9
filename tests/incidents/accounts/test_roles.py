"""Roles: every rule's own examples, and sentences whose readings are easily reversed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.accounts.roles import assign_roles
from incidents.accounts.roles_links import beside, toward
from incidents.finders.actors import find_actors
from incidents.finders.events import find_events
from incidents.mentions import ActorMention, EventCue
from incidents.records import Span
from incidents.rules import Rule, load_patterns
from incidents.text import read_document

RULES = [(language, rule) for language in ("en", "fr") for rule in load_patterns(language, "roles")]


def parse(example: str) -> tuple[str, Span, Span | None]:
    """Read "{the army} [attacked]": the text, the actor in braces, the cue in brackets."""
    text, opened, spans = "", {}, {}
    for sign in example:
        if sign in "{[":
            opened["}" if sign == "{" else "]"] = len(text)
        elif sign in "}]":
            spans[sign] = Span(opened[sign], len(text))
        else:
            text += sign
    return text, spans["}"], spans.get("]")


def fired(example: str, language: str, rule: Rule) -> set[str]:
    text, where, cue_span = parse(example)
    words = where.of(text)
    mention = ActorMention(span=where, text=words, actor_id="x", name="x", kind="rebel group")
    links = [beside(text, Span(0, len(text)), mention, language)]
    if cue_span is not None:
        cue = EventCue(
            span=cue_span,
            text=cue_span.of(text),
            event_type="Battles",
            sub_event_type="Armed clash",
            voice=rule.extra.get("voice", ["active"])[0],
            frame=rule.extra.get("frames", [""])[0],
        )
        links.append(toward(text, mention, cue, language))
    return {link.rule for link in links if link is not None}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_rule_keeps_its_own_examples(language: str, rule: Rule) -> None:
    assert [text for text in rule.match if rule.id not in fired(text, language, rule)] == []
    assert [text for text in rule.no_match if rule.id in fired(text, language, rule)] == []


def roles(text: str, language: str = "en") -> dict[str, str]:
    """Name the role of each actor, by its canonical name, over all cues of the text."""
    doc = read_document(text, language)
    actors, cues = find_actors(doc), find_events(doc)
    found: dict[str, str] = {}
    for sentence in doc.sentences:
        inside = [actor for actor in actors if sentence.covers(actor.span)]
        for cue in cues:
            if sentence.covers(cue.span):
                for actor in assign_roles(doc, sentence, cue, inside):
                    assert actor.span is not None
                    assert actor.span.of(doc.text) == actor.text
                    found.setdefault(actor.name, actor.role)
    return found


MALI, NIGERIA = "Military Forces of Mali", "Military Forces of Nigeria"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JNIM killed 12 Malian soldiers.", {"JNIM": "perpetrator", MALI: "target"}),
        ("JNIM fighters were killed by Malian soldiers.", {"JNIM": "target", MALI: "perpetrator"}),
        (
            "A raid by Malian soldiers killed 12 villagers.",
            {MALI: "perpetrator", "Civilians (Mali)": "victim"},
        ),
        ("An attack on Malian soldiers killed 12.", {MALI: "target"}),
        (
            "Malian forces, with Ukrainian support, killed 25 people.",
            {
                MALI: "perpetrator",
                "Military Forces of Ukraine": "supporter",
                "Civilians (Mali)": "victim",
            },
        ),
        (
            "Clashes between Malian soldiers and JNIM fighters left 12 dead.",
            {MALI: "opponent", "JNIM": "opponent"},
        ),
        ("The attack in Mali was blamed on JNIM.", {"JNIM": "perpetrator"}),
        ("JNIM claimed responsibility for the attack in Mali.", {"JNIM": "perpetrator"}),
        (
            "Malian soldiers were accused of the killing of 12 villagers.",
            {MALI: "perpetrator", "Civilians (Mali)": "victim"},
        ),
        (
            "The Malian army accused JNIM of killing 12 villagers.",
            {"JNIM": "perpetrator", "Civilians (Mali)": "victim"},
        ),
        (
            "The Malian army said JNIM killed 12 villagers.",
            {"JNIM": "perpetrator", "Civilians (Mali)": "victim"},
        ),
        (
            "Twelve villagers in Mali were killed at the hands of JNIM.",
            {"JNIM": "perpetrator", "Civilians (Mali)": "victim"},
        ),
        (
            "An Israeli airstrike killed three people in Gaza.",
            {"Military Forces of Israel": "perpetrator"},
        ),
        (
            "Rwandan-backed M23 rebels attacked a village.",
            {"Military Forces of Rwanda": "supporter", "M23": "perpetrator"},
        ),
        (
            "M23 rebels, backed by Rwanda, attacked a village.",
            {"Military Forces of Rwanda": "supporter", "M23": "perpetrator"},
        ),
        (
            "Nigerian troops repelled an attack by Boko Haram.",
            {NIGERIA: "opponent", "Boko Haram": "perpetrator"},
        ),
        (
            "Police in Kenya killed three protesters.",
            {"Police Forces of Kenya": "perpetrator", "Protesters (Kenya)": "victim"},
        ),
        (
            "In Nigeria, gunmen who came by night abducted 30 students.",
            {"Unidentified Armed Group (Nigeria)": "perpetrator", "Civilians (Nigeria)": "victim"},
        ),
        (
            "Malian soldiers and Wagner fighters killed 12 villagers.",
            {MALI: "perpetrator", "Wagner Group": "perpetrator", "Civilians (Mali)": "victim"},
        ),
        ("Volunteers (VDP) died in Burkina Faso.", {"VDP": "target"}),
        (
            "Fighters attacked seven villages held by Malian soldiers.",
            {MALI: "target"},
        ),
        ("Malian soldiers recaptured the town from JNIM.", {MALI: "perpetrator", "JNIM": "target"}),
        ("At least 20 JNIM fighters were killed in Mali.", {"JNIM": "target"}),
        (
            "In Mali, worshippers were inside as gunmen came, killing 12.",
            {"Unidentified Armed Group (Mali)": "perpetrator"},
        ),
        (
            "Russia launched missiles at Odesa, killing three.",
            {"Military Forces of Russia": "perpetrator"},
        ),
        ("Mali's government bombed the village, killing 12.", {MALI: "perpetrator"}),
    ],
)
def test_english_roles(text: str, expected: dict[str, str]) -> None:
    short = {name.split(": ")[0]: role for name, role in roles(text).items()}
    assert {name: short.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le GSIM a tué 12 soldats maliens.", {"JNIM": "perpetrator", MALI: "target"}),
        (
            "Douze soldats maliens ont été tués par le GSIM.",
            {"JNIM": "perpetrator", MALI: "target"},
        ),
        (
            "Une attaque du GSIM contre des soldats maliens a fait 12 morts.",
            {"JNIM": "perpetrator", MALI: "target"},
        ),
        (
            "L'armée malienne, avec l'appui de la Russie, a tué 12 civils.",
            {
                MALI: "perpetrator",
                "Military Forces of Russia": "supporter",
                "Civilians (Mali)": "victim",
            },
        ),
        (
            "Des affrontements entre l'armée malienne et le GSIM ont fait 12 morts.",
            {MALI: "opponent", "JNIM": "opponent"},
        ),
        ("L'attaque au Mali a été attribuée au GSIM.", {"JNIM": "perpetrator"}),
        ("Le GSIM a revendiqué l'attaque au Mali.", {"JNIM": "perpetrator"}),
        (
            "L'armée malienne accuse le GSIM d'avoir tué 12 civils.",
            {"JNIM": "perpetrator", "Civilians (Mali)": "victim"},
        ),
        (
            "Les rebelles du M23, soutenus par le Rwanda, ont attaqué un village.",
            {"M23": "perpetrator", "Military Forces of Rwanda": "supporter"},
        ),
        (
            "Les rebelles du M23 se sont emparés d'une base des FARDC.",
            {"M23": "perpetrator"},
        ),
        (
            "Des hommes armés s'en sont pris à un convoi au Mali.",
            {"Unidentified Armed Group (Mali)": "perpetrator"},
        ),
        (
            "Deux soldats maliens et trois miliciens du Gatia ont perdu la vie au Mali.",
            {MALI: "target", "GATIA": "target"},
        ),
        (
            "Ils accusent le GSIM, qui dément et met en cause les soldats maliens, de l'attaque.",
            {"JNIM": "perpetrator", MALI: None},
        ),
        (
            "Une frappe israélienne a tué trois civils.",
            {"Military Forces of Israel": "perpetrator"},
        ),
        (
            "Des éleveurs peuls ont été tués au Mali par des miliciens dogons.",
            {"Civilians (Mali)": "victim", "Dogon Ethnic Militia (Mali)": "perpetrator"},
        ),
    ],
)
def test_french_roles(text: str, expected: dict[str, str | None]) -> None:
    short = {name.split(": ")[0]: role for name, role in roles(text, "fr").items()}
    assert {name: short.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The drones, supplied by Turkey, hit a wedding in Mali, killing several people.",
        "Drones sold by Turkey were used in an attack in Mali that killed 12 villagers.",
    ],
)
def test_who_sold_the_drones_is_a_supplier_at_most(text: str) -> None:
    assert roles(text).get("Government of Turkey", "supplier") == "supplier"
    assert "Military Forces of Turkey" not in roles(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Malian army documented killings by JNIM.", MALI),
        ("According to Malian police, gunmen killed four.", "Police Forces of Mali"),
        ("Gunmen killed four near a Malian army base.", MALI),
        ("A town held by Malian soldiers was shelled.", MALI),
    ],
)
def test_who_only_speaks_or_stands_by_has_no_role(text: str, name: str) -> None:
    assert name not in roles(text)


def test_the_articles_accused_are_perpetrators() -> None:
    text = (
        "Reports accused the mercenary group Wagner and Mali government forces of conducting raids "
        "and drone strikes that have claimed numerous innocent lives."
    )
    found = roles(text)
    assert found["Wagner Group"] == found[MALI] == "perpetrator"


WORDS = [
    "JNIM", "Malian soldiers", "villagers", "gunmen", "killed", "attacked", "were", "by", "against",
    "clashes between", "and", "accused", "of", ",", ".", "said", "claimed responsibility for",
    "supported by", "Russia", "le GSIM", "tués par", "une attaque", "(", ")", "who", "at least 12",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "fr"]))
@settings(max_examples=60, deadline=None)
def test_any_sentence_gives_roles_once_with_spans_that_slice_back(
    words: list[str], language: str
) -> None:
    doc = read_document(" ".join(words), language)
    actors = find_actors(doc)
    for cue in find_events(doc):
        found = assign_roles(doc, Span(0, len(doc.text)), cue, actors)
        assert len({actor.actor_id for actor in found}) == len(found)
        assert all(actor.span and actor.span.of(doc.text) == actor.text for actor in found)


@pytest.mark.parametrize("words", ["by the ", "suspected armed ", "of ", "(", "at least "])
def test_a_crafted_lead_costs_no_time(words: str) -> None:
    """What leads up to an actor is read over a bounded stretch, whatever stands there."""
    text = "Killed " + words * 20_000 + "JNIM."
    where = Span(len(text) - 5, len(text) - 1)
    mention = ActorMention(
        span=where, text="JNIM", actor_id="jnim", name="JNIM", kind="rebel group"
    )
    started = time.process_time()
    beside(text, Span(0, len(text)), mention, "en")
    assert time.process_time() - started < 0.5
