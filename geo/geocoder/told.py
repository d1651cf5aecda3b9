"""The parts of which the reasons of places are made, marked for the catalogue.

`Place.why` is stored in English; the screen says it anew by `incidents.tongue.retold`, which
knows a reason's parts by these. What is missing here shows in English: a new reason needs its
line.
"""

from incidents.tongue import N_

PARTS = (
    # geo/geocoder/reasons.py
    N_("{name} is a country: nothing nearer is said"),
    N_("{name} is a continent: nothing nearer is said"),
    N_("{name} by convention: {source}"),
    N_("{name} is a first-level region"),
    N_("{name} is a district"), N_("{name} is a district of {region}"),
    N_("{name} is a populated place"), N_("{name} is a populated place of {region}"),
    N_("{name} is a natural feature"), N_("{name} is a natural feature of {region}"),
    N_("{name} is a site, of its own"), N_("{name} is a site of {region}"),
    N_("{name} is water of {region}"), N_("{name} is an area of {region}"),
    N_("the words say {kind}"), N_("the words put it in {region}"),
    N_("the words put it in {region}, where {name} is not known"),
    N_("the report is about {country}"),
    N_("likelier than {n} of its name"), N_("no other of its name"),
    # geo/geocoder/answers.py
    N_("Nothing in the report decides between {n} places of this name: {names}"),
    N_("All lie in it"), N_("Its outline is not installed"),
    N_("Drawn at the middle of the district of this name, {km} km in radius"),
    N_("Drawn at the town it is named after"),
    N_("The district's boundary is not installed: about {km} km around {place}"),
    N_("The region's boundary is not installed: about {km} km around {place}"),
    # geo/geocoder/relative.py
    N_("Within {km} km of {place}: the words give no direction"),
    N_("{km} km {direction} of {place}, give or take {radius} km"),
    N_("Off {place}: the sea within {km} km"),
    N_("Only near {place}, a country"),
    N_("The words say near {place}, an area: the area itself is drawn"),
    N_("The words say {direction} of {place}, an area: the area itself is drawn"),
    N_("Between {first} and {second}: countries"),
    N_("Between {first} and {second}: both are drawn"),
    N_("Between {first} and {second}, {km} km apart: the straight line, {wide} km to each side"),
    N_("Half way between {first} and {second}, {km} km apart"),
    N_("{first} and {second} share no border"),
    N_("Along the border of {first} and {second}: {km} km to each side"),
    N_("No convention is known for {what}: its {part} part, cut at the middle of its extent"),
    N_("north"), N_("south"), N_("east"), N_("west"), N_("northeast"), N_("northwest"),
    N_("southeast"), N_("southwest"), N_("central"), N_("middle"),
    # geo/geocoder/resolve.py
    N_("{word} points to {place}; it is no place of an event"),
    N_("{name} is not in the gazetteer"), N_("{first} and {second} is not in the gazetteer"),
    N_("A country pack may know it"), N_("The words name no place"), N_("One end only"),
    N_("the report speaks of no region here but {region}"),
    N_("the words put it in {place}, which is drawn"),
    N_("The border of {country}; the words do not say with which country"),
    # geo/decisions.py
    N_("Chosen by an analyst"), N_("Area drawn on the map by an analyst"),
    N_("Placed on the map by an analyst"), N_("Placed on the map by an analyst, at {place}"),
    N_("Placed on the map by an analyst, {km} km from {place}"),
    N_("Put at {lat}, {lon} by an analyst"), N_("Put at {lat}, {lon} by an analyst, at {place}"),
    N_("Put at {lat}, {lon} by an analyst, {km} km from {place}"),
    N_("The district of a point by an analyst"), N_("The region of a point by an analyst"),
    N_("The country of a point by an analyst"),
    # incidents/record/write.py, incidents/table.py
    N_("The report names no place for it"), N_("Only the country is known"),
    N_("The text names no place"),
)  # fmt: skip
