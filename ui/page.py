"""What every page does first: its own settings, style, navigation, and errors caught.

With a `pages/` folder a link straight to a page never runs `dashboard.py`, so each page
calls `page` for itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from incidents.errors import ConflictMapError
from ui import session, theme

PAGES = (
    ("dashboard.py", "Map"),
    ("pages/add_report.py", "Add a report"),
    ("pages/method.py", "Method and data"),
)


@contextmanager
def page(title: str) -> Iterator[None]:
    """Set a page up, show its navigation, and turn known errors into a message.

    Args:
        title: the page's own name, for the browser's tab.
    """
    st.set_page_config(
        page_title=f"{title} · conflict-map", page_icon=":material/map:", layout="wide"
    )
    theme.apply()
    session.start()
    with st.sidebar:
        st.html(
            '<div class="cm-mark">conflict-map<small>from report to map, word by word</small></div>'
        )
        with st.container(horizontal=True, gap="small", key="nav"):
            for path, label in PAGES:
                st.page_link(path, label=label)
    try:
        yield
    except ConflictMapError as error:
        st.error(str(error), icon=":material/error:")
