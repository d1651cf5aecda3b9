"""Method and data: what the program does with a report, from which data, and what it can't."""

from ui import method_page
from ui.page import page
from ui.tongue import N_

with page(N_("Method and data")):
    method_page.show()
