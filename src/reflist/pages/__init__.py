"""Pages for people: the overview `index.html`, the frame of a formatted list, a library shown in a notebook."""

from reflist.pages.frame import document
from reflist.pages.index import index_page
from reflist.pages.notebook import notebook
from reflist.pages.overview import Formatted, Overview

__all__ = ["Formatted", "Overview", "document", "index_page", "notebook"]
