"""HTML pages for people: the overview `index.html`, formatted lists, pairs to decide, the notebook view."""

from reflist.pages.frame import document
from reflist.pages.index import index_page
from reflist.pages.notebook import notebook
from reflist.pages.overview import Formatted, Overview
from reflist.pages.review import review_page

__all__ = ["Formatted", "Overview", "document", "index_page", "notebook", "review_page"]
