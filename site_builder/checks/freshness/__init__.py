"""How old the figures are, and what is too old to be shown."""
