"""Types of events as short notes of incidents tell them, by ACLED's codebook."""

import pytest

from tests.incidents.reading import read

PROTEST = "Peaceful protest"
INTERVENTION = "Protest with intervention"
MOB = "Mob violence"
ATTACK = "Attack"
CLASH = "Armed clash"
ABDUCTION = "Abduction/forced disappearance"
DISRUPTED = "Disrupted weapons use"


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("On 3 June, members of a union staged a dharna in Dola to demand wages.", PROTEST),
        ("On 3 June, party workers burnt an effigy of the minister in Dola.", PROTEST),
        ("On 3 June, garment workers blockaded the highway in Dola.", PROTEST),
        ("On 3 June, traders in Dola held a strike against the abduction of a trader.", PROTEST),
        ("On 3 June, monks marched in Dola against the coup.", PROTEST),
        ("On 3 June, supporters staged a flash mob in Dola and protested.", PROTEST),
        ("On 3 June, police stopped a union from marching in Dola.", INTERVENTION),
        (
            "On 3 June, police fired in the air to disperse protesting traders in Dola.",
            INTERVENTION,
        ),
        ("On 3 June, party men attacked a rally of the opposition in Dola.", MOB),
        ("On 3 June, residents of two villages brawled with machetes in Dola.", MOB),
        ("On 3 June, supporters of two parties clashed in Dola.", MOB),
        ("On 3 June, rival student unions clashed with stones in Dola.", MOB),
        ("On 3 June, gunmen attacked Dola and two vigilantes were killed.", CLASH),
        ("On 3 June, rebels shot and killed a former policeman in Dola.", ATTACK),
        ("On 3 June, soldiers beat up a rider at a checkpoint in Dola.", ATTACK),
        ("On 3 June, a crowd of shoppers was attacked by gunmen in Dola.", ATTACK),
        ("On 3 June, gunmen ambushed and kidnapped a priest near Dola.", ABDUCTION),
        ("On 3 June, soldiers discovered and neutralised two IEDs in Dola.", DISRUPTED),
        ("On 3 June, sappers defused an IED on the road to Dola.", DISRUPTED),
        ("On 3 June, a rebel was killed in an encounter with the army in Dola.", CLASH),
        ("On 3 June, army troops and rebels fought near Dola.", CLASH),
        ("On 3 June, a car bomb was found near a bank in Dola.", DISRUPTED),
        ("On 3 June, police clashed with students in Dola.", "Violent demonstration"),
        ("On 3 June, the rustlers' strike left two farmers dead in Dola.", ATTACK),
        ("On 3 June, an army drone carried out a strike in Dola.", "Air/drone strike"),
        ("On 3 June, a military convoy left Dola for Kobi.", "Change to group/activity"),
        ("On 3 June, the rebels imposed a blockade on Dola.", "Other"),
        ("On 3 June, the army destroyed a refinery in Dola.", "Looting/property destruction"),
    ],
)
def test_a_note_is_typed_by_the_codebook(text: str, sub_type: str) -> None:
    """One note is one event of its type."""
    assert [one.sub_event_type for one in read(text)] == [sub_type]


def test_an_entry_headed_by_its_place_needs_no_other_anchor() -> None:
    """The place at the head of an entry ties an act without day or number to one event."""
    assert len(read("Dola (Kobi district). Residents assaulted their chief over a list.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On 3 June, engineers held talks with a bank in Dola.",
        "Motorists have withdrawn from the road in Dola, police said on 3 June.",
        "The hostages had been marched at night near Dola on 3 June.",
        "The minister said in Dola on 3 June that our values do not allow us to kidnap.",
    ],
)
def test_what_bears_on_no_conflict_is_no_incident(text: str) -> None:
    """Talks of firms, drivers who stay away and what is never done are none."""
    assert read(text) == []


def test_fighters_who_block_a_road_hold_no_protest() -> None:
    """A road block by armed people is none of a crowd's."""
    told = read("On 3 June, about 30 armed guerrillas blocked the highway in Dola.")
    assert all(one.event_type != "Protests" for one in told)


def test_a_council_that_meets_on_attacks_tells_of_none() -> None:
    """What a meeting is about is no event of its day."""
    assert read("Le Conseil se réunira le 2 juin sur les attaques à Dola.", "fr") == []
