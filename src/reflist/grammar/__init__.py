"""Strings to values and back: names, dates, pages, identifiers and the like, shared by every layer above."""
