"""Where the words of a report are; see `Geocoder.resolve`."""

from geo.geocoder.resolve import Geocoder

__all__ = ["Geocoder"]
