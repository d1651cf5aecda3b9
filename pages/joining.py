"""One event in several reports: proposed, looked at side by side, joined or kept apart."""

from ui import joining_page
from ui.page import page
from ui.tongue import N_

with page(N_("Join reports")):
    joining_page.show()
