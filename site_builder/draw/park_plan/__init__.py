"""A park as a plan of its plots, and the table and bars that go with it."""
