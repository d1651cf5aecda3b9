"""Panels of the page "Data": a file brought in, the layers, what reading them cost."""
