"""Which accounts tell of one and the same event, over the whole report."""
