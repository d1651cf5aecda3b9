"""Pairs of reports with known truth, for measuring how well one event is found again in another."""
