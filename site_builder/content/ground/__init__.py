"""Where a county's land lies: corners, drawings and its boundary, as written and as read."""
