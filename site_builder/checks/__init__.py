"""What must hold for a county to be published; every check reads the catalog."""
