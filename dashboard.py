"""The map page: filters | map over timeline | source text."""

from ui import map_page
from ui.page import page

with page("Map"):
    map_page.show()
