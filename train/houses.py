"""House styles by chance: how a journal or publisher may want references printed.

There are more of them than anybody has written down as a CSL style. Each choice is one row of a table; a house makes
each once and prints all its works so.
"""

import random
from collections.abc import Sequence
from typing import NamedTuple

from printing import Printed, Printer
from reflist.prose.labels import Label
from works import Person, Work

Choice = tuple[str, ...]

AND = {
    "de": (" und ", " und ", ", ", "/", " / ", "; ", " & ", " u. ", ", & "),
    "en": (" and ", ", and ", " & ", ", & ", ", ", "; "),
    "fr": (" et ", ", ", " et ", " & ", "; "),
    "es": (" y ", " y ", ", ", " e ", "; ", " & "),
}
BETWEEN: Choice = (", ", ", ", "; ", "/", " / ", " – ")
GIVEN: Choice = ("full", "full", "J. K.", "J. K.", "J.K.", "JK", "J K")
ORDER: Choice = ("inverted", "inverted", "inverted", "first inverted", "first inverted", "straight", "no comma")
HEADS: Choice = ("{} (", "{} (", "{} (", "{}, ", "{}. ", "{} ", "{}: ", "{} [")
"""What stands between the authors and a year that comes next."""

BEHIND_YEAR = {
    "(": ("): ", "): ", "). ", "), ", ") ", ".) "),
    "[": ("]. ", "]: ", "] "),
    "": (": ", ": ", ". ", ", ", " "),
}
BEHIND_AUTHORS: Choice = (": ", ": ", ", ", ". ", ", ", " : ")
"""Between the authors and the title, where the year comes last."""

BEHIND_TITLE: Choice = (". ", ". ", ". ", ", ", ", ", "; ", " ")
QUOTES = {
    "de": ("", "", "", "„“", '""', "“”", "»«"),
    "en": ("", "", "", "“”", "‘’", '""', "''"),
    "fr": ("", "", "«»", "« »", "“”", '""'),
    "es": ("", "", "“”", "«»", '""'),
}
SUBTITLE = {
    "de": (". ", ". ", ": ", " – ", " : "),
    "en": (": ", ": ", ". ", " - ", "--"),
    "fr": (" : ", ". ", ": "),
    "es": (". ", ": ", ": "),
}
IN = {
    "de": ("In: ", "In: ", "in: ", "In ", "in "),
    "en": ("In ", "in ", "In: ", "in: "),
    "fr": ("in ", "In ", "dans ", "In : ", "In: "),
    "es": ("en ", "En ", "en: ", "En: ", "In: "),
}
BEFORE_JOURNAL = {
    "de": ("", "", "", "In: ", "in: "),
    "en": ("", "", "", "", "in "),
    "fr": ("", "", "", "in "),
    "es": ("", "", "", "en "),
}
VOLUME = {
    "de": (
        " {}",
        ", {}",
        ", {}. Jg.",
        ", Jg. {}",
        ", Bd. {}",
        " {}. Jg.",
        ", Vol. {}",
        " Jg. {}",
        ", Jg.{}",
        ". {}",
        ", {}.Jg.",
    ),
    "en": (" {}", ", {}", ", vol. {}", ", Vol. {}", ". {}", ", Volume {}", " vol. {}", " v. {}", " vol.{}"),
    "fr": (", vol. {}", ", {}", ", t. {}", " {}", ", tome {}", ", vol.{}"),
    "es": (", vol. {}", ", {}", " {}", ", Vol. {}", ", t. {}", ", año {}"),
}
ISSUE = {
    "de": ("({})", " ({})", ", H. {}", ", Heft {}", "/{}", ", Nr. {}", ", {}", ", H.{}", " Heft {}", ": {}"),
    "en": (
        "({})",
        "({})",
        " ({})",
        ", no. {}",
        ", No. {}",
        ":{}",
        ", Issue {}",
        "/{}",
        ".{}",
        " No. {}",
        ", issue {}",
        ", nr {}",
    ),
    "fr": (", n° {}", "({})", ", no {}", ", n°{}", " ({})", ", nº {}"),
    "es": (", núm. {}", "({})", ", nº {}", ", n. {}", " ({})", ", No. {}"),
}
PAGES = {
    "de": (", S. {}", ": {}", ", {}", " S. {}", ", S.{}", ":{}", ", Seite {}", ": S. {}", "; S. {}", ". S. {}"),
    "en": (", {}", ": {}", ":{}", ", pp. {}", ", p. {}", ", pp.{}", "; {}", ". pp. {}", ", pages {}", " pp {}", ". {}"),
    "fr": (", p. {}", ", pp. {}", ": {}", " : {}", ", p.{}", ", {}"),
    "es": (", pp. {}", ", p. {}", ": {}", ", págs. {}", ", {}"),
}
DASH: Choice = ("-", "-", "-", "–", "–", " - ", " – ", "—", "--")
EDITED = {
    "de": (
        " (Hrsg.)",
        " (Hrsg.)",
        " (Hg.)",
        " (Hg.)",
        " (Hrsg)",
        " (Hrsg .)",
        " (eds.)",
        ", Hrsg.",
        " [Hrsg.]",
        " (Hgg.)",
    ),
    "en": (" (eds.)", " (Eds.)", " (eds)", ", eds.", ", editors", " (Ed.)", " [eds.]", " (editors)", " eds."),
    "fr": (" (dir.)", " (éds)", " (éd.)", " (dirs.)", " (sous la dir.)"),
    "es": (" (eds.)", " (comp.)", " (coord.)", " (ed.)", " (a cura di)", " (dir.)"),
}
EDITED_BY = {
    "de": ("hrsg. von ", "herausgegeben von ", "hg. v. ", "Hrsg. v. ", "Hrsg. "),
    "en": ("edited by ", "Edited by ", "ed. ", "ed. by ", "eds. "),
    "fr": ("sous la direction de ", "éd. ", "sous la dir. de "),
    "es": ("ed. de ", "editado por ", "a cura di ", "coord. por "),
}
EDITED_BEHIND = {
    "de": (" (Hg.)", ", Hrsg.", " (Hrsg.)"),
    "en": (", ed.", ", eds.", " (ed.)", " (eds.)", ", editors"),
    "fr": (" (dir.)", " (éd.)"),
    "es": (" (ed.)", " (coord.)"),
}
"""Where names come behind the title of the book without a word before them."""

TRANSLATED = {
    "de": ("Aus dem Englischen von ", "übers. von ", "Übersetzt von ", "Aus dem Amerikanischen von "),
    "en": ("Translated by ", "trans. ", "translated by ", "Trans. ", "tr. "),
    "fr": ("traduit de l'anglais par ", "trad. ", "Trad. de "),
    "es": ("Traducción de ", "trad. de ", "Trad. "),
}
BEHIND_EDITORS: Choice = (": ", ": ", ", ", ", ", ". ", " ")
EDITION = {
    "de": ("{}. Aufl.", "{}. Auflage", "{}. überarb. Aufl.", "{}. Aufl", "{}., aktualisierte Auflage"),
    "en": ("{} ed.", "{} edn", "{} edition", "{} Edition", "{} ed", "{} rev. ed."),
    "fr": ("{}e éd.", "{}e édition", "{}ème éd."),
    "es": ("{}ª ed.", "{}a ed.", "{}.ª ed."),
}
BEFORE_EDITION: Choice = (" ({})", ", {}", ". {}")
SERIES: Choice = (" ({})", " ({})", ", {}", ". {}", ". ({})", " (= {})")
SERIES_NUMBER = {
    "de": (", Bd. {}", " {}", " Bd. {}", ", {}", "; {}", ", Band {}"),
    "en": (", vol. {}", " {}", ", {}", ", no. {}", " No. {}"),
    "fr": (", {}", ", n° {}", " {}"),
    "es": (", {}", ", núm. {}", " {}"),
}
IMPRINT: Choice = (
    *("place: publisher",) * 7,
    *("place : publisher", "publisher, place", "publisher, place", "publisher: place", "place, publisher"),
    *("publisher. place", "place", "publisher", "(place: publisher)", "place (publisher)"),
)
BEFORE_IMPRINT: Choice = (". ", ". ", ". ", ", ", ", ", " ", "; ")
END: Choice = (".", ".", ".", "", "")
AND_OTHERS = {
    "de": (" u.a.", " et al.", " u. a.", " et al"),
    "en": (" et al.", ", et al.", " et al", ", and others"),
    "fr": (" et al.", " et alii", " et al"),
    "es": (" et al.", " y otros", " et al"),
}
ADDRESS = {
    "de": (
        "{}",
        "URL: {}",
        "Online: {}",
        "Online unter: {}",
        "Verfügbar unter: {}",
        "Internet: {}",
        "<{}>",
        "online verfügbar unter {}",
    ),
    "en": (
        "{}",
        "URL: {}",
        "Available at: {}",
        "Retrieved from {}",
        "available from {}",
        "<{}>",
        "Available online: {}",
        "At: {}",
        "URL {}",
    ),
    "fr": ("{}", "URL : {}", "En ligne : {}", "disponible sur {}", "<{}>"),
    "es": ("{}", "Disponible en: {}", "En: {}", "URL: {}", "<{}>"),
}
ACCESSED = {
    "de": (
        " (Zugriff am {})",
        " [Stand: {}]",
        ", abgerufen am {}",
        " [{}]",
        " (abgerufen am {})",
        ", Zugriff: {}",
        " (Stand: {})",
    ),
    "en": (
        " (accessed {})",
        " [accessed {}]",
        ". Accessed {}",
        " (last accessed on {})",
        " ({})",
        ", retrieved {}",
        " [Accessed: {}]",
    ),
    "fr": (" (consulté le {})", ", consulté le {}", " [consulté le {}]"),
    "es": (" (consultado el {})", " [consulta: {}]", ", acceso {}"),
}
NUMBERED: Choice = (*("",) * 10, "[{}] ", "{}. ", "{} ", "({}) ")
YEAR_PLACES: Choice = ("behind authors", "behind authors", "behind authors", "last", "last")


class House(NamedTuple):
    """What a house has chosen; a string with ``{}`` says where the value goes."""

    language: str
    final: str
    between: str
    given: str
    order: str
    upper: bool
    head: str
    behind_year: str
    year_first: bool
    behind_authors: str
    behind_title: str
    quotes: str
    book_quotes: bool
    subtitle: str
    within: str
    before_journal: str
    volume: str
    issue: str
    pages: str
    chapter_pages: str
    pages_before: bool
    dash: str
    edited: str
    edited_by: str
    edited_behind: str
    translated: str
    editors_last: bool
    editors_inverted: bool
    behind_editors: str
    edition: str
    before_edition: str
    series: str
    series_number: str
    imprint: str
    before_imprint: str
    year_in_brackets: bool
    end: str
    others: str
    most_names: int
    address: str
    accessed: str
    numbered: str
    year_before_volume: bool


def house(language: str, rng: random.Random) -> House:
    """A house of a language, whose choices are made by chance."""
    head = rng.choice(HEADS)
    opening = head[-1] if head[-1] in "([" else ""
    final = rng.choice(AND[language])
    pages = rng.choice(PAGES[language])
    return House(
        language=language,
        final=final,
        between=rng.choice(BETWEEN) if any(map(str.isalpha, final)) or "&" in final else final,
        given=rng.choice(GIVEN),
        order=rng.choice(ORDER),
        upper=rng.random() < 0.06,
        head=head,
        behind_year=rng.choice(BEHIND_YEAR[opening]),
        year_first=rng.choice(YEAR_PLACES) != "last",
        behind_authors=rng.choice(BEHIND_AUTHORS),
        behind_title=rng.choice(BEHIND_TITLE),
        quotes=rng.choice(QUOTES[language]),
        book_quotes=rng.random() < 0.15,
        subtitle=rng.choice(SUBTITLE[language]),
        within=rng.choice(IN[language]),
        before_journal=rng.choice(BEFORE_JOURNAL[language]),
        volume=rng.choice(VOLUME[language]),
        issue=rng.choice(ISSUE[language]),
        pages=pages,
        chapter_pages=rng.choice((pages, *(one for one in PAGES[language] if one[:1] == ","), " (S. {})", " (pp. {})")),
        pages_before=rng.random() < 0.12,
        dash=rng.choice(DASH),
        edited=rng.choice(EDITED[language]),
        edited_by=rng.choice(EDITED_BY[language]),
        edited_behind=rng.choice(("", "", *EDITED_BEHIND[language])),
        translated=rng.choice(TRANSLATED[language]),
        editors_last=rng.random() < 0.3,
        editors_inverted=rng.random() < 0.4,
        behind_editors=rng.choice(BEHIND_EDITORS),
        edition=rng.choice(EDITION[language]),
        before_edition=rng.choice(BEFORE_EDITION),
        series=rng.choice(SERIES),
        series_number=rng.choice(SERIES_NUMBER[language]),
        imprint=rng.choice(IMPRINT),
        before_imprint=rng.choice(BEFORE_IMPRINT),
        year_in_brackets=rng.random() < 0.3,
        end=rng.choice(END),
        others=rng.choice(AND_OTHERS[language]),
        most_names=rng.choice((2, 3, 3, 9, 9, 9)),
        address=rng.choice(ADDRESS[language]),
        accessed=rng.choice(ACCESSED[language]),
        numbered=rng.choice(NUMBERED),
        year_before_volume=rng.random() < 0.25,
    )


def printed(work: Work, house: House, number: int) -> Printed:
    """A work as a house prints it, with its number where the house counts."""
    page = _Page(house)
    page.say(house.numbered.replace("{}", str(number)))
    page.head(work)
    PRINTERS[work.kind](page, work)
    page.year_at_end(work)
    page.identifiers(work)
    page.say(house.end)
    return page.done()


class _Page(Printer):
    """Prints the parts of a work in the manner of a house."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.has_year = False

    def wrapped(self, form: str, label: Label, text: str) -> None:
        """Print a value with what a form has around it."""
        if text:
            before, _, after = form.partition("{}")
            self.say(before)
            self.put(label, text)
            self.say(after)

    def names(self, label: Label, people: Sequence[Person], inverted: bool = True) -> None:
        """Print names."""
        if people:
            self.put(label, names(people, self.house, inverted))

    def head(self, work: Work) -> None:
        """Print who, and when if the house has it there, and what stands before the title."""
        house = self.house
        is_edited = work.kind == "edited"
        self.names(Label.EDITOR if is_edited else Label.AUTHOR, work.authors)
        if is_edited:
            self.say(house.edited)
        if house.year_first and work.year:
            before = house.head.partition("{}")[2]
            self.say(before)
            self.date(work)
            if work.day and house.language == "en" and before == " (":
                self.say(", ")
                self.put(Label.DAY, work.day)
            self.text += house.behind_year
        else:
            self.say(house.behind_authors)

    def title(self, work: Work) -> None:
        """Print the title and its subtitle, in quotation marks where the house wants them."""
        house = self.house
        text = f"{work.title}{house.subtitle}{work.subtitle}" if work.subtitle else work.title
        is_whole = work.kind in ("book", "edited", "report", "thesis")
        if house.quotes and (house.book_quotes or not is_whole):
            half = len(house.quotes) // 2
            inside = "," if house.language == "en" and house.behind_title == ", " else ""
            text = f"{house.quotes[: half + (half > 1)]}{text}{inside}{house.quotes[half:]}".replace("  ", " ")
        self.put(Label.TITLE, text)

    def range(self, work: Work, form: str) -> None:
        """Print the pages."""
        if len(work.pages) > 1 and form.startswith((", p.", ". p.")):
            form = form.replace("p.", "pp.") if self.house.language == "en" else form
        self.wrapped(form, Label.PAGES, self.house.dash.join(work.pages))

    def imprint(self, work: Work) -> None:
        """Print publisher and place."""
        form = self.house.imprint
        if not work.publisher or not work.place:
            form = "publisher" if work.publisher else "place"
        if (not work.publisher and not work.place) or (form == "place" and not work.place):
            return
        self.say(" " if form.startswith("(") else self.house.before_imprint)
        values = {"place": (Label.PLACE, work.place), "publisher": (Label.PUBLISHER, work.publisher)}
        for piece in _pieces(form):
            if piece in values:
                self.put(*values[piece])
            elif piece == ")" and not self.has_year:
                self.year(work, ", ")
                self.say(piece)
            else:
                self.say(piece)

    def year(self, work: Work, before: str) -> None:
        """Print the year, unless it is there or there is none."""
        if work.year and not self.has_year:
            self.say(before)
            self.date(work)

    def date(self, work: Work) -> None:
        """Print the year, with that of the first edition, or what is said in its place."""
        if work.status:
            self.put(Label.STATUS, work.status)
        else:
            self.put(Label.DATE, work.year)
            self.wrapped(" [{}]", Label.ORIGINAL_DATE, work.first_year)
        self.has_year = True

    def year_at_end(self, work: Work) -> None:
        """Print the year that is not yet printed."""
        if self.house.year_in_brackets and work.kind == "article" and not self.has_year:
            self.year(work, " (")
            self.say(")")
        self.year(work, ", " if work.kind != "book" or len(self.house.end) else " ")

    def edition_and_series(self, work: Work) -> None:
        """Print which edition it is, which volume of several, and in which series."""
        house = self.house
        if work.edition:
            number = _ordinal(work.edition) if house.language == "en" else str(work.edition)
            before, _, after = house.edition.partition("{}")
            inner = house.before_edition.replace("{}", f"{before}{{}}{after}")
            if house.language == "de":
                inner, number = inner.replace("{}.", "{}", 1), f"{number}."
            self.wrapped(inner, Label.EDITION, number)
        if work.volume and work.kind != "article":
            self.wrapped(
                {"de": ", Bd. {}", "en": ", vol. {}"}.get(house.language, ", vol. {}"), Label.VOLUME, work.volume
            )
        if work.series:
            before, _, after = house.series.partition("{}")
            self.say(before)
            self.put(Label.SERIES, work.series)
            self.wrapped(house.series_number, Label.VOLUME, work.series_number)
            self.say(after)

    def identifiers(self, work: Work) -> None:
        """Print an identifier or address, and when it was looked up."""
        if work.doi:
            self.say(". " if self.text.endswith((".", "")) else ", ")
            self.say("doi:" if len(self.house.end) else "https://doi.org/")
            self.put(Label.DOI, work.doi)
        if work.url:
            self.say(". " if self.house.before_imprint == ". " else ", ")
            self.wrapped(self.house.address, Label.URL, work.url)
            self.wrapped(self.house.accessed, Label.ACCESSED, work.accessed)


def _pieces(form: str) -> list[str]:
    """``place: publisher`` as the values and what is between them."""
    spaced = form
    for name in ("publisher", "place"):
        spaced = spaced.replace(name, f"\0{name}\0")
    return [piece for piece in spaced.split("\0") if piece]


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


def names(people: Sequence[Person], house: House, inverted: bool = True) -> str:
    """Names in the manner of a house."""
    shown = people if len(people) <= house.most_names else people[:1]
    written = [_name(person, house, at, inverted) for at, person in enumerate(shown)]
    if len(shown) < len(people):
        return written[0] + house.others
    if len(written) == 1:
        return written[0]
    return house.between.join(written[:-1]) + house.final + written[-1]


def _name(person: Person, house: House, at: int, inverted: bool) -> str:
    if not person.given:
        return person.family
    family = person.family.upper() if house.upper else person.family
    given = person.given if house.given == "full" else _initials(person.given, house.given)
    if not inverted or house.order == "straight" or (house.order == "first inverted" and at):
        return f"{given} {family}"
    return f"{family}{' ' if house.order == 'no comma' else ', '}{given}"


def _initials(given: str, form: str) -> str:
    """``Hans-Peter Karl`` as ``H.-P. K.``, with the stops and spaces of the form."""
    stop, space = "." if "." in form else "", " " if " " in form else ""
    words = ["-".join(f"{part[0]}{stop}" for part in word.split("-") if part) for word in given.split()]
    return space.join(words)


# --- one function a kind of work --------------------------------------------------------------------------------------


def _article(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    page.say(house.behind_title)
    page.say(house.before_journal)
    page.put(Label.CONTAINER, work.container)
    if house.year_before_volume and not house.year_first:
        page.year(work, " " if work.volume else ", ")
    page.wrapped(house.volume, Label.VOLUME, work.volume)
    if house.year_in_brackets and house.volume == " {}" and work.volume and not page.has_year:
        page.year(work, " (")
        page.say(")")
    form = house.issue if work.volume else (", H. {}" if house.language == "de" else ", no. {}")
    page.wrapped(form, Label.ISSUE, work.issue)
    page.range(work, house.pages)


def _book(page: _Page, work: Work) -> None:
    page.title(work)
    if work.translators:
        page.say(", " if page.house.translated[0].islower() and page.house.before_imprint == ", " else ". ")
        page.say(page.house.translated)
        page.names(Label.TRANSLATOR, work.translators, inverted=False)
    page.edition_and_series(work)
    page.imprint(work)


def _chapter(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    page.say(". " if house.within[0] == "I" and house.behind_title not in (". ", ", ") else house.behind_title)
    if house.pages_before and work.pages:
        page.range(work, "S. {} " if house.language == "de" else "Pp. {} ")
    page.say(house.within)
    if work.editors and not house.editors_last:
        page.names(Label.EDITOR, work.editors, house.editors_inverted)
        page.say(house.edited)
        page.say(house.behind_editors)
    page.put(Label.CONTAINER, work.container)
    if work.editors and house.editors_last:
        page.say(", " if house.behind_editors != ". " else ". ")
        page.say("" if house.edited_behind else house.edited_by)
        page.names(Label.EDITOR, work.editors, house.editors_inverted and house.order != "first inverted")
        page.say(house.edited_behind)
    in_brackets = house.chapter_pages.startswith(" (")
    if in_brackets and not house.pages_before:
        page.range(work, house.chapter_pages)
    page.edition_and_series(work)
    page.imprint(work)
    if not house.year_first:
        page.year(work, ", ")
    if not in_brackets and not house.pages_before:
        page.range(work, house.chapter_pages)


def _report(page: _Page, work: Work) -> None:
    page.title(work)
    form = " ({})" if page.house.before_edition == " ({})" else page.house.before_imprint + "{}"
    page.wrapped(form, Label.REPORT, work.genre)
    page.imprint(work)


def _thesis(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    form = {" ({})": " ({})", ", {}": house.before_imprint + "{}"}.get(house.before_edition, ". {}")
    page.wrapped(form, Label.THESIS, work.genre)
    if work.publisher or work.place:
        page.say(", ")
        page.put(Label.PUBLISHER, work.publisher)
        page.wrapped(", {}" if work.publisher else "{}", Label.PLACE, work.place)


def _paper(page: _Page, work: Work) -> None:
    page.title(work)
    page.say(page.house.before_imprint)
    page.put(Label.EVENT, work.event)
    page.wrapped(", {}", Label.PLACE, work.place)
    if "," not in page.house.behind_year:
        page.wrapped(", {}", Label.DAY, work.day)


def _newspaper(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    page.say(house.behind_title)
    page.say(house.before_journal)
    page.put(Label.CONTAINER, work.container)
    if not (house.year_first and house.language == "en" and house.head == "{} ("):
        page.wrapped({"de": " vom {}", "en": ", {}"}.get(house.language, ", {}"), Label.DAY, work.day)
    if not house.year_first:
        page.year(work, " ")
    page.range(work, house.chapter_pages.replace("pp.", "p."))


def _web(page: _Page, work: Work) -> None:
    page.title(work)


PRINTERS = {
    "article": _article,
    "book": _book,
    "edited": _book,
    "chapter": _chapter,
    "report": _report,
    "thesis": _thesis,
    "paper": _paper,
    "newspaper": _newspaper,
    "web": _web,
}
"""What prints the rest of a work of each kind, behind its head."""
