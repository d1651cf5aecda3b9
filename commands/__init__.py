"""The `conflict-map` command, a module per sub-command. Stands on `geo` and `incidents`."""
