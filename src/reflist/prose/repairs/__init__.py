"""What a PDF or a page has broken within the string of a reference: divided words, accents, signs, lost spaces."""
