"""Review: what was read is accepted, rejected and put right by the analyst."""

from ui import review_page
from ui.page import page
from ui.tongue import N_

with page(N_("Review")):
    review_page.show()
