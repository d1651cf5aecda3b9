"""Where one event of a sentence ends and another begins, and why."""

from incidents.events.apart import ASIDE
from incidents.events.mention import EventMention
from incidents.events.split import split_sentence
from tests.incidents.building import Page


def words(page: Page, events: list[EventMention]) -> list[str]:
    """Give the words of each event."""
    return [event.span.of(page.text).strip(" ,.;") for event in events]


def test_a_sentence_of_one_verb_is_one_event() -> None:
    """All of the sentence is the event's, and it needs no reason."""
    page = Page("Gunmen killed nine people in Dola on Sunday.")
    sentence = page.sentence(cues=[page.cue("killed", "kill")])
    (event,) = split_sentence(page.text, sentence, [])
    assert (event.span, event.reason, event.alone) == (page.spans[0], "", True)


def test_without_an_event_word_there_is_no_event() -> None:
    """A sentence of no event gives none."""
    page = Page("The village lies near the border.")
    assert split_sentence(page.text, page.sentence(), []) == []


def test_a_barred_word_is_no_event() -> None:
    """What is hypothetical or denied is left out here."""
    page = Page("Gunmen could attack Dola.")
    sentence = page.sentence(cues=[page.cue("attack", "attack", barred="hypothetical")])
    assert split_sentence(page.text, sentence, []) == []


def test_an_outcome_goes_on_with_the_deed() -> None:
    """Those whom an attack killed are no further event."""
    page = Page("Gunmen attacked Dola, killing nine people.")
    cues = [page.cue("attacked", "attack"), page.cue("killing", "kill", outcome="killed")]
    (event,) = split_sentence(page.text, page.sentence(cues=cues), [])
    assert [cue.text for cue in event.cues] == ["attacked", "killing"]


def test_another_one_is_another_event() -> None:
    """A noun with "another" begins an event of its own."""
    page = Page("A bomb exploded in Dola, and another attack hit Kobi.")
    cues = [page.cue("exploded", "blast"), page.cue("another attack", "attack", article="another")]
    events = split_sentence(page.text, page.sentence(cues=cues), [])
    assert [event.reason for event in events] == ["", "“another attack” is another one"]


def test_two_places_are_two_events() -> None:
    """Verbs that each have a place of their own, joined by "and"."""
    page = Page("Gunmen killed three people in Dola and abducted ten in Kobi.")
    sentence = page.sentence(
        cues=[
            page.cue("killed", "kill", outcome="killed"),
            page.cue("abducted", "abduct", outcome="abducted"),
        ],
        places=[page.place("Dola"), page.place("Kobi")],
    )
    events = split_sentence(page.text, sentence, [])
    assert words(page, events) == [
        "Gunmen killed three people in Dola and",
        "abducted ten in Kobi",
    ]
    assert events[1].reason == "“Dola” and “Kobi” are two places"


def test_a_place_within_the_other_is_the_same_event() -> None:
    """The words put the one in the other."""
    page = Page("Gunmen stormed a camp in Dola, and killed ten people in Kobi county.")
    kobi = page.place("Kobi county", "Kobi", hint="district")
    dola = page.place("Dola", within=kobi.names)
    cues = [page.cue("stormed", "attack"), page.cue("killed", "kill", outcome="killed")]
    sentence = page.sentence(cues=cues, places=[dola, kobi])
    assert len(split_sentence(page.text, sentence, [])) == 1


def test_another_day_is_another_event() -> None:
    """A second verb has its own day in front."""
    page = Page("On 3 June rebels attacked Dola, and on 5 June they attacked it again.")
    first = page.cue("attacked", "attack")
    second = page.cue("attacked it", "attack")
    dates = [page.date("3 June", 3), page.date("5 June", 5)]
    events = split_sentence(page.text, page.sentence(cues=[first, second], dates=dates), [])
    assert [event.reason for event in events] == ["", "on another day"]


def test_the_same_day_is_no_other_event() -> None:
    """Two names of one day tell of one."""
    page = Page("On 3 June rebels attacked Dola, and on Monday they attacked it again.")
    cues = [page.cue("attacked", "attack"), page.cue("attacked it", "attack")]
    dates = [page.date("3 June", 3), page.date("Monday", 3)]
    assert len(split_sentence(page.text, page.sentence(cues=cues, dates=dates), [])) == 1


def test_what_it_came_after_stands_aside() -> None:
    """What "days after" tells went before the sentence's event."""
    page = Page("Troops raided Dola days after rebels attacked a post.")
    cues = [page.cue("raided", "clash"), page.cue("attacked", "attack")]
    events = split_sentence(page.text, page.sentence(cues=cues), [page.mark("days after", "aside")])
    assert [event.reason for event in events] == ["", ASIDE]
    assert words(page, events) == ["Troops raided Dola", "days after rebels attacked a post"]


def test_a_further_event_with_a_place_of_its_own() -> None:
    """A sequel between two places tells of two."""
    page = Page("A bomb went off in Dola while a mine exploded in Kobi.")
    cues = [page.cue("went off", "blast"), page.cue("exploded", "ied")]
    sentence = page.sentence(cues=cues, places=[page.place("Dola"), page.place("Kobi")])
    events = split_sentence(page.text, sentence, [page.mark("while", "sequel")])
    assert [event.reason for event in events] == ["", "told as a further event"]


def test_somebody_else_after_a_semicolon() -> None:
    """Armed people of its own begin another event."""
    page = Page("Gunmen raided Dola; soldiers attacked a camp.")
    cues = [page.cue("raided", "attack"), page.cue("attacked", "attack")]
    actors = [page.actor("Gunmen"), page.actor("soldiers", kind="state forces")]
    events = split_sentence(page.text, page.sentence(cues=cues, actors=actors), [])
    assert events[1].reason == "told of somebody else after a semicolon"


def test_figures_in_brackets_are_each_a_places() -> None:
    """Places of a list, each with its dead behind it."""
    page = Page("Raids hit Dola (four dead), Kobi (six dead).")
    one, other = page.at("dead"), page.at("dead", page.at("dead").end)
    cues = [
        page.cue("dead", "death", outcome="killed"),
        page.cue("six dead", "death", outcome="killed"),
    ]
    assert one != other
    sentence = page.sentence(cues=cues, places=[page.place("Dola"), page.place("Kobi")])
    events = split_sentence(page.text, sentence, [])
    assert [event.reason for event in events] == ["", "“Kobi” has its own figures in brackets"]
    assert words(page, events)[1] == "Kobi (six dead)"


def test_a_development_of_another_kind() -> None:
    """A battle and an agreement are of two realms."""
    page = Page("Rebels clashed with troops, and both signed a truce.")
    cues = [page.cue("clashed", "clash"), page.cue("signed", "agreement")]
    events = split_sentence(page.text, page.sentence(cues=cues), [])
    assert [event.reason for event in events] == ["", "a development of another kind"]


def test_the_cause_of_a_protest_is_another_event() -> None:
    """What a crowd marched against is not the march."""
    page = Page("Residents protested after soldiers attacked a market.")
    cues = [page.cue("protested", "protest"), page.cue("attacked", "attack")]
    events = split_sentence(page.text, page.sentence(cues=cues), [page.mark("after", "cause")])
    assert events[1].reason == "the cause of a protest is another event"


def test_a_running_toll_is_of_more_than_the_event() -> None:
    """What stands behind it is neither the event's date nor its words."""
    page = Page("Six died in Dola on Sunday, bringing to 31 the dead since May.")
    cues = [page.cue("died", "death", outcome="killed"), page.cue("dead", "death")]
    dates = [page.date("Sunday", 9), page.date("since May", -30, 9)]
    sentence = page.sentence(cues=cues, dates=dates)
    (event,) = split_sentence(page.text, sentence, [page.mark("bringing to", "running")])
    assert [date.text for date in event.dates()] == ["Sunday"]


def test_a_capital_that_speaks_is_no_place() -> None:
    """A name right before a word of saying is a voice."""
    page = Page("Troops attacked Dola, Bamako said.")
    sentence = page.sentence(
        cues=[page.cue("attacked", "attack")],
        places=[page.place("Dola"), page.place("Bamako")],
    )
    (event,) = split_sentence(page.text, sentence, [page.mark("said", "saying")])
    assert [place.text for place in event.places()] == ["Dola"]


def test_a_tail_holds_for_both_halves() -> None:
    """Where and when behind two halves joined by "and" are shared."""
    page = Page("Rebels clashed with troops and signed a truce in Dola on Sunday.")
    cues = [page.cue("clashed", "clash"), page.cue("signed a truce", "agreement")]
    events = split_sentence(page.text, page.sentence(cues=cues), [])
    assert {event.tail and event.tail.of(page.text) for event in events} == {" in Dola on Sunday."}


def test_a_place_before_inverted_speech_is_one() -> None:
    """The comma of "killed in Kobi, says mayor" parts the place from the speaker."""
    page = Page("Rebels killed six in Kobi, says mayor.")
    sentence = page.sentence(cues=[page.cue("killed", "kill")], places=[page.place("Kobi")])
    (event,) = split_sentence(page.text, sentence, [page.mark("says", "saying")])
    assert [place.text for place in event.places()] == ["Kobi"]
