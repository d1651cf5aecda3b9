"""The repository keeps its own word: hashes in data/README.md, no address of a machine, links."""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "data" / "README.md").read_text("utf-8")
HASHED = re.findall(r"^\| `([\w./-]+)` \|.*`([0-9a-f]{64})` \|$", README, re.MULTILINE)


@pytest.mark.parametrize(("name", "digest"), HASHED)
def test_the_data_is_what_its_readme_says(name: str, digest: str) -> None:
    """A derived file that changed without its line is caught."""
    assert hashlib.sha256((ROOT / "data" / name).read_bytes()).hexdigest() == digest


def test_the_readme_hashes_what_is_derived_or_quoted() -> None:
    """Every binary file and every report has its line."""
    wanted = [*ROOT.glob("data/**/*.parquet"), *ROOT.glob("data/reports/*.txt")]
    wanted.append(ROOT / "data" / "gazetteer" / "districts.csv")
    assert {p.relative_to(ROOT / "data").as_posix() for p in wanted} == {n for n, _ in HASHED}


def test_data_holds_no_code() -> None:
    """Language and geography are data."""
    assert list((ROOT / "data").rglob("*.py")) == []


@pytest.mark.parametrize("document", ["README.md", "docs/method.md", "docs/record.md"])
def test_links_in_the_documents_lead_somewhere(document: str) -> None:
    """Every relative link and picture is there."""
    path = ROOT / document
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (path.parent / link).exists()]
    assert missing == []


def test_pins_are_versions_without_addresses() -> None:
    """A pin names a package and a version, and no host or path."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.+!-]+", line)] == []


def test_each_dependency_is_named_with_its_reason() -> None:
    """No package is installed that the README does not explain."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[>=<\[]", line)[0].lower() for line in project["dependencies"]}
    table = (ROOT / "README.md").read_text("utf-8").lower()
    assert {name for name in wanted if name not in table} == set()


def test_every_command_of_the_readme_exists() -> None:
    """The README's table of commands is the program's own."""
    text = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`conflict-map ([a-z]+)", text))
    shown = subprocess.run(
        [sys.executable, "-m", "commands.main", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert named
    assert {name for name in named if name not in shown} == set()
