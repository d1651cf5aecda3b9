"""No file takes more memory or time than it is given, and the word says which limit it met."""

import io
import os
import select
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from incidents.errors import ReportError
from incidents.formats import Limits, read_contents
from incidents.report import read_report
from tests.files import para, pdf, word

ROOT = Path(__file__).resolve().parents[2]
STORY = "Gunmen killed three people in the village on Tuesday, a witness said."


def bomb(size: int) -> bytes:
    """Make a Word file whose text part unpacks to so many bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * size + b"</a>")
    return out.getvalue()


def test_a_word_file_that_unpacks_to_too_much_is_refused() -> None:
    """A few kilobytes can't become gigabytes."""
    limits = Limits(unpacked_bytes=1_000_000)
    with pytest.raises(ReportError, match=r"bomb\.docx unpacks to more than the limit of 1 MB"):
        read_contents(bomb(2_000_000), "bomb.docx", limits)


def test_a_cell_that_spans_a_billion_columns_is_one_cell() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{para(STORY)}</w:tc>'
    data = word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    assert read_report(data, name="a.docx").text == STORY


def test_entities_of_a_word_file_are_not_unfolded(tmp_path: Path) -> None:
    """Neither a billion laughs nor another file of this machine comes into the text."""
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY a "laugh"><!ENTITY b SYSTEM "{secret.as_uri()}">]>'
            '<w:d xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>Gunmen &a; &b; left.</w:t></w:r></w:p></w:body></w:d>",
        )
    text = read_report(out.getvalue(), name="a.docx").text
    assert "secret" not in text


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit of memory exactly")
def test_more_memory_than_the_limit_is_said() -> None:
    limits = Limits(memory_bytes=20_000_000)
    with pytest.raises(ReportError, match="more memory than the limit of 20 MB"):
        read_contents(word(para("killed ") * 200_000), "a.docx", limits)
    assert read_report(word(para(STORY)), name="b.docx").text == STORY


def test_more_time_than_the_limit_is_said() -> None:
    data = pdf([(72, 700, STORY)] * 50_000)
    with pytest.raises(ReportError, match=r"long\.pdf took longer than the limit of 0\.001 sec"):
        read_contents(data, "long.pdf", Limits(seconds=0.001))
    assert read_report(pdf([(72, 700, STORY)]), name="a.pdf").text == STORY


def test_more_text_than_the_limit_is_said() -> None:
    with pytest.raises(ReportError, match=r"over 0\.001 million characters"):
        read_contents(word(para(STORY * 20)), "a.docx", Limits(text_length=1000))


def test_chains_of_spans_cost_no_more_than_their_length() -> None:
    """The parser never sees them, so that no clock is needed to tell."""
    chain = "<span>a</span>" * 50_000
    page = f"<html><body><article><p>{STORY} {STORY}</p><p>{chain}</p></article></body></html>"
    assert STORY in read_report(page.encode(), name="a.html").text


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReportError, match="no regular file"):
        read_report(tmp_path / "pipe.txt")


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="is a folder"):
        read_report(tmp_path)


PARENT = """
import sys
from incidents.formats import apart
from incidents.report import read_report
from tests.files import para, word
read_report(word(para("Gunmen killed three people.")), name="a.docx")
print(apart._idle[0].process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the test waits on a Linux pidfd")
def test_a_reader_ends_with_its_parent() -> None:
    """Even when the parent is killed and can tell nobody."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        reader = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        ended, _, _ = select.select([reader], [], [], 30)
        os.close(reader)
    assert ended
