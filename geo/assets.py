"""Fill `static/` with what the browser loads; nothing of it comes over the network.

Leaflet is copied out of the installed django-leaflet wheel, which carries it unmodified;
the wheel is read as files and never imported. See docs/decisions/0001-offline-assets.md.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from geo.base_files import write_base
from geo.boundaries import FOLDER as BOUNDARIES
from incidents.errors import AssetError

LEAFLET_WHEEL = "django-leaflet"
LEAFLET_FOLDER = "leaflet/static/leaflet"
LEAFLET_FILES = (
    "leaflet.js",
    "leaflet.css",
    "images/layers.png",
    "images/layers-2x.png",
    "images/marker-icon.png",
    "images/marker-icon-2x.png",
    "images/marker-shadow.png",
    "draw/leaflet.draw.js",
    "draw/leaflet.draw.css",
    "draw/images/spritesheet.svg",
    "draw/images/spritesheet.png",
    "draw/images/spritesheet-2x.png",
)
OWN = Path(__file__).resolve().parent / "browser"
MAP_SCRIPTS = ("parts.js", "base.js", "names.js", "marks.js")
"""In the order in which they are loaded."""
OWN_FILES = (*MAP_SCRIPTS, "correct.js", "others.js", "atlas.css")
PAGE_FILES = ("standalone.js", "standalone.css")
STAMP = "stamp.txt"


def prepare_static(static: Path) -> Path:
    """Fill `static/vendor` and `static/base` where they are missing or out of date.

    Takes a few milliseconds when there is nothing to do. Two processes may start at once:
    each folder is made beside its place and moved there whole.

    Args:
        static: the folder that Streamlit serves; made if it is missing.

    Raises:
        AssetError: Leaflet is not installed, or the folder can't be written.
    """
    version = assets_version()
    try:
        static.mkdir(parents=True, exist_ok=True)
        for name, fill in (("vendor", _fill_vendor), ("base", write_base)):
            if _stamp(static / name) != version:
                _replace(static / name, fill, version)
    except OSError as error:
        raise AssetError(
            f"The browser's files cannot be written to {static} ({error}). "
            "Free some space, or start the program from a folder that you may write to."
        ) from error
    return static


@cache
def assets_version() -> str:
    """Return a short hash of everything that `static/` is made from."""
    digest = hashlib.sha256()
    for path in (*_leaflet_paths(), *(OWN / name for name in OWN_FILES), *_base_sources()):
        digest.update(path.name.encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def leaflet_version() -> str:
    """Return the version of the wheel that Leaflet comes from, such as "django-leaflet 0.34.0"."""
    return f"{LEAFLET_WHEEL} {distribution(LEAFLET_WHEEL).version}"


def asset_text(name: str) -> str:
    """Return one of the browser's text files, for a page that must stand alone.

    Args:
        name: "leaflet.js" or "leaflet.css", or one in `geo/browser/`.
    """
    path = OWN / name if name in OWN_FILES + PAGE_FILES else _leaflet_folder() / name
    return path.read_text(encoding="utf-8")


def _base_sources() -> tuple[Path, ...]:
    here = Path(__file__).resolve().parent
    data = (BOUNDARIES / "countries.parquet", BOUNDARIES / "regions.parquet")
    return (*data, here / "base_files.py")


def _leaflet_folder() -> Path:
    try:
        folder = Path(str(distribution(LEAFLET_WHEEL).locate_file(LEAFLET_FOLDER)))
    except PackageNotFoundError as error:
        raise AssetError(
            f"Leaflet is missing: the package {LEAFLET_WHEEL} is not installed. "
            f"Run `make run` again, or `pip install {LEAFLET_WHEEL}`."
        ) from error
    return folder


def _leaflet_paths() -> tuple[Path, ...]:
    paths = tuple(_leaflet_folder() / name for name in LEAFLET_FILES)
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise AssetError(
            f"Leaflet is incomplete: {', '.join(missing)} not found in {_leaflet_folder()}. "
            f"Run `pip install --force-reinstall {LEAFLET_WHEEL}`."
        )
    return paths


def _fill_vendor(folder: Path) -> None:
    for name, source in zip(LEAFLET_FILES, _leaflet_paths(), strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)
    for name in OWN_FILES:
        shutil.copyfile(OWN / name, folder / name)


def _stamp(folder: Path) -> str:
    try:
        return (folder / STAMP).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _replace(folder: Path, fill: Callable[[Path], None], version: str) -> None:
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        fill(fresh)
        (fresh / STAMP).write_text(f"{version}\n", encoding="utf-8")
        fresh.chmod(0o755)
        if folder.exists():
            old = fresh.with_name(f"{fresh.name}-old")
            folder.replace(old)
            shutil.rmtree(old, ignore_errors=True)
        fresh.replace(folder)
    except OSError:
        # Another process may have put the same files there a moment before.
        if _stamp(folder) != version:
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
