"""An industry chain as a map: stages in columns, segments as cards, goods in lanes."""
