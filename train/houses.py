"""Works printed in a house style: one function for each kind of work.

There are more house styles than have ever been written as CSL styles; `house_styles` makes random ones.
"""

from collections.abc import Sequence

from house_styles import House
from naming import names
from printing import Printed, Printer
from reflist.prose.labels import Label
from works import Person, Work


def printed(work: Work, house: House, number: int) -> Printed:
    """A work printed in a house style, with a number if that numbers references."""
    page = _Page(house)
    page.literal(house.numbered.replace("{}", str(number)))
    page.head(work)
    PRINTERS[work.kind](page, work)
    page.year_at_end(work)
    page.identifiers(work)
    page.literal(house.end)
    return page.done()


class _Page(Printer):
    """Prints the parts of a work in a house style."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.has_year = False

    def wrapped(self, form: str, label: Label, text: str) -> None:
        """Print a value with the affixes of a form."""
        if text:
            before, _, after = form.partition("{}")
            self.literal(before)
            self.put(label, text)
            self.literal(after)

    def names(self, label: Label, people: Sequence[Person], inverted: bool = True) -> None:
        """Print names."""
        if people:
            self.put(label, names(people, self.house, inverted))

    def head(self, work: Work) -> None:
        """Print the names, the year if the house style has it there, and the separator before the title."""
        house = self.house
        is_edited = work.kind == "edited"
        self.names(Label.EDITOR if is_edited else Label.AUTHOR, work.authors)
        if is_edited:
            self.literal(house.edited)
        if house.year_first and work.year:
            before = house.head.partition("{}")[2]
            self.literal(before)
            self.date(work)
            if work.day and house.language == "en" and before == " (":
                self.literal(", ")
                self.put(Label.DAY, work.day)
            self.text += house.after_year
        else:
            self.literal(house.after_authors)

    def title(self, work: Work) -> None:
        """Print the title and its subtitle, in quotation marks if the house style requires them."""
        house = self.house
        text = f"{work.title}{house.subtitle}{work.subtitle}" if work.subtitle else work.title
        is_whole = work.kind in ("book", "edited", "report", "thesis")
        if house.quotes and (house.book_quotes or not is_whole):
            half = len(house.quotes) // 2
            inside = "," if house.language == "en" and house.after_title == ", " else ""
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
        self.literal(" " if form.startswith("(") else self.house.before_imprint)
        values = {"place": (Label.PLACE, work.place), "publisher": (Label.PUBLISHER, work.publisher)}
        for piece in _pieces(form):
            if piece in values:
                self.put(*values[piece])
            elif piece == ")" and not self.has_year:
                self.year(work, ", ")
                self.literal(piece)
            else:
                self.literal(piece)

    def year(self, work: Work, before: str) -> None:
        """Print the year, unless it has been printed or there is none."""
        if work.year and not self.has_year:
            self.literal(before)
            self.date(work)

    def date(self, work: Work) -> None:
        """Print the year, with that of the first edition, or the words in its place."""
        if work.status:
            self.put(Label.STATUS, work.status)
        elif work.first_year and self.house.first_year_first:
            self.literal("[")
            self.put(Label.ORIGINAL_DATE, work.first_year)
            self.literal("] ")
            self.put(Label.DATE, work.year)
        else:
            self.put(Label.DATE, work.year)
            self.wrapped(" [{}]", Label.ORIGINAL_DATE, work.first_year)
        self.has_year = True

    def year_at_end(self, work: Work) -> None:
        """Print the year if it is not yet printed."""
        if self.house.year_in_brackets and work.kind == "article" and not self.has_year:
            self.year(work, " (")
            self.literal(")")
        self.year(work, ", " if work.kind != "book" or len(self.house.end) else " ")

    def edition(self, work: Work) -> None:
        """Print the edition, and the volume of a multi-volume work."""
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

    def series(self, work: Work) -> None:
        """Print the series and the number in it."""
        house = self.house
        if work.series:
            before, _, after = house.series.partition("{}")
            self.literal(before)
            self.put(Label.SERIES, work.series)
            self.wrapped(house.series_number, Label.VOLUME, work.series_number)
            self.literal(after)

    def identifiers(self, work: Work) -> None:
        """Print an identifier or address, and the date of access."""
        if work.doi:
            self.literal(". " if self.text.endswith((".", "")) else ", ")
            self.literal("doi:" if len(self.house.end) else "https://doi.org/")
            self.put(Label.DOI, work.doi)
        if work.url:
            self.literal(". " if self.house.before_imprint == ". " else ", ")
            self.wrapped(self.house.address, Label.URL, work.url)
            self.wrapped(self.house.accessed, Label.ACCESSED, work.accessed)


def _pieces(form: str) -> list[str]:
    """A form such as ``place: publisher``, split into the values and what is between them."""
    spaced = form
    for name in ("publisher", "place"):
        spaced = spaced.replace(name, f"\0{name}\0")
    return [piece for piece in spaced.split("\0") if piece]


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


# --- one function for each kind of work -------------------------------------------------------------------------------


def _article(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    page.literal(house.after_title)
    page.literal(house.before_journal)
    page.put(Label.CONTAINER, work.container)
    if house.year_before_volume and not house.year_first:
        page.year(work, " " if work.volume else ", ")
    page.wrapped(house.volume, Label.VOLUME, work.volume)
    if house.year_in_brackets and house.volume == " {}" and work.volume and not page.has_year:
        page.year(work, " (")
        page.literal(")")
    form = house.issue if work.volume else (", H. {}" if house.language == "de" else ", no. {}")
    page.wrapped(form, Label.ISSUE, work.issue)
    page.range(work, house.pages)


def _book(page: _Page, work: Work) -> None:
    page.title(work)
    if work.translators:
        page.literal(", " if page.house.translated[0].islower() and page.house.before_imprint == ", " else ". ")
        page.literal(page.house.translated)
        page.names(Label.TRANSLATOR, work.translators, inverted=False)
    _edition_and_imprint(page, work)


def _edition_and_imprint(page: _Page, work: Work) -> None:
    page.edition(work)
    if not page.house.series_last:
        page.series(work)
    page.imprint(work)
    if page.house.series_last:
        page.series(work)


def _chapter(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    page.literal(". " if house.within[0] == "I" and house.after_title not in (". ", ", ") else house.after_title)
    if house.pages_before and work.pages:
        page.range(work, "S. {} " if house.language == "de" else "Pp. {} ")
    page.literal(house.within)
    if work.editors and not house.editors_last:
        page.names(Label.EDITOR, work.editors, house.editors_inverted)
        page.literal(house.edited)
        page.literal(house.after_editors)
    page.put(Label.CONTAINER, work.container)
    if work.editors and house.editors_last:
        page.literal(", " if house.after_editors != ". " else ". ")
        page.literal("" if house.edited_after else house.edited_by)
        page.names(Label.EDITOR, work.editors, house.editors_inverted and house.order != "first inverted")
        page.literal(house.edited_after)
    in_brackets = house.chapter_pages.startswith(" (")
    if in_brackets and not house.pages_before:
        page.range(work, house.chapter_pages)
    _edition_and_imprint(page, work)
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
        page.literal(", ")
        page.put(Label.PUBLISHER, work.publisher)
        page.wrapped(", {}" if work.publisher else "{}", Label.PLACE, work.place)


def _paper(page: _Page, work: Work) -> None:
    page.title(work)
    page.literal(page.house.before_imprint)
    page.put(Label.EVENT, work.event)
    page.wrapped(", {}", Label.PLACE, work.place)
    if "," not in page.house.after_year:
        page.wrapped(", {}", Label.DAY, work.day)


def _newspaper(page: _Page, work: Work) -> None:
    house = page.house
    page.title(work)
    page.literal(house.after_title)
    if work.container:
        page.literal(house.before_journal)
        page.put(Label.CONTAINER, work.container)
    if not (house.year_first and house.language == "en" and house.head == "{} ("):
        form = " vom {}" if house.language == "de" else ", {}"
        page.wrapped(form if work.container else "{}", Label.DAY, work.day)
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
"""The function that prints the rest of a work of each kind, after the names and the title."""
