"""Our own CSL processor: a style compiled once into functions, and what they make of works and citations.

The way of an entry: `program` (the style, compiled by `elements`) renders a work into a `tree` of runs; `document`
sorts and numbers works, tells them apart (`disambiguation`) and puts cites together (`clusters`); `finishing` makes
each tree a text, in one pass for punctuation and quotation marks. `reflist.csl.output` writes that text.
"""
