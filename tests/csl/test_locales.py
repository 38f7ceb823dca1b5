"""Terms, quotation marks and options come from the locales that CSL prescribes."""

import pytest

from reflist.csl import Style, find_style
from reflist.csl.locales import Locales, canonical, file_chain, is_known, language

STYLE = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="de-AT">
  <info><title>T</title></info>
  <locale><terms><term name="editor" form="short">any</term><term name="in">in any</term></terms></locale>
  <locale xml:lang="de"><style-options limit-day-ordinals-to-day-1="true"/>
    <terms><term name="editor" form="short"><single>de</single><multiple>des</multiple></term></terms></locale>
  <locale xml:lang="de-AT"><style-options punctuation-in-quote="true"/>
    <terms><term name="at">dialect</term></terms></locale>
  <citation><layout/></citation>
</style>"""


def test_a_term_of_nothing_but_white_space_is_empty() -> None:
    terms = '<term name="et-al">\n  </term><term name="and"> </term>'
    source = f'<style xmlns="http://purl.org/net/xbiblio/csl"><locale><terms>{terms}</terms></locale></style>'
    locales = Locales(Style("white", source.encode()), "en-US")
    assert (locales.term("et-al"), locales.term("and")) == ("", " ")


def test_the_style_comes_before_the_files_and_the_dialect_before_the_language() -> None:
    locales = Locales(Style("t", STYLE))
    assert locales.tag == "de-AT"
    assert locales.term("at") == "dialect"
    assert locales.term("editor", "short") == "de"
    assert locales.term("in") == "in any"
    assert locales.term("and") == "und"
    assert locales.term("no such term") is None
    assert locales.option("punctuation-in-quote") is True
    assert locales.option("no-such-option") is False


def test_another_language_sees_only_what_is_for_all() -> None:
    locales = Locales(Style("t", STYLE), "fr-FR")
    assert locales.term("editor", "short") == "any"
    assert locales.term("and") == "et"
    assert locales.option("punctuation-in-quote") is False


@pytest.mark.parametrize(
    ("tag", "outer", "inner"),
    [
        ("en-GB", ("‘", "’"), ("“", "”")),
        ("en-US", ("“", "”"), ("‘", "’")),
        ("de-DE", ("„", "“"), ("‚", "‘")),
    ],
)
def test_quotation_marks(tag: str, outer: tuple[str, str], inner: tuple[str, str]) -> None:
    assert Locales(find_style("apa"), tag).quotes() == (outer, inner)


@pytest.mark.parametrize(
    ("tag", "chain"),
    [
        ("en-GB", ("en-GB", "en-US")),
        ("de-AT", ("de-AT", "de-DE", "en-US")),
        ("de-XX", ("de-DE", "en-US")),
        ("eu", ("eu", "en-US")),
        ("tlh", ("en-US",)),
    ],
)
def test_the_files_that_answer(tag: str, chain: tuple[str, ...]) -> None:
    assert file_chain(tag) == chain


@pytest.mark.parametrize(
    ("tag", "named"), [("en_gb", "en-GB"), ("SR-latn-rs", "sr-Latn-RS"), ("DE", "de"), ("pt-BR", "pt-BR")]
)
def test_tags_are_written_one_way(tag: str, named: str) -> None:
    assert canonical(tag) == named


def test_known_languages() -> None:
    assert is_known("en-GB")
    assert is_known("de-XX")
    assert not is_known("tlh")
    assert language("sr-Latn-RS") == "sr"
