"""Pages: their lines, furniture, headings and sections, and the paper's own details."""
