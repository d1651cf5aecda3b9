"""The page on which one event of several reports is joined."""
