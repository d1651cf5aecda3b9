"""A third language is a folder of rules and nothing else: Spanish, in about 160 lines."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents import languages, rules
from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

RULES = Path(__file__).parent.parent / "rules"

SPANISH = [
    pytest.param(
        "El 12 de marzo de 2024, hombres armados mataron a 15 civiles en Ansongo.",
        ("Attack", "2024-03-12", "Ansongo"),
        {"killed": 15},
        {"unidentified:armed": "perpetrator", "civilians": "victim"},
        id="killed",
    ),
    pytest.param(
        "Cuatro soldados murieron en una emboscada cerca de Gao el 3 de abril de 2024.",
        ("Armed clash", "2024-04-03", "cerca de Gao"),
        {"killed": 4},
        {"state:military": "target"},
        id="ambushed",
    ),
    pytest.param(
        "Combatientes del JNIM secuestraron a tres aldeanos en Djibo el 5 de mayo de 2024.",
        ("Abduction/forced disappearance", "2024-05-05", "Djibo"),
        {"abducted": 3},
        {"jnim": "perpetrator", "civilians": "victim"},
        id="abducted",
    ),
    pytest.param(
        "Un ataque con drones mató a siete personas en Kidal el 8 de junio de 2024.",
        ("Air/drone strike", "2024-06-08", "Kidal"),
        {"killed": 7},
        {},
        id="bombed",
    ),
    pytest.param(
        "Los bandidos incendiaron las tiendas en Dori el 1 de julio de 2024.",
        ("Looting/property destruction", "2024-07-01", "Dori"),
        {},
        {"unidentified:armed": "perpetrator"},
        id="looted",
    ),
]


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the user's own with Spanish in it; what was read of it is forgotten behind."""
    shutil.copytree(RULES / "es", tmp_path / "es")
    monkeypatch.setenv(rules.OWN_RULES, str(tmp_path))
    languages._telling.cache_clear()
    yield tmp_path
    languages._telling.cache_clear()


def read(text: str) -> tuple[Incident, ...]:
    report = Report(id="es", text=text, published="2024-08-01", language=None)
    return tuple(extract(report, NoNames()).incidents)


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(("text", "told", "counts", "actors"), SPANISH)
def test_a_sentence_of_a_third_language_is_read(
    text: str, told: tuple[str, str, str], counts: dict[str, int], actors: dict[str, str]
) -> None:
    """Event, day, place, number and who did what to whom, the language found out by its words."""
    assert languages.detect_language(text) == "es"
    (incident,) = read(text)
    assert incident.date is not None
    assert (incident.sub_event_type, incident.date.edtf, incident.place.text) == told
    assert {key: count.low for key, count in incident.casualties.items()} == counts
    roles = {re.sub(":(?:ML|[?]{2})", "", actor.actor_id): actor.role for actor in incident.actors}
    assert roles == actors


@pytest.mark.usefixtures("spanish")
def test_a_language_may_leave_out_all_but_two_files() -> None:
    """What a language leaves out is as `data/rules/defaults.toml` has it."""
    for name in ("modality", "discourse", "sources", "settings", "means", "coordination"):
        assert not rules.load_rules("es", name).get("rule")


def test_the_bare_minimum_reads_that_something_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files of two lines each are a language, if a poor one."""
    (tmp_path / "xz").mkdir()
    (tmp_path / "xz" / "text.toml").write_text('function_words = "zu za ze"\n')
    (tmp_path / "xz" / "triggers.toml").write_text(
        '[[rule]]\nid = "xz.kill"\nframe = "kill"\noutcome = "killed"\nphrases = ["zot"]\n'
    )
    monkeypatch.setenv(rules.OWN_RULES, str(tmp_path))
    report = Report(id="xz", text="Zu 3 zot ze Gao.", published="2024-08-01", language="xz")
    assert len(extract(report, NoNames()).claims.cues) == 1


def test_spanish_is_not_shipped() -> None:
    """The program does not say that it reads Spanish: the folder is the test's own."""
    assert rules.languages() == ("en", "fr")
