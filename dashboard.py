"""The map page: filters | map over timeline | source text."""

from ui import map_page
from ui.page import page
from ui.tongue import N_

with page(N_("Map")):
    map_page.show()
