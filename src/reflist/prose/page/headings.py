"""Headings, and what they announce, in English, German, French and Spanish; those of lists in other languages too."""

import re
from enum import Enum

from reflist.grammar.keys import ascii_letters


class Part(Enum):
    """The kind of content below a heading."""

    FRONT = "front"  # before any heading: title, authors, dates
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    BODY = "body"  # running text
    REFERENCES = "references"
    FIELD = "field"  # one labelled value
    ASIDE = "aside"  # content of the page that is not part of the paper


HEADINGS: dict[Part, str] = {
    Part.ABSTRACT: """
        abstract; summary; synopsis; extended abstract; abstract and keywords; zusammenfassung; kurzfassung; resume;
        resumen
        """,
    Part.KEYWORDS: """
        keywords; key words; author keywords; index terms; uncontrolled keywords; subjects; schlusselworter;
        schlagworter; stichworter; mots cles; mots clefs; palabras clave; jel classification
        """,
    Part.BODY: """
        introduction; background; context; methods; method; methodology; materials and methods; data and methods;
        results; findings; discussion; analysis; literature review; theory; conclusion; conclusions;
        concluding remarks; discussion and conclusion; discussion and conclusions; introduction and background;
        einleitung; methoden; ergebnisse; diskussion; schluss; fazit; notes; footnotes; endnotes; anmerkungen;
        appendix; appendices; appendix a; anhang; schlussfolgerungen; methode; methodes; resultats; introduccion;
        metodos; metodologia; resultados; discusion; conclusiones
        """,
    Part.REFERENCES: """
        references; reference; reference list; references list; list of references; references cited;
        cited references; references and notes; references and further reading; notes and references; bibliography;
        select bibliography; selected bibliography; annotated bibliography; references and bibliography;
        bibliography and references; bibliographic references; works cited; work cited; works consulted;
        literature cited; literature;
        list of literature; literatur; literaturverzeichnis; literaturliste; quellenverzeichnis;
        quellen und literatur; quellen und literaturverzeichnis; literatur und quellen; literaturhinweise;
        selected references; key references; general references; main references; supplementary references;
        supplemental references; methods references; online references; suggested references; suggested reading;
        references and recommended reading; references and suggested reading; bibliographical references; sources cited;
        sources consulted; reading list; publications cited; cited works; chapter references; end references;
        references bibliographiques; bibliographie; ouvrages cites; bibliografia; referencias;
        referencias bibliograficas; riferimenti bibliografici; literatuur; article references; sources and references;
        cited literature; zitierte literatur; verwendete literatur; weiterfuhrende literatur; literaturnachweise;
        literaturnachweis; literatur und quellenverzeichnis; literaturangaben;
        bibliography and sources; sources and bibliography; list of works cited; literature references;
        references citees; liste des references; bibliographie selective; oeuvres citees; sources et bibliographie;
        obras citadas; bibliografia citada; fuentes y bibliografia; lista de referencias; referencias citadas;
        referencias bibliograficas y fuentes; bibliografia consultada; literatura; literatura citada; referenser;
        litteratur; litteraturliste; litteraturforteckning; referanser; kirjallisuus; lahteet; referenties;
        bibliografie; pismiennictwo; kaynakca; kaynaklar; irodalom; irodalomjegyzek;
        литература; список литературы; список использованной литературы; библиография; библиографический список;
        література; список літератури; βιβλιογραφία; 参考文献; 主要参考文献; 引用文献; 文献; 參考文獻; 参考資料;
        참고문헌; 참고 문헌; المراجع
        """,
    Part.FIELD: """
        affiliation; affiliations; article information; articleinfo; type; article type; item type; document type;
        copyright;
        information; doi; issn; published date; publication date; issue date; date; author; authors; publisher;
        citation; subject matter; license; rights; journal; title
        """,
    Part.ASIDE: """
        access options; metrics; content metrics; files in this item; related research; related research data;
        article metrics; recommend this journal; cited by; citing articles; citing literature; related content;
        related articles; related information; people also read; recommended articles; you may also like;
        more like this; similar articles; to continue reading; request your trial; full text views; abstract views;
        about the author; about the authors; notes on contributors; notes on contributor; author information;
        author biography; author biographies; author notes; additional information; about this article;
        cite this article; how to cite; rights and permissions; funding; funding information; conflict of interest;
        conflicts of interest; declaration of conflicting interests; disclosure statement; data availability;
        data availability statement; ethics declarations; author contributions; supplementary material;
        supplementary information; supplemental material; supporting information; acknowledgements; acknowledgments;
        acknowledgement; acknowledgment; danksagung; remerciements; agradecimientos; correspondence;
        corresponding author; download references; save article; share this article; article contents;
        figures and tables; comments; login; save to; authors and affiliations; references cited by; suggested citation;
        citation information; highlights; pour citer cet article; zitieren; zitationsvorschlag; metadata; details;
        paper statistics; articles in the same issue; journal and issue; from the journal; table des illustrations;
        reference electronique; droits d'auteur; droits d’auteur; auteurs; como citar; como citar este artigo;
        como citar este articulo; sobre el autor; sobre los autores; sobre o autor; sobre os autores; article history;
        historial; publication dates; fechas de publicacion; datas de publicacao; autorenangaben; uber die autoren;
        zur person; zu den autoren
        """,
}
"""Headings by what they announce; folded: lower case, and ASCII letters in Latin script."""

SUBHEADINGS = """
    primary sources; secondary sources; primary literature; secondary literature; books; book chapters; articles;
    journal articles; books and articles; newspapers; newspaper articles; reports; government documents;
    official documents; official publications; websites; web sites; internet sources; online sources; legislation;
    cases; theses; unpublished; unpublished sources; archives; archival sources; interviews; films; other sources;
    further reading; additional reading; other references; quellen; monographien; aufsatze; internetquellen;
    sources; primarquellen; sekundarliteratur; primarliteratur; gedruckte quellen; ungedruckte quellen;
    zeitungsartikel; gesetze; onlinequellen; online-quellen; sources primaires; sources secondaires; fuentes;
    fuentes primarias; fuentes secundarias; references complementaires; statutes; acts of parliament;
    statutes and statutory instruments; statutory instruments; treaties; table of cases; table of statutes;
    table of legislation; case law; court cases; cases cited; legal cases; dissertations; theses and dissertations;
    dissertations and theses; data sets; datasets; conference papers; working papers; grey literature;
    magazines; magazine articles; web pages; web resources; internet resources; electronic sources;
    electronic resources; online resources; unpublished works; unpublished theses; unpublished material;
    manuscripts; audiovisual sources; podcasts; primary references; secondary references;
    bucher; buchbeitrage; sammelbande; zeitschriften; zeitschriftenartikel; zeitschriftenaufsatze; zeitungen;
    sekundarquellen; rechtsprechung; urteile; gesetzestexte; rechtsquellen; internetadressen; webseiten;
    dissertationen; ouvrages; ouvrages et articles; articles et chapitres; webographie; sitographie; theses et memoires;
    textes officiels; jurisprudence; libros; articulos; articulos de revista; paginas web; legislacion; sitografia
"""
"""Headings of parts of a reference list; they are neither references nor reported."""

NOTES = frozenset("notes footnotes endnotes anmerkungen".split())
"""Headings of notes, folded; if notes cite works in full, a text may have no other list."""

STRUCTURED = frozenset(
    """background objective objectives aim aims purpose design methods method setting participants results findings
    conclusion conclusions originality value implications""".split()
)
"""Headings of paragraphs in an abstract."""

_PARTS = {heading.strip(): part for part, headings in HEADINGS.items() for heading in headings.split(";")}
_SUBHEADINGS = frozenset(heading.strip() for heading in SUBHEADINGS.split(";"))
_NUMBERING = re.compile(r"(?:#{1,6}\s*)?(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.)]?\s+)?")
_OF_PART = re.compile(
    r"^(?:chapter|kapitel|chapitre) [\divxl.]+:? "
    r"|[ :-]+(?:(?:for|to|of|in|zu|zum|du) )?(?:this |the )?(?:chapter|kapitel|chapitre)(?: [\divxl.]+)?$"
)
"""Words that limit a list to one chapter."""

_COUNT = re.compile(r"\s*[(\[]\d{1,4}[)\]]$")
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}")
LONGEST = 60
"""A longer line is no heading."""


def folded(text: str) -> str:
    """A line in the form in which headings are compared: without numbers, counts, emphasis, case and Latin accents."""
    text = _COUNT.sub("", text.strip("*_ :."))
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    text = _NUMBERING.sub("", text, count=1) or text
    text = ascii_letters(text).lower() or text.casefold()
    return _OF_PART.sub("", text) or text


def part_of(text: str) -> Part | None:
    """The part that a line announces; None if it is no heading.

    >>> part_of("REFERENCES (42)"), part_of("7. Literaturverzeichnis:"), part_of("References to God in verse")
    (<Part.REFERENCES: 'references'>, <Part.REFERENCES: 'references'>, None)
    >>> part_of("References for Chapter 3"), part_of("Chapter 3: Results")
    (<Part.REFERENCES: 'references'>, <Part.BODY: 'body'>)
    """
    return _PARTS.get(folded(text)) if _may_be_heading(text) else None


def is_subheading(text: str) -> bool:
    """Whether a line is the heading of a part of a reference list."""
    return _may_be_heading(text) and folded(text) in _SUBHEADINGS


def _may_be_heading(text: str) -> bool:
    return 0 < len(text) <= LONGEST and "," not in text and text[0] != "<"
