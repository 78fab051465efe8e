"""The font catalogue, its installation, and faces that shape and are subset."""
