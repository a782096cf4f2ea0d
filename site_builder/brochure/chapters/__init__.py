"""What the chapters of a book show, worked out from the views: costs, power, chain maps, ways."""
