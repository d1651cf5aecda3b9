"""Review: what was read is accepted, rejected and put right by the analyst."""

from ui import review_page
from ui.page import page
from ui.tongue import _

with page(_("Review")):
    review_page.show()
