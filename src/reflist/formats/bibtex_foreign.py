"""Fields of BibTeX for what other formats brought: ``ris:AD``, ``csv:Cited:20by``.

Behind the format stands the tag. Characters that pandoc, the strictest reader, does not take in the name of a field are
written as a colon and the hexadecimal number of each of their bytes in UTF-8.
"""

import re

from reflist.late import late

_FIELD = late(r"([a-z]\w*):([\w.:-]+)(?:\+\d+)?")
_OTHER = late(r"[^\w-]", re.ASCII)
_BYTES = late(r"(?::[0-9a-f]{2})+")


def field_of(format: str, tag: str) -> str:
    """The name of the field for what a format brought under a tag.

    >>> field_of("ris", "AD"), field_of("csv", "Cited by")
    ('ris:AD', 'csv:Cited:20by')
    """
    return f"{format}:{_OTHER.sub(_as_bytes, tag)}"


def read_field(name: str) -> tuple[str, str] | None:
    """The format and the tag that a field's name tells; None where it is none of those.

    >>> read_field("csv:Cited:20by"), read_field("ris:AD+2"), read_field("title")
    (('csv', 'Cited by'), ('ris', 'AD'), None)
    """
    found = _FIELD.fullmatch(name)
    return (found[1], _BYTES.sub(_as_characters, found[2])) if found else None


def _as_bytes(found: re.Match[str]) -> str:
    return "".join(f":{byte:02x}" for byte in found[0].encode(errors="surrogatepass"))


def _as_characters(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace(":", "")).decode(errors="replace")
