"""The sentences that tell an event, by kind and language."""

from benchmarks.joining.telling import (
    EN,
    FR,
    SOURCES,
    Telling,
    number,
    toll_words,
    when_words,
    where_words,
    who_words,
)

FRAMES: dict[tuple[str, int], tuple[str, ...]] = {
    ("attack", EN): (
        "{Who} attacked {at} {when}, killing {toll}, {source} said.",
        "{Toll} were killed {when} when {who} attacked {at}, according to {source}.",
        "{When}, {who} stormed {at} on motorcycles and shot dead {toll}, {source} said.",
        "{Source} said {toll} were killed {when} in an attack by {who} on {at}.",
    ),
    ("attack", FR): (
        "{Toll} ont été tuées {when} dans une attaque de {who} contre {at}, selon {source}.",
        "{Who} ont attaqué {at} {when}, tuant {toll}, ont indiqué {source}.",
        "{When}, {who} ont fait irruption {in_} et ont abattu {toll}, selon {source}.",
    ),
    ("bombing", EN): (
        "A suicide bomber killed {toll} at a market {in_} {when}, {source} said.",
        "{Toll} were killed {when} when a suicide bomber struck a market {in_}, {source} said.",
    ),
    ("bombing", FR): (
        "Un attentat-suicide a tué {toll} sur un marché {in_} {when}, selon {source}.",
        "{Toll} ont péri {when} dans un attentat-suicide sur un marché {in_}, selon {source}.",
    ),
    ("mine", EN): (
        "{Toll} were killed {when} when their vehicle hit a roadside bomb {in_}, {source} said.",
        "An improvised explosive device killed {toll} {in_} {when}, according to {source}.",
    ),
    ("mine", FR): (
        "{Toll} ont été tuées {when} par l'explosion d'une mine {in_}, selon {source}.",
        "Un engin explosif improvisé a tué {toll} {in_} {when}, selon {source}.",
    ),
    ("drone", EN): (
        "A drone strike by {who} killed {toll} {in_} {when}, {source} said.",
        "{Toll} were killed {when} in a drone strike by {who} {in_}, {source} said.",
    ),
    ("drone", FR): (
        "Une frappe de drone de {who} a tué {toll} {in_} {when}, selon {source}.",
        "{Toll} ont été tuées {when} par une frappe de drone de {who} {in_}, selon {source}.",
    ),
    ("clash", EN): (
        "{Toll} were killed {when} in clashes between soldiers and {who} {in_}, {source} said.",
        "Fighting between soldiers and {who} {in_} left {toll} dead {when}, {source} said.",
    ),
    ("clash", FR): (
        "Des combats entre soldats et {who} {in_} ont fait {dead} {when}, selon {source}.",
        (
            "{Toll} ont été tuées {when} dans des affrontements entre des soldats et {who} {in_}, "
            "selon {source}."
        ),
    ),
    ("abduction", EN): (
        "{Who} abducted {taken} people {in_} {when}, {source} said.",
        "{Taken} people were kidnapped by {who} {in_} {when}, according to {source}.",
    ),
    ("abduction", FR): (
        "{Who} ont enlevé {taken} personnes {in_} {when}, selon {source}.",
        "{Taken} personnes ont été enlevées par {who} {in_} {when}, selon {source}.",
    ),
    ("protest", EN): (
        "Hundreds of people protested {in_} {when} against insecurity, {source} said.",
        "Residents marched {in_} {when} to demand protection, {source} said.",
    ),
    ("protest", FR): (
        (
            "Des centaines de personnes ont manifesté {in_} {when} contre l'insécurité, "
            "selon {source}."
        ),
        "Des habitants ont marché {in_} {when} pour réclamer la sécurité, selon {source}.",
    ),
}
"""`{in_}` is where with its preposition, `{at}` without; capitals begin a sentence."""
NO_TOLL: dict[tuple[str, int], tuple[str, ...]] = {
    ("attack", EN): (
        "{Who} attacked {at} {when}, {source} said.",
        "{When}, {who} raided {at} and burned houses, {source} said.",
    ),
    ("attack", FR): (
        "{Who} ont attaqué {at} {when}, selon {source}.",
        "{When}, {who} ont attaqué {at} et incendié des maisons, selon {source}.",
    ),
    ("bombing", EN): ("A suicide bomber blew himself up at a market {in_} {when}, {source} said.",),
    ("bombing", FR): (
        "Un kamikaze s'est fait exploser sur un marché {in_} {when}, selon {source}.",
    ),
    ("mine", EN): ("A roadside bomb went off {in_} {when}, {source} said.",),
    ("mine", FR): ("Une mine a explosé {in_} {when}, selon {source}.",),
    ("drone", EN): ("A drone strike by {who} hit houses {in_} {when}, {source} said.",),
    ("drone", FR): (
        "Une frappe de drone de {who} a touché des maisons {in_} {when}, selon {source}.",
    ),
    ("clash", EN): ("Soldiers and {who} clashed {in_} {when}, {source} said.",),
    ("clash", FR): ("Des soldats et {who} se sont affrontés {in_} {when}, selon {source}.",),
}
INJURED = (" {Hurt} others were wounded.", " {Hurt} autres ont été blessées.")


def told_as_text(told: Telling) -> str:
    """Write the sentences of one telling."""
    event, lang = told.event, told.lang
    frames = FRAMES[event.kind, lang]
    if told.killed is None and event.kind not in {"abduction", "protest"}:
        frames = NO_TOLL[event.kind, lang]
    inside, bare = where_words(told)
    taken = number(event.killed, lang)
    words = {
        "who": who_words(told),
        "when": when_words(told),
        "in_": inside,
        "at": bare,
        "toll": toll_words(told),
        "dead": f"{event.killed} morts",
        "taken": taken,
        "source": SOURCES[lang][told.source % len(SOURCES[lang])],
    }
    capital = {key.capitalize(): _capital(value) for key, value in words.items()}
    text = frames[told.frame % len(frames)].format(**words, **capital)
    for apart, drawn in (("de des ", "des "), ("de les ", "des "), ("de le ", "du ")):
        text = text.replace(apart, drawn)
    if told.injured:
        text += INJURED[lang].format(Hurt=_capital(number(told.injured, lang)))
    return text


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
