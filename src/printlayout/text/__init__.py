"""Chinese composition rules as tables and pure functions on text."""
