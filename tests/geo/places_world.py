"""The worldwide gazetteer without any country pack, opened once for the tests."""

from functools import cache

from geo.gazetteer import Gazetteer
from geo.gazetteer.build import ensure_index
from geo.geocoder import Geocoder


@cache
def world() -> Gazetteer:
    return Gazetteer([ensure_index()])


@cache
def geocoder() -> Geocoder:
    return Geocoder(world())
