"""Glossary: the terms of the field in plain words, each with where it is from."""

from ui import glossary
from ui.page import page
from ui.tongue import N_

with page(N_("Glossary")):
    glossary.show()
