"""Data: other people's files as layers beside the reports."""

from ui import data_page
from ui.page import page
from ui.tongue import N_

with page(N_("Data")):
    data_page.show()
