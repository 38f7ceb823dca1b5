"""Citation Style Language (CSL 1.0.2): styles and locales found and read, rendered entries written out."""

from reflist.csl.styles import BadStyleError, Style, UnknownStyleError, find_style, styles

__all__ = ["BadStyleError", "Style", "UnknownStyleError", "find_style", "styles"]
