"""Our own CSL processor: a style compiled once into functions, and what they make of works and citations.

The way of an entry: `program` (the style, compiled by `elements`) renders a work into a `tree` of runs; `document`
sorts and numbers works, tells them apart (`disambiguation`) and puts cites together (`clusters`); `finishing` makes
each tree a text, in one pass for punctuation and quotation marks. `reflist.csl.output` writes that text.

What makes many works fast: works that ask the same of a style are not rendered anew but go the way (`ways`) of one that
was watched (`watching`), and their values are put into what stands around those of others (`frames`).
"""
