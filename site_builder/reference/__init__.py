"""What authors look up: rules, fields and schemas, written from the program itself."""
