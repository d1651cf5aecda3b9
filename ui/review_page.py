"""The review page put together: the queue in the sidebar, the text, and the proposal beside it."""

import streamlit as st

from ui import session
from ui.review import emptiness, giving, heading, keying, proposal, text, waiting
from ui.review.desk import make_desk


def show() -> None:
    """Draw the page and write what is looked at into the URL."""
    desk = make_desk()
    with st.sidebar:
        waiting.show(desk)
    heading.show(desk)
    if desk.report is None:
        emptiness.no_report()
        return
    left, right = st.columns([5, 4], gap="medium")
    with left, st.container(key="reading"):
        text.show(desk, on_given=giving.take)
    with right, st.container(key="review_side"):
        emptiness.note(desk)
        proposal.show(desk)
    keying.hear(desk)
    session.finish()
