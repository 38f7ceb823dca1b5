"""From strings to values and back: names, dates, pages, identifiers and more, shared by all packages above."""
