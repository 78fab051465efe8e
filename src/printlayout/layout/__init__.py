"""From frames and stories to lines with places: the typesetter."""
