"""One brochure composed, rendered and composed again, until it fits and its pages are known."""
