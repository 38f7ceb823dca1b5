"""Furniture: the text that a publisher's page puts around its content, as whole lines or glued to the ends of lines.

New furniture of a page needs one line here.
"""

import re
from typing import NamedTuple

PHRASES = """
home; login alert; cancel; english; français; deutsch; español; search in:; this journal; quick search;
advanced search; accessibility help; hide all; show all; view all; see all; expand all; collapse all; show more;
show less; see more; read more; hide details; show details; view details; hide full text; view full text;
show abstract; hide abstract; view abstract; view article; view chapter; view record; opens in a new window;
opens in new window; open in new tab; opens in a new tab; skip to main content; skip to content; skip to search;
skip to navigation; jump to main content; skip to main content accessibility help; recommend this journal;
follow this journal; about this journal; visit this journal; explore this journal; recommend this article;
please enter your name; please enter a valid email address; name; your name; email; e-mail; email address; your email;
your email address; metrics; article metrics; explore all metrics; crossref citations to date; article contents;
cite this article; comments; figures and tables; save to; aims and scope; submit manuscript; full text views;
abstract views; pdf views; html views; article views; total views; downloads; views; accesses; shares; reads;
altmetric; citations; loading metrics; loading; log in; login; log out; sign in; sign up; sign out; register; cite;
cite this; cite article; download citation; download citations; export citation; export citations; save; save article;
save pdf; request permission; request permissions; get permission; rights and permissions; rightslink; permissions;
reprints; reprints & permissions; reprints and permissions; download; download pdf; download article; view pdf;
read pdf; get pdf; open pdf; read the full article; read the full text; full text not available from this repository;
pdf; html; epub; epdf; xml; ris; bibtex; endnote; full text; full text html; full text pdf; full article; share;
share this; share this article; share link; tweet; print; print this; favourites; favorites; bookmark; subscribe;
copy link; link copied!; facebook; twitter; x; linkedin; mendeley; reddit; whatsapp; pinterest; wechat; bluesky;
citeulike; delicious; researchgate; add to favorites; add to favourites; add to my library; add to cart; create alert;
create citation alert; set alert; track citations; access options; log in options; institutional login;
institutional access; personal login; full access; open access; free access; purchase; purchase access; get access;
buy article; buy now; rent this article; get rights and content; need help?; advertisement; search; menu; navigation;
close; back; next; previous; top; back to top; contents; tools; options; figures & data; previous article;
next article; previous issue; next issue; accept; accept all; accept cookies; accept all cookies; reject all; decline;
manage cookies; cookie settings; cookie policy; cookie notice; privacy; privacy policy; privacy notice;
terms and conditions; terms of use; terms of service; terms & conditions; contact; contact us; help; about; about us;
faq; faqs; site map; sitemap; all rights reserved; all rights reserved.; crossmark; check for updates; orcid;
orcid icon; peer reviewed; peer-reviewed; to continue reading; request your trial; start your trial;
start your free trial; taylor and francis online homepage; taylor & francis online; sage journals; wiley online library;
springerlink; springer nature link; sciencedirect; oxford academic; jstor; emerald insight; emerald; project muse;
cambridge core; academia.edu; cairn.info; cart; journal homepage; submit an article; publish with us; find a journal;
journals & books; download full issue; full issue; read this article; read and download; get rights & content;
split view; sections; show less; restricted access; contents lists available at sciencedirect; crossmark logo;
what do these dates mean?; add to mendeley; outline; show full outline; graphical abstract;
view all authors and affiliations; show author details; author links open overlay panel; university library; library;
get full access to this article; reprints and corporate permissions; citing literature; browse; my account;
search jstor; abstracting and indexing; sign in / register; help & contact; download this paper; open pdf in browser;
add paper to my library; download this item; full item page; show full item record; simple item record;
show simple item record; collections; files in this item; view/open; accéder au texte intégral; texte intégral;
citer; citer cet article; partager; télécharger; ajouter à mes favoris; suivre cet auteur; acheter; raccourcis;
plan de l'article; plan de l’article; sommaire du numéro; article précédent; article suivant; zum inhalt springen;
anmelden; warenkorb; suche; herunterladen; zitieren; teilen; artikel herunterladen; pdf herunterladen; inhalt;
haut de page; nach oben; volver arriba; voltar ao topo; torna su; accueil; all issues; this issue; search journal
"""
"""Whole lines, regardless of case."""

PATTERNS = r"""
(?:abstract|full text|pdf|html) (?:views|downloads)[\d ,.]+
[×✕✖✗|•·*-]+
hostname: .*
page-component-.*
(?:total loading time|render date|has data issue|hascontentissue)\b.*
(?:hide|show|view|see|load) (?:all|more|less)\b.{0,60}
(?:show|hide) (?:author|article) (?:details|information).*
email your librarian .*
please (?:enter|select|choose|sign in|log ?in|wait)\b.*
who would you like to send this to\?.*
total (?:number of )?\w+ ?\w* views: ?\d*.*
loading(?: metrics| citations| references)?(?:\.\.\.|…)
\*? ?views captured on .*
this data will be updated .*
usage data cannot currently be displayed.?
(?:views|accesses|citations|altmetric|downloads|shares)[: ]+\d[\d,.]*
[\d,.]+k? (?:views|accesses|citations|altmetric|downloads|shares|reads|citing articles)(?: .*)?
© .*\b(?:licensee|published by|(?:all|some) rights)\b.*
†.*\b(?:esi|supplementary|supporting)\b.*
(?:disclaimer|publisher['’]s note)\b.*
download references
(?:log|sign) ?in \| (?:register|sign ?up|join|create account)
(?:browse|search) .{0,20}(?:jstor|journals|books|collections|repository|titles)
impact factor:? ?[\d.]+.*
there is no corresponding record for this reference\.?
contents lists? available at .*
skip to (?:main )?content ?skip to .{1,30}
see discussions, stats, and author profiles .*
\d+ authors?(?:, including)?:?
see profile
mis en ligne sur cairn\.info le [\d/]+
download \([\d.]+ ?[km]b\)(?: \| preview)?
do you have a job opening that you would like .*
journal homepage: .*
(?:view|show|see) (?:all )?authors? (?:and|&) affiliations
(?:figures|tables|extras) \(\d+\)
(?:find a journal|publish with us|track your research)(?: (?:find a journal|publish with us|track your research))*
(?:export|download|cite|save|request) (?:this )?(?:citation|article|paper|permission|pdf|ris|bibtex|alert)s?(?: \(.*\))?
(?:download|view) pdf \(?[\d.,]+ ?[km]i?b\)?
(?:share|share this|share on|tweet|e-?mail|print) (?:on|via|to|by) .{1,30}
this is a preview of subscription content.*
(?:log|sign) ?in (?:here|to|via|with|/|or) .{0,80}
(?:get|check|buy|purchase|rent|request|unlock) (?:full |institutional |online |instant )?(?:access|subscription).*
log in options will check .*
already a subscriber\?.*
(?:your |our |this (?:site|website) )?(?:we |website |site )?(?:use|uses|using) (?:of )?(?:login )?cookies\b.*
\w+ uses (?:login )?cookies .*
(?:we use cookies|this (?:web)?site uses cookies|by (?:continuing to|clicking|using (?:this|our)) ).*
<[\w /-]{1,30}>
"""
"""Patterns of whole lines, one per line, regardless of case."""

BAR_WORDS = frozenset(
    """journals books issues more content submit purchase alerts about advertise split view cite permissions icon
    share pdf html save tools download search menu home browse help login register cart metrics citation citations
    contents favorites favourites track advanced""".split()
)
"""Words of navigation bars: a line of two or more of these and nothing else is one."""

STRONG_TAILS = r"""
[→↑↗⇗⤴↩]\ufe0e?
(?:View|Show|See) (?:all )?(?:authors?(?: and affiliations)?|articles by(?: this author)?)
Google ?Scholar
Cross ?[Rr]ef
Full ?[Tt]ext(?: PDF)? via (?:CrossRef|Scopus)
PubMed(?: Central|/NCBI)?
Web of Science ?®?(?: ?Times Cited: ?\d+)?
Medline
MathSciNet
Zentralblatt MATH
SSRN
Scopus
View (?:Article|article|Abstract|abstract|PDF|chapter|book)(?: Online)?
Show (?:in )?Context
View (?:Record|record|in) (?:in )?(?:Scopus|Article|article)
View at (?:Publisher|Google Scholar|Scopus)
Find (?:it|It|this)(?: @ ?[\w ]{1,20}| at [\w ]{1,20}| online| here| resource:?)?
Open in (?:viewer|browser)
(?:Free )?PMC (?:[Ff]ree )?[Aa]rticle
Search ADS
WorldCat
COPAC
Google (?:Books? )?Preview
Open ?U(?:RL|rl)(?: [\w ]{1,30})?
(?:Abstract/)?(?:FREE|Free) Full [Tt]ext
Digital Library
Cited Here(?:\.\.\.|…)?
(?:PubMed|CrossRef) (?:Abstract|Full Text)
Wiley Online Library
Taylor & Francis Online
Sage Journals
SAGE Journals
Semantic Scholar
ProQuest
EBSCOhost
JSTOR
Opens? in (?:a )?new (?:window|tab)
Get rights and content
Green Version
(?:ACM )?Digital Library
Navigate to citation \d+
PubMed ?/ ?NCBI
Abstract ?/ ?F(?:REE|ree) Full ?Text
Open ?Url
Publisher Site
Export [Cc]itation
Search (?:in )?(?:PubMed|Google Scholar|Crossref|CrossRef)
Scopus ?\(\d+\)
Full Text: ?PDF
View at:
ACS Full Text(?: ACS Full Text)?
"""
"""Furniture even by itself, at the end of a line and set off from the text before it."""

WEAK_TAILS = r"""
ISI
RSC
ADS
CAS
PMC
DOI
Link
Links
Full ?[Tt]ext(?: PDF)?
Abstract
Summary
Article
Book
Chapter
(?:View |Download )?PDF
Export
Download
MATH
Cited by:? ?\d+
Times Cited: ?\d+
"""
"""Furniture only in brackets or with other furniture, since by itself it may be the last word of a title."""

GLUES_ON = frozenset(
    "and or in on of for with using from by via to the versus vs vs. & or: and: through within on: beyond".split()
)
"""Words after which "Google Scholar" is part of a title."""

NEAR_END = 160
"""The maximal distance of furniture from the end of its line."""

LONGEST_TAIL = 60
"""The longest piece of furniture at the end of a line."""

LONGEST_LINK = 700
"""The longest link in Markdown, including its address."""


class Tail(NamedTuple):
    """The content of a line, and the furniture that was glued to it (piece by piece, last first)."""

    content: str
    taken: tuple[str, ...]


def _alternatives(table: str) -> str:
    return "|".join(filter(None, table.splitlines()))


_BAR = re.compile(r"[^\w]+")
_PHRASES = frozenset(phrase.strip() for phrase in PHRASES.split(";"))
_PATTERN = re.compile(f"(?:{_alternatives(PATTERNS)})", re.IGNORECASE)
_LONGEST_WHOLE = 700  # a notice may be a paragraph; longer references and running text are skipped
_STRONG = re.compile(r"\[\s?(?:{0})\s?\]|\(\s?(?:{0})\s?\)|(?:{0})".replace("{0}", _alternatives(STRONG_TAILS)))
_BRACKETED = re.compile(rf"\[\s?(?:{_alternatives(WEAK_TAILS)})\s?\]")
_WEAK = re.compile(rf"(?:{_alternatives(WEAK_TAILS)})")
_TAIL_BEGINS = re.compile(rf"[\[(]?\s?(?:{_alternatives(STRONG_TAILS + WEAK_TAILS)})")
_LINKED = re.compile(
    r"\[?\[(?P<words>[^\[\]()]{2,40})\]\(https?://[^\s()]{1,500}(?:\([^\s()]{1,80}\)[^\s()]{0,80})?\)\]?$"
)
"""A Markdown link at the end of a line."""

_ARROWS = "→↑↗⇗⤴↩"
_CAN_BEGIN = re.compile(rf"[A-Z\[({_ARROWS}]")
_CAN_END = frozenset(f"])®:{_ARROWS}\ufe0e")
_BETWEEN = " \t,;|·•/"
_ADDRESS_LAST = re.compile(r"(?:https?://|www\.)\S+$")


def set_off_from(text: str) -> str:
    """The text before furniture, without the marks that set it off, except the final slash of an address."""
    bare = text.rstrip(_BETWEEN)
    is_address = text[len(bare) :].startswith("/") and _ADDRESS_LAST.search(bare[-LONGEST_LINK:])
    return f"{bare}/" if is_address else bare


def is_furniture(text: str) -> bool:
    """Whether a whole line (with white space folded) is furniture, or only consists of pieces glued to references."""
    if not text or len(text) > _LONGEST_WHOLE:
        return False
    if text.casefold().removesuffix(":") in _PHRASES or _PATTERN.fullmatch(text) or _is_bar(text):
        return True
    return is_links(text)


def is_links(text: str) -> bool:
    """Whether a whole line consists of what pages glue to references: ``Crossref Google Scholar``."""
    return bool(_TAIL_BEGINS.match(text)) and not split_tail(text, alone=True).content


def is_weak(text: str) -> bool:
    """Whether a whole line is furniture if other furniture is above or below it: ``ISI`` between links."""
    return bool(_WEAK.fullmatch(text))


def _is_bar(text: str) -> bool:
    words = _BAR.split(text.casefold().strip()) if len(text) < NEAR_END else []
    return len(words) > 1 and BAR_WORDS.issuperset(words)


def split_tail(text: str, alone: bool = False) -> Tail:
    """Separate the furniture at the end of a line from its content.

    ``alone``: whether the line may be only furniture. "Google Scholar" at the end of a title is kept: it follows a word
    that leads on to it, while glued furniture follows a full stop, a digit, a bracket, or no space at all.

    >>> split_tail("Policy, 26, 4, 699721.CrossRefGoogle Scholar")
    Tail(content='Policy, 26, 4, 699721.', taken=('Google Scholar', 'CrossRef'))
    >>> split_tail("Citations in Scopus and Google Scholar").taken
    ()
    >>> split_tail("Leeds: Spade. Google Scholar ↗"), split_tail("From A → B").taken
    (Tail(content='Leeds: Spade.', taken=('↗', 'Google Scholar')), ())
    """
    bare, taken = _without_links(text)
    begin = max(0, len(bare) - NEAR_END)
    head, rest = bare[:begin], bare[begin:].rstrip(" |")
    if rest.endswith(" .") and (found := _last_tail(rest[:-1].rstrip(), True)):  # a full stop that sets links off
        taken.append(found[0].strip("[]() "))
        rest = set_off_from(rest[: found.start()])
    while found := _last_tail(rest, bool(taken)):
        taken.append(found[0].strip("[]() "))
        rest = set_off_from(rest[: found.start()])
    if taken and not (head + rest) and not alone:
        return Tail(text, ())
    return Tail(set_off_from(head + rest) if taken else text, tuple(taken))


def _without_links(text: str) -> tuple[str, list[str]]:
    """A text without the links at its end whose words are furniture, and these words, last first."""
    taken: list[str] = []
    while (
        text.endswith((")", ")]"))
        and (found := _LINKED.search(text, max(0, len(text) - LONGEST_LINK)))
        and _is_tail(found["words"])
    ):
        taken.append(found["words"])
        text = set_off_from(text[: found.start()])
    return text, taken


def _is_tail(words: str) -> bool:
    return bool(_STRONG.fullmatch(words) or _WEAK.fullmatch(words))


def _last_tail(rest: str, among_others: bool) -> re.Match[str] | None:
    strong = _ending(_STRONG, rest)
    if strong:
        is_tail = among_others or strong[0].startswith("[") or _is_set_off(rest[: strong.start()])
        return strong if is_tail else None
    if bracketed := _ending(_BRACKETED, rest):
        return bracketed
    weak = _ending(_WEAK, rest)
    if not weak or not (_is_split(rest, weak.start())):
        return None
    return weak if among_others or _ending(_STRONG, set_off_from(rest[: weak.start()])) else None


def _ending(tail: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The longest match of a tail at the end of a text; tails begin with a capital, a bracket or an arrow."""
    if not text or not (text[-1].isalnum() or text[-1] in _CAN_END):
        return None
    begins = _CAN_BEGIN.finditer(text, max(0, len(text) - LONGEST_TAIL))
    return next((found for begin in begins if (found := tail.fullmatch(text, begin.start()))), None)


def _any_ending(text: str) -> re.Match[str] | None:
    return next((found for tail in (_STRONG, _BRACKETED, _WEAK) if (found := _ending(tail, text))), None)


def _is_split(text: str, begin: int) -> bool:
    """Whether a tail that is a common word is separate, or is glued to a digit or a letter in lower case."""
    before = text[begin - 1 : begin]
    return not before or before in " .,;|)]" or before.isdigit() or before.islower()


def _is_set_off(before: str) -> bool:
    """Whether the text before a tail does not lead on to it."""
    if not before or not before[-1].isspace():
        return not before.endswith("(")
    before = before.rstrip()
    if before.endswith(","):
        return _ends_list(before)
    last = before.rsplit(" ", 1)[-1]
    return last.isupper() or last.casefold() not in GLUES_ON


def _ends_list(before: str) -> bool:
    """Whether a text ending with a comma is tails between commas, after a complete reference: ``12–19. Link, ISI,``."""
    while before.endswith(",") and (tail := _any_ending(before[:-1])):
        before = before[: tail.start()].rstrip()
        if not before or before.endswith((".", "]")) or before[-1:].isdigit():
            return True
    return False
