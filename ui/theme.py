"""The look: type, spacing and colours that Streamlit's own settings don't reach."""

from typing import Literal

import streamlit as st

Theme = Literal["light", "dark"]

SANS = '"Source Sans", "Source Sans Pro", sans-serif'
SERIF = '"Source Serif", "Source Serif Pro", Georgia, serif'


def current() -> Theme:
    """Return the theme that the browser shows; light until it has told."""
    return "dark" if st.context.theme.type == "dark" else "light"


def apply() -> None:
    """Put the page's style sheet in place."""
    st.html(f"<style>{_CSS}</style>")


# 900 px of height must hold strip, map and timeline; the map takes what is left.
_CSS = """
[data-testid="stHeader"] { background: transparent; height: 2.2rem; min-height: 2.2rem; }
[data-testid="stMainBlockContainer"] { padding: .7rem 1.4rem .4rem; max-width: none; }
[data-testid="stMainBlockContainer"] [data-testid="stVerticalBlock"] { gap: .55rem; }
[data-testid="stSidebarHeader"] { height: 1.2rem; margin: 0; padding: 0 .6rem; }
[data-testid="stSidebarUserContent"] { padding: 0 1rem 1rem; }
[data-testid="stSidebar"] [data-testid="stVerticalBlock"] { gap: .5rem; }
[data-testid="stSidebar"] label p { font-size: .8rem; }
.cm-mark { font: 600 1.15rem/1.2 "Source Serif", Georgia, serif; letter-spacing: .01em; }
.cm-mark small { display: block; font: 400 .74rem/1.35 "Source Sans", sans-serif; opacity: .75; }
.cm-strip { font-size: 1.02rem; line-height: 1.35; padding: .1rem 0; }
.cm-strip b { font-weight: 600; }
.cm-strip span { opacity: .8; }
.cm-note { font-size: .82rem; opacity: .85; }
.cm-h { font: 600 .72rem/1 "Source Sans", sans-serif; letter-spacing: .08em;
  text-transform: uppercase; opacity: .72; margin: .35rem 0 .1rem; }
.st-key-map iframe { height: calc(100vh - 395px) !important; min-height: 300px;
  border: 1px solid var(--st-border-color, #d8d1c3); border-radius: 4px; }
.st-key-below { height: 262px; overflow-y: auto; overflow-x: hidden; }
.st-key-reading { height: calc(100vh - 88px); min-height: 520px; }
.st-key-reading > div { height: 100%; }
.st-key-card { border: 1px solid var(--st-border-color, #d8d1c3); border-radius: 4px;
  padding: .6rem .8rem .5rem; }
.st-key-chips button { min-height: 0; padding: .05rem .5rem; font-size: .78rem; }
.st-key-missing button { min-height: 0; padding: .1rem .4rem; text-align: left;
  justify-content: flex-start; font-size: .84rem; }
[data-testid="stPageLink"] p { font-size: .86rem; }
@media (max-width: 1100px) {
  [data-testid="stMainBlockContainer"] { padding: .5rem .8rem .3rem; }
  .cm-strip { font-size: .92rem; }
}
"""
