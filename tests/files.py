"""Small files of the formats that are read, made by hand for the tests."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with this body; `parts` are further ones, such as word/footnotes.xml."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(stream) as template,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in template.namelist():
            if name != "word/document.xml":
                made.writestr(name, template.read(name))
        made.writestr(
            "word/document.xml",
            f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        )
        for name, inner in (parts or {}).items():
            root = name.rsplit("/", 1)[-1].removesuffix(".xml")
            made.writestr(name, f"<w:{root} {_SPACES}>{inner}</w:{root}>")
    return out.getvalue()


def para(*texts: str) -> str:
    """Return a paragraph of runs."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p>{runs}</w:p>"


def word_table(*rows: Sequence[str]) -> str:
    """Return a table of cells of one paragraph each."""
    cells = ("".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def pdf(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """Return a PDF of lines at points from each page's lower left corner."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>"
        % (b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        stream = b"".join(_line(*line) for line in lines)
        objects += [
            b"<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (5 + 2 * number),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table + end


def _line(x: float, y: float, text: str) -> bytes:
    raw = text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        raw = raw.replace(sign, b"\\" + sign)
    return b"BT /F1 10 Tf %g %g Td (%s) Tj ET\n" % (x, y, raw)


def column(x: float, top: float, *lines: str) -> list[tuple[float, float, str]]:
    """Return lines below each other, 14 points apart."""
    return [(x, top - 14 * number, line) for number, line in enumerate(lines)]
