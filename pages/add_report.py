"""Add a report: a file or pasted text, read into incidents and kept."""

from ui import add_page
from ui.page import page
from ui.tongue import N_

with page(N_("Add a report")):
    add_page.show()
