"""No word that comes from data reaches Streamlit's Markdown."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.markup import plain

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "ui").rglob("*.py")]
)
MESSAGES = {
    "error", "warning", "info", "success", "toast", "write", "exception", "metric", "write_stream",
}  # fmt: skip
"""What `say` stands for."""
WHOLE = {"title", "header", "subheader", "markdown", "caption", "badge", "latex", "divider"}
LABELLED = {
    "button", "checkbox", "date_input", "download_button", "expander", "feedback",
    "file_uploader", "form_submit_button", "link_button", "multiselect", "number_input",
    "page_link", "pills", "popover", "progress", "radio", "segmented_control", "select_slider",
    "selectbox", "slider", "spinner", "status", "tabs", "text_area", "text_input", "toggle",
    "color_picker", "time_input", "chat_input", "menu_button",
}  # fmt: skip
WORDS = {"label", "help", "text", "body", "options_help"}
WORDLESS_FIRST = {"page_link", "progress"}
"""They begin with the page's file and with a number."""
MARKED_OPTIONS = {"radio", "pills", "segmented_control"}
"""Their options are Markdown too."""
OWN_TEXTS = {"ui/method_page.py"}
"""Shows the program's own documents."""
HARMLESS = {"plain", "explained", "len", "int"}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a function of Streamlit's with its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def harmless(node: ast.expr | None) -> bool:
    """Tell whether an expression holds nothing but the program's own words and numbers."""
    passes = False
    match node:
        case None | ast.Constant():
            passes = True
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            passes = all(harmless(part) for part in parts)
        case ast.FormattedValue(value=value, format_spec=spec):
            # A figure's format refuses words.
            passes = harmless(value) or (spec is not None and ast.unparse(spec)[-2:-1] in "fd")
        case ast.Call(func=ast.Name(id="_" | "n_" | "p_"), args=said, keywords=filled):
            # A message of the catalogue; what is filled in is escaped like all else. The third
            # of `n_` is the number that chooses the form.
            passes = all(map(harmless, [*said[:2], *(one.value for one in filled)]))
        case ast.BinOp(op=ast.Div(), left=one, right=other):
            passes = harmless(one) and harmless(other)
        case ast.Call(func=ast.Name(id=name)):
            passes = name in HARMLESS
        case ast.IfExp(body=one, orelse=other):
            passes = harmless(one) and harmless(other)
        case ast.Lambda(body=body):
            passes = harmless(body)
    return passes


def unescaped(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield each call that may hand words from data to Markdown."""
    for name, call in calls(tree):
        given = {word.arg: word.value for word in call.keywords}
        first = call.args[0] if call.args and name not in WORDLESS_FIRST else None
        texts = [value for word, value in given.items() if word in WORDS]
        if name in MARKED_OPTIONS:
            texts.append(given.get("format_func") or call.args[1])
        if name in MESSAGES or (
            name in WHOLE | LABELLED and not all(harmless(text) for text in [first, *texts])
        ):
            yield call


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_hand_no_words_from_data_to_markdown(path: Path) -> None:
    """Messages go through `say`; labels and their help are constant or go through `plain`."""
    if str(path.relative_to(ROOT)) in OWN_TEXTS:
        pytest.skip("shows the program's own documents")
    tree = ast.parse(path.read_text("utf-8"))
    found = [f"{path.name}:{c.lineno} {ast.unparse(c)[:90]}" for c in unescaped(tree)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "st.error(f'x {error}')",
        "st.button(label)",
        "st.button('a', help=incident.place.why)",
        "st.radio('a', options, format_func=lambda v: v)",
        "st.markdown(f'**{plain(a)}** {b}')",
        "bar.progress(0.5, text=name)",
        "st.button(_('Clear {name}', name=name))",
    ],
)
def test_the_watch_sees(line: str) -> None:
    """Each of these lines would let words from data through."""
    assert len(list(unescaped(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "st.button('Read')",
        "st.button(f'{plain(a)} · {score:.2f}', help='x' if y else 'z')",
        "st.tabs(['a', f'b ({len(c)})'])",
        "st.button(_('Clear {name}', name=plain(name)))",
        "st.html(f'<b>{html.escape(a)}</b>')",
    ],
)
def test_the_watch_lets_pass(line: str) -> None:
    """None of these does."""
    assert list(unescaped(ast.parse(line))) == []


def test_plain_words_format_link_and_load_nothing() -> None:
    """Every mark is escaped, and what becomes a link without marks is broken up unseen."""
    said = plain("![m](http://x.y/z.png) *b* www.a.b a@b.cd :home:\n- c")
    assert said.replace("\\", "").replace("\u2060", "") == (
        "![m](http://x.y/z.png) *b* www.a.b a@b.cd :home: - c"
    )
    for mark in ("![", "](", "http:/", "www", " *", "@b", ":h"):
        assert mark not in said
