"""What authors look up."""
