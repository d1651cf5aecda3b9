"""Whether two reports' versions may be of one kind, by the same people."""

from incidents.joining.pair import Pair
from incidents.records import Incident

ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"Attack", "Armed clash", "Government regains territory", "Mob violence"}),
    frozenset(
        {"Armed clash", "Non-state actor overtakes territory", "Government regains territory"}
    ),
    frozenset({"Attack", "Looting/property destruction"}),
    frozenset({"Attack", "Sexual violence"}),
    frozenset({"Suicide bomb", "Remote explosive/landmine/IED", "Grenade"}),
    frozenset({"Air/drone strike", "Shelling/artillery/missile attack"}),
    frozenset(
        {
            "Peaceful protest",
            "Protest with intervention",
            "Excessive force against protesters",
            "Violent demonstration",
            "Mob violence",
        }
    ),
    frozenset({"Arrests", "Protest with intervention"}),
)
"""Sub-event types that two reports may give one event: an attack to one, a clash to another."""
LOOSE = frozenset({"Attack", "Armed clash", "Suicide bomb", "Grenade"})
"""Those of which one may begin the other: gunmen storm a base after a blast."""
CROWDS = frozenset({"Protests", "Riots"})
CALM = "Strategic developments"


def same_type(pair: Pair) -> bool:
    """Tell whether both have one sub-event type."""
    one, other = _incidents(pair)
    return one.sub_event_type == other.sub_event_type


def alike(pair: Pair) -> bool:
    """Tell whether their types are two readings of one event."""
    one, other = _incidents(pair)
    kinds = {one.sub_event_type, other.sub_event_type}
    return len(kinds) > 1 and any(kinds <= group for group in ALIKE)


def other_realm(pair: Pair) -> bool:
    """Tell whether the one is a crowd's and the other no crowd's, or no violence at all."""
    if same_type(pair) or alike(pair):
        return False
    one, other = _incidents(pair)
    return any(
        (one.event_type in realm) != (other.event_type in realm) for realm in (CROWDS, {CALM})
    )


def loosely_alike(pair: Pair) -> bool:
    """Tell whether one may have begun the other."""
    one, other = _incidents(pair)
    return {one.sub_event_type, other.sub_event_type} <= LOOSE and not (
        same_type(pair) or alike(pair)
    )


def other_type(pair: Pair) -> bool:
    """Tell whether their types are hardly two readings of one event."""
    return not (same_type(pair) or alike(pair) or loosely_alike(pair))


def same_actor(pair: Pair) -> bool:
    """Tell whether an armed actor with a name takes part in both."""
    return bool(pair.first.named & pair.second.named)


def other_actor(pair: Pair) -> bool:
    """Tell whether each names those who did it, and none is named by both."""
    one, other = pair.first, pair.second
    return bool(one.doers and other.doers) and not one.named & other.named


def other_victims(pair: Pair) -> bool:
    """Tell whether civilians were hit in one and nobody but armed people in the other."""
    one, other = pair.first.victims, pair.second.victims
    return bool(one and other) and not one & other


def same_setting(pair: Pair) -> bool:
    """Tell whether both hit the same kind of site."""
    one, other = _incidents(pair)
    return one.setting is not None and one.setting == other.setting


def other_setting(pair: Pair) -> bool:
    """Tell whether each hit a site of another kind."""
    one, other = _incidents(pair)
    return None not in {one.setting, other.setting} and one.setting != other.setting


def same_means(pair: Pair) -> bool:
    """Tell whether both were done by the same means."""
    one, other = _incidents(pair)
    return one.means is not None and one.means == other.means


def of_several(pair: Pair) -> bool:
    """Tell whether the one puts several events together and the other tells of one."""
    one, other = _incidents(pair)
    return (one.count > 1) != (other.count > 1)


def _incidents(pair: Pair) -> tuple[Incident, Incident]:
    return pair.first.incident, pair.second.incident
