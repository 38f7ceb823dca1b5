"""The tagger that was learned from labelled strings: a conditional random field over features of the tokens.

`reflist.prose.learned.features` says what it sees of a token; ``train/`` in the repository makes the model beside this
file.
"""

from reflist.prose.learned.listed import Listed
from reflist.prose.learned.tagger import tag, told_tags

__all__ = ["Listed", "tag", "told_tags"]
