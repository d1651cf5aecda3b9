"""Web pages: the story without its menus, and the publication date that the page declares."""

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree, html

from incidents.dating import read_edtf
from incidents.errors import DateError, ReportError
from incidents.formats.contents import Contents, Limits
from incidents.formats.plain import decode
from incidents.tongue import later

_INLINE = re.compile(
    r"</?(?:span|font|b|i|u|em|strong|small|mark|big|tt|s|ins|wbr)(?:\s[^<>]*)?>", re.IGNORECASE
)
"""Marks that change no word; chains of them cost the parser the square of their length."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w-]{2,30})", re.IGNORECASE)
_PUBLISHED = frozenset(
    {
        "article:published_time", "article:published", "og:published_time", "datepublished",
        "date.published", "publication_date", "publicationdate", "publish_date", "publishdate",
        "publish-date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date.published",
        "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
        "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished",
    }
)  # fmt: skip
"""Names of `<meta>`s that declare when a page was published."""
_MOST_LEFT_OUT = 0.4
"""Share of a page's words that its menus take without a note."""
_WORD = re.compile(r"\w+")


def read(data: bytes, name: str, _limits: Limits) -> Contents:
    """Take the story out of a page.

    Raises:
        ReportError: the page has none, or is in an unknown encoding.
    """
    markup, notes = _decode(data, name)
    markup = _INLINE.sub("", markup)
    tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=_parser())
    page: Any = trafilatura.bare_extraction(markup, with_metadata=True, include_comments=False)
    if page is None or not (page.text or "").strip():
        raise ReportError(
            "{name} has no story that could be told from its menus. Paste its text.", name=name
        )
    declared = next(filter(None, map(_day, _declared(tree))), None)
    guessed = None if declared else _day(page.date)
    meta = {"title": page.title, "publisher": page.sitename, "url": page.url}
    if guessed:
        notes += (
            later(
                "{name} declares no publication date; {day} was guessed from the page.",
                name=name,
                day=guessed,
            ),
        )
    return Contents(
        text=page.text,
        meta={k: v for k, v in {**meta, "published": declared}.items() if v},
        proposed_published=guessed,
        notes=(*notes, *_left_out(tree, page.text, name)),
    )


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", no_network=True)


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode by what the page declares, where that works."""
    if declared := _CHARSET.search(data[:4096]):
        try:
            return data.decode(declared[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, name)


def _declared(tree: etree._Element) -> Iterator[str]:
    """Yield the dates that the page declares as its publication's."""
    for meta in tree.iter("meta"):
        names = (meta.get(key, "").lower() for key in ("property", "name", "itemprop"))
        if _PUBLISHED.intersection(names):
            yield meta.get("content", "")
    for script in tree.iter("script"):
        if script.get("type", "").startswith("application/ld+json"):
            yield from _linked(script.text or "")
    for time in tree.iter("time"):
        says = f"{time.get('itemprop', '')} {time.get('class', '')}".lower()
        if "pubdate" in time.attrib or "publish" in says or "entry-date" in says:
            yield time.get("datetime") or time.text_content()


def _linked(text: str) -> Iterator[str]:
    """Yield `datePublished` out of JSON-LD."""
    try:
        queue: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue += item
        elif isinstance(item, dict):
            if isinstance(published := item.get("datePublished"), str):
                yield published
            queue += [item[key] for key in ("@graph", "mainEntity") if key in item]


def _day(text: str | None) -> str | None:
    try:
        return read_edtf(text.strip().replace("/", "-")[:10]).edtf if text else None
    except DateError:
        return None


def _left_out(tree: etree._Element, text: str, name: str) -> Iterator[str]:
    """Say so when much of a page was taken for menus."""
    for unseen in list(tree.iter("script", "style", "noscript", "template", "head")):
        unseen.drop_tree()
    whole, kept = len(_WORD.findall(tree.text_content())), len(_WORD.findall(text))
    if whole - kept > _MOST_LEFT_OUT * whole:
        yield later(
            "{name}: {kept} of the page's {whole} words were read; "
            "the rest was taken for menus, links and furniture.",
            name=name,
            kept=kept,
            whole=whole,
        )
