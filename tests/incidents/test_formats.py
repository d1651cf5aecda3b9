"""What each format's reader takes out of a file, and what it says of the rest."""

import io

import pypdf
import pytest

from incidents.errors import ReportError
from incidents.report import Report, read_report
from tests.files import column, para, pdf, word, word_table

STORY = "Gunmen killed three people in the village on Tuesday, a witness said."


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def of_word(body: str, parts: dict[str, str] | None = None) -> Report:
    return read_report(word(body, parts), name="a.docx")


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        f"<w:p>{run('Gunmen killed ')}<w:del><w:r><w:delText>two</w:delText></w:r></w:del>"
        f"<w:ins>{run('five')}</w:ins>{run(' people.')}</w:p>"
    )
    report = of_word(body)
    assert report.text == "Gunmen killed five people."
    assert any("tracked changes" in note for note in report.notes)


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:sdt><w:sdtContent>{para(STORY)}</w:sdtContent></w:sdt>",
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            f"{para(STORY)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        ),
        (
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>"
            f"{para(STORY)}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            f"<w:txbxContent>{para(STORY)}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{para(STORY)}</w:tc></w:tr></w:tbl></w:tc></w:tr>"
            "</w:tbl>"
        ),
    ],
    ids=["content control", "text box", "text box told twice", "nested table"],
)
def test_what_stands_inside_is_read_once(inner: str) -> None:
    assert of_word(para("Weekly note.") + inner).text.count(STORY) == 1


def test_footnotes_are_read_below_the_text() -> None:
    body = '<w:p><w:r><w:t>Raids went on.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{para(STORY)}</w:footnote>'
    assert of_word(body, {"word/footnotes.xml": notes}).text == f"Raids went on.[2]\n[2] {STORY}"


def test_what_a_word_file_holds_besides_is_said() -> None:
    report = of_word(para(STORY), {"word/comments.xml": para("A remark.")})
    assert report.text == STORY
    assert any("comments were not read" in note for note in report.notes)


def test_a_table_reads_with_its_headers_words() -> None:
    """The figures get their header's word, the places come together."""
    table = word_table(
        ("Date", "Country", "Town", "What", "Killed"),
        ("3 May 2023", "Mali", "Bankass", "Raid on a market", "7"),
    )
    assert of_word(table).text.split("\n")[1] == (
        "3 May 2023 | in Bankass, Mali | Raid on a market | 7 killed"
    )


LEFT = ("Raiders came to the town of", "Bankass at dawn and killed", "four traders on its road.")
RIGHT = ("Elsewhere, a mine destroyed", "a lorry near Tessalit; two", "soldiers were wounded.")


def test_columns_of_a_pdf_are_read_one_after_the_other() -> None:
    page = [*column(40, 700, *LEFT), *column(320, 700, *RIGHT)]
    text = read_report(pdf(page), name="a.pdf").text
    assert "town of Bankass at dawn and killed four traders" in text
    assert text.index("its road.") < text.index("Elsewhere")


def test_running_heads_and_feet_are_left_out_and_named() -> None:
    """A sentence goes over the page's end as if nothing stood between."""
    pages = [
        [(40, 800, "Brief | Oslo | 3 May 2023"), *column(40, 770, *lines), (40, 40, f"Page {n}")]
        for n, lines in enumerate((LEFT[:2], ("four traders on its road.", *RIGHT)), 1)
    ]
    report = read_report(pdf(*pages), name="a.pdf")
    assert "killed four traders" in report.text
    assert "Oslo" not in report.text
    assert "Page" not in report.text
    assert any("Oslo" in note for note in report.notes)


def test_a_table_of_a_pdf_is_read_row_by_row() -> None:
    rows = [("Town", "What", "Killed"), ("Bankass", "Raid", "7"), ("Kidal", "Mine", "2")]
    page = [
        (x, 700 - 20 * n, cell)
        for n, row in enumerate(rows)
        for x, cell in zip((40, 200, 360), row, strict=True)
    ]
    text = read_report(pdf(page), name="a.pdf").text
    assert "in Bankass | Raid | 7 killed" in text
    assert "in Kidal | Mine | 2 killed" in text


def test_a_page_without_text_is_named() -> None:
    report = read_report(pdf([(40, 700, STORY)], []), name="a.pdf")
    assert any("no text on page 2" in note for note in report.notes)


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_pdf_is_read_where_it_needs_no_password(password: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([(40, 700, STORY)])))
    writer.encrypt(password, "owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    if password:
        with pytest.raises(ReportError, match="locked with a password"):
            read_report(out.getvalue(), name="a.pdf")
    else:
        assert read_report(out.getvalue(), name="a.pdf").text == STORY


HEAD = "From: Desk <desk@example.org>\nSubject: Raid\nDate: Fri, 5 May 2023 08:12:00 +0000\n"


def of_mail(head: str, body: str) -> Report:
    return read_report(f"{HEAD}MIME-Version: 1.0\n{head}\n\n{body}".encode(), name="a.eml")


def test_a_mail_is_decoded_and_dated() -> None:
    report = of_mail(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
        "Des hommes arm=C3=A9s ont tu=C3=A9 trois =C3=A9leveurs.",
    )
    assert report.text == "Des hommes armés ont tué trois éleveurs."
    assert (report.title, report.published) == ("Raid", "2023-05-05")


def test_a_signature_is_left_out_and_a_quotation_kept() -> None:
    body = (
        f"{STORY}\n\nBest regards,\nJane Roe\nGeneva, Switzerland\n\n"
        "On Thu, 4 May 2023 at 09:00, Desk wrote:\n> An army patrol left Kidal.\n> --\n> Oslo\n"
    )
    report = of_mail("Content-Type: text/plain; charset=utf-8", body)
    assert "Geneva" not in report.text
    assert "Oslo" not in report.text
    assert "\nAn army patrol left Kidal." in report.text
    assert any("signature was left out" in note for note in report.notes)


def test_thanks_in_a_mails_text_close_nothing() -> None:
    body = f"Thanks,\nthe desk has this: {STORY}\nMore will follow on Wednesday as it comes.\n"
    assert STORY in of_mail("Content-Type: text/plain", body).text


def test_what_is_attached_to_a_mail_is_named() -> None:
    report = of_mail(
        "Content-Type: multipart/mixed; boundary=x",
        f"--x\nContent-Type: text/html\n\n<p>{STORY}</p><p>Ban<b>k</b>ass</p>\n--x\n"
        'Content-Type: application/pdf\nContent-Disposition: attachment; filename="map.pdf"\n\n'
        "%PDF\n--x--\n",
    )
    assert report.text == f"{STORY}\n\nBankass"
    assert any("map.pdf" in note for note in report.notes)


TEXT = "À Ségou, l’armée a annoncé que trois civils ont été tués près du marché."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_old_encodings_are_told(encoding: str) -> None:
    assert read_report(TEXT.encode(encoding), name="a.txt").text == TEXT


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TEXT.encode().decode("cp1252", "replace").replace("\ufffd", "").encode(), "garbled"),
        (TEXT.replace("é", "&eacute;").encode(), "HTML entities"),
        (TEXT.encode().replace("è".encode(), b"\xe8"), "not all UTF-8"),
    ],
    ids=["garbled", "entities", "half broken"],
)
def test_what_is_repaired_is_said(data: bytes, note: str) -> None:
    report = read_report(data, name="a.txt")
    assert "trois civils ont été tués près du marché" in report.text
    assert any(note in one for one in report.notes)


PAGE = (
    "<!DOCTYPE html><html><head><title>Raid</title>{head}</head><body><article><h1>Raid</h1>"
    f"<p>{STORY}</p><p>{STORY * 3}</p>{{body}}</article></body></html>"
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="dc.date.issued" content="2023-05-05">', ""),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
                '"datePublished": "2023-05-05T07:00:00Z"}]}</script>'
            ),
            "",
        ),
        ("", '<time itemprop="datePublished" datetime="2023-05-05">Friday</time>'),
    ],
    ids=["meta", "linked data", "time"],
)
def test_a_date_that_a_page_declares_is_its_publications(head: str, body: str) -> None:
    page = PAGE.replace("{head}", head).replace("{body}", body)
    report = read_report(page.encode(), name="a.html")
    assert (report.published, report.proposed_published) == ("2023-05-05", None)


def test_a_date_that_is_guessed_is_only_proposed() -> None:
    page = PAGE.replace("{head}", "").replace("{body}", "<p>Last updated: 5 May 2023</p>")
    report = read_report(page.encode(), name="a.html")
    assert (report.published, report.proposed_published) == (None, "2023-05-05")
    assert any("was guessed" in note for note in report.notes)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Hombres armados mataron a tres personas en la aldea el martes, según dijo el jefe.",
            "Spa",
        ),
        ("Вооруженные люди убили трех человек в деревне.", "Cyrillic"),
        (
            "Bewaffnete haben am Dienstag in dem Dorf drei Menschen getötet, sagte der Chef.",
            "German",
        ),
        ("قتل مسلحون ثلاثة أشخاص في القرية", "Arabic"),
    ],
)
def test_a_language_that_is_not_read_is_named(text: str, language: str) -> None:
    (note,) = read_report(text.encode(), name="a.txt").notes
    assert f"seems to be {language}" in note or f"seems to be in {language}" in note
    assert "English and French are read" in note


@pytest.mark.parametrize("text", [STORY, TEXT, "Kidal. Gao. Mopti.", "Al-Shabaab y Boko Haram"])
def test_a_language_that_is_read_needs_no_word(text: str) -> None:
    assert read_report(text.encode(), name="a.txt").notes == ()
