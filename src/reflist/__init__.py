"""reflist."""
