"""Rows of each exact form, made up; no data of others lies in this repository."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from datasets.forms import ACLED_COLUMNS, UCDP_COLUMNS

ACLED = dict(
    zip(
        ACLED_COLUMNS,
        (
            "MLI1", "2024-03-17", "2024", "1", "Political violence", "Battles", "Armed clash",
            "JNIM: Group for Support of Islam and Muslims", "Katiba; Youths", "Rebel group",
            "Military Forces of Mali (2021-)", "", "State forces", "State forces-Rebel group", "",
            "466", "Western Africa", "Mali", "Mopti", "Bankass", "Dimbal", "Bankass", "14.0700",
            "-3.5160", "1", "Studio X", "National", 'On 17 March, a "clash"; 3 killed.', "3", "",
            "1711000000",
        ),
        strict=True,
    )
)  # fmt: skip
"""An event of ACLED's form, its place exact."""
UCDP = dict(
    zip(
        UCDP_COLUMNS,
        (
            "500001", "MLI-2024-1-1", "2024", "1", "Clear", "1", "11", "12", "Mali: Kidal", "13",
            "14", "Government of Mali - JNIM", "15", "72", "Government of Mali", "16", "17", "JNIM",
            "2", "Agency, 2024-03-18", "Agency", "2024-03-18", "Clash near Bankass", "Army", "1",
            "Bankass town", "Bankass", "Mopti region", "Bankass cercle", "14.070000", "-3.516000",
            "POINT (-3.516 14.07)", "149033", "Mali", "432", "Africa", "1", "1",
            "2024-03-17 00:00:00.000", "2024-03-17 00:00:00.000", "1", "2", "0", "0", "3", "5", "2",
            "432", "",
        ),
        strict=True,
    )
)  # fmt: skip
"""An event of UCDP's form, its place exact."""


def write(
    path: Path,
    rows: Sequence[Mapping[str, str]],
    *,
    separator: str = ",",
    encoding: str = "utf-8",
    heading: bool = True,
) -> Path:
    """Write rows as a CSV."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        if heading:
            writer.writeheader()
        writer.writerows(rows)
    return path


def cells(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV that was written out."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
