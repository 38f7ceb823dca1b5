"""Pages for people: the overview `index.html`, the frame of a formatted list, the pairs to decide, a notebook."""

from reflist.pages.frame import document
from reflist.pages.index import index_page
from reflist.pages.notebook import notebook
from reflist.pages.overview import Formatted, Overview
from reflist.pages.review import review_page

__all__ = ["Formatted", "Overview", "document", "index_page", "notebook", "review_page"]
