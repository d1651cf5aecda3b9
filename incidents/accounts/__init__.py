"""What one mention of an event says of it: when, where, who, how many."""
