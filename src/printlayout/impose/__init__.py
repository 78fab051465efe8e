"""Imposition: the pages of a finished issue in printing pairs."""
