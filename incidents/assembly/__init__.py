"""From claims to incidents: what belongs to one event, and what each of its fields is.

Read in the order of the work: `scene` (claims by sentence), `pieces` and `apart` (a sentence's
events), `chain` (joined across sentences), `rivals` (another source's version), `parts` and
`wholes` (what a sum counts already), then a module a field: `kinds`, `casualties`, `dating`,
`placing`, `acting`, `sourcing`, `competing`; `build` writes the incident.
"""
