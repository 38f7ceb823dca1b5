"""Words sort by base letters, then accents, then case, in every language its own way."""

import pytest

from reflist.csl.collation import sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Smith, Z.", "Smith Jones, A.", "Smithson, B."]),
        ("en", ["Oberg", "Öberg", "Obern"]),
        ("en", ["resume", "Resume", "résumé", "Résumé"]),
        ("en", ["Sorensen, A.", "Sørensen, B.", "Sorensen, C."]),
        ("en", ["strasse", "straße", "strassf"]),
        ("en", ["Obama", "Oberg", "O'Brien", "Ocean"]),
        ("en", ["Villafuerte", "Villa-Lobos"]),
        ("en", ["", "1999", "a"]),
        ("sv", ["Zorn", "Åberg", "Ärlig", "Öberg"]),
        ("da", ["Zorn", "Ærø", "Østergård", "Århus"]),
        ("es", ["nz", "ña", "o"]),
        ("pl", ["lz", "ła", "m"]),
        ("ru", ["1999", "Волков", "Вольнов", "Воля", "Abbott", "Zorn"]),
        ("en", ["1999", "Abbott", "Zorn", "Волков"]),
        ("el", ["Άννα", "Βασιλείου", "Abbott"]),
    ],
)
def test_in_order(language: str, words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, language)) == words


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert sort_key("E\u0301cole")[:2] == sort_key("École")[:2]
