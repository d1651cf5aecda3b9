"""The parts of the page "Add a report"."""
