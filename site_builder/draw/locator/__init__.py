"""A county as a map: parks, projects and ways, drawn to scale from their coordinates."""
