"""Furniture: what a publisher's page puts around its content, as whole lines and glued to the tails of lines.

A page that is met with new furniture needs one line here.
"""

import re
from typing import NamedTuple

WHOLE_LINES = r"""
[×✕✖✗|•·*-]+
home
(?:skip|jump) to (?:main )?(?:content|navigation|search|article).*
accessibility help
hostname: .*
page-component-.*
(?:total loading time|render date|has data issue|hascontentissue)\b.*
(?:hide|show|view|see|expand|collapse) (?:all|more|less|full text|details|abstract|references)(?: \d+)?(?: references| authors)?(?: \(\d+\))?
(?:show|hide) (?:author|article) (?:details|information).*
(?:view|show|see|load) (?:all|more)\b.{0,60}
opens? in (?:a )?new (?:window|tab)
(?:recommend|follow|about|visit|explore) this (?:journal|article|book|content)
email your librarian .*
please (?:enter|select|choose|note|sign in|log ?in|wait)\b.*
who would you like to send this to\?.*
(?:your )?(?:name|email|e-mail)(?: address)?:? ?\*?
(?:full[- ]text|abstract|article|pdf|html|total) (?:views|downloads|accesses|metrics)
total (?:number of )?\w+ ?\w* views: ?\d*.*
loading(?: metrics| citations| references)?(?:\.\.\.|…)
\*? ?views captured on .*
this data will be updated .*
usage data cannot currently be displayed.?
(?:[\d,.]+[kKmM]? )?(?:views|accesses|citations|altmetric|downloads|shares|reads)(?: \d[\d,.]*)?
[\d,.]+[kKmM]? (?:views|accesses|downloads|reads) .*
(?:article )?metrics
(?:export|download|cite|save|get|request) (?:this )?(?:citations?|article|paper|permissions?|pdf|ris|bibtex|alerts?|rights and content)s?(?: \(.*\))?
(?:download|read|open|view|get|save|full[- ]text) ?(?:the |as |in )?(?:pdf|epub|html|article|reader|full[- ]text)(?: ?\(?[\d.,]+ ?[kKmM]i?[bB]\)?)?
(?:pdf|html|epub|epdf|xml|ris|bibtex|rightslink|permissions|reprints(?: & permissions| and permissions)?)
(?:share|tweet|print|e-?mail|favou?rites?|bookmark|subscribe|register|sign up|copy link|link copied!?)(?: this| article| on .*| via .*| to .*| link)?
(?:facebook|twitter|x|linkedin|mendeley|reddit|whatsapp|pinterest|wechat|bluesky|citeulike|delicious|research ?gate)
(?:add to|set|create|sign up for|manage) (?:favou?rites|bookmarks|my library|.{0,20}alerts?|e-?toc.*|cart)
(?:log|sign) ?(?:in|on|out)(?: options?)?(?: here| to .*| via .*| with .*| / register.*)?
(?:institutional|personal|shibboleth|athens|openathens|member|purchase|rental?|full|open) ?(?:log ?in|access)(?: options?)?(?: via .*)?
(?:get|check|buy|purchase|rent|need|request|restore|unlock) (?:full |institutional |online |instant )?(?:access|subscription|your trial|a trial|this article|help\??).*
log in options will check .*
(?:subscribe|advertisement|sponsored.*|search|menu|navigation|close|back|next|previous|top|back to top|contents|sections?|tools|options|share)
(?:previous|next) (?:article|issue|chapter)(?: .{0,40})?
(?:your |our |this (?:site|website) )?(?:we |website |site )?(?:use|uses|using) (?:of )?(?:login )?cookies\b.*
\w+ uses (?:login )?cookies .*
(?:we use cookies|this (?:web)?site uses cookies|by (?:continuing|clicking|using)\b).*
.*\b(?:accept|manage|reject)(?: all)? cookies?.{0,20}
(?:accept|reject|decline|agree|cookie (?:settings|policy|notice|preferences))(?: all)?
(?:terms (?:and|&) conditions|terms of (?:use|service)|privacy(?: policy| notice)?|contact(?: us)?|help|about(?: us)?|faqs?|site ?map)
(?:all rights reserved|powered by|a-?z index|crossref member|published by .{0,60} on behalf of .*)\.?
<[\w /-]{1,30}>
(?:crossmark|check for updates|orcid(?: icon)?|open access|free access|peer[- ]reviewed|author information)
(?:to continue reading|request your trial|start your (?:free )?trial|already a subscriber\?.*)
"""
"""Patterns of whole lines, one a line, without regard to case."""

STRONG_TAILS = r"""
Google Scholar
Google ?Scholar
Cross ?Ref
PubMed(?: Central)?
Web of Science ?®?(?: ?Times Cited: ?\d+)?
Medline
MathSciNet
Zentralblatt MATH
SSRN
Scopus
View (?:Article|article)(?: Online)?
View (?:Record|record|in) (?:in )?(?:Scopus|Article|article)
View at (?:Publisher|Google Scholar|Scopus)
Find (?:it|It|this)(?: @ ?[\w ]{1,20}| at [\w ]{1,20}| online)?
Open ?URL(?: [\w ]{1,30})?
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
"""
"""What alone, at the end of a line and set off from what stands before it, is furniture."""

WEAK_TAILS = r"""
ISI
ADS
CAS
PMC
DOI
Link
Links
Full ?[Tt]ext(?: PDF)?(?: via CrossRef)?
Abstract
Article
Book
Chapter
PDF
Export
Download(?: PDF)?
Cited by \d+
Times Cited: ?\d+
"""
"""What is furniture only in brackets, or among other furniture: alone it may be the last word of a title."""

GLUES_ON = frozenset("and or in on of for with using from by via to the versus vs vs. & or: and: through within on: beyond".split())
"""Words after which "Google Scholar" is what a title speaks of."""

NEAR_END = 240
"""How far from the end of a line its tail is looked for."""


class Tail(NamedTuple):
    """A line in two: what is content, and the furniture that was glued to it (each word of it, last first)."""

    content: str
    taken: tuple[str, ...]


def _alternatives(table: str) -> str:
    return "|".join(line for line in table.strip().splitlines())


_WHOLE = re.compile(f"(?:{_alternatives(WHOLE_LINES)})", re.IGNORECASE)
_LONGEST_WHOLE = 700  # a notice may be a paragraph; a reference or running text that long is not looked at
_STRONG = re.compile(rf"[\[(]?\s?(?:{_alternatives(STRONG_TAILS)})\s?[\])]?$")
_WEAK_BRACKETED = re.compile(rf"\[\s?(?:{_alternatives(WEAK_TAILS)})\s?\]$")
_WEAK = re.compile(rf"(?:(?<=[\s.,;|)\]])|(?<=[a-z0-9])(?=[A-Z]))(?:{_alternatives(WEAK_TAILS)})$")
_BETWEEN = " \t,;|·•/"


def is_furniture(text: str) -> bool:
    """Whether a whole line (white space folded) is furniture; a line of nothing but tails is."""
    if not text or len(text) > _LONGEST_WHOLE:
        return False
    return bool(_WHOLE.fullmatch(text)) or not split_tail(text, alone=True).content


def split_tail(text: str, alone: bool = False) -> Tail:
    """Part the furniture at the end of a line from its content.

    ``alone``: whether the line may be nothing else. "Google Scholar" at the end of a title stays: it follows a word that leads on
    to it, where the glued one follows a full stop, a digit, a bracket, or no space at all.

    >>> split_tail("Policy, 26, 4, 699721.CrossRefGoogle Scholar")
    Tail(content='Policy, 26, 4, 699721.', taken=('Google Scholar', 'CrossRef'))
    >>> split_tail("Citations in Scopus and Google Scholar").taken
    ()
    """
    taken: list[str] = []
    begin = max(0, len(text) - NEAR_END)
    head, rest = text[:begin], text[begin:]
    while found := _last_tail(rest, bool(taken)):
        taken.append(found[0].strip("[]() "))
        rest = rest[: found.start()].rstrip(_BETWEEN)
    if taken and not (head + rest) and not alone:
        return Tail(text, ())
    return Tail((head + rest).rstrip(_BETWEEN) if taken else text, tuple(taken))


def _last_tail(rest: str, among_others: bool) -> re.Match[str] | None:
    if found := _STRONG.search(rest):
        return found if among_others or _is_set_off(rest[: found.start()]) else None
    return _WEAK_BRACKETED.search(rest) or (_WEAK.search(rest) if among_others else None)


def _is_set_off(before: str) -> bool:
    """Whether what stands before a tail does not lead on to it."""
    if not before or not before[-1].isspace():
        return not before.endswith("(")
    before = before.rstrip()
    return not before.endswith(",") and before.rsplit(" ", 1)[-1].casefold() not in GLUES_ON
