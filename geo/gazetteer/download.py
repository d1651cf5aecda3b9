"""Fetch a country dump from GeoNames, only when the analyst asks for it."""

import hashlib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from incidents.errors import GazetteerError

ADDRESS = "https://download.geonames.org/export/dump/{country}.zip"
"""GeoNames' dumps, CC BY 4.0."""
CHUNK_BYTES = 1 << 16
TIMEOUT_SECONDS = 30


class Download(NamedTuple):
    """A fetched file, gone when the block ends."""

    path: Path
    address: str
    sha256: str


@contextmanager
def fetched(country: str, tick: Callable[[int, int], None]) -> Iterator[Download]:
    """Fetch a country's dump into a temporary folder.

    Args:
        country: ISO 3166-1 alpha-2.
        tick: hears the bytes read and those expected (0 where the server does not say).

    Raises:
        GazetteerError: no network, no such dump, or the transfer broke off.
    """
    address = ADDRESS.format(country=country)
    with TemporaryDirectory(prefix="conflict-map-") as folder:
        path = Path(folder) / f"{country}.zip"
        try:
            sha256 = _fetch(address, path, tick)
        except (urllib.error.URLError, HTTPException, OSError) as error:
            raise GazetteerError(
                "{address} could not be fetched ({why}). Nothing was changed. Without "
                "a network, copy {country}.zip here and use --file {country}.zip.",
                address=address,
                why=error,
                country=country,
            ) from error
        yield Download(path, address, sha256)


def _fetch(address: str, path: Path, tick: Callable[[int, int], None]) -> str:
    digest, done = hashlib.sha256(), 0
    with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer, path.open("wb") as out:  # noqa: S310 - ADDRESS is https
        expected = int(answer.headers.get("Content-Length") or 0)
        while chunk := answer.read(CHUNK_BYTES):
            out.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            tick(done, expected)
    if expected and done != expected:
        raise HTTPException(f"broke off after {done} of {expected} bytes")
    return digest.hexdigest()
