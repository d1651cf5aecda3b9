"""What the map's own scripts say, in the language of the one who reads it."""

from collections.abc import Mapping

from incidents.tongue import N_, _, language

_WORDS: Mapping[str, str] = {
    "map": N_(
        "Map. Arrow keys move it, plus and minus zoom, Tab goes from mark to mark. The table lists "
        "the same incidents."
    ),
    "credit": N_("Boundaries: Natural Earth · drawn with Leaflet"),
    "failed": N_("The base map could not be read. Start the program again."),
    "closer": N_("Zoom in"),
    "farther": N_("Zoom out"),
    "incident": N_("Incident {label}"),
    "incident_line": N_("Incident {label}: {text}"),
    "rest": N_("and {n} more, in the table"),
    "candidate": N_("Candidate {n}: {name}"),
    "current": N_("where it is now"),
    "choose": N_("click to choose it"),
    "pin": N_(
        "Incident {label}: drag it to its place, or move it by the arrow keys and press Enter"
    ),
    # Leaflet.draw's own, as its English has them.
    "cancel": N_("Cancel"),
    "finish": N_("Finish"),
    "undo_point": N_("Delete last point"),
    "draw_polygon": N_("Draw a polygon"),
    "draw_rectangle": N_("Draw a rectangle"),
    "draw_circle": N_("Draw a circle"),
    "draw_marker": N_("Draw a marker"),
    "start_circle": N_("Click and drag to draw circle."),
    "radius": N_("Radius"),
    "start_marker": N_("Click map to place marker."),
    "start_polygon": N_("Click to start drawing shape."),
    "go_on_polygon": N_("Click to continue drawing shape."),
    "end_polygon": N_("Click first point to close this shape."),
    "start_rectangle": N_("Click and drag to draw rectangle."),
    "let_go": N_("Release mouse to finish drawing."),
}


def map_words() -> dict[str, object]:
    """Return the words by their keys, and the language in which the map names countries."""
    return {"language": language(), "words": {key: _(words) for key, words in _WORDS.items()}}
