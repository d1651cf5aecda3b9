"""Values from data, put into scripts and pages so that they stay values."""

import html

import msgspec

_UNSAFE = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "'": "\\u0027",
    "`": "\\u0060",
    "$": "\\u0024",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_TABLE = str.maketrans(_UNSAFE)


def script_json(value: object) -> str:
    """Encode a value as JSON that may stand in a script, in HTML and in a template literal.

    No `</script>`, no comment, no backtick and no `${` survives: those characters occur in
    JSON only inside strings, where an escape means the same. The quote `'` goes too, since
    streamlit-folium rewrites `{{'name'}}` wherever it sees it.
    """
    return msgspec.json.encode(value, order="deterministic").decode().translate(_TABLE)


def text_html(value: object) -> str:
    """Escape a value for an HTML text or a quoted attribute; None is empty."""
    return "" if value is None else html.escape(str(value), quote=True)
