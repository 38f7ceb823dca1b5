"""Corrected parts: the ends of titles, and heads with only commas between names, title and place."""

import pytest

from spans_marked import mended

CASES = {
    "a periodical with a colon for an imprint": (
        "‘{title|Hedges}’, {publisher-place|Ditch Politics}: {publisher|Studies in Walls}, doi: {DOI|10.1000/1}",
        "‘{title|Hedges}’, {container-title|Ditch Politics: Studies in Walls}, doi: {DOI|10.1000/1}",
    ),
    "an imprint after a quoted title": (
        "‘{title|Hedges}’, {publisher-place|Leeds}: {publisher|Gate Press}, doi: {DOI|10.1000/1}",
        "‘{title|Hedges}’, {publisher-place|Leeds}: {publisher|Gate Press}, doi: {DOI|10.1000/1}",
    ),
    "an imprint within the title of an article": (
        "{title|Hedges}, {publisher-place|Canada}: {publisher|A study}. {container-title|Walls} {volume|3}: {page|4}",
        "{title|Hedges, Canada: A study}. {container-title|Walls} {volume|3}: {page|4}",
    ),
    "the number of a paper of the Commission": (
        "{author|EC} {title|Towards Hedges, COM(2013) 83 final}, {publisher-place|Brussels}",
        "{author|EC} {title|Towards Hedges}, {report|COM(2013) 83 final}, {publisher-place|Brussels}",
    ),
    "a series after the number of a report": (
        "{title|Hedges}. {report|Working Paper 4}. {title|Our Climate}. {publisher|X}.",
        "{title|Hedges}. {report|Working Paper 4}. {collection-title|Our Climate}. {publisher|X}.",
    ),
    "a series after a volume": (
        "{title|Hedges}. Vol. {volume|26}. {note|Hedges and Ditches}. {publisher|X}.",
        "{title|Hedges}. Vol. {volume|26}. {collection-title|Hedges and Ditches}. {publisher|X}.",
    ),
    "an edition that is only a number": (
        "{title|On hedges}. In: {container-title|On land}. {note|3}. {publisher-place|Ayr}: {publisher|X}.",
        "{title|On hedges}. In: {container-title|On land}. {edition|3}. {publisher-place|Ayr}: {publisher|X}.",
    ),
    "a lecture and where it was given": (
        "{author|Weir, A.} {title|Ditches [Lecture]. Moat Lecture}, {publisher-place|Ayr}.",
        "{author|Weir, A.} {title|Ditches} [{thesis|Lecture}]. {event-title|Moat Lecture}, {publisher-place|Ayr}.",
    ),
    "a lecture and where it was given, taken for a publisher": (
        "{author|Weir, A.} ({date|2009}). {title|The big ditch [Lecture]}. {publisher|Moat Lecture}.",
        "{author|Weir, A.} ({date|2009}). {title|The big ditch} [{thesis|Lecture}]. {event-title|Moat Lecture}.",
    ),
    "square brackets that hold a word of the title": (
        "{author|Weir, A.} ({date|2009}). {title|The [sic] big ditch}. {publisher|X}.",
        "{author|Weir, A.} ({date|2009}). {title|The [sic] big ditch}. {publisher|X}.",
    ),
    "a periodical of a known name": (
        "{author|Weir, A.} ({date|2009}). {title|The big ditch}. {publisher|Public Administration}.",
        "{author|Weir, A.} ({date|2009}). {title|The big ditch}. {container-title|Public Administration}.",
    ),
    "a periodical of a known name after a title": (
        "{author|Weir, A.} {title|The big ditch. Housing Studies}. {volume|3}:{page|4-9}.",
        "{author|Weir, A.} {title|The big ditch.} {container-title|Housing Studies}. {volume|3}:{page|4-9}.",
    ),
    "such a name after the title of a book": (
        "{author|Weir, A.} {date|1984}. {title|Ditches. Housing Studies}. {publisher|X}.",
        "{author|Weir, A.} {date|1984}. {title|Ditches. Housing Studies}. {publisher|X}.",
    ),
    "a periodical before what was published online": (
        "{author|Weir A}. {title|Hot ditches. Ditch Proceedings}. Published online {date|2016}.",
        "{author|Weir A}. {title|Hot ditches.} {container-title|Ditch Proceedings}. Published online {date|2016}.",
    ),
    "what is only a title and a year": (
        "{container-title|Statement on ditches}. {date|1978}.",
        "{title|Statement on ditches}. {date|1978}.",
    ),
    "an author after a title": (
        "{title|The work of Ann B} {author|Roe, Ann}, {date|1984}.",
        "{title|The work of Ann B} {author|Roe, Ann}, {date|1984}.",
    ),
    "a place that begins with a particle": (
        "{author|Weir} {date|2003}. {title|Hedges}, {publisher-place|den Haag}: {publisher|Ditch}.",
        "{author|Weir} {date|2003}. {title|Hedges}, {publisher-place|den Haag}: {publisher|Ditch}.",
    ),
    "a place after a stop, before a periodical": (
        "{author|Weir} {date|1976}. {title|Flora}. {publisher-place|Leeds}. {container-title|Bartonia} {volume|4}.",
        "{author|Weir} {date|1976}. {title|Flora}. {publisher-place|Leeds}. {container-title|Bartonia} {volume|4}.",
    ),
    "a body for a subtitle where a publisher is named": (
        "{author|Weir}. {title|Ways}. {container-title|Field Research}. {publisher-place|Ayr}: {publisher|X}.",
        "{author|Weir}. {title|Ways. Field Research}. {publisher-place|Ayr}: {publisher|X}.",
    ),
    "a periodical, and the database it was read in": (
        "{title|Hedges}. {container-title|Journal of Land}. {container-title|Big Index} {volume|3}.",
        "{title|Hedges}. {container-title|Journal of Land}. {container-title|Big Index} {volume|3}.",
    ),
    "a book after in": (
        "{title|Hedges}. In: {container-title|What they mean to towns}. {container-title|Land} {volume|3}.",
        "{title|Hedges}. In: {container-title|What they mean to towns}. {container-title|Land} {volume|3}.",
    ),
    "a resolution of no day": (
        "{editor|A} {date|2004}: {title|Maße}. {note|Empfehlung der A}. {publisher-place|Bonn}.",
        "{editor|A} {date|2004}: {title|Maße. Empfehlung der A}. {publisher-place|Bonn}.",
    ),
    "quoted words of a title": (
        "{author|Weir} {date|1990}: {title|„Hedges“}, {title|„Ditches“ und Dörfer}. {container-title|Land} {volume|3}.",
        "{author|Weir} {date|1990}: {title|„Hedges“, „Ditches“ und Dörfer}. {container-title|Land} {volume|3}.",
    ),
    "a title without a comma before its numbers": (
        "{author|Weir}, {title|Hecken}, {volume|2}. Jg. {date|1976}, {page|1-9}. {title|Hecken, Dorf}",
        "{author|Weir}, {title|Hecken}, {volume|2}. Jg. {date|1976}, {page|1-9}. {title|Hecken, Dorf}",
    ),
    "a report with pages": (
        "{author|Weir}, {title|Hecken}, {report|Arbeitspapier} {volume|4}, {date|1989}, {page|44-61}.",
        "{author|Weir}, {title|Hecken}, {report|Arbeitspapier} {volume|4}, {date|1989}, {page|44-61}.",
    ),
    "a volume after a book with editors": (
        "{author|Weir} {title|Hedges}, in: {editor|Lee} (ed.), {container-title|Land, Vol. 1B}, {date|1997}",
        "{author|Weir} {title|Hedges}, in: {editor|Lee} (ed.), {container-title|Land}, Vol. {volume|1B}, {date|1997}",
    ),
    "a title of two sentences in an edited book": (
        "{editor|Lee} (Hrsg.) {date|1978}: {title|Hecken}. {container-title|Fragen}. {publisher-place|Bonn}, {page|7}.",
        "{editor|Lee} (Hrsg.) {date|1978}: {title|Hecken. Fragen}. {publisher-place|Bonn}, {page|7}.",
    ),
    "a sentence of a title before a report": (
        '{author|Weir} {date|2008}: {title|"Hecken"}. {container-title|Konzept und Maße} ({report|IAB-Bericht 5}).',
        '{author|Weir} {date|2008}: {title|"Hecken". Konzept und Maße} ({report|IAB-Bericht 5}).',
    ),
    "a subtitle that names a body": (
        "{author|Lee} {date|1991}. {title|Amt}. {publisher|Art und Ziel der Bundesregierung}, {publisher-place|Wien}",
        "{author|Lee} {date|1991}. {title|Amt. Art und Ziel der Bundesregierung}, {publisher-place|Wien}",
    ),
    "no year before a title": (
        "{author|Weir, A.} ({title|o.J.): Das Dorf}. {publisher-place|Bonn}.",
        "{author|Weir, A.} (o.J.): {title|Das Dorf}. {publisher-place|Bonn}.",
    ),
    "editors for a title": (
        '{author|Weir, A.}: {title|"Hedges."} In: {title|Lee, S./Ash, K}. (eds.): {container-title|Land}. {page|5-8}.',
        '{author|Weir, A.}: {title|"Hedges."} In: {editor|Lee, S./Ash, K.} (eds.): {container-title|Land}. {page|5-8}.',
    ),
    "a title after in that nobody edited": (
        '{author|Weir, A.}: {title|"Hedges."} In: {title|Land}. {page|5-8}.',
        '{author|Weir, A.}: {title|"Hedges."} In: {container-title|Land}. {page|5-8}.',
    ),
    "a year after a preposition": (
        "{title|Heck}, in: {editor|Lee}: {publisher|Dorf und Feld vor} {date|1918}, {publisher-place|Köln} {date|1973}",
        "{title|Heck}, in: {editor|Lee}: {container-title|Dorf und Feld vor 1918}, {publisher-place|Köln} {date|1973}",
    ),
    "a title of two sentences that is no container": (
        "{editor|Lee} {date|2012}. {container-title|Studie 1}. {container-title|Feld}. {publisher-place|Bonn}.",
        "{editor|Lee} {date|2012}. {title|Studie 1. Feld}. {publisher-place|Bonn}.",
    ),
    "a town near another": (
        "{author|Weir, A.}: {title|Heck}. {publisher|Rowohlt}: {publisher-place|Reinbek b}. {publisher-place|Hamburg}",
        "{author|Weir, A.}: {title|Heck}. {publisher|Rowohlt}: {publisher-place|Reinbek b. Hamburg}",
    ),
    "a title for a name": (
        "{author|Weir, Anna, Das Dorf}, {publisher-place|Bonn} {date|2002}",
        "{author|Weir, Anna}, {title|Das Dorf}, {publisher-place|Bonn} {date|2002}",
    ),
    "a title and half a place for names": (
        "{author|Weir, Anna, Hecken, Ffm}./{publisher-place|New York} {date|2002}",
        "{author|Weir, Anna}, {title|Hecken}, {publisher-place|Ffm./New York} {date|2002}",
    ),
    "a title and the place for names": (
        "{author|Weir, A. B., Feld und Dorf, Bonn}: {publisher|Beck}, {date|1991}",
        "{author|Weir, A. B.}, {title|Feld und Dorf}, {publisher-place|Bonn}: {publisher|Beck}, {date|1991}",
    ),
    "a title after two names": (
        "{author|Weir, Anna und Lee, Peter, Feld und Dorf}. {container-title|Blätter}, {volume|31}. Jg.",
        "{author|Weir, Anna und Lee, Peter}, {title|Feld und Dorf}. {container-title|Blätter}, {volume|31}. Jg.",
    ),
    "a title after names of both forms": (
        "{author|Weir, Anna/Peter Lee, Ash, Karl, Hecken}, in: {editor|ders.} (Hg.), {container-title|Land}",
        "{author|Weir, Anna/Peter Lee, Ash, Karl}, {title|Hecken}, in: {editor|ders.} (Hg.), {container-title|Land}",
    ),
    "names alone": (
        "{author|Weir, Anna, Lee, Peter}, {publisher-place|Bonn} {date|2002}",
        "{author|Weir, Anna, Lee, Peter}, {publisher-place|Bonn} {date|2002}",
    ),
    "a body with commas": (
        "{author|Amt für Bau, Verkehr und Wege, Bonn}, {date|2002}",
        "{author|Amt für Bau, Verkehr und Wege, Bonn}, {date|2002}",
    ),
    "a name and more that ends in none": (
        "{author|Weir, Anna und Lee, Peter/Ash}, {date|2002}",
        "{author|Weir, Anna und Lee, Peter/Ash}, {date|2002}",
    ),
    "a newspaper and its day": (
        "{author|The Times}, {day|4 May 1979}.",
        "{container-title|The Times}, {day|4 May 1979}.",
    ),
    "a newspaper for an author": (
        "{author|The Times} ({date|2005}): {container-title|Hedges}. {day|12 May}, p. {page|8}.",
        "{container-title|The Times} ({date|2005}): {title|Hedges}. {day|12 May}, p. {page|8}.",
    ),
    "a newspaper that published a book": (
        "{author|The Times} ({date|2005}): {title|Hedges}. {publisher-place|London}.",
        "{author|The Times} ({date|2005}): {title|Hedges}. {publisher-place|London}.",
    ),
    "a newspaper in another": (
        "{author|The Times} ({date|2005}): {title|Hedges}. {container-title|The Guardian}, {day|12 May}.",
        "{author|The Times} ({date|2005}): {title|Hedges}. {container-title|The Guardian}, {day|12 May}.",
    ),
    "a Roman number before a colon": (
        "{author|Hartz IV}: {title|Die Klage}. In: {container-title|Die Zeit}, {day|12.03.2005}.",
        "{title|Hartz IV: Die Klage}. In: {container-title|Die Zeit}, {day|12.03.2005}.",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_titles_are_put_right(before: str, after: str) -> None:
    assert mended(before) == after


IMPRINTS = {
    "a cut university and its town": (
        "{author|Weir}: {title|Hecken}. {thesis|Diss.}, {publisher|Univ}. {publisher-place|München} {date|1979}.",
        "{author|Weir}: {title|Hecken}. {thesis|Diss.}, {publisher|Univ. München} {date|1979}.",
    ),
    "a publisher and its town": (
        "{title|Hecken}. {thesis|Diss.}, {publisher|Ditch}. {publisher-place|Bonn} {date|1979}.",
        "{title|Hecken}. {thesis|Diss.}, {publisher|Ditch}. {publisher-place|Bonn} {date|1979}.",
    ),
    "words before a university": (
        "{title|Hecken}. {thesis|Diplomarbeit} {publisher|an der Universität Bonn}.",
        "{title|Hecken}. {thesis|Diplomarbeit} an der {publisher|Universität Bonn}.",
    ),
    "the town of a university": (
        "{title|Hedges}. {thesis|PhD thesis}, {publisher|University of Michigan, Ann Arbor}.",
        "{title|Hedges}. {thesis|PhD thesis}, {publisher|University of Michigan}, {publisher-place|Ann Arbor}.",
    ),
    "a university for a place": (
        "{title|Hedges}. {thesis|PhD thesis}, {publisher|Department}, {publisher-place|University of Oslo, Oslo}.",
        "{title|Hedges}. {thesis|PhD thesis}, {publisher|Department, University of Oslo}, {publisher-place|Oslo}.",
    ),
    "a university alone for a place": (
        "{title|Hedges}. {thesis|PhD thesis}, {publisher|Department}, {publisher-place|University of Oslo}.",
        "{title|Hedges}. {thesis|PhD thesis}, {publisher|Department, University of Oslo}.",
    ),
    "a publisher without a mark before it": (
        "{author|Weir} {date|1992}: {title|Hecken}. {publisher-place|Frankfurt; New York Campus}",
        "{author|Weir} {date|1992}: {title|Hecken}. {publisher-place|Frankfurt; New York} {publisher|Campus}",
    ),
    "a place of words that are no publisher": (
        "{author|Weir} {date|1992}: {title|Hecken}. {publisher-place|New York Ditch}",
        "{author|Weir} {date|1992}: {title|Hecken}. {publisher-place|New York Ditch}",
    ),
    "a report and its number after a comma": (
        "{title|Hedges}. {report|Department Working Paper}, {volume|41}.",
        "{title|Hedges}. {report|Department Working Paper, 41}.",
    ),
    "a report and a number far from it": (
        "{title|Hedges}. {report|Department Working Paper}. {volume|41}.",
        "{title|Hedges}. {report|Department Working Paper}. {volume|41}.",
    ),
}


@pytest.mark.parametrize(("before", "after"), IMPRINTS.values(), ids=IMPRINTS.keys())
def test_imprints_are_put_right(before: str, after: str) -> None:
    assert mended(before) == after
