"""What every page does first: its own settings, style, navigation, and errors caught.

With a `pages/` folder a link straight to a page never runs `dashboard.py`, so each page
calls `page` for itself.
"""

import html
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import streamlit as st
from PIL import Image, ImageDraw

from incidents.errors import ConflictMapError
from ui import analyst, deciding, session, theme, tongue, who
from ui.acting import refusals
from ui.components.page_language import page_language
from ui.markup import plain, say
from ui.panels import rivals
from ui.tongue import N_, _

PAGES = (
    ("dashboard.py", N_("Map")),
    ("pages/review.py", N_("Review")),
    ("pages/add_report.py", N_("Add a report")),
    ("pages/joining.py", N_("Join reports")),
    ("pages/data.py", N_("Data")),
    ("pages/method.py", N_("Method and data")),
    ("pages/glossary.py", N_("Glossary")),
)


@cache
def _icon() -> Image.Image:
    # Drawn here: Streamlit fetches its own icons for the browser's tab from a font server.
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, 58, 58), fill="#f6f1e6", outline="#1f5673", width=6)
    draw.polygon(((32, 16), (48, 32), (32, 48), (16, 32)), fill="#c24e00")
    return image


@contextmanager
def page(title: str) -> Iterator[None]:
    """Set a page up, show its navigation, and turn known errors into a message.

    Args:
        title: the page's own name, for the browser's tab; marked by `N_` in `PAGES`.
    """
    st.set_page_config(page_title=f"{_(title)} · conflict-map", page_icon=_icon(), layout="wide")
    theme.apply()
    session.start()
    with st.sidebar:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.html('<div class="cm-mark">conflict-map</div>')
            tongue.switch()
        motto = html.escape(_("from report to map, word by word"))
        st.html(f'<div class="cm-motto">{motto}</div>')
        page_language(tongue.language())
        with st.container(horizontal=True, gap="small", key="nav"):
            for path, label in PAGES:
                # The view goes along, so that a look at another page loses nothing.
                st.page_link(path, label=plain(_(label)), query_params=session.query())
    if not who.admitted():
        st.stop()
    with st.sidebar:
        analyst.ask()
    for refused in refusals():
        say("error", refused)
    try:
        deciding.look()
        rivals.show()
        yield
    except ConflictMapError as error:
        say("error", error)
