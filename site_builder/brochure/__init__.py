"""Views into print: leaflets and handbooks as PDF."""
