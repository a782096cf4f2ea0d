"""What must hold for a county to be published. Every check reads the catalog and yields findings."""
