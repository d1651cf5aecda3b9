"""French as agencies, radios and staffs write it: what a sentence tells, and what it recalls."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

TOLD = {
    "Government regains territory": [
        "L'armée soudanaise a chassé vendredi les paramilitaires d'Al-Khoei.",
        "Les FARDC et leurs alliés ont repris Lubero-centre dimanche.",
        "L'armée nigériane a repris aux jihadistes la localité de Marte mardi.",
        "Les troupes éthiopiennes ont reconquis la ville de Debark samedi.",
        "Le gouvernement a repris mardi le contrôle total de l'aéroport de Khartoum.",
    ],
    "Non-state actor overtakes territory": [
        "L'ANL a revendiqué vendredi la prise de Kachikwang.",
        "La ville de Mocímboa est tombée aux mains des insurgés mercredi.",
        "Le district de Mocha est passé jeudi sous la coupe des houthis.",
        "Les miliciens ont envahi et occupé la localité de Drodro mercredi.",
    ],
    "Armed clash": [
        "Une patrouille de la Garde nationale a essuyé des tirs lundi à Bosso.",
        "Le BIR a accroché des bandits mardi à Mbéré, tuant quatre d'entre eux.",
        "Les combats de lundi à Kuruk ont fait quatre morts côté ami et deux côté ennemi.",
        "L'armée affirme avoir mis en déroute une bande armée lundi à Zurmi.",
        "Les forces loyalistes ont contre-attaqué dimanche à Marib.",
    ],
    "Air/drone strike": [
        "Mardi, ses avions ont traité plusieurs objectifs à Gossi.",
        "Une bombe planante a tué deux personnes lundi à Kharkiv.",
        "Un raid de la chasse turque a fait onze morts dimanche à Dohouk.",
        "La junte a largué deux bombes sur un monastère de Sagaing samedi.",
        "Un combattant du PKK a été tué lundi par un drone turc à Souleimaniyeh.",
    ],
    "Shelling/artillery/missile attack": [
        "Le poste de Sebikotane a essuyé huit obus jeudi soir.",
        "Une salve de roquettes s'est abattue sur Nahariya lundi, tuant quatre personnes.",
        "L'artillerie israélienne a pilonné jeudi les abords de Khiam.",
        "Quatre écoliers ont été atteints par des éclats d'obus mardi à Idleb.",
    ],
    "Remote explosive/landmine/IED": [
        "Une moto piégée a explosé samedi à Afrin, tuant deux passants.",
        "Une mine a tué un bûcheron lundi à Sévaré.",
        "Un véhicule du CICR a roulé sur une mine vendredi à Bocaranga.",
        "Une bombe a explosé dans un minibus samedi à Kaboul, faisant huit morts.",
        "Trois enfants ont été tués par l'explosion d'une mine samedi à Hodeïda.",
    ],
    "Grenade": [
        "Une grenade lancée sur un débit de boissons a tué deux personnes jeudi à Ngozi.",
        "Douze supporters ont été blessés par l'explosion d'une grenade mardi à Bujumbura.",
        "Sept personnes ont été blessées dans une attaque à la grenade dimanche à Bujumbura.",
    ],
    "Sexual violence": [
        "Une fillette de 12 ans a été violée par deux hommes en uniforme jeudi à Minembwe.",
        "Deux sœurs de 14 et 16 ans ont été violées par des miliciens lundi à Kitchanga.",
        "Cinq femmes ont subi un viol collectif jeudi près du site de déplacés de Bulengo.",
        "Des paramilitaires ont abusé de neuf femmes jeudi à El-Fau.",
        "Trois femmes ont été violées mercredi par des combattants à Kalonge.",
    ],
    "Attack": [
        "Le corps sans vie d'un chef de quartier, ligoté, a été découvert mercredi à Kinama.",
        "Un défenseur des droits a eu le bras fracturé par des miliciens mercredi à Gitega.",
        "Deux cultivateurs ont été tués à l'arme blanche dimanche à Batangafo.",
        "Six creuseurs ont été égorgés par des rebelles lundi à Mambasa.",
        "Neuf bûcherons ont été tués par des combattants de Boko Haram mardi à Rann.",
    ],
    "Abduction/forced disappearance": [
        "Des ravisseurs ont emmené cinq enfants samedi à Pala.",
        "Huit creuseurs ont été contraints de transporter le butin jeudi à Mambasa.",
        "Le père Hans, missionnaire allemand, a été kidnappé dimanche à Bamako.",
        "Une vingtaine de femmes parties chercher du bois ont été enlevées mardi à Konduga.",
        "Deux religieux ont été kidnappés vendredi à Croix-des-Bouquets.",
    ],
    "Peaceful protest": [
        "Plusieurs centaines de femmes ont marché en silence dimanche à Bukavu.",
        "Des habitants ont bloqué pacifiquement mardi la route nationale 2 à Kavumu.",
        "Le personnel soignant a débrayé lundi à Antananarivo pour réclamer des arriérés.",
        "Environ 300 personnes ont participé dimanche à une marche pacifique à Kindu.",
    ],
    "Protest with intervention": [
        "Les motards ont défilé samedi à Maroua. Huit manifestants ont été interpellés.",
        "Le cortège a été bloqué par un cordon de police mardi à Caracas.",
    ],
    "Excessive force against protesters": [
        "À Kisumu, six manifestants ont été blessés par des tirs à balles réelles vendredi.",
        "La répression des manifestations a fait sept morts jeudi à Nairobi.",
    ],
    "Violent demonstration": [
        "Des jeunes en colère ont saccagé lundi la mairie et un commissariat à Mamou.",
        "Des riverains ont barricadé la RN1 et incendié un péage dimanche à Yamoussoukro.",
        "Des étudiants ont séquestré le recteur et brisé des vitres mercredi à Maroua.",
        "Des jeunes ont mis le feu au poste de péage lundi à Pout.",
        "Des manifestants ont incendié la permanence d'un député mercredi à Sokodé.",
    ],
    "Mob violence": [
        "La population a lapidé à mort un présumé voleur samedi à Kisangani.",
        "Des chasseurs dozos ont battu à mort un orpailleur dimanche à Kouroussa.",
        "À Delmas, un bandit présumé a été lynché et brûlé par la population jeudi.",
        "Trois présumés voleurs de motos ont été brûlés vifs par une foule dimanche à Beni.",
        "Un pickpocket a péri sous les coups de la foule dimanche à Douala.",
    ],
    "Agreement": [
        "Kiev et Moscou ont échangé samedi 307 prisonniers de guerre.",
        "Trois commandants maï-maï se sont rendus aux FARDC à Butembo le 6 mai.",
        "À Cali, deux gangs ont signé samedi un pacte de paix sous l'égide de l'Église.",
        "La trêve humanitaire décrétée par les rebelles tigréens a pris effet jeudi.",
        "Le Hamas et Israël ont accepté mercredi une pause de cinq jours dans les combats.",
    ],
    "Arrests": [
        "Le général a fait arrêter 24 personnes lundi à Abéché.",
        "Six opposants ont été placés en garde à vue samedi à Lomé.",
        "Plus de 200 migrants ont été raflés dimanche à Sfax.",
        "La DGSN a mis hors circuit trois passeurs d'armes mercredi à Agadez.",
        "Sept personnes soupçonnées de liens avec l'EI ont été arrêtées mardi à Marrakech.",
    ],
    "Change to group/activity": [
        "Les paras français ont quitté la base de Rumbek jeudi.",
        "La compagnie tchadienne a plié bagage jeudi de Kidal.",
        "La katiba Hanifa a prêté allégeance lundi au nouvel émir.",
        "Le 5e bataillon s'est mutiné mardi à Pointe-Noire.",
    ],
    "Disrupted weapons use": [
        "Les gendarmes ont mis la main sur onze kalachnikovs mardi à Kandi.",
        "Le 7 mai, les FARDC ont récupéré dix-sept armes AK-47 à Komanda.",
        "Trois missiles houthis ont été interceptés dimanche au large d'Eilat.",
        "Dix barils d'explosifs ont été retrouvés par l'armée jeudi à Diffa.",
    ],
    "Headquarters or base established": [
        "Les Casques bleus ont rouvert jeudi leur base temporaire de Pinga.",
        "Le 3 mai, les shebab ont érigé un point de contrôle sur la route de Wajid.",
        "Les jihadistes ont dressé un barrage permanent à l'entrée de Boulsa, samedi.",
        "Une base avancée a été établie mardi à Markoye par l'armée.",
    ],
    "Looting/property destruction": [
        "Le dépôt du PAM à Bria a été mis à sac dans la nuit de mardi à mercredi.",
        "Des hommes en armes ont vidé la pharmacie de Kafia Kingi samedi.",
        "Les gangs ont mis le feu à la bibliothèque de Carrefour-Feuilles jeudi.",
        "Des véhicules de l'ONG ont été volés par des hommes armés vendredi à Kaga-Bandoro.",
        "Des hommes armés ont incendié quatre camions-citernes samedi près de Kolondiéba.",
    ],
    "Non-violent transfer of territory": [
        "Le M23 s'est emparé sans combattre de la cité de Kibabi vendredi.",
        "La police est revenue mardi à Kenscoff, que les gangs avaient abandonnée.",
        "L'armée est entrée mercredi dans Rutshuru, désertée la veille par les rebelles.",
        "Les rebelles ont pris Pinga dimanche, après le départ des militaires.",
        "Les Wazalendo ont investi Kaseke sans combat dimanche.",
    ],
    "Other": [
        "Les sept pêcheurs kidnappés le 2 mai au large de Bakassi ont été relâchés mercredi.",
        "La milice a rendu à leurs familles onze adolescentes, samedi, à Bangassou.",
        "Les autorités ont instauré un couvre-feu mardi à Djugu.",
        "Retenue depuis février, la journaliste colombienne a été libérée samedi à Arauca.",
        "Les cinq gendarmes capturés à Ouham ont été remis dimanche à la Minusca.",
    ],
}
"""Sub-event type to sentences that tell of one such event."""
RECALLED = [
    "L'église avait été incendiée en 2021, lors d'une précédente vague de violences.",
    "Au premier trimestre, 214 civils ont été tués dans le district, selon l'observatoire.",
    "Le procès des auteurs de l'attaque de Grand-Bassam s'est ouvert lundi à Abidjan.",
    "Dix mille personnes sont arrivées à Adré, fuyant les combats d'El-Geneina.",
    "Il n'y a eu ni tirs ni pillages, assure le préfet.",
    "La saison des pluies a fait 22 morts à Kinshasa.",
    "L'incendie d'un marché à Lomé a été causé par un court-circuit.",
    "Aucun tir n'a été entendu dans la nuit à Tripoli.",
    "Le mouvement a rejeté toute implication dans l'enlèvement des deux prêtres.",
    "L'attaque n'a pas fait de victimes, contrairement à une rumeur qui circulait lundi.",
    "Le président a rendu hommage jeudi aux victimes des attentats de 2015.",
    "En trois ans, 312 villages ont été vidés de leurs habitants.",
    "Une minute de silence a été observée vendredi à la mémoire des soldats tombés.",
    "Un séisme a tué quarante personnes lundi à Herat.",
    "On ignore si des civils ont été touchés.",
    "Un détenu s'est donné la mort mardi à la prison de Makala.",
    "L'opposition promet de descendre dans la rue si le scrutin est reporté.",
    "Le couvre-feu pourrait être instauré à Goma.",
    "Le club a pris d'assaut la tête du classement.",
    "La France a condamné jeudi « toute attaque contre les civils ».",
    "Le Conseil de sécurité doit se prononcer mardi sur le retrait de la mission.",
    "Le ministre de la Défense a promis lundi de venger les soldats tués.",
    "Aucun groupe n'a revendiqué l'attaque.",
    "L'an dernier, dix-sept journalistes ont été tués dans le monde.",
    "Le président s'est rendu lundi à Bamako pour une visite de travail.",
    "Le ministre a remis samedi des vivres aux déplacés de Djibo.",
    "Le préfet a présidé jeudi la réunion du comité de sécurité à Diffa.",
    "La Cour a renvoyé l'affaire au 12 juin.",
    "Le HCR a transféré jeudi 400 réfugiés du camp d'Adré.",
    "Les négociateurs se sont retrouvés vendredi à Doha.",
    "Une campagne de vaccination contre la rougeole a démarré lundi à Mopti.",
    "Le député a tiré à boulets rouges sur le budget jeudi.",
    "Trois mineurs ont été ensevelis lundi à Kalehe.",
    "Un ancien rebelle a été nommé ministre mardi à N'Djamena.",
    "L'armée a organisé un défilé dimanche à Ouagadougou pour la fête nationale.",
    "Les agriculteurs ont perdu 40 % des récoltes à cause des sauterelles à Kidal en mai.",
    "La police a renforcé sa présence lundi à l'approche du scrutin à Abidjan.",
    "L'accès à l'eau reste limité à Menaka, où les forages sont en panne.",
    "Le commandant de la force a rencontré jeudi les notables de Djugu.",
    "Les écoles sont fermées depuis l'offensive de janvier à Bukavu.",
    "Une marche de santé a rassemblé deux cents participants dimanche à Libreville.",
    "La ville fête samedi son saint patron.",
    "L'avion présidentiel a atterri mardi à Tripoli.",
    "Les pluies ont emporté le pont de Kananga vendredi.",
    "Le nouveau gouverneur a pris ses fonctions lundi à Bukavu.",
    "Le séisme a été ressenti jusqu'à Alep lundi.",
    "Le juge a libéré sous caution l'ancien ministre jeudi à Nairobi.",
    "L'ONG a lancé un projet de puits lundi à Kayes.",
    "Le joueur a marqué deux buts et enlevé la décision samedi à Tunis.",
    "Les députés ont adopté mardi une loi sur le désarmement.",
    "Le concert a rassemblé dix mille personnes samedi à Dakar.",
    "La ministre a tenu une conférence de presse mardi à Niamey.",
    "Les travaux de la route ont été achevés vendredi à Mopti.",
    "Le PAM a distribué des vivres à 1 200 ménages jeudi à Barsalogho.",
    "Le gouvernement et les syndicats ont signé un accord salarial jeudi à Yaoundé.",
    "Une fusée a décollé jeudi de Kourou.",
    "Des voleurs ont cambriolé une bijouterie mardi à Paris.",
    "Le parlement a voté la censure du gouvernement mardi à Mogadiscio.",
    "Vingt passagers ont péri lundi dans le crash d'un petit avion à Bunia.",
]
"""Sentences that recall, deny, plan, sum up or speak of something else."""


def read(text: str) -> tuple[Incident, ...]:
    report = Report(id="r", text=text, published="2025-05-20", language="fr")
    return extract(report, NoNames()).incidents


@pytest.mark.parametrize(
    ("sub_type", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts]
)
def test_a_french_sentence_tells_of_one_event(sub_type: str, text: str) -> None:
    """Each by its verb and object, with no list of places at hand."""
    (one,) = read(text)
    assert one.sub_event_type == sub_type


@pytest.mark.parametrize("text", RECALLED)
def test_a_french_sentence_tells_of_nothing(text: str) -> None:
    """What was, may be, was not, or is no violence begins no incident."""
    assert read(text) == ()
