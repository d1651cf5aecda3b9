"""Values from data, put into scripts and pages so that they stay values."""

import html
import re

import msgspec

_TABLE = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "'": "\\u0027",
        "`": "\\u0060",
        "$": "\\u0024",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)
_TEMPLATE = re.compile(r"\{(?=[{%#])")
"""The start of a Jinja tag. In JSON it can stand in strings only."""


def script_json(value: object) -> str:
    """Encode a value as JSON that may stand in a script, in HTML and in a template.

    No `</script>`, no comment, no backtick and no `${` survives: those characters occur in
    JSON only inside strings, where an escape means the same. Neither does `{{` or `{%`:
    branca compiles every rendered script as a Jinja template once more, so that a place
    called `{{ 7 * 7 }}` would otherwise be run on the server.
    """
    text = msgspec.json.encode(value, order="deterministic").decode().translate(_TABLE)
    return _TEMPLATE.sub(r"\\u007b", text)


def text_html(value: object) -> str:
    """Escape a value for an HTML text or a quoted attribute; None is empty."""
    return "" if value is None else html.escape(str(value), quote=True)
