"""Characters copied as character references of HTML."""

import reflist

WEIR = "Weir, A. &amp; Ash, B. (2004) ‘Hedges &#38; ponds’, Ditch&nbsp;&amp;&nbsp;Pond, 12, 2, 128–37."


def test_a_reference_has_the_characters_and_its_origin_what_was_printed() -> None:
    library = reflist.parse(WEIR)
    (reference,) = library.references
    assert reference.plain("title") == "Hedges & ponds"
    assert reference.plain("container-title") == "Ditch & Pond"
    assert [name.family for name in reference.names("author")] == ["Weir", "Ash"]
    assert reference.origin.raw == WEIR
    field = reference.origin.fields["page"]
    assert WEIR[field.start : field.end] == field.printed == "128–37"
    assert [d.message for d in library.report if d.code == "character-written-out"] == [
        *("&amp; read as &", "&#38; read as &", "&nbsp; read as  ", "&amp; read as &", "&nbsp; read as  ")
    ]


def test_a_name_in_what_the_page_glued_on_is_no_part_of_the_reference() -> None:
    references = reflist.parse(
        "Weir &amp; Ash, 2004\nA. Weir, B. Ash\nHedges\nDitch &amp; Pond, 5 (3) (2004), pp. 28-31\n\n"
        "Weir &amp; Ash, 2005\nA. Weir, B. Ash\nPonds\nDitch &amp; Pond, 6 (3) (2005), pp. 28-31\n"
    ).references
    assert [reference.plain("container-title") for reference in references] == ["Ditch & Pond"] * 2


def test_a_soft_hyphen_within_a_line_is_nothing() -> None:
    (reference,) = reflist.parse("Weir, A. (2004) Land\u00adscapes, London: Sage.").references
    assert reference.plain("title") == "Landscapes"
