"""Words and letters that the text of a PDF has broken within a line."""

import pytest

from reflist.prose.lists.strings import Edit, String
from reflist.prose.repairs.misprints import mend_print
from reflist.prose.text_lines import Joiner, Line
from reflist.report import Report
from reflist.source import Source

SOURCE = Source("list.txt", b"")


@pytest.mark.parametrize(
    ("raw", "expected", "codes"),
    [
        ("Hedges", "Hedges", []),
        ("Survey Measure- ment", "Survey Measurement", ["hyphen-repaired"]),
        ("Sozial- und Wirtschaftsgeschichte", "Sozial- und Wirtschaftsgeschichte", []),
        ("evidence- based and cor- related", "evidence-based and correlated", ["hyphen-repaired"] * 2),
        ("Baden- Württemberg", "Baden-Württemberg", ["hyphen-repaired"]),
        ("Lon-don: Sage", "London: Sage", ["hyphen-repaired"]),
        ("Educa-tion, Socio-logy, Black-well", "Education, Sociology, Blackwell", ["hyphen-repaired"] * 3),
        ("on-line, co-operation, well-being, http://a.de/educa-tion", None, []),
        ("Ann-arbor, Aix-en-Provence", "Ann-arbor, Aix-en-Provence", []),
        ("co- operation", "co-operation", ["hyphen-repaired"]),
        ("fu¨r die Universita¨t", "für die Universität", ["umlaut-repaired"] * 2),
        ("f¨ur M¨uller", "für Müller", ["umlaut-repaired"] * 2),
        ("Weir¨s", "Weir¨s", []),
        ("Garc´ıa, Jos´e, Soci´et´e", "García, José, Société", ["umlaut-repaired"] * 4),
        ("socie´te´ moderne, The´ orie", "société moderne, Théorie", ["umlaut-repaired"] * 3),
        ("Espan˜a, Espa˜na, franc¸ais", "España, España, français", ["umlaut-repaired"] * 3),
        ("Universita¨ t und Universit ¨at", "Universität und Universität", ["umlaut-repaired"] * 2),
        ("Mu \u0308ller, die ¨alteren", "Müller, die älteren", ["umlaut-repaired"] * 2),
        ("der \u0308Uberblick ¨uber f¨ur", "der Überblick über für", ["umlaut-repaired"] * 3),
        ("Mu ¨ ller, Rube ´ n, zu ¨ Uberlegungen", "Müller, Rubén, zu Überlegungen", ["umlaut-repaired"] * 3),
        ("Durkheim, ´Emile", "Durkheim, Émile", ["umlaut-repaired"]),
        ("Weber´s l´organisation, rock´n", "Weber´s l´organisation, rock´n", []),
        ("speciﬁ c oﬀ the eﬀ ect", "specific off the effect", ["ligature-repaired"] * 3),
        ("``Hedges'' and ‘‘ponds’’", "“Hedges” and “ponds”", ["sign-repaired"] * 4),
        ("Weir,, A. ,,Hedges''", "Weir, A. „Hedges”", ["sign-repaired"] * 3),
        ("Weir: ´The hedge´, `The pond', rock `n", "Weir: ‘The hedge’, 'The pond', rock `n", ["sign-repaired"] * 3),
        ("Weir ’The hedge’ and ”The pond”", "Weir ‘The hedge’ and “The pond”", ["sign-repaired"] * 2),
        ("12--34, 5−6, 7?8, 9\ufffd10", "12–34, 5–6, 7–8, 9–10", ["sign-repaired"] * 4),
        ("Who? 1999 http://ditch.de/a--1?2", "Who? 1999 http://ditch.de/a--1?2", []),
        ("educa\x02tion, educa¬ tion, Weir\x02Ash", "education, education, Weir-Ash", ["hyphen-repaired"] * 3),
        ("Weir 2004, 5, 12–34. 213", "Weir 2004, 5, 12–34.", ["page-end-left-out"]),
        ("Weir, Hedges, London: Sage, 2004. 213", "Weir, Hedges, London: Sage, 2004.", ["page-end-left-out"]),
        ("Weir 2004, Hedges, London: Moat. 213", "Weir 2004, Hedges, London: Moat.", ["page-end-left-out"]),
        ("Weir, Hedges, Moat 12 2004. 213", "Weir, Hedges, Moat 12 2004. 213", []),
        ("2004 doi:10.1000/hedge.4 213", "2004 doi:10.1000/hedge.4", ["page-end-left-out"]),
        ("12–34. 56 Journal of Hedges", "12–34.", ["page-end-left-out"]),
        ("12–34. JOURNAL OF HEDGES 56", "12–34.", ["page-end-left-out"]),
        ("2004, 12–34. A. Weir and B. Ash 56", "2004, 12–34.", ["page-end-left-out"]),
        ("2004, 12–34. 56 Weir & Ash", "2004, 12–34.", ["page-end-left-out"]),
        ("2004, 12–34. HEDGES AND DITCHES 92(2)", "2004, 12–34.", ["page-end-left-out"]),
        ("2004. IZA DISCUSSION PAPER 1234", None, []),
        ("1997/Vol. 40, No. 1 COMMUNICATIONS OF THE ACM", None, []),
        ("12–34. 56 Hedges in Winter", "12–34. 56 Hedges in Winter", []),
        ("Weir 2004. Downloaded from http://a.b on 3 May 2004", None, []),
        ("12–34. Downloaded from http://a.b at Ceuta on May 3, 2004", "12–34.", ["page-end-left-out"]),
        ("Bildungseinﬂüsse, Beﬀfe", "Bildungseinflüsse, Befffe", ["ligature-repaired"] * 2),
        ("http://www.ditch.de/our- work/towns.html", "http://www.ditch.de/our-work/towns.html", ["address-closed-up"]),
        ("http://www. ditch.uk/a/ b.pdf", "http://www.ditch.uk/a/b.pdf", ["address-closed-up"] * 2),
        ("doi: 10.1016/j.land usepol.2004.01.003", "doi: 10.1016/j.landusepol.2004.01.003", ["address-closed-up"]),
        ("https://doi.org/10. 1037/h0040525", "https://doi.org/10.1037/h0040525", ["address-closed-up"]),
        ("doi:10.1037/1089-2680 .5.4.323", "doi:10.1037/1089-2680.5.4.323", ["address-closed-up"]),
        ("doi: 10.1002/acp. 2350050305", "doi: 10.1002/acp.2350050305", ["address-closed-up"]),
        ("https://doi.org/10.1177/ 0267323", "https://doi.org/10.1177/0267323", ["address-closed-up"]),
        ("doi:10.1037/0033- 2909.95.3", "doi:10.1037/0033-2909.95.3", ["address-closed-up"]),
        ("https://doi. org/10.1111/0022", "https://doi.org/10.1111/0022", ["address-closed-up"]),
        ("‘‘Hedges and ‘ponds’’’, Moat", "“Hedges and ‘ponds’”, Moat", ["sign-repaired"] * 2),
        ("Weir,, A.. 2004;; et al...", "Weir, A. 2004; et al...", ["sign-repaired"] * 3),
        ("12Weir, A. 2004", "Weir, A. 2004", ["sign-repaired"]),
        ("3M, 2004. 20Th, A. 21st", "3M, 2004. 20Th, A. 21st", []),
        (
            "W EIR, Ann and L IND, P. (2004) A BBC report. In M. A SHTON and B. R OSE, eds.",
            "WEIR, Ann and LIND, P. (2004) A BBC report. In M. ASHTON and B. ROSE, eds.",
            ["sign-repaired"] * 4,
        ),
        ("Weir, Ann. Hedges, 2004. A BBC, and B BC,", "Weir, Ann. Hedges, 2004. A BBC, and B BC,", []),
        ("Weir, A. 2004). Hedges, 16 3): 5", "Weir, A. (2004). Hedges, 16 (3): 5", ["sign-repaired"] * 2),
        ("Weir, A. (2004( Hedges", "Weir, A. (2004) Hedges", ["sign-repaired"]),
        (
            "Weir (2004 In Ash (Eds. Hedges (pp. 3-4",
            "Weir (2004) In Ash (Eds.) Hedges (pp. 3-4)",
            ["sign-repaired"] * 3,
        ),
        ("Hedges (and ponds. Moats) a). Ash (2004)", "Hedges (and ponds. Moats) a). Ash (2004)", []),
        ("Weir ( 2004 ) Hedges , and", "Weir (2004) Hedges, and", ["space-repaired"]),
        ("Sage. Weir, A. (2004)", "Weir, A. (2004)", ["page-end-left-out"]),
        ("12–34. Weir, A. (2004)", "Weir, A. (2004)", ["page-end-left-out"]),
        ("Hedge. Weir, A. (2004)", "Hedge. Weir, A. (2004)", []),
        ("2004, 5, 12–34. Ash, B. (2001) Moats", "2004, 5, 12–34.", ["page-end-left-out"]),
        ("2004, London: Sage. Ash, B. & Lind, P. 2001.", "2004, London: Sage.", ["page-end-left-out"]),
        ("2004, in hedges. Ash, B. (2001).", "2004, in hedges. Ash, B. (2001).", []),
        ("‟Hedges” 147±66, 30Ð61", "“Hedges” 147–66, 30–61", ["sign-repaired"] * 3),
        ("ÒHedgesÓ and ÔWomenÕs work,Õ", "“Hedges” and ‘Women’s work,’", ["sign-repaired"] * 5),
        ("Òscar ÒNic. Órgano", "Òscar ÒNic. Órgano", []),
        ("Moat, 76(5), 786 807.", "Moat, 76(5), 786–807.", ["sign-repaired"]),
        ("Moat, 76, 807 786", "Moat, 76, 807 786", []),
        ("doi:10.1177/0267. 2004", "doi:10.1177/0267. 2004", []),
        ("see http:// www.ditch.de", "see http://www.ditch.de", ["address-closed-up"]),
        ("http://www.ditch.de/ accessed 2004", "http://www.ditch.de/ accessed 2004", []),
        (
            "Weir,A.(2017)Ditches of place.Oxford,2017.",
            "Weir, A. (2017) Ditches of place. Oxford, 2017.",
            ["space-put-in"],
        ),
        (
            "Weir A.Ditches.In:Moat,B (ed.)Water.Sage,pp.3",
            "Weir A. Ditches. In: Moat,B (ed.) Water. Sage, pp.3",
            ["space-put-in"],
        ),
        ("2018.Ditches, https://Ditch.De/Old.New", "2018. Ditches, https://Ditch.De/Old.New", ["space-put-in"]),
        (
            "J.Smith, U.S.News, data.World, Node,js, (1.2)A",
            "J. Smith, U.S.News, data. World, Node,js, (1.2)A",
            ["space-put-in"],
        ),
        (
            "Weir, R.Ash and M. Roe. Inequality:A Study of class,race,and gender. Oxford;New York:Moat",
            "Weir, R. Ash and M. Roe. Inequality: A Study of class, race, and gender. Oxford; New York: Moat",
            ["space-put-in"],
        ),
        (
            "Rose,A.and Ash, B.(Eds.) Moats,8th edn. York,NY: Moat, urn:nbn:de:0114, ratio 1:2",
            "Rose, A. and Ash, B. (Eds.) Moats, 8th edn. York, NY: Moat, urn:nbn:de:0114, ratio 1:2",
            ["space-put-in"],
        ),
        ("Weir, R.Ash. Moats and hedges.", "Weir, R.Ash. Moats and hedges.", []),
        ("Weir, R. The cis,trans isomers of a ditch.", "Weir, R. The cis,trans isomers of a ditch.", []),
        ("Mu\u0308ller, A. Ditches", "Müller, A. Ditches", []),
        ("at https://ditch.de/old.Accessed4 May", "at https://ditch.de/old. Accessed 4 May", ["space-put-in"]),
        ("https://Ditch.De/Old.New and doi.Org", "https://Ditch.De/Old.New and doi.Org", []),
    ],
)
def test_what_is_broken_is_mended_and_reported(raw: str, expected: str | None, codes: list[str]) -> None:
    report = Report()
    assert mend_print(String(1, raw), Joiner([Line(1, raw)]), report, SOURCE).text == (expected or raw)
    assert [diagnostic.code for diagnostic in report.diagnostics] == codes


def test_a_hyphen_that_was_seen_to_stays_as_it_is() -> None:
    string = String(1, "Inter- agency work", (Edit(6, 7),))
    assert mend_print(string, Joiner([]), Report(), SOURCE).edits == string.edits


def test_a_divided_line_before_and_joins_nothing() -> None:
    assert Joiner([]).glue("Sozial-", "und Wirtschaftsgeschichte") == (0, " ")
    assert Joiner([]).glue("Sozial\u00ad", "und") == (1, "")
