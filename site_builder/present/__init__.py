"""Records into views: every value as it is read in one language."""
