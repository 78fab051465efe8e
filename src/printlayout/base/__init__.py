"""Units, geometry, places in files, findings and their messages: what every room may use."""
