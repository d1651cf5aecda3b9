"""A piece of HTML as text, whole, with its blocks on lines of their own."""

import re
from collections.abc import Iterator

from lxml import etree, html

from incidents.formats.tables import table_lines

_BLOCKS = frozenset(
    {
        "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6",
        "blockquote", "section", "article", "header", "footer", "hr", "pre", "dl", "dt", "dd",
        "address", "figure", "figcaption",
    }
)  # fmt: skip
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_LINE_SPACES = re.compile(r" *\n *")
_MANY_LINES = re.compile(r"\n{3,}")


def text_of(markup: str) -> str:
    """Return the words of a piece of HTML as a browser would show them."""
    if not markup.strip():
        return ""
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    text = _LINE_SPACES.sub("\n", "".join(_pieces(tree)))
    return _MANY_LINES.sub("\n\n", text).strip()


def _pieces(tree: etree._Element) -> Iterator[str]:
    """Walk the tree without recursion: hostile pages are as deep as they like."""
    skip: etree._Element | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if skip is not None:
            if event == "end" and node is skip:
                skip = None
                yield _flat(node.tail)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start" and (not tag or tag in _UNSEEN):
            skip = node
        elif event == "start" and tag == "table" and _is_data(node):
            yield "\n" + "\n".join(table_lines(_cells(node))) + "\n"
            skip = node
        elif event == "start":
            yield ("\n" if tag in _BLOCKS else "") + _flat(node.text)
        else:
            yield ("\n" if tag in _BLOCKS else "") + _flat(node.tail)


def _flat(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def _is_data(table: etree._Element) -> bool:
    """Tell a table of data from one that only holds a letter's layout."""
    rows = _cells(table)
    short = all(len(cell) < 300 for row in rows for cell in row)  # noqa: PLR2004
    return table.find(".//table") is None and short and any(len(row) > 1 for row in rows)


def _cells(table: etree._Element) -> list[list[str]]:
    return [
        [_flat(cell.text_content()).strip() for cell in row.iterchildren("td", "th")]
        for row in table.iter("tr")
    ]
