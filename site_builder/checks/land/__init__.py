"""Whether a project fits its land, its park and the tables of state and province."""
