"""Labelled spans to values: one function per label, and the habits of the list that decide what a span means."""
