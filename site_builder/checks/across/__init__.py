"""Whether records agree with one another, and each with itself."""
