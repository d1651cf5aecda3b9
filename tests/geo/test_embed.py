import json

from folium.template import Template
from hypothesis import given
from hypothesis import strategies as st

from geo.embed import script_json, text_html
from tests.geo.map_samples import EVIL

HOSTILE = st.text(alphabet=st.sampled_from("<>&'\"`${}%#/\\!-scriptab7* \u2028é"), max_size=40)


@given(st.recursive(HOSTILE | st.text(max_size=10), lambda inner: st.lists(inner, max_size=3)))
def test_embedded_values_come_back_and_leave_no_way_out(value: object) -> None:
    text = script_json({"value": value})
    assert json.loads(text) == {"value": value}
    for way_out in ("<", ">", "`", "${", "{{", "{%", "{#", "'", "\u2028"):
        assert way_out not in text


@given(HOSTILE)
def test_a_template_engine_sees_plain_text(value: str) -> None:
    """Branca compiles rendered scripts as Jinja templates again."""
    text = script_json([value])
    assert json.loads(Template(text).render()) == [value]


def test_text_is_escaped_for_html_and_none_is_empty() -> None:
    assert "<" not in text_html(EVIL)
    assert text_html("a\"b'c") == "a&quot;b&#x27;c"
    assert text_html(None) == ""
