"""Free text: a page to a paper, a reference list to references, running text to citations.

The modules, in the order in which a text passes through them:

1. `reading` distinguishes pages, lists and single references, and reads each. `page` puts the columns of a PDF in
   order, divides a page into its sections and reads the paper's own details; `citations` finds what running text
   cites; `other_text` recognises tables, logs and code.
2. `lists`: lines to strings, with `beginnings`, `breaks` (running heads of a PDF) and `notes` (short forms).
   `repairs` mends what a PDF broke within a string; `repeats` removes notes that only cite again.
3. A string to a reference, in `references` (a list, its strings in chunks) and `reference` (one string): `tokens`,
   then a tagger gives every token a label of `labels`. `choice` chooses it: `tagger`, the rules, or `learned`, the
   model with what the strings of a list have in common. The rules of both claim parts of a `line`; those of `fixed` run
   before the model.
4. `mending` corrects the parts that either tagger found; `values` makes values of them, and `types` chooses the type of
   work.

Expensive work is done last: a rule first checks for the words that it needs (`line.Form`, `line.Line.tells`,
`tokens.words_in`), or declares which labels, words and marks a string must have (`mending.rule`), and only then
searches for its patterns.
"""

from reflist.prose.reading import read, read_lines, read_list, read_page

__all__ = ["read", "read_lines", "read_list", "read_page"]
