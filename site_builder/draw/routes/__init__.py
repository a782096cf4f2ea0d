"""The regions that investors are sought in, as lines from the county."""
