"""Fields of BibTeX for extras of other formats: ``ris:AD``, ``csv:Cited:20by``.

A name is the format, a colon, and the tag. Characters that pandoc, the strictest reader, does not accept in the names
of fields are written as a colon and two hexadecimal digits for each of their bytes in UTF-8.
"""

import re

from reflist.late import late

_FIELD = late(r"([a-z]\w*):([\w.:-]+)(?:\+\d+)?")
_OTHER = late(r"[^\w-]", re.ASCII)
_BYTES = late(r"(?::[0-9a-f]{2})+")


def field_of(format: str, tag: str) -> str:
    """The name of the field for an extra of a format with this tag.

    >>> field_of("ris", "AD"), field_of("csv", "Cited by")
    ('ris:AD', 'csv:Cited:20by')
    """
    return f"{format}:{_OTHER.sub(_as_bytes, tag)}"


def read_field(name: str) -> tuple[str, str] | None:
    """The format and the tag that the name of a field stands for; None for names of other fields.

    >>> read_field("csv:Cited:20by"), read_field("ris:AD+2"), read_field("title")
    (('csv', 'Cited by'), ('ris', 'AD'), None)
    """
    found = _FIELD.fullmatch(name)
    return (found[1], _BYTES.sub(_as_characters, found[2])) if found else None


def _as_bytes(found: re.Match[str]) -> str:
    return "".join(f":{byte:02x}" for byte in found[0].encode(errors="surrogatepass"))


def _as_characters(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace(":", "")).decode(errors="replace")
