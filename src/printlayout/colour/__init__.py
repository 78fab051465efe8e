"""Colour: what an ICC profile is (``icc``), and pictures through it (``transform``, the door to LittleCMS)."""
