"""Free text: a page to a paper, a reference list to references, running text to citations.

The room, in the order in which a text goes through it:

1. `reading` tells a page, a list and a single reference apart, and reads each. `page` puts the columns of
   a PDF in order, parts a page into its sections and reads the paper's own details; `citations` finds what is cited
   in running text.
2. Lines to strings: `glued` (what a page glues to its lines), `breaks` (running heads of a PDF), `beginnings`,
   `groups`, `layout`, `runons` and `notes` (where one reference ends and the next begins) serve `strings`; `misprints`
   puts right what a PDF broke within a line, `repeats` leaves out notes that only cite again.
3. A string to a reference, in `references` (a list, its strings in chunks) and `reference` (one string): `tokens`,
   then a tagger gives every token a label of `labels`. `choice` says which: `tagger`, the rules, or `learned`, the
   model with what a whole list agrees on. Rules of both claim parts of a `line`; those of `told` go before the model.
4. `mending` puts right the parts that either tagger found; `normalise` makes values of them (`cleaning`, `quotes`,
   `habits` of the list: its `ranges`), `types` says what kind of work it is.

What costs most is asked for last: a rule first looks for the words that it needs (`line.Form`, `line.Line.tells`,
`tokens.words_in`), or says beside it which labels, words and marks a string must have (`mending.rule`), and only then
looks for its patterns.
"""

from reflist.prose.reading import read, read_lines, read_list, read_page

__all__ = ["read", "read_lines", "read_list", "read_page"]
