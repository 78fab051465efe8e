"""Checks of what is about to be printed. Each has an id (its message code), a reason and a hint in the catalogue."""
