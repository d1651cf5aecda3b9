"""Panels, session and URL state, theme, caches: all that imports streamlit below the pages."""
