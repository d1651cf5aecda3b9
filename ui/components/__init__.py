"""Streamlit components of our own: a Python module each, style sheet and script beside it."""
