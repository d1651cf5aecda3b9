"""Which clauses of a sentence say that something was done, and where one event ends."""
