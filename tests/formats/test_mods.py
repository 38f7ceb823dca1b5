"""References in MODS."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given

from reflist.formats import mods
from reflist.formats.mods_tables import BY_GENRE, BY_RESOURCE, FIELDS, GENRES, IN_HOST, ROLES, TITLES
from reflist.formats.sniffing import SNIFFED, SNIFFERS
from reflist.model import KINDS, Date, Name, Reference, Remainder, Value, to_csl
from reflist.model import TYPES as CSL
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import any_references, references


def written(*references: Reference) -> str:
    return "".join(mods.write(references, Report()))


def read(text: str) -> list[Reference]:
    items = list(mods.read(Source("f.xml", text.encode()), Report()))
    assert not any(isinstance(item, Remainder) for item in items)
    return [item for item in items if isinstance(item, Reference)]


def record(fields: str, attributes: str = "") -> Reference:
    """The reference in a record with these elements."""
    text = f'<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods{attributes}>{fields}</mods></modsCollection>'
    (reference,) = read(text)
    return reference


def contents(type_: str, **variables: Value) -> str:
    """The record of a reference after its genres."""
    names = {name.replace("_", "-"): value for name, value in variables.items()}
    (line,) = written(Reference("", type_, names)).splitlines()[2:-1]
    return line.rpartition("</genre>")[2].removesuffix("</mods>")


def test_tables() -> None:
    assert sorted(row.csl for row in GENRES) == sorted(CSL)
    assert len({row.local for row in GENRES}) == len(GENRES)
    assert {*BY_GENRE.values(), *BY_RESOURCE.values()} <= CSL
    assert {*(row.variable for row in (*FIELDS, *ROLES)), *TITLES.values(), *IN_HOST} <= KINDS.keys()


@pytest.mark.parametrize("type_", sorted(CSL))
def test_types_come_back(type_: str) -> None:
    text = written(Reference("k", type_, {}))
    assert "extension" not in text
    assert read(text) == [Reference("k", type_, {})]


@given(any_references())
def test_everything_comes_back(reference: Reference) -> None:
    reference = reference.replace(extras={key: values for key, values in reference.extras.items() if values})
    assert read(written(reference)) == [reference]


@given(references())
def test_what_is_written_is_a_file_of_one_record(reference: Reference) -> None:
    assert [item.id for item in read(written(reference, reference))] == [reference.id] * 2


@pytest.mark.parametrize(
    "value", ["a</title></mods>", "]]>", "<!-- ", "&amp;lt;", "a\nb", "a\r\nb", "\x00\x1f", "\u202e", "\ufffe", "  a "]
)
def test_hostile_values(value: str) -> None:
    reference = Reference("k", "book", {"title": Text(value), "DOI": value, "author": (Name(literal=value),)})
    assert read(written(reference)) == [reference]


PERSON = '<namePart type="family">Doe</namePart><namePart type="given">J.</namePart>'
ROLE = '<role><roleTerm type="code" authority="marcrelator">{}</roleTerm></role>'


def names(code: str, parts: str = PERSON, kind: str = "personal") -> str:
    return f'<name type="{kind}">{parts}{ROLE.format(code)}</name>'


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"DOI": "10.1/x"}, '<identifier type="doi">10.1/x</identifier>'),
        (
            {"publisher": Text("P"), "issued": Date.of(2007, 4)},
            ('<originInfo><dateIssued encoding="w3cdtf">2007-04</dateIssued><publisher>P</publisher></originInfo>'),
        ),
        (
            {"issued": Date(((1756,),), circa=True)},
            '<originInfo><dateIssued encoding="edtf">1756~</dateIssued></originInfo>',
        ),
        ({"issued": Date(literal="n.d.")}, "<originInfo><dateIssued>n.d.</dateIssued></originInfo>"),
        (
            {"event-date": Date.of(2007)},
            '<originInfo><dateOther type="event" encoding="w3cdtf">2007</dateOther></originInfo>',
        ),
        ({"language": "en"}, ('<language><languageTerm type="code" authority="rfc5646">en</languageTerm></language>')),
        ({"keyword": Text("a, b")}, "<subject><topic>a</topic></subject><subject><topic>b</topic></subject>"),
        (
            {"URL": "https://a.org", "accessed": Date.of(2021, 3, 4)},
            ('<location><url dateLastAccessed="2021-03-04">https://a.org</url></location>'),
        ),
        (
            {"volume": "2", "page": "3-4"},
            (
                '<part><detail type="volume"><number>2</number></detail>'
                '<extent unit="page"><start>3</start><end>4</end></extent></part>'
            ),
        ),
        (
            {"page": "e7", "container-title": Text("J")},
            (
                '<relatedItem type="host"><titleInfo><title>J</title></titleInfo>'
                '<part><extent unit="page"><list>e7</list></extent></part></relatedItem>'
            ),
        ),
        (
            {"collection-title": Text("S"), "collection-number": "4"},
            (
                '<relatedItem type="series"><titleInfo><title>S</title></titleInfo>'
                '<part><detail type="volume"><number>4</number></detail></part></relatedItem>'
            ),
        ),
    ],
)
def test_fields(variables: dict[str, Value], expected: str) -> None:
    assert contents("article-journal", **variables) == expected


def test_names_are_written_with_their_roles() -> None:
    person, body = Name("Doe", "J."), Name(literal="Cabinet Office")
    text = written(Reference("", "book", {"author": (person, body), "editor": (person,), "authority": Text("Court")}))
    expected = [names("aut"), names("aut", "<namePart>Cabinet Office</namePart>", "corporate"), names("edt")]
    assert "".join(expected) in text
    assert names("isb", "<namePart>Court</namePart>", "corporate") in text


def test_editors_of_a_host_stand_in_it() -> None:
    text = contents("chapter", editor=(Name("Doe", "J."),), container_title=Text("B"))
    assert text.startswith('<relatedItem type="host"><titleInfo><title>B</title></titleInfo>' + names("edt"))


def test_values_without_an_element_are_in_an_extension() -> None:
    reference = Reference("k", "book", {"title": Text("On it", [Span(0, 2, Mark.ITALIC)])}, {("ris", "C7"): ("x",)})
    text = written(reference)
    assert '<extension><reflist xmlns="urn:reflist">{' in text
    assert read(text) == [reference]
    assert read(text.replace("<title>On it", "<title>Off it")) == [reference | {"title": Text("Off it")}]


def test_an_extension_of_ours_that_is_none() -> None:
    reference = record('<extension><reflist xmlns="urn:reflist">[</reflist></extension>')
    assert reference.extras == {("mods", "extension/reflist"): ("[",)}
    assert read(written(reference)) == [reference]


ARTICLE = "article-journal"


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ("<genre authority='local'>journalArticle</genre><genre authority='marcgt'>book</genre>", "article-journal"),
        ("<genre authority='marcgt'>theses</genre>", "thesis"),
        ("<genre>article</genre>", "article-journal"),
        ("<genre authority='marcgt'>conference publication</genre>", "paper-conference"),
        (
            (
                "<genre authority='marcgt'>conference publication</genre>"
                "<originInfo><issuance>monographic</issuance></originInfo>"
            ),
            "book",
        ),
        ("<typeOfResource>still image</typeOfResource>", "graphic"),
        ("<typeOfResource>text</typeOfResource>", "document"),
        ("<physicalDescription><internetMediaType>text/html</internetMediaType></physicalDescription>", "webpage"),
        ("<relatedItem type='host'><genre>periodical</genre></relatedItem>", "article-journal"),
        (
            "<relatedItem type='host'><part><detail type='issue'><number>1</number></detail></part></relatedItem>",
            ("article-journal"),
        ),
        (
            (
                "<relatedItem type='host'><part><detail type='volume'><number>1</number></detail></part>"
                "<identifier type='issn'>1234-5679</identifier></relatedItem>"
            ),
            "article-journal",
        ),
        (
            "<relatedItem type='host'><part><extent unit='page'><start>1</start></extent></part></relatedItem>",
            "chapter",
        ),
        ("<originInfo><issuance>serial</issuance></originInfo>", "periodical"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "book"),
        ("<identifier type='isbn'>1563963442</identifier>", "book"),
        ("<originInfo><issuance>continuing</issuance></originInfo>", "periodical"),
        ("<relatedItem type='host'><originInfo><issuance>continuing</issuance></originInfo></relatedItem>", ARTICLE),
        ("<relatedItem type='host'><genre>Newspaper</genre></relatedItem>", "article-newspaper"),
        ("<relatedItem type='host'><genre>conference publication</genre></relatedItem>", "paper-conference"),
        ("<relatedItem type='host'><genre>book</genre></relatedItem>", "chapter"),
        ("<genre>Doctoral Thesis</genre><typeOfResource>text</typeOfResource>", "thesis"),
        ("<typeOfResource>Notated music</typeOfResource>", "musical_score"),
        ("<typeOfResource manuscript='yes'>text</typeOfResource>", "manuscript"),
        ("<typeOfResource manuscript='yes' collection='yes'>mixed material</typeOfResource>", "document"),
        ("<extension><docClass>SHRG</docClass></extension>", "hearing"),
        ("<extension><collectionCode>USCOURTS</collectionCode></extension>", "legal_case"),
        (
            (
                "<genre authority='marcgt'>government publication</genre>"
                "<originInfo><issuance>monographic</issuance></originInfo>"
            ),
            "document",
        ),
        ("<genre>government publication</genre><identifier type='isbn'>1563963442</identifier>", "book"),
        ("<name><namePart>Doe, J.</namePart><role><roleTerm>rcp</roleTerm></role></name>", "personal_communication"),
        ("", "document"),
    ],
)
def test_types(fields: str, type_: str) -> None:
    assert record(fields).type == type_


def test_a_genre_that_is_not_a_type_is_the_genre() -> None:
    assert record("<genre authority='marcgt'>report</genre><genre>Technical report</genre>").plain("genre") == (
        "Technical report"
    )
    assert record("<genre authority='gmgpc'>Landscape photographs</genre>").plain("genre") == "Landscape photographs"


def test_what_catalogues_put_around_values() -> None:
    reference = record(
        "<genre authority='marcgt'>novel</genre><originInfo><publisher>Plain Press,</publisher>"
        "<edition>2nd ed. /</edition>"
        "</originInfo><physicalDescription><form>print</form><form>braille</form></physicalDescription>"
        "<identifier type='isbn'>0801806887 (pbk.) :</identifier><identifier type='issn'>1234-5679 (print)</identifier>"
    )
    assert {name: reference.plain(name) for name in ("publisher", "edition", "medium", "ISBN", "ISSN", "genre")} == {
        "publisher": "Plain Press",
        "edition": "2nd ed.",
        "medium": "braille",
        "ISBN": "0801806887",
        "ISSN": "1234-5679",
        "genre": "",
    }
    assert reference.extras == {
        ("mods", "genre"): ("novel",),
        ("mods", "physicalDescription/form"): ("print",),
        ("mods", "identifier[isbn]"): ("0801806887 (pbk.) :",),
        ("mods", "identifier[issn]"): ("1234-5679 (print)",),
    }


@pytest.mark.parametrize(
    ("words", "variables", "kept"),
    [
        (
            "Vol. 45, no. 2 (May 2016), p. 13-14",
            {"volume": "45", "issue": "2", "page": "13-14", "issued": Date.of(2016, 5)},
            (),
        ),
        ("v. 12 (1999) pp. 7–9.", {"volume": "12", "page": "7-9", "issued": Date.of(1999)}, ()),
        ("No. 3", {"issue": "3"}, ()),
        ("Festschrift, p. 3", {}, ("Festschrift, p. 3",)),
    ],
)
def test_the_part_of_a_host_in_words(words: str, variables: dict[str, Value], kept: tuple[str, ...]) -> None:
    part = f"<part><text>{words}</text></part>"
    reference = record(f"<relatedItem type='host'><titleInfo><title>T</title></titleInfo>{part}</relatedItem>")
    assert dict(reference.variables) == {"container-title": Text("T"), **variables}
    assert reference.extras.get(("mods", "relatedItem[host]/part/text"), ()) == kept


@pytest.mark.parametrize(
    ("genre", "type_", "kept"),
    [
        ("<genre authority='marcgt'>photograph</genre>", "graphic", "photograph"),
        ("<genre>Ph.D. thesis</genre>", "thesis", "Ph.D. thesis"),
        ("<genre>dissertation</genre>", "thesis", ""),
        ("<genre authority='local'>collection</genre>", "collection", ""),
        ("<genre authority='marcgt'>biography</genre>", "book", ""),
        ("<genre authority='marcgt'>directory</genre>", "document", "directory"),
    ],
)
def test_a_genre_narrower_than_the_type_is_kept(genre: str, type_: str, kept: str) -> None:
    reference = record(genre)
    assert (reference.type, reference.plain("genre")) == (type_, kept)


@pytest.mark.parametrize(
    ("fields", "variables"),
    [
        (
            "<titleInfo><nonSort>The</nonSort><title>Commons</title><subTitle>a history</subTitle></titleInfo>",
            {"title": "The Commons: a history"},
        ),
        (
            "<titleInfo><nonSort>L'</nonSort><title>eau :</title><subTitle>a</subTitle></titleInfo>",
            {"title": "L'eau : a"},
        ),
        ("<titleInfo><title>A</title><partName>B</partName></titleInfo>", {"title": "A. B"}),
        ("<titleInfo><subTitle>B</subTitle></titleInfo>", {"title": "B"}),
        ("<titleInfo type='abbreviated'><title>A</title></titleInfo>", {"title-short": "A"}),
        (
            "<relatedItem type='series'><titleInfo><title/><partNumber>3</partNumber></titleInfo></relatedItem>",
            {"collection-number": "3"},
        ),
        (
            "<relatedItem type='series'><titleInfo><title>Studies in mills ; v. 7</title></titleInfo></relatedItem>",
            {"collection-title": "Studies in mills", "collection-number": "7"},
        ),
        (
            "<relatedItem type='series'><titleInfo><title>Mills ; a series</title></titleInfo></relatedItem>",
            {"collection-title": "Mills ; a series"},
        ),
        ("<part><extent unit='pages'><start>1</start><end>9</end></extent></part>", {"page": "1-9"}),
        ("<part><extent unit='pp.'><start>1</start></extent></part>", {"page": "1"}),
        ("<part><extent><end>9</end></extent></part>", {"page": "9"}),
        ("<part><extent><list>1, 9</list></extent></part>", {"page": "1, 9"}),
        ("<part><detail type='page'><number>7</number></detail></part>", {"page": "7"}),
        ("<note>a</note><note>b</note>", {"note": "a\nb"}),
        ("<note>on <i>x</i>, <b>y</b></note>", {"note": "on x, y"}),
        ("<titleInfo><title><i>E. coli</i> now</title></titleInfo>", {"title": "E. coli now"}),
        ("<identifier type='DOI'>https://doi.org/10.1234/x</identifier>", {"DOI": "10.1234/x"}),
        ("<identifier type='doi'>none</identifier>", {"DOI": "none"}),
        (
            "<physicalDescription><extent>xii, 314 p. : ill. ; 24 cm</extent></physicalDescription>",
            {"dimensions": "xii, 314 p. : ill. ; 24 cm", "number-of-pages": "314"},
        ),
        (
            "<genre>book</genre><physicalDescription><extent>2 volumes.</extent></physicalDescription>",
            {"dimensions": "2 volumes.", "number-of-volumes": "2"},
        ),
        (
            "<genre>map</genre><physicalDescription><extent>1 p.</extent></physicalDescription>",
            {"dimensions": "1 p."},
        ),
        ("<language>English</language>", {"language": "English"}),
        (
            "<language><languageTerm type='code'>eng</languageTerm><languageTerm>English</languageTerm></language>",
            {"language": "eng"},
        ),
        (
            "<location><url dateLastAccessed='2021-03-04'>https://a.org</url></location>",
            {"URL": "https://a.org", "accessed": {"date-parts": [[2021, 3, 4]]}},
        ),
        (
            "<originInfo><dateOther type='submitted'>2003-01-02</dateOther></originInfo>",
            {"submitted": {"date-parts": [[2003, 1, 2]]}},
        ),
        (
            "<originInfo><dateOther type='submitted'>3 May 2003</dateOther></originInfo>",
            {"submitted": {"date-parts": [[2003, 5, 3]]}},
        ),
        (
            "<relatedItem type='host'><originInfo><publisher>P</publisher></originInfo></relatedItem>",
            {"publisher": "P"},
        ),
    ],
)
def test_values(fields: str, variables: dict[str, object]) -> None:
    item = to_csl(record(fields))
    assert {name: value for name, value in item.items() if name not in ("id", "type", "custom")} == variables


def test_the_address_of_the_work_comes_first() -> None:
    reference = record(
        "<location><url access='preview'>https://a.org/1</url><url access='raw object'>https://a.org/2</url>"
        "<url>https://a.org/3</url><url access='object in context'>https://a.org/4</url></location>"
    )
    assert reference["URL"] == "https://a.org/4"
    assert reference.extras["mods", "location/url"] == tuple(f"https://a.org/{number}" for number in (3, 2, 1))
    primary = "<url>https://a.org/1</url><url usage='primary display'>https://a.org/2</url>"
    assert record(f"<location>{primary}</location>")["URL"] == "https://a.org/2"


def test_an_invalid_identifier_identifies_nothing() -> None:
    reference = record("<identifier type='isbn' invalid='yes'>1</identifier><identifier type='isbn'>2</identifier>")
    assert reference["ISBN"] == "2"
    assert reference.extras == {("mods", "identifier[isbn][invalid]"): ("1",)}
    assert read(written(reference)) == [reference]


def test_parts_of_titles_that_have_no_variable_are_kept() -> None:
    reference = record(
        "<titleInfo><title>A</title><title>B</title><partNumber>2</partNumber><sort>C</sort></titleInfo>"
        "<relatedItem type='series'><titleInfo><title>S</title><partNumber>1</partNumber><partNumber>2</partNumber>"
        "</titleInfo></relatedItem>"
    )
    assert {name: reference.plain(name) for name in reference.variables} == {
        "title": "A",
        "collection-title": "S",
        "collection-number": "1",
    }
    assert {tag: values for (_, tag), values in reference.extras.items()} == {
        "titleInfo/title": ("B",),
        "titleInfo/partNumber": ("2",),
        "titleInfo/sort": ("C",),
        "relatedItem[series]/titleInfo/partNumber": ("2",),
    }
    assert read(written(reference)) == [reference]


def test_an_original_title_is_that_of_the_original() -> None:
    assert contents("book", original_title=Text("T")) == (
        '<relatedItem type="original"><titleInfo><title>T</title></titleInfo></relatedItem>'
    )
    assert record("<titleInfo type='translated'><title>T</title></titleInfo>").plain("original-title") == "T"


def test_unknown_elements_are_kept_and_written_back() -> None:
    reference = record(
        "<titleInfo type='alternative'><title>Other</title></titleInfo><titleInfo><title/></titleInfo>"
        "<identifier type='local'>1</identifier><identifier type='local'>2</identifier><identifier type='doi'>10.1/a"
        "</identifier><identifier type='doi'>10.1/b</identifier><identifier type='citekey'>k</identifier>"
        "<identifier type='citekey'>l</identifier><relatedItem type='host'><abstract>A</abstract></relatedItem>"
        "<recordInfo><recordIdentifier>9</recordIdentifier><languageOfCataloging>x</languageOfCataloging></recordInfo>"
        "<!-- a comment --><?pi x?><location><url>https://a.org</url><url>https://a.org</url></location>"
    )
    assert reference.id == "k"
    assert {tag: values for (_, tag), values in reference.extras.items()} == {
        "titleInfo[alternative]/title": ("Other",),
        "identifier[local]": ("1", "2"),
        "identifier[doi]": ("10.1/b",),
        "identifier[citekey]": ("l",),
        "relatedItem[host]/abstract": ("A",),
        "recordInfo/recordIdentifier": ("9",),
    }
    text = written(reference)
    assert "extension" not in text
    assert read(text) == [reference]


def test_the_attribute_id_is_a_key_too() -> None:
    assert record("", ' ID="ostrom1990"').id == "ostrom1990"


@pytest.mark.parametrize(
    ("name", "variable", "expected"),
    [
        ("<namePart>Alleman, Tillie [1848-1914]</namePart>", "author", Name("Alleman", "Tillie")),
        ("<namePart>Lawson, Colin (Colin James)</namePart>", "author", Name("Lawson", "Colin (Colin James)")),
        (
            (
                "<namePart type='family'>King</namePart><namePart type='given'>M. L.</namePart>"
                "<namePart type='termsOfAddress'>Jr.</namePart><namePart type='date'>1929</namePart>"
            ),
            "author",
            Name("King", "M. L.", suffix="Jr."),
        ),
        ("<namePart>Voltaire</namePart>", "author", Name(literal="Voltaire")),
        ("<namePart>Roe, R.</namePart><role>aut</role>", "author", Name("Roe", "R.")),
        ("<namePart>" + "a, " * 100 + "</namePart>", "author", Name(literal=("a, " * 100).strip())),
        (
            "<displayForm>Penck, A.</displayForm><role><roleTerm>Editor.</roleTerm></role>",
            "editor",
            Name("Penck", "A."),
        ),
        (
            "<namePart>A</namePart><affiliation>B</affiliation><nameIdentifier type='orcid'>0</nameIdentifier>",
            "author",
            Name(literal="A", affiliation="B", orcid="0"),
        ),
    ],
)
def test_names(name: str, variable: str, expected: Name) -> None:
    assert record(f"<name>{name}</name>")[variable] == (expected,)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Roger F. Wicker", Name("Wicker", "Roger F.")),
        ("Wicker, Roger F.", Name("Wicker", "Roger F.")),
        ("Voltaire, 1694-1778", Name("Voltaire")),
        ("Cabinet Office " * 20, Name(literal=("Cabinet Office " * 20).strip())),
    ],
)
def test_names_of_persons_in_one_piece(printed: str, expected: Name) -> None:
    assert record(f"<name type='personal'><namePart>{printed}</namePart></name>")["author"] == (expected,)


def test_an_orcid_may_be_the_address_of_the_name() -> None:
    address = "https://orcid.org/0000-0002-1825-0097"
    reference = record(f"<name valueURI='{address}'><namePart>Doe, J.</namePart></name>")
    assert reference["author"] == (Name("Doe", "J.", orcid="0000-0002-1825-0097"),)


def test_other_parts_of_a_name_are_kept() -> None:
    reference = record(
        "<name><namePart type='family'>Doe</namePart><namePart type='given'>Jane</namePart><namePart>Doe, Jane"
        "</namePart><displayForm>Doe, Jane, Dr.</displayForm><description>A poet</description></name>"
    )
    assert {tag: values for (_, tag), values in reference.extras.items()} == {
        "name/displayForm": ("Jane Doe: Doe, Jane, Dr.",),
        "name/description": ("Jane Doe: A poet",),
    }
    assert read(written(reference)) == [reference]


def test_who_has_a_role_is_not_a_contributor_in_another_that_no_variable_has() -> None:
    name = "<name type='personal'><namePart>Doe, J.</namePart><role><roleTerm>{}</roleTerm></role></name>"
    reference = record(name.format("asn") + name.format("aut"))
    assert dict(reference.variables) == {"author": (Name("Doe", "J."),)}
    assert reference.extras == {("mods", "name[asn]"): ("J. Doe",)}


def test_names_in_roles_that_no_variable_has_contribute() -> None:
    advisor = "<name type='personal'><namePart>Doe, J.</namePart><role><roleTerm>{}</roleTerm></role></name>"
    reference = record(
        advisor.format("ths")
        + advisor.replace("Doe", "Bell").format("thesis advisor")
        + advisor.replace("Doe", "Press").format("pbl")
        + f"<relatedItem type='host'>{advisor.replace('Doe', 'Roe').format('Bestandsbildner')}</relatedItem>"
        + f"<relatedItem type='series'>{advisor.replace('Doe', 'Poe').format('bnd')}</relatedItem>"
    )
    assert [name.family for name in reference.names("contributor")] == ["Doe", "Bell", "Roe"]
    assert {tag: values for (_, tag), values in reference.extras.items()} == {
        "name[ths]": ("J. Doe",),
        "name[thesis advisor]": ("J. Bell",),
        "name[pbl]": ("J. Press",),
        "relatedItem[host]/name[Bestandsbildner]": ("J. Roe",),
        "relatedItem[series]/name[bnd]": ("J. Poe",),
    }
    text = written(reference)
    assert read(text) == [reference]
    assert names("ths") in text
    assert '<role><roleTerm type="text">thesis advisor</roleTerm></role>' in text


BODY = "<name type='corporate'><namePart>{}</namePart><role><roleTerm>aut</roleTerm></role></name>"


def test_bodies_of_law_are_not_authors() -> None:
    bodies = BODY.format("Senate") + BODY.format("House")
    bill = record(f"<extension><docClass>hr</docClass></extension>{bodies}")
    assert (bill.names("author"), bill.plain("authority")) == ((), "Senate")
    assert bill.extras["mods", "name[aut]"] == ("Senate", "House")
    hearing = record(f"<extension><docClass>SHRG</docClass></extension>{bodies}")
    assert [name.literal for name in hearing.names("contributor")] == ["Senate", "House"]
    assert record(f"<genre>bill</genre>{bodies}").names("author") == (Name(literal="Senate"), Name(literal="House"))


def test_a_meeting_is_the_author_of_its_proceedings() -> None:
    meeting = "<name type='conference'><namePart>Day of Ice</namePart></name>"
    assert record(f"<genre>book</genre>{meeting}").names("author") == (Name(literal="Day of Ice"),)
    assert record(f"<genre>conferencePaper</genre>{meeting}").plain("event-title") == "Day of Ice"
    text = written(Reference("", "book", {"event-title": Text("Day of Ice")}))
    assert "extension" not in text
    assert read(text) == [Reference("", "book", {"event-title": Text("Day of Ice")})]


def test_names_that_are_not_persons() -> None:
    reference = record(
        "<name type='corporate'><namePart>United States</namePart><namePart>Congress, Senate</namePart></name>"
        "<name type='conference'><namePart>Day</namePart></name><name type='conference'><namePart>B</namePart></name>"
        "<name><namePart>Bell</namePart><role><roleTerm>bookbinder</roleTerm></role></name>"
        "<name><namePart>A court</namePart><role><roleTerm>isb</roleTerm></role></name><name><namePart/></name>"
        "<relatedItem type='series'><name><namePart>Doe, J.</namePart></name></relatedItem>"
    )
    assert reference.names("author")[0].literal == "United States: Congress, Senate"
    assert (reference.plain("event-title"), reference.plain("authority")) == ("Day", "A court")
    assert reference.extras["mods", "name[bookbinder]"] == ("Bell",)


OPEN = Date(((1985,), ()))


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("<dateIssued>c1984</dateIssued><dateIssued encoding='marc'>1984</dateIssued>", Date.of(1984)),
        ("<dateIssued>c1984</dateIssued>", Date.of(1984)),
        ("<dateIssued>[1984]</dateIssued>", Date.of(1984)),
        (
            "<dateIssued point='end'>1988</dateIssued><dateIssued point='start'>1985</dateIssued>",
            Date(((1985,), (1988,))),
        ),
        ("<dateIssued point='end'>x</dateIssued><dateIssued point='start'>1985</dateIssued>", Date(literal="1985/x")),
        ("<dateIssued qualifier='approximate'>1756</dateIssued>", Date(((1756,),), circa=True)),
        ("<dateIssued>2020-12-16T14:37:29+01:00</dateIssued>", Date.of(2020, 12, 16)),
        ("<dateIssued>14 January 1930</dateIssued>", Date.of(1930, 1, 14)),
        ("<dateIssued>19uu</dateIssued>", Date(literal="19uu")),
        ("<dateIssued encoding='iso8601'>20200414</dateIssued>", Date.of(2020, 4, 14)),
        ("<dateIssued>[ca. 1756]</dateIssued>", Date(((1756,),), circa=True)),
        ("<dateIssued encoding='marc' point='start'>1985</dateIssued><dateIssued point='end'>9999</dateIssued>", OPEN),
        ("<dateIssued keyDate='yes'>2001</dateIssued><dateIssued encoding='w3cdtf'>2002</dateIssued>", Date.of(2002)),
        ("<dateIssued>2001</dateIssued><dateIssued keyDate='yes'>2002</dateIssued>", Date.of(2002)),
        ("<dateCreated>1955</dateCreated><copyrightDate>2003</copyrightDate>", Date.of(2003)),
        ("<dateIssued>" + "1" * 100 + "</dateIssued>", Date(literal="1" * 100)),
    ],
)
def test_dates(fields: str, date: Date) -> None:
    assert record(f"<originInfo>{fields}</originInfo>")["issued"] == date


def test_the_date_of_a_part_counts_before_that_of_its_host() -> None:
    reference = record(
        "<relatedItem type='host'><originInfo><dateIssued>1974</dateIssued></originInfo><part><date>Apr. 2002</date>"
        "</part></relatedItem><originInfo><copyrightDate>2002-04</copyrightDate></originInfo>"
    )
    assert reference["issued"] == Date.of(2002, 4)
    assert reference.extras == {("mods", "relatedItem[host]/originInfo/dateIssued"): ("1974",)}


def test_a_broken_record_costs_no_other() -> None:
    report = Report()
    text = '<m:c xmlns:m="urn:m"><m:mods><m:a></m:mods>\n<m:mods><m:note>x</m:note></m:mods>\n<m:mods><m:no'
    broken, good, cut = mods.read(Source("f.xml", text.encode()), report)
    assert isinstance(broken, Remainder)
    assert isinstance(cut, Remainder)
    assert isinstance(good, Reference)
    assert (good.plain("note"), good.origin.line) == ("x", 2)
    assert [(diagnostic.code, diagnostic.place.line) for diagnostic in report] == [("xml-syntax", 1), ("xml-syntax", 3)]


@pytest.mark.parametrize(
    "element",
    [
        "<name><namePart>A, B</namePart></name>",
        "<originInfo><dateIssued>1999</dateIssued></originInfo>",
        "<genre>book</genre>",
        "<titleInfo><title>T</title></titleInfo>",
        "<note type='x'>a</note>",
    ],
)
def test_hostile_repetition(element: str) -> None:
    assert record(element * 8_000).origin.line == 1


HOSTILE = 40_000
"""A length, or number of repetitions, for which only linear work ends in time."""


@pytest.mark.untraced
@pytest.mark.parametrize(
    "fields",
    [
        f"<relatedItem type='{'x' * 1_000_000}'>{'<a>1</a>' * HOSTILE}</relatedItem>",
        f"<name><namePart>{'x y ' * HOSTILE}</namePart>{'<displayForm>z</displayForm>' * 1_000}</name>",
        "".join(
            f"<name><namePart>A{number}</namePart><role><roleTerm>r{number}</roleTerm></role></name>"
            for number in range(10_000)
        ),
        f"<name>{'<namePart>' + 'x' * 100 + '</namePart>'}{'<namePart>y</namePart>' * HOSTILE}</name>",
        f"<physicalDescription><extent>{'[ivx, ' * HOSTILE}</extent></physicalDescription>",
        f"<identifier type='doi'>{'x10.' * HOSTILE}</identifier>",
        "<relatedItem type='host'>" * 200 + "<note>x</note>" + "</relatedItem>" * 200,
    ],
    ids=["type", "name", "roles", "parts", "extent", "doi", "deep"],
)
def test_hostile_records_come_back(fields: str) -> None:
    begun = time.process_time()
    reference = record(fields)
    assert read(written(reference)) == [reference]
    assert time.process_time() - begun < 60  # only a hang takes that long


MODS = re.compile(r"<(?:[\w.-]+:)?mods[\s>]")


def test_real_files(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not here")
    files = [file for file in sorted((data / "formats").rglob("*")) if file.suffix in (".xml", ".mods", ".input")]
    sources = [source for source in map(Source.from_path, files) if SNIFFERS["mods"](source.text[:SNIFFED])]
    assert sources
    for source in sources:
        found = read(source.text)
        assert len(found) == len(MODS.findall(source.text)), source.name
        assert read(written(*found)) == found
