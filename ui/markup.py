"""Words from data in Streamlit's Markdown, which must show them as they are."""

_MARKS = "\\`*_{}[]<>#~$|:"


def plain(words: str) -> str:
    """Escape Markdown, so that a report's own words neither format nor link anything."""
    return "".join(f"\\{c}" if c in _MARKS else c for c in words)
