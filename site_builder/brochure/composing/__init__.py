"""Views into the HTML of a brochure, on its paper and with the parts that fit."""
