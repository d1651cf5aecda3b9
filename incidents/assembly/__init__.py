"""From claims to incidents: what belongs to one event, and what each of its fields is.

Read in the order of the work: `scene` (claims by sentence), `pieces` (a sentence's events),
`chain` (joined across sentences), then a module a field: `kinds`, `casualties`, `dating`,
`placing`, `acting`, `sourcing`; `build` writes the incident.
"""
