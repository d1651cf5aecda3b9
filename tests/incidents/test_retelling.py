"""Adding a retelling of an incident to a report adds no incident and no death.

Of one kind this does not hold yet, and it is left out here: behind a drone's strike, "condemned the
strike in Dola" is an incident without dead, for the rules take "strike in" for workers' strikes.
"""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incidents.reading import read

TOWNS = ("Dola", "Kobi", "Sare", "Tambara")


@dataclass(frozen=True)
class Language:
    """The sentences of one language: "{n}" dead, "{p}" the place, "{d}" the day."""

    code: str
    leads: tuple[tuple[str, str], ...]
    """What tells the incident, each with the noun by which it is told again."""
    days: tuple[str, ...]
    title: str
    retellings: tuple[str, ...]
    fillers: tuple[str, ...]
    """What tells of nothing."""


ENGLISH = Language(
    code="en",
    leads=(
        ("Gunmen attacked the village of {p} on {d}, killing {n} people.", "attack"),
        ("A car bomb exploded at a market in {p} on {d}, killing {n} people.", "bombing"),
        ("A drone strike killed {n} people in {p} on {d}.", "strike"),
        ("Shelling killed {n} civilians in the town of {p} on {d}.", "shelling"),
        ("Militants ambushed an army convoy near {p} on {d}, killing {n} soldiers.", "ambush"),
        ("At least {n} fighters were killed in clashes near {p} on {d}.", "fighting"),
    ),
    days=("Sunday", "Friday", "3 June"),
    title="{n} killed in {p} {noun}",
    retellings=(
        "“{n} people were killed in the {noun},” a local official said.",
        "Police said that {n} people were killed in the {noun}.",
        "The {noun} took place in the early morning.",
        "The {noun} caused panic among residents.",
        "The United Nations condemned the {noun}.",
        "No group has claimed responsibility for the {noun}.",
        "A rebel group claimed responsibility for the {noun} on Monday.",
        "“They fired at everyone and then left,” a resident said.",
        "A witness said the victims were killed as they fled.",
        "A hospital source confirmed that {n} people had died.",
        "According to a security source, {n} people were killed in {p}.",
    ),
    fillers=(
        "Residents said the area had been calm for months.",
        "Schools and shops stayed closed.",
        "The town lies on the main road to the coast.",
    ),
)
FRENCH = Language(
    code="fr",
    leads=(
        (
            "Des hommes armés ont attaqué le village de {p} {d}, tuant {n} personnes.",
            "l'attaque",
        ),
        (
            "Une voiture piégée a explosé sur un marché à {p} {d}, tuant {n} personnes.",
            "l'attentat",
        ),
        ("Une frappe de drone a tué {n} personnes à {p} {d}.", "la frappe"),
        ("Des tirs d'obus ont tué {n} civils dans la ville de {p} {d}.", "le bombardement"),
        (
            (
                "Des jihadistes ont tendu une embuscade à un convoi de l'armée près de {p} {d}, "
                "tuant {n} soldats."
            ),
            "l'embuscade",
        ),
    ),
    days=("dimanche", "vendredi", "le 3 juin"),
    title="{n} morts à {p}",
    retellings=(
        "« {n} personnes ont été tuées », a déclaré un responsable local.",
        "Selon la police, {n} personnes ont été tuées dans {noun}.",
        "Selon des habitants, {noun} a eu lieu tôt le matin.",
        "Les Nations unies ont condamné {noun}.",
        "Le président a condamné {noun} et promis une enquête.",
        "Un groupe rebelle a revendiqué {noun} lundi.",
        "« Ils ont tiré sur tout le monde », a raconté un habitant.",
        "Un témoin a dit que les victimes avaient été tuées en fuyant.",
        "Une source hospitalière a confirmé que {n} personnes étaient mortes.",
        "Selon une source sécuritaire, {n} personnes ont été tuées à {p}.",
    ),
    fillers=(
        "La zone était calme depuis des mois, selon des habitants.",
        "Les écoles et les commerces sont restés fermés.",
        "La ville se trouve sur la route de la côte.",
    ),
)


@dataclass(frozen=True)
class Told:
    """A report of one incident, without its retelling and with it."""

    language: str
    plain: str
    retold: str


@st.composite
def retellings(draw: st.DrawFn, words: Language) -> Told:
    """Draw an incident, what stands below it, and retellings anywhere below, or a title."""
    lead, noun = draw(st.sampled_from(words.leads))
    filled = {
        "noun": noun,
        "n": draw(st.integers(3, 80)),
        "p": draw(st.sampled_from(TOWNS)),
        "d": draw(st.sampled_from(words.days)),
    }
    below = draw(st.permutations(words.fillers))
    plain = [lead.format(**filled), *below]
    retold = list(plain)
    kinds = st.sampled_from([words.title, *words.retellings])
    for kind in draw(st.lists(kinds, min_size=1, max_size=3, unique=True)):
        at = 0 if kind == words.title else draw(st.integers(1, len(plain)))
        retold.insert(at, kind.format(**filled))
    return Told(words.code, "\n\n".join(plain), "\n\n".join(retold))


def summed(text: str, language: str) -> tuple[int, int]:
    """Count the incidents of a text, and their dead at the least."""
    found = read(text, language)
    tolls = [one.casualties["killed"].low for one in found if "killed" in one.casualties]
    return len(found), sum(tolls)


@settings(max_examples=60, deadline=None)
@given(told=retellings(ENGLISH) | retellings(FRENCH))
def test_a_retelling_adds_no_incident_and_no_death(told: Told) -> None:
    """However an event is told again, there are as many incidents, and as many dead."""
    plain = summed(told.plain, told.language)
    assert plain[0] == 1
    assert summed(told.retold, told.language) == plain
