"""Where things are: gazetteer, geocoding, boundaries, Folium layers, aggregation, snapshots.

Knows no screen. Stands on `incidents`.
"""
