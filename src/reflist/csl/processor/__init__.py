"""Our own CSL processor: a style is compiled once into functions, which are then applied to works and citations.

How an entry is made: `program` (the style, compiled by `elements`) renders a work into a `tree` of runs; `document`
sorts and numbers works, disambiguates them (`disambiguation`) and assembles citations (`clusters`); `finishing` turns
each tree into a text, in one pass for punctuation and quotation marks. `reflist.csl.output` writes that text.

How many works are rendered fast: the path of one work through the style is recorded (`recording`) and reused for all
works for which the style's conditions turn out the same (`plans`); their values are put into the text between the
values, which is assembled once (`frames`).
"""
