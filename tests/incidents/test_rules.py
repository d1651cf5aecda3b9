"""The language data: every rule's own examples, and what the loader refuses."""

import re
from pathlib import Path

import pytest

from incidents import rules
from incidents.errors import RuleError
from incidents.rules import Rule, compile_pattern, expand_pieces, languages, load_patterns

NAMES = ("text", "dates", "counts", "sources")


def all_rules() -> list[Rule]:
    return [
        rule
        for language in languages()
        for name in NAMES
        if list((rules.DATA_DIR / "rules" / language).glob(f"{name}*.toml"))
        for rule in load_patterns(language, name)
    ]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.file}:{rule.id}")
def test_rule_keeps_its_own_examples(rule: Rule) -> None:
    """A rule fires on each of its `match` texts and on none of its `no_match` texts."""
    look = rule.pattern.match if "role" in rule.extra else rule.pattern.search
    assert [text for text in rule.match if not look(text)] == []
    assert [text for text in rule.no_match if look(text)] == []


def test_ids_are_unique_over_all_files() -> None:
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("source", ["a*", "a+", "(?:ab){2,}", r"\d+", "[ab]+", ".*?x", "a{3,}b"])
def test_pattern_without_a_bound_is_refused(source: str) -> None:
    with pytest.raises(RuleError, match="rule 'x': the pattern repeats without a bound"):
        compile_pattern(source, {}, "rule 'x'")


@pytest.mark.parametrize("source", ["a{0,80}", r"\+", "[+*]", r"a\*", "a?", "[]+]x"])
def test_pattern_with_bounds_is_taken(source: str) -> None:
    assert compile_pattern(source, {}, "rule 'x'").pattern == source


def test_pieces_are_built_of_pieces() -> None:
    """A list is an alternation, and a piece may name those before it."""
    pieces = expand_pieces({"unit": ["day", "week"], "span": r"\d{1,2} {unit}s?"}, "here")
    pattern = compile_pattern("{span} ago", pieces, "here")
    assert pattern.search("it was 3 Weeks ago")
    assert not pattern.search("a year ago")


@pytest.mark.parametrize(
    ("source", "message"),
    [("{nothing} ago", "no piece 'nothing'"), ("(a", "the pattern is wrong")],
)
def test_wrong_pattern_is_named(source: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        compile_pattern(source, {}, "here")


def test_missing_language_says_which_exist() -> None:
    with pytest.raises(RuleError, match="languages en, fr"):
        load_patterns("xx", "dates")


def test_every_language_has_the_same_files() -> None:
    """A cue's words are found in the same file whatever the language."""
    root = rules.DATA_DIR / "rules"
    files = [
        {path.relative_to(root / language) for path in (root / language).rglob("*.toml")}
        for language in languages()
    ]
    assert all(listed == files[0] for listed in files)
    assert len(files[0]) > 60


def test_a_required_file_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xq").mkdir()
    monkeypatch.setenv(rules.OWN_RULES, str(tmp_path))
    with pytest.raises(
        RuleError, match=r"The rules of 'xq' lack 'rule' of triggers: .*xq/triggers.toml"
    ):
        rules.load_rules("xq", "triggers")
    assert rules.load_rules("xq", "modality") == {}


def test_no_code_asks_how_a_rules_id_ends() -> None:
    """What steers code is a key of the rule, so that an id may be renamed."""
    root = rules.DATA_DIR.parent
    asked = re.compile(r"\brule(?:\.id|_id)?\.(?:endswith|startswith)|in [\w.]+\.rule(?![\w.])")
    found = [
        f"{path.relative_to(root)}: {line.strip()}"
        for folder in ("incidents", "geo")
        for path in (root / folder).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if asked.search(line)
    ]
    assert found == []


def test_a_folder_of_own_rules_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(rules.OWN_RULES, "/nowhere/at/all")
    with pytest.raises(RuleError, match="CONFLICT_MAP_RULES names '/nowhere/at/all'"):
        languages()
