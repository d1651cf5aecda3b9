"""Prints the accuracy of event types on CASE 2021's snippets, overall and by type.

    python benchmarks/evaluate_types.py [../shared/benchmarks/case2021_task2_dev.tsv]

The snippets' 30 labels are ACLED's sub-event types under other names, and five kinds that are no
conflict event (disasters, diplomacy, organised crime, attribution). A snippet gets the type of the
first incident read from it; one with none gets the kind that the bars name. No label is fitted to a
snippet's id or to a name in it.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from incidents.extract import Extraction, extract
from incidents.finders.events import find_matters
from incidents.finders.places import NoNames
from incidents.mentions import EventCue
from incidents.record import event_type
from incidents.report import Report

SNIPPETS = Path(__file__).resolve().parents[2] / "shared/benchmarks/case2021_task2_dev.tsv"
LABELS = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "ATTRIB": "attribution",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DIPLO": "diplomacy",
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MAN_MADE_DISASTER": "accident",
    "MOB_VIOL": "Mob violence",
    "NATURAL_DISASTER": "natural disaster",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "ORG_CRIME": "crime",
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
}
SURE = 0.7
"""Weight of words that tell of an event whatever else a snippet speaks of."""
NO_CONFLICT = ("natural disaster", "accident", "crime", "diplomacy", "attribution")


def classify(snippet: str) -> str:
    """Say of which type the first event of a snippet is."""
    report = Report(id="snippet", text=snippet, language="en")
    extraction = extract(report, NoNames(), general=True)
    matter = _matter(extraction)
    cues = [cue for cue in extraction.claims.cues if cue.barred is None]
    if matter and not any(cue.weight > SURE for cue in cues):
        return matter
    if extraction.incidents:
        return extraction.incidents[0].sub_event_type
    cues = cues or list(extraction.claims.cues)
    return _bare_type(cues) if cues else matter or "Other"


def _bare_type(cues: list[EventCue]) -> str:
    """Type a snippet that ties its words to no time or place."""
    best = max(cues, key=lambda cue: cue.weight)
    return event_type.settle({cue.frame for cue in cues}, best.frame, event_type.Parties(actors=()))


def _matter(extraction: Extraction) -> str | None:
    reasons = Counter(reason for _, reason in find_matters(extraction.document))
    reasons["diplomacy"] += reasons["diplomatic act"]
    return next((reason for reason in NO_CONFLICT if reasons[reason]), None)


def weighted_f1(pairs: list[tuple[str, str]]) -> tuple[float, Mapping[str, tuple[float, int]]]:
    """Compute F1 of each type and their mean weighted by how often each occurs."""
    by_type: dict[str, tuple[float, int]] = {}
    for kind in sorted({gold for gold, _ in pairs}):
        hit = sum(gold == kind == read for gold, read in pairs)
        wrong = sum(kind in pair and pair[0] != pair[1] for pair in pairs)
        by_type[kind] = (2 * hit / (2 * hit + wrong), sum(gold == kind for gold, _ in pairs))
    total = sum(f1 * support for f1, support in by_type.values())
    return total / len(pairs), by_type


def main() -> None:
    """Read the snippets, type them, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?", default=SNIPPETS)
    parser.add_argument("--errors", action="store_true", help="print the snippets that went wrong")
    args = parser.parse_args()
    if not args.file.is_file():
        print(f"Types: {args.file} is not there; the snippets are not part of the project.")
        return
    with args.file.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    pairs = []
    wrong: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        gold, read = LABELS[row["SubType"]], classify(row["EventSnippet"])
        pairs.append((gold, read))
        if gold != read:
            wrong[gold].append(f"  {row['id']:>5} {read}: {row['EventSnippet'][:300]}")
    f1, by_type = weighted_f1(pairs)
    right = sum(gold == read for gold, read in pairs)
    print(f"{len(pairs)} snippets: accuracy {right / len(pairs):.3f}, weighted F1 {f1:.3f}")
    for kind, (value, support) in sorted(by_type.items(), key=lambda item: -item[1][1]):
        print(f"  {kind:<38} F1 {value:.2f}  of {support}")
    if args.errors:
        for kind, lines in wrong.items():
            print(f"\n{kind}", *lines, sep="\n")


if __name__ == "__main__":
    main()
