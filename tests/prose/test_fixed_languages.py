"""Words of references in other languages: each rule by itself, and what it must leave alone."""

from collections.abc import Callable

import pytest

from reflist.prose.fixed.abnt import (
    find_body_of_state,
    find_law_of_state,
    find_names_in_capitals,
    find_paper_of_meeting,
    find_periodical_with_town,
    find_thesis_with_leaves,
)
from reflist.prose.fixed.laws import find_spanish_law
from reflist.prose.fixed.northern import (
    find_commission_of_year,
    find_northern_book,
    find_northern_edition,
    find_northern_translators,
)
from reflist.prose.fixed.romance import (
    find_first_edition,
    find_romance_editors,
    find_romance_numbers,
    find_romance_online,
    find_romance_publisher,
    find_romance_series,
    find_romance_translators,
)
from reflist.prose.line import Line

Case = tuple[Callable[[Line], None], str, dict[str, str]]

ROMANCE: list[Case] = [
    (
        find_romance_translators,
        "La haie, trad. de l'allemand par P. Weir et J. Roe, Paris, Fayard.",
        {"note": "trad. de l'allemand", "translator": "P. Weir et J. Roe"},
    ),
    (find_romance_translators, "El seto. [Trad. Ana Weir]. Madrid: Fosa.", {"translator": "Ana Weir"}),
    (find_romance_translators, "El seto, trad. de Ana Weir, Buenos Aires, Alianza.", {"translator": "Ana Weir"}),
    (find_romance_translators, "La siepe, trad. it. Milano, Mondadori.", {"note": "trad. it."}),
    (
        find_romance_translators,
        "La siepe, tr. it. di S. Weir, Bari, Laterza.",
        {"note": "tr. it.", "translator": "S. Weir"},
    ),
    (find_romance_translators, "The trad. in hedges, Leeds.", {}),
    (find_romance_editors, "Weir A. (2002) (a cura di), La siepe.", {"editor": "Weir A.", "date": "2002"}),
    (find_romance_editors, "WEIR, A.; ROE, B. (Orgs.). A sebe.", {"editor": "WEIR, A.; ROE, B."}),
    (find_romance_editors, "Weir A. et Roe B. (sous la dir. de), La haie.", {"editor": "Weir A. et Roe B."}),
    (
        find_romance_editors,
        "A sebe. In J. Weir & A. Roe (Orgs.), Sebes e muros (pp. 17-44). Lisboa.",
        {"editor": "J. Weir & A. Roe", "container-title": "Sebes e muros"},
    ),
    (
        find_romance_editors,
        "La siepe, edizione critica a cura di V. Weir, Torino.",
        {"note": "edizione critica", "editor": "V. Weir"},
    ),
    (find_romance_editors, "Ana Weir, « La haie », in Ana Weir (dir.), Haies, Paris.", {"editor": "Ana Weir"}),
    (find_first_edition, "La haie, Paris, Seuil [1re éd. 1989].", {"original-date": "1989"}),
    (find_first_edition, "La siepe, Roma, Carocci (ed. or. 1986).", {"original-date": "1986"}),
    (find_first_edition, "La siepe, Milano, Bompiani, 1977 (nuova ed. 2001).", {"note": "nuova ed. 2001"}),
    (find_romance_numbers, "Revue, 45e année, n° 1, pp. 57-95.", {"volume": "45", "issue": "1"}),
    (find_romance_numbers, "Revista, año XLI, núm. 3, pp. 925-960.", {"volume": "XLI", "issue": "3"}),
    (find_romance_numbers, "Revue, vol. 44-3, pp. 413-447.", {"volume": "44", "issue": "3"}),
    (find_romance_numbers, "Revue, vol. 11-12, pp. 413-447.", {}),
    (find_romance_numbers, "Genèses, 2001/2 (no 43), pp. 32-52.", {"date": "2001", "issue": "2", "volume": "43"}),
    (find_romance_numbers, "La haie, t. 1, Les murs, Paris.", {"volume": "1"}),
    (find_romance_numbers, "Rivista, XV, 3-4, pp. 235-287.", {"volume": "XV", "issue": "3-4"}),
    (find_romance_numbers, "Revista, nº 77, pp. 55-80.", {"issue": "77"}),
    (find_romance_publisher, "La haie, Paris, Éd. de l'EHESS.", {"publisher": "Éd. de l'EHESS"}),
    (find_romance_publisher, "A sebe. São Paulo: Duas Cidades/Ed. 34, 2001.", {"publisher": "Duas Cidades/Ed. 34"}),
    (find_romance_publisher, "Hedges. In: Eds. Weir, J., Ditches, Leeds.", {}),
    (
        find_romance_series,
        "El seto. Madrid: CIS, Colección Monografías, n.º 228.",
        {"collection-title": "Colección Monografías, n.º 228"},
    ),
    (find_romance_series, "La haie, Paris : Nathan (coll. Essais).", {"collection-title": "Essais"}),
    (find_romance_series, "La haie, Paris, PUF, coll. Murs, 2000.", {"collection-title": "Murs"}),
    (find_romance_series, "Weir A. (2011), La haie, Paris, Grasset, « Murs ».", {"collection-title": "Murs"}),
    (find_romance_series, "Weir A., « La haie », Paris.", {}),
    (find_romance_online, "Actes [En ligne], 175.", {}),
]
BRAZILIAN: list[Case] = [
    (
        find_periodical_with_town,
        "A sebe? Revista da Fossa, Curitiba, n. 24, p. 29-40, jun. 2005.",
        {
            "container-title": "Revista da Fossa",
            "publisher-place": "Curitiba",
            "issue": "24",
            "page": "29-40",
            "day": "jun.",
            "date": "2005",
        },
    ),
    (
        find_thesis_with_leaves,
        "A sebe. 2005. 210 f. Tese (Doutorado em Fossas) – USP, São Paulo, 2005.",
        {
            "page": "210",
            "thesis": "Tese (Doutorado em Fossas)",
            "publisher": "USP",
            "publisher-place": "São Paulo",
            "date": "2005",
        },
    ),
    (
        find_body_of_state,
        "BRASIL. Ministério da Saúde. Sebes. Brasília: MS, 2006.",
        {"author": "BRASIL. Ministério da Saúde."},
    ),
    (find_body_of_state, "BRASIL. Sebes. Brasília: MS, 2006.", {}),
    (
        find_law_of_state,
        "BRASIL. Lei nº 9.394, de 20 de dezembro de 1996. Estabelece sebes. Diário Oficial da União, Brasília.",
        {
            "author": "BRASIL",
            "statute": "Lei nº 9.394, de 20 de dezembro de 1996",
            "note": "Estabelece sebes",
            "container-title": "Diário Oficial da União",
        },
    ),
    (find_names_in_capitals, "WEIR, E. V. de; ROE, R. O muro e a sebe. Mana.", {"author": "WEIR, E. V. de; ROE, R."}),
    (find_names_in_capitals, "WEIR, R. O muro e a sebe. Mana.", {}),
    (
        find_paper_of_meeting,
        "A sebe. In: CONGRESSO DE FOSSAS, 10., 2001, Fortaleza. Anais... Fortaleza: SBS, 2001. p. 3-8.",
        {
            "event-title": "CONGRESSO DE FOSSAS, 10",
            "event-date": "2001",
            "event-place": "Fortaleza",
            "container-title": "Anais",
            "publisher-place": "Fortaleza",
            "publisher": "SBS",
            "date": "2001",
        },
    ),
]
OTHERS: list[Case] = [
    (
        find_spanish_law,
        "Ley Orgánica 2/2006, de 3 de mayo. Boletín Oficial del Estado, núm. 106, de 4 de mayo de 2006, pp. 17-27.",
        {
            "statute": "Ley Orgánica 2/2006, de 3 de mayo",
            "container-title": "Boletín Oficial del Estado",
            "issue": "106",
            "day": "4 de mayo de 2006",
            "page": "17-27",
        },
    ),
    (find_northern_translators, "Hekken. Overs. av Ann Weir. Oslo: Pax.", {"translator": "Ann Weir"}),
    (find_northern_translators, "Mur, przeł. T. Weir, Kraków 2006.", {"translator": "T. Weir"}),
    (
        find_northern_book,
        "Hekken. I: N. Weir & H. Roe (red.), Hekker og murer (s. 23–45). Oslo: Pax.",
        {"editor": "N. Weir & H. Roe", "container-title": "Hekker og murer"},
    ),
    (find_northern_edition, "Plot. 2. vyd. Praha: SLON.", {"edition": "2"}),
    (find_northern_edition, "Mur, wyd. 3, Kraków.", {"edition": "3"}),
    (
        find_commission_of_year,
        "NOU 2011: 7. Hekker og murer. Oslo: Pax.",
        {"report": "NOU 2011: 7", "title": "Hekker og murer"},
    ),
    (find_commission_of_year, "SOU 2000:1.", {"report": "SOU 2000:1"}),
]


@pytest.mark.parametrize(("find", "text", "expected"), [*ROMANCE, *BRAZILIAN, *OTHERS])
def test_what_is_told(find: Callable[[Line], None], text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find(line)
    assert {span.label.value: line.printed(span) for span in line.spans} == expected
