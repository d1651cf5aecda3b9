"""Panels: each draws one part of the screen and owns that part's state."""
