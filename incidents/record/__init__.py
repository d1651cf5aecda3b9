"""From a cluster of accounts to the incident's record."""
