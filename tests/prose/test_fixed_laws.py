"""Laws, debates, law reviews; kinds of works in brackets; editors after the words for their role."""

from collections.abc import Callable

import pytest

import reflist
from reflist.prose.fixed.authors import find_handle
from reflist.prose.fixed.bodies import find_body, find_body_that_publishes
from reflist.prose.fixed.chapters import find_book_before_editors
from reflist.prose.fixed.data import find_distributor
from reflist.prose.fixed.kinds import find_kind_in_brackets
from reflist.prose.fixed.laws import find_congress, find_debate
from reflist.prose.fixed.newspapers import find_newspaper_within
from reflist.prose.fixed.numbers import find_volumes
from reflist.prose.fixed.online import find_day_of_publication, find_online
from reflist.prose.fixed.papers import find_numbered_paper, find_official_number, find_thesis_set_off
from reflist.prose.fixed.presentations import find_interview, find_lecture, find_presentation
from reflist.prose.fixed.quoted import find_quoted_title
from reflist.prose.fixed.remarks import find_reprint
from reflist.prose.fixed.roles import find_english_roles
from reflist.prose.fixed.standards import find_version
from reflist.prose.fixed.statutes import find_law_journal, find_statute
from reflist.prose.fixed.treaties import find_treaty
from reflist.prose.fixed.works import find_personal_communication, find_various_years
from reflist.prose.line import Line


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (
            find_statute,
            "Hedges Act of 1990, 42 U.S.C. § 12101 et seq. (1990).",
            {"statute": "Hedges Act of 1990", "volume": "42", "container-title": "U.S.C."}
            | {"section": "§ 12101 et seq.", "date": "1990"},
        ),
        (
            find_statute,
            "Ditch Act of 1974, Pub. L. No. 93-618, 88 Stat. 1978 (1975).",
            {"statute": "Ditch Act of 1974", "report": "Pub. L. No. 93-618", "volume": "88"}
            | {"container-title": "Stat.", "page": "1978", "date": "1975"},
        ),
        (find_statute, "Ditch Act of 1974, which nobody read.", {}),
        (
            find_law_journal,
            "Ann Weir, “The New Hedge,” 73 Ditch L.J. 733.",
            {"volume": "73", "container-title": "Ditch L.J.", "page": "733"},
        ),
        (find_law_journal, "Ann Weir, The New Hedge, 73 Ditch L.J. 733.", {}),  # without quotes, a year is required
        (
            find_debate,
            "HC Deb 3 February 1977, vol 389, cols 973–76.",
            {"title": "HC Deb", "day": "3 February 1977", "volume": "389", "page": "973–76"},
        ),
        (
            find_debate,
            "Hansard, HL Deb vol 557 col 1012 (21 January 2013).",
            {"title": "Hansard, HL Deb", "volume": "557", "section": "1012", "day": "21 January 2013"},
        ),
        (
            find_statute,
            "Hedge Code, R.S.C. 1985, c. C-46, s. 33",
            {"statute": "Hedge Code", "container-title": "R.S.C.", "date": "1985", "chapter-number": "C-46"}
            | {"section": "s. 33"},
        ),
        (find_official_number, "Hedges, CM/Rec(2008)7. Leeds: Gate.", {"report": "CM/Rec(2008)7"}),
        (find_official_number, "Hedges (CDMG (2005) 2). Leeds: Gate.", {"report": "CDMG (2005) 2"}),
        (find_official_number, "Hedges, SN 200/99.", {"report": "SN 200/99"}),
        (find_official_number, "Hedges, in: HR (2005) 46, S. 12-34.", {}),  # a journal
        (
            find_official_number,
            "Hedges, Tenth Report, HL Paper 81-I/HC 60-I, 2006.",
            {"report": "HL Paper 81-I/HC 60-I"},
        ),
        (find_numbered_paper, "Hedges (ref. 130068). Leeds: Gate.", {"number": "130068"}),
        (find_numbered_paper, "‘Hedges’, Ditch Report N°241, 30 May.", {"report": "Ditch Report N°241"}),
        (
            find_statute,
            "Hedges Act 1905 (5 Edw. 7, c. 13).",
            {"statute": "Hedges Act 1905", "note": "5 Edw. 7", "chapter-number": "13"},
        ),
        (find_online, "Hedges of the north [website]. https://ditch.uk", {"medium": "website"}),
        (find_day_of_publication, "“Hedges.” Last updated 4 July. ", {"day": "4 July"}),
        (find_interview, "Interview with Ann Weir. Ditch Review 86 (2009): 12.", {"title": "Interview with Ann Weir"}),
        (
            find_lecture,
            "Weir, A. (2003) Hedges. Speech, Ditch Palace, Leeds, 17 December.",
            {"thesis": "Speech", "event-place": "Ditch Palace, Leeds", "day": "17 December"},
        ),
        (
            find_presentation,
            "Hedges, prepared for the Conference on Hedges, Fields and Ditches, Leeds, 18–23 April.",
            {"event-title": "Conference on Hedges, Fields and Ditches", "event-place": "Leeds"}
            | {"event-date": "18–23 April"},
        ),
        (
            find_kind_in_brackets,
            "Hedges, 1972-2012 [machine-readable data file]. Leeds",
            {"thesis": "machine-readable data file"},
        ),
        (
            find_statute,
            "Exec. Order No. 13769, 82 Fed. Reg. 8977 (2017).",
            {"statute": "Exec. Order No. 13769", "volume": "82", "container-title": "Fed. Reg.", "page": "8977"}
            | {"date": "2017"},
        ),
        (
            find_statute,
            "The Hedges Regulations 2003, SI 2003/1660.",
            {"statute": "The Hedges Regulations 2003", "report": "SI 2003/1660"},
        ),
        (
            find_debate,
            "House of Commons Debates (Hansard) 22 November 2017, Vol 631, Col 1050.",
            {"title": "House of Commons Debates (Hansard)", "day": "22 November 2017", "volume": "631"}
            | {"section": "1050"},
        ),
        (find_body, "Ditch Committee (DC), Hedges of 2013.", {"author": "Ditch Committee (DC)"}),
        (find_thesis_set_off, "“Hedges.” Unpublished ms., UCLA.", {"thesis": "Unpublished ms."}),
        (find_thesis_set_off, "Hedges [PhD]. Leeds: University of Leeds", {"thesis": "PhD"}),
        (find_thesis_set_off, "“Hedges.” MA thesis, U of Leeds, 1999.", {"thesis": "MA thesis"}),
        (find_personal_communication, "Weir, A. (2015). E-mail to the author.", {"title": "E-mail to the author"}),
        (find_various_years, "Gate (no date) Hedges at home.", {"author": "Gate"}),
        (find_kind_in_brackets, "“Hedges.” Ditch Institute (blog). May 3.", {"thesis": "blog"}),
        (find_kind_in_brackets, "“Hedges” (indicator), 2015.", {"thesis": "indicator"}),
        (
            find_kind_in_brackets,
            "Hedges [Speech transcript]. Hedges of the north.",
            {"thesis": "Speech transcript"},
        ),
        (find_distributor, "Hedges. Ditch Service. SN: 6614, ", {"number": "SN: 6614"}),
        (find_version, "Hedges. Version 2018b. Leeds: Gate.", {"version": "2018b"}),
        (find_quoted_title, "“Hedge, n.1.” Ditch Dictionary, Gate Press, 2019.", {"title": "“Hedge, n.1.”"}),
        (find_quoted_title, "“Hedges” and their ditches, Gate Press, 2019.", {}),
        (
            find_body,
            "Danish Ministry of Hedges and Fields. “Hedges.”",
            {"author": "Danish Ministry of Hedges and Fields"},
        ),
        (find_personal_communication, "Weir, A. (2012). Personal interview.", {"title": "Personal interview"}),
        (
            find_body,
            "Ministry of Hedges, Ditches and Gates: The Integration of Hedges.",
            {"author": "Ministry of Hedges, Ditches and Gates"},
        ),
        (
            find_thesis_set_off,
            "Hagen. Ongepubliceerd proefschrift, KU Leuven.",
            {"thesis": "Ongepubliceerd proefschrift"},
        ),
        (
            find_numbered_paper,
            "Hedges. Ditch Working Paper No. w18699, Gate.",
            {"report": "Ditch Working Paper No. w18699"},
        ),
        (find_kind_in_brackets, "Hedge Series [Raw database]. Leeds", {"thesis": "Raw database"}),
        (find_official_number, "Hedges. A6-0261/2008. Ditch Parliament.", {"report": "A6-0261/2008"}),
        (find_volumes, "Hedges. 7th Report. Vol. II. Leeds: Gate.", {"volume": "II"}),
        (find_congress, "Hedges. 39th Parl., 1st sess.", {"note": "39th Parl., 1st sess."}),
        (find_handle, "Weir, A. [University of Leeds]. (2001, May 3).", {"note": "University of Leeds"}),
        (find_handle, "BBC [Ditch Office]. (2001).", {}),  # its full name
        (
            find_lecture,
            "Weir, A. “Hedges.” Keynote lecture, conference on Ditches, Leeds, May 1998.",
            {"thesis": "Keynote lecture", "event-title": "conference on Ditches", "event-place": "Leeds"}
            | {"day": "May 1998"},
        ),
        (find_version, "Hedges, version 34, Gate, 2019.", {"version": "34"}),
        (find_reprint, "Hedges. Leeds: Gate (unpublished).", {"note": "unpublished"}),
        (
            find_numbered_paper,
            "“Hedges”, Ditch Social, Hedge and Field Working Papers, No. 50, Ditch Publishing.",
            {"report": "Ditch Social, Hedge and Field Working Papers, No. 50"},
        ),
        (
            find_treaty,
            "Ditch Board, Convention on Hedges, 20 November 1989, United Nations, Treaty Series, vol. 1577, p. 3.",
            {"author": "Ditch Board", "title": "Convention on Hedges", "day": "20 November 1989", "volume": "1577"}
            | {"container-title": "United Nations, Treaty Series", "page": "3"},
        ),
        (
            find_treaty,
            "Hedge Protocol (signed 28 July 1951, entered into force 22 April 1954) 189 UNTS 137.",
            {"title": "Hedge Protocol", "day": "28 July 1951", "note": "entered into force 22 April 1954"}
            | {"volume": "189", "container-title": "UNTS", "page": "137"},
        ),
        (find_treaty, "Charter of Hedges, ETS No. 35.", {"title": "Charter of Hedges", "number": "ETS No. 35"}),
        (find_treaty, "Ann Weir, Convention and Hedges, 20 November 1989, 12 UNTS 3.", {}),  # her article
        (find_congress, "Hedges: Hearings. 92nd Cong., 2nd sess., 1972.", {"note": "92nd Cong., 2nd sess."}),
        (
            find_lecture,
            "Weir, A. (1995). Hedges. Presidential address at the annual meeting of the Ditch Society, Leeds.",
            {"thesis": "Presidential address", "event-title": "annual meeting of the Ditch Society"}
            | {"event-place": "Leeds."},
        ),
        (find_lecture, "Weir, A. (1995) Speech at the Congress of Hedges, Leeds.", {}),  # the title
        (
            find_interview,
            "Interview with a hedger, Ditch Office, Berlin, 12 May 2011.",
            {"title": "Interview with a hedger, Ditch Office", "event-place": "Berlin", "day": "12 May 2011"},
        ),
        (find_interview, "Interview with a hedger, Berlin.", {}),
        (
            find_kind_in_brackets,
            "Hedges of the north (No. 562) [Audio podcast episode]. In This Ditch. Gate FM.",
            {"report": "562", "thesis": "Audio podcast episode", "container-title": "This Ditch"}
            | {"publisher": "Gate FM"},
        ),
        (
            find_kind_in_brackets,
            "Hedger (Version 12) [Computer software].",
            {"version": "12", "thesis": "Computer software"},
        ),
        (
            find_body_that_publishes,
            "Ditch Office, Hedges: A trend, Leeds: Ditch Office, 2015.",
            {"author": "Ditch Office"},
        ),
        (find_body_that_publishes, "Weir, Ann: Hedges, in: Weir, Ann: Ditches.", {}),
        (
            find_body,
            "Ditch Council. Hedge Board. 2015. “Hedges.”",
            {"author": "Ditch Council. Hedge Board", "date": "2015"},
        ),
        (find_handle, "Weir, A. [@annweir]. (2018).", {"note": "@annweir"}),
        (
            find_numbered_paper,
            "‘Hedges’, Ditch Policy Brief No. 6, Ditch Centre.",
            {"report": "Ditch Policy Brief No. 6"},
        ),
        (find_debate, "Hansard and his hedges, Leeds: Gate 2004.", {}),
        (find_kind_in_brackets, "Hedge Survey [Data set]. Ditch Office.", {"thesis": "Data set"}),
        (find_kind_in_brackets, "The big hedge [Web log post].", {"thesis": "Web log post"}),
        (find_kind_in_brackets, "The big hedge [Keynote address]. Ditch Day.", {}),  # the place of the talk follows
        (find_kind_in_brackets, "The big hedge [in Leeds]. Ditch Office.", {}),
        (
            find_newspaper_within,
            "Titel, in: Die Zeit, Nr. 21 vom 17. Mai, S. 11.",
            {"container-title": "Die Zeit", "issue": "21", "day": "17. Mai", "page": "11"},
        ),
        (
            find_reprint,
            "Hecken. Zugl.: Leeds, Univ., Diss., 2005. Bonn: Graben.",
            {"note": "Zugl.: Leeds, Univ., Diss., 2005"},
        ),
        (
            find_reprint,
            "Siepi, Bonn, Graben; trad. it. Siepi e fossi, Milano, Fosso, 1961.",
            {"note": "trad. it. Siepi e fossi, Milano, Fosso, 1961"},
        ),
        (
            find_reprint,
            "Haies, 27 | 1998, mis en ligne le 3 mars 2001, consulté.",
            {"note": "mis en ligne le 3 mars 2001"},
        ),
        (
            find_english_roles,
            "In Ditches of the North, eds. Ann Weir and Carl Roe. Gate Press",
            {"editor": "Ann Weir and Carl Roe"},
        ),
        (find_english_roles, "Ditches. Ann Weir and Carl Roe, eds. Hedge Spaces Now: Agents", {}),
        (find_english_roles, "Weir, Anna, trans. and ed. Hedge Poems: The North. Leeds", {}),
        (find_english_roles, "Ditches (A Weir, Trans.). Leeds", {"translator": "A Weir"}),
        (find_book_before_editors, "Hedges, in Ditches, ed. A. B. Weir. Gate Press, p. 12.", {}),  # a sentence ends
        (find_day_of_publication, "Hedges. 2011; published online Nov 3.", {"day": "Nov 3"}),
    ],
)
def test_parts_that_are_told(find: Callable[[Line], None], text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find(line)
    assert {str(span.label): line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Department for Hedges Birth to Three Ditches; Department for Hedges: London, 2003.",
            {"author": [{"literal": "Department for Hedges"}], "title": "Birth to Three Ditches"},
        ),
        (
            "Rural Action. Bus services: a survey. Rural Action, Hereford.",
            {"author": [{"literal": "Rural Action"}], "publisher": "Rural Action"},
        ),
        (
            "Anna Weir. Bus services: a survey. Leeds: Anna Weir, 2004.",
            {"author": [{"family": "Weir", "given": "Anna"}], "publisher": "Anna Weir"},
        ),
        (
            "Secretary of State for Hedges 2012 ‘Hedges and freedom’, Ditch Review 3, 12–34.",
            {"author": [{"literal": "Secretary of State for Hedges"}], "title": "Hedges and freedom"},
        ),
        (
            "Department of Hedges. Hedges and health, http://www.dh.uk/hedges (2011, accessed 7 February 2012).",
            {"issued": {"date-parts": [[2011]]}, "accessed": {"date-parts": [[2012, 2, 7]]}},
        ),
        (
            "Larkham J. Skipping songs. In: Northern Voices [Internet]. [cited 10 Oct 2009]. http://voices.org.uk",
            {"title": "Skipping songs", "container-title": "Northern Voices"},
        ),
        (
            "R. Roe, Ditch Picture Book (Northern Language Centre, 2001).",
            {"title": "Ditch Picture Book", "publisher": "Northern Language Centre"},
        ),
        (
            "Weir, A. (2009) Hedges of the north: an evidence base. Research Briefing, (31), 1–24.",
            {"container-title": "Research Briefing", "issue": "31", "page": "1-24"},
        ),
        (
            "Roe, B. 2015. The impact of hedges on mobility. Technical Report #23001. Bureau of Hedges.",
            {"genre": "Technical Report", "number": "23001"},
        ),
        (
            "Ditchstat (2011b): Population Projections. Online: http://ditchstat.eu/projections, 12.09.2011.",
            {"issued": {"date-parts": [[2011]]}, "accessed": {"date-parts": [[2011, 9, 12]]}},
        ),
        (
            "Weir, A. (1970), Why Men Hedge, Princeton (N.J.): Princeton UP.",
            {"publisher-place": "Princeton (N.J.)", "publisher": "Princeton UP"},
        ),
        (
            "Weir, Anna, ed. 2002–2012. Deutsche Hecken, vols. 1–10. Frankfurt/M.: Suhrkamp.",
            {"title": "Deutsche Hecken", "volume": "1–10", "type": "book"},
        ),
        (
            "Weir, Anna: Social Hedges. Stanford: Stanford University Press, 1995 (German original 1984).",
            {"issued": {"date-parts": [[1995]]}, "original-date": {"date-parts": [[1984]]}},
        ),
        (
            "Roe, C. (2013, September 30). The 2013 elections. Hedge Project. Retrieved from http://hedge.org/13",
            {"type": "webpage", "issued": {"date-parts": [[2013, 9, 30]]}},
        ),
        (
            "European Hedge Survey Round 8 Data (2016). Data file edition 2.1. NSD - Norwegian Centre, Norway.",
            {"title": "European Hedge Survey Round 8 Data", "version": "2.1", "type": "dataset"},
        ),
        (
            "Weir, A., & Lee, D. (2004). Hedges and ditches (Vols. 1–2). London: Spade Press.",
            {"title": "Hedges and ditches", "volume": "1–2"},
        ),
        (
            "Weir, A. (2004, May 3). Hedges are back. The New York Times, pp. A1, A12.",
            {"container-title": "The New York Times", "page": "A1, A12"},
        ),
        (
            "Weir, A. (04.05.2004): Hecken kehren zurück. In: Süddeutsche Zeitung, S. 12.",
            {"title": "Hecken kehren zurück", "issued": {"date-parts": [[2004, 5, 4]]}},
        ),
        (
            "Weir A. Hedges for all. Paper presented at: 12th Congress of Hedges; 2004 May 3-7; Leeds, UK.",
            {"event-title": "12th Congress of Hedges", "event-place": "Leeds, UK"},
        ),
        (
            "Weir, A. (1999) The Hedge, ed. and trans. C. Roe, London: Spade.",
            {"editor": [{"family": "Roe", "given": "C."}], "translator": [{"family": "Roe", "given": "C."}]},
        ),
        (
            "Weir v. Roe, 123 F.3d 456 (9th Cir. 1997).",
            {"type": "legal_case", "volume": "123", "page": "456", "authority": "9th Cir."},
        ),
        (
            "Weir, A. (Director). (2004). Hedges [Film]. Gate Pictures.",
            {"type": "motion_picture", "title": "Hedges", "publisher": "Gate Pictures"}
            | {"director": [{"family": "Weir", "given": "A."}], "author": None},
        ),
        (
            "Ditch Council (2000), Charter of Hedges, OJ C 364, 18 December 2000, pp. 1–22.",
            {"type": "legislation", "container-title": "OJ", "volume": "C 364"},
        ),
        (
            "DIE ZEIT (2015): “Wer pflegt die Hecken?”, No. 38, 17 September 2015, pp. 2-3.",
            {"container-title": "DIE ZEIT", "issue": "38", "author": None, "page": "2-3"},
        ),
        (
            "Weir, A. (2012) This is Hedgeland: Highlights from Census 2011, Part 1. Leeds: Gate Press.",
            {"title": "This is Hedgeland: Highlights from Census 2011, Part 1"},
        ),
        (
            "DNN. 2016. “Hedge Ban.” DNN.com, December 8. Retrieved January 10, 2017 (http://dnn.com/2016/ban).",
            {"container-title": "DNN.com", "issued": {"date-parts": [[2016, 12, 8]]}},
        ),
        (
            "Weir, A. (2015). E-mail to the author, 12 June.",
            {"type": "personal_communication", "issued": {"date-parts": [[2015, 6, 12]]}},
        ),
        (
            "Ditch Council (1994). Hedge policy: A way forward (White Paper, COM(94) 333). Luxembourg: Gate Press.",
            {"title": "Hedge policy: A way forward", "genre": "White Paper", "number": "COM(94) 333"},
        ),
        (
            "Hedge Post. 2006. “Who’s Afraid of Hedges?” October 21, 62–63.",
            {"title": "Who’s Afraid of Hedges?", "issued": {"date-parts": [[2006, 10, 21]]}, "page": "62-63"},
        ),
        (
            "Weir, A. (2005) Hedges. Paper prepared for the Ditch Programme of the North. Leeds: Gate Press.",
            {"event-title": "Ditch Programme of the North", "publisher": "Gate Press"},
        ),
        (
            "Weir, A. (2001, May 3). Lecture on hedges [Video]. YouTube. https://youtu.be/abc123XYZ",
            {"type": "motion_picture", "genre": "Video", "publisher": "YouTube"},
        ),
        (
            "Weir, A. (2010) Speech at the Congress of Hedges, Potsdam, 16 October 2010.",
            {"type": "speech", "event-place": "Potsdam", "publisher-place": None},
        ),
        (
            "Weir Board (2013) ‘Hedges of the EU’, Ditch Essay No. 6, Centre for Hedges, Leeds, 14 November.",
            {"type": "report", "publisher": "Centre for Hedges", "container-title": None},
        ),
        (
            "Weir, A. (2011) Hedges. London: Ditch House (The Royal Institute of Hedges).",
            {"publisher": "Ditch House (The Royal Institute of Hedges)"},
        ),
        (
            "Hedgecorp. 2019. Hedge Software: Release 16. College Station, TX: Hedgecorp LLC.",
            {"publisher": "Hedgecorp LLC"},
        ),
        (
            "Weir, A. (2004). Hedges. Kindle ed. Gate Press. https://www.hedges.com/hedges",
            {"edition": "Kindle", "publisher": "Gate Press"},
        ),
        (
            "Weir, Anna (2000, Juni). Qualitative Analyse [28 Absätze]. Forum Qualitative Sozialforschung, 1(2).",
            {"title": "Qualitative Analyse", "note": "28 Absätze"},
        ),
    ],
)
def test_bodies_sites_and_papers(text: str, expected: dict[str, object]) -> None:
    (item,) = reflist.parse(text, lines=True).to_csl()
    assert {key: item.get(key) for key in expected} == expected


@pytest.mark.parametrize(("kind", "type"), [("Data set", "dataset"), ("Blog post", "post-weblog")])
def test_a_kind_in_brackets_tells_the_type(kind: str, type: str) -> None:
    (item,) = reflist.parse(f"Weir, A. (2015). Hedges of the north [{kind}]. https://ditch.uk/hedges").to_csl()
    assert (item["type"], item["genre"], item["title"]) == (type, kind, "Hedges of the north")
