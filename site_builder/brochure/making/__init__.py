"""Many brochures: measured, set and finished in several processes, and kept by their content."""
