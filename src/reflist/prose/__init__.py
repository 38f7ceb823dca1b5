"""Free text: a page to a paper, a reference list to references, running text to citations."""
