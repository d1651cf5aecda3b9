"""Where the made events are: regions with their towns, spellings and armed groups."""

from typing import NamedTuple


class Scene(NamedTuple):
    """A region of which reports tell."""

    country: str
    """ISO 3166-1 alpha-2."""
    nation: tuple[str, str]
    """Its name, English and French with its preposition."""
    region: tuple[str, str]
    """As reports write it after "in", English; after "dans", French."""
    town: tuple[str, str]
    """A town in it, and another spelling of the same."""
    second: str
    """Another town of the region."""
    far: str
    """A town of another region of the country."""
    group: tuple[str, str, str]
    """An armed group as English reports and as French ones name it, and its actor_id."""
    rival: tuple[str, str, str]
    """Another armed side."""
    village: str
    """A village near the town that no gazetteer lists."""


ARMY = "army"
OPEN = (
    Scene(
        "ML",
        ("Mali", "au Mali"),
        ("the Mopti region", "la région de Mopti"),
        ("Bandiagara", "Bandiagara"),
        "Djenné",
        "Gao",
        ("JNIM", "le JNIM", "jnim"),
        ("the Malian army", "l'armée malienne", ARMY),
        "Tegourou",
    ),
    Scene(
        "BF",
        ("Burkina Faso", "au Burkina Faso"),
        ("the Sahel region", "la région du Sahel"),
        ("Gorom-Gorom", "Gorom Gorom"),
        "Djibo",
        "Fada N'gourma",
        ("JNIM", "le JNIM", "jnim"),
        ("the Burkinabe army", "l'armée burkinabè", ARMY),
        "Barkoundi",
    ),
    Scene(
        "NE",
        ("Niger", "au Niger"),
        ("the Tillabéri region", "la région de Tillabéri"),
        ("Téra", "Tera"),
        "Ouallam",
        "Diffa",
        ("Islamic State Sahel Province", "l'État islamique au Sahel", "issp"),
        ("the Nigerien army", "l'armée nigérienne", ARMY),
        "Bankassi",
    ),
    Scene(
        "NG",
        ("Nigeria", "au Nigeria"),
        ("Borno State", "l'État de Borno"),
        ("Gwoza", "Gwoza"),
        "Monguno",
        "Gusau",
        ("Boko Haram", "Boko Haram", "boko-haram"),
        ("the Nigerian army", "l'armée nigériane", ARMY),
        "Kurawa",
    ),
    Scene(
        "CD",
        ("the Democratic Republic of Congo", "en République démocratique du Congo"),
        ("North Kivu", "le Nord-Kivu"),
        ("Beni", "Béni"),
        "Butembo",
        "Bunia",
        ("the ADF", "les ADF", "adf"),
        ("the M23", "le M23", "m23"),
        "Mabuku",
    ),
    Scene(
        "SD",
        ("Sudan", "au Soudan"),
        ("North Darfur", "le Darfour-Nord"),
        ("El Fasher", "Al-Fashir"),
        "Kutum",
        "Nyala",
        ("the Rapid Support Forces", "les Forces de soutien rapide", "rsf"),
        ("the Sudanese army", "l'armée soudanaise", ARMY),
        "Shangara",
    ),
    Scene(
        "SO",
        ("Somalia", "en Somalie"),
        ("the Hiran region", "la région de Hiran"),
        ("Beledweyne", "Beletweyne"),
        "Buloburde",
        "Kismayo",
        ("al-Shabaab", "les shebab", "al-shabaab"),
        ("the Somali army", "l'armée somalienne", ARMY),
        "Halgan Gaab",
    ),
    Scene(
        "MM",
        ("Myanmar", "en Birmanie"),
        ("Sagaing Region", "la région de Sagaing"),
        ("Monywa", "Monywa"),
        "Shwebo",
        "Lashio",
        ("the People's Defence Force", "la Force de défense du peuple", "pdf-mm"),
        ("the Myanmar army", "l'armée birmane", ARMY),
        "Nyaungbin",
    ),
    Scene(
        "PH",
        ("the Philippines", "aux Philippines"),
        ("Maguindanao", "la province de Maguindanao"),
        ("Cotabato City", "Cotabato"),
        "Datu Odin Sinsuat",
        "Jolo",
        (
            "the Bangsamoro Islamic Freedom Fighters",
            "les Combattants islamiques pour la liberté du Bangsamoro",
            "biff",
        ),
        ("the Philippine army", "l'armée philippine", ARMY),
        "Bagoinged",
    ),
    Scene(
        "CO",
        ("Colombia", "en Colombie"),
        ("the Cauca department", "le département du Cauca"),
        ("Popayán", "Popayan"),
        "Santander de Quilichao",
        "Cúcuta",
        ("the ELN", "l'ELN", "eln"),
        ("the Colombian army", "l'armée colombienne", ARMY),
        "El Encanto",
    ),
)
"""Those that rules may be tuned on."""
HELD_OUT = (
    Scene(
        "CM",
        ("Cameroon", "au Cameroun"),
        ("the Far North region", "la région de l'Extrême-Nord"),
        ("Kolofata", "Kolofata"),
        "Mora",
        "Bamenda",
        ("Boko Haram", "Boko Haram", "boko-haram"),
        ("the Cameroonian army", "l'armée camerounaise", ARMY),
        "Gangawa",
    ),
    Scene(
        "MZ",
        ("Mozambique", "au Mozambique"),
        ("Cabo Delgado province", "la province de Cabo Delgado"),
        ("Macomia", "Macomia"),
        "Mocímboa da Praia",
        "Nampula",
        ("Islamic State Mozambique", "l'État islamique au Mozambique", "ism"),
        ("the Mozambican army", "l'armée mozambicaine", ARMY),
        "Nkoe",
    ),
    Scene(
        "UA",
        ("Ukraine", "en Ukraine"),
        ("the Donetsk region", "la région de Donetsk"),
        ("Kostiantynivka", "Konstantinovka"),
        "Kramatorsk",
        "Kharkiv",
        ("Russian forces", "les forces russes", "RU-mil"),
        ("the Ukrainian army", "l'armée ukrainienne", ARMY),
        "Pleshchi",
    ),
    Scene(
        "ET",
        ("Ethiopia", "en Éthiopie"),
        ("the Amhara region", "la région Amhara"),
        ("Gondar", "Gonder"),
        "Debre Markos",
        "Nekemte",
        ("Fano", "les Fano", "fano"),
        ("the Ethiopian army", "l'armée éthiopienne", ARMY),
        "Merawit",
    ),
    Scene(
        "HT",
        ("Haiti", "en Haïti"),
        ("the Artibonite department", "le département de l'Artibonite"),
        ("Gonaïves", "Gonaives"),
        "Saint-Marc",
        "Port-au-Prince",
        ("the Gran Grif gang", "le gang Gran Grif", "gran-grif"),
        ("the Haitian police", "la police haïtienne", "police"),
        "Bwa Kolèt",
    ),
)
"""Those that nobody looks at while tuning: other countries, other groups."""
