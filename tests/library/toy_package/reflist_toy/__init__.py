"""A toy package: a format and a citation style for reflist."""
