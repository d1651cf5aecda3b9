"""Report files are found wherever they lie, and what is left out says why."""

import lzma
import os
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from incidents import folders
from incidents.folders import find


def found(*paths: Path) -> dict[str, str]:
    """Return what is found, by name below the first path, with why it is left out."""
    return {one.shown.removeprefix(f"{paths[0]}/"): one.why_not for one in find(paths)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with reports, what is beside them, and what a system made."""
    made = tmp_path / "reports"
    for name in (
        "b.txt", "a.eml", "B.PDF", "sub/deep/c.html", "a.toml", "lone.toml", "photo.jpg",
        ".hidden.txt", ".git/d.txt", "~$b.docx", "__MACOSX/e.txt", "Thumbs.db",
    ):  # fmt: skip
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("x")
    return made


def archive(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return path


def test_a_folder_is_gone_through_with_all_in_it(folder: Path) -> None:
    """In the order of names; what a report says of itself is no file of its own."""
    other = "no kind of file that is read (txt, md, html, htm, pdf, docx, eml)"
    assert list(found(folder).items()) == [
        ("B.PDF", ""),
        ("a.eml", ""),
        ("b.txt", ""),
        ("lone.toml", other),
        ("photo.jpg", other),
        ("sub/deep/c.html", ""),
    ]


def test_a_named_file_is_read_whatever_its_ending(folder: Path) -> None:
    """The analyst has chosen it; what it is its first bytes say."""
    assert [one.why_not for one in find([folder / "photo.jpg"])] == [""]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    """One that leads back up would have no end."""
    (folder / "sub" / "up").symlink_to(folder)
    assert len(found(folder)) == 6


def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    """Its bytes are kept for opening, and signs stand for them on the screen."""
    (tmp_path / os.fsdecode(b"r\xe9.txt")).write_text("x")
    (one,) = find([tmp_path])
    assert one.shown.encode()
    assert one.path.read_text() == "x"


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    """Its files can be read while they are named; none is written outside, none is left."""
    path = archive(tmp_path / "z.zip", sub__a_txt="one", sub__a_toml="published = '2024'",
                   sub__q_zip="x", **{"__..__..__evil_txt": "two"})  # fmt: skip
    texts = {one.shown: one.path.read_text() for one in find([path]) if not one.why_not}
    assert texts[f"{path}/sub/a.txt"] == "one"
    assert "two" in texts.values()
    assert found(tmp_path)["z.zip/sub/q.zip"] == "an archive within an archive; unpack it first"
    assert [one.name for one in tmp_path.iterdir()] == ["z.zip"]
    assert not [one for one in list(find([path])) if one.path.exists()]


@pytest.mark.parametrize("wrong", ["text", "cut", "snapshot", "many", "large", "file"])
def test_an_archive_that_is_not_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    """No archive, a broken one, a snapshot, too many or too large files."""
    path = archive(tmp_path / "z.zip", a_txt="one" * 100, b_txt="two")
    if wrong == "text":
        path.write_text("no archive")
    elif wrong == "cut":
        path.write_bytes(path.read_bytes()[:-20])
    elif wrong == "snapshot":
        archive(path, manifest_json="{}")
    elif wrong == "many":
        monkeypatch.setattr(folders, "MOST_FILES", 1)
    elif wrong == "large":
        monkeypatch.setattr(folders, "LARGEST_ARCHIVE", 100)
    elif wrong == "file":
        monkeypatch.setattr(folders, "LARGEST_FILE", 100)
    said = {
        "text": "can't be opened",
        "cut": "can't be opened",
        "snapshot": "a snapshot",
        "many": "more than 1 files",
        "large": "MB unpacked",
        "file": "has more than",
    }[wrong]
    assert said in " ".join(found(path).values())


def test_a_file_of_an_archive_with_a_wrong_sum_is_left_out(tmp_path: Path) -> None:
    """The others are read."""
    path = archive(tmp_path / "z.zip", a_txt="the first report", b_txt="the second report")
    path.write_bytes(path.read_bytes().replace(b"first", b"worst"))
    assert [one.path.name for one in find([path]) if not one.why_not] == ["b.txt"]
    assert "damaged" in found(path)["a.txt"]


def with_head(path: Path, offset: int, layout: str, value: int) -> None:
    """Write a number into the first entry of an archive's directory."""
    data = bytearray(path.read_bytes())
    struct.pack_into(layout, data, data.index(b"PK\x01\x02") + offset, value)
    path.write_bytes(data)


@pytest.mark.parametrize("broken", ["lzma", "rare", "patched", "cut", "locked"])
def test_one_broken_file_of_an_archive_takes_no_other_along(tmp_path: Path, broken: str) -> None:
    """Packed as hardly anybody does, cut off, or locked: it is said, and nothing of it lies there.

    Only what is locked is said to be.
    """
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as made:
        way = zipfile.ZIP_LZMA if broken == "lzma" else zipfile.ZIP_DEFLATED
        made.writestr("a.txt", "the first report " * 50, way)
        made.writestr("b.txt", "the second report")
    if broken == "lzma":
        data = path.read_bytes()
        at = data.index(b"a.txt") + 5 + 9
        path.write_bytes(data[:at] + b"\xff" * 20 + data[at + 20 :])
        with zipfile.ZipFile(path) as whole, pytest.raises(lzma.LZMAError):
            whole.read("a.txt")
    elif broken == "rare":
        with_head(path, 10, "<H", 97)
    elif broken == "patched":
        with_head(path, 8, "<H", 0x20)
    elif broken == "cut":
        with_head(path, 20, "<I", 5)
    else:
        with_head(path, 8, "<H", 0x1)
    kept = found(path)
    said = {"cut": "damaged", "locked": "password"}.get(broken, "packed in a rare way")
    assert said in kept["a.txt"]
    assert kept["b.txt"] == ""
    assert list(kept) == ["b.txt", "a.txt"]


def test_an_archive_with_a_name_that_is_no_text_leaves_the_others(tmp_path: Path) -> None:
    """It says that its names are UTF-8, and they are not."""
    path = archive(tmp_path / "a.zip", é_txt="one")
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xfe"))
    archive(tmp_path / "b.zip", b_txt="two")
    said = found(tmp_path)
    assert "can't be opened" in said["a.zip"]
    assert said["b.zip/b.txt"] == ""


def test_a_small_archive_takes_no_memory(tmp_path: Path) -> None:
    """Its head says ten bytes, and it would unpack to fifty million."""
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", bytes(50_000_000))
    with_head(path, 24, "<I", 10)
    tracemalloc.start()
    said = found(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "damaged" in said["a.txt"]
    assert peak < 10_000_000
