"""Titles whose sentences were taken apart: what the end of one says of what stands behind it."""

FEWEST_WORDS = 3
"""A subtitle that was taken for a container has no fewer words than this."""
