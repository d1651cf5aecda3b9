"""The words that records and filters hold, marked for the catalogue.

They are stored and exported as the codebooks spell them; only the screen says them otherwise:
`said("Armed clash")` is "Affrontement armé" to a French reader.
"""

from incidents.tongue import N_, _

TERMS = (
    # ACLED's event types and sub-event types, of data/conventions/acled_types.toml.
    N_("Battles"), N_("Explosions/Remote violence"), N_("Violence against civilians"),
    N_("Protests"), N_("Riots"), N_("Strategic developments"),
    N_("Government regains territory"), N_("Non-state actor overtakes territory"),
    N_("Armed clash"), N_("Chemical weapon"), N_("Air/drone strike"), N_("Suicide bomb"),
    N_("Shelling/artillery/missile attack"), N_("Remote explosive/landmine/IED"), N_("Grenade"),
    N_("Sexual violence"), N_("Attack"), N_("Abduction/forced disappearance"),
    N_("Peaceful protest"), N_("Protest with intervention"),
    N_("Excessive force against protesters"), N_("Violent demonstration"), N_("Mob violence"),
    N_("Agreement"), N_("Arrests"), N_("Change to group/activity"), N_("Disrupted weapons use"),
    N_("Headquarters or base established"), N_("Looting/property destruction"),
    N_("Non-violent transfer of territory"), N_("Other"),
    # Roles, kinds of actors and sources, statuses.
    N_("perpetrator"), N_("supporter"), N_("target"), N_("victim"), N_("supplier"),
    N_("opponent"),
    N_("state forces"), N_("rebel group"), N_("political militia"), N_("identity militia"),
    N_("rioters"), N_("protesters"), N_("civilians"), N_("external forces"),
    N_("ngo"), N_("un"), N_("media"), N_("government"), N_("armed group"), N_("witness"),
    N_("other"),
    N_("reported"), N_("alleged"), N_("claimed"), N_("denied"), N_("confirmed"),
    # Settings and means, of data/rules/.
    N_("aid convoy"), N_("airport"), N_("boat"), N_("camp"), N_("checkpoint"), N_("church"),
    N_("displacement camp"), N_("farm"), N_("funeral"), N_("gathering"),
    N_("government building"), N_("home"), N_("hospital"), N_("hotel"), N_("infrastructure"),
    N_("market"), N_("media office"), N_("military base"), N_("military convoy"), N_("mine"),
    N_("mosque"), N_("police station"), N_("prison"), N_("restaurant"), N_("road"),
    N_("school"), N_("ship"), N_("vehicle"), N_("village"), N_("water point"), N_("wedding"),
    N_("arson"), N_("drone"), N_("firearms"), N_("knives"), N_("stones"), N_("tear gas"),
    N_("airstrike"), N_("artillery"), N_("batons"), N_("car bomb"), N_("chemical"),
    N_("explosive"), N_("grenade"), N_("IED"), N_("landmine"), N_("missile"), N_("mortar"),
    N_("rocket"), N_("suicide bomb"),
    # What an analyst has done with it.
    N_("unchecked"), N_("accepted"), N_("rejected"), N_("edited"), N_("added"),
    N_("changed since"),
    # Ways a date is filtered; kinds of places of the gazetteer.
    N_("possibly"), N_("certainly"),
    N_("country"), N_("continent"), N_("region"), N_("district"), N_("town"), N_("water"),
    N_("relief"), N_("spot"), N_("vague"),
    # Languages in which reports are read, and those that are told to be foreign.
    N_("English"), N_("French"), N_("English and French"), N_("Spanish"),
    N_("Portuguese"), N_("Italian"), N_("Romanian"), N_("German"), N_("Dutch"), N_("Swedish"),
    N_("Polish"), N_("Turkish"), N_("Swahili"), N_("Hausa"), N_("Somali"), N_("Indonesian"),
    N_("Tagalog"),
)  # fmt: skip


def said(term: str) -> str:
    """Return a stored word as the screen says it; one that nobody marked as it is."""
    return _(term)
