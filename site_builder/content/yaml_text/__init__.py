"""YAML as departments write it: read strictly, and what is wrong with it told with a remedy."""
