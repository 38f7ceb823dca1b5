"""The learned tagger: a conditional random field over features of tokens, trained on labelled strings.

The features are defined in `reflist.prose.learned.features`. The model is beside this file; ``train/`` in the
repository makes it.
"""

from reflist.prose.learned.listed import Listed
from reflist.prose.learned.tagger import fixed_tags, tag

__all__ = ["Listed", "fixed_tags", "tag"]
