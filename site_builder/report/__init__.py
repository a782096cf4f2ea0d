"""The report of a check: what a bureau lays on the table before it publishes. Never published."""
