"""Zhaoshang: a county's YAML in, a bilingual investment website and brochures out."""
