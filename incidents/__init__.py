"""The core: reports, text, the stages of reading, table, filters, timeline, store, interchange.

Knows no geometry and no screen. Read in the order of the data: `report`, `text`,
`finders`, `events`, `accounts`, `linking`, `record`, `records`, `table`, `filters`.
"""
