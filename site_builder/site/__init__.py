"""Views into the website: pages poured into a frame, and what machines read beside them."""
