"""The core: reports, text, finders, assembly, table, filters, timeline, store, interchange.

Knows no geometry and no screen. Read in the order of the data: `report`, `text`,
`finders`, `assembly`, `records`, `table`, `filters`.
"""
