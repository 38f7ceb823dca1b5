"""Random house styles, and the tables they choose from, by language where that matters.

In a string, ``{}`` stands for the value; a choice listed twice is taken twice as often.
"""

import random
from typing import NamedTuple

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
"""Text between the authors and a year that follows them."""

AFTER_YEAR = {
    "(": ("): ", "): ", "). ", "), ", ") ", ".) "),
    "[": ("]. ", "]: ", "] "),
    "": (": ", ": ", ". ", ", ", " "),
}
AFTER_AUTHORS: Choice = (": ", ": ", ", ", ". ", ", ", " : ")
"""Text between the authors and the title, if the year comes last."""

AFTER_TITLE: Choice = (". ", ". ", ". ", ", ", ", ", "; ", " ")
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
EDITED_AFTER = {
    "de": (" (Hg.)", ", Hrsg.", " (Hrsg.)"),
    "en": (", ed.", ", eds.", " (ed.)", " (eds.)", ", editors"),
    "fr": (" (dir.)", " (éd.)"),
    "es": (" (ed.)", " (coord.)"),
}
"""The languages in which editors may follow the title of the book without a word before them."""

TRANSLATED = {
    "de": ("Aus dem Englischen von ", "übers. von ", "Übersetzt von ", "Aus dem Amerikanischen von "),
    "en": ("Translated by ", "trans. ", "translated by ", "Trans. ", "tr. "),
    "fr": ("traduit de l'anglais par ", "trad. ", "Trad. de "),
    "es": ("Traducción de ", "trad. de ", "Trad. "),
}
AFTER_EDITORS: Choice = (": ", ": ", ", ", ", ", ". ", " ")
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
    *("publisher. place", "place", "publisher", "(place: publisher)", "(publisher, place)", "place (publisher)"),
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
YEAR_PLACES: Choice = ("after authors", "after authors", "after authors", "last", "last")


class House(NamedTuple):
    """The choices of a house style; in a string, ``{}`` stands for the value."""

    language: str
    final: str
    between: str
    given: str
    order: str
    upper: bool
    head: str
    after_year: str
    year_first: bool
    after_authors: str
    after_title: str
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
    edited_after: str
    translated: str
    editors_last: bool
    editors_inverted: bool
    after_editors: str
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
    first_year_first: bool
    series_last: bool
    shown: int = 1

    @property
    def pair(self) -> str:
        """Text between two names, as before the last of several."""
        return self.final


def house(language: str, rng: random.Random) -> House:
    """A random house style for a language."""
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
        after_year=rng.choice(AFTER_YEAR[opening]),
        year_first=rng.choice(YEAR_PLACES) != "last",
        after_authors=rng.choice(AFTER_AUTHORS),
        after_title=rng.choice(AFTER_TITLE),
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
        edited_after=rng.choice(("", "", *EDITED_AFTER[language])),
        translated=rng.choice(TRANSLATED[language]),
        editors_last=rng.random() < 0.3,
        editors_inverted=rng.random() < 0.4,
        after_editors=rng.choice(AFTER_EDITORS),
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
        first_year_first=rng.random() < 0.4,
        series_last=rng.random() < 0.25,
    )
