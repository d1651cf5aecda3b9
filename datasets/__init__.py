"""Other people's data: ACLED, UCDP and tables of one's own, kept as layers beside the reports."""
