"""Display lists into press PDF."""
