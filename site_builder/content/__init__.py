"""Files into records: strict YAML, one file one record, every value with its place."""
