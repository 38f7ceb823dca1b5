"""Free text: a page to a paper, a reference list to references, running text to citations."""

from reflist.prose.reading import read, read_lines, read_list, read_page

__all__ = ["read", "read_lines", "read_list", "read_page"]
