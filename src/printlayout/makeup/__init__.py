"""Slots into frames."""
