"""The review page's parts, a module each; `ui/review_page.py` puts them together."""
