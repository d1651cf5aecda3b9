"""Streamlit components of our own: each a Python module with its style sheet and script beside it."""
