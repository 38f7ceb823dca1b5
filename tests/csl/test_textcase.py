"""Text cases, and what they leave alone."""

import pytest

from reflist.csl.processor.textcase import recased
from reflist.text import Text


@pytest.mark.parametrize(
    ("case", "words", "expected"),
    [
        ("lowercase", "The BBC", "the bbc"),
        ("uppercase", "The BBC", "THE BBC"),
        ("capitalize-first", "“the end” of BBC", "“The end” of BBC"),
        ("capitalize-first", "1984!", "1984!"),
        ("sentence", "THE END OF DAYS", "The end of days"),
        ("sentence", "DNA Of Fish", "DNA of fish"),
        ("sentence", "“A-B” Roads", "“A-b” roads"),
        ("sentence", "...", "..."),
        ("capitalize-first", "iPhones of old", "iPhones of old"),
        ("capitalize-first", "“and so on", "“And so on"),
        ("capitalize-all", "an iPhone of old", "An iPhone Of Old"),
        ("capitalize-all", "the end of o'neill", "The End Of O'neill"),
        ("title", "the end of the affair: a novel", "The End of the Affair: A Novel"),
        ("title", "what are we waiting for", "What Are We Waiting For"),
        ("title", "The End OF THE Line", "The End OF THE Line"),
        ("title", "PLOS ONE", "PLOS ONE"),
        ("title", "Revue n.s. et more", "Revue n.s. Et More"),
        ("title", "physica a: mechanics", "Physica a: Mechanics"),
        ("title", "Physica A: mechanics", "Physica A: Mechanics"),
        ("title", "a follow-up to the in-group", "A Follow-up to the In-Group"),
        ("title", "vitamin-d and the iPhone", "Vitamin-d and the iPhone"),
        ("title", "is it? the answer. and more", "Is It? The Answer. And More"),
        ("title", "war и мир", "War и Мир"),
        ("title", "river co. v. town", "River Co. v. Town"),
        ("title", "the far side of <h2o", "The Far Side of <h2o"),
        ("title", "the Art Of War", "The Art Of War"),
        ("title", "anzeiger – a journal—with", "Anzeiger – A Journal—With"),
        ("title", "volume 6:paper of note", "Volume 6:Paper of Note"),
        ("capitalize-first", "2nd, revised", "2nd, revised"),
        ("title", "lettres à l’ami d'un soir", "Lettres à l’ami d'un Soir"),
        ("title", "— 42 –", "— 42 –"),
    ],
)
def test_words_in_a_case(case: str, words: str, expected: str) -> None:
    assert recased(Text(words), case, english=True).plain == expected


@pytest.mark.parametrize(
    ("case", "words", "expected"),
    [
        ("uppercase", "İzmir Iğdır", "İZMİR IĞDIR"),
        ("lowercase", "İzmir Iğdır", "izmir ığdır"),
        ("title", "İzmir Iğdır", "İzmir Iğdır"),
        ("capitalize-first", "içinde ile", "İçinde ile"),
        ("capitalize-all", "içinde ırmak ile", "İçinde Irmak İle"),
        ("sentence", "İKİ IRMAK, BİR İL", "İki ırmak, bir il"),
        ("capitalize-first", "ßi", "SSi"),
    ],
)
def test_a_language_with_two_letters_i(case: str, words: str, expected: str) -> None:
    assert recased(Text(words), case, english=True, language="tr").plain == expected


def test_title_case_is_for_english() -> None:
    assert recased(Text("das ende der welt"), "title", english=False).plain == "das ende der welt"


@pytest.mark.parametrize(
    ("case", "markup", "expected"),
    [
        ("title", 'on <span class="nocase">the</span> edge', 'On <span class="nocase">the</span> Edge'),
        ("title", "the h<sub>z</sub> of <i>e. coli</i>", "The H<sub>z</sub> of <i>e. Coli</i>"),
        ("uppercase", 'no <span class="nocase">iPad</span> here', 'NO <span class="nocase">iPad</span> HERE'),
        ("uppercase", "a <i>straße</i>", "a <i>straße</i>"),
        ("uppercase", "straße", "STRASSE"),
    ],
)
def test_marks_stay_where_they_are(case: str, markup: str, expected: str) -> None:
    assert recased(Text.from_csl(markup), case, english=True).to_csl() == expected
