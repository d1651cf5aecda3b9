"""The "Method and data" page."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("Method and data")
