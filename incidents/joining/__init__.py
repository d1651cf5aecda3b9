"""One event in several reports: which incidents may be one, why, and what they say together."""
