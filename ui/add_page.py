"""The "Add a report" page."""

import streamlit as st


def show() -> None:
    """Draw the form."""
    st.title("Add a report")
