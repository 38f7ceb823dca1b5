"""Citation Style Language (CSL 1.0.2): finding and reading styles and locales, rendering, writing rendered entries."""

from reflist.csl.styles import BadStyleError, Style, UnknownStyleError, find_style, styles

__all__ = ["BadStyleError", "Style", "UnknownStyleError", "find_style", "styles"]
