"""A page of one word and the switch, for test_tongue.py."""

import streamlit as st

from ui import tongue
from ui.tongue import _

tongue.switch()
st.text(_("Map"))
