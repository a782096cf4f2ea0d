"""Whether Chinese and English say the same: figures, names, terms."""
