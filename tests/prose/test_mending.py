"""Corrected parts: each case is a string with its parts in braces, before and after."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printed import strings
from reflist.prose.labels import Label, Span
from reflist.prose.mending import mend
from spans_marked import mended

CASES = {
    "a note that goes on with the title": (
        "{author|Weir, A.} {date|2004}. {title|On the Council} {note|Directive 2000/43}, {publisher-place|Leeds}",
        "{author|Weir, A.} {date|2004}. {title|On the Council Directive 2000/43}, {publisher-place|Leeds}",
    ),
    "the second year of a session for pages": (
        "{author|DO}, {title|Hedges}, {report|HC 60}, {date|2006}{page|–07}",
        "{author|DO}, {title|Hedges}, {report|HC 60}, {date|2006–07}",
    ),
    "a body for the container after a place and a colon": (
        "{author|DO}, {title|Hedges}, {publisher-place|Geneva}: {container-title|DO}, {day|18 June 2015}",
        "{author|DO}, {title|Hedges}, {publisher-place|Geneva}: {publisher|DO}, {day|18 June 2015}",
    ),
    "a newspaper's day and pages after commas": (
        "{author|Weir, A.} {date|2004}. “{title|Hedges?}” {container-title|October} {volume|21}, {page|62–63}",
        "{author|Weir, A.} {date|2004}. “{title|Hedges?}” {day|October 21}, {page|62–63}",
    ),
    "a body after a title, before its place": (
        "{author|Weir, A.} {title|Hedges}. {container-title|Ditch Agency}, {publisher-place|Leeds} {date|2020}",
        "{author|Weir, A.} {title|Hedges}. {publisher|Ditch Agency}, {publisher-place|Leeds} {date|2020}",
    ),
    "a newspaper that has a place": (
        "{author|Weir, A.} {title|Hedges}. {publisher-place|Leeds}: {publisher|The Ditch Review}. {date|2020}",
        "{author|Weir, A.} {title|Hedges}. {publisher-place|Leeds}: {publisher|The Ditch Review}. {date|2020}",
    ),
    "pages for a second issue": (
        "{container-title|J Walls} {date|2004};{volume|3}({issue|2}):{issue|12-34}. PMID: {PMID|1234}",
        "{container-title|J Walls} {date|2004};{volume|3}({issue|2}):{page|12-34}. PMID: {PMID|1234}",
    ),
    "a periodical in short for a container": (
        "{author|Weir, A.} {date|1989}, {container-title|Geochim. Cosmochim. Acta}, {volume|53}, {page|197}",
        "{author|Weir, A.} {date|1989}, {container-title|Geochim. Cosmochim. Acta}, {volume|53}, {page|197}",
    ),
    "a short title and a periodical for a container": (
        "{author|Weir, A.} {date|2004}. {container-title|Hecken. Die Zeit}, S. {page|3}.",
        "{author|Weir, A.} {date|2004}. {title|Hecken}. {container-title|Die Zeit}, S. {page|3}.",
    ),
    "years for pages": (
        "{author|Weir, A.} {date|2015}. {title|Hedge Survey}, {page|2011–12} [{thesis|Data set}]. {publisher|Ditch}",
        "{author|Weir, A.} {date|2015}. {title|Hedge Survey, 2011–12} [{thesis|Data set}]. {publisher|Ditch}",
    ),
    "a book that is printed again for a container": (
        "{author|Weir, A.}, {container-title|Hecken}, {edition|2.}, {publisher-place|Bonn} {date|2007}, S. {page|23}",
        "{author|Weir, A.}, {title|Hecken}, {edition|2.}, {publisher-place|Bonn} {date|2007}, S. {page|23}",
    ),
    "a title's end before a report": (
        "{author|Weir, A.} {title|Hedges: Real People}, {container-title|Real Power}, {report|White Paper}.",
        "{author|Weir, A.} {title|Hedges: Real People, Real Power}, {report|White Paper}.",
    ),
    "pages after a publisher, with a stop": (
        "{title|Hedges}. In: {container-title|Ditches}. {publisher|Ditch Press 271313.}",
        "{title|Hedges}. In: {container-title|Ditches}. {publisher|Ditch Press} {page|271313}.",
    ),
    "a word for a volume": (
        "{author|Weir, A.} {title|Hedges}. {container-title|Ditch} {volume|Studies}: {page|1-19}.",
        "{author|Weir, A.} {title|Hedges}. {container-title|Ditch Studies}: {page|1-19}.",
    ),
    "a publisher's last word for a volume": (
        "{title|Hedges}. {publisher-place|Madrid}: {publisher|Siglo} {volume|XXI}.",
        "{title|Hedges}. {publisher-place|Madrid}: {publisher|Siglo XXI}.",
    ),
    "initials before a title's colon": (
        "{author|Weir, A. Ashdown}: {title|Ditches and roads}. {date|2020}",
        "{author|Weir, A. Ashdown}: {title|Ditches and roads}. {date|2020}",
    ),
    "a title whose first sentence names no body": (
        "{title|Control of Hedges in the Commission. Part two}. {date|2020}",
        "{title|Control of Hedges in the Commission. Part two}. {date|2020}",
    ),
    "what is no title, in small letters": (
        "{author|Weir, A.}, {note|private communication} {date|2020}",
        "{author|Weir, A.}, {note|private communication} {date|2020}",
    ),
    "a place for a publisher, before another": (
        "{title|Hedges}. {publisher|Bonn}, {publisher-place|Berlin}.",
        "{title|Hedges}. {publisher-place|Bonn, Berlin}.",
    ),
    "a book for the end of a title": (
        "{author|Weir, A.}. {title|Hedges. In Ditches}, eds. {editor|B. Lee and C. Ash}.",
        "{author|Weir, A.}. {title|Hedges}. In {container-title|Ditches}, eds. {editor|B. Lee and C. Ash}.",
    ),
    "a work on its way": (
        "{author|Weir, A.} {title|Hedges}. {container-title|Ditch} {date|2020}, {note|in press}.",
        "{author|Weir, A.} {title|Hedges}. {container-title|Ditch} {date|2020}, {status|in press}.",
    ),
    "a second word for a work on its way": (
        "{title|Hedges}. {status|Forthcoming}, {note|in press}.",
        "{title|Hedges}. {status|Forthcoming}, {note|in press}.",
    ),
    "a report for a periodical": (
        "{author|Weir, A.} {title|Hedges}. {container-title|Clinical guideline} {volume|103}. {publisher-place|London}",
        "{author|Weir, A.} {title|Hedges}. {report|Clinical guideline 103}. {publisher-place|London}",
    ),
    "a periodical for a periodical, and a report far from its number": (
        "{title|Hedges}. {container-title|Ditches} {volume|103}. {container-title|A report} of {volume|5}",
        "{title|Hedges}. {container-title|Ditches} {volume|103}. {container-title|A report} of {volume|5}",
    ),
    "a report for a publisher": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {publisher|Staff Working Paper}, {report|SEC 4}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {report|Staff Working Paper}, {report|SEC 4}.",
    ),
    "two names": (
        "{title|Hedges}. {container-title|Ditches}. {container-title|Urban Green}. {date|2016}",
        "{title|Hedges}. {container-title|Ditches}. {container-title|Urban Green}. {date|2016}",
    ),
    "digits split from their range": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|Ditch}, {page|e317–e}{note|332}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|Ditch}, {page|e317–e332}.",
    ),
    "the page of a newspaper": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|The Guardian}, {volume|29}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|The Guardian}, {page|29}.",
    ),
    "the number of a journal, and words after a newspaper": (
        "{title|Hedges}. {container-title|Ditch}, {volume|29}. {container-title|The Guardian}, {note|late edition}",
        "{title|Hedges}. {container-title|Ditch}, {volume|29}. {container-title|The Guardian}, {note|late edition}",
    ),
    "a newspaper for a publisher": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {publisher|The Guardian}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|The Guardian}.",
    ),
    "a publisher": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {publisher|Ditch}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {publisher|Ditch}.",
    ),
    "an imprint for a container": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|Paris: Ditch Publishing}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {publisher-place|Paris}: {publisher|Ditch Publishing}.",
    ),
    "a container with a subtitle": (
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|Ditches: A Review}.",
        "{author|Weir, A.} {date|2001}. {title|Hedges}. {container-title|Ditches: A Review}.",
    ),
    "a whole book by its editor": (
        "{editor|Rossi M}, editor. {container-title|Hedges}. {edition|3rd} ed. {publisher|Ditch}; {date|2001}.",
        "{editor|Rossi M}, editor. {title|Hedges}. {edition|3rd} ed. {publisher|Ditch}; {date|2001}.",
    ),
    "pages of a book by its editor": (
        "{editor|Rossi M}, editor. {container-title|Hedges}. {publisher|Ditch}; {date|2001}, {page|3-9}.",
        "{editor|Rossi M}, editor. {container-title|Hedges}. {publisher|Ditch}; {date|2001}, {page|3-9}.",
    ),
    "a year after names, and the first one's in brackets": (
        "{author|Weir, Max. 1980} [{date|1922}]. {title|Hedges}",
        "{author|Weir, Max}. {date|1980} [{original-date|1922}]. {title|Hedges}",
    ),
    "a year after names alone": (
        "{author|Weir, Max (1980)}: {title|Hedges}",
        "{author|Weir, Max} ({date|1980}): {title|Hedges}",
    ),
    "no date after names": (
        "{author|Weir, Max, o. J.}: {title|Hedges}",
        "{author|Weir, Max}, o. J.: {title|Hedges}",
    ),
    "names elsewhere keep what looks so": (
        "{title|Hedges}. {editor|Weir 1980}",
        "{title|Hedges}. {editor|Weir 1980}",
    ),
    "the role after a name": (
        "{author|Statistisches Bundesamt} (Hrsg.), {date|2001}: {title|Hedges}",
        "{editor|Statistisches Bundesamt} (Hrsg.), {date|2001}: {title|Hedges}",
    ),
    "the role at its end": (
        "{author|Weir, A. (eds.)} {date|2001}. {title|Hedges}",
        "{editor|Weir, A.} (eds.) {date|2001}. {title|Hedges}",
    ),
    "the stop of the last initial": (
        "{author|Rubin, D. B}. {title|Hedges}",
        "{author|Rubin, D. B.} {title|Hedges}",
    ),
    "the stop after a given name in full": (
        "{author|Rubin, Donald B}. {title|Hedges}",
        "{author|Rubin, Donald B.} {title|Hedges}",
    ),
    "initials without stops": ("{author|Lind P, Sato K}. {title|Hedges}", "{author|Lind P, Sato K}. {title|Hedges}"),
    "two sentences of a title": (
        "{author|Weir, A.} {title|Hedges}. {title|A survey of ditches}. {publisher-place|Leeds}",
        "{author|Weir, A.} {title|Hedges. A survey of ditches}. {publisher-place|Leeds}",
    ),
    "a second title after editors": (
        "{author|Weir, A.} {title|Hedges}. In: {editor|A. Lee} (Hg.): {title|Ditches}. {date|2001}",
        "{author|Weir, A.} {title|Hedges}. In: {editor|A. Lee} (Hg.): {container-title|Ditches}. {date|2001}",
    ),
    "a second title after in": (
        "{author|Weir, A.} {title|Hedges}. {date|2001} in: {title|Ditches}. {publisher-place|Leeds}",
        "{author|Weir, A.} {title|Hedges}. {date|2001} in: {container-title|Ditches}. {publisher-place|Leeds}",
    ),
    "a second title before numbers": (
        "{author|Weir, A.} {title|Hedges}. {date|2001}. {title|Ditches}, {volume|3}",
        "{author|Weir, A.} {title|Hedges}. {date|2001}. {container-title|Ditches}, {volume|3}",
    ),
    "a second title that nothing tells": (
        "{author|Weir, A.} {title|Hedges}, {date|2001}, {title|Ditches}",
        "{author|Weir, A.} {title|Hedges}, {date|2001}, {title|Ditches}",
    ),
    "a subtitle before the place": (
        "{author|Weir, A.} {title|Hedges}. {publisher|How they grow}. {publisher-place|Leeds}",
        "{author|Weir, A.} {title|Hedges. How they grow}. {publisher-place|Leeds}",
    ),
    "an institute before the place": (
        "{author|Weir, A.} {title|Hedges}. {publisher|Institute of Ditches}. {publisher-place|Leeds}",
        "{author|Weir, A.} {title|Hedges}. {publisher|Institute of Ditches}. {publisher-place|Leeds}",
    ),
    "no title but a publisher": (
        "{editor|Weir, A.} (Hg.): {publisher|Hedges in towns}, {publisher-place|Leeds} {date|2001}.",
        "{editor|Weir, A.} (Hg.): {title|Hedges in towns}, {publisher-place|Leeds} {date|2001}.",
    ),
    "no title at all": (
        "{author|Weir, A.} {container-title|Ditch} {volume|3}, {page|4}",
        "{author|Weir, A.} {container-title|Ditch} {volume|3}, {page|4}",
    ),
    "nothing but names": ("{author|Weir, A.}", "{author|Weir, A.}"),
    "a day in full": (
        "{title|Hedges}. {container-title|Die Zeit vom} {issue|14}.{volume|03}.{date|2002}, S. {page|3}",
        "{title|Hedges}. {container-title|Die Zeit} vom {day|14.03.2002}, S. {page|3}",
    ),
    "a day in a title": (
        "{title|Hedges on 12 May 2001}. {publisher-place|Leeds}",
        "{title|Hedges on 12 May 2001}. {publisher-place|Leeds}",
    ),
    "what is no day": ("{title|Hedges}. {note|12 Ditches 2001}", "{title|Hedges}. {note|12 Ditches 2001}"),
    "in before a container": (
        "{title|Hedges}. {container-title|In: Ditches}, {volume|3}",
        "{title|Hedges}. In: {container-title|Ditches}, {volume|3}",
    ),
    "in as a container's first word": (
        "{title|Hedges}. {editor|A. Lee}: {container-title|In Ditches}. {volume|3}",
        "{title|Hedges}. {editor|A. Lee}: {container-title|In Ditches}. {volume|3}",
    ),
    "volume and issue in a container": (
        "{title|Hedges}. {container-title|WSI-Mitteilungen 57 (8)}, S. {page|3-4}",
        "{title|Hedges}. {container-title|WSI-Mitteilungen} {volume|57} ({issue|8}), S. {page|3-4}",
    ),
    "an issue in a container": (
        "{title|Hedges}. {container-title|Ditch, H. 5/2005}, S. {page|3-4}. {date|2005}",
        "{title|Hedges}. {container-title|Ditch}, H. {issue|5}/2005, S. {page|3-4}. {date|2005}",
    ),
    "a lettered issue in a container": (
        "{title|Hedges}. {container-title|Politik, B 34/98}, S. {page|3-4}",
        "{title|Hedges}. {container-title|Politik}, {issue|B 34/98}, S. {page|3-4}",
    ),
    "a volume in a container before pages": (
        "{title|Hedges}. {container-title|Ditch Review 21}, {page|3-4}",
        "{title|Hedges}. {container-title|Ditch Review} {volume|21}, {page|3-4}",
    ),
    "a number that is the container's": (
        "{title|Hedges}. {container-title|Ditches Part 21}, {page|3-4}",
        "{title|Hedges}. {container-title|Ditches Part 21}, {page|3-4}",
    ),
    "a number not before pages": (
        "{title|Hedges}. {container-title|Datenreport 21}. {publisher-place|Bonn}",
        "{title|Hedges}. {container-title|Datenreport 21}. {publisher-place|Bonn}",
    ),
    "an issue after a slash": (
        "{title|Hedges}. {container-title|Ditch}, {volume|42/3}",
        "{title|Hedges}. {container-title|Ditch}, {volume|42}/{issue|3}",
    ),
    "two volumes": (
        "{title|Hedges}. {container-title|Ditch}, {volume|12/13}",
        "{title|Hedges}. {container-title|Ditch}, {volume|12/13}",
    ),
    "a paper that was a note": (
        "{title|Hedges}. {note|BT-Drucksache 16/12860}. {publisher-place|Berlin}",
        "{title|Hedges}. {report|BT-Drucksache 16/12860}. {publisher-place|Berlin}",
    ),
    "a manuscript that was a publisher": (
        "{title|Hedges}. {publisher|Unveröffentlichtes Manuskript}. {publisher-place|Berlin}",
        "{title|Hedges}. {thesis|Unveröffentlichtes Manuskript}. {publisher-place|Berlin}",
    ),
    "a thesis that was a note": (
        "{title|Hedges}. {note|PhD thesis}. {publisher-place|Berlin}",
        "{title|Hedges}. {thesis|PhD thesis}. {publisher-place|Berlin}",
    ),
    "a note that stays": ("{title|Hedges}. {note|With maps}", "{title|Hedges}. {note|With maps}"),
    "the title of a volume": (
        "{title|Hedges}. Bd. {volume|4}: {collection-title|Ditches}. {publisher-place|Berlin}",
        "{title|Hedges}. Bd. {volume|4}: {volume-title|Ditches}. {publisher-place|Berlin}",
    ),
    "a place in the place of the publisher": (
        "{title|Hedges}. {publisher-place|Cambridge University Press}: {publisher|Cambridge}",
        "{title|Hedges}. {publisher|Cambridge University Press}: {publisher-place|Cambridge}",
    ),
    "a place after a publisher's colon": (
        "{title|Hedges}. {publisher|Cambridge UP: Cambridge}",
        "{title|Hedges}. {publisher|Cambridge UP}: {publisher-place|Cambridge}",
    ),
    "a publisher with a colon": ("{title|Hedges}. {publisher|Sage: Ditch}", "{title|Hedges}. {publisher|Sage: Ditch}"),
    "two publishers and a place": (
        "{title|Hedges}. {publisher-place|London}: {publisher|Sage} {volume|2} {publisher|Elgar}",
        "{title|Hedges}. {publisher-place|London}: {publisher|Sage} {volume|2} {publisher|Elgar}",
    ),
    "a year in a publisher": (
        "{title|Hedges}. {publisher-place|Berlin}: {publisher|Campus 1989}",
        "{title|Hedges}. {publisher-place|Berlin}: {publisher|Campus} {date|1989}",
    ),
    "names are no place before": (
        "{editor|Hedges. Berlin}, {publisher-place|New York}: {publisher|Campus}",
        "{editor|Hedges. Berlin}, {publisher-place|New York}: {publisher|Campus}",
    ),
    "a place taken for a publisher": (
        "{title|Hedges}. {publisher|Offenbach}.",
        "{title|Hedges}. {publisher-place|Offenbach}.",
    ),
    "a country after a place": (
        "{title|Hedges}. {publisher-place|Colchester}, {publisher|England}.",
        "{title|Hedges}. {publisher-place|Colchester, England}.",
    ),
    "a place at a title's end": (
        "{title|Hedges, Opladen}. {date|2001}",
        "{title|Hedges}, {publisher-place|Opladen}. {date|2001}",
    ),
    "a place at a periodical's end": (
        "{title|Hedges}. {container-title|Proc. Natl. Acad. Sci. USA} {volume|3}",
        "{title|Hedges}. {container-title|Proc. Natl. Acad. Sci. USA} {volume|3}",
    ),
    "a place at a book's end": (
        "{title|Hedges}. {editor|A. Lee}, {container-title|Ditches, Göttingen}, {page|3-4}",
        "{title|Hedges}. {editor|A. Lee}, {container-title|Ditches}, {publisher-place|Göttingen}, {page|3-4}",
    ),
    "publishers side by side": (
        "{title|Hedges}. {publisher|Department of Ditches}, {publisher|University of Leeds}",
        "{title|Hedges}. {publisher|Department of Ditches, University of Leeds}",
    ),
    "the stop of a town on a river": (
        "{title|Hedges}, {publisher-place|Frankfurt a.M}. {date|1976}",
        "{title|Hedges}, {publisher-place|Frankfurt a.M.} {date|1976}",
    ),
    "the container left out": (
        "{author|Weir, A.} {title|Hedges}. In: KZfSS, {volume|37}. Jg.",
        "{author|Weir, A.} {title|Hedges}. In: {container-title|KZfSS}, {volume|37}. Jg.",
    ),
    "words left out": (
        "12. {author|Weir, A.} {title|Hedges}. With 3 maps, in: {publisher-place|Leeds}",
        "12. {author|Weir, A.} {title|Hedges}. With {note|3 maps}, in: {publisher-place|Leeds}",
    ),
    "a letter split from its range": (
        "{title|Hedges}. {container-title|Ditch} {volume|4}, S{page|1-S39}.",
        "{title|Hedges}. {container-title|Ditch} {volume|4}, {page|S1-S39}.",
    ),
    "the issue of a year for a volume": (
        "{author|Weir, A.}, {date|2007}: {title|Hedges}. {container-title|Ditch} {volume|4/2007}: {page|3-9}.",
        "{author|Weir, A.}, {date|2007}: {title|Hedges}. {container-title|Ditch} {issue|4/2007}: {page|3-9}.",
    ),
    "a volume of another year": (
        "{author|Weir, A.}, {date|2007}: {title|Hedges}. {container-title|Ditch} {volume|4/1900}: {page|3-9}.",
        "{author|Weir, A.}, {date|2007}: {title|Hedges}. {container-title|Ditch} {volume|4/1900}: {page|3-9}.",
    ),
    "a month for an issue": (
        "{title|Hedges}. {container-title|Ditch} {volume|4} ({issue|May}): {page|3-9}, {date|1976}.",
        "{title|Hedges}. {container-title|Ditch} {volume|4} ({day|May}): {page|3-9}, {date|1976}.",
    ),
    "a day after a title": (
        "{container-title|The Guardian}: {title|Hedges. 2 October 2004}, p. {page|3}.",
        "{container-title|The Guardian}: {title|Hedges.} {day|2 October 2004}, p. {page|3}.",
    ),
    "a book after editors for a series": (
        "{title|Hedges}, in: {editor|A. Weir} (Hrsg.), {collection-title|Ditches}, {publisher-place|Bonn}",
        "{title|Hedges}, in: {editor|A. Weir} (Hrsg.), {container-title|Ditches}, {publisher-place|Bonn}",
    ),
    "a series after editors": (
        "{title|Hedges}, {editor|A. Weir} (Hrsg.), {collection-title|Ditches}, {publisher-place|Bonn}",
        "{title|Hedges}, {editor|A. Weir} (Hrsg.), {collection-title|Ditches}, {publisher-place|Bonn}",
    ),
    "editors split": (
        "{author|Weir, A.}, {editor|Lee, B. & Ash, C.} (Hrsg.). {title|Hedges}.",
        "{editor|Weir, A., Lee, B. & Ash, C.} (Hrsg.). {title|Hedges}.",
    ),
    "the later year as the original": (
        "{author|Weir, A.} ({date|1969}/{original-date|1980}): {title|Hedges}.",
        "{author|Weir, A.} ({original-date|1969}/{date|1980}): {title|Hedges}.",
    ),
    "the earlier year as the original": (
        "{author|Weir, A.} ({date|1980}/{original-date|1969}): {title|Hedges}.",
        "{author|Weir, A.} ({date|1980}/{original-date|1969}): {title|Hedges}.",
    ),
    "a year in a title": (
        "{author|Weir, A.} ({date|2004}), {title|Geschichte} seit {date|1945}, {publisher-place|Bonn}.",
        "{author|Weir, A.} ({date|2004}), {title|Geschichte seit 1945}, {publisher-place|Bonn}.",
    ),
    "a title with a comma before it": (
        "{author|Weir, Ann, Deutsche Geschichte}, Bd. {volume|3}: {title|Der Weg}, {date|1995}.",
        "{author|Weir, Ann}, {title|Deutsche Geschichte}, Bd. {volume|3}: {volume-title|Der Weg}, {date|1995}.",
    ),
    "names before a volume": (
        "{author|Weir, Ann, Karl Lee}, Bd. {volume|3}: {title|Der Weg}, {publisher-place|Bonn}.",
        "{author|Weir, Ann, Karl Lee}, Bd. {volume|3}: {title|Der Weg}, {publisher-place|Bonn}.",
    ),
    "initials before a volume": (
        "{author|Weir, A., B. Lee}, Bd. {volume|3}: {title|Der Weg}, {publisher-place|Bonn}.",
        "{author|Weir, A., B. Lee}, Bd. {volume|3}: {title|Der Weg}, {publisher-place|Bonn}.",
    ),
    "a subtitle for a container": (
        "{title|Hedges}. {container-title|Growth and care}, {edition|3.} Aufl., {publisher-place|Bonn}.",
        "{title|Hedges. Growth and care}, {edition|3.} Aufl., {publisher-place|Bonn}.",
    ),
    "a title that goes on with a year": (
        "{author|Weir, A.}. {title|Outlook}, {publisher|October 2007: Hedges}. {publisher-place|Bonn}.",
        "{author|Weir, A.}. {title|Outlook, October 2007: Hedges}. {publisher-place|Bonn}.",
    ),
    "a title that goes on with a version": (
        "{author|Weir, A.}. {title|Hedges}, {note|Version (B)}. {publisher-place|Bonn}: {publisher|Ditch}.",
        "{author|Weir, A.}. {title|Hedges, Version (B)}. {publisher-place|Bonn}: {publisher|Ditch}.",
    ),
    "a subtitle of one word": (
        "{author|Weir, A.}. {title|Hedges}. {publisher|Heckenforschung}, {publisher-place|Bonn}.",
        "{author|Weir, A.}. {title|Hedges. Heckenforschung}, {publisher-place|Bonn}.",
    ),
    "a subtitle that speaks of governments": (
        "{title|Hedges}. {publisher|Government Forms in Thirty-Six Countries}, {publisher-place|Bonn}.",
        "{title|Hedges. Government Forms in Thirty-Six Countries}, {publisher-place|Bonn}.",
    ),
    "place and year for the end of a book's title": (
        "{title|A}, in: {editor|A. Weir} (Hg.): {container-title|Hecken 2005, Bonn 2006}.",
        "{title|A}, in: {editor|A. Weir} (Hg.): {container-title|Hecken 2005}, {publisher-place|Bonn} {date|2006}.",
    ),
    "who printed a thesis": (
        "{title|Hedges} ({thesis|Diss.}, {publisher|Uni Bonn}, {date|1991}). {publisher-place|Ulm}: {publisher|Ditch}.",
        "{title|Hedges} ({thesis|Diss., Uni Bonn, 1991}). {publisher-place|Ulm}: {publisher|Ditch}.",
    ),
    "two publishers of a book": (
        "{title|Hedges}. {publisher|Ditch}, {publisher-place|Münster}: {publisher|Waxmann}.",
        "{title|Hedges}. {publisher|Ditch}, {publisher-place|Münster}: {publisher|Waxmann}.",
    ),
    "working papers for a journal": (
        "{author|Weir, A.}. {title|Hedges}. {container-title|Leeds Working Paper Series} {volume|160} ({date|2004}).",
        "{author|Weir, A.}. {title|Hedges}. {report|Leeds Working Paper Series 160} ({date|2004}).",
    ),
    "a series in brackets at the end": (
        "{title|Hedges}. {publisher-place|Bonn}: {publisher|Ditch} {date|2001} ({publisher|Ditch Reihe}).",
        "{title|Hedges}. {publisher-place|Bonn}: {publisher|Ditch} {date|2001} ({collection-title|Ditch Reihe}).",
    ),
    "a note in brackets at the end": (
        "{author|Weir, A.}: {title|Hedges}. {publisher-place|Bonn}: {publisher|Ditch} ({note|vergriffen}).",
        "{author|Weir, A.}: {title|Hedges}. {publisher-place|Bonn}: {publisher|Ditch} ({note|vergriffen}).",
    ),
    "a place before its publisher at the end of a title": (
        "{author|Weir, A.}: {title|Hedges, Oxford etc}.: {publisher|Oxford UP}.",
        "{author|Weir, A.}: {title|Hedges}, {publisher-place|Oxford etc}.: {publisher|Oxford UP}.",
    ),
    "a book after editors for a publisher": (
        "{title|A}. In: {editor|Lee, B.} (eds.): {publisher|Ditches}. {publisher-place|Bonn}: {publisher|Ditch}.",
        "{title|A}. In: {editor|Lee, B.} (eds.): {container-title|Ditches}. {publisher-place|Bonn}: {publisher|Ditch}.",
    ),
    "proceedings after a title": (
        "{title|Hedges}. {container-title|Proceedings of the Hedge Conference}. {publisher-place|Bonn}.",
        "{title|Hedges}. {container-title|Proceedings of the Hedge Conference}. {publisher-place|Bonn}.",
    ),
    "the version of a data set": (
        "{title|Hedges}. {publisher|GESIS}. {report|ZA5500} {note|Data file Version 2}.",
        "{title|Hedges}. {publisher|GESIS}. {report|ZA5500} {note|Data file Version 2}.",
    ),
    "the issue before the slash of a year": (
        "{title|Hedges}, in: {container-title|Ditch} {volume|1}/{date|1993}, S. {page|36}.",
        "{title|Hedges}, in: {container-title|Ditch} {issue|1}/{date|1993}, S. {page|36}.",
    ),
    "a newspaper for the end of a title": (
        "{author|Weir, A.} ({date|2010}). {title|Hedges at work. The Times}.",
        "{author|Weir, A.} ({date|2010}). {title|Hedges at work.} {container-title|The Times}.",
    ),
    "the last sentence of a title": (
        "{author|Weir, A.} ({date|2010}). {title|Hedges at work. The ditches}.",
        "{author|Weir, A.} ({date|2010}). {title|Hedges at work. The ditches}.",
    ),
    "a sentence of a title that begins with in": (
        "{author|Weir, A.}. {title|Hedges. In Ditches}. {publisher-place|Leeds}.",
        "{author|Weir, A.}. {title|Hedges. In Ditches}. {publisher-place|Leeds}.",
    ),
    "a periodical with a comma": (
        "{title|Hedges}. {container-title|Hedges, Ditches and Towns} {volume|45}.",
        "{title|Hedges}. {container-title|Hedges, Ditches and Towns} {volume|45}.",
    ),
    "a periodical after a comma": (
        "{title|Hedges}, {container-title|Hedges and ditches of a small town, ZA-Information} {volume|45}.",
        "{title|Hedges}, {container-title|Hedges and ditches of a small town, ZA-Information} {volume|45}.",
    ),
    "a numbered paper for a publisher": (
        "{author|Weir, A.}: {title|Hedges}. {publisher|Ditch Technical Reports 2010/17}. {publisher-place|Bonn}.",
        "{author|Weir, A.}: {title|Hedges}. {report|Ditch Technical Reports 2010/17}. {publisher-place|Bonn}.",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_parts_are_put_right(before: str, after: str) -> None:
    assert mended(before) == after


@given(strings, st.lists(st.tuples(st.sampled_from(Label), st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_parts_stand_in_order_and_apart(text: str, drawn: list[tuple[Label, int, int]]) -> None:
    spans, end = [], 0
    for label, gap, length in drawn:
        start = min(end + gap, len(text))
        end = min(start + length, len(text))
        if start < end and label is not Label.SEPARATOR and text[start:end].strip():
            spans.append(Span(label, start, end))
    got = mend(text, spans)
    assert all(span.start < span.end <= len(text) for span in got)
    assert all(before.end <= after.start for before, after in pairwise(got))
