"""Every word that the screen shows is a message, and every message has its French."""

import ast
import re
import string
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from incidents.make_messages import ERRORS, ROOT, catalogue, files, template
from incidents.tongue import ENGLISH, LANGUAGES

OWN = {"ui/serving.py", "ui/theme.py"}
"""Settings and styles, whose words are no sentences."""
SHOWN = [
    file
    for room in ("dashboard.py", "pages", "ui")
    for file in (p.relative_to(ROOT).as_posix() for p in files(room))
    if file not in OWN
]
WORDLESS = {
    "key", "icon", "type", "width", "height", "format", "gap", "mime", "file_name", "theme",
    "vertical_alignment", "horizontal_alignment", "label_visibility", "on_select", "selection_mode",
    "page_icon", "layout", "css", "js", "html", "default", "accept_multiple_files", "on_click",
    "kwargs", "args", "value", "column_order", "shortcut", "labelFont", "font",
    "selection_default",
}  # fmt: skip
"""Arguments whose strings are the program's own."""
TRANSLATED = {"_", "n_", "p_", "N_", "later", *ERRORS}
UNSHOWN = {"Path", "session.seed", "session.reader", "getattr", "st.context.headers.get", "_key",
           "_log.log", "st.user.get", "explained"}  # fmt: skip
NAME = re.compile(r"\w*_\w*|[\w/ ]+\.\w+|utf-8|error|warning|info|success")
"""A key, a file, a kind of message."""
WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
CAPITAL = re.compile(r"\s*[A-ZÀ-Ý][a-zà-ÿ]+")
SENTENCE = re.compile(r"[A-Za-zÀ-ÿ’']{2,},? [A-Za-zÀ-ÿ’']{2,}")


def messages(code: str) -> Iterator[tuple[Message, Message | None]]:
    """Yield each message of the source with the language's own."""
    known = catalogue(code)
    for wanted in template():
        if wanted.id:
            yield wanted, known.get(wanted.id, wanted.context)


def forms(words: object) -> tuple[str, ...]:
    """Return a message's one or two forms."""
    return tuple(words) if isinstance(words, list | tuple) else (str(words),)


def holes(words: str) -> set[str]:
    """Return the names that are filled in."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {ENGLISH}))
def test_each_message_is_translated(code: str) -> None:
    """None of the source is missing, empty or doubtful in the catalogue; `make messages` adds."""
    wrong = [
        wanted.id
        for wanted, found in messages(code)
        if found is None or found.fuzzy or not all(forms(found.string))
    ]
    assert wrong == []


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {ENGLISH}))
def test_the_same_is_filled_in(code: str) -> None:
    """A translation has the holes of its English; of a plural, those of the form it stands for."""
    wrong = []
    for wanted, found in messages(code):
        asked = set().union(*map(holes, forms(wanted.id)))
        said = [holes(form) for form in forms(found.string)] if found else []
        # "1 incident" may say its number in words.
        if any(one | {"n"} != asked | {"n"} for one in said if asked or one):
            wrong.append(wanted.id)
    assert wrong == []


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {ENGLISH}))
def test_nothing_is_left_over(code: str) -> None:
    """The catalogue has no message that the source no longer says."""
    known = {(one.id, one.context) for one in template()}
    assert [one.id for one in catalogue(code) if (one.id, one.context) not in known] == []


ALWAYS_MANY = {
    "{n} characters below are not shown; select an incident there to see them.",
    "{n} characters above are not shown; select an incident there to see them.",
    "in {n} places, all lit in the text",
    "{filter}: {value} or {n} others",
    "The reason is {n} characters long; say it in fewer.",
    "it has more than {n} files; divide it",
    "The workbook has {n} sheets; only “{name}” was read. Save the others as files of their own.",
    "{start!r} … is {n} characters long; {most} are the most",
    "The filter is {n} characters long; at most {most} are read.",
    "Nothing in the report decides between {n} places of this name: {names}",
    "for all {n} incidents at “{words}” in this report",
    "{n} places bear the name “{words}”. Press E and choose one of them.",
}
"""Said of two and more only."""


def test_one_is_no_plural() -> None:
    """A message that says a plural word right after its number is one of `n_`."""
    wrong = [
        wanted.id
        for wanted, found in messages("fr")
        if found
        and wanted.id not in ALWAYS_MANY
        and isinstance(found.string, str)
        and re.search(r"\{n\} (?!de plus|dans|sans|hors)[a-zà-ÿ]+[sx]\b", found.string)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {ENGLISH}))
def test_quotes_are_the_language_s_own(code: str) -> None:
    """No typewriter's apostrophe or quotation mark but where what is to be typed is written."""
    written = re.compile(r"`[^`]*`|\{\{.*\}\}|'conflict-map\[\w+\]'|= \"\w+\"")
    found = [
        form
        for one in catalogue(code)
        for form in forms(one.string if one.id else "")
        if re.search("[\"']", written.sub("", form))
    ]
    assert found == []


def name_of(node: ast.expr) -> str:
    """Return a called function's name: "st.button", "say"."""
    return ast.unparse(node)


def bare(node: ast.AST) -> Iterator[str]:
    """Yield the literals of which an expression is made, but for messages and names."""
    match node:
        case ast.Call(func=func) if name_of(func) in TRANSLATED | UNSHOWN:
            return
        case ast.Constant(value=str() as words):
            yield words
        case ast.JoinedStr(values=parts):
            # A tag may hold what is filled in, so tags are taken out of the whole.
            texts = [p.value if isinstance(p, ast.Constant) else "" for p in parts]
            yield "".join(map(str, texts))
            for part in parts:
                yield from bare(part.value) if isinstance(part, ast.FormattedValue) else ()
        case ast.keyword(arg=str() as name) if name in WORDLESS:
            return
        case ast.Subscript() | ast.Compare() | ast.Attribute():
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from bare(child)


def untagged(words: str) -> str:
    """Leave tags out, what Streamlit takes for an icon, and the program's name."""
    return re.sub(r"<[^>]*>?|:material/\w+:|&\w+;|conflict-map|Source Sans|[\w ]+\.txt", " ", words)


def is_shown(words: str, called: str) -> bool:
    """Tell whether a literal that a call is given is likely words for the screen.

    Streamlit shows what it is given; a function of the pages also takes names.
    """
    said = untagged(words)
    if NAME.fullmatch(said.strip()):
        return False
    if called.startswith("st."):
        return bool(WORD.search(said))
    return bool(SENTENCE.search(said) or CAPITAL.fullmatch(said))


def shown(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each literal of words that a page may show without its being a message."""
    statements = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    apart = {id(value) for value in statements if isinstance(value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in TRANSLATED | UNSHOWN:
            apart |= {id(child) for child in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and id(node) not in apart:
            called = name_of(node.func)
            found = (words for part in [*node.args, *node.keywords] for words in bare(part))
            yield from ((node.lineno, words) for words in found if is_shown(words, called))
        elif (
            isinstance(node, ast.Constant)
            and id(node) not in apart
            and SENTENCE.search(untagged(str(node.value)))
        ):
            yield node.lineno, str(node.value)


@pytest.mark.parametrize("file", SHOWN)
def test_the_screen_shows_messages_only(file: str) -> None:
    """No literal of words reaches the screen but through `_`, `n_` or `p_`."""
    found = list(shown(ast.parse((ROOT / file).read_text("utf-8"))))
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "st.button('Read')",
        "st.html(f'<b>Kept</b>: {n}')",
        "say('error', 'Not there')",
        "st.button(_('a'), help='That is it')",
        "x = {'a': 'carried over from'}",
        "_row('Where', place)",
        "st.html('<i>' + ('One' if n else 'More') + '</i>')",
    ],
)
def test_the_watch_sees(line: str) -> None:
    """Each of these lines would show English to a French reader."""
    assert list(shown(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "st.button(_('Read'), key='read', type='primary')",
        'st.html(f\'<b class="cm-h">{html.escape(_("Kept"))}</b>: {n}\')',
        "say('error', error)",
        "_facet(data, 'actors', _('Actor'), show=say)",
        "st.columns([3, 2], gap='small')",
        '"""A module that says what it is."""',
    ],
)
def test_the_watch_lets_pass(line: str) -> None:
    """None of these does."""
    assert list(shown(ast.parse(line))) == []
