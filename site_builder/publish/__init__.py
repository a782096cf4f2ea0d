"""The gate between what a county keeps and what it shows."""
